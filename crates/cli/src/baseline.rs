//! `frontwatch baseline`: what was learned, in words; and taking it back, or saying that a page is ours.

use frontwatch_core::text::cli::{Learned, learned};
use frontwatch_core::text::{inert, words as terms};
use frontwatch_core::watch::Watch;
use frontwatch_engine::api::baseline::{self, NotDone};
use frontwatch_engine::api::happening::IncidentState;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::store::{Access, Opened, Store};

use crate::exit::{Exit, Problem};
use crate::session::{Session, confirmed};
use crate::{Here, output};

/// The longest text from a page on a line, in characters.
const QUOTE: usize = 80;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// What is normal for an outlet's pages, in words
    Show(Which),
    /// Every version that is kept, newest first
    History(Which),
    /// What differs between two versions: "-" is what the earlier one says, "+" what the later one says
    Compare {
        #[command(flatten)]
        which: Which,
        /// The earlier version, as `history` numbers them; by default the one before the later
        #[arg(long, value_name = "VERSION")]
        from: Option<u64>,
        /// The later version; by default the latest
        #[arg(long, value_name = "VERSION")]
        to: Option<u64>,
    },
    /// Make an earlier version the one that counts
    Rollback {
        #[command(flatten)]
        which: Which,
        /// The version, as `history` numbers them
        #[arg(long)]
        version: u64,
    },
    /// Forget what was learned, and learn anew
    Forget(Which),
    /// Say that a page is yours as it is now: it becomes normal, and its alarm is over
    Approve {
        #[command(flatten)]
        which: Which,
        /// Don't ask
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, clap::Args)]
struct Which {
    /// The outlet's name
    outlet: String,
    /// One of its addresses, where it has several
    #[arg(long, value_name = "ADDRESS")]
    url: Option<url::Url>,
}

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    let session = Session::open(here)?;
    let which = match &arguments.command {
        Command::Show(which)
        | Command::History(which)
        | Command::Forget(which)
        | Command::Compare { which, .. }
        | Command::Rollback { which, .. }
        | Command::Approve { which, .. } => which,
    };
    let mut watches = session.watches(std::slice::from_ref(&which.outlet))?;
    watches.retain(|watch| which.url.as_ref().is_none_or(|url| watch.url == *url));
    if watches.is_empty() {
        return Err(Problem::usage(learned(Learned::NoSuchAddress(&which.outlet))));
    }
    match arguments.command {
        Command::Show(_) => show(&session, &watches).await,
        Command::History(_) => history(&session, &watches).await,
        Command::Compare { from, to, .. } => compare(&session, &one(watches)?, from, to).await,
        Command::Rollback { version, .. } => roll_back(&session, &one(watches)?, version).await,
        Command::Forget(_) => forget(&session, &watches).await,
        Command::Approve { yes, .. } => approve(&session, one(watches)?, yes).await,
    }
}

fn say(session: &Session, what: Learned<'_>) -> String {
    session.speech.say(&learned(what))
}

/// The only watch; several must be told apart by their address.
fn one(watches: Vec<Watch>) -> Result<Watch, Problem> {
    let addresses: Vec<&str> = watches.iter().map(|watch| watch.url.as_str()).collect();
    let several = learned(Learned::SeveralAddresses(&addresses.join(", ")));
    <[Watch; 1]>::try_from(watches).map(|[watch]| watch).map_err(|_| Problem::usage(several))
}

fn read(session: &Session) -> Result<Store, Problem> {
    let Opened { store, .. } = Store::open(&session.place.data, Access::Read)?;
    Ok(store)
}

async fn show(session: &Session, watches: &[Watch]) -> Result<Exit, Problem> {
    let store = read(session)?;
    for watch in watches {
        output::line(watch.url.as_str());
        match baseline::latest(&store, &watch.id).await {
            Ok(baseline) if baseline.looks() == 0 => {
                let nothing = NotDone::NothingLearned(watch.id.clone());
                output::line(&format!("  {}", session.speech.say(&nothing.message())));
            }
            Ok(baseline) => {
                for message in baseline.describe() {
                    output::line(&format!("  {}", session.speech.say(&message)));
                }
            }
            Err(error @ NotDone::NothingLearned(_)) => {
                output::line(&format!("  {}", session.speech.say(&error.message())));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Exit::Fine)
}

async fn history(session: &Session, watches: &[Watch]) -> Result<Exit, Problem> {
    let store = read(session)?;
    for watch in watches {
        output::line(watch.url.as_str());
        for version in baseline::history(&store, &watch.id).await? {
            let reason = session.speech.say(&version.reason);
            output::line(&format!("  {:>5}  {:.0}  {reason}", version.version, version.at));
        }
    }
    Ok(Exit::Fine)
}

async fn compare(session: &Session, watch: &Watch, from: Option<u64>, to: Option<u64>) -> Result<Exit, Problem> {
    let store = read(session)?;
    let versions: Vec<u64> = baseline::history(&store, &watch.id).await?.iter().map(|kept| kept.version).collect();
    let latest = versions.first().copied().ok_or_else(|| NotDone::NothingLearned(watch.id.clone()))?;
    let to = to.unwrap_or(latest);
    let before = versions.iter().copied().find(|version| *version < to);
    let Some(from) = from.or(before) else {
        return Err(Problem::usage(learned(Learned::First(watch.url.as_str(), to))));
    };
    let differences = baseline::compare(&store, &watch.id, [from, to]).await?;
    output::line(&say(session, Learned::Compared(watch.url.as_str(), from, to)));
    for difference in &differences {
        let lines = [("-", &difference.before), ("+", &difference.after)];
        for (sign, message) in lines.into_iter().filter_map(|(sign, message)| Some((sign, message.as_ref()?))) {
            output::line(&format!("  {sign} {}", session.speech.say(message)));
        }
    }
    if differences.is_empty() {
        output::line(&format!("  {}", say(session, Learned::Same)));
    }
    Ok(Exit::Fine)
}

async fn roll_back(session: &Session, watch: &Watch, version: u64) -> Result<Exit, Problem> {
    let store = session.store()?;
    let newest = baseline::roll_back(&store, watch, version, SystemClock.now()).await?;
    store.close().await?;
    output::line(&say(session, Learned::CountsAgain(watch.url.as_str(), version, newest)));
    Ok(Exit::Fine)
}

async fn forget(session: &Session, watches: &[Watch]) -> Result<Exit, Problem> {
    let store = session.store()?;
    baseline::forget(&store, watches, SystemClock.now()).await?;
    for watch in watches {
        output::line(&say(session, Learned::Forgotten(watch.url.as_str())));
    }
    store.close().await?;
    Ok(Exit::Fine)
}

async fn approve(session: &Session, watch: Watch, yes: bool) -> Result<Exit, Problem> {
    let store = session.store()?;
    let url = watch.url.clone();
    let proposal = baseline::propose(&session.looker()?, &store, watch).await?;
    let judgement = &proposal.judged.judgement;
    output::note(&format!("{url}: {}", session.speech.say(&terms::verdict(judgement.verdict))));
    let headings = [Learned::Before, Learned::Now].map(|heading| say(session, heading));
    let width = headings.iter().map(|heading| heading.chars().count()).max().unwrap_or_default();
    let [was, is] = headings.map(|heading| format!("{heading:<width$}"));
    for signal in &judgement.signals {
        let shown = |evidence| inert(&session.speech.evidence(evidence), QUOTE);
        let (before, after) = (shown(&signal.before), shown(&signal.after));
        output::note(&format!("  {}\n    {was} {before}\n    {is} {after}", session.speech.say(&signal.message)));
    }
    if !yes && !confirmed(&session.speech, &learned(Learned::Publish), learned(Learned::Nobody))? {
        store.close().await?;
        output::note(&say(session, Learned::Nothing));
        return Ok(Exit::Fine);
    }
    let resolved = baseline::approve(&store, proposal, SystemClock.now()).await?;
    store.close().await?;
    output::line(&say(session, Learned::Normal(url.as_str())));
    if let Some(incident) = resolved {
        let IncidentState { id, .. } = IncidentState::new(&incident, &session.speech);
        output::line(&say(session, Learned::Over(id.as_str())));
    }
    Ok(Exit::Fine)
}
