//! Outlets publish, in their own languages, and are the same again from the same seed.

use std::collections::HashSet;

use crate::visitor::{at, between, get, headlines, open, text};
use frontwatch_newsroom::{Options, Roster};

#[tokio::test]
async fn publishing_brings_news_and_keeps_most_of_the_page() {
    let newsroom = open(|options| options.page_kb = 60).await;
    let outlet = &newsroom.outlets()[0];
    let mut before = text(&outlet.homepage).await;
    for turn in 0..10 {
        let feed = text(&outlet.feed).await;
        newsroom.publish().await;
        let after = text(&outlet.homepage).await;
        let (old, new): (HashSet<_>, HashSet<_>) =
            (headlines(&before).into_iter().collect(), headlines(&after).into_iter().collect());
        let stayed = old.intersection(&new).count();
        assert!(old != new && stayed * 100 >= old.len() * 85, "turn {turn}: {stayed} of {} stayed", old.len());
        for fixed in ["<link rel=\"canonical\"", "-masthead\"><a", "G-", "-footer"] {
            assert!(after.contains(fixed), "{fixed} is gone");
        }
        assert_ne!(text(&outlet.feed).await, feed);
        before = after;
    }
}

#[tokio::test]
async fn a_story_that_left_the_front_page_still_opens() {
    let newsroom = open(|options| options.page_kb = 18).await;
    let outlet = &newsroom.outlets()[0];
    let front = text(&outlet.homepage).await;
    let paths: Vec<_> = between(&front, "href=\"/story/", "\"").into_iter().map(str::to_owned).collect();
    for _ in 0..10 {
        newsroom.publish().await;
    }
    let now = text(&outlet.homepage).await;
    let gone: Vec<_> = paths.iter().filter(|path| !now.contains(*path)).collect();
    assert!(!gone.is_empty());
    for path in gone {
        let story = get(&at(outlet, &format!("/story/{path}"))).await;
        assert!(story.status == 200 && story.text().contains("<article>"), "{path}");
    }
    assert_eq!(get(&at(outlet, "/story/none-1")).await.status, 404);
}

#[tokio::test]
async fn every_load_has_tokens_of_its_own_and_the_same_stories() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    let (one, two) = (text(&outlet.homepage).await, text(&outlet.homepage).await);
    for (from, to) in
        [("csrf-token\" content=\"", "\""), ("nonce=\"", "\""), ("request:\"", "\""), ("_token\" value=\"", "\"")]
    {
        let (first, second) = (between(&one, from, to), between(&two, from, to));
        assert!(!first.is_empty() && first[0] != second[0], "{from} does not change");
    }
    assert_eq!(headlines(&one), headlines(&two));
    let advertised: HashSet<_> = {
        let mut seen = HashSet::new();
        for _ in 0..30 {
            let page = text(&outlet.homepage).await;
            seen.insert(between(&page, "<script async src=\"https://", "/").join(" "));
        }
        seen
    };
    assert!(advertised.len() > 10, "advertising hardly changes: {advertised:?}");
}

#[tokio::test]
async fn each_language_says_so_and_is_written_in_its_own_script() {
    let newsroom = open(|_| ()).await;
    let outlets = newsroom.outlets();
    let spoken: HashSet<_> = outlets.iter().map(|outlet| outlet.language.as_str()).collect();
    assert_eq!(spoken, HashSet::from(["en", "az", "tr", "ru", "ar"]));
    for outlet in &outlets {
        let page = text(&outlet.homepage).await;
        let (dir, letters) = match outlet.language.as_str() {
            "ar" => ("rtl", "لعم"),
            "ru" => ("ltr", "ждя"),
            "az" => ("ltr", "əıö"),
            "tr" => ("ltr", "ıöğ"),
            _ => ("ltr", "the"),
        };
        assert!(page.contains(&format!("<html lang=\"{}\" dir=\"{dir}\">", outlet.language)), "{}", outlet.name);
        let headlines = headlines(&page).concat();
        assert!(letters.chars().all(|letter| headlines.contains(letter)), "{}: {headlines}", outlet.name);
        for section in between(&page, "<li><a href=\"", "\"") {
            assert_eq!(get(&at(outlet, section)).await.status, 200, "{section}");
        }
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_pages_and_another_one_others() {
    let mut pages = Vec::new();
    for seed in [3, 3, 4] {
        let newsroom = open(|options| *options = Options { seed, ..options.clone() }).await;
        let outlet = &newsroom.outlets()[0];
        let port = outlet.homepage.port().unwrap().to_string();
        newsroom.publish().await;
        pages.push(text(&outlet.homepage).await.replace(&port, "PORT"));
        newsroom.stop().await;
    }
    assert_eq!(pages[0], pages[1]);
    assert_ne!(pages[0], pages[2]);
}

#[tokio::test]
async fn pages_are_about_as_large_as_asked() {
    for page_kb in [20, 60, 190] {
        let newsroom =
            open(|options| *options = Options { page_kb, roster: Roster::Generated(5), ..options.clone() }).await;
        for outlet in newsroom.outlets() {
            let bytes = text(&outlet.homepage).await.len();
            let asked = page_kb * 1000;
            assert!((asked * 9 / 10..asked * 11 / 10 + 3000).contains(&bytes), "{}: {bytes} of {asked}", outlet.slug);
        }
    }
}
