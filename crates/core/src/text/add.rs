//! What is said of a site before its outlet is added, and what a person is asked.

use jiff::Timestamp;

use super::{Arg, Message, own};
use crate::exchange::Why;
use crate::extract::name::registrable;
use crate::facts::names::{Names, View};
use crate::survey::Feed;
use crate::watch::Expect;

/// The address that was typed led to this host of another site.
pub fn elsewhere(host: &str) -> Message {
    Message::new("add-elsewhere").with("host", Arg::Foreign(host.to_owned()))
}

/// Whether the front page comes over https, and whether browsers are told to insist on it.
pub fn transport(https: bool, insisted: bool) -> Message {
    Message::new(match (https, insisted) {
        (true, true) => "add-https",
        (true, false) => "add-https-only",
        (false, _) => "add-no-https",
    })
}

/// What the server calls itself: its `Server` header.
pub fn server(name: &str) -> Message {
    Message::new("add-server").with("server", Arg::Foreign(name.to_owned()))
}

/// What the page says that it was made with.
pub fn generator(name: &str) -> Message {
    Message::new("add-generator").with("generator", Arg::Foreign(name.to_owned()))
}

/// Who signed the site's certificate and until when it holds; or that no browser would believe it.
pub fn certificate(believed: Option<(&str, Timestamp)>) -> Message {
    match believed {
        Some((issuer, until)) => Message::new("add-certificate")
            .with("issuer", Arg::Foreign(issuer.to_owned()))
            .with("until", Arg::Time(until)),
        None => Message::new("add-no-certificate"),
    }
}

/// Who serves the site's name and who takes its mail, as the first resolver says that knows; nothing where none does.
pub fn names(names: &Names) -> Option<Message> {
    let owners = |of: fn(&View) -> &[String]| {
        let view = names.resolvers.iter().find(|view| !of(view).is_empty())?;
        let mut owners: Vec<String> = of(view).iter().map(|name| registrable(name)).collect();
        owners.sort_unstable();
        owners.dedup();
        Some(Arg::Foreign(owners.join(", ")))
    };
    let servers = owners(|view| view.ns.found())?;
    Some(match owners(|view| view.mx.found()) {
        Some(mail) => Message::new("add-names").with("servers", servers).with("mail", mail),
        None => Message::new("add-names-no-mail").with("servers", servers),
    })
}

/// What the feed names; none where there is no feed.
pub fn feed(feed: Option<Feed>) -> Message {
    let counted = |id, count| Message::new(id).with("count", u32::try_from(count).unwrap_or(u32::MAX).into());
    match feed {
        Some(Feed::Stories(count)) => counted("add-feed", count),
        Some(Feed::Sitemaps(count)) => counted("add-feed-sitemaps", count),
        None => Message::new("add-no-feed"),
    }
}

/// What is found at an admin endpoint, and therefore expected there.
pub fn admin(expect: Expect) -> Message {
    Message::new(match expect {
        Expect::Login => "add-admin-login",
        Expect::Denied => "add-admin-denied",
        Expect::Gone => "add-admin-gone",
        Expect::Json => "add-admin-users",
    })
}

/// An address is not proposed, as an outlet watches it already.
pub fn left_out(address: &str, outlet: &str) -> Message {
    // The configuration has this very address.
    Message::new("add-left-out").with("address", own(address)).with("outlet", own(outlet))
}

/// Anybody can read the list of users at this path, one of this program's own list.
pub fn users_open(path: &str) -> Message {
    Message::new("add-users-open").with("path", own(path))
}

/// How many addresses were found at the well-known places, with how many requests.
pub fn probe_done(found: u32, asked: u32) -> Message {
    Message::new("add-probe-done").with("found", found.into()).with("asked", asked.into())
}

/// The site refused, and was left alone.
pub fn probe_stopped() -> Message {
    Message::new("add-probe-stopped")
}

/// What a person is asked or told at the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask<'a> {
    /// Whether they may watch the site.
    MayYou,
    /// Whether the well-known places may be asked for.
    MayProbe,
    /// Whether to write the outlet to this file.
    Write(&'a str),
    /// Nobody is there to answer.
    NobodyToAsk,
    /// They said no.
    NothingWritten,
    /// It was written to this file.
    Written(&'a str),
}

/// The word that agrees to a question, in the language that it is asked in.
pub fn yes() -> Message {
    Message::new("answer-yes")
}

/// What a person is asked or told.
pub fn ask(ask: Ask<'_>) -> Message {
    match ask {
        Ask::MayYou => Message::new("add-may-you"),
        Ask::MayProbe => Message::new("add-may-probe"),
        Ask::Write(file) => Message::new("add-write").with("file", own(file)),
        Ask::NobodyToAsk => Message::new("add-nobody-to-ask"),
        Ask::NothingWritten => Message::new("add-nothing-written"),
        Ask::Written(file) => Message::new("add-written").with("file", own(file)),
    }
}

/// What a list of outlets comes to: how many are new, how many of its addresses are watched already, and how many lines name
/// none.
pub fn list(add: u32, known: u32, refused: u32) -> Message {
    Message::new("list").with("add", add.into()).with("known", known.into()).with("refused", refused.into())
}

/// A line of a list that names no outlet, and why: "line 4: b: no address of a site".
pub fn list_line(line: u32, what: &str, why: Why) -> Message {
    Message::new("list-line")
        .with("line", line.into())
        .with("what", Arg::Foreign(what.to_owned()))
        .with("why", list_why(why).into())
}

/// Why a line of a list names no outlet.
pub fn list_why(why: Why) -> Message {
    Message::new(match why {
        Why::NoAddress => "list-no-address",
        Why::OtherScheme => "list-other-scheme",
        Why::Password => "list-password",
        Why::Broken => "list-broken",
        Why::TooMany => "list-too-many",
    })
}

/// Asks whether the new outlets of a list are to be written.
pub fn list_write(count: u32, file: &str) -> Message {
    Message::new("list-write").with("count", count.into()).with("file", own(file))
}
