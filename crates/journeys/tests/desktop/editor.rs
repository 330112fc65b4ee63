//! From a fresh start to an alarm that is over: an outlet added by its address, learned, left in peace while it
//! publishes, attacked, looked at again by every way there is, and restored.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Notifyd, Paper, Window, wait_until};
use frontwatch_newsroom::Attack;

use crate::desk::{Desk, OFTEN, PAUSE, QUIET, RECHECK, RESUME, SOON, picture, shows, status};

/// What a look that is asked for takes at the most, with its confirmation: the interval is ten minutes meanwhile.
const AT_ONCE: Duration = Duration::from_secs(15);

#[test]
fn an_outlet_is_added_learned_attacked_looked_at_again_and_restored() -> Result<()> {
    let desk = Desk::new(OFTEN)?;
    let server = Notifyd::start(&desk.bus, &desk.display)?;
    let paper = Paper::open()?;
    let window = desk.window()?;
    let tray = desk.tray()?;

    // A fresh start offers two ways.
    window.text("#welcome #address")?;
    ensure!(window.exists("#start-demonstration")?);
    window.picture(&picture("first-run")?)?;
    shows(&tray, "learning")?;
    assert_eq!(status(&tray)?, "Nothing is watched yet.");

    // What is typed wrong is said in place, and nothing is lost.
    window.type_into("#address", "not an address")?;
    window.click("#look")?;
    window.wait_for_text("[role=alert]", "This is not the address of a site", SOON)?;

    window.type_into("#address", paper.outlet(0)?.homepage.as_str())?;
    window.click("#look")?;
    let host = paper.outlet(0)?.homepage.host_str().unwrap_or_default().to_owned();
    window.wait_for_text("#proposal", &host, SOON)?;
    window.type_into("#outlet-name", "Ledger")?;
    window.picture(&picture("add-an-outlet")?)?;
    window.click("#watch-it")?;
    window.wait_for_text("[data-outlet=\"Ledger\"]", "Ledger", SOON)?;
    ensure!(std::fs::read_to_string(desk.home.config())?.starts_with(OFTEN), "what stood in the file stands there");

    publish_until_learned(&paper, &window)?;
    shows(&tray, "normal")?;
    assert_eq!(status(&tray)?, "Ledger is as it should be.");

    // Ordinary publishing is silence.
    let quiet = Instant::now();
    while quiet.elapsed() < QUIET {
        paper.publish();
        std::thread::sleep(Duration::from_secs(1));
    }
    assert_eq!(server.shown()?, [], "an ordinary day is silent");
    window.picture(&picture("all-is-well")?)?;

    // From here on only a person's wish brings a look in time.
    let seldom = std::fs::read_to_string(desk.home.config())?.replace("2s", "10m");
    desk.home.configure(&seldom)?;
    window.click("#messages summary")?;
    window.wait_for_text("#messages li", "was read again: 0 new, 0 changed", SOON)?;
    // A look that was due in the old rhythm is still made.
    std::thread::sleep(Duration::from_secs(3));

    // The tray's re-check sees the attack; tray, window and notification tell.
    paper.attack(0, Attack::Cover)?;
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(server.shown()?, [], "nobody has looked yet");
    tray.click(RECHECK)?;
    alarm(&server, AT_ONCE)?;
    shows(&tray, "alarm")?;
    window.wait_for_text("#sentence", "Ledger: a picture never seen there before covers the front page", SOON)?;
    let card = "article[data-anomaly][data-state=open][data-severity=critical]";
    window.wait_for_text(card, "a picture never seen there before covers the front page", SOON)?;
    ensure!(window.exists(&format!("{card} [data-reason]"))?, "it has its reasons");
    ensure!(window.exists("[data-side=before]")? && window.exists("[data-side=now]")?);
    window.picture(&picture("alarm")?)?;
    server.picture(&picture("desktop")?)?;
    through_the_pages(&window)?;

    // The window's re-check sees that it is over.
    paper.restore(0)?;
    window.click("#recheck")?;
    window.wait_for_text("#sentence", "Ledger is as it should be.", AT_ONCE)?;
    shows(&tray, "normal")?;
    ensure!(window.exists("#over")?, "what is over is still listed");
    wait_until("the notice of the end", SOON, || Ok((server.shown()?.len() == 1).then_some(())))?;
    server.picture(&picture("over")?)?;

    // What comes back is told again. Its notification's own button looks as well, and what is still there comes back to the
    // screen: in their order, "I've got it", "Open", "Re-check".
    paper.attack(0, Attack::Cover)?;
    window.click("#recheck")?;
    shows(&tray, "alarm")?;
    only_alarm(&server)?;
    server.press(2, SOON)?;
    std::thread::sleep(Duration::from_secs(5));
    only_alarm(&server)?;

    // "I've got it", in the window.
    window.click("article[data-state=open] [data-action=acknowledge]")?;
    window.wait_for_text("article[data-state=acknowledged]", "has it", SOON)?;
    wait_until("who has it needs no notification", SOON, || Ok(server.shown()?.is_empty().then_some(())))?;

    // "This was us", after a second question, in which the keyboard is at "no".
    window.click("article[data-state=acknowledged] [data-action=approve]")?;
    ensure!(window.exists("dialog[open][data-question=approve]")?);
    window.picture(&picture("this-was-us")?)?;
    let focused = window.script("return document.activeElement.dataset.action")?;
    assert_eq!(focused, "approve-no");
    window.click("[data-action=approve-no]")?;
    ensure!(window.exists("article[data-state=acknowledged]")?, "nothing has changed");
    window.click("article[data-state=acknowledged] [data-action=approve]")?;
    window.click("[data-action=approve-yes]")?;
    window.wait_for_text("#sentence", "Ledger is as it should be.", AT_ONCE)?;
    shows(&tray, "normal")?;

    // A pause is seen, and ends.
    tray.click(PAUSE)?;
    shows(&tray, "paused")?;
    window.wait_for_text("#sentence", "Paused", SOON)?;
    window.picture(&picture("paused")?)?;
    wait_until("the line to resume", SOON, || Ok(tray.lines()?.iter().any(|line| line.label == RESUME).then_some(())))?;
    window.click("#resume")?;
    shows(&tray, "normal")?;
    Ok(())
}

/// All about the alarm, and every other page, while it is open: it is never out of sight.
fn through_the_pages(window: &Window) -> Result<()> {
    window.click("article[data-state=open] [data-action=everything]")?;
    window.wait_for_text("main h2", "Kept as evidence", SOON)?;
    ensure!(window.exists("[data-capture]")?, "what was captured is listed");
    window.picture(&picture("incident")?)?;
    window.click("[data-action=back]")?;
    for (page, says) in [("outlets", "Outlets"), ("history", "History"), ("settings", "Settings")] {
        window.click(&format!("[data-nav={page}]"))?;
        window.wait_for_text("main h1", says, SOON)?;
        window.wait_for_text("#standing", "a picture never seen there before covers the front page", SOON)?;
        window.picture(&picture(page)?)?;
    }
    window.click("[data-nav=outlets]")?;
    window.click("[data-action=outlet]")?;
    window.wait_for_text("main h1", "Ledger", SOON)?;
    window.picture(&picture("outlet")?)?;
    window.click("[data-nav=now]")?;
    window.wait_for_text("#sentence", "Ledger: a picture never seen there before", SOON)?;
    Ok(())
}

/// Publishes once a second until the page is learned.
fn publish_until_learned(paper: &Paper, window: &Window) -> Result<()> {
    let begun = Instant::now();
    while !window.exists("[data-outlet=\"Ledger\"][data-standing=normal]")? {
        ensure!(begun.elapsed() < Duration::from_secs(90), "not learned: {:?}", window.texts("[data-outlet]"));
        paper.publish();
        std::thread::sleep(Duration::from_secs(1));
    }
    Ok(())
}

/// Waits for a notification.
fn alarm(server: &Notifyd<'_>, within: Duration) -> Result<()> {
    wait_until("a notification", within, || Ok((!server.shown()?.is_empty()).then_some(())))
}

/// Waits until the alarm alone is on the screen: what is over fades by itself.
fn only_alarm(server: &Notifyd<'_>) -> Result<()> {
    wait_until("one notification", SOON, || Ok((server.shown()?.len() == 1).then_some(())))
        .with_context(|| format!("{:#?}", server.shown()))
}
