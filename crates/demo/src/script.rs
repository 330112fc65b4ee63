//! What is staged: the order of a real case, in which pictures were put over the front pages of one group's outlets
//! from their own hosts, panels and published stories were gone for, and one of their sites could not be reached.

use frontwatch_core::text::desktop::Scene;
use frontwatch_core::watch::WatchKind;
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
    /// The kind of the watch that is to see it; of a restored outlet, each that saw something.
    pub fn kind(self) -> Option<WatchKind> {
        match self {
            Self::Attack { attack: Attack::OpenAdmin | Attack::LoginForm | Attack::NewAdministrator, .. } => {
                Some(WatchKind::Admin)
            }
            Self::Attack { attack: Attack::DeletedStories, .. } => Some(WatchKind::Article),
            Self::Attack { .. } | Self::Down { .. } => Some(WatchKind::Homepage),
            Self::Restored { .. } => None,
        }
    }

    /// The outlet's place in the newsroom.
    pub fn outlet(self) -> usize {
        match self {
            Self::Attack { outlet, .. } | Self::Down { outlet, .. } | Self::Restored { outlet } => outlet,
        }
    }
}

const fn cover(outlet: usize) -> Staged {
    attacked(outlet, Attack::Cover)
}

const fn restored(outlet: usize) -> Staged {
    Staged::Restored { outlet }
}

const fn attacked(outlet: usize, attack: Attack) -> Staged {
    Staged::Attack { outlet, attack }
}

/// The acts, in order. The sixth outlet is left alone throughout.
pub const ACTS: &[Act] = &[
    Act { scene: Scene::Cover, staged: &[cover(0)] },
    Act { scene: Scene::Spread, staged: &[cover(1), cover(2), cover(3)] },
    Act { scene: Scene::Panel, staged: &[attacked(0, Attack::OpenAdmin)] },
    Act { scene: Scene::Stories, staged: &[attacked(1, Attack::DeletedStories)] },
    Act { scene: Scene::Outage, staged: &[Staged::Down { outlet: 4, fault: Fault::Closed }] },
    Act { scene: Scene::Restored, staged: &[restored(0), restored(1), restored(2), restored(3), restored(4)] },
];
