//! What is staged: the order of a real case, in which pictures were put over the front pages of one group's outlets
//! from their own hosts, and one of their sites could not be reached.

use frontwatch_core::config::Config;
use frontwatch_newsroom::{Attack, Fault};

/// One act: what is done at one moment.
pub(super) struct Act {
    pub(super) says: &'static str,
    pub(super) staged: &'static [Staged],
}

/// What is done to one outlet, by its place in the newsroom.
#[derive(Debug, Clone, Copy)]
pub(super) enum Staged {
    Attack { outlet: usize, attack: Attack },
    Down { outlet: usize, fault: Fault },
    Restored { outlet: usize },
}

impl Staged {
    pub(super) fn outlet(self) -> usize {
        match self {
            Self::Attack { outlet, .. } | Self::Down { outlet, .. } | Self::Restored { outlet } => outlet,
        }
    }
}

const fn cover(outlet: usize) -> Staged {
    Staged::Attack { outlet, attack: Attack::Cover }
}

const fn restored(outlet: usize) -> Staged {
    Staged::Restored { outlet }
}

/// The acts, in order. The sixth outlet is left alone throughout.
pub(super) const ACTS: &[Act] = &[
    Act { says: "a picture covers the front page of the first outlet, from its own host", staged: &[cover(0)] },
    Act { says: "the same picture covers three more", staged: &[cover(1), cover(2), cover(3)] },
    Act {
        says: "the fifth outlet does not answer any more",
        staged: &[Staged::Down { outlet: 4, fault: Fault::Closed }],
    },
    Act {
        says: "the newsroom restores all five",
        staged: &[restored(0), restored(1), restored(2), restored(3), restored(4)],
    },
];

/// Only what this version watches is named, so that the demonstration promises nothing else.
pub(super) fn front_pages(mut config: Config) -> Config {
    for outlet in &mut config.outlets {
        outlet.feed = None;
        outlet.admin.clear();
    }
    config
}
