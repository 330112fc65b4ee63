//! `[newsroom]`: what a newsroom wants to read when its page is not its own. And writing that into the text of a
//! configuration, where all else stays as a person wrote it.

use toml_edit::{DocumentMut, Item, Table, Value, value};

use super::edit::without_key;
use super::error::to_correct;
use super::{Config, ConfigError, parse};
use crate::text::{Arg, Message, english, is_disruptive};

/// The most lines of a runbook, and the most characters of one: it is read by somebody who is frightened.
const LINES: usize = 40;
/// See [`LINES`].
const LONGEST_LINE: usize = 400;

/// `[newsroom]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Newsroom {
    /// What to do when a page is not the newsroom's own, one step a line; empty: what the program says by itself.
    pub runbook: Vec<String>,
}

/// A runbook was not written. The text is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotSet {
    /// The text as it is is no configuration.
    Invalid(Vec<ConfigError>),
    /// The runbook is too long, and by how much.
    TooLong(Message),
    /// `newsroom` is written in a form that can't be changed without changing more.
    NotTheSame,
}

impl NotSet {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Invalid(errors) => to_correct(errors),
            Self::TooLong(why) => why.clone(),
            Self::NotTheSame => Message::new("config-runbook-by-hand"),
        }
    }
}

/// The steps of a runbook, one a line: without what cannot be seen, without blank lines.
///
/// # Errors
///
/// What is too much of it.
pub(super) fn steps(text: &str) -> Result<Vec<String>, Message> {
    let plain = |line: &str| line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !stray(*c)).collect();
    let lines = text.lines().map(plain).map(|line: String| line.trim().to_owned());
    let steps: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let too_long = |id, count: usize, most: usize| {
        Err(Message::new(id).with("count", Arg::Number(count as f64)).own("most", most))
    };
    if steps.len() > LINES {
        return too_long("config-runbook-lines", steps.len(), LINES);
    }
    match steps.iter().find(|step| step.chars().count() > LONGEST_LINE) {
        Some(step) => too_long("config-runbook-line", step.chars().count(), LONGEST_LINE),
        None => Ok(steps),
    }
}

/// What has no place in a line of text; what joins letters into the shapes of their script stays.
fn stray(c: char) -> bool {
    is_disruptive(c) && !matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0f}')
}

/// Writes a runbook into the text of a configuration; an empty one is taken out of it. Whatever else stood in the text
/// stands there still.
///
/// # Errors
///
/// Where the text is no configuration, the runbook is too long, or the two together would be read as something else.
pub fn set_runbook(text: &str, runbook: &str) -> Result<String, NotSet> {
    let before = parse(text).map_err(NotSet::Invalid)?.config;
    let steps = steps(runbook).map_err(NotSet::TooLong)?;
    let (mark, plain) = match text.strip_prefix('\u{feff}') {
        Some(plain) => ("\u{feff}", plain),
        None => ("", text),
    };
    // What goes is cut out: a comment above it is a person's, and stays.
    let cut = steps.is_empty().then(|| without_key(plain, "newsroom", "runbook")).flatten();
    let mut document: DocumentMut = cut.as_deref().unwrap_or(plain).parse().map_err(|_| NotSet::NotTheSame)?;
    if steps.is_empty() {
        remove(&mut document);
    } else {
        put(&mut document, &steps);
    }
    let mut written = document.to_string();
    if text.contains("\r\n") {
        written = written.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    written.insert_str(0, mark);
    let after = parse(&written).map_err(|_| NotSet::NotTheSame)?.config;
    let wanted = Config { newsroom: Newsroom { runbook: steps }, ..before };
    if after == wanted { Ok(written) } else { Err(NotSet::NotTheSame) }
}

fn put(document: &mut DocumentMut, steps: &[String]) {
    let text = if let [only] = steps { only.clone() } else { format!("{}\n", steps.join("\n")) };
    let newsroom = document.entry("newsroom").or_insert_with(|| Item::Table(Table::new()));
    let Some(newsroom) = newsroom.as_table_like_mut() else { return };
    match newsroom.get_mut("runbook").and_then(Item::as_value_mut) {
        Some(there) => {
            let mut new = Value::from(text);
            // A comment behind it is the person's.
            *new.decor_mut() = there.decor().clone();
            *there = new;
        }
        None => drop(newsroom.insert("runbook", value(text))),
    }
}

fn remove(document: &mut DocumentMut) {
    let Some(newsroom) = document.get_mut("newsroom").and_then(Item::as_table_like_mut) else { return };
    newsroom.remove("runbook");
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "# ours\n[watching]\ninterval = \"1m\" # not too often\n\n[[outlet]]\nname = \"Report\"\n\
                       homepage = \"https://report.example/\"\n";

    fn runbook(text: &str) -> Vec<String> {
        parse(text).unwrap().config.newsroom.runbook
    }

    #[test]
    fn a_runbook_is_written_changed_and_taken_out_and_the_rest_stays() {
        let first =
            set_runbook(OWN, "Call Nino: +994 12 000 00 00\n\n  Save the logs \"before\" anything \\ else\n").unwrap();
        assert!(first.starts_with(OWN), "{first}");
        assert_eq!(runbook(&first), ["Call Nino: +994 12 000 00 00", "Save the logs \"before\" anything \\ else"]);
        let second = set_runbook(&first.replace("[newsroom]", "# read this\n[newsroom]"), "Only one step").unwrap();
        assert!(second.contains("# read this\n[newsroom]"), "{second}");
        assert_eq!(runbook(&second), ["Only one step"]);
        let third = set_runbook(&second, " \n").unwrap();
        assert!(runbook(&third).is_empty() && third.starts_with(OWN) && third.contains("# read this"), "{third}");
        assert_eq!(runbook(&set_runbook("", "Call\nWrite").unwrap()), ["Call", "Write"]);
    }

    #[test]
    fn what_goes_takes_no_comment_with_it() {
        for text in [
            "# all of us\n[newsroom]\n# the short one\nrunbook = \"Call\" # the night desk\n# the end\n",
            "\u{feff}# all of us\r\n[newsroom]\r\n# the short one\r\nrunbook = '''\r\nCall\r\n''' # the night desk\r\n# the end\r\n",
            "# all of us\n# the short one\nnewsroom = { runbook = \"Call\" } # the night desk\n# the end\n",
        ] {
            let written = set_runbook(text, "").unwrap();
            assert!(runbook(&written).is_empty(), "{written}");
            for comment in ["# all of us", "# the short one", "# the night desk", "# the end"] {
                assert!(written.contains(comment), "{comment}: {written}");
            }
            assert_eq!(text.contains("\r\n"), written.contains("\r\n"), "{written:?}");
            assert_eq!(text.starts_with('\u{feff}'), written.starts_with('\u{feff}'), "{written:?}");
        }
    }

    #[test]
    fn the_text_is_read_back_whatever_its_form() {
        for text in [
            "\u{feff}[[outlet]]\r\nname = \"R\"\r\nhomepage = \"https://report.example/\"\r\n",
            "newsroom = { runbook = \"old\" } # inline\n",
            "newsroom.runbook = '''\nold\nlines\n''' # behind\n",
            "[newsroom]\nrunbook = \"\"\"\nold\n\"\"\" # behind\n[watching]\ninterval = \"1m\"\n",
        ] {
            let written = set_runbook(text, "a \"quoted\" step\n\tanother''' \"\"\" step\nthe last \\").unwrap();
            assert_eq!(runbook(&written), ["a \"quoted\" step", "another''' \"\"\" step", "the last \\"], "{written}");
            for comment in ["# inline", "# behind"].iter().filter(|comment| text.contains(**comment)) {
                assert!(written.contains(comment), "{written}");
            }
            assert_eq!(text.contains("\r\n"), written.contains("\r\n"));
        }
    }

    #[test]
    fn what_nobody_can_read_in_a_hurry_is_refused() {
        assert!(matches!(set_runbook("", &"step\n".repeat(LINES + 1)), Err(NotSet::TooLong(_))));
        assert!(matches!(set_runbook("", &"x".repeat(LONGEST_LINE + 1)), Err(NotSet::TooLong(_))));
        assert!(matches!(set_runbook("[newsroom", "x"), Err(NotSet::Invalid(_))));
        let hidden = set_runbook("", "call\u{202e} the\u{0} desk\u{200b}").unwrap();
        assert_eq!(runbook(&hidden), ["call the desk"]);
    }
}
