//! Attacks and faults by the clock of the run, one after the other, each at the next outlet.

use frontwatch_newsroom::Attack;
use jiff::{SignedDuration, Timestamp};

use super::desk::Screen;
use super::web::{Fault, Web};
use crate::say;

/// What is done, in turns.
const DEEDS: [Deed; 11] = [
    Deed::Attack(Attack::Cover),
    Deed::Attack(Attack::Title),
    Deed::Fault(Fault::Fails),
    Deed::Attack(Attack::ForeignFrame),
    Deed::Attack(Attack::OpenAdmin),
    Deed::Fault(Fault::Hangs),
    Deed::Attack(Attack::Headlines),
    Deed::Attack(Attack::Wiped),
    Deed::Fault(Fault::Refuses),
    Deed::Attack(Attack::StylePainted),
    Deed::Attack(Attack::Defacement),
];

#[derive(Debug, Clone, Copy)]
enum Deed {
    Attack(Attack),
    Fault(Fault),
}

/// What is done now, and what came of all that was.
#[derive(Debug)]
pub(crate) struct Mischief {
    /// How long each lasts, and from the beginning of one to that of the next.
    lasts: SignedDuration,
    every: SignedDuration,
    next: Timestamp,
    now: Option<(Deed, Timestamp)>,
    place: usize,
    /// How many attacks and faults there were whose time is over.
    pub(crate) done: u64,
    /// How many of them were told while they lasted.
    pub(crate) told: u64,
    /// After how many seconds the latest of those was told.
    pub(crate) slowest: f64,
}

impl Mischief {
    /// The first is at `first`.
    pub(crate) fn from(first: Timestamp, lasts: SignedDuration, every: SignedDuration) -> Self {
        Self { lasts, every, next: first, now: None, place: 0, done: 0, told: 0, slowest: 0.0 }
    }

    /// Takes back what is over and begins what is to begin. `name` is that of an outlet.
    pub(crate) fn turn(&mut self, web: &Web, screen: &Screen, names: &[String], now: Timestamp) {
        let over = |(_, at): &mut (Deed, Timestamp)| now.duration_since(*at) >= self.lasts;
        if let Some((deed, at)) = self.now.take_if(over) {
            web.restore(self.place);
            let name = names.get(self.place).map_or("", String::as_str);
            self.done += 1;
            match screen.told(name) {
                Some(told) => {
                    self.told += 1;
                    self.slowest = self.slowest.max(told.duration_since(at).as_secs_f64());
                }
                None => say(&format!("{deed:?} at {name} from {at} on was not told")),
            }
            self.place = (self.place + 1) % names.len();
        }
        if self.now.is_none() && now >= self.next {
            let deed = DEEDS[self.done as usize % DEEDS.len()];
            screen.forget(names.get(self.place).map_or("", String::as_str));
            match deed {
                Deed::Attack(attack) => web.attack(self.place, attack),
                Deed::Fault(fault) => web.fail(self.place, fault),
            }
            self.now = Some((deed, now));
            self.next = now.saturating_add(self.every).unwrap_or(Timestamp::MAX);
        }
    }
}
