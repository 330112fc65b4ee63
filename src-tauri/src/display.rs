//! Whether there is a desktop at all. GTK ends the process when there is none, with words that help nobody.

use frontwatch_core::text::Message;

/// Fails with a clear word where no display is named. One that is named and not there makes GTK panic, which is caught.
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn ensure() -> Result<(), Message> {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if named("DISPLAY") || named("WAYLAND_DISPLAY") { Ok(()) } else { Err(Message::new("desktop-no-display")) }
}

/// Windows and macOS always have one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
#[expect(clippy::unnecessary_wraps, reason = "as on the other systems")]
pub(crate) fn ensure() -> Result<(), Message> {
    Ok(())
}
