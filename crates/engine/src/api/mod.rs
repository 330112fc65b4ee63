//! The operations and shapes that command line and window share.

mod adding;
pub mod baseline;
pub mod check;
pub mod configuration;
pub mod desk;
pub mod happening;
pub mod history;
pub mod overview;
pub mod probe;
pub mod propose;
pub mod request;
pub mod session;
pub mod timeline;
pub mod untold;
