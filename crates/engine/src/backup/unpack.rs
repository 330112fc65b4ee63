//! Unpacking a file that may be anybody's. It is read once, from its beginning, within bounds; each entry has to be what the
//! list says and one of the few that a backup holds, and goes where this program wants it, never where the file says.

use std::cell::Cell;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use frontwatch_core::digest::Digest;
use frontwatch_core::text::backup::Trick;
use sha2::{Digest as _, Sha256};
use tar::{Archive, EntryType};
use zstd::Decoder;

use super::BackupError;
use super::manifest::{Entry, FORMAT, Form, HOLDS, LONGEST, Manifest, NAME};

/// How many times its own size a file may unpack to. A store's pages are packed already; the rest is text.
pub const RATIO: u64 = 200;

/// So much may come of any file, however small: an empty store packs well. Bytes.
pub const FLOOR: u64 = 32 << 20;

/// zstd may look back this far while it unpacks, as a power of two: 8 MiB of memory.
const WINDOW: u32 = 23;

/// More entries than any backup has.
const MOST: usize = 8;

/// What a file begins with that zstd packed.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// What is wrong with a file, and in which entry.
type Wrong = (Trick, String);

/// Unpacks the file. `place` says where each of the known names is to be written; what is there is overwritten.
pub(super) fn read(file: &Path, place: impl Fn(&str) -> Option<PathBuf>) -> Result<Manifest, BackupError> {
    let unreadable = |source| BackupError::Unreadable { file: file.to_owned(), source };
    let opened = File::open(file).map_err(unreadable)?;
    let about = opened.metadata().map_err(unreadable)?;
    let refused = |(trick, entry)| BackupError::Refused { file: file.to_owned(), trick, entry };
    if !about.is_file() {
        return Err(refused((Trick::NoBackup, String::new())));
    }
    let most = about.len().saturating_mul(RATIO).max(FLOOR);
    Unpacking::new(opened, most).and_then(|unpacking| unpacking.all(&place)).map_err(|stop| match stop {
        Stop::Wrong(wrong) => refused(wrong),
        Stop::Io(path, source) => BackupError::Io { path, source },
    })
}

/// Why unpacking stops.
enum Stop {
    /// The file is wrong.
    Wrong(Wrong),
    /// What it holds can't be written here.
    Io(PathBuf, io::Error),
}

fn wrong<T>(trick: Trick, entry: impl Into<String>) -> Result<T, Stop> {
    Err(Stop::Wrong((trick, entry.into())))
}

/// Reads what was unpacked until it is too much.
struct Bounded<R> {
    from: R,
    left: u64,
    burst: Rc<Cell<bool>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        let Some(left) = self.left.checked_sub(read as u64) else {
            self.burst.set(true);
            return Err(io::Error::other("too much"));
        };
        self.left = left;
        Ok(read)
    }
}

struct Unpacking {
    archive: Archive<Bounded<Decoder<'static, BufReader<File>>>>,
    burst: Rc<Cell<bool>>,
}

impl Unpacking {
    fn new(mut file: File, most: u64) -> Result<Self, Stop> {
        let no_backup = |_| Stop::Wrong((Trick::NoBackup, String::new()));
        let mut magic = [0; MAGIC.len()];
        file.read_exact(&mut magic).and_then(|()| io::Seek::rewind(&mut file)).map_err(no_backup)?;
        if magic != MAGIC {
            return wrong(Trick::NoBackup, "");
        }
        let mut unpacked = Decoder::new(file).map_err(no_backup)?;
        unpacked.window_log_max(WINDOW).map_err(no_backup)?;
        let burst = Rc::new(Cell::new(false));
        let bounded = Bounded { from: unpacked, left: most, burst: Rc::clone(&burst) };
        Ok(Self { archive: Archive::new(bounded), burst })
    }

    fn all(mut self, place: &impl Fn(&str) -> Option<PathBuf>) -> Result<Manifest, Stop> {
        let burst = Rc::clone(&self.burst);
        // Whatever reading fails by: zstd and tar say it in words.
        let broken = move |first: bool| {
            let trick = match (burst.get(), first) {
                (true, _) => Trick::Bomb,
                (false, true) => Trick::NoBackup,
                (false, false) => Trick::CutShort,
            };
            Stop::Wrong((trick, String::new()))
        };
        let mut list: Option<Manifest> = None;
        let mut seen: Vec<String> = Vec::new();
        // Raw: nothing that an entry says of another is followed.
        let entries = self.archive.entries().map_err(|_| broken(true))?.raw(true);
        for entry in entries {
            let mut entry = entry.map_err(|_| broken(list.is_none()))?;
            let name = name(&entry.path_bytes(), entry.header().entry_type())?;
            if seen.contains(&name) {
                return wrong(Trick::Twice, name);
            }
            if seen.len() == MOST {
                return wrong(Trick::Many, name);
            }
            seen.push(name.clone());
            let Some(list) = &list else {
                if name != NAME {
                    return wrong(Trick::NoBackup, "");
                }
                if entry.size() > LONGEST {
                    return wrong(Trick::Size, name);
                }
                let mut text = Vec::new();
                entry.read_to_end(&mut text).map_err(|_| broken(true))?;
                list = Some(read_list(&text)?);
                continue;
            };
            let Some(known) = list.files.iter().find(|known| known.name == name) else {
                return wrong(Trick::Missing, name);
            };
            let Some(path) = place(&name) else { return wrong(Trick::Unknown, name) };
            if entry.size() != known.bytes {
                return wrong(Trick::Size, name);
            }
            let digest = copy(&mut entry, &path, &broken)?;
            if digest != known.sha256 {
                return wrong(Trick::Digest, name);
            }
        }
        let Some(list) = list else { return wrong(Trick::NoBackup, "") };
        if let Some(missing) = list.files.iter().find(|known| !seen.contains(&known.name)) {
            return wrong(Trick::Missing, missing.name.clone());
        }
        self.ends()?;
        Ok(list)
    }

    /// That nothing but padding follows the archive's end, and that all of it can be unpacked.
    fn ends(self) -> Result<(), Stop> {
        let mut rest = self.archive.into_inner();
        let mut piece = [0; 4096];
        loop {
            match rest.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(read) if piece[..read].iter().all(|byte| *byte == 0) => {}
                Err(_) if self.burst.get() => return wrong(Trick::Bomb, ""),
                // Something in the archive, or something behind its packing that was packed by nobody.
                Ok(_) | Err(_) => return wrong(Trick::Trailing, ""),
            }
        }
    }
}

/// The name of an entry, which must be one that a backup has.
fn name(raw: &[u8], kind: EntryType) -> Result<String, Stop> {
    let name = String::from_utf8_lossy(raw).into_owned();
    match kind {
        EntryType::Regular => {}
        EntryType::Symlink => return wrong(Trick::Link, name),
        EntryType::Link => return wrong(Trick::HardLink, name),
        EntryType::Char | EntryType::Block | EntryType::Fifo | EntryType::Directory | EntryType::Continuous => {
            return wrong(Trick::Special, name);
        }
        _ => return wrong(Trick::Extension, name),
    }
    let parts: Vec<&str> = name.split(['/', '\\']).collect();
    if parts.contains(&"..") {
        return wrong(Trick::Outside, name);
    }
    if parts[0].is_empty() || parts[0].ends_with(':') {
        return wrong(Trick::Absolute, name);
    }
    if parts.len() > 1 {
        return wrong(Trick::Folder, name);
    }
    let known = || HOLDS.iter().map(|(known, _)| *known).chain([NAME]);
    if known().any(|known| known == name) {
        return Ok(name);
    }
    if known().any(|known| known.to_lowercase() == name.to_lowercase()) {
        return wrong(Trick::Case, name);
    }
    wrong(Trick::Unknown, name)
}

fn read_list(text: &[u8]) -> Result<Manifest, Stop> {
    let Ok(Form { format }) = serde_json::from_slice(text) else { return wrong(Trick::List, NAME) };
    if format != FORMAT {
        return wrong(Trick::Foreign, NAME);
    }
    let Ok(list) = serde_json::from_slice::<Manifest>(text) else { return wrong(Trick::List, NAME) };
    for (number, Entry { name, bytes, .. }) in list.files.iter().enumerate() {
        let Some((_, most)) = HOLDS.iter().find(|(known, _)| known == name) else {
            return wrong(Trick::Unknown, name.clone());
        };
        if list.files.iter().take(number).any(|earlier| earlier.name == *name) {
            return wrong(Trick::Twice, name.clone());
        }
        if bytes > most {
            return wrong(Trick::Size, name.clone());
        }
    }
    if list.files.is_empty() {
        return wrong(Trick::List, NAME);
    }
    Ok(list)
}

/// Writes an entry into a new file of its owner's alone; returns its digest.
fn copy(from: &mut impl Read, to: &Path, broken: &impl Fn(bool) -> Stop) -> Result<Digest, Stop> {
    let failed = |error| Stop::Io(to.to_owned(), error);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(to).map_err(failed)?;
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = from.read(&mut piece).map_err(|_| broken(false))?;
        if read == 0 {
            return Ok(Digest::from_bytes(hash.finalize().into()));
        }
        hash.update(&piece[..read]);
        file.write_all(&piece[..read]).map_err(failed)?;
    }
}
