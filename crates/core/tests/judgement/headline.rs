//! Headlines that were replaced.

use crate::common::{by, headline};
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
use crate::table::hold;
use crate::{front_page, headlines};

#[test]
fn replaced_headlines_alarm_and_edited_ones_do_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "all headlines one message",
                by(|page| headlines(page, |_, _| "We were never gone".to_owned())),
                Alarm("headline.same"),
            ),
            (
                "half of them one message",
                by(|page| {
                    headlines(
                        page,
                        |at, old| if at % 2 == 0 { "We were never gone".to_owned() } else { old.to_owned() },
                    )
                }),
                Alarm("headline.same"),
            ),
            (
                "one message in each, told apart by spaces and doubled words",
                by(|page| headlines(page, |at, _| format!("We were{} never never gone", " ".repeat(at)))),
                Alarm("headline.same"),
            ),
            (
                "every headline and every section's name another",
                by(|page| {
                    let page = headlines(page, |at, _| {
                        format!(
                            "Nothing that they told you in part {} is true",
                            "abcdefghijklmnop".chars().nth(at).unwrap()
                        )
                    });
                    ["politics", "economy", "world", "culture", "sports", "science"]
                        .iter()
                        .fold(page, |page, name| page.replace(&format!("\">{name}</a>"), &format!("\">no {name}</a>")))
                }),
                Alarm("headline.rewritten"),
            ),
            (
                "one new sentence over four different stories",
                by(|page| {
                    headlines(page, |at, old| {
                        if (3..7).contains(&at) {
                            "Who believes them is lost forever".to_owned()
                        } else {
                            old.to_owned()
                        }
                    })
                }),
                Alarm("headline.shared"),
            ),
            (
                "every section another word",
                by(|page| {
                    ["politics", "economy", "world", "culture", "sports", "science", "opinion", "contact"]
                        .iter()
                        .fold(page.to_owned(), |page, name| page.replace(&format!("\">{name}</a>"), "\">Remember</a>"))
                }),
                Suspect("headline.entries"),
            ),
            (
                "two headlines edited",
                by(|page| {
                    headlines(page, |at, old| if at < 2 { old.replace("and the", "meets the") } else { old.to_owned() })
                }),
                Normal,
            ),
            (
                "a word in front of three of them",
                by(|page| headlines(page, |at, old| if at < 3 { format!("Live: {old}") } else { old.to_owned() })),
                Normal,
            ),
            (
                "the first three about one thing",
                by(|page| {
                    headlines(page, |at, old| if at < 3 { "The bridge is closed".to_owned() } else { old.to_owned() })
                }),
                NoAlarm,
            ),
            (
                "the same story in two places",
                by(|page| {
                    page.replacen(
                        "</main>",
                        &format!("<aside><h2>Most read</h2><h3>{0}</h3></aside></main>", headline(20)),
                        1,
                    )
                }),
                Normal,
            ),
        ],
    );
}
