//! A published story's main text.

use serde::{Deserialize, Serialize};

/// A published story's main text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {}
