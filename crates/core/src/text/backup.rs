//! What is said of backups: what was made, what was put in its place, what of it a person has to do by hand, and why a file is
//! refused.

use super::{Arg, Message, errors, own};

/// What is wrong with a file that should be a backup. Nothing of such a file is put into place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trick {
    /// It is no backup at all.
    NoBackup,
    /// It ends in the middle.
    CutShort,
    /// Something comes after its end.
    Trailing,
    /// A later version of this program made it, or another program.
    Foreign,
    /// Its list of contents is not such a list.
    List,
    /// An entry leads out of its folder (`..`).
    Outside,
    /// An entry names a place from the root of the disk.
    Absolute,
    /// An entry lies in a folder.
    Folder,
    /// An entry is a symbolic link.
    Link,
    /// An entry is a hard link.
    HardLink,
    /// An entry is a device, a pipe or a folder.
    Special,
    /// An entry is of a kind that stretches what others say.
    Extension,
    /// Two entries have one name.
    Twice,
    /// An entry's name differs from a known one only by capitals.
    Case,
    /// An entry has a name that no backup has.
    Unknown,
    /// There are more entries than any backup has.
    Many,
    /// An entry is larger than any backup's, or another size than the list says.
    Size,
    /// It unpacks to far more than it is.
    Bomb,
    /// What the list names is not there, or what is there is not on the list.
    Missing,
    /// An entry is not what it was when the backup was made.
    Digest,
    /// The database is damaged, or no database.
    Database,
    /// The database has something in it that this program never makes.
    Shape,
    /// A later version of this program wrote the database.
    Newer,
    /// The configuration cannot be used.
    Configuration,
}

impl Trick {
    /// A stable word for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoBackup => "no-backup",
            Self::CutShort => "cut-short",
            Self::Trailing => "trailing",
            Self::Foreign => "foreign",
            Self::List => "list",
            Self::Outside => "outside",
            Self::Absolute => "absolute",
            Self::Folder => "folder",
            Self::Link => "link",
            Self::HardLink => "hard-link",
            Self::Special => "special",
            Self::Extension => "extension",
            Self::Twice => "twice",
            Self::Case => "case",
            Self::Unknown => "unknown",
            Self::Many => "many",
            Self::Size => "size",
            Self::Bomb => "bomb",
            Self::Missing => "missing",
            Self::Digest => "digest",
            Self::Database => "database",
            Self::Shape => "shape",
            Self::Newer => "newer",
            Self::Configuration => "configuration",
        }
    }
}

/// A file is refused; `entry` is the name of what is wrong in it, which is an attacker's, or empty.
pub fn refused(file: &str, trick: Trick, entry: &str) -> Message {
    let why = match trick {
        Trick::NoBackup => Message::new("backup-no-backup"),
        Trick::CutShort => Message::new("backup-cut-short"),
        Trick::Trailing => Message::new("backup-trailing"),
        Trick::Foreign => Message::new("backup-foreign"),
        Trick::List => Message::new("backup-list"),
        Trick::Outside => Message::new("backup-outside"),
        Trick::Absolute => Message::new("backup-absolute"),
        Trick::Folder => Message::new("backup-folder"),
        Trick::Link => Message::new("backup-link"),
        Trick::HardLink => Message::new("backup-hard-link"),
        Trick::Special => Message::new("backup-special"),
        Trick::Extension => Message::new("backup-extension"),
        Trick::Twice => Message::new("backup-twice"),
        Trick::Case => Message::new("backup-case"),
        Trick::Unknown => Message::new("backup-unknown"),
        Trick::Many => Message::new("backup-many"),
        Trick::Size => Message::new("backup-size"),
        Trick::Bomb => Message::new("backup-bomb"),
        Trick::Missing => Message::new("backup-missing"),
        Trick::Digest => Message::new("backup-digest"),
        Trick::Database => Message::new("backup-database"),
        Trick::Shape => Message::new("backup-shape"),
        Trick::Newer => Message::new("backup-newer"),
        Trick::Configuration => Message::new("backup-configuration"),
    };
    let why = why.with("entry", Arg::Foreign(entry.to_owned()));
    Message::new("backup-refused").with("file", own(file)).with("why", why.into())
}

/// A file cannot be read, for the system's reason.
pub fn unreadable(file: &str, why: &std::io::Error) -> Message {
    Message::new("backup-unreadable").with("file", own(file)).with("why", errors::system(why).into())
}

/// A file or a folder cannot be written, for the system's reason.
pub fn unwritable(file: &str, why: &std::io::Error) -> Message {
    Message::new("backup-unwritable").with("file", own(file)).with("why", errors::system(why).into())
}

/// Where the file should be, there is one.
pub fn exists(file: &str) -> Message {
    Message::new("backup-exists").with("file", own(file))
}

/// There is neither a store nor a configuration.
pub fn nothing(folder: &str, configuration: &str) -> Message {
    Message::new("backup-nothing").with("folder", own(folder)).with("configuration", own(configuration))
}

/// A backup was made: its size in bytes, and whether it holds the store and the configuration.
pub fn made(file: &str, bytes: u64, store: bool, configuration: bool) -> Message {
    let holds = match (store, configuration) {
        (true, true) => "both",
        (true, false) => "store",
        (false, _) => "configuration",
    };
    Message::new("backup-made")
        .with("file", own(file))
        .with("megabytes", Arg::Number((bytes as f64 / 1e5).ceil() / 10.0))
        .with("holds", own(holds))
}

/// The names of the secrets that the configuration wants and that no backup holds.
pub fn secrets(names: &[String]) -> Message {
    if names.is_empty() {
        return Message::new("backup-no-secrets");
    }
    let count = Arg::Number(names.len() as f64);
    Message::new("backup-secrets").with("count", count).with("names", own(&names.join(", ")))
}

/// Whether what is there is to be replaced.
pub fn replace(folder: &str) -> Message {
    Message::new("backup-replace").with("folder", own(folder))
}

/// Nobody is there to answer that.
pub fn nobody() -> Message {
    Message::new("backup-nobody")
}

/// They said no.
pub fn left() -> Message {
    Message::new("backup-left")
}

/// What was backed up then is in its place.
pub fn restored(made: jiff::Timestamp, program: &str) -> Message {
    Message::new("backup-restored").with("made", made.into()).with("program", own(program))
}

/// What was there before is kept in this file.
pub fn aside(file: &str) -> Message {
    Message::new("backup-aside").with("file", own(file))
}
