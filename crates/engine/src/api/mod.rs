//! The operations and shapes that command line and window share.

mod adding;
pub mod alike;
pub mod baseline;
pub mod changed;
pub mod check;
pub mod configuration;
pub mod desk;
pub mod editing;
pub mod happening;
pub mod history;
pub mod importing;
pub mod incident;
pub mod normal;
pub mod outlet;
pub mod overview;
mod own;
pub mod probe;
pub mod propose;
mod report;
pub mod request;
mod saving;
pub mod session;
pub mod settings;
pub mod timeline;
pub mod untold;

pub(crate) use own::steps;
