//! The window comes and goes; the watch goes on, and a click on a notification brings the window back at what it tells.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Dunst, Paper, Recorder, Window, wait_until};
use frontwatch_newsroom::Attack;

use crate::desk::{Desk, OFTEN, OPEN, PAUSE, QUIT, SOON, picture, shows, status};

/// The question before the program ends while alarms are open.
const QUITTING: &str = "dialog[data-question=quit]";

#[test]
fn a_closed_window_misses_nothing_and_comes_back_at_the_incident() -> Result<()> {
    let paper = Paper::open()?;
    let desk = Desk::new(&paper.config(Some("2s")))?;
    let server = Dunst::on(&desk.bus, &desk.display)?;
    let mut window = desk.window()?;
    let tray = desk.tray()?;
    wait_until("six learned outlets", Duration::from_secs(90), || {
        paper.publish();
        Ok((window.texts("[data-outlet][data-standing=normal]")?.len() == 6).then_some(()))
    })?;
    let pid = window.pid();
    window.close(&desk.display)?;
    assert_eq!(desk.titles(pid)?, [] as [&str; 0]);

    // Two outlets are attacked while there is no window.
    paper.attack(2, Attack::Cover)?;
    wait_until("the alert", SOON, || Ok((server.displayed()? == 1).then_some(())))?;
    shows(&tray, "alarm")?;
    paper.attack(0, Attack::Title)?;
    wait_until("the second alert", SOON, || Ok((server.displayed()? == 2).then_some(())))?;
    server.picture(&picture("notifications")?)?;

    // A click on the one on top, which came first, makes the window, at its incident.
    server.click()?;
    window.wait(SOON)?;
    let (kavak, ledger) = (paper.outlet(2)?.name, paper.outlet(0)?.name);
    let card = "article[data-anomaly]:has(h3 button[aria-expanded=true])";
    let opened = window.wait_for_text(card, "covers the front page", SOON)?;
    ensure!(opened.contains(&kavak), "{opened}");
    let title = wait_until("a title", SOON, || {
        Ok(desk.titles(pid)?.into_iter().find(|title| title.starts_with(&format!("{kavak}: "))))
    });
    title.with_context(|| format!("the titles are {:?}", desk.titles(pid)))?;
    window.picture(&picture("opened-by-a-click")?)?;

    // A click while there is a window leads it on.
    server.click()?;
    window.wait_for_text(card, &ledger, SOON)?;

    // Close, open, close, open: each time all of it is there.
    for _ in 0..4 {
        window.close(&desk.display)?;
        tray.click(OPEN)?;
        window.wait(SOON)?;
        window.wait_for_text("#sentence", "2 alarms. First", SOON)?;
        assert_eq!(window.texts("article[data-anomaly][data-state=open]")?.len(), 2);
        assert_eq!(desk.titles(pid)?.len(), 1, "one window");
    }
    tray.click(OPEN)?;
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(desk.titles(pid)?.len(), 1, "opening what is open brings it to the front");

    // Quitting makes the window ask. Whoever says no, or closes it, goes on.
    window.close(&desk.display)?;
    tray.click(QUIT)?;
    window.wait(SOON)?;
    window.wait_for_text(QUITTING, "Stop watching while an alarm is open?", SOON)?;
    window.picture(&picture("quitting")?)?;
    window.click("[data-action=quit-no]")?;
    wait_until("the question is gone", SOON, || Ok((!window.exists(QUITTING)?).then_some(())))?;
    tray.click(QUIT)?;
    window.wait_for_text(QUITTING, "Stop watching", SOON)?;
    window.close(&desk.display)?;
    tray.click(OPEN)?;
    window.wait(SOON)?;
    window.wait_for_text("#sentence", "2 alarms. First", SOON)?;
    ensure!(!window.exists(QUITTING)?, "a question that nobody answered is not asked again");

    paper.restore(2)?;
    shows(&tray, "alarm")?;
    window.wait_for_text("#over", "1", SOON)?;
    tray.click(QUIT)?;
    window.wait_for_text(QUITTING, "Stop watching", SOON)?;
    window.click("[data-action=quit-yes]")?;
    window.wait_for_end(SOON)
}

#[test]
fn a_window_that_is_opened_late_and_again_shows_what_is_so_then() -> Result<()> {
    let paper = Paper::open()?;
    let outlet = |place: usize| -> Result<String> {
        let outlet = paper.outlet(place)?;
        Ok(format!("[[outlet]]\nname = {:?}\nhomepage = {:?}\n", outlet.name, outlet.homepage.as_str()))
    };
    let configuration = [OFTEN.to_owned(), outlet(0)?, outlet(1)?].concat();
    let desk = Desk::new(&configuration)?;
    let server = Recorder::start(&desk.bus)?;
    let mut window = Window::start(&desk.command(&["--hidden"])?)?;
    let tray = desk.tray()?;
    let names = [paper.outlet(0)?.name, paper.outlet(1)?.name];
    wait_until("both are learned", Duration::from_secs(120), || {
        paper.publish();
        Ok(status(&tray)?.starts_with("All 2 outlets as they should be").then_some(()))
    })
    .with_context(|| format!("{:?}", status(&tray)))?;
    for place in 0..2 {
        paper.attack(place, Attack::Title)?;
    }
    let alerts =
        names.clone().map(|name| server.wait_for("an alert", SOON, |raised| raised.summary.starts_with(&name)));
    let [first, _second] = alerts;

    // Nobody has looked yet. One is taken by its notification, one more outlet is written into the file.
    assert_eq!(desk.titles(window.pid())?, [] as [&str; 0], "hidden");
    server.press(first?.id, "acknowledge")?;
    desk.home.configure(&[configuration, outlet(2)?].concat())?;
    tray.click(OPEN)?;
    window.wait(SOON)?;
    let stand = |acknowledged: usize, open: usize, outlets: usize| {
        let counts = || -> Result<_> {
            let of = |css: &str| Ok::<_, anyhow::Error>(window.texts(css)?.len());
            Ok((of("article[data-state=acknowledged]")?, of("article[data-state=open]")?, of("[data-outlet]")?))
        };
        wait_until("the window shows what is so", SOON, || {
            Ok((counts()? == (acknowledged, open, outlets)).then_some(()))
        })
        .with_context(|| format!("{:?} instead of {:?}", counts(), (acknowledged, open, outlets)))
    };
    stand(1, 1, 3)?;

    // What the tray says and what the window says is the same sentence, whenever the window is made.
    window.close(&desk.display)?;
    paper.restore(0)?;
    tray.click(PAUSE)?;
    shows(&tray, "paused")?;
    for _ in 0..3 {
        tray.click(OPEN)?;
        window.wait(SOON)?;
        // What one of them said may be over when the other is read: both are read again.
        let both = || Ok::<_, anyhow::Error>((status(&tray)?, window.texts("#sentence")?));
        wait_until("tray and window say the same", SOON, || {
            let (said, shown) = both()?;
            Ok(shown.iter().any(|shown| shown.contains(said.trim_end_matches('…'))).then_some(()))
        })
        .with_context(|| format!("{:?}", both()))?;
        ensure!(window.exists("#resume")?, "it says that the alerts are paused");
        assert_eq!(window.texts("[data-outlet]")?.len(), 3);
        window.close(&desk.display)?;
    }
    Ok(())
}

#[test]
fn the_demonstration_is_seen_in_the_window_and_ends() -> Result<()> {
    let desk = Desk::new(OFTEN)?;
    let server = Dunst::on(&desk.bus, &desk.display)?;
    let window = desk.window()?;
    let tray = desk.tray()?;
    window.click("#start-demonstration")?;
    window.wait_for_text("#demonstration", "This is a demonstration", SOON)?;
    window.wait_for_text("#narration", "covers the front page of the first outlet", Duration::from_secs(90))?;
    window.wait_for_text("article[data-state=open]", "covers the front page", SOON)?;
    shows(&tray, "alarm")?;
    wait_until("the alert", SOON, || Ok((server.displayed()? > 0).then_some(())))?;
    window.picture(&picture("demonstration")?)?;
    window.click("#end-demonstration")?;
    window.text("#welcome")?;
    shows(&tray, "learning")?;
    wait_until("its notifications are gone", SOON, || Ok((server.displayed()? == 0).then_some(())))?;
    Ok(())
}

#[test]
fn the_window_is_where_it_was_left() -> Result<()> {
    let desk = Desk::new(OFTEN)?;
    let mut window = desk.window()?;
    let tray = desk.tray()?;
    let pid = window.pid();
    let place = || -> Result<_> {
        let windows = desk.display.windows()?;
        let own = windows.into_iter().find(|own| own.pid == Some(pid));
        Ok(own.map(|own| (own.x, own.y, own.width, own.height)))
    };
    let first = place()?.context("there is no window")?;
    let own = desk.display.windows()?.into_iter().find(|own| own.pid == Some(pid)).context("no window")?;
    desk.display.place(&own, (120, 60, 700, 500))?;
    wait_until("it has moved", SOON, || Ok((place()?.is_some_and(|now| now != first)).then_some(())))?;
    std::thread::sleep(Duration::from_secs(1));
    let left = place()?;
    window.close(&desk.display)?;
    tray.click(OPEN)?;
    window.wait(SOON)?;
    wait_until("it is where it was left", SOON, || Ok((place()? == left).then_some(())))
        .with_context(|| format!("left at {left:?}, now at {:?}", place()))?;

    // And after another start.
    tray.click(QUIT)?;
    window.wait_for_end(SOON)?;
    drop(window);
    let again = desk.window()?;
    wait_until("it is where it was left", SOON, || {
        let own = desk.display.windows()?.into_iter().find(|own| own.pid == Some(again.pid()));
        Ok((own.map(|own| (own.x, own.y, own.width, own.height)) == left).then_some(()))
    })
}

#[test]
fn starting_at_login_is_off_until_chosen_and_then_hidden() -> Result<()> {
    let desk = Desk::new(OFTEN)?;
    let window = desk.window()?;
    let folder = desk.home.config().with_file_name("autostart");
    let entries = || -> Vec<String> {
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
    };
    window.text("#welcome")?;
    assert_eq!(entries(), [] as [String; 0]);
    window.click("[data-nav=settings]")?;
    window.click("#autostart")?;
    let entry = wait_until("an entry", SOON, || Ok(entries().into_iter().next()))?;
    let exec = entry.lines().find(|line| line.starts_with("Exec=")).context("it starts nothing")?;
    ensure!(exec.contains("frontwatch-desktop") && exec.contains("--hidden"), "{exec}");
    ensure!(exec.contains(&desk.home.data().display().to_string()), "with the same files: {exec}");
    window.click("#autostart")?;
    wait_until("no entry", SOON, || Ok(entries().is_empty().then_some(())))
}
