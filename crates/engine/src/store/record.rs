//! What goes into the store. Only shapes: how they are kept is in `write`; what comes out is in `kept`.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::dismissal::Why;
use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::{Incident, IncidentId};
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::Headers;
use frontwatch_core::parts::Print;
use frontwatch_core::standing::Pause;
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Verdict};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::Url;

use super::halves::HalfHour;

/// Why a capture is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaptureRole {
    /// The baseline was learned from it.
    Baseline,
    /// The look before something deviated.
    Before,
    /// It was judged `suspect`.
    Suspect,
    /// It was judged `alarm`.
    Alarm,
    /// Once an hour, for the record.
    Hourly,
}

impl CaptureRole {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Baseline, Self::Before, Self::Suspect, Self::Alarm, Self::Hourly];

    /// The word that the store uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Before => "before",
            Self::Suspect => "suspect",
            Self::Alarm => "alarm",
            Self::Hourly => "hourly",
        }
    }
}

/// One thing to store. A batch of them is stored as a whole or not at all. Times are kept to the millisecond, except
/// inside incidents and notices, which come back exactly as they went in.
#[derive(Debug, Clone)]
pub enum Write {
    /// An incident as it is now; an earlier form of it is replaced. A change of its state is added to its history.
    Incident(Box<Incident>),
    /// A person has put an incident off: it is added to its history. The incident is stored before it.
    PutOff {
        /// The incident.
        incident: IncidentId,
        /// When.
        at: Timestamp,
    },
    /// A notice to send by a channel. If it is in the outbox already, it stays as it is there. Its incident must be stored,
    /// in the same batch at the latest: what is announced was stored first.
    Outbox {
        /// The notice.
        notice: Box<Notice>,
        /// The channel: `desktop`, `webhook`, `email`.
        channel: String,
    },
    /// A notice was sent. It must be in the outbox.
    Delivered {
        /// The notice's id.
        notice: String,
        /// The channel.
        channel: String,
        /// When.
        at: Timestamp,
    },
    /// A notice could not be sent now; it stays in the outbox, unless it was settled meanwhile. It must be there.
    Failed {
        /// The notice's id.
        notice: String,
        /// The channel.
        channel: String,
        /// How.
        failure: SendFailure,
    },
    /// A notice need not be sent any more; one that was delivered stays so. It must be in the outbox.
    Withdrawn {
        /// The notice's id.
        notice: String,
        /// The channel.
        channel: String,
        /// When.
        at: Timestamp,
        /// Why: a stable word.
        reason: String,
    },
    /// A decision not to tell anybody of an incident, or of something new in it. The incident must be stored, in the same
    /// batch at the latest.
    Silence {
        /// The incident.
        incident: IncidentId,
        /// When it was decided.
        at: Timestamp,
        /// Why: a stable word.
        reason: String,
    },
    /// A version of what is normal for a watch; one with the same number is replaced.
    Baseline(Box<StoredBaseline>),
    /// Every version of what is normal for a watch is to be forgotten. Captures stay.
    Forget {
        /// The watch.
        watch: WatchId,
    },
    /// A page to keep. The body is kept once, however often it is captured.
    Capture {
        /// The watch that saw it.
        watch: WatchId,
        /// Why it is kept.
        role: CaptureRole,
        /// When it was seen.
        at: Timestamp,
        /// SHA-256 of the body.
        digest: Digest,
        /// The decoded body, at most 10 MiB.
        body: KeptBody,
        /// Headers as received.
        headers: Headers,
        /// The address that gave it.
        url: Url,
        /// HTTP status.
        status: u16,
    },
    /// A look was made: replaces the watch's last look, and counts in the watch's hour.
    Look(Look),
    /// A half hour of looks at a watch is over.
    HalfHour {
        /// The watch.
        watch: WatchId,
        /// The half hour.
        half: HalfHour,
    },
    /// A troubling look that opened no incident, and why.
    Held(Box<HeldLook>),
    /// What the watch's state machines need to go on after a restart: JSON; the earlier one is replaced.
    WatchState {
        /// The watch.
        watch: WatchId,
        /// JSON.
        state: String,
    },
    /// A picture that an intruder placed on a page; of all incidents the latest 200 are kept.
    Picture(IncidentPicture),
    /// An incident was none: its pictures are to be forgotten.
    ForgetPictures(IncidentId),
    /// What a picture shows.
    Shown(ShownPicture),
    /// How the logos of a watch's page usually look is to be forgotten, but for those at these addresses.
    ForgetLogos {
        /// The watch.
        watch: WatchId,
        /// The addresses.
        but: Vec<Url>,
    },
    /// Why a person set an incident aside. The incident must be stored, in the same batch at the latest.
    Dismissal(Dismissal),
    /// Nothing was watched in this time.
    Blind {
        /// The last moment that was watched.
        from: Timestamp,
        /// The first moment that was watched again.
        to: Timestamp,
    },
    /// The alerts are paused, or are not any more.
    Pause(Option<Pause>),
    /// The alerts of an outlet are paused, or are not any more.
    OutletPause {
        /// The outlet's name.
        outlet: String,
        /// The pause.
        pause: Option<Pause>,
    },
    /// An outlet whose alerts are paused is not in the configuration any more, or is again.
    OutletAway {
        /// The outlet's name.
        outlet: String,
        /// Since when it is not; none: it is.
        since: Option<Timestamp>,
    },
    /// A watch is another outlet's: whatever is kept of the watch bears the name of that one.
    Moved {
        /// The watch.
        watch: WatchId,
        /// The outlet's name.
        to: String,
    },
    /// An outlet has another name: whatever is kept of it bears that one.
    Renamed {
        /// Its name before.
        from: String,
        /// Its name from now on.
        to: String,
    },
}

impl Write {
    /// What it is, in a word for the log: nothing of what it holds, which may be a site's text.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Incident(_) => "incident",
            Self::PutOff { .. } => "putting off",
            Self::Outbox { .. } => "notice",
            Self::Delivered { .. } => "delivered",
            Self::Failed { .. } => "failed",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Silence { .. } => "silence",
            Self::Baseline(_) => "baseline",
            Self::Forget { .. } => "forget",
            Self::Capture { .. } => "capture",
            Self::Look(_) => "look",
            Self::HalfHour { .. } => "half hour",
            Self::Held(_) => "held look",
            Self::WatchState { .. } => "state of a watch",
            Self::Picture(_) => "picture",
            Self::ForgetPictures(_) => "forgotten pictures",
            Self::Shown(_) => "shown picture",
            Self::ForgetLogos { .. } => "forgotten logos",
            Self::Dismissal(_) => "dismissal",
            Self::Blind { .. } => "blind time",
            Self::Pause(_) => "pause",
            Self::OutletPause { .. } => "pause of an outlet",
            Self::OutletAway { .. } => "outlet that was removed",
            Self::Moved { .. } => "watch of another outlet",
            Self::Renamed { .. } => "renaming",
        }
    }

    /// Whether it is stored later, if it can't be stored now: what must last, what became of it, and what a person would be
    /// alarmed by once more without it. Looks of a time when nothing could be stored are lost; of pages and pictures, which take
    /// room, those wait that tell most (`run::unstored`).
    pub fn is_tried_again(&self) -> bool {
        self.must_last()
            || matches!(
                self,
                Self::Delivered { .. }
                    | Self::Baseline(_)
                    | Self::Forget { .. }
                    | Self::Picture(_)
                    | Self::ForgetPictures(_)
                    | Self::ForgetLogos { .. }
                    | Self::Dismissal(_)
                    | Self::Blind { .. }
            )
    }

    /// Whether the batch that holds it is on the disk when its commit returns: whatever a person is told, or not told,
    /// because of it.
    pub fn must_last(&self) -> bool {
        match self {
            Self::Incident(_)
            | Self::PutOff { .. }
            | Self::Outbox { .. }
            | Self::Withdrawn { .. }
            | Self::Silence { .. }
            | Self::Pause(_)
            | Self::OutletPause { .. }
            | Self::OutletAway { .. }
            | Self::Moved { .. }
            | Self::Renamed { .. } => true,
            // Lost to a power cut, a notice is sent once more under its id, and a page is learned once more.
            Self::Delivered { .. }
            | Self::Failed { .. }
            | Self::Baseline(_)
            | Self::Forget { .. }
            | Self::Capture { .. }
            | Self::Look(_)
            | Self::HalfHour { .. }
            | Self::Held(_)
            | Self::WatchState { .. }
            | Self::Picture(_)
            | Self::ForgetPictures(_)
            | Self::Dismissal(_)
            | Self::Shown(_)
            | Self::ForgetLogos { .. }
            | Self::Blind { .. } => false,
        }
    }
}

/// A body to keep. It may wait for the disk, and for long where that hangs: packed, it takes no more room than it will take there.
#[derive(Debug, Clone)]
pub enum KeptBody {
    /// As it is.
    Plain(Bytes),
    /// Packed with zstd; with the room that it takes as long as it waits.
    Packed(Bytes, Arc<Taken>),
}

impl From<Bytes> for KeptBody {
    fn from(body: Bytes) -> Self {
        Self::Plain(body)
    }
}

/// How much of what waits for the disk is of pages, in all: a share of it is taken for each of them.
#[derive(Debug, Clone)]
pub struct Room(Arc<Semaphore>);

/// A share of the room, given back when it is dropped.
#[derive(Debug)]
pub struct Taken {
    _of: OwnedSemaphorePermit,
}

impl Room {
    /// Of so many bytes.
    pub fn new(bytes: usize) -> Self {
        Self(Arc::new(Semaphore::new(bytes / Self::SHARE)))
    }

    /// What is counted together, bytes.
    const SHARE: usize = 1024;

    /// A packed body to keep, where so many bytes are left besides for what tells more; none where there is no room for it: a disk
    /// that takes nothing costs pages and not the memory.
    pub fn keep(&self, packed: Bytes, leaves: usize) -> Option<KeptBody> {
        let shares = u32::try_from(packed.len().div_ceil(Self::SHARE)).ok()?;
        if self.0.available_permits() < shares as usize + leaves.div_ceil(Self::SHARE) {
            return None;
        }
        let taken = Arc::clone(&self.0).try_acquire_many_owned(shares).ok()?;
        Some(KeptBody::Packed(packed, Arc::new(Taken { _of: taken })))
    }
}

/// What a picture shows, as a small one of our own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPicture {
    /// The watch whose page it stands on.
    pub watch: WatchId,
    /// When it stood there.
    pub side: ShownSide,
    /// Its address.
    pub url: Url,
    /// When it was seen.
    pub at: Timestamp,
    /// A PNG that we packed.
    pub png: Bytes,
}

/// When a picture stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownSide {
    /// A logo of a page that is well.
    Usual,
    /// The same, as it was before an incident.
    Before(IncidentId),
    /// An intruder placed it in an incident.
    Now(IncidentId),
}

/// An alarm that a person set aside, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissal {
    /// The incident.
    pub incident: IncidentId,
    /// The outlet's name.
    pub outlet: String,
    /// The kind of its weightiest signal.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub why: Why,
}

/// A picture that an intruder placed on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentPicture {
    /// The incident.
    pub incident: IncidentId,
    /// The outlet's name.
    pub outlet: String,
    /// When it was first seen there.
    pub at: Timestamp,
    /// What it shows.
    pub print: Print,
}

/// A version of what is normal for a watch.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredBaseline {
    /// The watch.
    pub watch: WatchId,
    /// Grows with every material change.
    pub version: u64,
    /// The format of the blob.
    pub format: u16,
    /// What the baseline encoded itself to.
    pub blob: Vec<u8>,
    /// When it was learned.
    pub at: Timestamp,
    /// What changed, for a person.
    pub reason: Message,
}

/// One look at a watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The watch.
    pub watch: WatchId,
    /// When it began.
    pub at: Timestamp,
    /// What it says.
    pub verdict: Verdict,
    /// How the page was there.
    pub availability: Availability,
    /// SHA-256 of the body, where there was one.
    pub digest: Option<Digest>,
    /// How long it took; kept to the millisecond.
    pub took: Duration,
    /// Whether the page was there; none where the look says nothing of that.
    pub there: Option<bool>,
}

/// A troubling look that opened no incident.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldLook {
    /// The watch.
    pub watch: WatchId,
    /// The outlet's name.
    pub outlet: String,
    /// Why nobody was told.
    pub reason: Held,
    /// When the look began.
    pub at: Timestamp,
    /// What it saw, without the outlet's name.
    pub what: Message,
}

/// An attempt to send a notice that failed.
#[derive(Debug, Clone, PartialEq)]
pub struct SendFailure {
    /// When it was tried.
    pub at: Timestamp,
    /// Why it failed; for the history of an incident and for `doctor`.
    pub reason: Message,
    /// When to try again.
    pub next: Timestamp,
}

/// What became of a notice on a channel.
#[derive(Debug, Clone, PartialEq)]
pub enum Delivery {
    /// It is still to be sent.
    Pending {
        /// How the last attempt failed; absent before the first.
        failure: Option<SendFailure>,
    },
    /// It was sent.
    Delivered {
        /// When first.
        at: Timestamp,
    },
    /// It need not be sent any more.
    Withdrawn {
        /// When that was decided.
        at: Timestamp,
        /// Why: a stable word.
        reason: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_wait_take_no_more_room_than_there_is() {
        let room = Room::new(10 * 1024);
        let page = || room.keep(Bytes::from(vec![0; 3 * 1024 - 5]), 0);
        let waiting: Vec<_> = (0..2).map(|_| page().unwrap()).collect();
        assert!(room.keep(Bytes::from(vec![0; 1024]), 4 * 1024).is_none(), "so much is left for what tells more");
        assert!(room.keep(Bytes::from(vec![0; 1024]), 3 * 1024).is_some());
        let waiting: Vec<_> = waiting.into_iter().chain(page()).collect();
        assert!(page().is_none());
        // What is handed on is still the same.
        let again = waiting[0].clone();
        drop(waiting);
        assert!(room.keep(Bytes::from(vec![0; 8 * 1024]), 0).is_none(), "one of them waits still");
        drop(again);
        assert!(room.keep(Bytes::from(vec![0; 10 * 1024]), 0).is_some());
        assert!(room.keep(Bytes::from(vec![0; 10 * 1024 + 1]), 0).is_none());
    }
}
