//! What a page loads and what paints it: its own style sheets and scripts, its logo, the pictures that dominate it. Which
//! of them are wanted, and what is to be known of each once its bytes are there.
//!
//! A part that could not be fetched is absent evidence: never "normal", never a deviation. A judgement without parts (a
//! stored snapshot, the first look) says what the page alone says. Nothing is fetched and nothing is run here; whatever
//! the bytes, reading them ends, without a panic, within the bounds of each part.

mod allowed;
pub mod picture;
pub mod script;
mod wanted;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::extract::name::Key;
pub use crate::extract::sheet;
pub use allowed::{Reach, address, is_private, reach};
pub use picture::{MOST_SMALL, Picture, Print};
pub use script::ScriptFile;
pub use sheet::Sheet;
pub use wanted::wanted;

use crate::digest::Digest;

/// What a part is to its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartKind {
    /// A style sheet of the page's own domain.
    Sheet,
    /// The logo in the masthead.
    Logo,
    /// A script of the page's own domain.
    Script,
    /// A picture that dominates the page.
    Picture,
}

impl PartKind {
    /// The most bytes that are read of one, decoded. Longer ones are absent evidence.
    pub fn most_bytes(self) -> usize {
        match self {
            Self::Sheet | Self::Script => 1024 * 1024,
            Self::Logo | Self::Picture => 2 * 1024 * 1024,
        }
    }
}

/// One part that a page names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is to the page.
    pub kind: PartKind,
    /// What names it from version to version: its address; without numbers for a style sheet or a script, which builds
    /// number anew.
    pub key: Key,
    /// For a picture: the place it stands in. 0 for others.
    pub place: Key,
    /// Where it is.
    pub url: Url,
}

impl Part {
    /// The name of its file, for sentences: what follows the last slash, at most 40 characters.
    pub fn file(&self) -> String {
        let path = self.url.path();
        let name = path.rsplit('/').find(|name| !name.is_empty()).unwrap_or(path);
        name.chars().take(40).collect()
    }
}

/// What is known of a part's bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Facts {
    /// Of a style sheet.
    Sheet(Sheet),
    /// Of a script.
    Script(ScriptFile),
    /// Of a picture.
    Picture(Picture),
}

impl Facts {
    /// Reads a part. None where its bytes are nothing that can be read as its kind.
    pub fn read(kind: PartKind, bytes: &[u8]) -> Option<Self> {
        Self::read_shown(kind, bytes, false).map(|(facts, _)| facts)
    }

    /// The same; of a picture, where it is wanted, with what it shows as a small PNG of our own ([`Picture::read_shown`]).
    pub fn read_shown(kind: PartKind, bytes: &[u8], shown: bool) -> Option<(Self, Option<Vec<u8>>)> {
        if bytes.len() > kind.most_bytes() {
            return None;
        }
        let alone = |facts| (facts, None);
        match kind {
            PartKind::Sheet => text(bytes).map(|text| alone(Self::Sheet(Sheet::read(&text, Digest::of(bytes))))),
            PartKind::Script => text(bytes).map(|text| alone(Self::Script(ScriptFile::read(&text, Digest::of(bytes))))),
            PartKind::Logo | PartKind::Picture => {
                Picture::read_shown(bytes, shown).map(|(picture, small)| (Self::Picture(picture), small))
            }
        }
    }

    /// The digest of the bytes.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Sheet(sheet) => sheet.digest,
            Self::Script(script) => script.digest,
            Self::Picture(picture) => picture.digest,
        }
    }
}

/// A page in the place of a style sheet or a script (an error, a check for robots) is none.
fn text(bytes: &[u8]) -> Option<std::borrow::Cow<'_, str>> {
    let begins = bytes.trim_ascii_start();
    let page = [&b"<!doctype"[..], b"<html"];
    let is_page = page.iter().any(|tag| begins.get(..tag.len()).is_some_and(|b| b.eq_ignore_ascii_case(tag)));
    (!is_page).then(|| String::from_utf8_lossy(bytes))
}

/// A part that was fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct PartSeen {
    /// The part.
    pub part: Part,
    /// What is known of it.
    pub facts: Arc<Facts>,
}

/// Where a picture is known from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownFrom {
    /// An incident of another outlet, by the outlet's name.
    Outlet(String),
    /// The person's own list of pictures that they do not want to see, by the file's name.
    File(String),
}

/// A picture that nobody wants on a front page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPicture {
    /// Where it is known from.
    pub from: KnownFrom,
    /// Its fingerprint.
    pub print: Print,
}

/// What is known of a page's parts when it is judged. Empty where they are absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts<'a> {
    /// The parts that were fetched.
    pub seen: &'a [PartSeen],
    /// Pictures that nobody wants on a front page.
    pub pictures: &'a [KnownPicture],
}
