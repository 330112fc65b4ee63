//! Detectors: one file a detector, each turning a deviation from the baseline into signals; and [`judge`], the one
//! place where signals become a verdict.

mod availability;
mod chain;
mod changed;
mod charset;
mod closed;
mod collapse;
mod cover;
pub mod elsewhere;
mod feed;
mod fixed;
mod headline;
mod image;
mod judge;
mod language;
mod link;
mod login;
mod lost;
mod missing;
mod names;
mod painted;
mod picture;
mod placed;
mod planted;
mod redirect;
mod robots;
mod scene;
mod script;
mod sheet;
mod sound;
mod source;
mod story;
mod title;
mod transport;
pub mod unanswered;
mod values;
mod vocabulary;
mod wallet;
pub mod who;
mod wording;

pub use chain::EXPIRY_STAGES;
use jiff::Timestamp;
pub use judge::{ALARM, SUSPECT};
use url::Url;

use crate::baseline::Baseline;
use crate::extract::PageModel;
use crate::facts::Facts;
use crate::observation::{Headers, Hop};
use crate::parts::{PartSeen, Parts, Print};
use crate::verdict::{Availability, Judgement, Signal};
use crate::watch::{Expect, WatchKind};

/// One answer, ready to be judged: charset decoded, nothing else done to it.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The kind of the watch.
    pub kind: WatchKind,
    /// For `admin`: what should be there.
    pub expect: Option<Expect>,
    /// For `admin` that answers JSON: pointers (RFC 6901) with `*` to what may not change.
    pub values: &'a [String],
    /// The address that was asked for.
    pub asked: &'a Url,
    /// The address that answered, after redirects.
    pub url: &'a Url,
    /// The redirects in between.
    pub chain: &'a [Hop],
    /// HTTP status.
    pub status: u16,
    /// Headers as received.
    pub headers: &'a Headers,
    /// The page's text.
    pub text: &'a str,
    /// When it was fetched.
    pub at: Timestamp,
    /// CSS selectors of parts to ignore.
    pub ignore: &'a [String],
    /// What is known of what the page loads; empty where that is absent.
    pub parts: Parts<'a>,
}

/// A judgement with the page model that it was made of, from which the baseline learns.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What is said of the look.
    pub judgement: Judgement,
    /// What extraction kept of the page.
    pub page: PageModel,
    /// The parts that it was judged with.
    pub parts: Vec<PartSeen>,
    /// What the look saw, where it looked at no page.
    pub facts: Facts,
    /// Only a release of the page keeps something in it from being strong: that is for a person to say, and is not learned.
    pub excused: bool,
}

/// What a detector says that looks at something other than a page.
struct Special {
    facts: Facts,
    signals: Vec<Signal>,
    availability: Availability,
    /// Where it could not be seen: the reason.
    unavailable: Option<Signal>,
    /// Whether enough is known to compare with.
    ready: bool,
}

/// Judges one look against what is normal for its watch.
///
/// Never fails, whatever the bytes; time and space are linear in the size of the text.
pub fn judge(look: &Look<'_>, baseline: &Baseline) -> Judged {
    judge::judge(look, baseline)
}

/// What these signals alone come to, of a page that is known.
pub fn verdict_of(signals: Vec<Signal>, availability: Availability) -> Judgement {
    judge::verdict(signals, availability, None, true)
}

/// What the pictures of an alarming look show that no normal look had, in the places where an intruder puts one: the
/// logo's, a place where none stood, everywhere at once. Other outlets' looks are compared with them.
pub fn strange_pictures(judged: &Judged, baseline: &Baseline) -> Vec<Print> {
    picture::strange(&judged.page, &judged.parts, baseline)
}
