//! Whether there is a desktop at all. GTK ends the process when there is none, with words that help nobody.

/// Fails with a clear word where no display can be had.
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn ensure() -> anyhow::Result<()> {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    anyhow::ensure!(
        named("DISPLAY") || named("WAYLAND_DISPLAY"),
        "there is no desktop here (neither DISPLAY nor WAYLAND_DISPLAY is set): `frontwatch watch` watches without one"
    );
    Ok(())
}

/// Windows and macOS always have one.
#[cfg(not(all(unix, not(target_os = "macos"))))]
#[expect(clippy::unnecessary_wraps, reason = "as on the other systems")]
pub(crate) fn ensure() -> anyhow::Result<()> {
    Ok(())
}
