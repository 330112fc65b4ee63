//! Where notices go besides the screen: the webhooks and mailboxes that a configuration names, what each of them is
//! sent, and in which form.
//!
//! Nothing is sent here. A [`Channel`] that stands in a valid configuration can be sent to as it is: its template makes
//! JSON of any notice, its mailboxes are addresses, and nothing but a loopback address is spoken to in the clear.

mod mail;
mod message;
mod template;

use std::fmt;

use url::{Host, Url};

pub use mail::{MailServer, Mailbox, NoMailbox, NoServer, Security};
pub use message::{identity, json, text};
pub use template::{Template, TemplateFault};

use crate::notify::Notice;
use crate::verdict::Severity;

/// A way by which notices reach people. Displayed as the store keeps it: `desktop`, `webhook:NAME`, `email:NAME`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChannelId {
    /// The screen of this computer: always there.
    Desktop,
    /// The webhook of this name.
    Webhook(String),
    /// The mail of this name.
    Email(String),
}

impl ChannelId {
    /// `desktop`, `webhook` or `email`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Desktop => "desktop",
            Self::Webhook(_) => "webhook",
            Self::Email(_) => "email",
        }
    }

    /// Its name in the configuration.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Desktop => None,
            Self::Webhook(name) | Self::Email(name) => Some(name),
        }
    }

    /// The channel that is displayed so.
    pub fn from_stored(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "desktop" => Some(Self::Desktop),
            Some(("webhook", name)) => Some(Self::Webhook(name.to_owned())),
            Some(("email", name)) => Some(Self::Email(name.to_owned())),
            _ => None,
        }
    }
}

impl fmt::Display for ChannelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            None => f.write_str(self.kind()),
            Some(name) => write!(f, "{}:{name}", self.kind()),
        }
    }
}

/// A channel besides the screen, as the configuration has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Channel {
    /// `[[webhook]]`.
    Webhook(Webhook),
    /// `[[email]]`.
    Email(Email),
}

/// `[[webhook]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Unique among webhooks, whatever its case.
    pub name: String,
    /// Where notices are posted; http on loopback only. Its path may be a secret: it is never repeated.
    pub url: Url,
    /// What is posted; absent: [`json`].
    pub template: Option<Template>,
    /// The least urgent that is sent; default `warning`.
    pub least: Severity,
    /// The name of a secret in the desktop's keychain.
    pub credential: Option<String>,
}

/// `[[email]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// Unique among mails, whatever its case.
    pub name: String,
    /// The server that takes them.
    pub server: MailServer,
    /// The sender.
    pub from: Mailbox,
    /// At least one.
    pub to: Vec<Mailbox>,
    /// The least urgent that is sent; default `warning`.
    pub least: Severity,
    /// The name of a user and a password in the desktop's keychain.
    pub credential: Option<String>,
}

impl Channel {
    /// Which it is.
    pub fn id(&self) -> ChannelId {
        match self {
            Self::Webhook(webhook) => ChannelId::Webhook(webhook.name.clone()),
            Self::Email(email) => ChannelId::Email(email.name.clone()),
        }
    }

    /// Whether this notice is urgent enough to be sent there. That trouble is over is told wherever the trouble was.
    pub fn takes(&self, notice: &Notice) -> bool {
        let (Self::Webhook(Webhook { least, .. }) | Self::Email(Email { least, .. })) = self;
        notice.about.severity.unwrap_or(notice.severity) >= *least
    }

    /// The name of the secret that it is sent with.
    pub fn credential(&self) -> Option<&str> {
        let (Self::Webhook(Webhook { credential, .. }) | Self::Email(Email { credential, .. })) = self;
        credential.as_deref()
    }

    /// Where it leads, without a path that may be a secret: to this alone its credential is sent.
    pub fn origin(&self) -> String {
        match self {
            Self::Webhook(webhook) => webhook.url.origin().ascii_serialization(),
            Self::Email(email) => email.server.origin(),
        }
    }
}

/// Whether a host is this computer by its very form; nothing is looked up. `localhost` and names under it are loopback by
/// RFC 6761.
pub(crate) fn is_loopback<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
        Host::Domain(name) => {
            let name = name.as_ref();
            let name = name.strip_suffix('.').unwrap_or(name);
            name == "localhost" || name.ends_with(".localhost")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_comes_back_from_the_store_as_it_went_in() {
        let named = |name: &str| [ChannelId::Webhook(name.to_owned()), ChannelId::Email(name.to_owned())];
        let all = ["chat", "a:b", "Növbətçi", ""].into_iter().flat_map(named).chain([ChannelId::Desktop]);
        for channel in all {
            assert_eq!(ChannelId::from_stored(&channel.to_string()), Some(channel));
        }
        for strange in ["", "desktop:a", "fax:a", "webhook", "Desktop"] {
            assert_eq!(ChannelId::from_stored(strange), None, "{strange:?}");
        }
    }
}
