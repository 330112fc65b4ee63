//! The demonstration: a newsroom on this computer is watched as any other, attacked in the order of a real case, and
//! restored. Command line, desktop and browser host stage the same one.
//!
//! It needs nothing, keeps nothing, and talks to loopback alone.

mod desks;
mod script;
mod stage;

pub use desks::Desks;
pub use script::{ACTS, Act, Staged};
pub use stage::{NotStaged, Stage};
