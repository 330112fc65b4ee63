//! Published stories: taken on from the feed, looked at ever less often, told of together.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use frontwatch_core::incident::Cause;
use frontwatch_core::observation::{Headers, Outcome};
use frontwatch_core::parts::Reach;
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::WatchKind;
use frontwatch_engine::ports::{Freshness, Order};
use jiff::fmt::rfc2822::DateTimePrinter;
use jiff::{SignedDuration, Timestamp};

use crate::web::{answer, page as answered};
use crate::world::{Life, PAPER, World, minutes, seconds};

const FEED: &str = "http://127.0.0.1:9/feed.xml";

fn address(n: usize) -> String {
    format!("http://127.0.0.1:9/news/{n}.html")
}

/// A story's page: its text is long enough that a paragraph more or less is told from another story.
fn story(n: usize) -> String {
    let mut text = String::new();
    for paragraph in 0..6 {
        let words =
            ["council", "harbour", "bridge", "school", "river", "market", "budget", "winter", "station", "garden"];
        let said: Vec<&str> = (0..50).map(|w| words[(n * 7 + paragraph * 3 + w * (w + n)) % words.len()]).collect();
        let _ = write!(text, "<p>Paragraph {paragraph} of story {n}: {}.</p>", said.join(" "));
    }
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Story {n} of the day | Paper</title></head><body>\
         <header><nav><a href=\"/\">Home</a> <a href=\"/city\">City</a></nav></header>\
         <article><h1>Story {n} of the day</h1>{text}</article><footer>Paper, 1 Quay Street</footer></body></html>"
    )
}

fn feed(stories: impl Iterator<Item = usize>, at: Timestamp) -> String {
    let mut feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Paper</title>".to_owned();
    for n in stories {
        let published = at - SignedDuration::from_mins(i64::try_from(n).unwrap());
        let date = DateTimePrinter::new().timestamp_to_string(&published).unwrap();
        let (title, link) = (format!("Story {n} of the day"), address(n));
        let _ = write!(
            feed,
            "<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate></item>"
        );
    }
    feed + "</channel></rss>"
}

/// Twenty stories, the first the newest.
fn publish(world: &World) {
    let opened = "2026-09-21T14:00:00Z".parse().unwrap();
    world.web.serve(FEED, move |order, _| answered(order, &feed(0..20, opened)));
    world.web.otherwise(|order, _| Outcome::Answered(answer(order, 404, "Not found")));
    for n in 0..20 {
        world.web.serve(&address(n), move |order, _| answered(order, &story(n)));
    }
}

fn configured() -> String {
    format!("[watching]\ninterval = \"30s\"\n[[outlet]]\nname = \"Paper\"\nhomepage = \"{PAPER}\"\nfeed = \"{FEED}\"\n")
}

/// Watches until each story was looked at.
async fn watched(world: &World) -> Life {
    publish(world);
    let life = world.watch(&configured()).await;
    world
        .until(minutes(5), "every story is looked at", || (0..20).all(|n| !world.web.looks_at(&address(n)).is_empty()))
        .await;
    // A feed that stays the same is read at every second look, and known after three.
    world.pass(minutes(8)).await;
    life
}

fn delete(world: &World, stories: impl Iterator<Item = usize>) {
    for n in stories {
        world.web.answer(&address(n), 404, "Not found");
    }
}

#[tokio::test(start_paused = true)]
async fn deleted_stories_are_one_incident_that_counts_them() {
    let world = World::new();
    let life = watched(&world).await;
    assert_eq!(world.screen.tried().len(), 0);
    let before: Vec<usize> = (12..20).map(|n| world.web.looks_at(&address(n)).len()).collect();
    delete(&world, 0..12);
    let opened = "2026-09-21T14:00:00Z".parse().unwrap();
    world.web.serve(FEED, move |order, _| answered(order, &feed(12..20, opened)));
    let took = world.until(seconds(90), "an alert", || !world.screen.raised().is_empty()).await;
    assert!(took < seconds(80), "{took:?}");
    // Stories that stayed are looked at for what happened to others.
    for n in 12..20 {
        assert!(world.web.looks_at(&address(n)).len() > before[n - 12], "story {n} in {took:?}");
    }
    world.pass(minutes(2)).await;
    let unresolved = life.unresolved().await;
    assert_eq!(unresolved.len(), 1, "{unresolved:?}");
    let incident = &unresolved[0];
    assert_eq!(
        (incident.kind, incident.cause, incident.severity),
        (WatchKind::Article, Cause::Content, Severity::Critical)
    );
    let raised = world.screen.raised();
    let body = &raised.last().unwrap().notice.body;
    assert!(body.starts_with("Paper: 12 stories published today no longer open."), "{body}");
    assert!(
        raised.iter().all(|it| it.notice.key == raised[0].notice.key && it.stored_first),
        "one place on the screen"
    );
    // They come back: it is over once every story was seen again.
    publish(&world);
    world.until(minutes(20), "recovery", || world.screen.raised().last().is_some_and(|it| it.notice.over)).await;
    assert_eq!(life.unresolved().await, []);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn stories_that_go_one_after_the_other_do_not_have_the_rest_looked_at_for_each() {
    let world = World::new();
    let life = watched(&world).await;
    let before: Vec<usize> = (12..20).map(|n| world.web.looks_at(&address(n)).len()).collect();
    // Each is gone once the one before it was seen to be gone, and that confirmed.
    let seen = Arc::new(AtomicUsize::new(0));
    for n in 0..12 {
        let seen = Arc::clone(&seen);
        world.web.serve(&address(n), move |order, _| {
            if seen.load(Ordering::SeqCst) < 2 * n {
                return answered(order, &story(n));
            }
            seen.fetch_add(1, Ordering::SeqCst);
            Outcome::Answered(answer(order, 404, "Not found"))
        });
    }
    let gone = || seen.load(Ordering::SeqCst) >= 24;
    let took = world.until(minutes(20), "all twelve", gone).await;
    let looks: Vec<usize> = (12..20).map(|n| world.web.looks_at(&address(n)).len() - before[n - 12]).collect();
    assert!(looks.iter().all(|looks| (1..=8).contains(looks)), "{looks:?} in {took:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn one_story_that_was_taken_down_is_a_warning_and_can_be_said_to_be_ours() {
    let world = World::new();
    let life = watched(&world).await;
    delete(&world, 3..4);
    world.until(minutes(12), "a warning", || world.screen.raised().len() == 1).await;
    let incident = life.unresolved().await.remove(0);
    assert_eq!(incident.severity, Severity::Warning);
    let body = world.screen.raised()[0].notice.body.clone();
    assert!(body.contains("a story published today no longer opens: \"Story 3 of the day\""), "{body}");
    life.handle.resolve(incident.id, frontwatch_core::incident::Resolution::Ours).await.unwrap();
    world.pass(minutes(30)).await;
    assert_eq!((life.unresolved().await.len(), world.screen.raised().len()), (0, 1));
    let looks = world.web.looks_at(&address(3)).len();
    world.pass(minutes(30)).await;
    assert_eq!(world.web.looks_at(&address(3)).len(), looks, "it is let go of");
    world.stop(life).await;
}

/// What a site shows in the place of a story that it does not have, without saying so.
fn nothing(order: &Order) -> Outcome {
    answered(
        order,
        "<!DOCTYPE html><html lang=\"en\"><head><title>Paper</title></head><body>\
         <header><nav><a href=\"/\">Home</a> <a href=\"/city\">City</a></nav></header><main><h1>Paper</h1>\
         <p>Read what our readers read most this week, look through the sections above or write to the desk in the city.</p>\
         </main><footer>Paper, 1 Quay Street</footer></body></html>",
    )
}

#[tokio::test(start_paused = true)]
async fn a_story_that_gives_way_to_what_the_site_shows_for_no_story_is_deleted() {
    let world = World::new();
    publish(&world);
    world.web.otherwise(|order, _| nothing(order));
    let life = world.watch(&configured().replace("30s", "5m")).await;
    world.pass(minutes(60)).await;
    let asked = || world.web.looks().iter().filter(|look| look.url.path().contains("/no-such-story-")).count();
    assert_eq!((asked(), world.screen.tried().len()), (1, 0));
    world.web.serve(&address(3), |order, _| nothing(order));
    world.until(minutes(120), "a warning", || !world.screen.raised().is_empty()).await;
    let incident = life.unresolved().await.remove(0);
    assert_eq!(incident.signals[0].kind, "stories.deleted", "{:?}", incident.signals);
    world.pass(minutes(3 * 60)).await;
    assert_eq!(asked(), 1, "once a day, not at each look");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn trouble_and_stories_outlive_a_restart() {
    let world = World::new();
    let life = watched(&world).await;
    delete(&world, 0..5);
    world
        .until(minutes(12), "an alert", || {
            world.screen.raised().iter().any(|it| it.notice.severity == Severity::Critical)
        })
        .await;
    world.pass(seconds(30)).await;
    let told = world.screen.raised().len();
    world.cut_off(life).await;
    // Deleted while nobody watched, and out of the feed.
    delete(&world, 5..6);
    let opened = "2026-09-21T14:00:00Z".parse().unwrap();
    world.web.serve(FEED, move |order, _| answered(order, &feed(6..20, opened)));
    let life = world.watch(&configured()).await;
    world.pass(minutes(10)).await;
    let unresolved = life.unresolved().await;
    assert_eq!(unresolved.len(), 1, "{unresolved:?}");
    assert!(unresolved[0].signals[0].before.contains("/news/5.html"), "{:?}", unresolved[0].signals);
    assert_eq!(world.screen.raised().len(), told, "what is known is not told again");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_ordinary_day_of_stories_is_quiet_polite_and_bounded() {
    let world = World::new();
    let life = watched(&world).await;
    let (begun, before) = (world.clock_in(seconds(0)), world.web.looks().len());
    world.pass(minutes(3 * 60)).await;
    let looks = world.web.looks();
    let at_stories = looks[before..].iter().filter(|look| look.url.path().starts_with("/news/")).collect::<Vec<_>>();
    let first_hour =
        at_stories.iter().filter(|look| look.at.duration_since(begun) < SignedDuration::from_hours(1)).count();
    assert!(first_hour <= 240 + 20, "{first_hour} an hour");
    let conditional = at_stories.iter().filter(|look| matches!(look.freshness, Freshness::Conditional(_))).count();
    assert!(conditional * 3 > at_stories.len() || at_stories.len() < 10, "{conditional} of {}", at_stories.len());
    assert_eq!(world.screen.tried().len(), 0);
    let odd: Vec<_> = life
        .verdicts()
        .into_iter()
        .filter(|v| v.watch == WatchKind::Article && v.said.verdict == Verdict::Alarm)
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
    // The group is the one row, and a re-check of the outlet ends.
    let overview = life.handle.overview().await.unwrap();
    assert_eq!(overview.outlets[0].watches.iter().filter(|row| row.id.as_str().starts_with("article ")).count(), 1);
    life.handle.recheck(Vec::new()).await.unwrap();
    world.pass(seconds(20)).await;
    let recheck = life.handle.overview().await.unwrap().recheck.unwrap();
    assert!(recheck.outcome.is_some(), "{recheck:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn stories_may_be_left_alone_and_pinned_ones_are_looked_at_always() {
    let world = World::new();
    publish(&world);
    let pinned = configured() + &format!("article = false\npinned = [\"{}\"]\n", address(7));
    let life = world.watch(&pinned).await;
    world.pass(minutes(60)).await;
    assert!(world.web.looks_at(&address(7)).len() > 8);
    assert_eq!(world.web.looks_at(&address(0)).len(), 0);
    world.stop(life).await;
}

/// What a person named may lead anywhere; what the site names, no further in than the answer came from that names it.
#[tokio::test(start_paused = true)]
async fn what_a_site_names_leads_no_further_in_than_the_answer_that_names_it() {
    const SITE: &str = "http://paper.example/";
    const SHEET: &str = "http://paper.example/site.css";
    const NAMES: &str = "http://paper.example/feed.xml";
    let story_at = |n: usize| format!("http://paper.example/news/{n}.html");
    let (world, opened) = (World::new(), "2026-09-21T14:00:00Z".parse().unwrap());
    world.web.file(SHEET, "body { color: black }");
    world.web.serve(SITE, |order, _| answered(order, "<link rel=stylesheet href=/site.css><h1>Paper</h1><p>News."));
    world.web.otherwise(|order, _| Outcome::Answered(answer(order, 404, "Not found")));
    for n in 0..20 {
        world.web.serve(&story_at(n), move |order, _| answered(order, &story(n)));
    }
    let publish = |stories: std::ops::Range<usize>| {
        let feed = feed(stories, opened).replace("http://127.0.0.1:9/", SITE);
        world.web.serve(NAMES, move |order, _| answered(order, &feed));
    };
    // The reaches of all looks at an address since so many of them.
    let reached = |url: &str, since: usize| {
        let looks = world.web.looks_at(url).into_iter().chain(world.web.parts_at(url));
        looks.map(|look| look.reach).skip(since).collect::<Vec<_>>()
    };
    let expect = |urls: &[&str], since: &[usize], expected: Reach| {
        for (url, since) in urls.iter().zip(since) {
            let reached = reached(url, *since);
            assert!(!reached.is_empty() && reached.iter().all(|reach| *reach == expected), "{url}: {reached:?}");
        }
    };
    let counts = |urls: &[&str]| urls.iter().map(|url| reached(url, 0).len()).collect::<Vec<_>>();
    let configured = configured().replace("http://127.0.0.1:9/", SITE) + &format!("pinned = [\"{}\"]\n", story_at(7));
    let (new, old, pinned) = (story_at(0), story_at(3), story_at(7));
    let (by_person, by_feed) = ([SITE, NAMES, &pinned], [old.as_str()]);

    // The page is in the newsroom's network, and its feed elsewhere.
    publish(1..20);
    world.web.comes_from(SITE, Reach::Private);
    let life = world.watch(&configured).await;
    world.pass(minutes(5)).await;
    expect(&by_person, &[0; 3], Reach::Loopback);
    expect(&by_feed, &[0], Reach::Public);
    expect(&[SHEET], &[0], Reach::Private);
    let made_up = || world.web.looks().into_iter().filter(|look| look.url.path().contains("no-such-story"));
    assert!(made_up().count() > 0);

    // The page is outside now, and the feed inside.
    world.web.comes_from(SITE, Reach::Public);
    world.web.comes_from(NAMES, Reach::Private);
    publish(0..20);
    world.pass(minutes(3)).await;
    let before = counts(&[SHEET, &new, &old]);
    world.pass(minutes(20)).await;
    expect(&[SHEET], &before, Reach::Public);
    expect(&[&new, &old], &before[1..], Reach::Private);
    world.stop(life).await;

    // What is known from before leads nowhere inward until the feed says so again, and is then looked at.
    world.web.answer(NAMES, 500, "Error");
    let before = counts(&[&old, &pinned]);
    let life = world.watch(&configured).await;
    world.pass(minutes(5)).await;
    expect(&[&old], &before, Reach::Public);
    expect(&[&pinned], &before[1..], Reach::Loopback);
    let before = counts(&[&old]);
    publish(0..20);
    world.pass(minutes(2)).await;
    let since = &reached(&old, 0)[before[0]..];
    assert_eq!(since.last(), Some(&Reach::Private), "looked at once the feed is there: {since:?}");
    world.stop(life).await;
}

/// Any server says that a page is not newer than some time: that is no word of the page's own.
#[tokio::test(start_paused = true)]
async fn who_says_that_a_page_is_unchanged_opens_no_way_further_in() {
    const SITE: &str = "http://paper.example/";
    const SHEET: &str = "http://paper.example/site.css";
    let world = World::new();
    world.web.file(SHEET, "body { color: black }");
    world.web.serve(SITE, |order, _| match order.freshness {
        Freshness::Conditional(_) => Outcome::Unchanged { from: Reach::Loopback, headers: Headers::default() },
        _ => answered(order, "<link rel=stylesheet href=/site.css><h1>Paper</h1><p>News."),
    });
    let life = world.watch(&format!("[[outlet]]\nname = \"Paper\"\nhomepage = \"{SITE}\"\n")).await;
    world.pass(minutes(20)).await;
    let conditional = |look: &&crate::web::Look| matches!(look.freshness, Freshness::Conditional(_));
    assert!(world.web.looks_at(SITE).iter().filter(conditional).count() > 5);
    let reached: Vec<Reach> = world.web.parts_at(SHEET).iter().map(|look| look.reach).collect();
    assert!(reached.len() > 5 && reached.iter().all(|reach| *reach == Reach::Public), "{reached:?}");
    world.stop(life).await;
}
