//! `frontwatch`: the watch without a window.
fn main() {}
