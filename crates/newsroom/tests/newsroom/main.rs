//! The newsroom as its visitors meet it, over real sockets on loopback.

mod attacks;
mod binary;
mod faults;
mod protocol;
mod publishing;
mod visitor;
