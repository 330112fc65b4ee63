//! The loop in process, on ports that stand in for the world: a front page that publishes, a clock that runs through
//! hours in moments, a screen that can fail. Only the store is the real one, in a directory of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]
#![expect(clippy::panic, reason = "a test fails by panicking")]

mod alarms;
mod alerts;
mod channels;
mod clockwork;
mod configuration;
mod course;
mod faults;
mod freshness;
mod incident;
mod network;
mod office;
mod outages;
mod outlet;
mod overview;
mod page;
mod parts;
mod readers;
mod renaming;
mod restarts;
mod screen;
mod shut;
mod stories;
mod system;
mod taking_back;
mod telling;
mod waking;
mod wall;
mod web;
mod week;
mod world;
