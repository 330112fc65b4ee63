//! Packing: the list, then the files, in one archive (tar, packed by zstd). May not decide what is packed.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use frontwatch_core::digest::Digest;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tar::{Builder, EntryType, Header};
use zstd::Encoder;

use super::manifest::{Entry, FORMAT, Manifest, NAME};

/// zstd's own middle: most of a store is packed already.
const LEVEL: i32 = 3;

/// Writes an archive of these files, each with its name in it; the list says what they are. Both are synced to the disk when
/// this returns.
pub(super) fn write(files: &[(&str, &Path)], to: &File, now: Timestamp) -> io::Result<()> {
    let entries = files.iter().map(|(name, path)| entry(name, path)).collect::<io::Result<Vec<_>>>()?;
    let list = Manifest { format: FORMAT, program: env!("CARGO_PKG_VERSION").to_owned(), made: now, files: entries };
    let mut packed = Encoder::new(BufWriter::new(to), LEVEL)?;
    packed.include_checksum(true)?;
    let mut archive = Builder::new(packed);
    let text = serde_json::to_vec(&list)?;
    archive.append(&header(NAME, text.len() as u64, now)?, text.as_slice())?;
    for (entry, (name, path)) in list.files.iter().zip(files) {
        archive.append(&header(name, entry.bytes, now)?, File::open(path)?.take(entry.bytes))?;
    }
    let mut written = archive.into_inner()?.finish()?;
    written.flush()?;
    to.sync_all()
}

fn entry(name: &str, path: &Path) -> io::Result<Entry> {
    let (sha256, bytes) = digest(File::open(path)?)?;
    Ok(Entry { name: name.to_owned(), bytes, sha256 })
}

/// The digest of what can be read, and how much that is.
pub(super) fn digest(mut from: impl Read) -> io::Result<(Digest, u64)> {
    let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((Digest::from_bytes(hash.finalize().into()), bytes));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}

fn header(name: &str, bytes: u64, now: Timestamp) -> io::Result<Header> {
    let mut header = Header::new_gnu();
    header.set_path(name)?;
    header.set_entry_type(EntryType::Regular);
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(now.as_second()).unwrap_or_default());
    header.set_cksum();
    Ok(header)
}
