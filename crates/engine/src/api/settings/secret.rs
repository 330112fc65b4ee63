//! A secret on its way from the window into the keychain.

use std::fmt;

use serde::{Deserialize, Deserializer};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::secrets;

/// What was typed into a field for secrets. Its `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq)]
pub struct Typed(Zeroizing<String>);

impl Typed {
    /// A copy, to become a credential.
    pub(super) fn take(&self) -> Zeroizing<String> {
        self.0.clone()
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(Zeroizing::new(text)))
    }
}

/// How a secret is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Manner {
    /// It is `user:password`.
    Basic,
    /// It is a token.
    Bearer,
    /// In a header of its own.
    Header,
}

/// A secret that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub struct SecretDraft {
    /// How it is sent.
    pub manner: Manner,
    /// The header's name, where it has one.
    pub header: String,
    /// The secret itself. It is never sent back.
    #[ts(type = "string")]
    pub secret: Typed,
}

impl SecretDraft {
    pub(super) fn manner(&self) -> secrets::Manner {
        match self.manner {
            Manner::Basic => secrets::Manner::Basic,
            Manner::Bearer => secrets::Manner::Bearer,
            Manner::Header => secrets::Manner::Header(self.header.trim().to_owned()),
        }
    }
}
