//! `frontwatch-desktop`: the shell. Tray, window, notifications' clicks, autostart and single instance; all that is
//! watched, decided and said is in the engine, and every command of the window goes to `engine::api`.
//!
//! **Architecture invariant:** the watch does not depend on the window. It is made on demand and gone when it is
//! closed; only quitting ends the program: from the tray's menu, where there is no tray from the window, or by a signal.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod autostart;
mod commands;
mod display;
mod news;
mod notifications;
mod opening;
mod quit;
mod resting;
mod tray;
mod window;

use std::io::{Write as _, stderr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser as _;
use frontwatch_core::text::{Message, errors};
use frontwatch_demo::Desks;
use frontwatch_engine::api::session;
use frontwatch_engine::descriptors;
use frontwatch_engine::logs;
use frontwatch_engine::place::{Homeless, Place};
use frontwatch_engine::runtime;
use tauri::{App, Manager as _, RunEvent, WindowEvent};
use tokio::sync::mpsc;

use arguments::Arguments;

/// Gives back to the system what is free: glibc's own allocator keeps what each thread once held (`docs/decisions/0012-allocator.md`).
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The state that every part of the shell finds in Tauri.
type Watch = Arc<Desks>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let place = Place::new(arguments.config.as_deref(), arguments.data.as_deref());
    let _logs = logs::start(place.as_ref().ok().map(|place| (place.data.as_path(), "desktop")));
    // A display that is named and not there makes GTK panic.
    let run = catch_unwind(AssertUnwindSafe(|| run(&arguments)));
    let why = match run {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(why)) => why,
        Err(_) => Message::new("desktop-ended"),
    };
    // The reader has gone when this fails; there is nobody to tell.
    let _ = writeln!(stderr().lock(), "frontwatch-desktop: {}", session::speech(&[]).say(&why));
    ExitCode::from(4)
}

#[expect(clippy::exit, reason = "Tauri's own macro, where the program's context can't be made")]
fn run(arguments: &Arguments) -> Result<(), Message> {
    let place = Place::new(arguments.config.as_deref(), arguments.data.as_deref()).map_err(Homeless::message)?;
    display::ensure()?;
    // Before the window's processes are started, which inherit it.
    descriptors::allow_many();
    // It outlives the shell, which may not end it.
    let runtime = runtime::new().map_err(|error| errors::system(&error))?;
    tauri::async_runtime::set(runtime.handle().clone());
    let (data, arguments) = (place.data.clone(), arguments.clone());
    let app = tauri::Builder::default()
        .plugin(window::single_instance(&place))
        .plugin(window::remembered(&data))
        .invoke_handler(commands::handler())
        .setup(move |app| {
            set_up(app, &place, &arguments);
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(|error| Message::new("desktop-not-started").own("detail", error))?;
    app.run(|app, event| match event {
        // The last window was closed: the watch goes on. Quitting has a code.
        RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } if window::close(app) => {
            api.prevent_close();
            quit::stay(app);
        }
        // The question goes with the window that asked it.
        RunEvent::WindowEvent { event: WindowEvent::Destroyed, .. } => quit::stay(app),
        _ => {}
    });
    Ok(())
}

/// Starts the watch, then shows what there is to show.
fn set_up(app: &mut App, place: &Place, arguments: &Arguments) {
    let (opens, opened) = mpsc::unbounded_channel();
    let desks: Watch = tauri::async_runtime::block_on(Desks::open(place, opens));
    app.manage(Arc::clone(&desks));
    app.manage(notifications::Route::default());
    app.manage(window::Making::default());
    app.manage(resting::Resting::default());
    app.manage(quit::Ending::default());
    app.manage(quit::Question::default());
    app.manage(autostart::Entry::new(place, arguments));
    notifications::follow(app.handle().clone(), opened);
    quit::on_signals(app.handle().clone());

    let tray = tray::stand(app, &desks);
    news::follow(app.handle().clone(), &desks, tray.is_some());
    if !arguments.hidden {
        window::open(app.handle());
    }
    tray::mind(app.handle().clone(), tray);
}
