//! A host's names.

use serde::{Deserialize, Serialize};

/// A host's names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Names {}
