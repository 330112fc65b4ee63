//! Notices on a real bus: before a server that writes down what comes, and before dunst.

#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_core::incident::IncidentId;
use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::verdict::Severity;
use frontwatch_journeys::{Abilities, Bus, Display, Dunst, Manner, Notifyd, Program, Raised, Recorder, wait_until};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Longer than any step takes on a busy machine.
const SOON: Duration = Duration::from_secs(10);

/// The engine's notifier, in a process whose session bus is the test's.
struct Notifier(Program);

impl Notifier {
    fn start(bus: &Bus) -> Result<Self> {
        Self::at(bus.address())
    }

    fn at(address: &str) -> Result<Self> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journeys-desktop"));
        command.env("DBUS_SESSION_BUS_ADDRESS", address).stdin(Stdio::piped());
        Ok(Self(Program::run(&mut command)?))
    }

    fn ask(&mut self, order: &Value, answer: &str) -> Result<Value> {
        self.0.tell(&order.to_string())?;
        self.0.wait_for(answer, SOON, |line| line.get(answer).is_some())
    }

    /// Raises a notice; the answer's `error` and `seconds` say how that went.
    fn raise(&mut self, notice: &Notice) -> Result<Value> {
        self.ask(&json!({"raise": notice}), "raised")
    }

    fn raise_well(&mut self, notice: &Notice) -> Result<()> {
        let answer = self.raise(notice)?;
        ensure!(answer["error"].is_null(), "not raised: {answer}");
        Ok(())
    }

    fn close(&mut self, key: &str) -> Result<()> {
        self.ask(&json!({"close": key}), "closed").map(drop)
    }

    fn click(&mut self) -> Result<(String, String)> {
        let click = self.0.wait_for("a click", SOON, |line| line.get("click").is_some())?;
        let text = |field: &str| click[field].as_str().map(str::to_owned).context("no text");
        Ok((text("click")?, text("button")?))
    }

    /// One number from the kernel's account of the process.
    fn status(&self, field: &str) -> Result<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.pid()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(field)).context("no such field")?;
        Ok(line.trim().parse()?)
    }
}

fn notice(key: &str) -> Notice {
    Notice {
        id: format!("{key}-1"),
        key: key.to_owned(),
        incident: IncidentId::from_stored("00112233445566ff"),
        campaign: None,
        title: "Report: the front page & more".to_owned(),
        body: "Its title is now <b>Hacked & \"owned\"</b>".to_owned(),
        severity: Severity::Critical,
        over: false,
        buttons: vec![Button::Acknowledge, Button::Recheck],
        at: Timestamp::UNIX_EPOCH,
        about: Box::default(),
    }
}

fn only(raised: &[Raised]) -> Result<&Raised> {
    ensure!(raised.len() == 1, "one notification, not {raised:#?}");
    raised.first().context("none")
}

#[test]
fn a_notice_is_shown_as_loud_as_it_is() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    let cases = [
        (Severity::Critical, false, 2, 0, Some("dialog-error")),
        (Severity::Critical, true, 1, -1, None),
        (Severity::Warning, false, 1, -1, None),
        (Severity::Warning, true, 1, -1, None),
        (Severity::Info, false, 0, -1, None),
        (Severity::Info, true, 0, -1, None),
    ];
    for (severity, over, urgency, expires, sound) in cases {
        let key = format!("{severity:?} {over}");
        notifier.raise_well(&Notice { title: key.clone(), severity, over, ..notice(&key) })?;
        let raised = desktop.wait_for(&key, SOON, |raised| raised.summary == key)?;
        assert_eq!((raised.urgency, raised.expires), (Some(urgency), expires), "{key}");
        assert_eq!(raised.hints.get("sound-name").map(String::as_str), sound, "{key}");
        assert_eq!((raised.app.as_str(), raised.replaces), ("Frontwatch", 0), "{key}");
        assert_eq!(raised.hints.get("desktop-entry").map(String::as_str), Some("Frontwatch"), "{key}");
    }
    Ok(())
}

#[test]
fn the_body_is_escaped_for_a_server_that_reads_markup_and_for_no_other() -> Result<()> {
    let plain = "Its title is now <b>Hacked & \"owned\"</b>";
    let escaped = "Its title is now &lt;b&gt;Hacked &amp; &quot;owned&quot;&lt;/b&gt;";
    let bus = Bus::start()?;
    let mut notifier = Notifier::start(&bus)?;
    // One server after the other, each asked anew.
    for (abilities, body) in
        [(&["actions", "body", "body-markup"][..], escaped), (&["actions", "body"], plain), (&["body-markup"], escaped)]
    {
        let mut desktop = Recorder::with(&bus, Abilities::of(abilities))?;
        notifier.raise_well(&notice("a"))?;
        let raised = desktop.raised();
        let raised = only(&raised)?;
        assert_eq!(raised.body, body, "{abilities:?}");
        assert_eq!(raised.summary, "Report: the front page & more", "a title is plain text everywhere");
        assert_eq!(raised.actions.is_empty(), !abilities.contains(&"actions"), "{abilities:?}");
        desktop.stop()?;
    }
    Ok(())
}

#[test]
fn a_text_that_the_bus_would_refuse_is_shown_all_the_same() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&Notice { title: "a\0b\nc".to_owned(), body: "d\0e\nf".to_owned(), ..notice("a") })?;
    let raised = desktop.raised();
    let raised = only(&raised)?;
    assert_eq!((raised.summary.as_str(), raised.body.as_str()), ("a b c", "d e\nf"));
    Ok(())
}

#[test]
fn a_long_text_is_cut_where_a_screen_would_cut_it_unseen() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::with(&bus, Abilities::of(&["body", "body-markup"]))?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&Notice { title: "title ".repeat(40), body: "<body ".repeat(200), ..notice("a") })?;
    let raised = desktop.raised();
    let raised = only(&raised)?;
    ensure!(raised.summary.chars().count() <= 80 && raised.summary.ends_with('…'), "{}", raised.summary);
    // Cut as text, before it is escaped.
    let body = raised.body.replace("&lt;", "<");
    ensure!((280..=300).contains(&body.chars().count()) && body.ends_with("<body…"), "{}", raised.body);
    Ok(())
}

#[test]
fn a_later_notice_takes_the_place_of_the_one_with_its_key() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&notice("a"))?;
    notifier.raise_well(&notice("b"))?;
    for word in ["second", "third"] {
        notifier.raise_well(&Notice { title: word.to_owned(), ..notice("a") })?;
    }
    let shown = desktop.on_screen();
    assert_eq!(
        shown.iter().map(|raised| raised.summary.as_str()).collect::<Vec<_>>(),
        ["third", "Report: the front page & more"]
    );
    // The one in its place is listened to, and once it is gone the next is a new one.
    desktop.press(shown[0].id, "recheck")?;
    assert_eq!(notifier.click()?, ("a".to_owned(), "recheck".to_owned()));
    notifier.raise_well(&Notice { title: "fourth".to_owned(), ..notice("a") })?;
    let fourth = desktop.wait_for("the fourth", SOON, |raised| raised.summary == "fourth")?;
    assert_eq!(fourth.replaces, 0);
    Ok(())
}

#[test]
fn a_notice_that_is_closed_leaves_the_screen() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&notice("a"))?;
    notifier.raise_well(&notice("b"))?;
    let first = desktop.raised()[0].id;
    notifier.close("a")?;
    notifier.close("never raised")?;
    wait_until("the first is closed", SOON, || Ok((desktop.closed() == [first]).then_some(())))?;
    assert_eq!(desktop.on_screen().len(), 1);
    Ok(())
}

#[test]
fn every_button_and_the_body_arrive_as_clicks() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    let buttons = vec![Button::Acknowledge, Button::Open, Button::Recheck];
    let labels = ["Open", "I've got it", "Open", "Re-check"];
    for (action, button) in
        [("default", "open"), ("acknowledge", "acknowledge"), ("open", "open"), ("recheck", "recheck")]
    {
        notifier.raise_well(&Notice { title: action.to_owned(), buttons: buttons.clone(), ..notice(action) })?;
        let raised = desktop.wait_for(action, SOON, |raised| raised.summary == action)?;
        assert_eq!(raised.actions.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>(), labels);
        desktop.press(raised.id, action)?;
        assert_eq!(notifier.click()?, (action.to_owned(), button.to_owned()));
    }
    // Waved away is no click: the next click is that of the next notice.
    notifier.raise_well(&notice("waved away"))?;
    desktop.dismiss(desktop.on_screen()[0].id)?;
    notifier.raise_well(&notice("pressed"))?;
    desktop.press(desktop.on_screen()[0].id, "default")?;
    assert_eq!(notifier.click()?.0, "pressed");
    Ok(())
}

#[test]
fn a_click_that_everybody_is_told_of_is_one_click() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    // Raised twice: by now two connections have spoken for it.
    notifier.raise_well(&notice("a"))?;
    notifier.raise_well(&notice("a"))?;
    desktop.press_aloud(desktop.on_screen()[0].id, "acknowledge")?;
    assert_eq!(notifier.click()?, ("a".to_owned(), "acknowledge".to_owned()));
    notifier.raise_well(&notice("b"))?;
    desktop.press_aloud(desktop.on_screen()[0].id, "recheck")?;
    assert_eq!(notifier.click()?, ("b".to_owned(), "recheck".to_owned()));
    let lines = notifier.0.lines();
    let clicks = lines.iter().filter(|line| line.get("click").is_some());
    assert_eq!(clicks.count(), 2, "{lines:#?}");
    Ok(())
}

#[test]
fn a_missing_server_is_said_and_a_later_one_is_used() -> Result<()> {
    let bus = Bus::start()?;
    let mut notifier = Notifier::start(&bus)?;
    assert_eq!(notifier.raise(&notice("a"))?["error"], "no server");
    assert_eq!(notifier.ask(&json!("probe"), "server")?["error"], "no server");

    let desktop = Recorder::start(&bus)?;
    notifier.raise_well(&notice("a"))?;
    assert_eq!(desktop.on_screen().len(), 1);
    let server = notifier.ask(&json!("probe"), "server")?;
    assert_eq!(server["server"], "recorder");
    assert_eq!(server["capabilities"], json!(["actions", "body", "body-markup", "persistence"]));
    Ok(())
}

#[test]
fn a_missing_bus_is_a_missing_server() -> Result<()> {
    let mut notifier = Notifier::at("unix:path=/nonexistent/bus")?;
    assert_eq!(notifier.raise(&notice("a"))?["error"], "no server");
    assert_eq!(notifier.ask(&json!("probe"), "server")?["error"], "no server");
    Ok(())
}

#[test]
fn a_server_that_was_started_again_is_told_nothing_of_the_old_ids() -> Result<()> {
    let bus = Bus::start()?;
    let mut notifier = Notifier::start(&bus)?;
    let mut before = Recorder::start(&bus)?;
    notifier.raise_well(&notice("a"))?;
    notifier.raise_well(&notice("b"))?;
    before.stop()?;

    let after = Recorder::start(&bus)?;
    // Under the old ids there may be anybody's notifications by now.
    notifier.close("b")?;
    notifier.raise_well(&notice("a"))?;
    let raised = after.raised();
    assert_eq!(only(&raised)?.replaces, 0);
    assert_eq!(after.closed(), [] as [u32; 0]);
    after.press(raised[0].id, "acknowledge")?;
    assert_eq!(notifier.click()?, ("a".to_owned(), "acknowledge".to_owned()));
    Ok(())
}

#[test]
fn a_server_that_fails_or_hangs_holds_nobody_up() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    for manner in [Manner::Refuse, Manner::Hang, Manner::Deaf] {
        desktop.behave(manner);
        let answer = notifier.raise(&notice("a"))?;
        assert_eq!(answer["error"], "refused", "{manner:?}");
        assert!(answer["seconds"].as_f64().is_some_and(|seconds| seconds < 6.0), "{manner:?}: {answer}");
    }
    let answer = notifier.ask(&json!("probe"), "server")?;
    assert_eq!(answer["error"], "refused");
    // The same program delivers as soon as the server is itself again.
    desktop.behave(Manner::Accept);
    notifier.raise_well(&notice("a"))?;
    assert_eq!(desktop.on_screen().len(), 1);
    Ok(())
}

#[test]
fn a_hundred_notices_stay_bounded_and_the_latest_answers() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&notice("0"))?;
    let threads = notifier.status("Threads:")?;
    for number in 1..100 {
        notifier.raise_well(&Notice { title: number.to_string(), ..notice(&number.to_string()) })?;
    }
    assert_eq!(notifier.status("Threads:")?, threads, "no thread for each");
    assert_eq!(desktop.on_screen().len(), 32, "the oldest are taken from the screen");
    // The server's own, one for each notice that is shown, and the one that raised the first of all.
    wait_until("few connections", SOON, || Ok((bus.connections()? <= 34).then_some(())))?;
    let latest = desktop.wait_for("the latest", SOON, |raised| raised.summary == "99")?;
    desktop.press(latest.id, "default")?;
    assert_eq!(notifier.click()?, ("99".to_owned(), "open".to_owned()));
    Ok(())
}

#[test]
fn the_connection_that_raised_the_first_notice_lives_as_long_as_the_last() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&notice("first"))?;
    notifier.raise_well(&notice("second"))?;
    // Server, first, second.
    wait_until("both are shown", SOON, || Ok((bus.connections()? == 3).then_some(())))?;
    notifier.close("first")?;
    wait_until("the first is closed", SOON, || Ok((desktop.closed().len() == 1).then_some(())))?;
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(bus.connections()?, 3, "GNOME would take the second from the screen with it");
    notifier.close("second")?;
    wait_until("nothing is shown, nothing is held", SOON, || Ok((bus.connections()? == 1).then_some(())))
}

#[test]
fn dunst_shows_a_notice_and_tells_of_a_click() -> Result<()> {
    let bus = Bus::start()?;
    let dunst = Dunst::start(&bus)?;
    let mut notifier = Notifier::start(&bus)?;
    notifier.raise_well(&notice("a"))?;
    wait_until("it is on the screen", SOON, || Ok((dunst.displayed()? == 1).then_some(())))?;
    notifier.raise_well(&Notice { body: "Since 14:02 <b>".to_owned(), ..notice("a") })?;
    notifier.raise_well(&Notice { title: "Media".to_owned(), ..notice("b") })?;
    wait_until("both are on the screen", SOON, || Ok((dunst.displayed()? == 2).then_some(())))?;
    let dir = tempfile::tempdir()?;
    let picture = dir.path().join("screen.png");
    dunst.picture(&picture)?;
    ensure!(std::fs::metadata(&picture)?.len() > 2_000, "a picture with something on it");

    notifier.close("b")?;
    wait_until("one is left", SOON, || Ok((dunst.displayed()? == 1).then_some(())))?;
    dunst.click()?;
    assert_eq!(notifier.click()?, ("a".to_owned(), "open".to_owned()));

    wait_until("what was clicked is gone", SOON, || Ok((dunst.displayed()? == 0).then_some(())))?;
    let past = wait_until("both are history", SOON, || {
        let past = dunst.history()?;

        Ok((past.len() == 2).then_some(past))
    })?;
    assert_eq!(past[0]["summary"], "Report: the front page & more");
    assert_eq!(past[0]["body"], "Since 14:02 &lt;b&gt;", "read as markup, this is the text as it was");
    assert_eq!(past[0]["appname"], "Frontwatch");
    assert_eq!(past[1]["summary"], "Media");
    Ok(())
}

#[test]
fn dunst_and_xfce4_notifyd_take_turns_and_each_shows_what_comes() -> Result<()> {
    let (bus, display) = (Bus::start()?, Display::start()?);
    let mut notifier = Notifier::start(&bus)?;
    let gone = || wait_until("no server", SOON, || Ok((!bus.has_notification_server()?).then_some(())));
    for _ in 0..2 {
        let dunst = Dunst::on(&bus, &display)?;
        notifier.raise_well(&notice("a"))?;
        wait_until("dunst shows it", SOON, || Ok((dunst.displayed()? == 1).then_some(())))?;
        drop(dunst);
        gone()?;
        assert_eq!(notifier.raise(&notice("a"))?["error"], "no server");

        let notifyd = Notifyd::start(&bus, &display)?;
        notifier.raise_well(&notice("a"))?;
        wait_until("xfce4-notifyd shows it", SOON, || Ok((notifyd.shown()?.len() == 1).then_some(())))?;
        drop(notifyd);
        gone()?;
    }
    Ok(())
}
