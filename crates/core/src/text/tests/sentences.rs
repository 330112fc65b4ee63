//! The sentences, word for word, whatever is put into them.

use jiff::Timestamp;
use proptest::prelude::*;

use super::{at, baku, speech};
use crate::incident::Cause;
use crate::notify::Button;
use crate::observation::{FailureKind, Stage};
use crate::text::alerts::{self, Blindness, NoticeText, Outage};
use crate::text::cli::{self, Round};
use crate::text::{Arg, Flaw, Message, Speech, words};
use crate::verdict::Availability;
use crate::watch::WatchKind;

#[test]
fn sentences_are_the_design_s_word_for_word() {
    const COVER: &str = "test-cover = a picture never seen there before covers the front page.";
    let speech = Speech::with_catalogue(COVER, baku());
    let cover = || Message::new("test-cover");
    let content = |kind, seen, fine| alerts::content_notice("Report", kind, cover(), at("14:02"), seen, fine);
    let content_of = |what| alerts::content_notice("Report", WatchKind::Homepage, what, at("14:02"), 2, false);
    let hidden = |behind| alerts::hidden_notice("Report", behind, at("14:20"));
    let table: [(NoticeText, &str, &str); 16] = [
        (
            content(WatchKind::Homepage, 2, true),
            "Report: alarm on the front page",
            "Report: a picture never seen there before covers the front page. Since 14:02, seen twice. \
             Your connection is fine.",
        ),
        (
            content(WatchKind::Admin, 1, false),
            "Report: alarm on the admin page",
            "Report: a picture never seen there before covers the front page. Since 14:02, seen once.",
        ),
        (
            content(WatchKind::Homepage, 21, false),
            "Report: alarm on the front page",
            "Report: a picture never seen there before covers the front page. Since 14:02, seen 21 times.",
        ),
        (
            alerts::outage_notice("Baku.ws", WatchKind::Homepage, Outage::Silent, at("14:05"), true),
            "Baku.ws: no answer",
            "Baku.ws has not answered since 14:05; other sites do.",
        ),
        (
            alerts::outage_notice("Baku.ws", WatchKind::Homepage, Outage::Silent, at("14:05"), false),
            "Baku.ws: no answer",
            "Baku.ws has not answered since 14:05.",
        ),
        (
            alerts::outage_notice("Baku.ws", WatchKind::Homepage, Outage::Error, at("14:05"), true),
            "Baku.ws: error page",
            "Baku.ws has shown an error page since 14:05; other sites are there.",
        ),
        (
            alerts::unseen_notice("Baku TV", WatchKind::Homepage, Blindness::Refused, 10),
            "Baku TV: we cannot see it",
            "We cannot see Baku TV: it has refused our looks for 10 minutes. This is not an all-clear.",
        ),
        (
            alerts::unseen_notice("Baku TV", WatchKind::Homepage, Blindness::RobotCheck, 1),
            "Baku TV: we cannot see it",
            "We cannot see Baku TV: it has put a robot check before our looks for 1 minute. This is not an all-clear.",
        ),
        (
            alerts::unseen_notice("Baku TV", WatchKind::Homepage, Blindness::Opened, 10),
            "Baku TV: we cannot see it",
            "We cannot see Baku TV: something on this computer or its network has opened encrypted connections for \
             10 minutes. This is not an all-clear.",
        ),
        (
            hidden(Availability::Error),
            "Report: hidden, not over",
            "Report: what was there is hidden behind an error page since 14:20. This is not over.",
        ),
        (
            hidden(Availability::Unreachable),
            "Report: hidden, not over",
            "Report: what was there is hidden as the site does not answer since 14:20. This is not over.",
        ),
        (
            alerts::flapping(content(WatchKind::Homepage, 9, true), 3, at("14:02")),
            "Report: alarm on the front page",
            "Report: a picture never seen there before covers the front page. Since 14:02, seen 9 times. \
             Your connection is fine. It comes and goes: 3 times since 14:02.",
        ),
        (
            content_of(words::looks_differ(WatchKind::Homepage, 2, 5)),
            "Report: alarm on the front page",
            "Report: some readers may see a different front page: 2 of 5 looks differed. Since 14:02, seen twice.",
        ),
        (
            alerts::over_notice("Report", WatchKind::Homepage, Cause::Content, at("14:02"), at("14:20")),
            "Report: over",
            "Report is as it should be again since 14:20. The alarm began at 14:02.",
        ),
        (
            alerts::over_notice("Baku.ws", WatchKind::Homepage, Cause::Outage, at("14:05"), at("14:20")),
            "Baku.ws: over",
            "Baku.ws answers again since 14:20. The trouble began at 14:05.",
        ),
        (
            alerts::over_notice("Baku TV", WatchKind::Homepage, Cause::Unseen, at("14:05"), at("14:20")),
            "Baku TV: over",
            "We can see Baku TV again since 14:20. We could not since 14:05.",
        ),
    ];
    for (notice, title, body) in table {
        assert_eq!(speech.say_at(&notice.title, at("14:30")), title);
        assert_eq!(speech.say_at(&notice.body, at("14:30")), body);
    }
    let buttons = [Button::Acknowledge, Button::Open, Button::Recheck];
    let buttons = buttons.map(|button| speech.say(&alerts::button(button))).join(" · ");
    assert_eq!(buttons, "I've got it · Open · Re-check");
}

#[test]
fn words_of_the_command_line_follow_the_numbers() {
    let speech = speech();
    let round = |total, alarms| cli::round(Round { total, alarms, suspects: 0, unseen: 2 });
    for (message, said) in [
        (round(1, 0), "1 watch: no alarm, 0 suspect, 2 that we cannot see."),
        (round(12, 1), "12 watches: 1 alarm, 0 suspect, 2 that we cannot see."),
        (round(12, 3), "12 watches: 3 alarms, 0 suspect, 2 that we cannot see."),
        (cli::not_watched(at("07:10"), at("07:42")), "not watched from 07:10 to 07:42"),
        (words::failed_look(FailureKind::TimedOut, Stage::Connect), "no answer in time (while connecting)"),
    ] {
        assert_eq!(speech.say_at(&message, at("14:30")), said);
    }
}

#[test]
fn a_moment_says_its_day_when_it_is_not_the_reader_s_today() {
    let speech = speech();
    let clock = Message::new("time-today").with("clock", at("00:30").into());
    for (now, said) in [
        (Some("2026-05-03T23:59:00+04:00"), "00:30"),
        (Some("2026-05-02T23:59:00+04:00"), "00:30 on 3 May"),
        (Some("2027-01-01T00:00:00+04:00"), "00:30 on 3 May 2026"),
        (None, "00:30 on 3 May 2026"),
    ] {
        let now = now.map(|now| now.parse().expect("a moment"));
        let words = now.map_or_else(|| speech.say(&clock), |now| speech.say_at(&clock, now));
        assert_eq!(words, said);
    }
    assert_eq!(speech.say_exactly(&clock), "00:30:00 UTC+04:00 on 3 May 2026");
}

#[test]
fn unknown_languages_fall_back_to_english() {
    for languages in [&["xx-YY", "de"][..], &["en-GB", "en"], &["no such tag", ""], &[]] {
        let languages: Vec<String> = languages.iter().map(ToString::to_string).collect();
        assert_eq!(Speech::new(&languages, baku()).say(&alerts::button(Button::Open)), "Open", "{languages:?}");
    }
}

#[test]
fn what_is_missing_is_said_and_found() {
    let speech = speech();
    let unknown = Message::new("no-such-id\u{202e}\n");
    assert_eq!(speech.say(&unknown), "(no text for no-such-id)");
    assert_eq!(speech.flaws(&unknown), [Flaw::NoText(unknown.id.clone())]);

    let bare = Message::new("since-seen").with("since", at("14:02").into());
    assert!(speech.say_at(&bare, at("14:30")).starts_with("Since 14:02, seen "));
    let lacking = Flaw::NoArgument { id: "since-seen".to_owned(), argument: "seen".to_owned() };
    assert!(speech.flaws(&bare).contains(&lacking), "{:?}", speech.flaws(&bare));

    let mut deep = Message::new("connection-fine");
    for _ in 0..50 {
        deep = Message::new("time-today").with("clock", deep.into());
    }
    assert_eq!(speech.say(&deep), "…");
    assert!(matches!(speech.flaws(&deep).as_slice(), [Flaw::TooDeep(_)]));
}

#[test]
fn a_name_from_right_to_left_does_not_turn_the_sentence() {
    let say = |outlet: &str| {
        speech().say(&alerts::outage_notice(outlet, WatchKind::Homepage, Outage::Silent, at("14:05"), false).title)
    };
    assert_eq!(say("دفتر المرفأ"), "\u{2068}دفتر المرفأ\u{2069}: no answer");
    assert_eq!(say("Хроника"), "Хроника: no answer");
}

#[test]
fn a_site_s_words_stay_within_their_quotation() {
    const TITLE: &str = "test-title = the title is \"{ $title }\"";
    let speech = Speech::with_catalogue(TITLE, baku());
    let say = |arg| speech.say(&Message::new("test-title").with("title", arg));
    for (title, said) in [
        ("ok\". All is well. \"", "the title is \"ok'. All is well. '\""),
        ("{ $outlet } { button-open }", "the title is \"{ $outlet } { button-op…\""),
        ("a\u{202e}b\nc", "the title is \"ab c\""),
    ] {
        assert_eq!(say(Arg::Foreign(title.to_owned())), said);
    }
    for marks in ["\"\"", "“”", "„“", "‟”", "«»", "»«", "‹›"] {
        let marks: Vec<char> = marks.chars().collect();
        let title = format!("ok{}. All well. {}", marks[1], marks[0]);
        assert_eq!(say(Arg::Foreign(title)), "the title is \"ok'. All well. '\"", "{marks:?}");
    }
    assert_eq!(
        say(Arg::Own("a long name of our own\u{7} stays".to_owned())),
        "the title is \"a long name of our own stays\""
    );
}

proptest! {
    #[test]
    fn whatever_the_arguments_something_is_said(
        number in prop_oneof![any::<f64>(), Just(f64::NAN), Just(f64::MAX), Just(f64::NEG_INFINITY)],
        text in any::<String>(),
        seconds in -377_705_000_000_i64..253_402_000_000,
    ) {
        let speech = speech();
        let moment = Timestamp::from_second(seconds).expect("within jiff's range");
        let args = [Arg::Number(number), Arg::Own(text.clone()), Arg::Foreign(text), Arg::Time(moment)];
        for (id, name) in [("since-seen", "seen"), ("minutes", "minutes"), ("notice-content-body", "what"), ("month", "month")] {
            for arg in &args {
                let message = Message::new(id).with(name, arg.clone()).with("since", Arg::Time(moment));
                let said = speech.say(&message);
                prop_assert!(!said.is_empty() && !said.contains('\n'));
            }
        }
    }
}

#[test]
fn clones_change_their_language_together() {
    let speech = Speech::with_catalogue("own-words = Öz sözüm", baku());
    let clone = speech.clone();
    let words = Message::new("own-words");
    assert_eq!(clone.say(&words), "Öz sözüm");
    speech.change(&["xx".to_owned(), "en".to_owned()]);
    assert_eq!(clone.flaws(&words), [Flaw::NoText("own-words".to_owned())]);
    assert_eq!(clone.window().iter().map(|text| text.language).collect::<Vec<_>>(), ["en"]);
}

#[test]
fn the_headline_of_an_outage_names_what_is_away() {
    for (kind, how, says) in [
        (WatchKind::Homepage, Outage::Silent, "it does not answer"),
        (WatchKind::Feed, Outage::Silent, "the feed does not answer"),
        (WatchKind::Admin, Outage::Error, "the admin page shows an error page"),
        (WatchKind::Article, Outage::Maintenance, "a published story says that it is under maintenance"),
    ] {
        assert_eq!(speech().say(&alerts::outage_headline(kind, how)), says);
    }
}
