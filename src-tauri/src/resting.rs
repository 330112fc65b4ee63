//! A closed window on Linux: hidden, and the process that drew its page ended. Opened again, the page begins anew in the same
//! web view.
//!
//! It is not destroyed, because `wry` 0.57 never lets go of a web view (`attach_ipc_handler` keeps it in a handler of its own):
//! every opening would leave one behind, with a descriptor and some memory. `script/soak desktop` measures it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{AppHandle, Manager as _, Url, WebviewWindow};

/// The page that begins when a resting window is opened: there is one while it rests, and none ever where closed windows are
/// destroyed.
#[derive(Debug, Default)]
pub(crate) struct Resting(Mutex<Option<Url>>);

/// Whether the window rests.
pub(crate) fn is_so(app: &AppHandle) -> bool {
    page(app).is_some()
}

/// Lays the window to rest in the place of closing it. Only on the main thread is it done when this returns. Says whether it may
/// rest: whoever drives the window through `WebDriver` is cut off when its process ends, so there it is destroyed.
///
/// # Errors
/// The window did not hide, or its page's process could not be ended: it is better destroyed.
#[cfg(target_os = "linux")]
pub(crate) fn begin(window: &WebviewWindow) -> tauri::Result<bool> {
    use std::sync::mpsc;

    use webkit2gtk::WebViewExt as _;

    let url = window.url()?;
    let (says, said) = mpsc::channel();
    window.with_webview(move |view| {
        let view = view.inner();
        let may = !view.is_controlled_by_automation();
        if may {
            view.terminate_web_process();
        }
        // Nobody waits for it when this fails.
        let _ = says.send(may);
    })?;
    let rests = said.try_recv().unwrap_or(false);
    if rests {
        window.hide()?;
        *page(window.app_handle()) = Some(url);
    }
    Ok(rests)
}

/// Begins the page anew, if the window rests. Says whether it did. On the main thread, where no window is closed meanwhile.
///
/// # Errors
/// The page can't be loaded.
pub(crate) fn end(window: &WebviewWindow) -> tauri::Result<bool> {
    let Some(url) = page(window.app_handle()).take() else { return Ok(false) };
    window.navigate(url).map(|()| true)
}

fn page(app: &AppHandle) -> MutexGuard<'_, Option<Url>> {
    app.state::<Resting>().inner().0.lock().unwrap_or_else(PoisonError::into_inner)
}
