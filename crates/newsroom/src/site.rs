//! One outlet while it is open: what its desk published, what was done to it, and the pages made from both.
//!
//! Whatever changes an outlet makes a new [`Edition`]; a request reads the edition that stands, so it never waits for
//! one in the making.

use std::collections::{BTreeSet, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use xxhash_rust::xxh3::xxh3_64;

use crate::attack::{Attack, Face};
use crate::fault::Fault;
use crate::intruder::Intruder;
use crate::load::Load;
use crate::options::Options;
use crate::page::{admin, article, assets, feed, front::Front};
use crate::picture::{self, Motif};
use crate::publish::{Desk, Story};
use crate::roster::Identity;
use crate::template::Template;

/// The fewest stories that make a front page.
const FEWEST_STORIES: usize = 12;

/// One outlet while it is open.
#[derive(Debug)]
pub(crate) struct Site {
    /// Who it is.
    pub(crate) identity: Identity,
    /// `http://127.0.0.2:8800`, without a slash at the end.
    pub(crate) base: String,
    /// Who attacks it, if it is attacked.
    intruder: Intruder,
    /// Whether gzip is sent to those who accept it.
    pub(crate) gzip: bool,
    /// Whether there are validators; a page is then the same until it is published anew.
    pub(crate) validators: bool,
    /// When it opened, UTC: since then its pictures, style and script are as they are.
    pub(crate) opened: Timestamp,
    loads: AtomicU64,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    desk: Desk,
    attacks: BTreeSet<Attack>,
    /// The stories that an intruder deleted.
    deleted: BTreeSet<u32>,
    fault: Option<Fault>,
    edition: Arc<Edition>,
}

/// What an outlet serves until something changes.
#[derive(Debug)]
pub(crate) struct Edition {
    /// The front page.
    pub(crate) front: Template,
    /// Names the front page's bytes where it has validators.
    pub(crate) front_tag: u64,
    /// The admin page.
    pub(crate) admin: Template,
    /// The pages of the sections, in the lexicon's order.
    pub(crate) sections: Vec<Template>,
    /// The feed.
    pub(crate) feed: String,
    /// What was done to the outlet.
    pub(crate) attacks: BTreeSet<Attack>,
    /// Since when it is served, by this computer's clock, UTC.
    pub(crate) since: Timestamp,
    /// The outlet's own clock.
    pub(crate) at: Timestamp,
    number: u64,
    readable: Vec<Arc<Story>>,
}

impl Site {
    /// Opens an outlet at `base`.
    pub(crate) fn new(identity: Identity, base: String, options: &Options, attacks: BTreeSet<Attack>) -> Self {
        let opens_at = Timestamp::from_second(options.opens_at.as_second()).unwrap_or(options.opens_at);
        let count = stories_for(&identity, &base, options.page_kb * 1000, opens_at);
        let desk = Desk::new(identity.lexicon, identity.seed, count, opens_at);
        let deleted = if attacks.contains(&Attack::DeletedStories) { newest_half(&desk) } else { BTreeSet::new() };
        let intruder = Intruder::at(options.intruders, identity.seed);
        let edition = Arc::new(Edition::new(&identity, &base, &intruder, &desk, &attacks, &deleted));
        Self {
            identity,
            base,
            intruder,
            gzip: options.gzip,
            validators: options.validators,
            opened: Timestamp::now(),
            loads: AtomicU64::new(0),
            state: Mutex::new(State { desk, attacks, deleted, fault: None, edition }),
        }
    }

    /// Publishes: some headlines are new, the others move down.
    pub(crate) fn publish(&self) {
        self.change(|state| state.desk.publish());
    }

    /// Attacks the outlet, besides what was done to it before.
    pub(crate) fn attack(&self, attack: Attack) {
        self.change(|state| {
            if state.attacks.insert(attack) && attack == Attack::DeletedStories {
                state.deleted = newest_half(&state.desk);
            }
        });
    }

    /// Takes back every attack and the fault.
    pub(crate) fn restore(&self) {
        self.change(|state| {
            state.attacks.clear();
            state.deleted.clear();
            state.fault = None;
        });
    }

    /// Makes this go wrong, in the place of what went wrong before.
    pub(crate) fn fail(&self, fault: Fault) {
        self.state().fault = Some(fault);
    }

    /// What is served now, and what goes wrong.
    pub(crate) fn now(&self) -> (Arc<Edition>, Option<Fault>) {
        let state = self.state();
        (Arc::clone(&state.edition), state.fault)
    }

    /// What is special to this load of a page of `edition`; where validators are sent, a page that `may_be_cached` has
    /// the same for all.
    pub(crate) fn load(&self, edition: &Edition, may_be_cached: bool) -> Load {
        if self.validators && may_be_cached {
            return edition.cached_load(self.identity.seed);
        }
        let number = self.loads.fetch_add(1, Ordering::Relaxed);
        let at = edition.at + SignedDuration::from_secs((number % 3600).cast_signed());
        Load::new(self.identity.seed, number, at)
    }

    /// The page of the story at this path, while it can be read.
    pub(crate) fn article(&self, edition: &Edition, path: &str) -> Option<String> {
        let id: u32 = path.rsplit_once('-')?.1.parse().ok()?;
        let story =
            edition.readable.iter().find(|story| story.id == id && story.path(self.identity.lexicon) == path)?;
        Some(article::draw(&self.identity, &self.base, story))
    }

    /// The style sheet, and since when it is as it is.
    pub(crate) fn style(&self, edition: &Edition) -> (String, Timestamp) {
        let style = assets::style(&self.identity);
        if !edition.attacks.contains(&Attack::StylePainted) {
            return (style, self.opened);
        }
        (format!("{style}{}", assets::painted()), edition.since)
    }

    /// The script, and since when it is as it is.
    pub(crate) fn script(&self, edition: &Edition) -> (String, Timestamp) {
        let script = assets::script(&self.identity);
        if !edition.attacks.contains(&Attack::ScriptPlanted) {
            return (script, self.opened);
        }
        (format!("{script}{}", assets::planted(&self.intruder)), edition.since)
    }

    /// The picture at this path, where there is one.
    pub(crate) fn picture(&self, edition: &Edition, path: &str) -> Option<Vec<u8>> {
        let uploaded = |attack| edition.attacks.contains(&attack);
        Some(match path {
            "/img/logo.png" if uploaded(Attack::LogoRepainted) => self.intruder.mark(),
            "/img/logo.png" | "/img/icon.png" => picture::png(Motif::Logo, self.identity.seed),
            crate::attack::LOGO_PATH if uploaded(Attack::Logo) => self.intruder.mark(),
            crate::attack::COVER_PATH
                if [Attack::Cover, Attack::Defacement, Attack::StylePainted].into_iter().any(uploaded) =>
            {
                self.intruder.cover()
            }
            _ => {
                let number: u32 = path.strip_prefix("/img/")?.strip_suffix(".png")?.parse().ok()?;
                if uploaded(Attack::PicturesSame) {
                    return Some(self.intruder.cover());
                }
                picture::png(Motif::Story, self.identity.seed ^ u64::from(number))
            }
        })
    }

    fn change(&self, what: impl FnOnce(&mut State)) {
        let mut state = self.state();
        what(&mut state);
        let State { desk, attacks, deleted, .. } = &*state;
        let edition = Edition::new(&self.identity, &self.base, &self.intruder, desk, attacks, deleted);
        state.edition = Arc::new(edition);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Edition {
    fn new(
        identity: &Identity,
        base: &str,
        intruder: &Intruder,
        desk: &Desk,
        attacks: &BTreeSet<Attack>,
        deleted: &BTreeSet<u32>,
    ) -> Self {
        let own = Face::own(format!("{} — {}", identity.name, identity.lexicon.ui.tagline));
        let face = own.clone().under(attacks, intruder);
        let left = |stories: &VecDeque<Arc<Story>>| -> Vec<Arc<Story>> {
            stories.iter().filter(|story| !deleted.contains(&story.id)).cloned().collect()
        };
        let stories = left(&desk.stories);
        let sections = Front { identity, base, desk, face: &own };
        let mut edition = Self {
            front: Front { identity, base, desk, face: &face }.draw(),
            front_tag: 0,
            admin: admin::draw(identity, attacks, intruder),
            sections: (0..identity.lexicon.sections.len()).map(|section| sections.draw_section(section)).collect(),
            feed: feed::draw(identity, base, &stories),
            attacks: attacks.clone(),
            since: Timestamp::now(),
            at: desk.at,
            number: desk.number,
            readable: [stories, left(&desk.archive)].concat(),
        };
        edition.front_tag = xxh3_64(&edition.front.plain(&edition.cached_load(identity.seed)));
        edition
    }

    /// The load that a cache made when the edition was new.
    fn cached_load(&self, seed: u64) -> Load {
        Load::new(seed, self.number, self.at)
    }
}

/// What an intruder deletes.
fn newest_half(desk: &Desk) -> BTreeSet<u32> {
    desk.stories.iter().take(desk.stories.len() / 2).map(|story| story.id).collect()
}

/// How many stories make a front page of about `bytes`: drawn twice, and the difference measured.
fn stories_for(identity: &Identity, base: &str, bytes: usize, at: Timestamp) -> usize {
    let face = Face::own(identity.name.to_string());
    let size = |count| {
        let desk = Desk::new(identity.lexicon, identity.seed, count, at);
        Front { identity, base, desk: &desk, face: &face }.draw().fixed_bytes()
    };
    let (few, many) = (size(FEWEST_STORIES), size(4 * FEWEST_STORIES));
    let one = ((many - few) / (3 * FEWEST_STORIES)).max(1);
    FEWEST_STORIES + bytes.saturating_sub(few) / one
}
