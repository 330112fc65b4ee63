//! `[alerts]` and `[[outlet.planned]]`: what is told when, and what is expected for a time.

use super::super::values::{HOST, MOMENT, NIGHT, PLANNED_SIGNAL, TIME_ZONE};
use super::super::{Alerts, Fault};
use super::reader::{Reader, Section};
use crate::incident::planned::Planned;
use crate::text::Message;

pub(super) fn alerts(reader: &mut Reader<'_>, section: &Section<'_>) -> Alerts {
    reader.known_keys(section, &["quiet_hours", "time_zone"]);
    let time_zone = reader.value(section, "time_zone", &TIME_ZONE);
    Alerts { quiet_hours: reader.value(section, "quiet_hours", &NIGHT), time_zone }
}

/// Reads a plan. `None` where it lacks what no plan can lack: the reader holds the reasons.
pub(super) fn planned(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Planned> {
    reader.known_keys(section, &["from", "until", "time_zone", "signals", "hosts"]);
    let from = reader.required(section, "from", &MOMENT);
    let until = reader.required_spanned(section, "until", &MOMENT);
    let zone = reader.value(section, "time_zone", &TIME_ZONE);
    let signals = reader.list(section, "signals", &PLANNED_SIGNAL);
    let hosts = reader.list(section, "hosts", &HOST);
    if section.key("signals").is_none() && section.key("hosts").is_none() {
        let words = ["config-plan-empty", "config-plan", "config-plan-do"].map(Message::new);
        reader.error(&section.whole(), Fault::Missing, "planned", words);
    }
    let (from, (until, span)) = (from?, until?);
    if until <= from {
        let words = ["config-until-early", "config-until", "config-until-do"].map(Message::new);
        reader.error(&span, Fault::BadValue, "until", words);
    }
    Some(Planned { from, until, zone, signals, hosts })
}
