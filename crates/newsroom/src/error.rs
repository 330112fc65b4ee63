//! What can go wrong with a newsroom itself.

use std::io;
use std::net::SocketAddr;

/// A newsroom could not do what it was told.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An address could not be listened on.
    #[error("{address} cannot be listened on: {source}; choose another --port, or 0 for any free one")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// No outlet has this name.
    #[error("no outlet is called {name:?}; there are: all, {known}")]
    UnknownOutlet {
        /// What was asked for.
        name: String,
        /// The slugs of those that exist.
        known: String,
    },
    /// More outlets than there are addresses for.
    #[error("{0} outlets are too many; a newsroom has at most {max}", max = crate::address::MOST_OUTLETS)]
    TooMany(usize),
}
