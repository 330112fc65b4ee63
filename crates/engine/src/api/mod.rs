//! The operations and shapes that command line and window share.

pub mod baseline;
pub mod check;
pub mod configuration;
pub mod happening;
