//! Feeds: stories that vanish, change or lead elsewhere.

use crate::common::{Watch, by, feed, headline, kinds, swap, told};
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
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
                "links elsewhere by an address with a tab in it",
                by(|feed| {
                    items(feed, |_| true, |_, item| item.replace("https://outlet.example", "ht&#9;tps://evil.example"))
                }),
                Alarm("feed.links"),
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
            ("all twenty others at once", by(|_| feed(40)), Alarm("feed.removed")),
            ("only the newest three are left", by(|feed| items(feed, |at| at < 3, same)), Alarm("feed.removed")),
            ("the older half is gone", by(|feed| items(feed, |at| at < 8, same)), Suspect("feed.removed")),
            (
                "links to another path under the same names",
                by(|feed| {
                    items(
                        feed,
                        |at| at < 20,
                        |at, item| if at < 7 { item.replace("/news/", "/n/x") } else { item.to_owned() },
                    )
                }),
                Suspect("feed.moved"),
            ),
            (
                "three stories lead to a stranger under their names",
                by(|feed| {
                    items(
                        feed,
                        |_| true,
                        |at, item| {
                            if at < 4 {
                                item.replace("https://outlet.example", "http://evil.example")
                            } else {
                                item.to_owned()
                            }
                        },
                    )
                }),
                Alarm("feed.moved"),
            ),
            (
                "an address corrected",
                by(|feed| {
                    items(
                        feed,
                        |_| true,
                        |at, item| if at == 2 { item.replace("/news/", "/news/city-") } else { item.to_owned() },
                    )
                }),
                Normal,
            ),
            (
                "a campaign in every address",
                by(|feed| {
                    items(
                        feed,
                        |_| true,
                        |_, item| item.replace("</link>", "?utm_source=rss&amp;utm_medium=feed</link>"),
                    )
                }),
                Normal,
            ),
            (
                "every story twice",
                by(|feed| items(feed, |_| true, |_, item| format!("{0}{0}", item.replace("</channel></rss>", "")))),
                Normal,
            ),
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

#[test]
fn a_whole_new_feed_after_a_night_is_the_news() {
    let mut watch = Watch::learned(WatchKind::Feed, feed, 6);
    watch.looks += 60; // ten minutes each
    let judged = watch.judge(&feed(40));
    assert_eq!(judged.judgement.verdict, Verdict::Normal, "{}", told(&judged));
}

/// The same stories in every format that there is.
#[test]
fn every_format_is_judged() {
    type Format = fn(usize) -> String;
    fn listed(n: usize, one: impl Fn(usize) -> String) -> String {
        (n..n + 20).rev().map(one).collect()
    }
    let atom: Format = |n| {
        let entries = listed(n, |story| {
            format!(
                "<entry><id>s{story}</id><title>{}</title><link href='https://outlet.example/news/{story}'/></entry>",
                headline(story)
            )
        });
        format!("<feed><title>Outlet Daily</title>{entries}</feed>")
    };
    let json: Format = |n| {
        let items = listed(n, |story| {
            format!(
                "{{\"id\":\"s{story}\",\"title\":\"{}\",\"url\":\"https://outlet.example/news/{story}\"}},",
                headline(story)
            )
        });
        format!("{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}]}}", items.trim_end_matches(','))
    };
    let sitemap: Format = |n| {
        let urls = listed(n, |story| {
            format!(
                "<url><loc>https://outlet.example/news/{story}</loc><news:news><news:publication_date>2025-02-20T{:02}:{:02}:00Z\
                 </news:publication_date><news:title>{}</news:title></news:news></url>",
                story / 60,
                story % 60,
                headline(story)
            )
        });
        format!("<?xml version='1.0'?><urlset>{urls}</urlset>")
    };
    for (what, format, middle) in
        [("Atom", atom, "<entry>"), ("JSON Feed", json, "{\"id\""), ("a news sitemap", sitemap, "<url>")]
    {
        let watch = Watch::learned(WatchKind::Feed, format, 6);
        let now = format(6);
        let parts: Vec<&str> = now.split(middle).collect();
        let tail = match what {
            "Atom" => "</feed>",
            "JSON Feed" => "]}",
            _ => "</urlset>",
        };
        let without: String = parts
            .iter()
            .enumerate()
            .filter(|(at, _)| *at == 0 || at % 3 != 1)
            .map(|(at, part)| if at == 0 { (*part).to_owned() } else { format!("{middle}{part}") })
            .collect();
        let rows = [
            ("as it goes on", format(8), Verdict::Normal),
            ("a third is gone", without, Verdict::Alarm),
            ("another host", now.replace("https://outlet.example", "http://evil.example"), Verdict::Alarm),
            ("broken off", now[..now.len() / 2].to_owned(), Verdict::Inconclusive),
            ("empty", format!("{}{tail}", parts[0]), Verdict::Alarm),
            (
                "a list of sitemaps",
                "<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>".to_owned(),
                Verdict::Inconclusive,
            ),
        ];
        for (change, text, verdict) in rows {
            let judged = watch.judge(&text);
            assert_eq!(judged.judgement.verdict, verdict, "{what}, {change}: {}", told(&judged));
        }
    }
}

#[test]
fn why_a_feed_cannot_be_read_is_said() {
    let watch = Watch::learned(WatchKind::Feed, feed, 6);
    let whole = feed(6);
    for (text, kind) in [
        ("<html><body>nothing here</body></html>", "feed.unread"),
        ("<rss><channel><title>Outlet Daily</title>", "feed.broken"),
        (&whole[..whole.len() / 2], "feed.broken"),
        ("<sitemapindex><sitemap><loc>https://outlet.example/news.xml</loc></sitemap></sitemapindex>", "feed.index"),
        ("<sitemapindex><sitemap><loc>https://outlet.example/</loc></sitemap></sitemapindex>", "feed.circular"),
    ] {
        let judged = watch.judge(text);
        assert_eq!(judged.judgement.verdict, Verdict::Inconclusive, "{text:.60}: {}", told(&judged));
        assert_eq!(kinds(&judged), [kind], "{text:.60}");
    }
}
