//! A loopback newsroom that publishes as real ones do, and can be attacked and made to fail on command.
//!
//! The demonstration, the journeys of the tests and the benchmarks all watch this one. Everything in it is made up, and
//! nothing that its pages name outside loopback is ever fetched by it.
//!
//! With the feature `hostile` there are servers that mean harm, too (the module of that name), for tests and to attack a program by
//! hand: `cargo run -p frontwatch-newsroom --features hostile -- --hostile gzip-bomb`; `--hostile list` names them all.
//!
//! **Architecture invariant:** it listens on loopback alone, reads and writes no file, and opens no connection.
//!
//! ```no_run
//! # async fn example() -> Result<(), frontwatch_newsroom::Error> {
//! use frontwatch_newsroom::{Attack, Newsroom, Options};
//!
//! let newsroom = Newsroom::start(Options::default()).await?;
//! let outlet = &newsroom.outlets()[0];
//! newsroom.attack(&outlet.slug, Attack::Cover).await?;
//! newsroom.restore(&outlet.slug).await?;
//! newsroom.stop().await;
//! # Ok(())
//! # }
//! ```

mod address;
mod attack;
mod config;
mod control;
mod door;
mod error;
mod fault;
#[cfg(feature = "hostile")]
pub mod hostile;
mod intruder;
mod load;
mod log;
mod newsroom;
mod options;
mod page;
mod picture;
mod press;
mod publish;
mod roster;
mod serve;
mod site;
mod template;
mod words;

pub use attack::{Attack, NotAnAttack};
pub use error::Error;
pub use fault::{Fault, NotAFault};
pub use intruder::Intruders;
pub use log::{LOG_LIMIT, Visit};
pub use newsroom::{ALL, Newsroom, Outlet};
pub use options::{Options, Roster};
pub use press::Press;
pub use publish::ARCHIVE_LIMIT;
