//! The ports: everything that the loop needs from outside, each as small as it can be, so that a test can stand in.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use frontwatch_core::channel::Channel;
use frontwatch_core::network::Word;
use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::observation::{Observation, Validators};
use frontwatch_core::parts::Reach;
use frontwatch_core::text::{Message, english};
use frontwatch_core::watch::{Reader, Watch, WatchKind};
use jiff::Timestamp;
use url::Url;

use crate::secrets::{Credential, NoSecret};

/// A boxed future that owns what it needs.
pub type Later<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Looks at addresses.
pub trait Fetch: Send + Sync {
    /// Makes one look. Never fails: what went wrong is part of the observation.
    fn look(&self, order: Order) -> Later<Observation>;
    /// Fetches a part of a page: of at most so many bytes on the wire. A stand-in without a network of its own may look as at a
    /// page.
    fn look_at_part(&self, order: Order, most_bytes: usize) -> Later<Observation> {
        let _ = most_bytes;
        self.look(order)
    }
}

/// One look to make.
#[derive(Debug, Clone)]
pub struct Order {
    /// Where; http or https, without a password.
    pub url: Url,
    /// How fresh the answer must be.
    pub freshness: Freshness,
    /// The most that each stage may take.
    pub timeout: Duration,
    /// What is looked at there.
    pub what: What,
    /// How far in its host may be: anywhere ([`Reach::Loopback`]) where a person named it, and no further in than the answer came
    /// from that did. Not asked about names, which the system's resolvers answer.
    pub reach: Reach,
}

/// What is looked at. Whatever it is, the observation holds an answer: for what is no page, its body is a document of
/// [`frontwatch_core::facts`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum What {
    /// What the address answers.
    #[default]
    Page,
    /// The same; where it is a list of sitemaps, what the latest of these answers.
    Feed,
    /// The same, asked with the secret of this name in the desktop's keychain.
    WithCredential(String),
    /// The same, as a reader's browser would ask.
    AsReader(Reader),
    /// The certificate chain of its host and port.
    Chain,
    /// The names of its host.
    Names,
}

impl What {
    /// What a look at this watch looks at.
    pub fn of(watch: &Watch) -> Self {
        match (watch.kind, watch.reader, &watch.credential) {
            (WatchKind::Tls, ..) => Self::Chain,
            (WatchKind::Dns, ..) => Self::Names,
            (_, Some(reader), _) => Self::AsReader(reader),
            (_, None, Some(credential)) => Self::WithCredential(credential.clone()),
            (WatchKind::Feed, None, None) => Self::Feed,
            (_, None, None) => Self::Page,
        }
    }
}

/// How fresh an answer must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Freshness {
    /// 304 will do, if it is still what these validators name.
    Conditional(Validators),
    /// A full answer, past every cache.
    Full,
    /// A full answer over a new connection: to confirm what another look saw.
    Confirmation,
}

/// Keeps secrets by name: the desktop's keychain. A person may be asked to unlock it.
pub trait Secrets: Send + Sync {
    /// The credential of this name.
    fn get(&self, name: &str) -> Later<Result<Credential, NoSecret>>;
    /// Keeps a credential under this name, in the place of an earlier one.
    fn set(&self, name: &str, credential: Credential) -> Later<Result<(), NoSecret>>;
    /// Forgets the credential of this name.
    fn remove(&self, name: &str) -> Later<Result<(), NoSecret>>;
    /// The names under which credentials are kept, sorted.
    fn names(&self) -> Later<Result<Vec<String>, NoSecret>>;
}

/// Tells the time and waits. A test runs it as fast as it likes.
pub trait Clock: Send + Sync {
    /// Wall-clock time, UTC. It may jump in both directions.
    fn now(&self) -> Timestamp;
    /// Waits for about this long.
    fn sleep(&self, time: Duration) -> Later<()>;
}

/// Says what the system itself knows of this computer's network.
pub trait Surroundings: Send + Sync {
    /// What it says now; within a second, and an empty word where nobody knows.
    fn word(&self) -> Later<SystemWord>;
    /// Resolves when it may say something else than before; never, where nobody would tell.
    fn changed(&self) -> Later<()>;
}

/// What the system says of this computer's network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SystemWord {
    /// How far it leads, where that is known.
    pub connectivity: Option<Word>,
    /// Whether it is paid for by what passes, where that is known.
    pub metered: Option<bool>,
}

/// Raises notices on one channel.
pub trait Notifier: Send + Sync {
    /// Raises a notice, in the place of an earlier one with the same key. Blocks for as long as the far end takes, at
    /// most some seconds: it is called from a worker that may block.
    fn raise(&self, notice: &Notice) -> Result<(), NotDelivered>;
    /// Takes the notice with this key from the screen, if it is still there.
    fn close(&self, key: &str);
}

/// Sends notices to the far ends that a configuration names: webhooks and mail servers.
pub trait Post: Send + Sync {
    /// Sends a notice there, once, and says whether the far end has it. Takes at most about half a minute.
    fn send(&self, to: Channel, notice: Notice) -> Later<Result<(), NotDelivered>>;
}

/// A notice was not delivered. It stays in the outbox and is tried again. No address of a far end but its host, and no
/// secret, is part of it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotDelivered {
    /// There is no session bus or no notification server, in the words of the bus.
    NoServer(String),
    /// The far end answered with an error or not in time.
    Refused(Message),
    /// A webhook or a mail server is not there, fails, or takes nothing from us as things are.
    Away {
        /// What happened, and what to do where a person can do something.
        why: Message,
        /// How long nothing is tried there, at least.
        rest: Duration,
    },
    /// A webhook or a mail server does not take this notice; it may take others.
    Unwanted(Message),
}

impl NotDelivered {
    /// What happened, and what to do where a person can do something.
    pub fn message(&self) -> Message {
        match self {
            Self::NoServer(detail) => Message::new("undelivered-no-server").own("detail", detail),
            Self::Refused(why) => Message::new("undelivered-refused").with("why", why.clone().into()),
            Self::Away { why, .. } | Self::Unwanted(why) => why.clone(),
        }
    }
}

/// What a person did to a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Click {
    /// The key of the notice.
    pub key: String,
    /// The button; a click on the body is `Open`.
    pub button: Button,
}
