//! The commands of the window. Each converts and forwards: what a request does, `engine::api` knows.

use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::watch::WatchId;
use frontwatch_engine::api::request::{Failure, Reply, Request, Shell};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager as _, State, Wry};

use crate::autostart::Entry;
use crate::notifications::Route;
use crate::{Watch, opening, quit, tray};

/// Every command that there is; `build.rs` and the capability name them too.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![ask, route, shell, set_autostart, open_page, quit, stay]
}

/// Whatever the engine is asked for.
#[tauri::command]
async fn ask(request: Request, desks: State<'_, Watch>) -> Result<Reply, Failure> {
    desks.answer(request).await
}

/// The incident that a person wants to see, once.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "the shape of a command")]
fn route(route: State<'_, Route>) -> Option<String> {
    route.take()
}

/// What the shell can do.
#[tauri::command]
async fn shell(app: AppHandle) -> Shell {
    Shell { autostart: app.state::<Entry>().is_on(), word: tray::word(&app), quitting: quit::is_asked(&app) }
}

/// Chooses whether Frontwatch starts at login.
#[tauri::command]
async fn set_autostart(on: bool, app: AppHandle, desks: State<'_, Watch>) -> Result<Shell, Failure> {
    app.state::<Entry>().set(on).map_err(|why| Failure::of(&Trouble::Autostart(why), desks.speech()))?;
    Ok(shell(app).await)
}

/// Opens the page of a watch in the system's browser; a person was asked.
#[tauri::command]
async fn open_page(watch: WatchId, desks: State<'_, Watch>) -> Result<(), Failure> {
    opening::open(&watch, &desks).await
}

/// Ends the program: where there is no tray, nothing else does. Unless a person is sure, they are asked while alarms are open.
#[tauri::command]
async fn quit(sure: bool, app: AppHandle) {
    if sure {
        quit::quit(&app);
    } else {
        quit::ask(&app);
    }
}

/// The program goes on: that was the answer.
#[tauri::command]
async fn stay(app: AppHandle) {
    quit::stay(&app);
}
