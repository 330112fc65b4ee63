//! Suspicions that stand: what is nearly an alarm at every look for five minutes is told, as a warning.

use jiff::{SignedDuration, Timestamp};

use super::{Held, Sighting, Step, Track, aside, kinds};
use crate::detect::SUSPECT;
use crate::digest::Digest;
use crate::incident::finding::Finding;
use crate::incident::{Cause, Grounds, Incident};
use crate::text::words;
use crate::verdict::Severity;
use crate::watch::{Expect, Watch, WatchKind};

/// How long the same cause must lead at every look. The baseline learns a soft suspicion after 30 minutes, so that a person
/// has 25 to say what it is.
const LASTING: SignedDuration = SignedDuration::from_mins(5);

/// From what score on. An alarm begins at 0.75.
///
/// Most suspicions on ordinary pages are an outlet's own work, and stand: a new widget, a page cut in half, another title. Of
/// 2,351 judged snapshots of dense histories 40 are suspected, and whoever looks every 30 seconds sees each of them for five
/// minutes. With 0.72 as the bound 2 would have been told (0.734 and 0.746), fewer than 1 in 1,000; with 0.70 it would
/// have been 10, with 0.65 14. `docs/accuracy.md` has the command.
const NEARLY: f64 = 0.72;

/// A suspicion that may yet stand for long enough.
#[derive(Debug, Clone)]
pub(super) struct Suspicion {
    /// What leads.
    kind: String,
    since: Timestamp,
    looks: u32,
    digest: Option<Digest>,
}

impl Track {
    /// A look while no incident of content is open. What can't be seen neither ends a suspicion nor counts for it.
    pub(super) fn suspect(&mut self, watch: &Watch, sighting: &Sighting, step: &mut Step) {
        if !sighting.finding.saw_page() {
            return;
        }
        let Some(kind) = nearly(watch, sighting) else {
            self.suspicion = None;
            return;
        };
        if self.set_aside.as_ref().is_some_and(|it| aside::is_led_by(it, kind)) {
            step.held = step.held.or(Some(Held::SetAside));
            return;
        }
        let mut suspicion = self.suspicion.take().filter(|suspicion| suspicion.kind == kind).unwrap_or(Suspicion {
            kind: kind.to_owned(),
            since: sighting.at,
            looks: 0,
            digest: sighting.digest,
        });
        suspicion.looks = suspicion.looks.saturating_add(1);
        let stood = sighting.at.duration_since(suspicion.since);
        if stood < LASTING {
            self.suspicion = Some(suspicion);
            step.held = step.held.or(Some(Held::NotYetLasting));
            return;
        }
        self.pending = None;
        let minutes = u32::try_from(stood.as_mins()).unwrap_or(u32::MAX);
        let sighting = Sighting {
            severity: Severity::Warning,
            summary: words::lasting_suspicion(minutes, sighting.summary.clone()),
            digest: suspicion.digest.or(sighting.digest),
            ..sighting.clone()
        };
        let beginning = (Grounds::Lasting, suspicion.since, suspicion.looks);
        let incident = self.begin(watch, Cause::Content, beginning, &sighting);
        step.changes.push(self.add(incident));
    }
}

/// Whether a look sees the suspicion that an incident rests on.
pub(super) fn is_same(incident: &Incident, sighting: &Sighting) -> bool {
    incident.grounds == Grounds::Lasting && kinds(&incident.signals).first() == kinds(&sighting.signals).first()
}

/// What leads a suspicion that is nearly an alarm.
///
/// Of front pages and login pages alone, as the bound was measured on them. A feed that lost stories waits for what its
/// stories say, and a story that an editor worked on stays so for ever. Many light reasons together are a release or a redesign:
/// as for an alarm, one must be a suspicion by itself. What readers' browsers are shown is another layout now and then.
fn nearly<'a>(watch: &Watch, sighting: &'a Sighting) -> Option<&'a str> {
    let measured = match watch.kind {
        WatchKind::Homepage => watch.reader.is_none(),
        WatchKind::Admin => watch.expect == Some(Expect::Login),
        WatchKind::Feed | WatchKind::Article | WatchKind::Tls | WatchKind::Dns => false,
    };
    let first = sighting.signals.first()?;
    let near = sighting.finding == Finding::Doubtful && sighting.score >= NEARLY && first.weight >= SUSPECT;
    (measured && near).then_some(first.kind.as_str())
}
