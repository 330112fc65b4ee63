//! Alerts by webhook and mail: the built program, and far ends that fail, stall and recover.

#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Answer, Bus, FarEnd, Home, Program, Recorder, wait_until};
use serde_json::Value;

/// Longer than any step takes at an interval of 2 s on a busy machine.
const SOON: Duration = Duration::from_secs(30);
/// Longer than a far end that was away for a while is left alone.
const CAUGHT_UP: Duration = Duration::from_secs(90);

/// A title that would end a header and a template, if it were let.
const HOSTILE: &str = "\"}&#13;&#10;Bcc: x@evil.example{{id}}";

/// A front page, and whether its title is [`HOSTILE`]. Ends with the test's process.
fn site() -> Result<(String, Arc<AtomicBool>)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let (origin, hacked) = (format!("http://{}/", listener.local_addr()?), Arc::new(AtomicBool::new(false)));
    let state = Arc::clone(&hacked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut head = [0; 4096];
            let Ok(_) = stream.read(&mut head) else { continue };
            let title = if state.load(Ordering::Relaxed) { HOSTILE } else { "The Paper" };
            let page =
                frontwatch_journeys::FRONT_PAGE.replace("<title>The Paper</title>", &format!("<title>{title}</title>"));
            // Who went away does not read it.
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
                page.len()
            );
        }
    });
    Ok((origin, hacked))
}

struct Journey {
    bus: Bus,
    home: Home,
    hook: FarEnd,
    post: FarEnd,
    hacked: Arc<AtomicBool>,
}

impl Journey {
    fn new() -> Result<Self> {
        let (bus, home, hook, post) = (Bus::start()?, Home::new()?, FarEnd::webhook()?, FarEnd::mail()?);
        let (origin, hacked) = site()?;
        home.configure(&format!(
            "[watching]\ninterval = \"2s\"\n\
             [[outlet]]\nname = \"Paper\"\nhomepage = \"{origin}\"\nreader_look = false\n\
             [[webhook]]\nname = \"chat\"\nurl = \"http://{}/hooks/s3cret\"\n\
             template = '{{\"text\": {{{{text}}}}, \"line\": \"<{{{{title}}}}>\"}}'\n\
             [[email]]\nname = \"desk\"\nserver = \"{}\"\nfrom = \"Frontwatch <watch@report.example>\"\n\
             to = [\"desk@report.example\", \"Night <night@report.example>\"]\n",
            hook.address(),
            post.address()
        ))?;
        Ok(Self { bus, home, hook, post, hacked })
    }

    fn watch(&self) -> Result<Program> {
        Program::start(&self.home, Some(&self.bus), &["watch", "--json"])
    }

    /// Runs `doctor --send-test`; what it printed, and its exit status.
    fn doctor(&self) -> Result<(String, Option<i32>)> {
        let mut program = Program::start(&self.home, Some(&self.bus), &["doctor", "--send-test"])?;
        let status = program.wait(Duration::from_secs(90))?;
        Ok((program.plain_lines().join("\n"), status.code()))
    }

    fn both(&self, answer: Answer) {
        self.hook.answer(answer);
        self.post.answer(answer);
    }
}

fn learned(program: &mut Program) -> Result<()> {
    program.wait_for("a normal page", SOON, |line| line["verdict"] == "normal").map(drop)
}

#[test]
fn far_ends_that_fail_stall_and_recover_get_every_alert_under_one_id() -> Result<()> {
    let journey = Journey::new()?;
    let desktop = Recorder::start(&journey.bus)?;
    let mut program = journey.watch()?;
    learned(&mut program)?;

    journey.hook.answer(Answer::Status(500));
    journey.post.answer(Answer::Status(451));
    journey.hacked.store(true, Ordering::Relaxed);
    desktop.wait_for("an alert, whatever the others do", SOON, |raised| raised.urgency == Some(2))?;
    wait_until("both fail several times", SOON, || {
        Ok((journey.hook.came().len() >= 3 && journey.post.came().len() >= 3).then_some(()))
    })?;
    let told: Vec<Value> = program.lines().into_iter().filter(|line| line["event"] == "notice").collect();
    let of = |channel: &str, name: Option<&str>| {
        let came = told.iter().find(|line| line["channel"] == channel && line["name"].as_str() == name);
        came.and_then(|line| line["delivered"].as_bool())
    };
    assert_eq!((of("desktop", None), of("webhook", Some("chat")), of("email", Some("desk"))), {
        (Some(true), Some(false), Some(false))
    });

    journey.both(Answer::Stall);
    let (hooks, posts) = (journey.hook.came().len(), journey.post.came().len());
    wait_until("both stall", CAUGHT_UP, || {
        Ok((journey.hook.came().len() > hooks && journey.post.came().len() > posts).then_some(()))
    })?;
    // The power goes, and comes back; the far ends do, too.
    program.kill()?;
    journey.both(Answer::Take);
    let mut program = journey.watch()?;
    wait_until("both have it", CAUGHT_UP, || {
        Ok((journey.hook.taken().len() == 1 && journey.post.taken().len() == 1).then_some(()))
    })?;

    journey.hacked.store(false, Ordering::Relaxed);
    program.wait_for("the end of it", SOON, |line| line["event"] == "incident" && line["state"] == "resolved")?;
    wait_until("both have that, too", CAUGHT_UP, || {
        Ok((journey.hook.taken().len() == 2 && journey.post.taken().len() == 2).then_some(()))
    })?;
    looks_right(&journey)
}

/// What came, and what of it was taken.
fn looks_right(journey: &Journey) -> Result<()> {
    let (hooks, posts) = (journey.hook.came(), journey.post.came());
    let tries = hooks.len() - 1;
    let keys: Vec<_> = hooks.iter().map(|came| came.header("idempotency-key").concat()).collect();
    assert!(keys[..tries].iter().all(|key| *key == keys[0] && !key.is_empty()), "one id for all tries: {keys:?}");
    assert_ne!(keys[tries], keys[0], "the end is another notice");
    let sent: Value = serde_json::from_str(&hooks[0].body).context(hooks[0].body.clone())?;
    let text = sent["text"].as_str().context("no text")?;
    ensure!(text.contains("} Bcc: x@evil"), "the title as it is: {text:?}");
    ensure!(sent.as_object().is_some_and(|sent| sent.len() == 2), "nothing but what the template has: {sent}");
    assert!(hooks[..tries].iter().all(|came| came.body == hooks[0].body));

    let ids: Vec<_> = posts.iter().map(|came| came.header("message-id").concat()).collect();
    let mails = posts.len() - 1;
    assert!(ids[..mails].iter().all(|id| *id == ids[0] && id.ends_with("@report.example>")), "{ids:?}");
    assert_ne!(ids[mails], ids[0]);
    for mail in &posts {
        assert_eq!(mail.header("references"), posts[0].header("references"), "one thread");
        assert_eq!(mail.header("bcc"), [] as [&str; 0], "{}", mail.head);
        assert_eq!(mail.header("subject").len(), 1, "{}", mail.head);
        assert_eq!(mail.to, ["RCPT TO:<desk@report.example>", "RCPT TO:<night@report.example>"]);
    }
    Ok(())
}

#[test]
fn the_doctor_sends_a_test_by_every_channel_and_says_what_came_of_it() -> Result<()> {
    let journey = Journey::new()?;
    let desktop = Recorder::start(&journey.bus)?;
    let (said, _) = journey.doctor()?;
    for line in [
        "ok       test notification: The notification server has accepted it",
        "ok       test by the webhook chat: The webhook's server has it.",
        "ok       test by the mail desk: The mail server has taken it",
        "ok       outbox: no",
    ] {
        ensure!(said.contains(line), "{line:?}:\n{said}");
    }
    assert_eq!((journey.hook.taken().len(), journey.post.taken().len(), desktop.raised().len()), (1, 1, 1));
    ensure!(journey.post.taken()[0].body.contains("Nothing has happened to any site"), "{:?}", journey.post.taken());

    journey.hook.answer(Answer::Status(404));
    journey.post.answer(Answer::Status(550));
    let (said, status) = journey.doctor()?;
    for line in [
        "ok       test notification",
        "TROUBLE  test by the webhook chat: It did not arrive: it answers 404",
        "TROUBLE  test by the mail desk: It did not arrive: the mail server answers 550",
    ] {
        ensure!(said.contains(line), "{line:?}:\n{said}");
    }
    ensure!(status == Some(1), "{status:?}\n{said}");
    ensure!(!said.contains("s3cret"), "an address' path may be a secret: {said}");
    Ok(())
}

#[test]
fn the_doctor_tells_of_alerts_that_wait() -> Result<()> {
    let journey = Journey::new()?;
    let _desktop = Recorder::start(&journey.bus)?;
    let mut program = journey.watch()?;
    learned(&mut program)?;
    journey.hook.answer(Answer::Status(500));
    journey.hacked.store(true, Ordering::Relaxed);
    program.wait_for("a failure", SOON, |line| line["event"] == "notice" && line["delivered"] == false)?;
    let waits = "alerts wait that could not be sent: 1 by webhook:chat (it answers 500: it fails)";
    wait_until("the doctor tells of it, beside the watch", SOON, || {
        let (said, _) = journey.doctor()?;
        Ok(said.contains(waits).then_some(()))
    })
}
