//! One round over the watches, now: what `frontwatch check` does. It uses the looks, the judgement and the
//! confirmation of the running watch; it opens no incident and tells nobody, because whoever asked is reading.

mod stories;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::baseline::{Baseline, Learned};
use frontwatch_core::detect::elsewhere::{Shown, beside_others};
use frontwatch_core::detect::unanswered;
use frontwatch_core::extract::Listed;
use frontwatch_core::facts::chain::Chain;
use frontwatch_core::observation::Outcome as Seen;
use frontwatch_core::parts::{KnownPicture, Reach};
use frontwatch_core::text::Message;
use frontwatch_core::text::words;
use frontwatch_core::verdict::{Availability, Judgement, Verdict};
use frontwatch_core::watch::{Watch, WatchKind};
use jiff::Timestamp;
use tokio::task::JoinSet;

pub use stories::{Stories, stories};

use crate::hands;
use crate::ports::{Clock, Fetch, Freshness, Order, What};
use crate::run::{Judgeable, Outcome, Purpose, Reading, Shelf, judge_answer, new_version, read_folder};
use crate::store::{CaptureRole, Store, StoreError, Write};

/// From a bad look to the one that confirms it.
const CONFIRM_AFTER: Duration = Duration::from_millis(1500);

/// What one round said of a watch.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The watch.
    pub watch: Watch,
    /// When the look began.
    pub at: Timestamp,
    /// What is said of it, confirmed where it is an alarm.
    pub judgement: Judgement,
    /// What was learned and captured, to be stored or let go.
    pub writes: Vec<Write>,
    /// Of a feed that is as it should be: the stories that it names.
    names: Vec<Listed>,
    /// How far in that feed came from.
    came: Option<Reach>,
    /// Of a certificate: what others are seen beside.
    shown: Option<Shown>,
}

/// A watch to look at.
#[derive(Debug, Clone)]
pub struct Due {
    /// The watch.
    pub watch: Watch,
    /// What is normal for it.
    pub baseline: Arc<Baseline>,
    /// How far in the name of its host may lead.
    pub reach: Reach,
}

/// Looks at a watch from outside of the loop.
#[derive(Clone)]
pub struct Looker {
    /// Looks at addresses.
    pub fetch: Arc<dyn Fetch>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// The most that each stage of a look may take.
    pub timeout: Duration,
    /// Reads the parts of pages, few at a time.
    pub reading: Reading,
    /// Pictures that nobody wants on a front page.
    pub pictures: Arc<[KnownPicture]>,
}

/// What the pictures of a folder show, and what is to be told of those that could not be read. Blocks.
pub fn unwanted_pictures(folder: &str) -> (Vec<KnownPicture>, Vec<Message>) {
    let read = read_folder(Path::new(folder));
    let troubles = read.troubles();
    (read.pictures, troubles)
}

/// A look that was judged, with the answer it was judged by.
#[derive(Debug)]
pub struct Judged {
    /// When the look began.
    pub at: Timestamp,
    /// What is said of it.
    pub judgement: Judgement,
    /// What the baseline would learn.
    pub learned: Option<(Arc<Baseline>, Learned)>,
    /// The answer; absent where none came.
    pub answered: Option<Judgeable>,
    /// Of a feed: the stories that it names.
    stories: Vec<Listed>,
}

impl Looker {
    /// Looks once and judges what came.
    pub async fn look(&self, due: &Due, purpose: Purpose) -> Judged {
        let Due { watch, baseline, reach } = due;
        let freshness = if purpose == Purpose::Confirmation { Freshness::Confirmation } else { Freshness::Full };
        let order =
            Order { url: watch.url.clone(), freshness, timeout: self.timeout, what: What::of(watch), reach: *reach };
        let observation = self.fetch.look(order).await;
        let at = observation.at;
        let unjudged = |judgement| Judged { at, judgement, learned: None, answered: None, stories: Vec::new() };
        let answer = match observation.outcome {
            Seen::Answered(answer) => answer,
            Seen::Failed(failure) => return unjudged(unanswered::of_watch(&failure, watch, baseline).0),
            // No validators were sent, so there is nothing that could be unchanged.
            Seen::Unchanged { .. } => return unjudged(unanswered::of_own_fault()),
        };
        let task = Judgeable {
            watch: watch.clone(),
            purpose,
            at,
            chain: observation.chain,
            answer,
            baseline: Arc::clone(baseline),
            honest: None,
            learn: purpose == Purpose::Routine,
            asked_about: None,
            parts: Vec::new(),
            pictures: Arc::clone(&self.pictures),
        };
        let judged = self.judge(task).await;
        match judged {
            Ok((outcome, task)) => {
                let (outcome, task) = self.with_parts(outcome, task).await;
                let Outcome { judgement, learned, stories, .. } = outcome;
                Judged { at, judgement, learned, answered: Some(task), stories }
            }
            Err(()) => unjudged(unanswered::of_own_fault()),
        }
    }

    /// Judges a page again with what it loads, once that is here; as it was where nothing of it came.
    async fn with_parts(&self, outcome: Outcome, mut task: Judgeable) -> (Outcome, Judgeable) {
        let mut loaded = Shelf::default();
        loaded.want(outcome.wanted.clone(), &task.answer);
        let errands = loaded.due(task.purpose, self.clock.now(), Duration::ZERO);
        loaded.take_in(self.reading.fetch(&self.fetch, errands, self.timeout).await);
        task.parts = loaded.hand_out();
        if task.parts.is_empty() {
            return (outcome, task);
        }
        let again = task.clone();
        self.judge(task).await.unwrap_or((outcome, again))
    }

    async fn judge(&self, task: Judgeable) -> Result<(Outcome, Judgeable), ()> {
        let watch = task.watch.id.clone();
        match hands::done(move || (judge_answer(&task), task)).await {
            Ok((Ok(outcome), task)) => Ok((outcome, task)),
            Ok((Err(panic), task)) => {
                tracing::error!(%watch, digest = %task.answer.digest, %panic, "judging this page failed");
                Err(())
            }
            Err(error) => {
                tracing::error!(%watch, %error, "judging this page was cut off");
                Err(())
            }
        }
    }

    /// Looks at a watch, and once more over a new connection if the first look is bad.
    pub async fn check(&self, due: Due) -> Checked {
        let mut judged = self.look(&due, Purpose::Routine).await;
        let down = judged.judgement.availability != Availability::Up;
        if judged.judgement.verdict == Verdict::Alarm || down {
            self.clock.sleep(CONFIRM_AFTER).await;
            let second = self.look(&due, Purpose::Confirmation).await;
            judged = confirmed(judged, second);
        }
        let watch = due.watch;
        let writes = writes(&watch, &judged);
        let came = judged.answered.as_ref().map(|task| task.answer.from);
        let shown = judged.answered.as_ref().and_then(|answered| shown(answered, &judged.judgement));
        let Judged { at, judgement, stories, .. } = judged;
        let sound = matches!(judgement.verdict, Verdict::Normal | Verdict::Learning);
        let (names, came) = if sound { (stories, came) } else { (Vec::new(), None) };
        Checked { watch, at, judgement, writes, names, came, shown }
    }
}

/// What two looks say together. An alarm that the second does not see is a suspicion: some readers may see it.
fn confirmed(first: Judged, second: Judged) -> Judged {
    match (first.judgement.verdict, second.judgement.verdict) {
        (Verdict::Alarm, Verdict::Alarm) => second,
        (Verdict::Alarm, _) => {
            Judged { judgement: Judgement { verdict: Verdict::Suspect, ..first.judgement }, learned: None, ..first }
        }
        _ => second,
    }
}

fn writes(watch: &Watch, judged: &Judged) -> Vec<Write> {
    let Some(answered) = &judged.answered else {
        return Vec::new();
    };
    let role = match judged.judgement.verdict {
        Verdict::Alarm => CaptureRole::Alarm,
        Verdict::Suspect => CaptureRole::Suspect,
        Verdict::Learning | Verdict::Normal | Verdict::Inconclusive => CaptureRole::Hourly,
    };
    let mut writes = Vec::new();
    match &judged.learned {
        // A single round is all the memory there will be of what it counted.
        Some((baseline, Learned::Counted)) => {
            writes.push(new_version(&watch.id, baseline, words::version_counted(), judged.at));
        }
        Some((baseline, Learned::Material(reason))) => {
            writes.push(new_version(&watch.id, baseline, reason.clone(), judged.at));
            writes.push(answered.capture(CaptureRole::Baseline));
        }
        Some((_, Learned::Nothing)) | None => {}
    }
    if role != CaptureRole::Hourly {
        writes.push(answered.capture(role));
    }
    writes
}

/// What a look at a certificate showed.
fn shown(answered: &Judgeable, judgement: &Judgement) -> Option<Shown> {
    let certificate = answered.watch.kind == WatchKind::Tls;
    let document = std::str::from_utf8(&answered.answer.body).ok().filter(|_| certificate)?;
    Shown::of(&Chain::read(document)?, judgement)
}

/// A signer that is new at every host at once is this computer's own network: nothing is said of the site, and nothing kept.
fn beside(mut checked: Checked, others: &[Shown]) -> Checked {
    if let Some(shown) = &checked.shown {
        checked.judgement = beside_others(checked.judgement, shown, others);
        if checked.judgement.verdict == Verdict::Inconclusive {
            checked.writes.clear();
        }
    }
    checked
}

/// Where it is stored what a round learned and captured. A disk that takes nothing keeps nobody from looking.
pub struct Keeping {
    store: Option<Store>,
    failed: Option<StoreError>,
}

impl Keeping {
    /// In a store; none: nothing is stored.
    pub fn new(store: Option<Store>) -> Self {
        Self { store, failed: None }
    }

    /// Stores it, unless the disk did not take what came before.
    ///
    /// # Errors
    ///
    /// It was not the disk: see [`StoreError::is_the_disks`].
    pub async fn store(&mut self, writes: Vec<Write>) -> Result<(), StoreError> {
        let Some(store) = self.store.as_ref().filter(|_| self.failed.is_none()) else { return Ok(()) };
        match store.commit(writes).await {
            Err(error) if error.is_the_disks() => {
                self.failed = Some(error);
                Ok(())
            }
            done => done,
        }
    }

    /// Why the disk did not take it, from the first on that it did not.
    pub fn failed(&self) -> Option<&StoreError> {
        self.failed.as_ref()
    }
}

/// One round over these watches, all at once within the limits of the fetch. `each` hears of every one as it is done.
pub async fn round(
    looker: &Looker,
    watches: Vec<Due>,
    keeping: &mut Keeping,
    mut each: impl FnMut(&Checked),
) -> Result<Vec<Checked>, StoreError> {
    let mut looks = JoinSet::new();
    for (place, due) in watches.into_iter().enumerate() {
        let looker = looker.clone();
        looks.spawn(async move { (place, looker.check(due).await) });
    }
    let mut all = Vec::new();
    // Certificates of a new signer wait for what the others' show.
    let mut waiting = Vec::new();
    let mut certificates = Vec::new();
    loop {
        let (place, mut checked) = match looks.join_next().await {
            Some(Ok((place, checked))) => {
                certificates.extend(checked.shown.clone());
                if checked.shown.as_ref().is_some_and(Shown::is_new) {
                    waiting.push((place, checked));
                    continue;
                }
                (place, checked)
            }
            Some(Err(error)) => {
                tracing::error!(%error, "a look was cut off");
                continue;
            }
            None => match waiting.pop() {
                Some((place, checked)) => (place, beside(checked, &certificates)),
                None => break,
            },
        };
        each(&checked);
        keeping.store(std::mem::take(&mut checked.writes)).await?;
        all.push((place, checked));
    }
    all.sort_by_key(|(place, _)| *place);
    Ok(all.into_iter().map(|(_, checked)| checked).collect())
}
