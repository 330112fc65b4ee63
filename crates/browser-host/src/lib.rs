//! The window in a browser: the same interface over the same engine, for tests and for working on it. Never shipped.
//!
//! **Architecture invariant:** it listens on loopback alone. Whoever has not brought the one-time token gets nothing,
//! another page in the same browser can neither ask nor read, and a name that was rebound to this address is refused.

mod door;
mod serve;

pub use door::Door;
pub use serve::serve;
