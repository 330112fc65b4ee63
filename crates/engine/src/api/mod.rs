//! The operations and shapes that command line and window share.

pub mod happening;
