//! Feeds: stories that vanish, change or lead elsewhere.

use crate::common::{Watch, by, feed, swap};
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;

/// A feed of the stories that `keep` keeps, each put through `change`.
fn items(feed: &str, keep: impl Fn(usize) -> bool, change: impl Fn(usize, &str) -> String) -> String {
    let mut parts = feed.split("<item>");
    let head = parts.next().unwrap_or_default();
    let items: String =
        parts.enumerate().filter(|(at, _)| keep(*at)).map(|(at, item)| change(at, &format!("<item>{item}"))).collect();
    // The last story carries the end of the feed.
    let end = if items.ends_with("</rss>") { "" } else { "</channel></rss>" };
    format!("{head}{items}{end}")
}

fn same(_: usize, item: &str) -> String {
    item.to_owned()
}

fn titled(item: &str, title: &str) -> String {
    let (start, rest) = item.split_once("<title>").unwrap();
    let (_, end) = rest.split_once("</title>").unwrap();
    format!("{start}<title>{title}</title>{end}")
}

#[test]
fn feeds_alarm_when_stories_vanish_change_or_lead_elsewhere() {
    let watch = Watch::learned(WatchKind::Feed, feed, 6);
    hold(
        &watch,
        &feed(6),
        vec![
            ("a third is gone", by(|feed| items(feed, |at| at % 3 != 1, same)), Alarm("feed.vanished")),
            ("the newest half is gone", by(|feed| items(feed, |at| at > 9, same)), Alarm("feed.vanished")),
            (
                "all titles rewritten",
                by(|feed| items(feed, |_| true, |_, item| titled(item, "All your stories belong here"))),
                Alarm("feed.retitled"),
            ),
            (
                "one title a claim",
                by(|feed| {
                    items(
                        feed,
                        |_| true,
                        |at, item| if at == 3 { titled(item, "Hacked by nobody") } else { item.to_owned() },
                    )
                }),
                Alarm("feed.retitled"),
            ),
            (
                "links elsewhere",
                by(|feed| {
                    items(feed, |_| true, |_, item| item.replace("https://outlet.example", "http://evil.example"))
                }),
                Alarm("feed.links"),
            ),
            ("empty", by(|feed| items(feed, |_| false, same)), Alarm("feed.empty")),
            (
                "a flood",
                by(|feed| {
                    let flood: String = (0..60)
                        .map(|n| format!("<item><title>win {n}</title><link>https://outlet.example/w{n}</link></item>"))
                        .collect();
                    feed.replacen("<item>", &format!("{flood}<item>"), 1)
                }),
                Alarm("feed.flood"),
            ),
            ("five more", by(|_| feed(11)), Normal),
            ("all twenty new after a night", by(|_| feed(40)), Normal),
            ("three headlines edited", by(|feed| feed.replacen("and the", "meets the", 3)), Normal),
            ("one story taken back", by(|feed| items(feed, |at| at != 4, same)), Normal),
            (
                "a story of a partner",
                by(|feed| {
                    items(
                        feed,
                        |_| true,
                        |at, item| {
                            if at == 2 {
                                item.replace("https://outlet.example", "https://partner.example")
                            } else {
                                item.to_owned()
                            }
                        },
                    )
                }),
                Normal,
            ),
            (
                "one headline written anew",
                by(|feed| {
                    items(
                        feed,
                        |_| true,
                        |at, item| if at == 5 { titled(item, "Voters choose a mayor today") } else { item.to_owned() },
                    )
                }),
                NoAlarm,
            ),
            (
                "a story about a hack",
                swap(
                    "<item>",
                    "<item><title>Ministry site hacked by unknown group</title><link>https://outlet.example/news/99</link><guid>s99</guid></item><item>",
                ),
                Normal,
            ),
            ("a shorter feed", by(|feed| items(feed, |at| at < 15, same)), Normal),
        ],
    );
}

#[test]
fn what_is_no_feed_is_not_said_to_be_well() {
    let watch = Watch::learned(WatchKind::Feed, feed, 6);
    for page in ["{\"items\":[]}", "nothing", ""] {
        let judged = watch.judge(page);
        assert_ne!(judged.judgement.verdict, Verdict::Normal, "{page}");
        assert_ne!(judged.judgement.verdict, Verdict::Learning, "{page}");
    }
}
