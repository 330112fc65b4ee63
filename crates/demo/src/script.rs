//! What is staged: the order of a real case, in which pictures were put over the front pages of one group's outlets
//! from their own hosts, and one of their sites could not be reached.

use frontwatch_core::config::Config;
use frontwatch_core::text::desktop::Scene;
use frontwatch_newsroom::{Attack, Fault};

/// One act: what is done at one moment.
#[derive(Debug)]
pub struct Act {
    /// What is said of it.
    pub scene: Scene,
    /// What is done.
    pub staged: &'static [Staged],
}

/// What is done to one outlet, by its place in the newsroom.
#[derive(Debug, Clone, Copy)]
pub enum Staged {
    /// It is attacked.
    Attack {
        /// The outlet.
        outlet: usize,
        /// How.
        attack: Attack,
    },
    /// It fails.
    Down {
        /// The outlet.
        outlet: usize,
        /// How.
        fault: Fault,
    },
    /// All that was done to it is taken back.
    Restored {
        /// The outlet.
        outlet: usize,
    },
}

impl Staged {
    /// The outlet's place in the newsroom.
    pub fn outlet(self) -> usize {
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
pub const ACTS: &[Act] = &[
    Act { scene: Scene::Cover, staged: &[cover(0)] },
    Act { scene: Scene::Spread, staged: &[cover(1), cover(2), cover(3)] },
    Act { scene: Scene::Outage, staged: &[Staged::Down { outlet: 4, fault: Fault::Closed }] },
    Act { scene: Scene::Restored, staged: &[restored(0), restored(1), restored(2), restored(3), restored(4)] },
];

/// Only what this version watches is named, so that the demonstration promises nothing else.
pub(super) fn front_pages(mut config: Config) -> Config {
    for outlet in &mut config.outlets {
        outlet.feed = None;
        outlet.admin.clear();
    }
    config
}
