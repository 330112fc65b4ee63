//! Looking at addresses over HTTP, as a reader's browser would see them and with the evidence kept: the port
//! [`Fetch`].
//!
//! Everything that a site answers is hostile: sizes, times, redirects, codings and headers are limited here, and what
//! goes wrong becomes a kind of failure by its type, never by its text. Nothing here judges, stores or shows anything.
//!
//! A request goes through the stages of [`Stage`], each with the order's limit:
//! `resolve` and the connector report theirs to `stages`, `look` sends and follows, `body` receives and
//! [`mod@decode`] decodes. A look at certificates goes another way: `handshake`, with `witness` in the verifier's place.

mod body;
mod browser;
mod client;
pub mod decode;
mod failure;
mod handshake;
mod index;
mod limits;
mod look;
mod redirect;
mod resolve;
mod stages;
mod witness;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::observation::{Failure, FailureKind, Observation, Outcome, Stage, Vantage};
use frontwatch_core::text::{Message, errors};

pub(crate) use self::client::{authorities, certificates};
pub(crate) use self::failure::recognise;
pub(crate) use self::limits::LARGE;
pub(crate) use self::redirect::is_loopback;
pub(crate) use self::resolve::SystemResolver;

use self::client::Clients;
use self::failure::failure;
use self::limits::Limits;
use self::look::Errand;
use crate::dns::{self, Resolvers};
use crate::ports::{Clock, Fetch, Freshness, Later, Order, Secrets, What};
use crate::secrets::{Credential, NoSecret};

/// Parts of pages that are fetched at once, from one host and in all.
const PARTS_PER_HOST: usize = 2;
const PARTS_AT_ONCE: usize = 12;

/// How looks are made.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `User-Agent`; `None` for the default, which names Frontwatch and its version.
    pub user_agent: Option<String>,
    /// PEM files of private certificate authorities that are trusted besides the system's.
    pub certificate_authorities: Vec<PathBuf>,
    /// Looks at once to one host and port; at least 1. Confirmations are counted by themselves.
    pub per_host: usize,
    /// Looks at once in all; at least 1. Confirmations are counted by themselves. The running watch makes fewer ordinary looks at
    /// once, so that what a person asks for has places of its own.
    pub concurrency: usize,
    /// Resolvers that are asked about names besides the system's, to compare.
    pub resolvers: Vec<SocketAddr>,
    /// Whether the system's resolvers are asked about names at all.
    pub system_resolvers: bool,
    /// Whether connections are kept open between two looks at a host.
    pub keep_connections: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            user_agent: None,
            certificate_authorities: Vec::new(),
            per_host: 4,
            concurrency: 160,
            resolvers: Vec::new(),
            system_resolvers: true,
            keep_connections: true,
        }
    }
}

/// Looks cannot be made at all: something in the configuration or on this computer must be put right first.
#[derive(Debug, thiserror::Error)]
pub enum FetchSetup {
    /// A file of certificate authorities could not be read.
    #[error("the certificate authority {path} could not be read: {source}; correct its path or take it out of `certificate_authorities`", path = path.display())]
    AuthorityUnread {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file of certificate authorities holds something else.
    #[error("the certificate authority {path} is not a PEM certificate: {reason}; export it as PEM or take it out of `certificate_authorities`", path = path.display())]
    AuthorityBad {
        /// The file.
        path: PathBuf,
        /// What was wrong.
        reason: String,
    },
    /// The user agent cannot stand in a header.
    #[error("the user agent {0:?} cannot be sent: use visible ASCII characters only in `user_agent`")]
    UserAgent(String),
    /// What is trusted could not be set up.
    #[error(
        "the certificates of authorities could not be read: {0}; check that the system's certificates are installed (package ca-certificates)"
    )]
    Verifier(rustls::Error),
    /// The HTTP client could not be built: the system has no certificate authorities, for one.
    #[error("the HTTP client could not be set up: {}; check that the system's certificates are installed (package ca-certificates)", failure::chain(.0))]
    Client(#[from] reqwest::Error),
}

impl FetchSetup {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::AuthorityUnread { path, source } => Message::new("fetch-authority-unread")
                .own("file", path.display())
                .with("why", errors::system(source).into()),
            Self::AuthorityBad { path, reason } => {
                Message::new("fetch-authority-bad").own("file", path.display()).own("detail", reason)
            }
            Self::UserAgent(agent) => Message::new("fetch-user-agent").own("agent", agent),
            Self::Verifier(error) => Message::new("fetch-no-authorities").own("detail", error),
            Self::Client(error) => Message::new("fetch-no-client").own("detail", failure::chain(error)),
        }
    }
}

/// [`Fetch`] over HTTP/1.1 and HTTP/2. Needs a running tokio runtime with time and I/O.
#[derive(Clone)]
pub struct HttpFetch {
    parts: Arc<Parts>,
    /// Where the secrets are that some addresses are asked with.
    secrets: Option<Arc<dyn Secrets>>,
}

struct Parts {
    clients: Clients,
    routine: Limits,
    /// Confirmations have limits of their own, so that no queue of routine looks stands before an alarm.
    confirmation: Limits,
    /// So have the parts of pages, which no page waits for.
    beside: Limits,
    /// So have questions about names, which go to no site.
    names: Limits,
    resolvers: Resolvers,
    clock: Arc<dyn Clock>,
}

impl HttpFetch {
    /// Builds the clients; reads the authorities' files and the system's certificates and proxies, once.
    pub fn new(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self, FetchSetup> {
        let limits = || Limits::new(settings.per_host, settings.concurrency);
        let clients = Clients::new(settings)?;
        let beside = Limits::new(settings.per_host.min(PARTS_PER_HOST), settings.concurrency.min(PARTS_AT_ONCE));
        let resolvers = Resolvers { system: settings.system_resolvers, named: settings.resolvers.clone() };
        let (routine, confirmation, names) = (limits(), limits(), limits());
        Ok(Self {
            parts: Arc::new(Parts { clients, routine, confirmation, beside, names, resolvers, clock }),
            secrets: None,
        })
    }

    /// With the secrets that some addresses are asked with. Without them, such an address can't be looked at.
    #[must_use]
    pub fn with_secrets(self, secrets: Arc<dyn Secrets>) -> Self {
        Self { secrets: Some(secrets), ..self }
    }
}

impl Fetch for HttpFetch {
    fn look(&self, order: Order) -> Later<Observation> {
        let Self { parts, secrets } = self.clone();
        Box::pin(async move {
            if order.what == What::Names {
                let _seat = parts.names.seat(&order.url).await;
                return dns::look(&parts.resolvers, parts.clock.as_ref(), order.url, order.timeout).await;
            }
            let limits = match order.freshness {
                Freshness::Confirmation => &parts.confirmation,
                Freshness::Conditional(_) | Freshness::Full => &parts.routine,
            };
            if order.what == What::Chain {
                return handshake::look(&parts.clients, limits, parts.clock.as_ref(), order).await;
            }
            let credential = match credential(secrets.as_deref(), &order).await {
                Ok(credential) => credential,
                Err(failed) => {
                    let (at, outcome) = (parts.clock.now(), Outcome::Failed(failed));
                    return Observation {
                        at,
                        took: Duration::ZERO,
                        vantage: Vantage::Direct,
                        chain: Vec::new(),
                        outcome,
                    };
                }
            };
            let errand = Errand { credential, ..Errand::PAGE };
            let clock = parts.clock.as_ref();
            let seen = look::look(&parts.clients, limits, clock, order.clone(), errand).await;
            if order.what == What::Feed {
                return index::follow(&parts.clients, limits, clock, &order, seen).await;
            }
            seen
        })
    }

    fn look_at_part(&self, order: Order, most_bytes: usize) -> Later<Observation> {
        let parts = Arc::clone(&self.parts);
        Box::pin(async move {
            let errand = Errand { most_bytes, credential: None };
            look::look(&parts.clients, &parts.beside, parts.clock.as_ref(), order, errand).await
        })
    }
}

/// The credential that an order is to be made with. Without it nothing is asked: what comes back would say nothing of
/// what is there, and one of another site's is not handed over.
async fn credential(secrets: Option<&dyn Secrets>, order: &Order) -> Result<Option<Credential>, Failure> {
    let What::WithCredential(name) = &order.what else { return Ok(None) };
    let failed = |kind, why: &(dyn std::fmt::Display + Sync)| failure(kind, Stage::Credential, why);
    let Some(secrets) = secrets else {
        return Err(failed(FailureKind::NoKeychain, &"nothing here reads a keychain"));
    };
    match secrets.get(name).await {
        Ok(credential) if credential.belongs_to(&order.url) => Ok(Some(credential)),
        Ok(credential) => {
            let why = format!("the credential {name:?} belongs to {}", credential.origin());
            Err(failed(FailureKind::ForeignCredential, &why))
        }
        Err(why @ (NoSecret::Missing(_) | NoSecret::Strange(_))) => Err(failed(FailureKind::NoCredential, &why)),
        Err(why) => Err(failed(FailureKind::NoKeychain, &why)),
    }
}
