//! This computer's own network: whether a bad look may be blamed on an outlet at all.
//!
//! Evidence in, an [`Assessment`] out. In the order of its weight: other hosts that answer over a connection that nobody can
//! forge; a neutral address that answers as it always does; the system's own word; a neutral address that is answered by
//! somebody else; what happens to several watched hosts together. Nothing is asked here, and nothing on an ordinary day:
//! a look gives cause ([`cause`]) or it does not. Each way to the internet ([`Route`]) is assessed by itself.

use url::Url;

use crate::extract::name::registrable;
use crate::observation::{Answer, FailureKind, Observation, Outcome, Vantage};
use crate::text::cli::Network;

/// The longest answer of a neutral address, in bytes: the longest of those in use has 24.
const LONGEST_ANSWER: usize = 256;
/// "Network Authentication Required": RFC 6585, 6 reserves it to whoever stands between.
const LOGIN_REQUIRED: u16 = 511;
/// Unrelated hosts that fall silent, or end at one foreign host, before that is this computer's doing.
const TOGETHER: usize = 2;

/// A way from this computer to the internet. That one is open says nothing of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Straight.
    Direct,
    /// Through the system's proxy.
    Proxy,
}

impl From<&Vantage> for Route {
    fn from(vantage: &Vantage) -> Self {
        match vantage {
            Vantage::Direct | Vantage::Stored => Self::Direct,
            Vantage::Proxy => Self::Proxy,
        }
    }
}

/// The system's own word on the internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// No connection at all.
    Nothing,
    /// A network, and no way from it to the internet.
    Limited,
    /// A login portal in between.
    Portal,
    /// All of the internet, when it last looked: that may be minutes ago.
    Full,
}

impl Word {
    /// Whether it says by itself that nothing can be seen by this route. Behind a proxy the system does not see the
    /// internet and says so, while the proxy does.
    pub fn is_bad(self, route: Route) -> bool {
        match route {
            Route::Direct => self != Self::Full,
            Route::Proxy => self == Self::Nothing,
        }
    }
}

/// Why this computer's network could be what a look saw, and not the outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// There was no answer, or one of a proxy that could get none.
    Silent,
    /// Somebody in between answered: a certificate that nobody trusts, or a wish for a login to the network.
    Between,
    /// The look ended at another site: its registrable domain.
    Elsewhere(String),
}

/// Why this computer's network could be what a look at `asked` saw. `usual` is the registrable domain at which looks at this
/// address ordinarily end, where that is known: some outlets send readers on to another site of theirs.
pub fn cause(asked: &Url, usual: Option<&str>, seen: &Observation) -> Option<Cause> {
    match &seen.outcome {
        Outcome::Unchanged { .. } => None,
        Outcome::Failed(failure) => match failure.kind {
            FailureKind::NoSuchName
            | FailureKind::DnsFailed
            | FailureKind::TimedOut
            | FailureKind::Refused
            | FailureKind::Dropped
            | FailureKind::Unreachable
            | FailureKind::Tls
            | FailureKind::NotHttp
            | FailureKind::Proxy => Some(Cause::Silent),
            FailureKind::Untrusted | FailureKind::TooManyRedirects | FailureKind::BadRedirect => Some(Cause::Between),
            FailureKind::TooLarge
            | FailureKind::BadEncoding
            | FailureKind::Local
            | FailureKind::NoCredential
            | FailureKind::ForeignCredential
            | FailureKind::NoKeychain => None,
        },
        Outcome::Answered(answer) if answer.status == LOGIN_REQUIRED => Some(Cause::Between),
        // A proxy answers so for whoever does not answer it, and where it has no way out itself.
        Outcome::Answered(Answer { url, status: 502..=504, .. })
            if seen.vantage == Vantage::Proxy && url.scheme() == "http" =>
        {
            Some(Cause::Silent)
        }
        Outcome::Answered(answer) => {
            let ended = domain(&answer.url);
            (ended != domain(asked) && usual != Some(&ended)).then_some(Cause::Elsewhere(ended))
        }
    }
}

/// Whether a look shows that its route is open: the asked site answered, by a certificate that nobody in between has.
pub fn proves(asked: &Url, usual: Option<&str>, seen: &Observation) -> bool {
    let secure = |url: &Url| url.scheme() == "https";
    let untouched = cause(asked, usual, seen).is_none() && seen.chain.iter().all(|hop| secure(&hop.from));
    match &seen.outcome {
        Outcome::Answered(answer) => untouched && secure(asked) && secure(&answer.url),
        Outcome::Unchanged { .. } => untouched && secure(asked),
        Outcome::Failed(_) => false,
    }
}

/// The registrable domain of an address; two hosts that share it are not unrelated.
pub fn domain(url: &Url) -> String {
    registrable(url.host_str().unwrap_or_default())
}

/// What came of asking a neutral address, one that always answers 204 or a short text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Probed {
    /// It answered as it always does.
    Open,
    /// Somebody else answered.
    Caught,
    /// There was no answer that says anything.
    Silent,
}

impl Probed {
    /// What a look at a neutral address comes to.
    pub fn read(asked: &Url, seen: &Observation) -> Self {
        let answer = match &seen.outcome {
            Outcome::Answered(answer) => answer,
            Outcome::Unchanged { .. } => return Self::Silent,
            // It never sends anybody on, and never shows a certificate where it is asked for by http.
            Outcome::Failed(_) if !seen.chain.is_empty() => return Self::Caught,
            Outcome::Failed(failure) => {
                let between = matches!(failure.kind, FailureKind::Untrusted | FailureKind::TooLarge);
                return if between { Self::Caught } else { Self::Silent };
            }
        };
        let itself =
            answer.url.host() == asked.host() && answer.url.port_or_known_default() == asked.port_or_known_default();
        match answer.status {
            LOGIN_REQUIRED => Self::Caught,
            _ if !itself => Self::Caught,
            204 => Self::Open,
            200 if is_short_text(answer) => Self::Open,
            200 => Self::Caught,
            // Whoever runs the address has trouble of their own, or does not like who asks.
            _ => Self::Silent,
        }
    }
}

fn is_short_text(answer: &Answer) -> bool {
    let body = answer.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&answer.body).trim_ascii_start();
    let html = answer.headers.get("content-type").is_some_and(|kind| kind.to_ascii_lowercase().contains("html"));
    !html && !body.starts_with(b"<") && body.len() <= LONGEST_ANSWER
}

/// A watched host that was looked at since there was cause to ask, and gave cause itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Troubled {
    /// Its registrable domain.
    pub domain: String,
    /// What happened.
    pub cause: Cause,
}

/// All that is known of one route since a look gave cause to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// Whether another look proved the route.
    pub proved: bool,
    /// The system's word, where it has one that was not refuted while it stood.
    pub word: Option<Word>,
    /// What came of the neutral addresses that were asked by this route.
    pub probes: &'a [Probed],
    /// The watched hosts that gave cause.
    pub troubled: &'a [Troubled],
    /// Whether every watched host that is reached by this route fell silent, of several.
    pub all_silent: bool,
}

/// What makes an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Other looks are answered.
    OthersAnswer,
    /// A neutral address answers.
    ProbeAnswers,
    /// The system says so.
    System,
    /// Somebody else answers in the place of a neutral address.
    ProbeCaught,
    /// Strangers answer in the place of several unrelated hosts: one foreign host, or certificates that nobody trusts.
    StrangersAnswer,
    /// No neutral address answers.
    ProbesSilent,
    /// Several unrelated hosts fell silent together, and nothing answers.
    HostsSilent,
    /// There is nothing to go by: the outlet is taken at its word.
    Nothing,
}

/// What this computer's network is, as far as can be told, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// What it is.
    pub network: Network,
    /// By what.
    pub why: Why,
}

impl Assessment {
    /// Whether it stands already while not all that was asked has answered.
    pub fn is_decided(self) -> bool {
        matches!(self.why, Why::OthersAnswer | Why::ProbeAnswers)
            || (self.network != Network::Online && self.why == Why::System)
    }

    /// Whether it says by evidence that the network is there, not for want of any.
    pub fn is_open(self) -> bool {
        self.network == Network::Online && self.why != Why::Nothing
    }
}

/// What is to be thought of one route.
pub fn assess(route: Route, evidence: &Evidence<'_>) -> Assessment {
    let is = |network, why| Assessment { network, why };
    let some_probe = |what| evidence.probes.contains(&what);
    if evidence.proved {
        return is(Network::Online, Why::OthersAnswer);
    }
    if some_probe(Probed::Open) {
        return is(Network::Online, Why::ProbeAnswers);
    }
    match evidence.word.filter(|word| word.is_bad(route)) {
        Some(Word::Portal) => return is(Network::Captive, Why::System),
        Some(_) => return is(Network::Offline, Why::System),
        None => {}
    }
    if some_probe(Probed::Caught) {
        return is(Network::Captive, Why::ProbeCaught);
    }
    let between = |one: &&Troubled| one.cause == Cause::Between;
    if same_elsewhere(evidence.troubled) || distinct(evidence.troubled.iter().filter(between)) >= TOGETHER {
        return is(Network::Captive, Why::StrangersAnswer);
    }
    if !evidence.probes.is_empty() {
        return is(Network::Offline, Why::ProbesSilent);
    }
    let silent = |one: &&Troubled| one.cause == Cause::Silent;
    if evidence.all_silent || distinct(evidence.troubled.iter().filter(silent)) >= TOGETHER {
        return is(Network::Offline, Why::HostsSilent);
    }
    match evidence.word {
        Some(Word::Full) => is(Network::Online, Why::System),
        _ => is(Network::Online, Why::Nothing),
    }
}

/// Whether unrelated hosts lead to one foreign host.
fn same_elsewhere(troubled: &[Troubled]) -> bool {
    let ends = |at: &str| distinct(troubled.iter().filter(|one| one.cause == Cause::Elsewhere(at.to_owned())));
    troubled.iter().any(|one| matches!(&one.cause, Cause::Elsewhere(at) if ends(at) >= TOGETHER))
}

/// How many unrelated hosts these are.
fn distinct<'a>(troubled: impl Iterator<Item = &'a Troubled>) -> usize {
    troubled.map(|one| one.domain.as_str()).collect::<std::collections::BTreeSet<_>>().len()
}
