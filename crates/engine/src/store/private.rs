//! Files and directories that their owner alone can read. What is captured may be unpublished, and what is learned tells
//! an attacker what to stay under.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use super::error::StoreError;

/// Makes the directory, and those above it that are missing, for its owner alone. One that exists keeps its permissions:
/// it is a person's choice.
pub(super) fn dir(path: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| StoreError::io(path, "could not create", error))
}

/// Opens the file for reading and writing, or makes it; in both cases for its owner alone. Its content stays.
pub(super) fn file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(|error| StoreError::io(path, "could not open", error))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.set_permissions(fs::Permissions::from_mode(0o600))
            .map_err(|error| StoreError::io(path, "could not make private", error))?;
    }
    Ok(file)
}
