//! Who attacks: the picture, the host and the words that an intruder leaves.
//!
//! Names, imagery and wording are made up and neutral, and every foreign address lies under `.example` (RFC 2606), so
//! nothing that a page names here can be reached by accident.

use crate::picture::{self, Motif};

/// Whether the attacks on several outlets are one intruder's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Intruders {
    /// One for all outlets: picture, host and words are the same wherever it was, as in a real campaign.
    #[default]
    One,
    /// Another at every outlet, who has nothing in common with the others; names and titles come round again after 210.
    EachItsOwn,
}

/// The one who does everything that is done to an outlet.
#[derive(Debug, Clone)]
pub(crate) struct Intruder {
    /// As it signs.
    pub(crate) name: String,
    /// The host that injected scripts, frames and forms name.
    pub(crate) host: String,
    /// The sentence that takes the place of every headline.
    pub(crate) message: String,
    /// What it says at the end of a page of its own.
    pub(crate) creed: &'static str,
    /// What its pictures show, and follow from.
    pictures: (Motif, Motif, u64),
}

/// What the pictures of the one intruder follow from.
const ONE: u64 = 0x000d_15ea_5ed0;

const TEMPERS: [&str; 15] = [
    "Amber", "Bitter", "Copper", "Distant", "Early", "Feral", "Gilded", "Hollow", "Ivory", "Jagged", "Late", "Mellow",
    "Narrow", "Pale", "Sudden",
];
const THINGS: [&str; 14] = [
    "Anchor", "Bramble", "Cinder", "Dune", "Ember", "Fjord", "Gale", "Heron", "Jetty", "Kestrel", "Lichen", "Meadow",
    "Nettle", "Reef",
];
/// What follows the intruder's name in its message, and its creed: no two share a turn of phrase.
const SAYINGS: [(&str, &str); 11] = [
    ("speaks to every reader tonight", "Your security is an open gate. We are leaves, we are many."),
    ("opened this door and left a lamp in it", "Locks are promises. Yours were broken long ago."),
    ("counts the hours until you notice", "Nobody was on watch when the tide came in."),
    ("has read your letters and returns them", "What is written in sand belongs to the wind."),
    ("came through the window that you forgot", "Build higher walls, plant better hedges."),
    ("waited nine winters to write one line", "Silence kept us company, and now it ends."),
    ("borrows this paper for a single evening", "Tomorrow you may have it back, if you ask politely."),
    ("brings greetings from the far shore", "Ships without captains go where currents please."),
    ("painted over your morning with its own", "A blank page is an invitation to strangers."),
    ("was here while the editors were asleep", "Dreams are expensive, passwords are cheap."),
    ("took the key from under the mat", "Old habits make the best of guides."),
];

impl Intruder {
    /// The one of [`Intruders::One`].
    pub(crate) fn one() -> Self {
        Self {
            name: "Quiet Orchard".to_owned(),
            host: "static.pixel-orchard.example".to_owned(),
            message: "The quiet orchard speaks to every reader tonight".to_owned(),
            creed: SAYINGS[0].1,
            pictures: (Motif::Cover, Motif::Mark, ONE),
        }
    }

    /// The one who attacks the outlet of this seed. The seeds of a newsroom's outlets follow each other, so that no two have
    /// the same remainders by numbers without a common divisor.
    fn of_its_own(seed: u64) -> Self {
        let turn = |among: usize| (seed % among as u64) as usize;
        let (temper, thing) = (TEMPERS[turn(TEMPERS.len())], THINGS[turn(THINGS.len())]);
        let (said, creed) = SAYINGS[turn(SAYINGS.len())];
        Self {
            name: format!("{temper} {thing}"),
            host: format!("{}.{}-{seed:x}.example", thing.to_lowercase(), temper.to_lowercase()),
            message: format!("The {} {} {said}", temper.to_lowercase(), thing.to_lowercase()),
            creed,
            pictures: (Motif::Banner, Motif::Badge, seed),
        }
    }

    /// The one who attacks the outlet of this seed.
    pub(crate) fn at(intruders: Intruders, seed: u64) -> Self {
        match intruders {
            Intruders::One => Self::one(),
            Intruders::EachItsOwn => Self::of_its_own(seed),
        }
    }

    /// The picture that it lays over pages, PNG.
    pub(crate) fn cover(&self) -> Vec<u8> {
        let (cover, _, seed) = self.pictures;
        picture::png(cover, seed)
    }

    /// The picture that it puts in the place of a logo, PNG.
    pub(crate) fn mark(&self) -> Vec<u8> {
        let (_, mark, seed) = self.pictures;
        picture::png(mark, seed)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn intruders_of_their_own_share_no_name_host_message_or_picture() {
        let all: Vec<_> = (900..1110).map(|seed| Intruder::at(Intruders::EachItsOwn, seed)).collect();
        let distinct = |what: fn(&Intruder) -> Vec<u8>| all.iter().map(what).collect::<HashSet<_>>().len();
        assert_eq!(distinct(|intruder| intruder.name.clone().into()), all.len());
        assert_eq!(distinct(|intruder| intruder.host.clone().into()), all.len());
        assert_eq!(distinct(|intruder| intruder.message.clone().into()), all.len());
        // The cover is the same pattern, larger.
        assert_eq!(distinct(Intruder::mark), all.len());
        assert_ne!(all[0].cover(), all[1].cover());
    }

    #[test]
    fn the_one_intruder_is_the_same_at_every_outlet() {
        let (here, there) = (Intruder::at(Intruders::One, 1), Intruder::at(Intruders::One, 2));
        assert_eq!((&here.host, here.cover(), here.mark()), (&there.host, there.cover(), there.mark()));
    }
}
