//! The outlets in the window: one more by its address, paused, a part of its pages ignored, renamed, removed and put back; and a
//! list of them from elsewhere and for elsewhere. All of it goes into the file, whose own words stay.

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Paper, Recorder, Window, wait_until};
use frontwatch_newsroom::Attack;

use crate::desk::{Desk, QUIET, SOON, focused, learned, pasted, picture, shows};

#[test]
fn outlets_are_added_paused_spared_a_part_renamed_removed_and_given_away() -> Result<()> {
    let paper = Paper::open()?;
    let (ledger, other) = (paper.outlet(0)?, paper.outlet(1)?);
    let (name, homepage) = (ledger.name.as_str(), ledger.homepage.as_str());
    let written = format!(
        "# Ours.\n[watching]\ninterval = \"2s\"\n\n[[outlet]]\nname = {name:?}   # the oldest\nhomepage = {homepage:?}\n"
    );
    let desk = Desk::new(&written)?;
    let server = Recorder::start(&desk.bus)?;
    let file = || -> Result<String> { Ok(std::fs::read_to_string(desk.home.config())?) };
    let window = desk.window()?;
    let tray = desk.tray()?;

    // One more, by its address.
    window.click("#add-outlet")?;
    window.type_into("#address", other.homepage.as_str())?;
    window.click("#look")?;
    window.type_into("#outlet-name", "Second")?;
    window.click("#watch-it")?;
    window.text("[data-outlet=Second]")?;
    ensure!(file()?.starts_with(&written), "what stood in the file stands there: {}", file()?);
    learned(&window, 2, || paper.publish())?;

    // Paused, it is watched and nobody is told; at the end of the pause they are.
    window.click("[data-nav=outlets]")?;
    window.click("[data-outlet=Second] [data-action=outlet]")?;
    window.wait_for_text("main h1", "Second", SOON)?;
    window.click("[data-action=pause-outlet]")?;
    window.wait_for_text(".pausing", "Alerts paused", SOON)?;
    paper.attack(1, Attack::Cover)?;
    window.wait_for_text("#watches", "covers the front page", SOON)?;
    shows(&tray, "alarm")?;
    server.never("an alert of an outlet whose alerts are paused", QUIET, |_| true)?;
    window.picture(&picture("outlet-paused")?)?;
    window.click("[data-action=resume-outlet]")?;
    server.wait_for("the alert, late", SOON, |raised| raised.summary.starts_with("Second"))?;
    paper.restore(1)?;
    wait_until("it is over", SOON, || {
        Ok(server.on_screen().iter().all(|raised| raised.urgency != Some(2)).then_some(()))
    })?;

    // A part of its pages that changes all the time is picked from what changed.
    window.click("[data-action=ignore]")?;
    window.wait_for_text("[data-part]", "#weather", SOON)?;
    window.picture(&picture("outlet-ignore")?)?;
    window.click("[data-part='#weather'] [data-action=ignore-part]")?;
    wait_until("it is ignored", SOON, || Ok(file()?.contains("\"#weather\"").then_some(())))?;
    wait_until("it is offered no more", SOON, || Ok((!window.exists("[data-part='#weather']")?).then_some(())))?;

    // Another name; and, after a question, out of the file and back again as it was.
    window.click("[data-action=edit]")?;
    window.type_into("[name=edit-name]", "The Second")?;
    window.click("[data-action=edit-save]")?;
    window.wait_for_text("main h1", "The Second", SOON)?;
    let before = file()?;
    window.click("[data-action=remove]")?;
    assert_eq!(focused(&window)?, "remove-no");
    window.click("[data-action=remove-yes]")?;
    window.text("#removed")?;
    ensure!(!file()?.contains("The Second") && file()?.starts_with(&written), "{}", file()?);
    window.click("[data-action=put-back]")?;
    window.text("#watches")?;
    assert_eq!(file()?, before);

    a_list_comes_and_goes(&desk, &window, &paper)?;
    ensure!(file()?.starts_with(&written), "what stood in the file stands there: {}", file()?);
    Ok(())
}

/// A list of another program is read from a file; what is watched already is left out. The outlets go out as lists, through
/// the clipboard.
fn a_list_comes_and_goes(desk: &Desk, window: &Window, paper: &Paper) -> Result<()> {
    window.click("[data-nav=outlets]")?;
    let lines = (0..4).map(|place| Ok(format!("Paper {place},{}\n", paper.outlet(place)?.homepage)));
    let list = desk.home.path().join("list.csv");
    std::fs::write(&list, format!("name,url\n{}", lines.collect::<Result<String>>()?))?;
    window.click("[data-action=import]")?;
    window.choose_file("[name=list]", &list)?;
    wait_until("two of the list are new", SOON, || Ok((window.texts("#list-add li")?.len() == 2).then_some(())))
        .with_context(|| format!("{:?}", window.texts(".import")))?;
    window.click("[data-action=import-add]")?;
    wait_until("four outlets", SOON, || Ok((window.texts("[data-outlet]")?.len() == 4).then_some(())))?;

    window.click("[data-action=export]")?;
    window.click(".export .copy:nth-of-type(1) [data-action=copy]")?;
    let opml = pasted(window, "#search", "<opml")?;
    window.click(".export .copy:nth-of-type(2) [data-action=copy]")?;
    let csv = pasted(window, "#search", "name,group,homepage,feed")?;
    for place in 0..4 {
        let address = paper.outlet(place)?.homepage;
        ensure!(opml.contains(address.as_str()) && csv.contains(address.as_str()), "{address}: {opml}\n{csv}");
    }
    Ok(())
}
