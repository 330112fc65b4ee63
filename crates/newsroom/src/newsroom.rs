//! The newsroom: its outlets, what is done to them, and the end of it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use url::Url;

use crate::address::{self, Listeners};
use crate::attack::Attack;
use crate::config;
use crate::control;
use crate::door::Door;
use crate::error::Error;
use crate::fault::Fault;
use crate::log::{Log, Visit};
use crate::options::Options;
use crate::roster;
use crate::serve;
use crate::site::Site;

/// What commands say for every outlet at once.
pub const ALL: &str = "all";

/// An outlet of the newsroom, as its visitors know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outlet {
    /// Its name, in its own language.
    pub name: String,
    /// Its short name for commands: ASCII.
    pub slug: String,
    /// Its publisher.
    pub group: String,
    /// The language it writes in, BCP 47.
    pub language: String,
    /// The front page.
    pub homepage: Url,
    /// RSS.
    pub feed: Url,
    /// The login page.
    pub admin: Url,
}

/// A newsroom on loopback that publishes, and can be attacked on command. It closes when it is dropped.
///
/// Wherever a method takes an outlet, its slug, its name or [`ALL`] will do.
#[derive(Debug)]
pub struct Newsroom {
    house: Arc<House>,
    control: Url,
    /// The control door and what publishes by itself; they hold the house, so they must end with the newsroom.
    door: Door,
    clockwork: JoinSet<()>,
}

/// What control and library share.
#[derive(Debug)]
pub(crate) struct House {
    rooms: Vec<Room>,
    portal: Url,
    log: Arc<Log>,
    /// One for each room; nothing where nobody listens.
    doors: Mutex<Vec<Option<Door>>>,
}

#[derive(Debug)]
struct Room {
    outlet: Outlet,
    address: std::net::SocketAddr,
    site: Arc<Site>,
}

impl Newsroom {
    /// Opens a newsroom; every page that it serves first is made before this returns.
    ///
    /// # Errors
    /// When an address cannot be listened on, there are too many outlets, or one that is to be attacked does not exist.
    pub async fn start(options: Options) -> Result<Self, Error> {
        let identities = roster::identities(options.roster, options.seed);
        for (name, _) in &options.attacked {
            known(name, identities.iter().map(|identity| (&*identity.name, identity.slug.as_str())))?;
        }
        let Listeners { control, outlets } = address::listen(identities.len(), options.port).await?;
        let mut addresses = Vec::with_capacity(outlets.len());
        for listener in &outlets {
            addresses.push(address::local(listener)?);
        }
        let control_url = origin(address::local(&control)?);
        let every = options.publish_every;
        let rooms = in_background(move || {
            let whole = identities.into_iter().zip(addresses);
            whole
                .map(|(identity, address)| {
                    let attacked = |name: &str| name == ALL || name == identity.slug || name == &*identity.name;
                    let attacks: BTreeSet<_> =
                        options.attacked.iter().filter(|(name, _)| attacked(name)).map(|(_, attack)| *attack).collect();
                    let base = format!("http://{address}");
                    let outlet = Outlet {
                        name: identity.name.to_string(),
                        slug: identity.slug.clone(),
                        group: identity.group.clone(),
                        language: identity.lexicon.tag.to_owned(),
                        homepage: at(&origin(address), "/"),
                        feed: at(&origin(address), "/feed.xml"),
                        admin: at(&origin(address), "/admin/"),
                    };
                    Room { outlet, address, site: Arc::new(Site::new(identity, base, &options, attacks)) }
                })
                .collect::<Vec<_>>()
        })
        .await;
        let house = House { rooms, portal: at(&control_url, "/portal"), log: Arc::default(), doors: Mutex::default() };
        let doors = house.rooms.iter().zip(outlets).map(|(room, listener)| Some(house.open(room, listener))).collect();
        *house.doors.lock().await = doors;
        let house = Arc::new(house);
        let mut clockwork = JoinSet::new();
        if let Some(every) = every {
            clockwork.spawn(publish_every(Arc::clone(&house), every));
        }
        let door = control::open(control, Arc::clone(&house));
        Ok(Self { house, control: control_url, door, clockwork })
    }

    /// The outlets, in order.
    pub fn outlets(&self) -> Vec<Outlet> {
        self.house.outlets().cloned().collect()
    }

    /// Where it takes commands over HTTP: `http://127.0.0.1:PORT/`.
    pub fn control(&self) -> &Url {
        &self.control
    }

    /// Every outlet publishes: a few headlines are new, the others move down.
    pub async fn publish(&self) {
        self.house.change(self.house.all(), Site::publish).await;
    }

    /// One outlet publishes.
    ///
    /// # Errors
    /// When there is no such outlet.
    pub async fn publish_at(&self, outlet: &str) -> Result<(), Error> {
        self.house.publish(outlet).await
    }

    /// Attacks an outlet, besides what was done to it before.
    ///
    /// # Errors
    /// When there is no such outlet.
    pub async fn attack(&self, outlet: &str, attack: Attack) -> Result<(), Error> {
        self.house.attack(outlet, attack).await
    }

    /// Makes an outlet fail, in the place of how it failed before.
    ///
    /// # Errors
    /// When there is no such outlet, or it was closed and its address is taken.
    pub async fn fault(&self, outlet: &str, fault: Fault) -> Result<(), Error> {
        self.house.fault(outlet, fault).await
    }

    /// Takes back every attack on an outlet, and its fault.
    ///
    /// # Errors
    /// When there is no such outlet, or it was closed and its address is taken.
    pub async fn restore(&self, outlet: &str) -> Result<(), Error> {
        self.house.restore(outlet).await
    }

    /// The last requests to all outlets, oldest first; at most [`LOG_LIMIT`](crate::LOG_LIMIT).
    pub fn log(&self) -> Vec<Visit> {
        self.house.log.visits()
    }

    /// Empties the log.
    pub fn forget_log(&self) {
        self.house.log.forget();
    }

    /// A configuration of Frontwatch that watches all outlets, with this interval (`"2s"`).
    pub fn config(&self, interval: &str) -> String {
        self.house.config(interval)
    }

    /// Closes the newsroom, and returns when nothing of it listens any more.
    pub async fn stop(mut self) {
        self.clockwork.shutdown().await;
        self.door.shut().await;
        for door in self.house.doors.lock().await.drain(..).flatten() {
            door.shut().await;
        }
    }
}

impl House {
    pub(crate) fn outlets(&self) -> impl Iterator<Item = &Outlet> {
        self.rooms.iter().map(|room| &room.outlet)
    }

    pub(crate) fn log(&self) -> &Log {
        &self.log
    }

    pub(crate) fn config(&self, interval: &str) -> String {
        config::toml(interval, self.outlets())
    }

    pub(crate) async fn publish(&self, outlet: &str) -> Result<(), Error> {
        self.change(self.named(outlet)?, Site::publish).await;
        Ok(())
    }

    pub(crate) async fn attack(&self, outlet: &str, attack: Attack) -> Result<(), Error> {
        self.change(self.named(outlet)?, move |site| site.attack(attack)).await;
        Ok(())
    }

    pub(crate) async fn fault(&self, outlet: &str, fault: Fault) -> Result<(), Error> {
        let named = self.named(outlet)?;
        self.change(named.clone(), move |site| site.fail(fault)).await;
        if fault == Fault::Closed {
            self.close(&named).await;
        } else {
            self.reopen(&named).await?;
        }
        Ok(())
    }

    pub(crate) async fn restore(&self, outlet: &str) -> Result<(), Error> {
        let named = self.named(outlet)?;
        self.change(named.clone(), Site::restore).await;
        self.reopen(&named).await
    }

    /// Does something to some outlets, off the runtime's own threads: pages are made anew.
    async fn change(&self, rooms: Vec<usize>, what: impl Fn(&Site) + Send + 'static) {
        let sites: Vec<_> = rooms.into_iter().map(|room| Arc::clone(&self.rooms[room].site)).collect();
        in_background(move || sites.iter().for_each(|site| what(site))).await;
    }

    fn all(&self) -> Vec<usize> {
        (0..self.rooms.len()).collect()
    }

    fn named(&self, name: &str) -> Result<Vec<usize>, Error> {
        let found = known(name, self.outlets().map(|outlet| (outlet.name.as_str(), outlet.slug.as_str())))?;
        Ok(found.map_or_else(|| self.all(), |room| vec![room]))
    }

    fn open(&self, room: &Room, listener: tokio::net::TcpListener) -> Door {
        let (site, log, portal) = (Arc::clone(&room.site), Arc::clone(&self.log), self.portal.clone());
        Door::open(listener, move |request| serve::serve(Arc::clone(&site), Arc::clone(&log), portal.clone(), request))
    }

    async fn close(&self, rooms: &[usize]) {
        let mut doors = self.doors.lock().await;
        for room in rooms {
            if let Some(door) = doors.get_mut(*room).and_then(Option::take) {
                door.shut().await;
            }
        }
    }

    async fn reopen(&self, rooms: &[usize]) -> Result<(), Error> {
        let mut doors = self.doors.lock().await;
        for room in rooms {
            if let Some(door @ None) = doors.get_mut(*room) {
                let listener = address::bind(self.rooms[*room].address).await?;
                *door = Some(self.open(&self.rooms[*room], listener));
            }
        }
        Ok(())
    }
}

async fn publish_every(house: Arc<House>, every: Duration) {
    loop {
        tokio::time::sleep(every).await;
        house.change(house.all(), Site::publish).await;
    }
}

/// The place of `name` among outlets given as name and slug; nothing for [`ALL`].
fn known<'a>(name: &str, outlets: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Option<usize>, Error> {
    if name == ALL {
        return Ok(None);
    }
    let outlets: Vec<_> = outlets.collect();
    let found = outlets.iter().position(|(own, slug)| name == *own || name == *slug);
    found.map(Some).ok_or_else(|| {
        let known = outlets.iter().map(|(_, slug)| *slug).collect::<Vec<_>>().join(", ");
        Error::UnknownOutlet { name: name.to_owned(), known }
    })
}

/// Runs what would hold up the runtime on a thread for it.
async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime is shutting down, and this task with it.
            Err(_) => std::future::pending().await,
        },
    }
}

#[expect(clippy::expect_used, reason = "an address and a port make an address")]
fn origin(address: std::net::SocketAddr) -> Url {
    Url::parse(&format!("http://{address}/")).expect("an origin")
}

fn at(origin: &Url, path: &str) -> Url {
    let mut url = origin.clone();
    url.set_path(path);
    url
}
