//! The values that a person writes as text: durations, sizes, addresses, pointers, selectors. Each form says what it
//! expects in the same message wherever it is not met.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use jiff::civil::{DateTime, Time};
use unic_langid::LanguageIdentifier;
use url::{Host, ParseError, Url};

use super::Metered;
use super::time_zone;
use crate::channel::{MailServer, Mailbox, NoMailbox, NoServer, Template, TemplateFault};
use crate::incident::planned::SIGNALS;
use crate::notify::QuietHours;
use crate::text::{Arg, Message, inert};
use crate::verdict::Severity;
use crate::watch::Expect;

/// The longest name of an outlet or a group, in characters: it has to fit into the title of a notification.
const LONGEST_NAME: usize = 64;
/// The longest address, in bytes: what browsers and servers agree to carry.
const LONGEST_URL: usize = 2_048;
/// The longest selector, User-Agent, pointer and path, in bytes: far above any that a person writes.
const LONGEST_TEXT: usize = 1_024;
/// How much of a value is repeated in an error.
const SHOWN: usize = 60;

/// A way to write a value as text.
pub(super) struct Form<T> {
    /// What is expected: the id of a message.
    pub(super) expected: &'static str,
    /// What to do instead: likewise.
    pub(super) remedy: &'static str,
    /// Reads it.
    pub(super) read: fn(&str) -> Result<T, Rejected>,
}

impl<T> Form<T> {
    /// What is expected.
    pub(super) fn expected(&self) -> Message {
        Message::new(self.expected)
    }

    /// What to do.
    pub(super) fn remedy(&self) -> Message {
        Message::new(self.remedy)
    }
}

/// Why a text is not of a form. What is `None` the form itself says.
#[derive(Debug, PartialEq)]
pub(super) struct Rejected {
    /// What was found; must never repeat a password.
    pub(super) found: Box<Message>,
    /// What was expected, where it is more than the form says.
    pub(super) expected: Option<Box<Message>>,
    /// What to do, where it is more than the form says.
    pub(super) remedy: Option<Box<Message>>,
}

impl Rejected {
    pub(super) fn found(found: Message) -> Self {
        Self { found: Box::new(found), expected: None, remedy: None }
    }

    pub(super) fn remedy(self, remedy: Message) -> Self {
        Self { remedy: Some(Box::new(remedy)), ..self }
    }

    pub(super) fn expected(self, expected: Message) -> Self {
        Self { expected: Some(Box::new(expected)), ..self }
    }
}

/// A value as an error repeats it: on one line, short, in quotes.
pub(super) fn quoted(text: &str) -> Message {
    with_value("config-quoted", text)
}

/// What is said of a value, which is repeated on one line, short, in quotes.
pub(super) fn with_value(id: &'static str, text: &str) -> Message {
    Message::new(id).own("text", inert(text, SHOWN))
}

pub(super) const INTERVAL: Form<Duration> = Form {
    expected: "config-interval",
    remedy: "config-interval-do",
    read: |text| within(text, Duration::from_secs(2), Duration::from_secs(86_400)),
};

pub(super) const TIMEOUT: Form<Duration> = Form {
    expected: "config-timeout",
    remedy: "config-timeout-do",
    read: |text| within(text, Duration::from_millis(100), Duration::from_secs(300)),
};

fn within(text: &str, least: Duration, most: Duration) -> Result<Duration, Rejected> {
    let duration = duration(text).ok_or_else(|| Rejected::found(quoted(text)))?;
    if duration < least {
        return Err(Rejected::found(quoted(text)).remedy(Message::new("config-longer")));
    }
    if duration > most {
        return Err(Rejected::found(quoted(text))
            .expected(Message::new("config-at-most-seconds").own("seconds", most.as_secs()))
            .remedy(Message::new("config-shorter")));
    }
    Ok(duration)
}

fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = number_and_unit(text)?;
    let milliseconds = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => return None,
    };
    number.checked_mul(milliseconds).map(Duration::from_millis)
}

fn number_and_unit(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = text.split_at(end);
    Some((digits.parse().ok()?, unit.strip_prefix(' ').unwrap_or(unit)))
}

pub(super) const SIZE: Form<u64> = Form {
    expected: "config-size",
    remedy: "config-size-do",
    read: |text| size(text).filter(|&bytes| bytes >= 1_000_000).ok_or_else(|| Rejected::found(quoted(text))),
};

fn size(text: &str) -> Option<u64> {
    let (number, unit) = number_and_unit(text)?;
    let bytes = match unit.to_ascii_lowercase().as_str() {
        "kb" => 1_000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(bytes)
}

pub(super) const NAME: Form<String> = Form {
    expected: "config-name",
    remedy: "config-name-do",
    read: |text| {
        let length = text.chars().count();
        if text.trim().is_empty() {
            return Err(Rejected::found(Message::new("config-no-name")));
        }
        if length > LONGEST_NAME {
            return Err(
                Rejected::found(counted("config-characters", length)).remedy(Message::new("config-name-shorter"))
            );
        }
        if text.trim() != text {
            return Err(Rejected::found(with_value("config-spaces-around", text.trim()))
                .remedy(Message::new("config-remove-them")));
        }
        if text.chars().any(crate::text::is_disruptive) {
            return Err(Rejected::found(with_value("config-invisible", text)).remedy(Message::new("config-type-again")));
        }
        Ok(text.to_owned())
    },
};

pub(super) const ADDRESS: Form<Url> = Form { expected: "config-address", remedy: "config-address-do", read: address };

/// The address of a webhook. Whoever has it can write there: of one that could be read, an error repeats its kind and its host at the
/// most, of another nothing.
pub(super) const HOOK: Form<Url> = Form {
    expected: "config-address",
    remedy: "config-hook-do",
    read: |text| {
        let is_read = Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        let unsaid = || Rejected::found(Message::new("config-secret-address"));
        address(text).map_err(|rejected| if is_read { rejected } else { unsaid() })
    },
};

fn address(text: &str) -> Result<Url, Rejected> {
    let too_long = |bytes: usize| {
        let longest = Message::new("config-address-longest").own("most", LONGEST_URL);
        Rejected::found(counted("config-bytes", bytes)).expected(longest)
    };
    if text.len() > LONGEST_URL {
        return Err(too_long(text.len()));
    }
    let with_scheme = || format!("https://{}", text.trim());
    let lacks_scheme = |rejected: Rejected| match Url::parse(&with_scheme()) {
        Ok(url) if !text.contains('@') && url.has_host() => rejected.remedy(with_value("config-mean", &with_scheme())),
        _ => rejected,
    };
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(ParseError::RelativeUrlWithoutBase) => {
            return Err(lacks_scheme(Rejected::found(quoted(&redacted(text)))));
        }
        Err(why) => {
            return Err(Rejected::found(reasoned(&redacted(text), broken(why))));
        }
    };
    if url.host_str().is_some_and(ends_within_a_list) {
        return Err(Rejected::found(reasoned(&redacted(text), broken(ParseError::InvalidDomainCharacter))));
    }
    if !matches!(url.scheme(), "http" | "https") {
        let rejected = Rejected::found(with_value("config-scheme", url.scheme()));
        // `report.az:8080/` reads as an address of the scheme `report.az`.
        let host_and_port = url.scheme().contains('.') || url.scheme() == "localhost";
        return Err(if host_and_port { lacks_scheme(rejected) } else { rejected });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Rejected::found(Message::new("config-password"))
            .expected(Message::new("config-no-password"))
            .remedy(Message::new("config-no-password-do")));
    }
    if url.fragment().is_some() {
        // Not repeated: the password of `https://user:#password@host/` stands there.
        return Err(Rejected::found(Message::new("config-fragment"))
            .expected(Message::new("config-no-fragment"))
            .remedy(Message::new("config-no-fragment-do")));
    }
    // As it is sent: letters that are not in ASCII grow. A list that is written of it is read to the same bound.
    if url.as_str().len() > LONGEST_URL {
        return Err(too_long(url.as_str().len()));
    }
    Ok(url)
}

/// Whether a host has what ends an address in a list of addresses: no host has it that could be looked up.
pub(crate) fn ends_within_a_list(host: &str) -> bool {
    host.contains([',', ';'])
}

/// A number of something.
pub(super) fn counted(id: &'static str, count: usize) -> Message {
    Message::new(id).with("count", Arg::Number(count as f64))
}

/// A value with what is wrong with it in brackets.
fn reasoned(text: &str, why: Message) -> Message {
    with_value("config-reasoned", text).with("why", why.into())
}

/// Why an address could not be read.
fn broken(why: ParseError) -> Message {
    Message::new(match why {
        ParseError::EmptyHost => "config-url-no-host",
        ParseError::IdnaError => "config-url-international",
        ParseError::InvalidPort => "config-url-port",
        ParseError::InvalidIpv4Address => "config-url-ipv4",
        ParseError::InvalidIpv6Address => "config-url-ipv6",
        ParseError::InvalidDomainCharacter => "config-url-character",
        _ => "config-url-none",
    })
}

/// An address that could not be read, without what may be a password in it.
fn redacted(text: &str) -> String {
    match text.rfind('@') {
        Some(at) => format!("…{}", &text[at..]),
        None => text.to_owned(),
    }
}

pub(super) const EXPECT: Form<Expect> = Form {
    expected: "config-expect",
    remedy: "config-expect-do",
    read: |text| match text {
        "login" => Ok(Expect::Login),
        "denied" => Ok(Expect::Denied),
        "gone" => Ok(Expect::Gone),
        "json" => Ok(Expect::Json),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const NIGHT: Form<QuietHours> = Form {
    expected: "config-night",
    remedy: "config-night-do",
    read: |text| {
        let parts = text.split_once('-').and_then(|(from, until)| Some((clock(from.trim())?, clock(until.trim())?)));
        let (from, until) = parts.ok_or_else(|| Rejected::found(quoted(text)))?;
        if from == until {
            return Err(Rejected::found(with_value("config-no-time", text)));
        }
        Ok(QuietHours { from, until })
    },
};

fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let number = |digits: &str| (digits.len() == 2).then(|| digits.parse().ok()).flatten();
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}

pub(super) const TIME_ZONE: Form<String> = Form {
    expected: "config-zone",
    remedy: "config-zone-do",
    read: |text| match time_zone(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const MOMENT: Form<DateTime> = Form {
    expected: "config-moment",
    remedy: "config-moment-do",
    read: |text| {
        // jiff would drop a zone or an offset, and take a day alone for its midnight.
        let plain = text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:T ".contains(&byte));
        let offset = text.rfind('-').is_some_and(|at| at > 7);
        text.parse().ok().filter(|_| plain && !offset).ok_or_else(|| Rejected::found(quoted(text)))
    },
};

pub(super) const PLANNED_SIGNAL: Form<String> = Form {
    expected: "config-signal",
    remedy: "config-signal-do",
    read: |text| {
        if SIGNALS.contains(&text) {
            return Ok(text.to_owned());
        }
        let rejected = Rejected::found(quoted(text));
        let never = NEVER_PLANNED.contains(&text);
        Err(if never {
            rejected
        } else {
            rejected.remedy(Message::new("config-one-of").own("words", SIGNALS.join(", ")))
        })
    },
};

/// First words of signals that no plan may name.
const NEVER_PLANNED: [&str; 12] = [
    "certificate",
    "collapse",
    "login",
    "names",
    "panel",
    "planted",
    "script",
    "story",
    "takeover",
    "transport",
    "values",
    "wording",
];

pub(super) const HOST: Form<String> = Form {
    expected: "config-host",
    remedy: "config-host-do",
    read: |text| match Host::parse(text) {
        Ok(Host::Domain(host)) if host.contains('.') => Ok(host),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const METERED: Form<Metered> = Form {
    expected: "config-metered",
    remedy: "config-metered-do",
    read: |text| match text {
        "slower" => Ok(Metered::Slower),
        "same" => Ok(Metered::Same),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const POINTER: Form<String> = Form {
    expected: "config-pointer",
    remedy: "config-pointer-do",
    read: |text| {
        let tilde_is_escape = || text.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
        if text.len() > LONGEST_TEXT {
            Err(Rejected::found(counted("config-bytes", text.len())))
        } else if !text.is_empty() && !text.starts_with('/') {
            Err(Rejected::found(quoted(text)).remedy(with_value("config-mean", &format!("/{text}"))))
        } else if !tilde_is_escape() {
            Err(Rejected::found(quoted(text)).remedy(Message::new("config-tilde")))
        } else {
            Ok(text.to_owned())
        }
    },
};

pub(super) const LANGUAGE: Form<String> = Form {
    expected: "config-language",
    remedy: "config-language-do",
    read: |text| match text.parse::<LanguageIdentifier>() {
        Ok(tag) if !tag.language.is_empty() => Ok(text.to_owned()),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const USER_AGENT: Form<String> = Form {
    expected: "config-agent",
    remedy: "config-agent-do",
    read: |text| {
        let printable = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if text.trim().is_empty() || text.len() > LONGEST_TEXT || !printable {
            return Err(Rejected::found(quoted(text)));
        }
        Ok(text.to_owned())
    },
};

pub(super) const PATH: Form<String> = Form {
    expected: "config-path",
    remedy: "config-path-do",
    read: |text| {
        if text.len() > LONGEST_TEXT || text.contains('\0') || !std::path::Path::new(text).has_root() {
            return Err(Rejected::found(quoted(text)));
        }
        Ok(text.to_owned())
    },
};

pub(super) const RESOLVER: Form<SocketAddr> = Form {
    expected: "config-resolver",
    remedy: "config-resolver-do",
    read: |text| {
        let alone = text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 53));
        alone.or_else(|_| text.parse::<SocketAddr>()).map_err(|_| Rejected::found(quoted(text)))
    },
};

pub(super) const FOLDER: Form<String> = Form { expected: "config-folder", remedy: "config-folder-do", read: PATH.read };

pub(super) const CREDENTIAL: Form<String> = Form {
    expected: "config-credential",
    remedy: "config-credential-do",
    read: |text| {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
        // Whoever mistook this for the place of the secret must not find it in a log.
        if fits { Ok(text.to_owned()) } else { Err(Rejected::found(Message::new("config-something-else"))) }
    },
};

pub(super) const LEAST: Form<Severity> = Form {
    expected: "config-least",
    remedy: "config-least-do",
    read: |text| match text {
        "warning" => Ok(Severity::Warning),
        "critical" => Ok(Severity::Critical),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const TEMPLATE: Form<Template> = Form {
    expected: "config-template",
    remedy: "config-template-do",
    read: |text| {
        Template::parse(text).map_err(|fault| match fault {
            TemplateFault::Unknown(name) => Rejected::found(with_value("config-no-place", &name))
                .remedy(Message::new("config-places").own("words", Template::places().join(", "))),
            TemplateFault::TooLong(bytes) => {
                Rejected::found(counted("config-bytes", bytes)).remedy(Message::new("config-shorter"))
            }
            TemplateFault::Unclosed => Rejected::found(Message::new("config-unclosed")),
            TemplateFault::NotJson(why) => Rejected::found(with_value("config-no-json", &why)),
        })
    },
};

pub(super) const SERVER: Form<MailServer> = Form {
    expected: "config-server",
    remedy: "config-server-do",
    read: |text| {
        MailServer::parse(text).map_err(|why| {
            let why = match why {
                NoServer::Port => "config-server-port",
                NoServer::Host => "config-server-host",
            };
            Rejected::found(reasoned(&redacted(text), Message::new(why)))
        })
    },
};

pub(super) const MAILBOX: Form<Mailbox> = Form {
    expected: "config-mailbox",
    remedy: "config-mailbox-do",
    read: |text| {
        Mailbox::parse(text).map_err(|why| {
            let why = match why {
                NoMailbox::NoAddress => "config-mailbox-none",
                NoMailbox::Local => "config-mailbox-local",
                NoMailbox::Domain => "config-mailbox-domain",
                NoMailbox::Name => "config-mailbox-name",
            };
            Rejected::found(reasoned(text, Message::new(why)))
        })
    },
};

pub(super) const SELECTOR: Form<String> = Form {
    expected: "config-selector",
    remedy: "config-selector-do",
    read: |text| {
        if text.len() > LONGEST_TEXT || text.trim().is_empty() {
            return Err(Rejected::found(quoted(text)));
        }
        match selector_fault(text) {
            Some(fault) => Err(Rejected::found(fault.of(text))),
            None => Ok(text.to_owned()),
        }
    },
};

/// What makes a text no selector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SelectorFault {
    /// This bracket closes nothing.
    ClosesNothing(char),
    /// This sign has no place in a selector.
    Sign(char),
    /// A quotation does not end.
    Quotation,
    /// This bracket is not closed.
    Open(char),
    /// Something lacks before or after a comma or a combinator.
    Part,
}

impl SelectorFault {
    /// What is wrong with this text.
    fn of(self, text: &str) -> Message {
        match self {
            Self::ClosesNothing(sign) => with_value("config-selector-closes-nothing", text).own("sign", sign),
            Self::Sign(sign) => with_value("config-selector-sign", text).own("sign", sign),
            Self::Quotation => with_value("config-selector-quotation", text),
            Self::Open(sign) => with_value("config-selector-open", text).own("sign", sign),
            Self::Part => with_value("config-selector-part", text),
        }
    }
}

/// What makes a text no selector at all, as far as brackets, quotes and combinators tell. Whether its parts mean
/// anything is for the extraction that applies it.
fn selector_fault(text: &str) -> Option<SelectorFault> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else if let Some(mark) = quote {
            quote = (c != mark).then_some(mark);
        } else if matches!(c, '"' | '\'') {
            quote = Some(c);
        } else if matches!(c, '[' | '(') {
            open.push(c);
        } else if matches!(c, ']' | ')') {
            let opening = if c == ']' { '[' } else { '(' };
            if open.pop() != Some(opening) {
                return Some(SelectorFault::ClosesNothing(c));
            }
        } else if matches!(c, '{' | '}' | ';' | '@' | '<') {
            return Some(SelectorFault::Sign(c));
        }
    }
    if quote.is_some() {
        return Some(SelectorFault::Quotation);
    }
    if let Some(opening) = open.last() {
        return Some(SelectorFault::Open(*opening));
    }
    let parts = text.split(',').map(str::trim);
    let dangling = |part: &str| {
        part.is_empty() || part.starts_with(['>', '+', '~']) || part.ends_with(['>', '+', '~', '.', '#', ':'])
    };
    // A comma inside brackets or quotes separates nothing; such selectors are left to extraction.
    let plain = !text.contains(['(', '[', '"', '\'', '\\']);
    (plain && parts.into_iter().any(dangling)).then_some(SelectorFault::Part)
}
