//! Decoded text → page model.

pub mod charset;

use serde::{Deserialize, Serialize};

/// What extraction keeps of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageModel {}
