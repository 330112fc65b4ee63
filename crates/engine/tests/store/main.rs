//! The store through its public face, on real files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]
#![expect(clippy::cast_possible_wrap, reason = "the numbers of a test are small")]

mod backup;
mod corruption;
mod damage;
mod durability;
mod given;
mod held;
mod history;
mod incidents;
mod lock;
mod names;
mod retention;
mod room;
mod round_trip;
mod shut;
mod still;
mod upgrade;
