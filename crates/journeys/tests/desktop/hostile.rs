//! A page whose words are an attack on whoever reads them: markup, script, reordering, control characters, a megabyte. They
//! are inert and short wherever they come to: list, card, question, page of the incident, history, report, lists of outlets,
//! notification, webhook, tray, title, log, configuration and the names of files.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{FarEnd, Recorder, Tray, Window, wait_until};

use crate::desk::{Desk, OFTEN, SOON, history, learned, pasted, picture, shows, status};
use crate::site::Site;

/// Code in the place of words; a megabyte more follows.
const MARKUP: &str =
    "</title></h1><b id=\"owned\">x</b><script>document.title='owned'</script><img src=x onerror=alert(1)>";
/// Characters that reorder, control and hide, in the place of words; a megabyte more follows.
const UNSEEN: &str =
    "Hacked by <b>\u{202e}us\u{202c} \u{2066}\u{200f}\u{0}\u{1b}[3m\u{7}\u{2028}\u{200b} & \"all is well\" ";
/// What a spreadsheet would run, in the place of a name; a flood follows.
const FORMULA: &str = "=HYPERLINK(\"\"http://127.0.0.1:9/\"\";\"\"all is well\"\")<b id='owned'>\u{202e}x";
/// What no page may bring into the window: elements, characters that control, reorder or hide, in texts, attributes and
/// fields, a flood of letters, a window that scrolls sideways.
const WRONG: &str = r"
    const wrong = [];
    const brought = document.querySelectorAll('#owned, body b, body style, main script, [onerror], [onload], img[src=x]');
    if (brought.length > 0) wrong.push(`${brought.length} elements, the first is ${brought[0].outerHTML.slice(0, 200)}`);
    const attributes = [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes].map(({ value }) => value));
    const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
    const sly = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u;
    for (const text of [document.title, document.body.textContent, ...attributes, ...fields]) {
        const at = text.search(sly);
        if (at >= 0) wrong.push(`it is not plain: ${JSON.stringify(text.slice(Math.max(0, at - 40), at + 40))}`);
        if (text.includes('A'.repeat(300))) wrong.push(`it is long: ${text.slice(0, 100)}`);
    }
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`it scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`);
    if (document.title === 'owned') wrong.push('a script ran');
    return wrong.join('\n');
";

#[test]
fn hostile_words_are_inert_and_short_wherever_they_are_shown() -> Result<()> {
    let (gazette, courier) = (Site::open("The Harbour Gazette")?, Site::open("The Hill Courier")?);
    let far_end = FarEnd::webhook()?;
    let outlet = |name: &str, site: &Site| format!("[[outlet]]\nname = \"{name}\"\nhomepage = \"{}\"\n", site.address);
    let chat = format!("[[webhook]]\nname = \"chat\"\nurl = \"http://{}/\"\n", far_end.address());
    let desk = Desk::new(&[OFTEN.to_owned(), outlet("Gazette", &gazette), outlet("Courier", &courier), chat].concat())?;
    let server = Recorder::start(&desk.bus)?;
    let mut command = desk.command(&[])?;
    // Everything that is ever logged.
    let mut window = Window::start(command.env("FRONTWATCH_LOG", "debug"))?;
    window.wait(SOON)?;
    let tray = desk.tray()?;
    learned(&window, 2, || {})?;

    gazette.say(&megabyte(MARKUP));
    server.wait_for("an alert", SOON, |raised| raised.summary.starts_with("Gazette"))?;
    courier.say(&megabyte(UNSEEN));
    let second = server.wait_for("an alert", SOON, |raised| raised.summary.starts_with("Courier"))?;
    ensure!(second.body.contains("Hacked by &lt;b&gt;us"), "what it says is said: {:?}", second.body);
    shows(&tray, "alarm")?;
    for says in ["code was written into the page's title", "the title claims that the page was taken over"] {
        window.wait_for_text("article[data-state=open]", says, SOON)?;
    }

    on_the_everyday_page(&window)?;
    in_the_questions(&window)?;
    on_its_page_and_in_its_report(&window)?;
    at_a_site_that_is_added(&window)?;
    in_lists_of_outlets(&desk, &window)?;

    in_the_tray(&tray)?;
    let titles = desk.titles(window.pid())?;
    ensure!(titles.iter().all(|title| is_plain(title) && title.chars().count() <= 100), "{titles:?}");
    for raised in server.raised() {
        for text in [&raised.summary, &raised.body] {
            ensure!(is_plain(text) && !text.contains('<') && text.chars().count() < 400, "{text:?}");
        }
    }
    let posted = wait_until("both went to the chat", SOON, || {
        let came = far_end.came();
        Ok((came.len() >= 2).then_some(came))
    })?;
    for came in posted {
        let value: serde_json::Value = serde_json::from_str(&came.body)?;
        ensure!(texts(&value).iter().all(|text| is_plain(&text.replace('\n', " "))), "{}", came.body);
        ensure!(came.body.len() < 10_000, "{} bytes", came.body.len());
    }
    in_files(desk.home.path())?;
    let toml = std::fs::read_to_string(desk.home.config())?;
    ensure!(is_plain(&toml.replace('\n', " ")) && toml.len() < 4_000, "{toml}");
    in_the_log(&window)
}

/// The list and its cards, with who was told; and what it says is said.
fn on_the_everyday_page(window: &Window) -> Result<()> {
    for card in 0..2 {
        let closed = "article[data-state=open] h3 button[aria-expanded=false]";
        if card > 0 && window.exists(closed)? {
            window.click(closed)?;
        }
    }
    window.click("article[data-state=open] [data-action=timeline]")?;
    window.text("article [data-moment]")?;
    inert(window, "the everyday page")?;
    window.picture(&picture("hostile-title")?)?;
    let told = window.texts("[data-side=now]")?.concat();
    ensure!(told.contains("</title></h1><b id=") && told.contains("Hacked by <b>us"), "what it says is said: {told:?}");
    for (css, most) in [("#sentence", 300), ("article[data-anomaly]", 4_000)] {
        for text in window.texts(css)? {
            ensure!(text.chars().count() <= most, "{css}: {} characters: {text:.500}", text.chars().count());
        }
    }
    Ok(())
}

fn in_the_questions(window: &Window) -> Result<()> {
    for question in ["approve", "dismiss"] {
        window.click(&format!("article[data-state=open] [data-action={question}]"))?;
        window.text(&format!("dialog[data-question={question}]"))?;
        inert(window, question)?;
        window.click(&format!("[data-action={question}-no]"))?;
    }
    Ok(())
}

/// The history, the page of each incident, and its report, which comes out of the clipboard.
fn on_its_page_and_in_its_report(window: &Window) -> Result<()> {
    let mut reports = String::new();
    for place in [1, 2] {
        window.click("[data-nav=history]")?;
        wait_until("both in the history", SOON, || Ok((history(window)?.len() == 2).then_some(())))?;
        inert(window, "the history")?;
        window.click(&format!("li:nth-of-type({place}) > [data-incident]"))?;
        window.text("#incident [data-capture]")?;
        inert(window, "the page of the incident")?;
        let digest = window.text("[data-capture] code")?;
        window.click("#incident [data-action=copy]")?;
        window.wait_for_text(".hand-on", "The report is copied", SOON)?;
        window.click("[data-action=runbook-edit]")?;
        let report = pasted(window, "[name=runbook]", &digest)?;
        window.click("[data-action=runbook-cancel]")?;
        ensure!(is_plain(&report.replace('\n', " ")) && report.chars().count() < 10_000, "{report}");
        reports += &report;
    }
    ensure!(reports.contains("<b id=") && reports.contains("Hacked by <b>us"), "what it says is said: {reports}");
    Ok(())
}

/// A person who adds such a site: what is proposed, and the name that it would have.
fn at_a_site_that_is_added(window: &Window) -> Result<()> {
    window.click("[data-nav=now]")?;
    for words in [MARKUP, UNSEEN] {
        let other = Site::open(&megabyte(words))?;
        if !window.exists("#address")? {
            window.click("#add-outlet")?;
        }
        window.type_into("#address", &other.address)?;
        window.click("#look")?;
        let proposal = window.text("#proposal")?;
        ensure!(proposal.chars().count() < 600, "{proposal:?}");
        inert(window, "what is proposed")?;
        window.click("#proposal [data-action=back]")?;
    }
    window.click("#add [data-action=cancel]")
}

/// A list with such a name: before a yes, among the outlets, on the page of one, and in the lists that go out.
fn in_lists_of_outlets(desk: &Desk, window: &Window) -> Result<()> {
    let (list, third) = (desk.home.path().join("list.csv"), Site::open("The Mill Post")?);
    std::fs::write(&list, format!("name,url\n\"{FORMULA}{}\",{}\n", "A".repeat(100_000), third.address))?;
    window.click("[data-nav=outlets]")?;
    window.click("[data-action=import]")?;
    window.choose_file("[name=list]", &list)?;
    window.text("#list-says")?;
    inert(window, "a list that is read")?;
    if window.exists("[data-action=import-add]")? {
        window.click("[data-action=import-add]")?;
        wait_until("a third outlet", SOON, || Ok((window.texts("[data-outlet]")?.len() == 3).then_some(())))?;
    }
    inert(window, "the outlets")?;
    window.click("[data-action=export]")?;
    // In the table, the name begins with an apostrophe, which spreadsheets take for text.
    for (form, written) in [(1, "text=\"=HYPERLINK"), (2, "\"'=HYPERLINK")] {
        window.click(&format!(".export .copy:nth-of-type({form}) [data-action=copy]"))?;
        window.wait_for_text(&format!(".export .copy:nth-of-type({form})"), "copied", SOON)?;
        let text = pasted(window, "#search", written)?;
        ensure!(is_plain(&text) && text.chars().count() < 3_000, "{text}");
    }
    window.type_into("#search", "Gazette")?;
    window.click("[data-outlet=Gazette] [data-action=outlet]")?;
    window.text("#watches")?;
    inert(window, "the page of the outlet")
}

fn in_the_tray(tray: &Tray) -> Result<()> {
    let line = status(tray)?;
    ensure!(line.starts_with("2 alarms. First "), "{line:?}");
    for text in tray.lines()?.into_iter().map(|line| line.label).chain([tray.title()?]) {
        ensure!(is_plain(&text) && text.chars().count() <= 90, "{text:?}");
    }
    Ok(())
}

/// No file has a name that a site gave it.
fn in_files(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        ensure!(is_plain(&name) && !name.contains("owned") && !name.contains("AAAA"), "{name:?}");
        if path.is_dir() && !path.is_symlink() {
            in_files(&path)?;
        }
    }
    Ok(())
}

fn in_the_log(window: &Window) -> Result<()> {
    let log = window.errors();
    ensure!(log.iter().any(|line| line.contains("DEBUG")), "there is a log to look at");
    for line in log {
        // Of a library: a tab, where a language is not installed.
        let line = line.replace('\t', " ");
        ensure!(!line.contains("owned") && is_plain(&line) && !line.contains("AAAAAAAA"), "{line:.200}");
    }
    Ok(())
}

/// Nothing of the words became anything but text in the window as it is now.
fn inert(window: &Window, place: &str) -> Result<()> {
    let wrong = window.script(WRONG)?;
    ensure!(wrong == "", "{place}: {}", wrong.as_str().unwrap_or_default());
    Ok(())
}

/// Every text of a JSON value.
fn texts(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::String(text) => vec![text],
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        serde_json::Value::Object(values) => values.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Words as they stand in a page. Only `</title` ends a title, so that it is written as an entity: whoever reads it decodes
/// that.
fn megabyte(words: &str) -> String {
    format!("{}{}", words.replace('&', "&amp;").replace('<', "&lt;"), "A".repeat(1_000_000))
}

/// Nothing that controls, reorders or hides.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}
