//! Webhooks and mail: the port [`Post`]. May not touch: the outbox. What is tried again and when, the loop says.
//!
//! Where a notice goes the person's own configuration says, so addresses in private networks are as good as any: they are
//! not what a page says. What comes back is bounded in time, is not read beyond its status, and is not repeated: neither
//! an address' path, which for chat services is a secret, nor a credential, nor a word of the far end is part of an error.

mod email;
mod letter;
mod trouble;
mod webhook;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::channel::Channel;
use frontwatch_core::notify::Notice;
use frontwatch_core::text::Message;
use rustls::pki_types::CertificateDer;

use crate::fetch::{FetchSetup, authorities};
use crate::ports::{Later, NotDelivered, Post, Secrets};
use crate::secrets::{Credential, NoSecret};
use webhook::Clients;

/// The most that one delivery may take, with the keychain before it.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a far end is left alone that a person has to put right, at least: a wrong password, say. Servers lock out who
/// tries one again and again.
const NEEDS_A_PERSON: Duration = Duration::from_secs(60);

/// Sends notices over HTTP and SMTP.
#[derive(Clone)]
pub struct Courier {
    clients: Arc<Clients>,
    /// Private authorities that mail servers are trusted by, too.
    authorities: Arc<[CertificateDer<'static>]>,
    secrets: Arc<dyn Secrets>,
}

impl Courier {
    /// Builds the clients; reads the files of private certificate authorities, once.
    ///
    /// # Errors
    /// Such a file can't be read, or the system has no certificates.
    pub fn new(certificate_authorities: &[PathBuf], secrets: Arc<dyn Secrets>) -> Result<Self, FetchSetup> {
        let authorities = authorities(certificate_authorities)?;
        Ok(Self { clients: Arc::new(Clients::new(&authorities)?), authorities: authorities.into(), secrets })
    }

    async fn deliver(&self, to: &Channel, notice: &Notice) -> Result<(), NotDelivered> {
        let credential = self.credential(to).await?;
        match to {
            Channel::Webhook(webhook) => self.clients.post(webhook, credential.as_ref(), notice).await,
            Channel::Email(email) => email::send(email, &self.authorities, credential.as_ref(), notice).await,
        }
    }

    /// The secret that the channel is to be sent to with, if it has one. One that belongs elsewhere is not handed over.
    async fn credential(&self, to: &Channel) -> Result<Option<Credential>, NotDelivered> {
        let Some(name) = to.credential() else { return Ok(None) };
        let why = match self.secrets.get(name).await {
            Ok(credential) if credential.origin() == to.origin() => return Ok(Some(credential)),
            Ok(credential) => Message::new("far-credential-elsewhere")
                .own("name", name)
                .own("origin", credential.origin())
                .own("here", to.origin()),
            Err(NoSecret::Missing(_)) => {
                Message::new("far-credential-missing").own("name", name).own("origin", to.origin())
            }
            Err(error) => error.message(),
        };
        Err(NotDelivered::Away { why, rest: NEEDS_A_PERSON })
    }
}

impl Post for Courier {
    fn send(&self, to: Channel, notice: Notice) -> Later<Result<(), NotDelivered>> {
        let courier = self.clone();
        Box::pin(async move {
            let delivered = tokio::time::timeout(PATIENCE, courier.deliver(&to, &notice)).await;
            delivered.unwrap_or_else(|_| Err(trouble::silent()))
        })
    }
}

#[cfg(test)]
mod tests;
