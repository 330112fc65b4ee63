//! Starting at login, hidden in the tray. Off until a person chooses it.

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};
use tauri_plugin_autostart::{Builder, ManagerExt as _};

use crate::arguments::Arguments;

/// The plugin that writes the desktop's own entry: an XDG autostart file, a registry key, a login item. What starts then
/// is this program with the same files, hidden.
pub(crate) fn plugin(arguments: &Arguments) -> TauriPlugin<Wry> {
    let mut entry = Builder::new().app_name("Frontwatch").arg("--hidden");
    for (option, path) in [("--config", &arguments.config), ("--data", &arguments.data)] {
        if let Some(path) = path {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            entry = entry.args([option.to_owned(), path.to_string_lossy().into_owned()]);
        }
    }
    entry.build()
}

/// Whether Frontwatch starts at login; none where the desktop can't say.
pub(crate) fn is_on(app: &AppHandle) -> Option<bool> {
    app.autolaunch().is_enabled().inspect_err(|error| tracing::warn!(%error, "starting at login")).ok()
}

/// Chooses whether it does.
///
/// # Errors
/// The desktop does not take it; the text is the system's reason.
pub(crate) fn set(app: &AppHandle, on: bool) -> Result<(), String> {
    let entry = app.autolaunch();
    if entry.is_enabled().ok() == Some(on) {
        return Ok(());
    }
    let done = if on { entry.enable() } else { entry.disable() };
    done.map_err(|error| error.to_string())
}
