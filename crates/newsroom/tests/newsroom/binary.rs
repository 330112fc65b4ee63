//! The program itself: says where its outlets are, publishes by itself, and ends when it is told.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::visitor::text;
use url::Url;

/// Ends the program even where the test fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn serves_until_it_is_told_to_stop() {
    let program = Command::new(env!("CARGO_BIN_EXE_frontwatch-newsroom"))
        .args([
            "--demo",
            "--port",
            "0",
            "--kb",
            "20",
            "--json",
            "--etag",
            "--publish-every",
            "1",
            "--attacked",
            "kavak=title",
        ])
        .stdout(Stdio::piped())
        .spawn();
    let mut program = Running(program.unwrap());
    let outlets: Vec<serde_json::Value> = BufReader::new(program.0.stdout.take().unwrap())
        .lines()
        .take(6)
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    let home = |i: usize| outlets[i]["homepage"].as_str().unwrap().parse::<Url>().unwrap();
    assert!(text(&home(2)).await.contains("The Quiet Orchard was here"));

    let (first, since) = (text(&home(0)).await, Instant::now());
    while text(&home(0)).await == first {
        assert!(since.elapsed() < Duration::from_secs(8), "it does not publish by itself");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }

    let told = Command::new("kill").arg(program.0.id().to_string()).status();
    assert!(told.unwrap().success());
    let since = Instant::now();
    let status = loop {
        if let Some(status) = program.0.try_wait().unwrap() {
            break status;
        }
        assert!(since.elapsed() < Duration::from_secs(5), "it does not end");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(status.success(), "{status}");
}

#[test]
fn refuses_what_it_does_not_understand() {
    for (arguments, expected) in [
        (&["--attacked", "all=nonsense"][..], "no attack is called \"nonsense\""),
        (&["--attacked", "cover"][..], "expected OUTLET=ATTACK"),
        (&["--port", "0", "--attacked", "nobody=cover"][..], "no outlet is called \"nobody\""),
        (&["--demo", "--outlets", "3"][..], "cannot be used with"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_frontwatch-newsroom")).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(expected), "{arguments:?}: {said}");
    }
}

#[cfg(feature = "hostile")]
#[test]
fn names_every_hostile_server_and_says_how_one_is_watched() {
    use frontwatch_newsroom::hostile::Hostile;

    let run = |name: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_frontwatch-newsroom"));
        program.args(["--hostile", name]).stdin(Stdio::null()).stdout(Stdio::piped());
        program
    };
    let listed = String::from_utf8(run("list").output().unwrap().stdout).unwrap();
    assert_eq!(listed.lines().collect::<Vec<_>>(), Hostile::all().map(Hostile::name).collect::<Vec<_>>());
    for (name, says) in [("gzip-bomb", "homepage = \"http://127.0.0.1:"), ("dns-lies", "resolvers = [\"127.0.0.1:")] {
        let mut program = Running(run(name).spawn().unwrap());
        let lines = BufReader::new(program.0.stdout.take().unwrap()).lines().map(Result::unwrap);
        let until: Vec<String> = lines.take_while(|line| !line.contains("until you press Enter")).collect();
        assert!(until.concat().contains(says), "{until:?}");
    }
    assert!(!run("nobody").stderr(Stdio::null()).status().unwrap().success());
}
