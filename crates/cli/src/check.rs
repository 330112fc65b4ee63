//! `frontwatch check`: one round over the watches now, and a table.

use frontwatch_core::parts::Reach;
use frontwatch_core::text::{Speech, cli as words, inert, words as terms};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::{Watch, WatchKind};
use frontwatch_engine::api::check::{Checked, Due, Keeping, Stories, round, stories, unwanted_pictures};
use frontwatch_engine::api::happening::WatchVerdict;
use indicatif::{ProgressBar, ProgressStyle};

use crate::exit::{Exit, Problem};
use crate::session::{Session, baselines};
use crate::{Here, output};

/// The longest address in the table, in characters.
const ADDRESS: usize = 48;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Outlets to look at, by their names; all if none is named
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// One JSON object a line on stdout
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    let session = Session::open(here)?;
    let watches = session.watches(&arguments.names)?;
    let mut looker = session.looker()?;
    if let Some(folder) = &session.config.watching.unwanted_pictures {
        let (pictures, troubles) = unwanted_pictures(folder);
        looker.pictures = pictures.into();
        for trouble in troubles {
            output::note(&session.speech.say(&trouble));
        }
    }
    let (store, writable) = session.store_to_check()?;
    let known = baselines(store.as_ref(), &session.speech).await?;
    let bar = if arguments.json || !output::is_terminal() {
        ProgressBar::hidden()
    } else {
        ProgressBar::new(watches.len() as u64).with_style(style())
    };
    let mut keeping = Keeping::new(store.clone().filter(|_| writable));
    let round = async |watches: Vec<(Watch, Reach)>, keeping: &mut Keeping| {
        let with_baseline = |(watch, reach): (Watch, Reach)| {
            let baseline = known.get(&watch.id).cloned().unwrap_or_default();
            Due { watch, baseline, reach }
        };
        let watches = watches.into_iter().map(with_baseline).collect();
        let each = |checked: &Checked| {
            bar.inc(1);
            if arguments.json {
                let Checked { watch, at, judgement, .. } = checked;
                output::json(&WatchVerdict::new(watch, *at, judgement, &session.speech));
            }
        };
        round(&looker, watches, keeping, each).await
    };
    let configured = watches.into_iter().map(|watch| (watch, Reach::Loopback)).collect();
    let mut checked = round(configured, &mut keeping).await?;
    // What a feed names is known after it was read.
    let Stories { watches, writes } = stories(&session.config, &checked, &known, looker.clock.now());
    bar.inc_length(watches.len() as u64);
    checked.extend(round(watches, &mut keeping).await?);
    keeping.store(writes).await?;
    bar.finish_and_clear();
    if let Some(error) = keeping.failed() {
        output::note(&session.speech.say(&words::nothing_kept(error.message())));
    }
    if !arguments.json {
        print(&checked, &session.speech);
    }
    if let Some(store) = store {
        store.close().await?;
    }
    Ok(Exit::of(checked.iter().map(|checked| checked.judgement.verdict)))
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}").unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn print(checked: &[Checked], speech: &Speech) {
    let columns = [words::Column::Outlet, words::Column::Address, words::Column::Verdict, words::Column::What];
    let mut table = output::table(columns.map(|column| speech.say(&words::column(column))));
    let ordinary = |checked: &&Checked| {
        checked.watch.kind == WatchKind::Article
            && matches!(checked.judgement.verdict, Verdict::Normal | Verdict::Learning)
    };
    for Checked { watch, judgement, at, .. } in checked.iter().filter(|checked| !ordinary(checked)) {
        let what = judgement.signals.first().map_or_else(
            || match judgement.verdict {
                Verdict::Learning => words::learning_so_far(),
                Verdict::Inconclusive => words::no_judgement(),
                Verdict::Normal | Verdict::Suspect | Verdict::Alarm => words::nothing_unusual(),
            },
            |signal| signal.message.clone(),
        );
        table.add_row([
            watch.outlet.clone(),
            inert(watch.url.as_str(), ADDRESS),
            speech.say(&terms::verdict(judgement.verdict)),
            speech.say_at(&what, *at),
        ]);
    }
    output::line(&table.to_string());
    let stories = checked.iter().filter(ordinary).count();
    if stories > 0 {
        output::line(&speech.say(&words::ordinary_stories(u32::try_from(stories).unwrap_or(u32::MAX))));
    }
    let count = |verdict| u32::try_from(checked.iter().filter(|c| c.judgement.verdict == verdict).count()).unwrap_or(0);
    output::note(&speech.say(&words::round(words::Round {
        total: u32::try_from(checked.len()).unwrap_or(u32::MAX),
        alarms: count(Verdict::Alarm),
        suspects: count(Verdict::Suspect),
        unseen: count(Verdict::Inconclusive),
    })));
}
