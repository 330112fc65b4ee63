//! exploratory
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::print_stderr)]
mod desk;

use std::sync::Mutex;
use std::time::{Duration, Instant};

use desk::{ELSEWHERE, ON_LOOPBACK, Surroundings, name_of};
use frontwatch_newsroom::hostile::{Hostile, HostileServer, Manner, Names, Body};
use frontwatch_newsroom::{Newsroom, Options, Roster};

fn watch_of(hostile: Hostile) -> &'static str {
    match hostile.manner() {
        Manner::Page | Manner::Secure | Manner::Public => "homepage",
        Manner::Feed => "feed",
        Manner::Names => "dns",
    }
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn explore() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let only = std::env::var("ONLY").unwrap_or_default();
    let kinds: Vec<Hostile> = Hostile::all().filter(|kind| only.is_empty() || only.split(',').any(|o| kind.name().contains(o))).collect();
    let began = Instant::now();
    let (newsroom, ordinary, page, servers) = runtime.block_on(async {
        let newsroom = Newsroom::start(Options { roster: Roster::Generated(3), page_kb: 30, ..Options::default() }).await.unwrap();
        let ordinary = HostileServer::start(Hostile::Names(Names::Silent)).await.unwrap();
        let page = HostileServer::start(Hostile::Body(Body::Endless)).await.unwrap();
        let mut servers = Vec::new();
        for kind in kinds {
            servers.push((kind, HostileServer::start(kind).await.unwrap()));
        }
        (newsroom, ordinary, page, servers)
    });
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("authority.pem"), HostileServer::authority().unwrap()).unwrap();
    let around = Surroundings { good: newsroom.outlets(), dir, resolver: ordinary.resolver().unwrap(), proxy: ordinary.proxy().unwrap() };
    let is_public = |kind: Hostile| matches!(kind.manner(), Manner::Public | Manner::Names);
    let templates = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for (public, template) in [false, true].into_iter().zip(&templates) {
        let mine: Vec<&(Hostile, HostileServer)> = servers.iter().filter(|(kind, _)| is_public(*kind) == public).collect();
        let all = mine.iter().map(|(_, server)| server).chain((!public).then_some(&page));
        let config = around.config(if public { ELSEWHERE } else { ON_LOOPBACK }, around.resolver, all);
        for round in 1..=10 {
            let mut check = around.start("check", template.path(), &config, around.proxy);
            check.until(Duration::from_secs(60), |_| false);
            let unlearned: Vec<&str> = mine.iter().filter(|(kind, server)| !check.verdicts(&name_of(server), watch_of(*kind)).iter().any(|line| line.text("verdict") == "normal")).map(|(kind, _)| kind.name()).collect();
            eprintln!("round {round} public {public} after {:?}: unlearned {unlearned:?}", began.elapsed());
            if unlearned.is_empty() { break; }
            if round == 10 { eprintln!("{}", check.said()); }
        }
    }

    let run = |kind: Option<Hostile>, server: &HostileServer| {
        let home = tempfile::tempdir().unwrap();
        let public = kind.is_some_and(is_public);
        copy(&templates[usize::from(public)].path().join("data"), &home.path().join("data"));
        if kind.is_some() { runtime.block_on(server.turn()).unwrap(); }
        let watch = kind.map_or("homepage", watch_of);
        let config = around.config(if public { ELSEWHERE } else { ON_LOOPBACK }, server.resolver().unwrap_or(around.resolver), [server].into_iter());
        let begun = Instant::now();
        let mut child = around.start("watch", home.path(), &config, server.proxy().unwrap_or(around.proxy));
        let name = name_of(server);
        let ok = child.until(Duration::from_secs(40), |child| {
            !child.verdicts(&name, watch).is_empty() && around.good.iter().all(|o| child.verdicts(&o.name, "homepage").len() >= 2)
        });
        let runs = child.runs();
        let peak = if runs { child.peak_kb() } else { 0 };
        let line = child.verdicts(&name, watch).first().cloned();
        let (verdict, kinds, took, summary) = line.map_or(("none".to_owned(), String::new(), 0.0, String::new()), |line| {
            let kinds: Vec<&str> = line.said["signals"].as_array().unwrap().iter().map(|s| s["kind"].as_str().unwrap()).collect();
            (line.text("verdict").to_owned(), kinds.join(","), line.came.duration_since(line.began()).as_secs_f64(), line.signal()["summary"].to_string())
        });
        let mut gap = 0.0_f64;
        for o in &around.good {
            let looks = child.verdicts(&o.name, "homepage");
            for pair in looks.windows(2) { gap = gap.max(pair[1].began().duration_since(pair[0].began()).as_secs_f64()); }
        }
        eprintln!("RESULT {:26} ok={ok} runs={runs} {verdict} [{kinds}] took {took:.2} peak {peak} gap {gap:.2} asked {} strayed {} cookies {} all {:?} {summary}", kind.map_or("none", Hostile::name), server.asked(), server.strayed(), server.cookies(), begun.elapsed());
        if !ok { eprintln!("{}", child.said()); }
    };
    run(None, &page);
    let queue = Mutex::new(servers.iter().collect::<Vec<_>>().into_iter());
    let at_once = std::env::var("AT_ONCE").ok().and_then(|n| n.parse().ok()).unwrap_or(6);
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| loop {
                let next = queue.lock().unwrap().next();
                let Some((kind, server)) = next else { return };
                run(Some(*kind), server);
            });
        }
    });
    eprintln!("all in {:?}", began.elapsed());
}
