//! The settings in the window and the file in an editor are the same thing: what is changed in one stands in the other, and
//! nothing else of the file is touched.

use anyhow::{Result, ensure};
use frontwatch_journeys::{Key, Window, wait_until};

use crate::desk::{Desk, OPEN, SOON, picture, value};

/// A file with its owner's own words.
const WRITTEN: &str = "\
# The night desk. Ask Leyla before you change this.
[watching]
interval = \"2s\"   # as often as may be

[[outlet]]
name = \"Paper\"   # ours
homepage = \"http://127.0.0.1:9/\"
";

#[test]
fn what_is_set_in_the_window_stands_in_the_file_and_the_other_way_round() -> Result<()> {
    let desk = Desk::new(WRITTEN)?;
    let mut window = desk.window()?;
    let tray = desk.tray()?;
    let file = || -> Result<String> { Ok(std::fs::read_to_string(desk.home.config())?) };
    let says = |what: &str| wait_until(what, SOON, || Ok(file()?.contains(what).then_some(())));
    window.click("[data-nav=settings]")?;
    shows(&window, "interval", "2s")?;

    // What the file can't hold is said at its field, and not written.
    fill(&window, "interval", "soon")?;
    window.press(Key::Enter)?;
    window.wait_for_text("[data-setting=interval] [role=alert]", "soon", SOON)?;
    assert_eq!(file()?, WRITTEN);
    window.picture(&picture("settings-refused")?)?;

    // What it can hold is written, and not a byte besides.
    fill(&window, "interval", "3s")?;
    window.press(Key::Enter)?;
    says("interval = \"3s\"")?;
    assert_eq!(file()?, WRITTEN.replace("\"2s\"", "\"3s\""));

    // What an editor writes shows up here; what somebody is just filling in is not taken from under their hands.
    desk.home.configure(&WRITTEN.replace("\"2s\"", "\"4s\""))?;
    shows(&window, "interval", "4s")?;
    fill(&window, "interval", "6s")?;
    desk.home.configure(&WRITTEN.replace("\"2s\"", "\"5s\""))?;
    window.wait_for_text("[data-setting=interval] [data-changed]", "5s", SOON)?;
    assert_eq!(value(&window, "[data-setting=interval] input")?, "6s");
    window.press(Key::Enter)?;
    says("interval = \"6s\"")?;

    // Quiet hours.
    window.click("[data-setting=quiet_hours] [name=quiet]")?;
    window.click("[data-setting=quiet_hours] button")?;
    says("quiet_hours = \"22:00-07:00\"")?;

    // Another language is spoken at once, in the window and in the tray.
    window.choose("[data-setting=languages] select", "tr")?;
    says("languages = [\"tr\"]")?;
    window.wait_for_text("main h1", "Ayarlar", SOON)?;
    wait_until("the tray speaks it, too", SOON, || {
        Ok(tray.lines()?.iter().any(|line| line.label.contains("Frontwatch penceresini aç")).then_some(()))
    })?;
    window.choose("[data-setting=languages] select", "")?;
    window.wait_for_text("main h1", "Settings", SOON)?;
    wait_until("the tray as well", SOON, || Ok(tray.lines()?.iter().any(|line| line.label == OPEN).then_some(())))?;

    // The words of its owner are where they were, and a window that is opened later shows the same.
    for kept in ["# The night desk. Ask Leyla before you change this.", "# as often as may be", "# ours"] {
        ensure!(file()?.contains(kept), "{kept:?} is gone: {}", file()?);
    }
    window.close(&desk.display)?;
    tray.click(OPEN)?;
    window.wait(SOON)?;
    window.click("[data-nav=settings]")?;
    shows(&window, "interval", "6s")
}

/// Types into the field of a setting.
fn fill(window: &Window, setting: &str, text: &str) -> Result<()> {
    window.type_into(&format!("[data-setting={setting}] input"), text)
}

/// Waits until the field of a setting has this in it.
fn shows(window: &Window, setting: &str, text: &str) -> Result<()> {
    let field = format!("[data-setting={setting}] input");
    wait_until(&format!("{setting} is {text}"), SOON, || {
        Ok((window.exists(&field)? && value(window, &field)? == text).then_some(()))
    })
}
