//! Whether what a handshake showed is this computer's own doing: a proxy of the company's or a program against viruses
//! opens encrypted connections and signs anew whatever passes, at every host at once. Then nothing can be said of the site.

use super::scene::{shows, signal, whole};
use crate::extract::name::registrable;
use crate::facts::chain::{Chain, family};
use crate::text::Arg;
use crate::verdict::{Judgement, Severity, Verdict};

/// What the latest handshake at a host showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The registrable domain of the host.
    domain: String,
    /// Who signed its certificate.
    issuer: String,
    /// Nobody of this name signed for this host before.
    new: bool,
    /// The certificate stands in public logs: only public authorities make such.
    logged: bool,
}

impl Shown {
    /// From a judged look; nothing where no certificate came that could be read.
    pub fn of(chain: &Chain, judgement: &Judgement) -> Option<Self> {
        const NEW: [&str; 3] = ["certificate.issuer", "certificate.untrusted", OPENED];
        let leaf = chain.leaf.as_ref()?;
        Some(Self {
            domain: registrable(&chain.host),
            issuer: leaf.issuer.clone(),
            new: judgement.signals.iter().any(|signal| NEW.contains(&signal.kind.as_str())),
            logged: leaf.logged,
        })
    }

    /// Whether it must be seen beside others before anything is said.
    pub fn is_new(&self) -> bool {
        self.new
    }
}

/// The kind of the signal that says so.
pub const OPENED: &str = "certificate.opened";

/// The judgement of a look at a certificate, seen beside what the latest handshakes at other hosts showed: of the same round or of
/// the last minutes, the caller says. Where each of other domains shows the same signer, new there as well, and none that
/// public logs know, nothing is said of the site. An attacker who shows such certificates at all watched sites at once is
/// taken for that, too; it is said, and it is not "all is well".
pub fn beside_others(judgement: Judgement, shown: &Shown, others: &[Shown]) -> Judgement {
    let mut others = others.iter().filter(|other| other.domain != shown.domain).peekable();
    let foreign = |one: &Shown| one.new && !one.logged && family(&one.issuer) == family(&shown.issuer);
    if others.peek().is_none() || !foreign(shown) || !others.all(foreign) {
        return judgement;
    }
    let before = judgement.signals.first().map(|signal| signal.before.clone()).unwrap_or_default();
    let issuer = Arg::Foreign(shown.issuer.clone());
    let after = shows("signed-everywhere").with("issuer", whole(&shown.issuer));
    Judgement {
        verdict: Verdict::Inconclusive,
        severity: Severity::Info,
        score: 0.5,
        signals: vec![signal(OPENED, 0.5, vec![("issuer", issuer)], before, after)],
        availability: judgement.availability,
    }
}
