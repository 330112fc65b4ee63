//! A notification server that shows nothing and writes down everything.
//!
//! It behaves as GNOME and dunst do where servers differ: it tells what a person did to the connection that raised
//! the notification and to nobody else, and a click also closes.

mod server;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::runtime::Runtime;
use zbus::Connection;

use crate::bus::{Bus, Question, runtime};
use crate::wait_until;
use server::{NAME, PATH, Server};

/// How long a program may take from raising a notification to listening to it.
const LISTENS: Duration = Duration::from_secs(3);

/// One notification, as it was raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The id that the server answered with.
    pub id: u32,
    /// The id that it was to replace; 0 for none.
    pub replaces: u32,
    /// Name of the program.
    pub app: String,
    /// Name of the icon.
    pub icon: String,
    /// The title.
    pub summary: String,
    /// The text as it came over the bus, markup and all.
    pub body: String,
    /// Names and labels of the actions, in the order shown.
    pub actions: Vec<(String, String)>,
    /// 0 low, 1 normal, 2 critical; none when it was not said.
    pub urgency: Option<u8>,
    /// The other hints that are texts.
    pub hints: BTreeMap<String, String>,
    /// Milliseconds until it fades: 0 never, -1 as the server likes.
    pub expires: i32,
    /// The unique name of the connection that raised it.
    pub sender: String,
    /// When it came.
    pub at: Instant,
}

/// What a server says that it can do, in the words of the Desktop Notifications Specification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abilities(pub Vec<String>);

impl Abilities {
    /// Exactly these.
    #[must_use]
    pub fn of(words: &[&str]) -> Self {
        Self(words.iter().map(|&word| word.to_owned()).collect())
    }
}

impl Default for Abilities {
    /// What most servers can: actions, a body with markup, and keeping what was shown.
    fn default() -> Self {
        Self::of(&["actions", "body", "body-markup", "persistence"])
    }
}

/// How the server treats what comes from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// Accepts and answers.
    #[default]
    Accept,
    /// Never answers `Notify`.
    Hang,
    /// Answers nothing at all, not even what it can do.
    Deaf,
    /// Answers `Notify` with an error.
    Refuse,
}

/// What the server has seen; shared with the interface on the bus.
#[derive(Debug, Default)]
struct Record {
    manner: Manner,
    abilities: Abilities,
    raised: Vec<Raised>,
    /// Ids that were on the screen and are not any more.
    gone: Vec<u32>,
    /// Ids that a program asked to close.
    closed: Vec<u32>,
    last_id: u32,
}

impl Record {
    fn on_screen(&self) -> Vec<Raised> {
        let mut by_id = BTreeMap::new();
        for raised in &self.raised {
            by_id.insert(raised.id, raised.clone());
        }
        by_id.into_values().filter(|raised| !self.gone.contains(&raised.id)).collect()
    }
}

/// The server. It leaves the bus when it is dropped.
#[derive(Debug)]
pub struct Recorder {
    address: String,
    record: Arc<Mutex<Record>>,
    connection: Option<Connection>,
    runtime: Runtime,
}

impl Recorder {
    /// A server with the usual abilities.
    ///
    /// # Errors
    /// The bus is gone or has a notification server already.
    pub fn start(bus: &Bus) -> Result<Self> {
        Self::with(bus, Abilities::default())
    }

    /// A server that says it can do this.
    ///
    /// # Errors
    /// The bus is gone or has a notification server already.
    pub fn with(bus: &Bus, abilities: Abilities) -> Result<Self> {
        let record = Arc::new(Mutex::new(Record { abilities, ..Record::default() }));
        let runtime = runtime()?;
        let server = Server::new(Arc::clone(&record));
        let connection = runtime.block_on(async {
            let builder = zbus::connection::Builder::address(bus.address())
                .serve_at(PATH, server)
                .name(NAME)
                .allow_name_replacements(false)
                .replace_existing_names(false);
            let built = tokio::time::timeout(Duration::from_secs(10), builder.build()).await;
            built.context("the bus does not answer")?.context("the name for notifications can't be had")
        })?;
        Ok(Self { address: bus.address().to_owned(), record, connection: Some(connection), runtime })
    }

    /// Leaves the bus, as a desktop does that ends. What was recorded can still be read.
    ///
    /// # Errors
    /// The bus does not notice.
    pub fn stop(&mut self) -> Result<()> {
        let Some(connection) = self.connection.take() else {
            return Ok(());
        };
        self.runtime.block_on(async {
            let leaving = async {
                connection.release_name(NAME).await?;
                connection.close().await
            };
            let left = tokio::time::timeout(Duration::from_secs(5), leaving).await;
            Ok(left.context("the bus does not notice")??)
        })
    }

    /// From now on it treats what comes like this.
    pub fn behave(&self, manner: Manner) {
        self.record().manner = manner;
    }

    /// Every notification so far, in the order of coming.
    #[must_use]
    pub fn raised(&self) -> Vec<Raised> {
        self.record().raised.clone()
    }

    /// What a person would see now: replaced, closed and clicked ones are gone. By id.
    #[must_use]
    pub fn on_screen(&self) -> Vec<Raised> {
        self.record().on_screen()
    }

    /// The ids that a program asked to close, in that order.
    #[must_use]
    pub fn closed(&self) -> Vec<u32> {
        self.record().closed.clone()
    }

    /// Waits for a notification like this, also one that has come already.
    ///
    /// # Errors
    /// None has come in time; says which have.
    pub fn wait_for(&self, what: &str, within: Duration, is_it: impl Fn(&Raised) -> bool) -> Result<Raised> {
        wait_until(what, within, || Ok(self.raised().into_iter().find(|raised| is_it(raised)))).with_context(|| {
            let seen: Vec<_> = self.raised().into_iter().map(|raised| (raised.summary, raised.body)).collect();
            format!("notifications so far: {seen:#?}")
        })
    }

    /// Watches for a while that no notification like this comes. What came before does not count.
    ///
    /// # Errors
    /// One has come.
    pub fn never(&self, what: &str, during: Duration, is_it: impl Fn(&Raised) -> bool) -> Result<()> {
        let before = self.raised().len();
        std::thread::sleep(during);
        let come = self.raised().into_iter().skip(before).find(|raised| is_it(raised));
        ensure!(come.is_none(), "{what}: {come:#?}");
        Ok(())
    }

    /// A person presses this action (`default` is the notification itself), which also closes it.
    ///
    /// # Errors
    /// No such notification is on the screen, or whoever raised it does not listen.
    pub fn press(&self, id: u32, action: &str) -> Result<()> {
        let raised = self.listened_to(id)?;
        self.tell(Some(&raised.sender), "ActionInvoked", &(id, action))?;
        self.end(&raised, 2)
    }

    /// The same before a server that tells everybody on the bus, as some do.
    ///
    /// # Errors
    /// No such notification is on the screen, or whoever raised it does not listen.
    pub fn press_aloud(&self, id: u32, action: &str) -> Result<()> {
        self.listened_to(id)?;
        self.record().gone.push(id);
        self.tell(None, "ActionInvoked", &(id, action))?;
        self.tell(None, "NotificationClosed", &(id, 2_u32))
    }

    /// A person waves it away.
    ///
    /// # Errors
    /// No such notification is on the screen, or whoever raised it does not listen.
    pub fn dismiss(&self, id: u32) -> Result<()> {
        let raised = self.listened_to(id)?;
        self.end(&raised, 2)
    }

    /// The notification on the screen, once whoever raised it can hear: nobody is as fast as this is.
    fn listened_to(&self, id: u32) -> Result<Raised> {
        let shown = self.on_screen().into_iter().find(|raised| raised.id == id);
        let raised = shown.with_context(|| format!("no notification {id} is on the screen"))?;
        let question = Question {
            path: "/org/freedesktop/DBus",
            interface: "org.freedesktop.DBus.Debug.Stats",
            ..Question::of_the_bus("GetAllMatchRules")
        };
        wait_until(&format!("{} listens", raised.sender), LISTENS, || {
            // A bus that was built without statistics can't be asked; then time must do.
            let Ok(reply) = question.ask(&self.address, &()) else {
                return Ok((raised.at.elapsed() > LISTENS / 6).then_some(()));
            };
            let rules: BTreeMap<String, Vec<String>> = reply.body().deserialize()?;
            let heard = |signal: &str| {
                rules.get(&raised.sender).is_some_and(|rules| rules.iter().any(|rule| rule.contains(signal)))
            };
            Ok((heard("ActionInvoked") && heard("NotificationClosed")).then_some(()))
        })?;
        // The bus knows the rule a moment before the program hears that it does.
        std::thread::sleep(Duration::from_millis(50));
        Ok(raised)
    }

    fn end(&self, raised: &Raised, reason: u32) -> Result<()> {
        self.record().gone.push(raised.id);
        self.tell(Some(&raised.sender), "NotificationClosed", &(raised.id, reason))
    }

    fn tell<B>(&self, whom: Option<&str>, signal: &str, body: &B) -> Result<()>
    where
        B: serde::Serialize + zbus::DynamicType + Sync,
    {
        let connection = self.connection.as_ref().context("the server has been stopped")?;
        Ok(self.runtime.block_on(connection.emit_signal(whom, PATH, NAME, signal, body))?)
    }

    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        // The bus may have ended first.
        let _ = self.stop();
    }
}
