//! The addresses of mail: who sends, who gets it, and which server takes it. Strict on purpose: what stands in a header
//! is what was read here, so nothing that could end a header or begin another gets in.

use std::fmt;

use url::Host;

use super::is_loopback;
use crate::text::is_disruptive;

/// The port of mail over TLS from the first byte (RFC 8314, 3.3).
const IMPLICIT_TLS: u16 = 465;
/// The longest name of a mailbox, in characters.
const LONGEST_NAME: usize = 64;
/// The longest local part and the longest domain, in bytes (RFC 5321, 4.5.3.1).
const LONGEST_LOCAL: usize = 64;
const LONGEST_DOMAIN: usize = 253;

/// A mailbox: `desk@report.example`, or `The desk <desk@report.example>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name before the address: of one line, without quotes around it.
    pub name: Option<String>,
    /// What stands before the `@`: a dot-atom (RFC 5322, 3.2.3), ASCII.
    pub local: String,
    /// What stands after it: the name of a host, ASCII.
    pub domain: String,
}

/// Why a text is no mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoMailbox {
    /// There is no `@`, or no `>` after a `<`.
    #[error("no address")]
    NoAddress,
    /// What stands before the `@` is not letters, digits and a few signs.
    #[error("an address that mail servers do not take")]
    Local,
    /// What stands after the `@` is no name of a host.
    #[error("an address of no host")]
    Domain,
    /// The name has characters that would break a header, or is too long.
    #[error("a name with characters that cannot stand there")]
    Name,
}

impl Mailbox {
    /// Reads a mailbox.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, NoMailbox> {
        let text = text.trim();
        let (name, address) = match text.split_once('<') {
            None => ("", text),
            Some((name, rest)) => (name.trim(), rest.strip_suffix('>').ok_or(NoMailbox::NoAddress)?),
        };
        let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
        let breaks = |c: char| is_disruptive(c) || matches!(c, '"' | '\\' | '<' | '>');
        if name.chars().count() > LONGEST_NAME || name.chars().any(breaks) {
            return Err(NoMailbox::Name);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(NoMailbox::NoAddress)?;
        if local.len() > LONGEST_LOCAL || !local.split('.').all(is_atom) {
            return Err(NoMailbox::Local);
        }
        let Ok(Host::Domain(domain)) = Host::parse(domain) else { return Err(NoMailbox::Domain) };
        let is_label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if domain.len() > LONGEST_DOMAIN || !domain.split('.').all(is_label) {
            return Err(NoMailbox::Domain);
        }
        let name = Some(name).filter(|name| !name.is_empty()).map(str::to_owned);
        Ok(Self { name, local: local.to_owned(), domain })
    }
}

impl fmt::Display for Mailbox {
    /// The address alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

/// `atext` of RFC 5322, 3.2.3.
fn is_atom(text: &str) -> bool {
    let signs = b"!#$%&'*+-/=?^_`{|}~";
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || signs.contains(&byte))
}

/// How a mail server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte.
    Implicit,
    /// TLS before anything is said (STARTTLS), or not at all.
    StartTls,
    /// In the clear: on this computer only.
    Plain,
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailServer {
    /// Its name or address.
    pub host: Host,
    /// Its port.
    pub port: u16,
}

/// Why a text names no mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoServer {
    /// The port is no number from 1 to 65535.
    #[error("a port that is none")]
    Port,
    /// The rest is no host.
    #[error("a host that is none")]
    Host,
}

impl MailServer {
    /// Reads `HOST:PORT`; without a port it is 465.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, NoServer> {
        let (host, port) = match text.rsplit_once(':') {
            // The colons of an IPv6 address stand in brackets.
            Some((host, port)) if !port.ends_with(']') => {
                let port = port.parse().ok().filter(|port| *port != 0);
                (host, port.ok_or(NoServer::Port)?)
            }
            _ => (text, IMPLICIT_TLS),
        };
        let host = Host::parse(host).map_err(|_| NoServer::Host)?;
        Ok(Self { host, port })
    }

    /// How it is spoken to: by TLS from the first byte at port 465, in the clear on loopback, by STARTTLS elsewhere.
    pub fn security(&self) -> Security {
        if self.port == IMPLICIT_TLS {
            Security::Implicit
        } else if is_loopback(&self.host) {
            Security::Plain
        } else {
            Security::StartTls
        }
    }

    /// Its origin, as a credential names it: `smtp://smtp.example:465`.
    pub fn origin(&self) -> String {
        format!("smtp://{self}")
    }
}

impl fmt::Display for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_are_read_strictly() {
        use NoMailbox::{Domain, Local, Name, NoAddress};
        for (text, wanted) in [
            ("desk@report.example", Ok((None, "desk@report.example"))),
            (" Frontwatch <watch@report.example> ", Ok((Some("Frontwatch"), "watch@report.example"))),
            ("\"Növbətçi, gecə\" <a.b+c@xn--report.az>", Ok((Some("Növbətçi, gecə"), "a.b+c@xn--report.az"))),
            ("desk@bücher.example", Ok((None, "desk@xn--bcher-kva.example"))),
            ("desk@LOCALHOST", Ok((None, "desk@localhost"))),
            ("", Err(NoAddress)),
            ("desk", Err(NoAddress)),
            ("Desk <desk@report.example", Err(NoAddress)),
            ("@report.example", Err(Local)),
            ("a..b@report.example", Err(Local)),
            ("a b@report.example", Err(Local)),
            ("a@b@report.example", Err(Local)),
            ("ə@report.example", Err(Local)),
            ("a\r\nBcc: x@report.example", Err(Local)),
            ("desk@", Err(Domain)),
            ("desk@[127.0.0.1]", Err(Domain)),
            ("desk@127.0.0.1", Err(Domain)),
            ("desk@-a.example", Err(Domain)),
            ("desk@a_b.example", Err(Domain)),
            ("desk@report.example\r\nBcc: x", Err(Domain)),
            ("A\r\nBcc: x <desk@report.example>", Err(Name)),
            ("A\u{202e} <desk@report.example>", Err(Name)),
            ("A\" <desk@report.example>", Err(Name)),
        ] {
            let read = Mailbox::parse(text);
            let read = read.as_ref().map(|mailbox| (mailbox.name.as_deref(), mailbox.to_string()));
            assert_eq!(
                read.map_err(|error| *error),
                wanted.map(|(name, address)| (name, address.to_owned())),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_server_is_spoken_to_in_the_clear_on_loopback_alone() {
        use Security::{Implicit, Plain, StartTls};
        for (text, wanted) in [
            ("smtp.example:465", Ok(("smtp.example:465", Implicit))),
            ("SMTP.Example", Ok(("smtp.example:465", Implicit))),
            ("smtp.example:587", Ok(("smtp.example:587", StartTls))),
            ("192.168.0.1:25", Ok(("192.168.0.1:25", StartTls))),
            ("127.0.0.1:2525", Ok(("127.0.0.1:2525", Plain))),
            ("127.0.0.1:465", Ok(("127.0.0.1:465", Implicit))),
            ("[::1]:2525", Ok(("[::1]:2525", Plain))),
            ("[2001:db8::1]", Ok(("[2001:db8::1]:465", Implicit))),
            ("localhost:1025", Ok(("localhost:1025", Plain))),
            ("localhost.example:1025", Ok(("localhost.example:1025", StartTls))),
            ("smtp.example:0", Err(NoServer::Port)),
            ("smtp.example:", Err(NoServer::Port)),
            ("smtp.example:99999", Err(NoServer::Port)),
            ("smtp://smtp.example", Err(NoServer::Port)),
            ("", Err(NoServer::Host)),
            ("a b:25", Err(NoServer::Host)),
            ("::1", Err(NoServer::Host)),
        ] {
            let read = MailServer::parse(text).map(|server| (server.to_string(), server.security()));
            assert_eq!(read, wanted.map(|(server, how)| (server.to_owned(), how)), "{text:?}");
        }
    }
}
