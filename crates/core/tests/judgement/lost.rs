//! What never changed is gone; and whether anything still says whose page it is.

use crate::common::{by, front};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm};
use crate::table::hold;

/// Another outlet's ordinary page, as it comes when a name leads to the wrong server.
fn another_outlet() -> String {
    let stories: String = (0..20)
        .map(|n| format!("<div class=\"tile\"><h3><a href=\"/a/{n}\">Report {n} of the valley council</a></h3><span>{n} minutes ago</span></div>"))
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><title>The Valley Gazette</title><link rel=\"canonical\" href=\"https://valley.example/\">\
         <meta property=\"og:site_name\" content=\"The Valley Gazette\"><script src=\"/bundle.js\"></script></head><body class=\"vg\">\
         <div id=\"top\"><h1>The Valley Gazette</h1></div><section class=\"grid\">{stories}</section><div class=\"end\">Printed in the valley</div></body></html>"
    )
}

/// The same outlet after a redesign: another layout and another navigation, its own name, address, accounts and stories.
fn redesigned(page: &str) -> String {
    let head = page
        .split_once("<body")
        .unwrap()
        .0
        .replace("/css/site.css?v=9", "/assets/2026.css")
        .replace("/js/site.js?v=9", "/assets/2026.js");
    let cards: String = (9..23)
        .map(|story| format!("<div class=\"tile\"><a class=\"tile-link\" href=\"/news/{story}\"><picture><img src=\"/img/{story}.jpg\" width=\"300\" height=\"200\" alt=\"\"></picture><h3 class=\"tile-title\">{}</h3></a></div>", crate::common::headline(story)))
        .collect();
    format!(
        "{head}<body class=\"home\"><div class=\"bar\"><a class=\"brand\" href=\"/\"><img class=\"logo\" src=\"/img/logo.svg\" alt=\"Outlet Daily logo\"></a>\
         <div class=\"sections\"><a href=\"/politics\">Politics</a><a href=\"/world\">World</a><a href=\"/video\">Video</a><a href=\"/podcasts\">Podcasts</a></div></div>\
         <div class=\"mosaic\">{cards}</div><div class=\"base\"><a href=\"/imprint\">Imprint</a> <a href=\"/privacy\">Privacy</a> Outlet Daily since 1921</div></body></html>"
    )
}

#[test]
fn another_page_in_its_place_alarms_and_a_redesign_is_asked_about() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "another page altogether",
                by(|_| {
                    "<html><head><title>x</title></head><body bgcolor=black><center><img src=a.jpg><br>see you</center></body></html>".to_owned()
                }),
                Alarm("takeover.page"),
            ),
            ("only a claim", by(|_| "<h1>Owned</h1>hacked by nobody in particular".to_owned()), Alarm("takeover.page")),
            ("another outlet's ordinary page", by(|_| another_outlet()), Alarm("takeover.page")),
            (
                "the list of the files on the server",
                by(|_| {
                    "<html><head><title>Index of /</title></head><body><h1>Index of /</h1><pre><a href=\"?C=N\">Name</a> <a href=\"backup.zip\">backup.zip</a></pre></body></html>".to_owned()
                }),
                Alarm("takeover.page"),
            ),
            (
                "the page of a server that nobody set up",
                by(|_| {
                    "<html><head><title>Welcome to the web server</title></head><body><h1>Welcome to the web server!</h1><p>If you see this page, it is installed and working. Further configuration is required.</p></body></html>".to_owned()
                }),
                Alarm("takeover.page"),
            ),
            ("a redesign", by(redesigned), NoAlarm),
            (
                "the navigation in other words at other addresses",
                by(|page| {
                    ["politics", "economy", "world", "culture", "sports"].iter().fold(page.to_owned(), |page, name| {
                        page.replace(
                            &format!("<a href=\"/{name}\">{name}</a>"),
                            &format!("<a href=\"/topics/{name}-news\">All about {name}</a>"),
                        )
                    })
                }),
                NoAlarm,
            ),
            (
                "the navigation behind a button",
                by(|page| {
                    let (start, rest) = page.split_once("<nav>").unwrap();
                    let (_, end) = rest.split_once("</nav>").unwrap();
                    format!("{start}<button class=\"burger\">Sections</button>{end}")
                }),
                NoAlarm,
            ),
            (
                "a layout for small screens",
                by(|_| redesigned(&front(9)).replace("class=\"tile\"", "class=\"m-tile\"")),
                NoAlarm,
            ),
        ],
    );
}
