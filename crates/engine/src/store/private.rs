//! Files and directories that their owner alone can read. What is captured may be unpublished, and what is learned tells
//! an attacker what to stay under.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use super::error::StoreError;

/// Makes the directory, and those above it that are missing, for its owner alone. One that exists keeps its permissions:
/// it is a person's choice.
pub(crate) fn dir(path: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| StoreError::io(path, "could not create", error))
}

/// Opens the file for reading and writing, or makes it; in both cases for its owner alone. Its content stays.
pub(crate) fn open(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(|error| StoreError::io(path, "could not open", error))?;
    tighten(path)?;
    Ok(file)
}

/// Makes the file where it is missing.
///
/// One that exists is not opened: closing a database that this process has open elsewhere would free SQLite's locks on it
/// (POSIX frees all locks of a process on a file when it closes any handle of it).
pub(super) fn make(path: &Path) -> Result<(), StoreError> {
    if path.exists() { Ok(()) } else { open(path).map(drop) }
}

/// Makes a file that exists its owner's alone.
#[cfg(unix)]
pub(super) fn tighten(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
        .map_err(|error| StoreError::io(path, "could not make private", error))
}

/// Elsewhere files in a person's own data directory are that person's alone by inheritance.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail where there are permissions to set")]
pub(super) fn tighten(_path: &Path) -> Result<(), StoreError> {
    Ok(())
}
