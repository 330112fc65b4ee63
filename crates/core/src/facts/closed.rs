//! How something is closed that should be: a panel, a file that was taken away.

use serde::{Deserialize, Serialize};

/// How it answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// 401 or 403.
    Denied,
    /// 404 or 410.
    Gone,
    /// By a page that asks for a password.
    Login,
    /// By anything else: it is open.
    Open,
    /// It could not be seen: an error, a robot check.
    Unseen,
}
