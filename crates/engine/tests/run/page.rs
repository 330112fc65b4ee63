//! A made-up front page that publishes: every five minutes a new story leads, and the others move down.

use jiff::Timestamp;

/// Seconds between two stories.
const EVERY: i64 = 300;
/// Stories on the page.
const STORIES: i64 = 30;

const WHO: [&str; 9] = [
    "Council",
    "Port authority",
    "Teachers",
    "Bakers' guild",
    "City library",
    "Ferry company",
    "River board",
    "Orchestra",
    "Museum",
];
const DOES: [&str; 8] = ["opens", "weighs", "defends", "publishes", "postpones", "praises", "repairs", "questions"];
const WHAT: [&str; 11] = [
    "a new bridge",
    "the winter timetable",
    "its budget",
    "an old archive",
    "the harbour wall",
    "longer hours",
    "a school garden",
    "the night train",
    "a flood report",
    "the market hall",
    "a street map",
];
const WHERE: [&str; 7] = [
    "in the old town",
    "by the river",
    "near the station",
    "on the north bank",
    "at the fair",
    "in Quarry Lane",
    "uptown",
];

/// The front page of an outlet as it is at this moment.
pub(crate) fn front(outlet: &str, at: Timestamp) -> String {
    let newest = at.as_second() / EVERY;
    let mut cards = String::new();
    for (place, story) in (newest - STORIES + 1..=newest).rev().enumerate() {
        if place % 10 == 0 {
            let section = ["City", "Country", "World"][place / 10];
            cards.extend(["<h2 class=\"section\">", section, "</h2>\n"]);
        }
        cards.push_str(&card(outlet, story));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{outlet} – news of the day</title>\n\
         <link rel=\"stylesheet\" href=\"/css/site.css\">\n<script src=\"/js/site.js\" defer></script>\n</head>\n<body>\n\
         <header class=\"masthead\"><a href=\"/\"><img class=\"logo\" src=\"/img/logo.png\" alt=\"{outlet}\"></a>\
         <nav><a href=\"/city\">City</a> <a href=\"/country\">Country</a> <a href=\"/world\">World</a> <a href=\"/sport\">Sport</a></nav>\
         </header>\n<main class=\"cards\">\n{cards}</main>\n<footer><p>{outlet}, 4 Quarry Lane. All rights reserved.</p>\
         <a href=\"/about\">About us</a> <a href=\"/contact\">Contact</a></footer>\n</body>\n</html>\n"
    )
}

fn card(outlet: &str, story: i64) -> String {
    let pick = |words: &[&'static str], salt: u64| {
        let mixed = (story.unsigned_abs() + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
        words[usize::try_from(mixed).unwrap() % words.len()]
    };
    let (who, does, what, place) = (pick(&WHO, 1), pick(&DOES, 2), pick(&WHAT, 3), pick(&WHERE, 4));
    format!(
        "<article class=\"card\"><a href=\"/news/{story}\"><img src=\"/media/{story}.jpg\" alt=\"\" width=\"320\" height=\"180\">\
         <h3>{who} {does} {what} {place}</h3></a><p>{outlet} has learned that the {what} is to be discussed again; {place}, opinions \
         differ (report {story}).</p></article>\n"
    )
}

/// The front page under a picture that it never had, from its own host, as an intruder would cover it.
pub(crate) fn covered(outlet: &str, at: Timestamp, picture: &str) -> String {
    let cover = format!(
        "<body>\n<div style=\"position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999;background:#000\">\
         <img src=\"/uploads/{picture}\" alt=\"\" style=\"width:100%;height:100%;object-fit:contain\"></div>"
    );
    front(outlet, at).replace("<body>", &cover)
}
