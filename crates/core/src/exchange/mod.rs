//! Lists of outlets as other programs keep them: OPML, CSV, and what changedetection.io exports. A text in, the outlets that it
//! names out, each with the line where it stands, and every line that names none with the reason; and outlets in, a list
//! out.
//!
//! A list comes from somebody else: it is read to a bound, nothing in it is expanded or looked up, and no address with a
//! password in it is taken.

mod csv;
mod opml;
mod plain;
mod plan;

use url::Url;

use crate::config::{Config, Outlet, ends_within_a_list, propose_outlet};

pub use plan::{Plan, plan};

/// The longest list that is read, in bytes.
pub const LARGEST: usize = 2 << 20;
/// The most outlets that are taken from one list.
pub const MOST: usize = 5_000;
/// The most front pages of one outlet: more are no outlet's, and nobody would see them before a yes.
const HOMEPAGES: usize = 50;
/// The longest name that is taken, in characters: what the configuration takes, so that a list of our own is read as it was.
const NAME: usize = 64;
/// The longest address that is taken, in bytes: what the configuration takes.
const LONGEST: usize = 2_048;

/// A form in which a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// OPML 2.0, as feed readers keep it.
    Opml,
    /// Comma-separated values (RFC 4180): name, group, homepage, feed.
    Csv,
    /// The address of each front page on a line of its own, as changedetection.io reads it under "Import", "URL list".
    Addresses,
}

/// What a list names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Outlets, each with its line.
    pub outlets: Vec<(u32, Outlet)>,
    /// Lines that name none, and why not.
    pub refused: Vec<Refused>,
}

/// A line that names no outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line, from 1.
    pub line: u32,
    /// What stands there; from the list.
    pub what: String,
    /// Why it is none.
    pub why: Why,
}

impl Refused {
    /// What stands before an @ may be a password, in a broken list too.
    fn of(line: u32, what: &str, why: Why) -> Self {
        Self { line, what: what.rsplit('@').next().unwrap_or_default().to_owned(), why }
    }
}

/// Why a line of a list names no outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no address, or what stands in its place is none.
    NoAddress,
    /// The address is not of the web.
    OtherScheme,
    /// The address has a name or a password in it.
    Password,
    /// The list is broken here, and is read no further.
    Broken,
    /// It is more than is taken from one list.
    TooMany,
}

/// The list is longer than [`LARGEST`], or is no list at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Its size.
    #[error("the list is longer than {} MB; divide it", LARGEST >> 20)]
    TooLong,
    /// Nothing in it is an address.
    #[error("this is no list that can be read: OPML, CSV, or one address on each line")]
    NoList,
}

/// Reads a list, in whichever form it is written.
///
/// # Errors
///
/// Where it is too long, or names nothing and has no line that could.
pub fn read(text: &str) -> Result<Listed, Unreadable> {
    if text.len() > LARGEST {
        return Err(Unreadable::TooLong);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    let mut listed = if start.starts_with('<') {
        opml::read(text)
    } else if start.starts_with(['{', '[']) {
        plain::read_json(text)
    } else if csv::has_columns(text) {
        csv::read(text)
    } else {
        plain::read(text)
    };
    if let Some((line, outlet)) = listed.outlets.get(MOST) {
        listed.refused.push(Refused { line: *line, what: outlet.name.clone(), why: Why::TooMany });
        listed.outlets.truncate(MOST);
    }
    if listed.outlets.is_empty() && listed.refused.is_empty() { Err(Unreadable::NoList) } else { Ok(listed) }
}

/// Writes a list of all outlets of a configuration.
pub fn write(config: &Config, format: Format) -> String {
    match format {
        Format::Opml => opml::write(&config.outlets),
        Format::Csv => csv::write(&config.outlets),
        Format::Addresses => plain::write(&config.outlets),
    }
}

/// What a line says of an outlet.
#[derive(Debug, Clone, Default)]
struct Line {
    name: String,
    group: String,
    homepages: Vec<String>,
    feed: String,
}

impl Line {
    /// The outlet that it names. One with a feed alone has the front page of the feed's host.
    fn outlet(&self) -> Result<Outlet, Why> {
        let feed = Some(self.feed.trim()).filter(|feed| !feed.is_empty()).map(address).transpose()?;
        let written = self.homepages.iter().map(|homepage| homepage.trim()).filter(|homepage| !homepage.is_empty());
        let mut homepages = Vec::new();
        for homepage in written {
            let homepage = address(homepage)?;
            if !homepages.contains(&homepage) {
                homepages.push(homepage);
            }
            if homepages.len() > HOMEPAGES {
                return Err(Why::TooMany);
            }
        }
        if homepages.is_empty() {
            homepages.extend(feed.as_ref().and_then(|feed| feed.join("/").ok()));
        }
        let first = homepages.first().cloned().ok_or(Why::NoAddress)?;
        let mut outlet = propose_outlet(first, "");
        let said = |text: &str| crate::text::inert(text, NAME).chars().take(NAME).collect::<String>();
        outlet.name = Some(said(&self.name)).filter(|name| !name.is_empty()).unwrap_or_else(|| said(&outlet.name));
        outlet.group = Some(said(&self.group)).filter(|group| !group.is_empty());
        Ok(Outlet { homepages, feed, ..outlet })
    }
}

impl Listed {
    fn take(&mut self, line: u32, said: &Line, what: &str) {
        // Whatever is too many is counted as one.
        if self.outlets.len() > MOST || self.refused.len() > MOST {
            return;
        }
        match said.outlet() {
            Ok(outlet) => self.outlets.push((line, outlet)),
            Err(why) => self.refused.push(Refused::of(line, what, why)),
        }
    }
}

/// An address as a list has it.
fn address(text: &str) -> Result<Url, Why> {
    let text = text.trim();
    if text.len() > LONGEST {
        return Err(Why::NoAddress);
    }
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let mut url = Url::parse(&whole).map_err(|_| Why::NoAddress)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Why::OtherScheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Why::Password);
    }
    if url.host_str().is_some_and(ends_within_a_list) {
        return Err(Why::NoAddress);
    }
    let named = text.contains("://") || url.host_str().is_some_and(|host| host.contains('.'));
    url.set_fragment(None);
    if url.as_str().len() > LONGEST {
        return Err(Why::NoAddress);
    }
    if named { Ok(url) } else { Err(Why::NoAddress) }
}
