//! The part of Frontwatch that decides: bytes and values in, values out.
//!
//! **Architecture invariant:** nothing here can block, fail from outside or tell the time. There is no runtime, no
//! network, no file, no clock and no randomness; time is an argument. The same judgement therefore serves the live
//! watch, `frontwatch replay` and every test.
//!
//! A check flows through these modules in one direction:
//! `schedule → (fetch) → extract → detect → incident → notify`.

pub mod baseline;
pub mod channel;
pub mod config;
pub mod detect;
pub mod digest;
pub mod evidence;
pub mod exchange;
pub mod extract;
pub mod facts;
pub mod incident;
pub mod network;
pub mod notify;
pub mod observation;
pub mod parts;
pub mod schedule;
pub mod snapshot;
pub mod standing;
pub mod survey;
pub mod text;
pub mod verdict;
pub mod watch;
