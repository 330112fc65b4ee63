//! Another language, another writing, another direction; and text that is not to be seen any more.

use crate::common::{by, headline, swap, swap_all};
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use crate::{front_page, headlines};

#[test]
fn a_page_in_another_writing_alarms_and_a_foreign_word_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "written the other way",
                swap("<html lang=\"en\">", "<html lang=\"en\" dir=\"rtl\">"),
                Alarm("language.turned"),
            ),
            (
                "everything said in another writing",
                by(|page| {
                    let page = headlines(page, |at, _| format!("Запомните этот день номер {at} навсегда"));
                    page.replace(
                        "was the talk of the day, said people who were there, number",
                        "это было сказано всем, кто там был, под номером",
                    )
                }),
                Alarm("language.passage"),
            ),
            (
                "the stories not to be seen",
                swap_all("<article class=\"card\">", "<article class=\"card\" style=\"opacity:0\">"),
                Alarm("text.hidden"),
            ),
            ("another language named", swap("<html lang=\"en\">", "<html lang=\"en-GB\">"), Normal),
            (
                "two stories in another writing",
                by(|page| {
                    headlines(page, |at, old| {
                        if at < 2 { "Новости на русском языке".to_owned() } else { old.to_owned() }
                    })
                }),
                Normal,
            ),
            (
                "a summary in another language among the stories",
                swap(
                    "</main>",
                    "<section lang=\"ar\" dir=\"rtl\"><p>أخبار اليوم باللغة العربية لقرائنا في الخارج</p></section></main>",
                ),
                NoAlarm,
            ),
            (
                "stories behind a tab",
                by(|page| {
                    page.replace(
                        "</main>",
                        &format!("<div style=display:none><p>{}</p><p>{}</p></div></main>", headline(60), headline(61)),
                    )
                }),
                NoAlarm,
            ),
        ],
    );
}
