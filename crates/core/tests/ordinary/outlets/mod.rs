//! Made-up outlets whose pages differ as real ones do, and the clock by which they publish.

mod aggregator;
mod cards;
mod local;
mod market;
mod portal;
mod tables;
mod tongue;

use crate::dress::{Dress, Headlines};
use tongue::{AZERBAIJANI, ENGLISH, FRENCH, PERSIAN, RUSSIAN, TURKISH};

pub(crate) use tongue::Tongue;

/// Who an outlet is.
pub(crate) struct Identity {
    pub name: &'static str,
    pub home: &'static str,
    pub host: &'static str,
    pub tongue: &'static Tongue,
    /// Its number with an analytics company.
    pub account: &'static str,
    /// How many stories stand on its page by day.
    pub stories: usize,
    /// How many it publishes in half an hour.
    pub rate: usize,
    /// Its headlines are headings; elsewhere they are plain links.
    pub headings: bool,
}

/// An outlet: who it is and how its page is laid out.
pub(crate) struct Outlet {
    pub identity: Identity,
    pub layout: fn(&Identity, &Moment, &Dress) -> Parts,
    /// The layout that it has after a redesign.
    pub next_layout: fn(&Identity, &Moment, &Dress) -> Parts,
}

/// What a page is put together of.
pub(crate) struct Parts {
    pub root: String,
    pub head: String,
    pub body: String,
    pub masthead: String,
    pub main: String,
    pub footer: String,
}

/// The state of an outlet at one look.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    /// Which look it is: tokens and clocks change with it.
    pub look: usize,
    /// Minutes since the first day began.
    pub minutes: usize,
    /// The number of the newest story.
    pub newest: usize,
    /// How many stories stand on the page.
    pub shown: usize,
}

const HALF_HOURS: usize = 48;
/// From when to when stories are published, in half hours: seven in the morning to ten at night.
const DAY: std::ops::Range<usize> = 14..44;

impl Moment {
    /// The state of an outlet so many minutes after its first midnight; the first day is a Thursday.
    pub(crate) fn of(identity: &Identity, look: usize, minutes: usize) -> Self {
        let slots = minutes / 30;
        let (day, slot) = (slots / HALF_HOURS, slots % HALF_HOURS);
        let weekend = |day: usize| day % 7 == 2 || day % 7 == 3;
        let working = |day: usize, slots: usize| if weekend(day) { slots / 2 } else { slots };
        let earlier: usize = (0..day).map(|day| working(day, DAY.len())).sum();
        let today = working(day, slot.clamp(DAY.start, DAY.end) - DAY.start);
        let night = !DAY.contains(&slot);
        let all = identity.stories;
        let fewer = if weekend(day) { all / 5 } else { 0 } + if night { all / 8 } else { 0 };
        Self { look, minutes, newest: 1000 + (earlier + today) * identity.rate, shown: all - fewer }
    }

    /// `HH:MM` of the outlet's clock.
    pub(crate) fn clock(&self) -> String {
        format!("{:02}:{:02}", self.minutes / 60 % 24, self.minutes % 60)
    }

    /// A token as servers put into pages.
    pub(crate) fn token(&self) -> String {
        format!("{:016x}", (self.look as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number that changes with every look and is less than `below`.
    pub(crate) fn chance(&self, salt: usize, below: usize) -> usize {
        let mixed = ((self.look * 31 + salt) as u64 + 1).wrapping_mul(0x2545_f491_4f6c_dd1d);
        (mixed >> 33) as usize % below
    }
}

impl Identity {
    /// The headline of the story that stands in place `at`.
    pub(crate) fn headline(&self, moment: &Moment, dress: &Dress, at: usize) -> String {
        match &dress.headlines {
            Headlines::All(text) => text.clone(),
            Headlines::Some(texts) if at % 3 == 1 && at / 3 < texts.len() => texts[at / 3].clone(),
            _ => self.title(moment.newest - at),
        }
    }

    /// The headline of a story by its number.
    pub(crate) fn title(&self, story: usize) -> String {
        let words = &self.tongue.words;
        let word = |n: usize| words[n % words.len()];
        let text = format!(
            "{} {} {}: {} {}",
            word(story),
            self.tongue.and,
            word(story / 5 + 3),
            word(story * 7 + story / 11),
            word(story / 3 + 7)
        );
        let mut letters = text.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }

    /// The first words of a story.
    pub(crate) fn lead(&self, story: usize) -> String {
        format!("{}, {}.", self.title(story * 3 + 1), self.tongue.said)
    }

    /// The numbers of the stories on the page.
    pub(crate) fn on_page(moment: &Moment, dress: &Dress) -> std::ops::Range<usize> {
        0..moment.shown.saturating_sub(dress.fewer)
    }

    /// The sections in the navigation, and those that were added.
    pub(crate) fn sections(&self, dress: &Dress) -> Vec<(String, String)> {
        let own = self.tongue.sections.iter().map(|(slug, name)| ((*slug).to_owned(), (*name).to_owned()));
        own.chain(dress.sections.iter().cloned()).collect()
    }

    /// What every head of the outlet holds: what names it to machines.
    pub(crate) fn head(&self, moment: &Moment, dress: &Dress) -> String {
        let Self { name, home, tongue, account, .. } = self;
        let title = dress
            .title
            .clone()
            .unwrap_or_else(|| format!("{name} | {}, {}", tongue.sections[0].1, tongue.sections[2].1));
        format!(
            "<meta charset=\"utf-8\"><title>{title}</title><link rel=\"canonical\" href=\"{home}\"><meta property=\"og:site_name\" content=\"{name}\">\
             <meta property=\"og:title\" content=\"{name}\"><meta property=\"og:url\" content=\"{home}\"><link rel=\"icon\" href=\"/favicon.png\">\
             <script async src=\"https://www.googletagmanager.com/gtag/js?id={account}\"></script>\
             <script>window.dataLayer=window.dataLayer||[];function gtag(){{dataLayer.push(arguments)}}gtag('js',new Date());gtag('config','{account}',{{page:'front',visit:'{}'}});</script>",
            moment.token()
        )
    }

    /// The address of the logo.
    pub(crate) fn logo(dress: &Dress) -> &str {
        dress.logo.as_deref().unwrap_or("/img/logo.svg")
    }
}

impl Outlet {
    /// The page at a moment, in a dress.
    pub(crate) fn page(&self, moment: &Moment, dress: &Dress) -> String {
        let layout = if dress.redesigned { self.next_layout } else { self.layout };
        let Parts { root, head, body, masthead, main, footer } = layout(&self.identity, moment, dress);
        let tongue = self.identity.tongue;
        let dir = if tongue.rtl { " dir=\"rtl\"" } else { "" };
        let (main, footer) = if dress.wiped { (String::new(), String::new()) } else { (main, footer) };
        format!(
            "<!doctype html>\n<html lang=\"{}\"{dir}{root}{}><head>{head}{}</head><body{body}{}>{}{masthead}{main}{footer}{}</body></html>",
            tongue.code, dress.root, dress.head, dress.body, dress.above, dress.tail
        )
    }
}

/// All of them.
pub(crate) fn all() -> [Outlet; 7] {
    [
        Outlet {
            identity: Identity {
                name: "Заречный вестник",
                home: "https://zarechye.example/",
                host: "zarechye.example",
                tongue: &RUSSIAN,
                account: "G-ZAR7A1",
                stories: 20,
                rate: 2,
                headings: false,
            },
            layout: tables::draw,
            next_layout: cards::draw,
        },
        Outlet {
            identity: Identity {
                name: "Northfield Courier",
                home: "https://courier.example/",
                host: "courier.example",
                tongue: &ENGLISH,
                account: "G-NFC812",
                stories: 18,
                rate: 2,
                headings: true,
            },
            layout: cards::draw,
            next_layout: portal::draw,
        },
        Outlet {
            identity: Identity {
                name: "روزنامه بندر",
                home: "https://bandar.example/",
                host: "bandar.example",
                tongue: &PERSIAN,
                account: "G-BND340",
                stories: 20,
                rate: 3,
                headings: true,
            },
            layout: portal::draw,
            next_layout: cards::draw,
        },
        Outlet {
            identity: Identity {
                name: "Günəş Xəbər",
                home: "https://gunes.example/",
                host: "gunes.example",
                tongue: &AZERBAIJANI,
                account: "G-GNS555",
                stories: 26,
                rate: 5,
                headings: true,
            },
            layout: portal::draw,
            next_layout: market::draw,
        },
        Outlet {
            identity: Identity {
                name: "Toplam",
                home: "https://toplam.example/",
                host: "toplam.example",
                tongue: &TURKISH,
                account: "G-TPL902",
                stories: 30,
                rate: 6,
                headings: false,
            },
            layout: aggregator::draw,
            next_layout: aggregator::draw_new,
        },
        Outlet {
            identity: Identity {
                name: "Le Phare du canton",
                home: "https://phare.example/",
                host: "phare.example",
                tongue: &FRENCH,
                account: "G-PHR118",
                stories: 8,
                rate: 1,
                headings: true,
            },
            layout: local::draw,
            next_layout: cards::draw,
        },
        Outlet {
            identity: Identity {
                name: "Metro Herald",
                home: "https://herald.example/",
                host: "herald.example",
                tongue: &ENGLISH,
                account: "G-MHD477",
                stories: 22,
                rate: 3,
                headings: true,
            },
            layout: market::draw,
            next_layout: portal::draw,
        },
    ]
}
