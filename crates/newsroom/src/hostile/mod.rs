//! Servers that mean harm: what a watched site, or whoever stands before it, can do to a program that looks at it. Each is named,
//! serves an ordinary page until it is told to turn, and then does one thing over and over, below HTTP where that is where it is
//! done.
//!
//! One file a family. Nothing here knows what a watcher makes of it: that is said by the tests.

mod bodies;
mod bombs;
mod feeds;
mod headers;
mod http2;
mod names;
mod ordinary;
mod pages;
mod pictures;
mod redirects;
mod secure;
mod server;
mod wire;

use std::fmt;
use std::str::FromStr;

pub use bodies::Body;
pub use bombs::Bomb;
pub use feeds::Feed;
pub use headers::Header;
pub use http2::Http2;
pub use names::Names;
pub use pages::Page;
pub use pictures::Picture;
pub use redirects::Redirect;
pub use secure::Secure;
pub use server::{HostileServer, Manner};

/// Makes a closed list of things a family does, each with its name.
macro_rules! family {
    ($(#[$about:meta])* $family:ident { $($(#[$what:meta])* $kind:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $family {
            $($(#[$what])* $kind,)+
        }

        impl $family {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            /// Its name on the command line.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }
    };
}
use family;

/// One thing that a hostile server does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hostile {
    /// A body that is small on the wire and huge when it is decoded.
    Bomb(Bomb),
    /// A body that never ends, or breaks what was said of it.
    Body(Body),
    /// Headers without end, or answers that are none.
    Header(Header),
    /// A redirect that must not be followed.
    Redirect(Redirect),
    /// Frames of HTTP/2 without end, and connections that are taken away.
    Http2(Http2),
    /// A page that is made to be read badly.
    Page(Page),
    /// A picture that is made to be unpacked badly.
    Picture(Picture),
    /// A feed or a sitemap that grows when it is read.
    Feed(Feed),
    /// A handshake that does not end well.
    Secure(Secure),
    /// A resolver that lies, loops or is silent.
    Names(Names),
}

impl Hostile {
    /// Every one of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let families = [
            of(Bomb::ALL, Self::Bomb),
            of(Body::ALL, Self::Body),
            of(Header::ALL, Self::Header),
            of(Redirect::ALL, Self::Redirect),
            of(Http2::ALL, Self::Http2),
            of(Page::ALL, Self::Page),
            of(Picture::ALL, Self::Picture),
            of(Feed::ALL, Self::Feed),
            of(Secure::ALL, Self::Secure),
            of(Names::ALL, Self::Names),
        ];
        families.into_iter().flatten()
    }

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bomb(bomb) => bomb.name(),
            Self::Body(body) => body.name(),
            Self::Header(header) => header.name(),
            Self::Redirect(redirect) => redirect.name(),
            Self::Http2(http2) => http2.name(),
            Self::Page(page) => page.name(),
            Self::Picture(picture) => picture.name(),
            Self::Feed(feed) => feed.name(),
            Self::Secure(secure) => secure.name(),
            Self::Names(names) => names.name(),
        }
    }
}

fn of<T: Copy>(all: &[T], family: fn(T) -> Hostile) -> Vec<Hostile> {
    all.iter().copied().map(family).collect()
}

impl fmt::Display for Hostile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No hostile server has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no hostile server is called {0:?}; there are: {names}", names = Hostile::all().map(Hostile::name).collect::<Vec<_>>().join(", "))]
pub struct NotHostile(pub String);

impl FromStr for Hostile {
    type Err = NotHostile;

    fn from_str(name: &str) -> Result<Self, NotHostile> {
        Self::all().find(|known| known.name() == name).ok_or_else(|| NotHostile(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_name_reads_back_as_what_it_names_and_is_given_once() {
        let names: Vec<&str> = Hostile::all().map(Hostile::name).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        for hostile in Hostile::all() {
            assert_eq!(hostile.to_string().parse(), Ok(hostile));
        }
        assert!("gzip".parse::<Hostile>().is_err());
    }
}
