//! A text that a person keeps as a file: where the desktop puts downloads, for its owner alone, under a name of this
//! program's own with the day. Nothing of a site is in the name, and no file that is there is written over.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use directories::UserDirs;
use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::{errors, inert};
use jiff::Timestamp;
use jiff::civil::Date;

use super::importing::ListForm;
use crate::backup::{self, BackupError, Made};
use crate::place::Place;

/// The longest path that is said, in characters.
const LONGEST: usize = 200;
/// How many files of one day and kind there may be.
const MOST: u32 = 1000;

/// What is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The outlets as OPML.
    Opml,
    /// The outlets as comma-separated values.
    Csv,
    /// The addresses of the outlets' front pages.
    Addresses,
    /// What is known of one incident.
    Report,
}

impl Kind {
    /// The outlets in this form.
    pub(super) fn of(form: ListForm) -> Self {
        match form {
            ListForm::Opml => Self::Opml,
            ListForm::Csv => Self::Csv,
            ListForm::Addresses => Self::Addresses,
        }
    }

    fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Opml => ("outlets", "opml"),
            Self::Csv => ("outlets", "csv"),
            Self::Addresses => ("outlets", "txt"),
            Self::Report => ("alarm", "txt"),
        }
    }
}

/// Saves a text where downloads are. Returns where it is, for a person to read.
pub(super) async fn save(kind: Kind, text: String, day: Date) -> Result<String, Trouble> {
    let saved = tokio::task::spawn_blocking(move || {
        let folder = downloads().ok_or_else(|| ("~".to_owned(), io::ErrorKind::NotFound.into()))?;
        save_in(&folder, kind, &text, day).map_err(|error| (shown(&folder), error))
    });
    let saved = saved.await.unwrap_or_else(|error| Err(("~".to_owned(), io::Error::other(error))));
    saved.map(|file| shown(&file)).map_err(|(folder, error)| Trouble::NotSaved { folder, why: errors::system(&error) })
}

/// Makes a backup of what is at this place where downloads are, however large the store is. Returns what was made.
pub(super) async fn backup(place: Place, now: Timestamp, day: Date) -> Result<Made, Trouble> {
    let made = tokio::task::spawn_blocking(move || {
        let folder = downloads().ok_or_else(|| errors::system(&io::ErrorKind::NotFound.into()))?;
        backup_in(&folder, &place, now, day).map_err(|error| error.message())
    });
    made.await.unwrap_or_else(|error| Err(errors::system(&io::Error::other(error)))).map_err(Trouble::NoBackup)
}

fn backup_in(folder: &Path, place: &Place, now: Timestamp, day: Date) -> Result<Made, BackupError> {
    let mut made = Err(BackupError::Exists { file: folder.to_owned() });
    for path in names(folder, "backup", day, "backup") {
        made = backup::make(place, &path, now);
        if !matches!(made, Err(BackupError::Exists { .. })) {
            break;
        }
    }
    made
}

/// What a file of this day may be called, the next where there is one of this name.
fn names(folder: &Path, what: &str, day: Date, ending: &str) -> impl Iterator<Item = PathBuf> {
    (1..=MOST).map(move |nth| {
        let nth = if nth == 1 { String::new() } else { format!("-{nth}") };
        folder.join(format!("frontwatch-{what}-{day}{nth}.{ending}"))
    })
}

/// Where the desktop puts downloads; where it has no such folder, the home directory.
fn downloads() -> Option<PathBuf> {
    let dirs = UserDirs::new()?;
    let folder = dirs.download_dir().filter(|folder| folder.is_dir());
    Some(folder.unwrap_or_else(|| dirs.home_dir()).to_owned())
}

pub(super) fn shown(path: &Path) -> String {
    inert(&path.to_string_lossy(), LONGEST)
}

fn save_in(folder: &Path, kind: Kind, text: &str, day: Date) -> io::Result<PathBuf> {
    let (what, ending) = kind.name();
    for path in names(folder, what, day, ending) {
        let mut file = match make(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            made => made?,
        };
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        if let Err(error) = written {
            // Half a list would pass for a whole one.
            if let Err(error) = fs::remove_file(&path) {
                tracing::warn!(%error, path = %path.display(), "half a file was left behind");
            }
            return Err(error);
        }
        return Ok(path);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Makes a file that is not there, for its owner alone. A link in its place is not followed.
fn make(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn each_is_a_file_of_its_own_that_nobody_else_reads() {
        let folder = tempfile::tempdir().unwrap();
        let day = date(2026, 11, 29);
        let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        let save = |kind, text| save_in(folder.path(), kind, text, day).map(name).unwrap();
        assert_eq!(save(Kind::Csv, "first"), "frontwatch-outlets-2026-11-29.csv");
        assert_eq!(save(Kind::Csv, "second"), "frontwatch-outlets-2026-11-29-2.csv");
        assert_eq!(save(Kind::Opml, "other"), "frontwatch-outlets-2026-11-29.opml");
        assert_eq!(save(Kind::Addresses, "lines"), "frontwatch-outlets-2026-11-29.txt");
        assert_eq!(save(Kind::Report, "alarm"), "frontwatch-alarm-2026-11-29.txt");
        let first = folder.path().join("frontwatch-outlets-2026-11-29.csv");
        assert_eq!(fs::read_to_string(&first).unwrap(), "first", "it was not written over");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&first).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_lies_there_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        std::os::unix::fs::symlink(&elsewhere, folder.path().join("frontwatch-alarm-2026-11-29.txt")).unwrap();
        let saved = save_in(folder.path(), Kind::Report, "alarm", date(2026, 11, 29)).unwrap();
        assert!(saved.ends_with("frontwatch-alarm-2026-11-29-2.txt"), "{}", saved.display());
        assert!(!elsewhere.exists());
    }

    #[test]
    fn a_backup_is_a_file_of_its_own_that_can_be_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| Place {
            config: folder.path().join(name).join("frontwatch.toml"),
            data: folder.path().join(name).join("data"),
        };
        let (here, now, day) = (place("here"), Timestamp::UNIX_EPOCH, date(2026, 11, 29));
        let save = || backup_in(folder.path(), &here, now, day);
        assert!(matches!(save(), Err(BackupError::Nothing { .. })), "there is nothing yet");
        let text = "# ours\n[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\n";
        fs::create_dir_all(&here.data).unwrap();
        fs::write(&here.config, text).unwrap();
        let made: Vec<Made> = (0..2).map(|_| save().unwrap()).collect();
        let names: Vec<_> = made.iter().map(|it| it.file.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["frontwatch-backup-2026-11-29.backup", "frontwatch-backup-2026-11-29-2.backup"]);
        let there = place("there");
        let restored = backup::restore(&there, &made[1].file, now).unwrap();
        assert!(restored.configuration);
        assert_eq!(fs::read_to_string(&there.config).unwrap(), text);
        let gone = folder.path().join("gone");
        assert!(matches!(backup_in(&gone, &here, now, day), Err(BackupError::Io { .. })), "no folder is made");
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone");
        assert!(save_in(&gone, Kind::Csv, "list", date(2026, 11, 29)).is_err());
        assert!(!gone.exists(), "no folder is made");
    }
}
