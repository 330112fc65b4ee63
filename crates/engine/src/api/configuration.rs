//! Reading the configuration file.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use frontwatch_core::config::{
    self, ConfigError, ConfigWarning, NotAdded, NotApplied, NotChanged, NotIgnored, NotSet, Outlet, Parsed,
};
use frontwatch_core::text::{Arg, Message, english, errors};

/// The configuration can't be used.
#[derive(Debug, thiserror::Error)]
#[error("{}", lines(&self.messages()))]
pub enum Unusable {
    /// There is no such file.
    Missing(PathBuf),
    /// The file can't be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// What stands in it is wrong.
    Wrong {
        /// The file.
        path: PathBuf,
        /// Every mistake, with its line and column.
        errors: Vec<ConfigError>,
    },
}

impl Unusable {
    /// A stable word for the kind of error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "configuration.missing",
            Self::Unreadable { .. } => "configuration.unreadable",
            Self::Wrong { .. } => "configuration.wrong",
        }
    }

    /// Whether there is none yet, which is no mistake of anybody's.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// What happened and what to do; every mistake of a wrong file in one sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(path) => Message::new("configuration-missing").own("file", path.display()),
            Self::Unreadable { path, source } => Message::new("configuration-unreadable")
                .own("file", path.display())
                .with("why", errors::system(source).into()),
            Self::Wrong { path, errors } => {
                in_file(path, Arg::Several(errors.iter().map(ConfigError::placed).collect()))
            }
        }
    }

    /// The same for a terminal: a sentence for each mistake.
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::Wrong { path, errors } => errors.iter().map(|error| in_file(path, error.placed().into())).collect(),
            _ => vec![self.message()],
        }
    }
}

/// What there is to say of a file.
fn in_file(path: &Path, what: Arg) -> Message {
    Message::new("configuration-in-file").own("file", path.display()).with("what", what)
}

/// A warning of what stands in a file.
pub fn warning(path: &Path, warning: &ConfigWarning) -> Message {
    in_file(path, warning.placed().into())
}

fn lines(messages: &[Message]) -> String {
    messages.iter().map(english).collect::<Vec<_>>().join("\n")
}

/// Whether others on this computer can read the file: it and its folder let them. One that this program makes is its owner's
/// alone; one that a person made keeps the permissions that they gave it.
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let lets = |path: &Path, whom: u32| std::fs::metadata(path).is_ok_and(|it| it.permissions().mode() & whom != 0);
        // A bare name stands in the folder of whoever asks.
        let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
        lets(path, 0o044) && folder.is_none_or(|folder| lets(folder, 0o011))
    }
    // Elsewhere a person's own folder is theirs alone by inheritance.
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Reads and checks a configuration file.
pub fn read(path: &Path) -> Result<Parsed, Unusable> {
    let text = std::fs::read_to_string(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => Unusable::Missing(path.to_owned()),
        _ => Unusable::Unreadable { path: path.to_owned(), source },
    })?;
    config::parse(&text).map_err(|errors| Unusable::Wrong { path: path.to_owned(), errors })
}

/// The configuration was not written.
#[derive(Debug, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotWritten {
    /// It does not fit into what stands there.
    NotAdded {
        /// The file.
        path: PathBuf,
        /// Why.
        source: NotAdded,
    },
    /// A part to leave out does not fit into what stands there.
    NotIgnored {
        /// The file.
        path: PathBuf,
        /// Why.
        source: NotIgnored,
    },
    /// The newsroom's steps do not fit into what stands there.
    NotSet {
        /// The file.
        path: PathBuf,
        /// Why.
        source: NotSet,
    },
    /// An outlet that stands there can't be changed like this.
    NotChanged {
        /// The file.
        path: PathBuf,
        /// Why.
        source: NotChanged,
    },
    /// The file can't be written.
    Io {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl NotWritten {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NotAdded { path, source } => in_file(path, source.message().into()),
            Self::NotIgnored { path, source } => in_file(path, source.message().into()),
            Self::NotSet { path, source } => in_file(path, source.message().into()),
            Self::NotChanged { path, source } => in_file(path, source.message().into()),
            Self::Io { path, source } => unwritable(path, source),
        }
    }
}

/// A file can't be written.
fn unwritable(path: &Path, error: &io::Error) -> Message {
    Message::new("configuration-unwritable").own("file", path.display()).with("why", errors::system(error).into())
}

/// Adds an outlet to the configuration file, which is made if there is none. What stands in it stays.
pub fn add(path: &Path, outlet: &Outlet) -> Result<(), NotWritten> {
    add_all(path, std::slice::from_ref(outlet))
}

/// Adds several outlets, as [`add`] adds one: all of them or none.
pub fn add_all(path: &Path, outlets: &[Outlet]) -> Result<(), NotWritten> {
    edit(path, |text| {
        config::add_outlets(text, outlets).map_err(|source| NotWritten::NotAdded { path: path.to_owned(), source })
    })
}

/// Writes the newsroom's steps, one a line, into the configuration file, which is made if there is none. What stands in it
/// stays.
pub fn set_runbook(path: &Path, runbook: &str) -> Result<(), NotWritten> {
    edit(path, |text| {
        config::set_runbook(text, runbook).map_err(|source| NotWritten::NotSet { path: path.to_owned(), source })
    })
}

/// Leaves a part of an outlet's pages out: writes its selector into the configuration file. What stands in it stays.
pub fn ignore_part(path: &Path, outlet: &str, selector: &str) -> Result<(), NotWritten> {
    edit(path, |text| {
        let changed = config::ignore_part(text, outlet, selector);
        changed.map_err(|source| NotWritten::NotIgnored { path: path.to_owned(), source })
    })
}

/// Watches a part of an outlet's pages again: takes its selector out of the configuration file. What stands in it stays.
pub fn watch_part(path: &Path, outlet: &str, selector: &str) -> Result<(), NotWritten> {
    edit(path, |text| {
        let changed = config::watch_part(text, outlet, selector);
        changed.map_err(|source| NotWritten::NotIgnored { path: path.to_owned(), source })
    })
}

/// Changes the text of the file, which is replaced as a whole, so that a running watch never reads half of it. Readable by
/// its owner alone.
pub(super) fn edit(path: &Path, change: impl FnOnce(&str) -> Result<String, NotWritten>) -> Result<(), NotWritten> {
    let failed = |source| NotWritten::Io { path: path.to_owned(), source };
    let _alone = alone();
    let text = change(&written(path).map_err(failed)?)?;
    replace(path, &text).map_err(failed)
}

/// The file was not changed.
#[derive(Debug, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum Unchanged {
    /// The change does not fit into what stands there.
    Refused(#[from] NotApplied),
    /// The file can't be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl Unchanged {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(error) => error.message(),
            Self::Io { path, source } => unwritable(path, source),
        }
    }
}

/// Changes the configuration file, which is made if there is none, as [`add`] does. Returns what it says then.
pub fn change(
    path: &Path,
    change: impl FnOnce(&str) -> Result<String, NotApplied>,
) -> Result<config::Config, Unchanged> {
    let failed = |source| Unchanged::Io { path: path.to_owned(), source };
    let _alone = alone();
    let before = written(path).map_err(failed)?;
    let after = change(&before)?;
    let parsed = config::parse(&after).map_err(NotApplied::Refused)?;
    if after != before {
        replace(path, &after).map_err(failed)?;
    }
    Ok(parsed.config)
}

/// Held from reading the file to its replacing: of two changes at the same moment, the later one changes what the earlier one
/// wrote. Every change of this program goes through here.
fn alone() -> MutexGuard<'static, ()> {
    static CHANGING: Mutex<()> = Mutex::new(());
    CHANGING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The text of the file; none is an empty one.
pub(super) fn written(path: &Path) -> io::Result<String> {
    match std::fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        read => read,
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    // The file beside it is made readable by its owner alone.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all())?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_added_outlet_is_read_back_and_the_rest_stays() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("new").join("frontwatch.toml");
        let outlet = |host: &str| -> Result<Outlet, url::ParseError> {
            Ok(config::propose_outlet(url::Url::parse(&format!("https://{host}/"))?, ""))
        };
        add(&path, &outlet("report.example")?)?;
        let first = std::fs::read_to_string(&path)?;
        std::fs::write(&path, format!("# ours\n{first}"))?;
        add(&path, &outlet("media.example")?)?;
        let names: Vec<String> = read(&path)?.config.outlets.into_iter().map(|outlet| outlet.name).collect();
        assert_eq!(names, ["report.example", "media.example"]);
        assert!(std::fs::read_to_string(&path)?.starts_with("# ours\n"));
        assert!(matches!(add(&path, &outlet("media.example")?), Err(NotWritten::NotAdded { .. })));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path)?.permissions().mode() & 0o077, 0, "its owner's alone");
        }
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_told_from_one_in_a_folder_of_its_owners() -> std::io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("frontwatch.toml");
        std::fs::write(&path, "")?;
        for (file, within, open) in [
            (0o644, 0o755, true),
            (0o640, 0o710, true),
            (0o644, 0o700, false),
            (0o600, 0o755, false),
            (0o622, 0o777, false),
        ] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(file))?;
            std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(within))?;
            assert_eq!(is_open_to_others(&path), open, "{file:o} in {within:o}");
        }
        Ok(())
    }

    #[test]
    fn changes_at_the_same_moment_are_all_there() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("frontwatch.toml");
        let outlets = (0..24).map(|n| url::Url::parse(&format!("https://paper-{n}.example/")));
        let outlets =
            outlets.map(|url| Ok(config::propose_outlet(url?, ""))).collect::<Result<Vec<_>, url::ParseError>>()?;
        let added = std::thread::scope(|scope| {
            let threads: Vec<_> = outlets.iter().map(|outlet| scope.spawn(|| add(&path, outlet))).collect();
            threads.into_iter().all(|thread| thread.join().is_ok_and(|added| added.is_ok()))
        });
        assert!(added);
        assert_eq!(read(&path)?.config.outlets.len(), outlets.len());
        Ok(())
    }
}
