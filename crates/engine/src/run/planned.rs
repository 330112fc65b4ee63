//! What a newsroom has planned for an outlet is no alarm while it holds.

use frontwatch_core::config::time_zone;
use frontwatch_core::extract::name::registrable;
use frontwatch_core::incident::Cause;
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::planned::{Planned, beside};
use frontwatch_core::verdict::{Judgement, Verdict};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Loop;

impl Loop {
    /// What a look comes to beside the plans that hold for its outlet, where that is something else. What they expect opens
    /// nothing and ends nothing, and is [`Finding::Blind`]; what is in question already is not excused by them.
    pub(super) fn beside_plans(
        &self,
        id: &WatchId,
        judgement: &Judgement,
        finding: Finding,
        now: Timestamp,
    ) -> Option<(Judgement, Finding)> {
        let slot = self.slots.get(id).filter(|slot| slot.track.open(Cause::Content).is_none())?;
        let outlet = self.config.outlets.iter().find(|outlet| outlet.name == slot.watch.outlet);
        let plans: Vec<&Planned> = outlet.iter().flat_map(|outlet| &outlet.planned).collect();
        let zone = |plan: &Planned| plan.zone.as_deref().and_then(time_zone).unwrap_or_else(TimeZone::system);
        let plans: Vec<&Planned> = plans.into_iter().filter(|plan| plan.holds(&zone(plan), now)).collect();
        if plans.is_empty() {
            return None;
        }
        let own = registrable(slot.watch.url.host_str().unwrap_or_default());
        let left = beside(judgement, &own, &plans)?;
        if left.verdict == Verdict::Alarm {
            return Some((left, finding));
        }
        // The reasons stay: it is shown what was seen, and that it was expected.
        let verdict = if finding == Finding::Down { judgement.verdict } else { Verdict::Suspect };
        let severity = left.severity;
        Some((Judgement { verdict, severity, score: left.score, ..judgement.clone() }, Finding::Blind))
    }
}
