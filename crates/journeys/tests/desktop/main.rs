//! The desktop program as an editor has it: in a real tray, with a real window and real notification servers.
//!
//! Pictures are taken on the way, into the folder that `FRONTWATCH_PICTURES` names, or into the target directory. Those
//! in `docs/images` are made by
//! `FRONTWATCH_PICTURES=$PWD/docs/images cargo test -p frontwatch-journeys --features journeys --test journey_desktop`.

#![cfg(target_os = "linux")]

mod acting;
mod desk;
mod editor;
mod first;
mod hostile;
mod instances;
mod keyboard;
mod outlets;
mod resting;
mod settings;
mod site;
mod window;
