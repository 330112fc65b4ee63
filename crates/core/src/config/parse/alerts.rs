//! `[alerts]` and `[[outlet.planned]]`: what is told when, and what is expected for a time.

use super::super::values::{HOST, MOMENT, NIGHT, PLANNED_SIGNAL, TIME_ZONE};
use super::super::{Alerts, Fault};
use super::reader::{Reader, Section};
use crate::incident::planned::Planned;

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
        let words = ["neither signals nor hosts", "what is expected", "name it: signals = [\"title\", \"image\"]"];
        reader.error(&section.whole(), Fault::Missing, "planned", words.map(str::to_owned));
    }
    let (from, (until, span)) = (from?, until?);
    if until <= from {
        let words = ["a moment that is not after from", "the end of what is planned", "write a later one"];
        reader.error(&span, Fault::BadValue, "until", words.map(str::to_owned));
    }
    Some(Planned { from, until, zone, signals, hosts })
}
