//! What is done, to which outlet, and when.

use std::fmt;
use std::time::Duration;

use frontwatch_newsroom::{Attack, Fault};

/// Something done to an outlet that an editor must be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// An intruder changes something.
    Attack(Attack),
    /// Readers get no page any more.
    Outage(Fault),
}

/// Every kind, in the order in which they take turns. Of attacks those are here whose signals are strong by themselves
/// (cover, takeover, title, collapse, panel open), so that the promise for them holds.
pub(crate) const DEEDS: [Deed; 12] = [
    Deed::Attack(Attack::Cover),
    Deed::Outage(Fault::Closed),
    Deed::Attack(Attack::OpenAdmin),
    Deed::Attack(Attack::Defacement),
    Deed::Attack(Attack::Title),
    Deed::Attack(Attack::Wiped),
    Deed::Outage(Fault::Error500),
    Deed::Attack(Attack::ForeignFrame),
    Deed::Attack(Attack::Headlines),
    Deed::Attack(Attack::Refresh),
    Deed::Outage(Fault::Hang),
    Deed::Attack(Attack::StylePainted),
];

impl Deed {
    /// Whether it is told by three failures, which takes longer than one look and its confirmation.
    pub(crate) fn is_outage(self) -> bool {
        matches!(self, Self::Outage(_))
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attack(attack) => f.write_str(attack.name()),
            Self::Outage(fault) => write!(f, "outage: {fault}"),
        }
    }
}

/// One of them: when after the beginning, and at which of the outlets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    /// After the beginning.
    pub(crate) at: Duration,
    /// The place of the outlet.
    pub(crate) outlet: usize,
    /// What.
    pub(crate) deed: Deed,
}

/// So many attacks at instants that are uniform over `within`, the first one first; every kind as often as any other, but
/// for one; no outlet twice. There must be as many outlets as attacks.
pub(crate) fn plan(seed: u64, attacks: usize, outlets: usize, within: Duration) -> Vec<Planned> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut places: Vec<usize> = (0..outlets).collect();
    chance.shuffle(&mut places);
    let mut plan: Vec<Planned> = DEEDS
        .into_iter()
        .cycle()
        .take(attacks)
        .zip(places)
        .map(|(deed, outlet)| Planned { at: within.mul_f64(chance.f64()), outlet, deed })
        .collect();
    plan.sort_by_key(|planned| planned.at);
    plan
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    const WITHIN: Duration = Duration::from_secs(2400);

    #[test]
    fn each_attack_has_an_outlet_of_its_own_and_all_kinds_take_turns() {
        for seed in 0..50 {
            let plan = plan(seed, 200, 210, WITHIN);
            let outlets: BTreeSet<_> = plan.iter().map(|planned| planned.outlet).collect();
            assert_eq!((plan.len(), outlets.len()), (200, 200));
            assert!(outlets.iter().all(|outlet| *outlet < 210));
            let mut kinds = BTreeMap::new();
            for planned in &plan {
                *kinds.entry(planned.deed.to_string()).or_insert(0) += 1;
            }
            assert_eq!(kinds.len(), DEEDS.len());
            assert!(kinds.values().all(|count| (16..=17).contains(count)), "{kinds:?}");
        }
    }

    #[test]
    fn the_instants_are_in_order_and_spread_over_all_the_time() {
        for seed in 0..50 {
            let plan = plan(seed, 200, 200, WITHIN);
            assert!(plan.is_sorted_by_key(|planned| planned.at));
            assert!(plan.iter().all(|planned| planned.at < WITHIN));
            for quarter in 0..4 {
                let of_it = plan.iter().filter(|planned| planned.at.as_secs() / 600 == quarter).count();
                assert!((25..=80).contains(&of_it), "seed {seed}, quarter {quarter}: {of_it}");
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_plan_again_and_another_seed_another() {
        assert_eq!(plan(5, 30, 40, WITHIN), plan(5, 30, 40, WITHIN));
        assert_ne!(plan(5, 30, 40, WITHIN), plan(6, 30, 40, WITHIN));
    }
}
