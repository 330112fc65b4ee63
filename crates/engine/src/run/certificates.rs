//! Certificates of several hosts seen beside one another: a signer that is new at every host at once is this computer's own
//! doing. Then nothing is said of a site, and it is said once.

use std::time::Duration;

use frontwatch_core::detect::elsewhere::{OPENED, Shown, beside_others};
use frontwatch_core::facts::chain::Chain;
use frontwatch_core::verdict::Judgement;
use frontwatch_core::watch::{WatchId, WatchKind};

use super::Loop;
use super::event::Purpose;
use super::judging::Judgeable;
use crate::api::happening::About;

impl Loop {
    /// The judgement of a look at a certificate, seen beside the latest looks at the others. Where its signer is new, those
    /// are looked at now, so that the second look at this one is seen beside what is shown there by then.
    pub(super) fn beside_other_hosts(&mut self, task: &Judgeable, judgement: Judgement) -> Judgement {
        if task.watch.kind != WatchKind::Tls {
            return judgement;
        }
        let document = std::str::from_utf8(&task.answer.body).ok().and_then(Chain::read);
        let Some(shown) = document.and_then(|chain| Shown::of(&chain, &judgement)) else { return judgement };
        self.certificates.retain(|watch, _| self.slots.contains_key(watch));
        self.certificates.insert(task.watch.id.clone(), shown.clone());
        if !shown.is_new() {
            self.mended(&[signal_id().as_str()]);
            return judgement;
        }
        let others: Vec<(WatchId, Shown)> = self
            .certificates
            .iter()
            .filter(|(id, _)| **id != task.watch.id)
            .map(|(id, it)| (id.clone(), it.clone()))
            .collect();
        if task.purpose == Purpose::Routine {
            for (id, _) in others.iter().filter(|(_, other)| !other.is_new()) {
                self.look(id, Purpose::Alerted, Duration::ZERO);
            }
        }
        let others: Vec<Shown> = others.into_iter().map(|(_, shown)| shown).collect();
        let judgement = beside_others(judgement, &shown, &others);
        let opened =
            judgement.signals.first().filter(|signal| signal.kind == OPENED).map(|signal| signal.message.clone());
        if let Some(message) = opened.filter(|_| !self.remarks.iter().any(|remark| remark.message.id == signal_id())) {
            self.remark(About::Trouble, message);
        }
        judgement
    }
}

/// The id of the sentence that says it.
fn signal_id() -> String {
    format!("signal-{}", OPENED.replace('.', "-"))
}
