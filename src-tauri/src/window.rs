//! The window: made when somebody wants it, gone when it is closed, where it was the last time. One at most, of one
//! program at most. A closed one is destroyed; on Linux it [rests](crate::resting).

use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};

use frontwatch_core::text::inert;
use frontwatch_engine::place::Place;
use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::{StateFlags, WindowExt as _};

use crate::resting;

/// The window's name, which the capability and events use.
pub(crate) const LABEL: &str = "main";
/// The size of the first time, in logical pixels.
const SIZE: (f64, f64) = (920.0, 680.0);
/// The least that everything still fits into.
const LEAST: (f64, f64) = (420.0, 360.0);
/// The longest title of the window, in characters: window lists cut it anyway.
const TITLE: usize = 100;

/// A second start with the same data directory opens the window of the first.
pub(crate) fn single_instance(place: &Place) -> TauriPlugin<Wry> {
    let second = |app: &AppHandle, words: Vec<String>, _| {
        if !words.iter().any(|word| word == "--hidden") {
            open(app);
        }
    };
    let name = format!("org.frontwatch.desktop.data_{}", place.name());
    tauri_plugin_single_instance::Builder::new().callback(second).dbus_id(name).build()
}

/// Size and place are remembered in the data directory.
pub(crate) fn remembered(data: &Path) -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(remembers())
        // An absolute name is not put below the directory that the plugin would choose.
        .with_filename(data.join("window.json").to_string_lossy())
        .build()
}

/// What of the window is remembered.
fn remembers() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

/// What the window is to ask for anew. The word is all that it gets: `ui/src/host/tauri` hears it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum News {
    /// Something is otherwise than it was.
    Changed,
    /// A click on a notification leads somewhere.
    Route,
    /// The shell has something to say.
    Shell,
}

/// Held while the window is looked for and made: two wishes at once would make two windows.
#[derive(Debug, Default)]
pub(crate) struct Making(Mutex<()>);

/// Opens the window, or brings it to the front. May be called from any thread.
pub(crate) fn open(app: &AppHandle) {
    let app = app.clone();
    // Never from within a command that waits: making a window waits for the main thread.
    tauri::async_runtime::spawn_blocking(move || {
        let making = app.state::<Making>();
        let _one = making.0.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = match app.get_webview_window(LABEL) {
            Some(window) => on_main(&app, move || bring_to_front(&window)),
            None => make(&app),
        };
        if let Err(error) = shown {
            tracing::error!(%error, "the window could not be shown; the watch goes on");
        }
    });
}

/// A person closes the window. Says whether that was all: if not, it is destroyed.
#[cfg(target_os = "linux")]
pub(crate) fn close(app: &AppHandle) -> bool {
    let Some(window) = app.get_webview_window(LABEL) else { return false };
    resting::begin(&window).unwrap_or_else(|error| {
        tracing::warn!(%error, "the window does not rest and is destroyed");
        false
    })
}

/// A person closes the window. Says whether that was all: if not, it is destroyed.
#[cfg(not(target_os = "linux"))]
pub(crate) fn close(_: &AppHandle) -> bool {
    false
}

/// Tells the window, if one is open. One that is not asks for everything when it is.
pub(crate) fn tell(app: &AppHandle, news: News) {
    let name = match news {
        News::Changed => "changed",
        News::Route => "route",
        News::Shell => "shell",
    };
    let Some(window) = app.get_webview_window(LABEL).filter(|_| !resting::is_so(app)) else { return };
    // An event of the page itself. Tauri's own would want permissions, and its list of listeners outlives a page.
    if let Err(error) = window.eval(format!("dispatchEvent(new Event('frontwatch:{name}'))")) {
        tracing::warn!(%error, name, "the window was not told");
    }
}

/// Does it where windows are closed, so that none is closed in the middle of it; gives what came of it.
fn on_main(app: &AppHandle, what: impl FnOnce() -> tauri::Result<()> + Send + 'static) -> tauri::Result<()> {
    let (says, said) = mpsc::channel();
    // Nobody waits for it any more when this fails: the program is ending.
    app.run_on_main_thread(move || drop(says.send(what())))?;
    said.recv().unwrap_or(Ok(()))
}

/// On the main thread.
fn bring_to_front(window: &WebviewWindow) -> tauri::Result<()> {
    if resting::end(window)? {
        mark();
        window.restore_state(remembers())?;
    }
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

/// From here on counts how soon the window is painted: `script/bench window --real` reads it in the log.
fn mark() {
    tracing::debug!("making the window");
}

fn make(app: &AppHandle) -> tauri::Result<()> {
    mark();
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Frontwatch")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .on_document_title_changed(|window, title| {
            if let Err(error) = window.set_title(&inert(&title, TITLE)) {
                tracing::warn!(%error, "the window's title");
            }
        })
        .zoom_hotkeys_enabled(true)
        // The window shows itself and nothing else: no page of a watched site is ever loaded into it.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
        .map(drop)
}
