//! What the loop knows of one outlet, for its page: of each watch how it stands, when it is looked at next, and what is
//! normal. Changes nothing.

use frontwatch_core::baseline::Baseline;
use frontwatch_core::config::Outlet;
use frontwatch_core::watch::{Watch, WatchKind};
use jiff::Timestamp;

use super::Loop;
use super::event::Refusal;
use crate::api::overview::WatchView;
use crate::store::HalfHour;

/// One outlet as the loop knows it.
#[derive(Debug)]
pub(crate) struct OutletNow {
    /// As the configuration has it.
    pub(crate) outlet: Outlet,
    pub(crate) watches: Vec<WatchNow>,
}

/// One watch as the loop knows it.
#[derive(Debug)]
pub(crate) struct WatchNow {
    pub(crate) kind: WatchKind,
    /// As the outlets' list has it.
    pub(crate) view: WatchView,
    /// What only a watch has that is looked at.
    pub(crate) watched: Option<Box<WatchedNow>>,
}

/// A watch that is looked at.
#[derive(Debug)]
pub(crate) struct WatchedNow {
    /// When it is due; none while a look is under way.
    pub(crate) next: Option<Timestamp>,
    /// What is normal.
    pub(crate) normal: Baseline,
    /// How long it took to answer in this half hour.
    pub(crate) half: Option<HalfHour>,
}

impl Loop {
    pub(super) fn outlet(&self, name: &str) -> Result<OutletNow, Refusal> {
        let now = self.ports.clock.now();
        let outlet = self.config.outlets.iter().find(|outlet| outlet.name == name).ok_or(Refusal::NoSuchOutlet)?;
        let configured = self.watches_by_outlet().remove(name).unwrap_or_default();
        let of = |watch: &Watch| {
            let view = self.watch_view(watch, now);
            let slot = self.slots.get(&watch.id).filter(|_| !self.is_group(&watch.id));
            let watched = slot.map(|slot| {
                Box::new(WatchedNow {
                    next: self.schedule.due_at(&watch.id),
                    normal: slot.normal.baseline(),
                    half: slot.pace.so_far(),
                })
            });
            WatchNow { kind: watch.kind, view, watched }
        };
        Ok(OutletNow { outlet: outlet.clone(), watches: configured.iter().map(of).collect() })
    }
}
