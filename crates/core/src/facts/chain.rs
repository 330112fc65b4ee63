//! A host's certificate chain.

use serde::{Deserialize, Serialize};

/// A host's certificate chain.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Chain {}
