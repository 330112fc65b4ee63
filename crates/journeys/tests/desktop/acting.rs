//! All that a person can do about an alarm, done in the window: look again, put off, take, look at its pictures, open the page,
//! write down what to do, hand it on as text, set it aside with a reason, say that it was the newsroom; and report what
//! nobody published. What came of each stands in the history.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Key, Paper, Recorder, Window, wait_until};
use frontwatch_newsroom::Attack;

use crate::desk::{Desk, SOON, focused, history, learned, pasted, picture};

/// What the newsroom writes into its own steps.
const STEPS: [&str; 2] = ["Call the night desk: +994 12 000 00 00", "Save the logs before anything is restored"];
/// What somebody saw and reports.
const SEEN: &str = "A poll that nobody of us wrote";

#[test]
fn whatever_can_be_done_about_an_alarm_is_done_in_the_window_and_stands_in_the_history() -> Result<()> {
    let paper = Paper::open()?;
    let watched: Vec<_> = (0..3).map(|place| paper.outlet(place)).collect::<Result<_>>()?;
    let outlets = watched.iter().map(|outlet| {
        format!("\n[[outlet]]\nname = {:?}   # ours\nhomepage = {:?}\n", outlet.name, outlet.homepage.as_str())
    });
    let desk = Desk::new(&format!("[watching]\ninterval = \"2s\"\n{}", outlets.collect::<String>()))?;
    let server = Recorder::start(&desk.bus)?;
    let opened = desk.home.path().join("opened");
    let mut window = Window::start(&with_a_browser(&desk)?)?;
    window.wait(SOON)?;
    learned(&window, 3, || paper.publish())?;
    let name = |place: usize| watched[place].name.as_str();
    let card = |place: usize| Card { window: &window, outlet: watched[place].name.clone() };

    // Looked at again, put off, and taken: on its card, then on its page.
    paper.attack(0, Attack::Cover)?;
    let alert = server.wait_for("an alert", SOON, |raised| raised.summary.starts_with(name(0)))?;
    let first = card(0).key("open")?;
    window.click(&format!("{first} [data-action=recheck]"))?;
    window.wait_for_text(&format!("{first} .outcome"), "Looked at 1 page: 1 alarm", SOON)?;
    window.click(&format!("{first} [data-action=put-off]"))?;
    window.click(&format!("{first} [data-put-off=quarter]"))?;
    window.wait_for_text(&format!("{first} [data-fact=state]"), "put off until", SOON)?;
    window.click(&format!("{first} [data-action=everything]"))?;
    window.click("#incident [data-action=acknowledge]")?;
    window.text("#incident header[data-state=acknowledged]")?;
    wait_until("who has it needs no notification", SOON, || {
        Ok((!server.on_screen().iter().any(|raised| raised.id == alert.id)).then_some(()))
    })?;

    // What an intruder placed is a picture that was made anew, and blurred until somebody wants to see it.
    window.text("[data-pictures=now] img")?;
    let painted = || {
        let of = "const it = document.querySelector('[data-pictures=now] img'); \
                  return [it.src.slice(0, 22), it.naturalWidth > 0, getComputedStyle(it).filter.includes('blur')]";
        Ok::<_, anyhow::Error>(window.script(of)?.to_string())
    };
    wait_until("the picture is there, blurred", SOON, || {
        Ok((painted()? == "[\"data:image/png;base64,\",true,true]").then_some(()))
    })
    .with_context(|| format!("{:?}", painted()))?;
    window.click("[data-action=unblur]")?;
    assert_eq!(painted()?, "[\"data:image/png;base64,\",true,false]");
    window.picture(&picture("incident-picture")?)?;

    // The page is opened after a question alone, and the one that is watched.
    window.click("[data-action=open-page]")?;
    window.wait_for_text("dialog[data-question=open]", "may not be yours", SOON)?;
    assert_eq!(focused(&window)?, "open-no");
    window.click("[data-action=open-no]")?;
    ensure!(!opened.exists(), "nothing was opened");
    window.click("[data-action=open-page]")?;
    window.click("[data-action=open-yes]")?;
    // The shell makes the file before it writes the line: it is there, and empty, for a moment.
    let line = || std::fs::read_to_string(&opened).ok().filter(|written| written.ends_with('\n'));
    let address = wait_until("the page is opened", SOON, || Ok(line()))?;
    assert_eq!(address.trim(), watched[0].homepage.as_str());

    // What to do, in the newsroom's own words, which go into its file.
    window.click("[data-action=runbook-edit]")?;
    window.type_into("[name=runbook]", STEPS[0])?;
    window.press(Key::Enter)?;
    window.type_text(STEPS[1])?;
    window.click("[data-action=runbook-save]")?;
    wait_until("the steps", SOON, || Ok((window.texts("#runbook li")? == STEPS).then_some(())))
        .with_context(|| format!("{:?}", window.texts("#runbook")))?;
    let file = std::fs::read_to_string(desk.home.config())?;
    ensure!(file.contains("Call the night desk") && file.matches("# ours").count() == 3, "{file}");

    // As text, which comes out of the desktop's clipboard.
    window.click("[data-action=copy]")?;
    window.wait_for_text(".hand-on", "The report is copied", SOON)?;
    window.click("[data-action=runbook-edit]")?;
    let digest = window.text("[data-capture] code")?;
    let report = pasted(&window, "[name=runbook]", &digest)?;
    for part in [name(0), "covers the front page", "Call the night desk", watched[0].homepage.as_str()] {
        ensure!(report.contains(part), "{part:?} is not in {report}");
    }
    ensure!(digest.len() == 64, "{digest}");
    window.click("[data-action=runbook-cancel]")?;

    // It is nothing, for a reason that is said with one tap.
    window.click("#incident [data-action=dismiss]")?;
    assert_eq!(focused(&window)?, "dismiss-no");
    window.click("dialog [data-why=design]")?;
    window.text("#incident header[data-state=resolved]")?;
    paper.restore(0)?;
    window.click("[data-action=back]")?;

    // It was us, after a question that says in words how the page was and how it is.
    paper.attack(1, Attack::Title)?;
    let second = card(1).key("open")?;
    window.click(&format!("{second} [data-action=approve]"))?;
    let asked = window.wait_for_text("dialog[data-question=approve]", "was here", SOON)?;
    ensure!(asked.contains("Before") && asked.contains("Now"), "{asked}");
    assert_eq!(focused(&window)?, "approve-no");
    window.picture(&picture("this-was-us-in-words")?)?;
    window.click("[data-action=approve-yes]")?;
    wait_until("it is over", SOON, || Ok(window.exists(&format!("{second}[data-state=resolved]"))?.then_some(())))?;
    window.click("#recheck")?;
    window.wait_for_text("#outcome", "nothing out of the ordinary", SOON)?;

    // What nobody published and no look sees is an alarm as well, and told.
    window.click("#report-any [data-action=report]")?;
    window.choose("#report-any [name=outlet]", name(2))?;
    window.type_into("#report-any [name=report-words]", SEEN)?;
    window.click("#report-any [data-action=report-send]")?;
    server.wait_for("an alert of what was reported", SOON, |raised| raised.summary.starts_with(name(2)))?;
    let reported = card(2).key("open")?;
    window.wait_for_text(&reported, SEEN, SOON)?;

    in_the_history(&window, &[name(0), name(1), name(2)])
}

/// All of them are in the history, are found by their words and by how they stand, and lead to all about them.
fn in_the_history(window: &Window, outlets: &[&str; 3]) -> Result<()> {
    window.click("[data-nav=history]")?;
    for outlet in outlets {
        let listed = || Ok(history(window)?.iter().any(|line| line.contains(outlet)).then_some(()));
        wait_until(outlet, SOON, listed).with_context(|| format!("{:#?}", history(window)))?;
    }
    window.picture(&picture("history-of-all")?)?;
    window.choose("#history [name=state]", "open")?;
    only(window, outlets[2])?;
    window.choose("#history [name=state]", "resolved")?;
    window.type_into("#history [name=words]", "picture")?;
    only(window, outlets[0])?;
    window.click("[data-incident]")?;
    window.wait_for_text("#incident header h1", outlets[0], SOON)?;
    let course = window.wait_for_text("#incident [data-moment]", "set aside: we changed the design", SOON);
    course.with_context(|| format!("{:#?}", window.texts("#incident [data-moment]"))).map(drop)
}

/// Waits until one incident is found, of this outlet.
fn only(window: &Window, outlet: &str) -> Result<()> {
    wait_until(&format!("one line, of {outlet}"), SOON, || {
        Ok(matches!(&history(window)?[..], [line] if line.contains(outlet)).then_some(()))
    })
    .with_context(|| format!("{:#?}", history(window)))
}

/// The program, where the system's browser is one that writes down what it is given.
fn with_a_browser(desk: &Desk) -> Result<std::process::Command> {
    let folder = desk.home.path().join("bin");
    std::fs::create_dir_all(&folder)?;
    let browser = folder.join("xdg-open");
    std::fs::write(&browser, format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >> {}/opened\n", desk.home.path().display()))?;
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755))?;
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = desk.command(&[])?;
    command.env("PATH", format!("{}:{path}", folder.display()));
    Ok(command)
}

/// The card of an outlet's anomaly.
struct Card<'a> {
    window: &'a Window,
    outlet: String,
}

impl Card<'_> {
    /// What names it for as long as it is there, once it stands so; opened.
    fn key(&self, state: &str) -> Result<String> {
        let find = format!(
            "return [...document.querySelectorAll('article[data-anomaly][data-state={state}]')]\
             .find((card) => card.innerText.includes({:?}))?.dataset.anomaly ?? ''",
            self.outlet
        );
        let what = format!("a card of {} that is {state}", self.outlet);
        let key = wait_until(&what, Duration::from_secs(40), || {
            let key = self.window.script(&find)?.as_str().unwrap_or_default().to_owned();
            Ok((!key.is_empty()).then_some(key))
        })
        .with_context(|| format!("{:#?}", self.window.texts("article[data-anomaly]")))?;
        let card = format!("article[data-anomaly={key:?}]");
        if self.window.exists(&format!("{card} h3 button[aria-expanded=false]"))? {
            self.window.click(&format!("{card} h3 button"))?;
        }
        Ok(card)
    }
}
