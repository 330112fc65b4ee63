//! Looks as a reader's browser: an attack that is hidden from monitors is shown to readers.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use frontwatch_core::incident::Resolution;
use frontwatch_core::watch::Reader;
use frontwatch_engine::ports::What;
use jiff::SignedDuration;

use crate::page::{self, covered};
use crate::web::page as answered;
use crate::world::{PAPER, World, configured, minutes, seconds};

#[tokio::test(start_paused = true)]
async fn what_only_readers_are_shown_is_told_as_such() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.pass(minutes(45)).await;
    let hidden_from_monitors = |reader: Option<Reader>| {
        world.web.serve(PAPER, move |order, at| {
            let shown = reader.is_some_and(|reader| order.what == What::AsReader(reader));
            let text = if shown { covered("Paper", at, "banner.png") } else { page::front("Paper", at) };
            answered(order, &text)
        });
    };
    hidden_from_monitors(Some(Reader::Mobile));
    world.until(minutes(12), "an alert", || world.screen.raised().len() == 1).await;
    let raised = world.screen.raised();
    let body = &raised[0].notice.body;
    assert!(
        body.starts_with("Paper: some readers may see a different front page: ") && body.contains(" differed."),
        "{body}"
    );
    let incident = life.unresolved().await.remove(0);
    assert_eq!(incident.signals[0].kind, "readers.differ");
    assert_eq!(incident.severity, frontwatch_core::verdict::Severity::Warning);
    hidden_from_monitors(None);
    world.until(minutes(12), "recovery", || world.screen.raised().len() == 2).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_readers_are_shown_besides_what_a_person_set_aside_is_told() {
    for (picture, told) in [("banner.png", 1), ("flag.png", 2)] {
        let world = World::new();
        let life = world.watch_paper().await;
        world.pass(minutes(45)).await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
        let id = life.unresolved().await.remove(0).id;
        life.handle.resolve(id, Resolution::Dismissed).await.unwrap();
        world.web.serve(PAPER, move |order, at| {
            let shown = if order.what == What::AsReader(Reader::Mobile) { picture } else { "banner.png" };
            answered(order, &covered("Paper", at, shown))
        });
        world.pass(minutes(60)).await;
        let raised = world.screen.raised();
        assert_eq!(raised.len(), told, "{picture}: {raised:?}");
        if let Some(second) = raised.get(1) {
            assert!(second.notice.body.contains("some readers may see a different front page"), "{second:?}");
        }
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_everybody_is_shown_is_told_once() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.pass(minutes(45)).await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.pass(minutes(30)).await;
    let unresolved = life.unresolved().await;
    assert_eq!(unresolved.len(), 1, "{unresolved:?}");
    assert!(unresolved[0].watch.as_str().starts_with("homepage "), "{}", unresolved[0].watch);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn readers_looks_are_few_irregular_and_now_cached_now_not() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.pass(minutes(10 * 60)).await;
    let looks = world.web.reader_looks();
    assert!((100..220).contains(&looks.len()), "two browsers, each about every seven minutes: {}", looks.len());
    let apart: BTreeSet<i64> = looks.windows(2).map(|pair| pair[1].at.duration_since(pair[0].at).as_secs()).collect();
    assert!(apart.len() > 60, "at no regular moment: {} different waits", apart.len());
    let plain =
        looks.iter().filter(|look| matches!(look.freshness, frontwatch_engine::ports::Freshness::Conditional(_)));
    assert!(plain.count().abs_diff(looks.len() / 2) <= 2);
    assert!(
        looks[0].at.duration_since(world.web.looks()[0].at) > SignedDuration::from_secs(30),
        "not all at the start"
    );
    assert_eq!(world.screen.tried().len(), 0);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn readers_looks_go_on_when_the_configuration_changes_and_begin_at_a_new_outlet() {
    const OTHER: &str = "http://127.0.0.1:10/";
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
    world.pass(minutes(30)).await;
    std::fs::write(&file, configured(&[("Paper", PAPER), ("Other", OTHER)])).unwrap();
    world.pass(seconds(5)).await;
    let before = world.web.reader_looks().len();
    world.pass(minutes(60)).await;
    let looks = world.web.reader_looks().split_off(before);
    for url in [PAPER, OTHER] {
        let own = looks.iter().filter(|look| look.url.as_str() == url).count();
        assert!((6..40).contains(&own), "{url}: {own} in an hour");
    }
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_refused_reader_is_no_trouble_and_one_may_be_switched_off() {
    let world = World::new();
    world.web.serve(PAPER, move |order, at| match order.what {
        What::AsReader(_) => {
            frontwatch_core::observation::Outcome::Answered(crate::web::answer(order, 403, "<h1>no</h1>"))
        }
        _ => answered(order, &page::front("Paper", at)),
    });
    let life = world.watch_paper().await;
    world.pass(minutes(90)).await;
    assert_eq!((life.unresolved().await.len(), world.screen.tried().len()), (0, 0));
    world.stop(life).await;
    let before = world.web.reader_looks().len();
    assert!(before > 0);
    let off = crate::world::configured(&[("Paper", PAPER)]).replace("homepage", "reader_look = false\nhomepage");
    let life = world.watch(&off).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.web.reader_looks().len(), before);
    world.pass(seconds(1)).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_telephone_s_own_layout_is_learned_by_itself() {
    let world = World::new();
    let serve = |mark: &'static str| {
        world.web.serve(PAPER, move |order, at| match order.what {
            What::AsReader(Reader::Mobile) => {
                let rows = page::front("Paper", at).matches("<a ").count().min(40);
                let mut list = String::new();
                for n in 0..rows {
                    let _ = write!(list, "<li><a href=\"/m/{n}\">Pocket story {n}</a></li>");
                }
                answered(
                    order,
                    &format!("<html lang=\"en\"><head><title>Paper mobile</title></head><body>{mark}<ul>{list}</ul></body></html>"),
                )
            }
            _ => answered(order, &page::front("Paper", at)),
        });
    };
    serve("");
    let life = world.watch_paper().await;
    world.pass(minutes(3 * 60)).await;
    assert_eq!((life.unresolved().await.len(), world.screen.tried().len()), (0, 0));
    serve(
        "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999\"><img src=\"/u/b.png\" style=\"width:100%;height:100%\"></div>",
    );
    world.until(minutes(12), "an alert", || world.screen.raised().len() == 1).await;
    world.stop(life).await;
}
