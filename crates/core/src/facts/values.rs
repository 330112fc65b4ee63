//! What stands at the pointers of a JSON endpoint.

use serde::{Deserialize, Serialize};

/// What stands at the pointers of a JSON endpoint.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Values {}
