//! A published story's main text.

use serde::{Deserialize, Serialize};

/// A published story's main text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {}

/// A story that a feed names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Where it is.
    pub address: url::Url,
    /// What the feed calls it; an attacker's text.
    pub title: String,
    /// When it was published, as the feed says.
    pub published: Option<jiff::Timestamp>,
}
