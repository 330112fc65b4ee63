//! What a table of cases is, and how it is judged.

use std::sync::LazyLock;

use crate::common::{Change, Watch, kinds, told};
use frontwatch_core::detect::Judged;
use frontwatch_core::evidence::Evidence;
use frontwatch_core::text::Speech;
use frontwatch_core::verdict::{Severity, Verdict};
use jiff::tz::TimeZone;

/// What a good editor would want to be told.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Say {
    /// An alarm that names this kind of signal.
    Alarm(&'static str),
    /// A suspicion that names this kind of signal: worth a line, not worth waking somebody.
    Suspect(&'static str),
    /// Nothing, or a suspicion: whoever made the rules may choose.
    NoAlarm,
    /// Nothing.
    Normal,
}

/// What is done to the next look, how, and what should be said of it.
pub(crate) type Table = Vec<(&'static str, Change, Say)>;

/// Judges every case of a table as the look after `watch`'s last, on `page`.
pub(crate) fn hold(watch: &Watch, page: &str, table: Table) {
    assert_eq!(watch.judge(page).judgement.verdict, Verdict::Normal, "{}", told(&watch.judge(page)));
    let mut wrong = Vec::new();
    for (what, change, say) in table {
        let changed = change(page);
        if changed == page {
            wrong.push(format!("{what}: nothing was changed"));
            continue;
        }
        let judged = watch.judge(&changed);
        if !agrees(&judged, say) {
            wrong.push(format!("{what}: {say:?} was wanted, not {}", told(&judged)));
        }
        explained(what, &judged);
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether a judgement says what it should.
pub(crate) fn agrees(judged: &Judged, say: Say) -> bool {
    let judgement = &judged.judgement;
    match say {
        Say::Alarm(kind) => {
            judgement.verdict == Verdict::Alarm
                && judgement.severity == Severity::Critical
                && kinds(judged).contains(&kind)
        }
        Say::Suspect(kind) => judgement.verdict == Verdict::Suspect && kinds(judged).contains(&kind),
        Say::NoAlarm => matches!(judgement.verdict, Verdict::Normal | Verdict::Suspect),
        Say::Normal => judgement.verdict == Verdict::Normal,
    }
}

/// In every language.
static SPEECH: LazyLock<[Speech; 4]> =
    LazyLock::new(|| ["en", "az", "ru", "tr"].map(|language| Speech::new(&[language.to_owned()], TimeZone::UTC)));

/// Every signal has a before, an after and a sentence of its own.
fn explained(what: &str, judged: &Judged) {
    for signal in &judged.judgement.signals {
        assert!(
            !signal.before.is_empty() && !signal.after.is_empty(),
            "{what}: {} has no before or after",
            signal.kind
        );
        assert_eq!(signal.message.id, format!("signal-{}", signal.kind.replace('.', "-")), "{what}");
        for shown in [&signal.before, &signal.after].into_iter().filter_map(Evidence::message) {
            let flaws = SPEECH.iter().flat_map(|speech| speech.flaws(shown));
            assert_eq!(flaws.collect::<Vec<_>>(), [], "{what}: {shown:?}");
        }
    }
}
