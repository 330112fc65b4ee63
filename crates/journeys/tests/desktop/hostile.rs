//! A page whose title is an attack on whoever reads it: markup, script, reordering, control characters, a megabyte. It is
//! inert and short in the list, the notification, the tray and the log.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Recorder, Window, wait_until};

use crate::desk::{Desk, OFTEN, SOON, picture, shows, status};

/// Code in the place of a title; a megabyte more follows.
const MARKUP: &str = "</title><b id=\"owned\">x</b><script>document.title='owned'</script><img src=x onerror=alert(1)>";
/// Characters that reorder, control and hide, in the place of a title; a megabyte more follows.
const UNSEEN: &str = "Hacked by <b>\u{202e}us\u{202c}\u{0}\u{1b}[3m\u{7}\u{200b} & \"all is well\" ";
/// What no page may bring into the window.
const FOREIGN: &str =
    "return document.querySelectorAll('#owned, #anomalies b, #anomalies script, #anomalies img[src=x]').length";

#[test]
fn a_hostile_title_is_inert_and_short_wherever_it_is_shown() -> Result<()> {
    let (gazette, courier) = (Site::open("The Harbour Gazette")?, Site::open("The Hill Courier")?);
    let outlet = |name: &str, site: &Site| format!("[[outlet]]\nname = \"{name}\"\nhomepage = \"{}\"\n", site.address);
    let desk = Desk::new(&[OFTEN.to_owned(), outlet("Gazette", &gazette), outlet("Courier", &courier)].concat())?;
    let server = Recorder::start(&desk.bus)?;
    let mut command = desk.command(&[])?;
    // Everything that is ever logged.
    let mut window = Window::start(command.env("FRONTWATCH_LOG", "debug"))?;
    window.wait(SOON)?;
    let tray = desk.tray()?;
    wait_until("both are learned", Duration::from_secs(60), || {
        Ok((window.texts("[data-outlet][data-standing=normal]")?.len() == 2).then_some(()))
    })?;

    gazette.set_title(&megabyte(MARKUP));
    let first = server.wait_for("an alert", SOON, |raised| raised.summary.starts_with("Gazette"))?;
    courier.set_title(&megabyte(UNSEEN));
    let second = server.wait_for("an alert", SOON, |raised| raised.summary.starts_with("Courier"))?;
    shows(&tray, "alarm")?;
    window.wait_for_text("article[data-state=open]", "code was written into the page's title", SOON)?;
    window.wait_for_text("article[data-state=open]", "the title claims that the page was taken over", SOON)?;
    window.picture(&picture("hostile-title")?)?;

    // The notifications: one line, short, and escaped for a server that reads markup.
    for text in [&first.summary, &first.body, &second.summary, &second.body] {
        ensure!(is_plain(text) && !text.contains('<'), "{text:?}");
        ensure!(text.chars().count() < 400, "{} characters", text.chars().count());
    }
    ensure!(second.body.contains("Hacked by &lt;b&gt;us"), "what it says is said: {:?}", second.body);

    // The list: text and nothing else.
    assert_eq!(window.script(FOREIGN)?, 0);
    for card in window.texts("article[data-state=open]")? {
        ensure!(is_plain(&card.replace('\n', " ")) && card.chars().count() < 4_000, "{card:?}");
    }
    window.click("article[data-state=open] h3 button[aria-expanded=false]")?;
    let told = window.texts("[data-side=now]")?.concat();
    ensure!(told.contains("</title><b id=") && told.contains("Hacked by <b>us"), "what it says is said: {told:?}");
    assert_eq!(window.script(FOREIGN)?, 0);
    let titles = desk.titles(window.pid())?;
    ensure!(
        titles.iter().all(|title| is_plain(title) && title.chars().count() <= 100 && title != "owned"),
        "{titles:?}"
    );

    // The tray.
    let line = status(&tray)?;
    ensure!(line.starts_with("2 alarms. First ") && is_plain(&line) && line.chars().count() <= 90, "{line:?}");

    // And a person who adds such a site.
    for title in [MARKUP, UNSEEN] {
        let other = Site::open(&megabyte(title))?;
        if !window.exists("#address")? {
            window.click("#add-outlet")?;
        }
        window.type_into("#address", &other.address)?;
        window.click("#look")?;
        let proposal = window.text("#proposal")?;
        ensure!(is_plain(&proposal.replace('\n', " ")) && proposal.chars().count() < 600, "{proposal:?}");
        assert_eq!(window.script(FOREIGN)?, 0);
        window.click("#proposal [data-action=back]")?;
    }

    // The log.
    let log = window.errors();
    ensure!(log.iter().any(|line| line.contains("DEBUG")), "there is a log to look at");
    for line in log {
        // Of a library: a tab, where a language is not installed.
        let line = line.replace('\t', " ");
        ensure!(!line.contains("owned") && is_plain(&line) && !line.contains("AAAAAAAA"), "{line:.200}");
    }
    Ok(())
}

/// A title as it stands in a page. Only `</title` ends one, so that it is written as an entity: whoever reads it decodes
/// that.
fn megabyte(title: &str) -> String {
    format!("{}{}", title.replace('&', "&amp;").replace('<', "&lt;"), "A".repeat(1_000_000))
}

/// Nothing that controls, reorders or hides.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// A front page on loopback whose title can be set.
struct Site {
    address: String,
    title: Arc<Mutex<String>>,
}

impl Site {
    fn open(title: &str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port on 127.0.0.1")?;
        let address = format!("http://{}/", listener.local_addr()?);
        let title = Arc::new(Mutex::new(title.to_owned()));
        let known = Arc::clone(&title);
        // It ends with the test's process.
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let page = page(&known.lock().unwrap_or_else(PoisonError::into_inner));
                let mut lines = BufReader::new(&connection).lines();
                while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n";
                // A reader that has gone does not matter.
                let _ = write!(&connection, "{head}Content-Length: {}\r\n\r\n{page}", page.len());
            }
        });
        Ok(Self { address, title })
    }

    fn set_title(&self, title: &str) {
        title.clone_into(&mut self.title.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

fn page(title: &str) -> String {
    let story = |n: usize| {
        format!(
            "<article><h3><a href=\"/story/{n}\">The council weighs plan number {n} for the old harbour</a></h3>\
             <p>Residents of the quarter were heard on Tuesday about the {n}th proposal.</p></article>"
        )
    };
    let stories: Vec<String> = (0..30).map(story).collect();
    let stories = stories.concat();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title></head><body><header><a href=\"/\"><img \
         src=\"/logo.png\" alt=\"The Harbour Gazette\"></a><nav><a href=\"/news\">News</a><a href=\"/sport\">Sport</a>\
         <a href=\"/culture\">Culture</a></nav></header><main><h1>News from the harbour</h1>{stories}</main>\
         <footer><a href=\"/about\">About us</a></footer></body></html>"
    )
}
