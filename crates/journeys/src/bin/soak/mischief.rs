//! Attacks and faults, one after the other: each at the next outlet, told or not, and taken back.

use std::time::{Duration, Instant};

use anyhow::Result;
use frontwatch_journeys::{Paper, Raised, Recorder};
use frontwatch_newsroom::{Attack, Fault};

use crate::looks::Looks;
use crate::say;

/// What is done, in turns.
const DEEDS: [Deed; 10] = [
    Deed::Attack(Attack::Cover),
    Deed::Attack(Attack::Title),
    Deed::Fault(Fault::Error500),
    Deed::Attack(Attack::ForeignFrame),
    Deed::Attack(Attack::OpenAdmin),
    Deed::Attack(Attack::Headlines),
    Deed::Fault(Fault::Closed),
    Deed::Attack(Attack::Wiped),
    Deed::Attack(Attack::StylePainted),
    Deed::Attack(Attack::Defacement),
];
/// How long each lasts: an outage is told after three failures, 45 s after the first.
const LASTS: Duration = Duration::from_secs(100);
/// From the beginning of one to that of the next.
const EVERY: Duration = Duration::from_secs(120);

#[derive(Debug, Clone, Copy)]
enum Deed {
    Attack(Attack),
    Fault(Fault),
}

/// What is done now, and what came of all that was.
#[derive(Debug)]
pub(crate) struct Mischief {
    next: Instant,
    place: usize,
    now: Option<Done>,
    /// How many attacks and faults there were whose time is over.
    pub(crate) done: u64,
    /// How many of them were told while they lasted.
    pub(crate) told: u64,
    /// After how many seconds the latest of those was told.
    pub(crate) slowest: f64,
}

#[derive(Debug)]
struct Done {
    deed: Deed,
    outlet: String,
    at: Instant,
}

impl Mischief {
    /// The first of them happens at this moment.
    pub(crate) fn from(first: Instant) -> Self {
        Self { next: first, place: 0, now: None, done: 0, told: 0, slowest: 0.0 }
    }

    /// Begins what is to begin before `until`, and takes back what is over.
    pub(crate) fn turn(&mut self, paper: &Paper, desktop: &Recorder, looks: &mut Looks, until: Instant) -> Result<()> {
        if let Some(done) = self.now.take_if(|done| done.at.elapsed() >= LASTS) {
            paper.restore(self.place)?;
            looks.count_again(&done.outlet);
            self.account(&done, &desktop.raised());
            self.place = (self.place + 1) % paper.outlets().len();
        }
        let now = Instant::now();
        if self.now.is_none() && now >= self.next && now + LASTS < until {
            let deed = DEEDS[self.done as usize % DEEDS.len()];
            let outlet = paper.outlet(self.place)?.name;
            match deed {
                Deed::Attack(attack) => paper.attack(self.place, attack)?,
                Deed::Fault(fault) => {
                    looks.excuse(&outlet);
                    paper.fault(self.place, fault)?;
                }
            }
            self.now = Some(Done { deed, outlet, at: now });
            self.next = now + EVERY;
        }
        Ok(())
    }

    fn account(&mut self, done: &Done, raised: &[Raised]) {
        self.done += 1;
        let names = |raised: &&Raised| {
            plain(&raised.summary).contains(&done.outlet) || plain(&raised.body).contains(&done.outlet)
        };
        let first = raised.iter().filter(|raised| raised.at >= done.at).find(names);
        if let Some(first) = first {
            self.told += 1;
            self.slowest = self.slowest.max(first.at.duration_since(done.at).as_secs_f64());
        } else {
            say(&format!("{:?} at {} was not told within {} s", done.deed, done.outlet, LASTS.as_secs()));
        }
    }
}

/// Without the marks that keep directions of writing apart, and with what markup has to be written otherwise.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&apos;", "'").replace("&amp;", "&")
}
