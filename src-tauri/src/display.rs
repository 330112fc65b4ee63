//! Whether there is a desktop at all. GTK ends the process when there is none, with words that help nobody.

/// What is left where there is none.
pub(crate) const WITHOUT: &str = "`frontwatch watch` watches without a desktop";

/// Fails with a clear word where no display is named. One that is named and not there makes GTK panic, which is caught.
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn ensure() -> anyhow::Result<()> {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    anyhow::ensure!(
        named("DISPLAY") || named("WAYLAND_DISPLAY"),
        "there is no desktop here (neither DISPLAY nor WAYLAND_DISPLAY is set): {WITHOUT}"
    );
    Ok(())
}

/// Windows and macOS always have one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
#[expect(clippy::unnecessary_wraps, reason = "as on the other systems")]
pub(crate) fn ensure() -> anyhow::Result<()> {
    Ok(())
}
