//! All input and output of Frontwatch, behind small ports; and the one loop that owns the state of the watch.
//!
//! What is decided, `frontwatch_core` decides. This crate looks, keeps and tells.

pub mod api;
pub mod backup;
pub mod bundle;
pub mod clock;
pub mod descriptors;
mod dns;
pub mod fetch;
mod hands;
pub mod logs;
pub mod network;
pub mod notify;
pub mod place;
pub mod ports;
pub mod run;
pub mod runtime;
pub mod secrets;
pub mod store;
