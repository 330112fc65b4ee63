//! Tries files on a target again, as the program would read them, and says how long each took:
//! `cargo run --release --no-default-features --example again -- TARGET FILE…`

use std::time::Instant;

use frontwatch_fuzz::TARGETS;

fn main() {
    let mut words = std::env::args().skip(1);
    let target = words.next().unwrap_or_default();
    let names = TARGETS.map(|(name, _)| name).join(", ");
    let found = TARGETS.into_iter().find(|(name, _)| *name == target);
    let (_, holds) = found.unwrap_or_else(|| panic!("no target is called {target:?}; there are {names}"));
    for file in words {
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let began = Instant::now();
        holds(&bytes);
        println!("{target} {file}: {} bytes, {:?}", bytes.len(), began.elapsed());
    }
}
