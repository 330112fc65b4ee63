//! Pages of our own making: a small outlet's front page as it changes from look to look; and the one place where tests
//! put a look together.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "each test binary uses its part; pages are put together as text"
)]

use frontwatch_core::baseline::Baseline;
use frontwatch_core::detect::{Judged, Look, judge};
use frontwatch_core::observation::Headers;
use frontwatch_core::parts::{KnownPicture, PartSeen, Parts};
use frontwatch_core::watch::{Expect, WatchKind};
use jiff::{SignedDuration, Timestamp};
use url::Url;

pub(crate) const HOST: &str = "https://outlet.example/";

const WORDS: [&str; 16] = [
    "parliament",
    "harvest",
    "bridge",
    "festival",
    "railway",
    "budget",
    "school",
    "river",
    "museum",
    "market",
    "orchestra",
    "harbour",
    "election",
    "weather",
    "library",
    "stadium",
];

/// What is changed on a page.
pub(crate) type Change = Box<dyn Fn(&str) -> String>;

/// Something that stands first on the page.
pub(crate) fn top(what: &'static str) -> Change {
    Box::new(move |page| {
        let (head, body) = page.split_once("<body").unwrap();
        let (attributes, body) = body.split_once('>').unwrap();
        format!("{head}<body{attributes}>{what}{body}")
    })
}

/// Something that stands last on the page.
pub(crate) fn tail(what: &'static str) -> Change {
    swap("</body>", format!("{what}</body>"))
}

/// Something that stands first in the head.
pub(crate) fn head(what: &'static str) -> Change {
    swap("<head>", format!("<head>{what}"))
}

/// The first of something, in the place of which stands something else.
pub(crate) fn swap(what: &'static str, with: impl Into<String>) -> Change {
    let with = with.into();
    by(move |page| page.replacen(what, &with, 1))
}

/// Every one of something, in the place of which stands something else.
pub(crate) fn swap_all(what: &'static str, with: impl Into<String>) -> Change {
    let with = with.into();
    by(move |page| page.replace(what, &with))
}

/// Any change.
pub(crate) fn by(change: impl Fn(&str) -> String + 'static) -> Change {
    Box::new(change)
}

/// One change after the other.
pub(crate) fn both(first: Change, second: Change) -> Change {
    by(move |page| second(&first(page)))
}

/// The headline of a story.
pub(crate) fn headline(story: usize) -> String {
    let word = |n: usize| WORDS[n % WORDS.len()];
    format!("The {} and the {} after the {}", word(story), word(story / 3 + 5), word(story * 7 + 2))
}

/// The front page at its `n`th look: stories move down, one new each look, clocks and tokens change.
pub(crate) fn front(n: usize) -> String {
    let mut cards = String::new();
    for story in (n..n + 14).rev() {
        cards.push_str(&format!(
            "<article class=\"card\"><a href=\"/news/{story}\"><img class=\"thumb\" src=\"/img/{story}.jpg\" alt=\"\" width=\"300\" height=\"200\"><h2>{}</h2></a>\
             <p>{} was the talk of the day, said people who were there, number {story}.</p></article>\n",
            headline(story),
            headline(story + 40),
        ));
    }
    let sections = ["politics", "economy", "world", "culture", "sports", "science", "opinion", "contact"];
    let nav: String = sections.iter().map(|name| format!("<li><a href=\"/{name}\">{name}</a></li>")).collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Outlet Daily - news of the day</title>\
         <link rel=\"canonical\" href=\"https://outlet.example/\"><meta property=\"og:site_name\" content=\"Outlet Daily\">\
         <link rel=\"stylesheet\" href=\"/css/site.css?v={n}\"><script src=\"/js/site.js?v={n}\"></script>\
         <script async src=\"https://www.google-analytics.com/analytics.js\"></script>\
         <script>window.dataLayer=window.dataLayer||[];dataLayer.push({{page:'front',token:'{n}a7'}});ga('create','UA-1234567-1')</script></head>\
         <body class=\"front\"><header class=\"top\"><a href=\"/\"><img class=\"logo\" src=\"/img/logo.svg\" alt=\"Outlet Daily logo\" width=\"200\" height=\"60\"></a>\
         <nav><ul class=\"menu\">{nav}</ul></nav><p class=\"clock\">12:{:02}</p></header><main class=\"stories\">{cards}</main>\
         <footer class=\"foot\"><form action=\"/search\" class=\"search\"><input name=\"q\"></form><p>Outlet Daily, founded 1921. All rights reserved.</p>\
         <p><a href=\"/imprint\">Imprint</a> <a href=\"/privacy\">Privacy</a> <a href=\"https://www.facebook.com/outlet\">Facebook</a></p></footer></body></html>",
        n % 60
    )
}

/// A login page at its `n`th load.
pub(crate) fn login(n: usize) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Log in - Outlet Daily</title><link rel=\"stylesheet\" href=\"/admin/css/login.css?v={n}\">\
         <script src=\"/admin/js/login.js?v={n}\"></script></head><body class=\"login\"><h1><a href=\"/\">Outlet Daily</a></h1>\
         <form method=\"post\" action=\"/admin/login\"><input type=\"hidden\" name=\"csrf\" value=\"{n}f00\"><label>Name <input name=\"user\"></label>\
         <label>Password <input type=\"password\" name=\"password\"></label><button>Log in</button></form><p><a href=\"/admin/lost\">Lost your password?</a></p></body></html>"
    )
}

/// A published story at its `n`th load: what stands beside it changes.
pub(crate) fn article(n: usize) -> String {
    let beside: String =
        (n + 30..n + 36).map(|story| format!("<a href=\"/news/{story}\">{}</a>", headline(story))).collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Voters choose a council - Outlet Daily</title>\
         <link rel=\"canonical\" href=\"https://outlet.example/news/7\"><meta property=\"og:site_name\" content=\"Outlet Daily\">\
         <link rel=\"stylesheet\" href=\"/css/site.css\"><script src=\"/js/site.js\"></script></head><body class=\"story\">\
         <header><a href=\"/\"><img class=\"logo\" src=\"/img/logo.svg\" alt=\"Outlet Daily logo\"></a><nav><a href=\"/politics\">politics</a>\
         <a href=\"/economy\">economy</a><a href=\"/world\">world</a><a href=\"/culture\">culture</a></nav></header><main><article>\
         <h1>Voters choose a council</h1><p class=\"by\">By our reporter</p><p>{}</p><p>{}</p><p>{}</p></article>\
         <aside>{beside}</aside></main><footer><p>Outlet Daily, founded 1921. All rights reserved.</p><a href=\"/imprint\">Imprint</a></footer></body></html>",
        "Polling places opened at eight in the morning and will close at seven in the evening. ".repeat(4),
        "The council has forty seats, of which nineteen are for districts on the other side of the river. ".repeat(4),
        "A count is expected before midnight, said those who will do it. ".repeat(4),
    )
}

/// A feed at its `n`th look.
pub(crate) fn feed(n: usize) -> String {
    let items: String = (n..n + 20)
        .rev()
        .map(|story| {
            format!(
                "<item><title>{}</title><link>https://outlet.example/news/{story}</link><guid>s{story}</guid></item>",
                headline(story)
            )
        })
        .collect();
    format!("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Outlet Daily</title>{items}</channel></rss>")
}

/// The time of the `n`th look.
pub(crate) fn at(n: usize) -> Timestamp {
    let first: Timestamp = "2025-02-20T10:00:00Z".parse().unwrap();
    first + SignedDuration::from_mins(10) * i32::try_from(n).unwrap()
}

/// How one answer came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer<'a> {
    pub status: u16,
    pub headers: &'a Headers,
    /// The address that was asked for, where it is not the front page's.
    pub asked: &'a str,
    /// The address that answered.
    pub url: &'a str,
}

/// One watch with what it has learned.
#[derive(Debug, Clone)]
pub(crate) struct Watch {
    pub baseline: Baseline,
    pub kind: WatchKind,
    pub expect: Option<Expect>,
    pub values: Vec<String>,
    pub ignore: Vec<String>,
    pub home: String,
    pub looks: usize,
    pub parts: Vec<PartSeen>,
    pub pictures: Vec<KnownPicture>,
}

impl Watch {
    pub(crate) fn new(kind: WatchKind) -> Self {
        Self::of(kind, HOST)
    }

    /// A watch of this address.
    pub(crate) fn of(kind: WatchKind, home: &str) -> Self {
        Self {
            baseline: Baseline::default(),
            kind,
            expect: None,
            values: Vec::new(),
            ignore: Vec::new(),
            home: home.to_owned(),
            looks: 0,
            parts: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// A watch that has learned ordinary looks.
    pub(crate) fn learned(kind: WatchKind, page: fn(usize) -> String, looks: usize) -> Self {
        let mut watch = Self::new(kind);
        for n in 0..looks {
            let judged = watch.see(&page(n));
            assert!(judged.judgement.signals.is_empty(), "look {n}: {:?}", judged.judgement.signals);
        }
        watch
    }

    /// Judges without learning.
    pub(crate) fn judge(&self, text: &str) -> Judged {
        self.judge_at(text, at(self.looks))
    }

    /// Judges without learning, at this time.
    pub(crate) fn judge_at(&self, text: &str, when: Timestamp) -> Judged {
        let answer = Answer { status: 200, headers: &Headers::default(), asked: &self.home, url: &self.home };
        self.judge_answer(text, answer, when)
    }

    pub(crate) fn judge_with(&self, text: &str, status: u16, headers: &Headers, url: &str) -> Judged {
        self.judge_answer(text, Answer { status, headers, asked: &self.home, url }, at(self.looks))
    }

    /// The one place in the tests where a look is put together.
    pub(crate) fn judge_answer(&self, text: &str, answer: Answer<'_>, when: Timestamp) -> Judged {
        let asked = Url::parse(answer.asked).unwrap();
        let url = Url::parse(answer.url).unwrap();
        let look = Look {
            kind: self.kind,
            expect: self.expect,
            values: &self.values,
            asked: &asked,
            url: &url,
            chain: &[],
            status: answer.status,
            headers: answer.headers,
            text,
            at: when,
            ignore: &self.ignore,
            parts: Parts { seen: &self.parts, pictures: &self.pictures },
        };
        judge(&look, &self.baseline)
    }

    /// Judges and learns.
    pub(crate) fn see(&mut self, text: &str) -> Judged {
        let judged = self.judge(text);
        self.baseline.learn(&judged, at(self.looks));
        self.looks += 1;
        judged
    }

    /// Judges and learns, at this time.
    pub(crate) fn see_at(&mut self, text: &str, when: Timestamp) -> Judged {
        let judged = self.judge_at(text, when);
        self.baseline.learn(&judged, when);
        self.looks += 1;
        judged
    }
}

/// The kinds of a judgement's signals.
pub(crate) fn kinds(judged: &Judged) -> Vec<&str> {
    judged.judgement.signals.iter().map(|signal| signal.kind.as_str()).collect()
}

/// What a judgement rests on, in one line for a failed test.
pub(crate) fn told(judged: &Judged) -> String {
    let judgement = &judged.judgement;
    let signals: Vec<String> = judgement
        .signals
        .iter()
        .map(|signal| format!("{} {:.2} ({} -> {})", signal.kind, signal.weight, signal.before, signal.after))
        .collect();
    format!("{:?} {:.2}: {}", judgement.verdict, judgement.score, signals.join("; "))
}
