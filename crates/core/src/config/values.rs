//! The values that a person writes as text: durations, sizes, addresses, pointers, selectors. Each form says what it
//! expects in the same words wherever it is not met.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use jiff::civil::{DateTime, Time};
use unic_langid::LanguageIdentifier;
use url::{Host, ParseError, Url};

use super::Metered;
use super::time_zone;
use crate::channel::{MailServer, Mailbox, Template, TemplateFault};
use crate::incident::planned::SIGNALS;
use crate::notify::QuietHours;
use crate::text::inert;
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
    /// What is expected, to follow "expected".
    pub(super) expected: &'static str,
    /// What to do instead, to follow the expectation.
    pub(super) remedy: &'static str,
    /// Reads it.
    pub(super) read: fn(&str) -> Result<T, Rejected>,
}

/// Why a text is not of a form. What is `None` the form itself says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rejected {
    /// What was found; must never repeat a password.
    pub(super) found: String,
    /// What was expected, where it is more than the form says.
    pub(super) expected: Option<String>,
    /// What to do, where it is more than the form says.
    pub(super) remedy: Option<String>,
}

impl Rejected {
    pub(super) fn found(found: impl Into<String>) -> Self {
        Self { found: found.into(), expected: None, remedy: None }
    }

    pub(super) fn remedy(self, remedy: impl Into<String>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }

    pub(super) fn expected(self, expected: impl Into<String>) -> Self {
        Self { expected: Some(expected.into()), ..self }
    }
}

/// A value as an error repeats it: on one line, short, in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", inert(text, SHOWN))
}

pub(super) const INTERVAL: Form<Duration> = Form {
    expected: "a duration of at least \"2s\"",
    remedy: "write a whole number and ms, s, m or h, such as \"30s\"",
    read: |text| within(text, Duration::from_secs(2), Duration::from_secs(86_400)),
};

pub(super) const TIMEOUT: Form<Duration> = Form {
    expected: "a duration from \"100ms\" to \"5m\"",
    remedy: "write a whole number and ms, s, m or h, such as \"15s\"",
    read: |text| within(text, Duration::from_millis(100), Duration::from_secs(300)),
};

fn within(text: &str, least: Duration, most: Duration) -> Result<Duration, Rejected> {
    let duration = duration(text).ok_or_else(|| Rejected::found(quoted(text)))?;
    if duration < least {
        return Err(Rejected::found(quoted(text)).remedy("make it longer"));
    }
    if duration > most {
        return Err(Rejected::found(quoted(text))
            .expected(format!("a duration of at most {} s", most.as_secs()))
            .remedy("make it shorter"));
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
    expected: "a size of at least \"1MB\"",
    remedy: "write a whole number and kB, MB or GB, such as \"500MB\"",
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
    expected: "a name of 1 to 64 characters",
    remedy: "write the name that alerts shall show, such as \"Report\"",
    read: |text| {
        let length = text.chars().count();
        if text.trim().is_empty() {
            return Err(Rejected::found("an empty name"));
        }
        if length > LONGEST_NAME {
            return Err(Rejected::found(format!("{length} characters")).remedy("write a shorter name"));
        }
        if text.trim() != text {
            return Err(Rejected::found(format!("spaces around {}", quoted(text.trim()))).remedy("remove them"));
        }
        if text.chars().any(crate::text::is_disruptive) {
            return Err(Rejected::found(format!("invisible characters in {}", quoted(text)))
                .remedy("type the name again by hand"));
        }
        Ok(text.to_owned())
    },
};

pub(super) const ADDRESS: Form<Url> = Form {
    expected: "an http or https address",
    remedy: "write it in full, such as \"https://example.com/\"",
    read: address,
};

/// The address of a webhook. Whoever has it can write there: of one that could be read, an error repeats its kind and its host at the
/// most, of another nothing.
pub(super) const HOOK: Form<Url> = Form {
    expected: "an http or https address",
    remedy: "write it in full, such as \"https://chat.example/hooks/…\"",
    read: |text| {
        let is_read = Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        let unsaid = || Rejected::found("no such address (it is not repeated here: it may be a secret)");
        address(text).map_err(|rejected| if is_read { rejected } else { unsaid() })
    },
};

fn address(text: &str) -> Result<Url, Rejected> {
    if text.len() > LONGEST_URL {
        let found = format!("{} bytes", text.len());
        return Err(Rejected::found(found).expected(format!("an address of at most {LONGEST_URL} bytes")));
    }
    let with_scheme = || format!("https://{}", text.trim());
    let lacks_scheme = |rejected: Rejected| match Url::parse(&with_scheme()) {
        Ok(url) if !text.contains('@') && url.has_host() => {
            rejected.remedy(format!("did you mean {}?", quoted(&with_scheme())))
        }
        _ => rejected,
    };
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(ParseError::RelativeUrlWithoutBase) => {
            return Err(lacks_scheme(Rejected::found(quoted(&redacted(text)))));
        }
        Err(why) => {
            return Err(Rejected::found(format!("{} ({why})", quoted(&redacted(text)))));
        }
    };
    if !matches!(url.scheme(), "http" | "https") {
        let rejected = Rejected::found(format!("the scheme {}", quoted(url.scheme())));
        // `report.az:8080/` reads as an address of the scheme `report.az`.
        let host_and_port = url.scheme().contains('.') || url.scheme() == "localhost";
        return Err(if host_and_port { lacks_scheme(rejected) } else { rejected });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Rejected::found("an address with a user name or a password")
            .expected("an address without either")
            .remedy("remove what stands before the @; a secret belongs in the keychain (frontwatch credential set)"));
    }
    if url.fragment().is_some() {
        // Not repeated: the password of `https://user:#password@host/` stands there.
        return Err(Rejected::found("a part that begins with #")
            .expected("an address without it")
            .remedy("remove it: it is never sent to the site"));
    }
    Ok(url)
}

/// An address that could not be read, without what may be a password in it.
fn redacted(text: &str) -> String {
    match text.rfind('@') {
        Some(at) => format!("…{}", &text[at..]),
        None => text.to_owned(),
    }
}

pub(super) const EXPECT: Form<Expect> = Form {
    expected: "login, denied, gone or json",
    remedy: "write what the address should answer, such as \"login\"",
    read: |text| match text {
        "login" => Ok(Expect::Login),
        "denied" => Ok(Expect::Denied),
        "gone" => Ok(Expect::Gone),
        "json" => Ok(Expect::Json),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const NIGHT: Form<QuietHours> = Form {
    expected: "two times of day, such as \"22:00-07:00\"",
    remedy: "write when it becomes quiet and when it ends, with four digits each",
    read: |text| {
        let parts = text.split_once('-').and_then(|(from, until)| Some((clock(from.trim())?, clock(until.trim())?)));
        let (from, until) = parts.ok_or_else(|| Rejected::found(quoted(text)))?;
        if from == until {
            return Err(Rejected::found(format!("{}, which is no time at all", quoted(text))));
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
    expected: "a time zone by its name, such as \"Asia/Baku\"",
    remedy: "write it as the IANA database does: a region, a slash and a city",
    read: |text| match time_zone(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const MOMENT: Form<DateTime> = Form {
    expected: "a day and a time, such as \"2026-12-24T22:00\"",
    remedy: "write year, month and day, a T, hours and minutes; the zone stands in time_zone",
    read: |text| {
        // jiff would drop a zone or an offset, and take a day alone for its midnight.
        let plain = text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:T ".contains(&byte));
        let offset = text.rfind('-').is_some_and(|at| at > 7);
        text.parse().ok().filter(|_| plain && !offset).ok_or_else(|| Rejected::found(quoted(text)))
    },
};

pub(super) const PLANNED_SIGNAL: Form<String> = Form {
    expected: "what may be planned: the first word of a signal, such as \"title\" or \"image\"; or \"outage\"",
    remedy: "leave it out: an empty or replaced page, panels, logins, names, certificates and scripts are never expected",
    read: |text| {
        if SIGNALS.contains(&text) {
            return Ok(text.to_owned());
        }
        let rejected = Rejected::found(quoted(text));
        let never = NEVER_PLANNED.contains(&text);
        Err(if never { rejected } else { rejected.remedy(format!("write one of {}", SIGNALS.join(", "))) })
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
    expected: "a host, such as \"cdn.example\"",
    remedy: "write it without https:// and without a path",
    read: |text| match Host::parse(text) {
        Ok(Host::Domain(host)) if host.contains('.') => Ok(host),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const METERED: Form<Metered> = Form {
    expected: "slower or same",
    remedy: "write what to do on a connection that is paid for by what passes, such as \"slower\"",
    read: |text| match text {
        "slower" => Ok(Metered::Slower),
        "same" => Ok(Metered::Same),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const POINTER: Form<String> = Form {
    expected: "a JSON pointer (RFC 6901), where * stands for every element",
    remedy: "write the way to the value, such as \"/*/id\"",
    read: |text| {
        let tilde_is_escape = || text.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
        if text.len() > LONGEST_TEXT {
            Err(Rejected::found(format!("{} bytes", text.len())))
        } else if !text.is_empty() && !text.starts_with('/') {
            Err(Rejected::found(quoted(text)).remedy(format!("did you mean {}?", quoted(&format!("/{text}")))))
        } else if !tilde_is_escape() {
            Err(Rejected::found(quoted(text)).remedy("write ~0 for a ~ and ~1 for a / in a name"))
        } else {
            Ok(text.to_owned())
        }
    },
};

pub(super) const LANGUAGE: Form<String> = Form {
    expected: "a language tag (BCP 47)",
    remedy: "write such as \"az\", \"en\" or \"zh-Hant\"",
    read: |text| match text.parse::<LanguageIdentifier>() {
        Ok(tag) if !tag.language.is_empty() => Ok(text.to_owned()),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const USER_AGENT: Form<String> = Form {
    expected: "a User-Agent in printable ASCII",
    remedy: "write such as \"Example newsroom monitor (desk@example.com)\"",
    read: |text| {
        let printable = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if text.trim().is_empty() || text.len() > LONGEST_TEXT || !printable {
            return Err(Rejected::found(quoted(text)));
        }
        Ok(text.to_owned())
    },
};

pub(super) const PATH: Form<String> = Form {
    expected: "the full path of a PEM file",
    remedy: "write such as \"/etc/ssl/newsroom-ca.pem\"",
    read: |text| {
        if text.len() > LONGEST_TEXT || text.contains('\0') || !std::path::Path::new(text).has_root() {
            return Err(Rejected::found(quoted(text)));
        }
        Ok(text.to_owned())
    },
};

pub(super) const RESOLVER: Form<SocketAddr> = Form {
    expected: "the address of a DNS resolver, with its port where it is not 53",
    remedy: "write such as \"9.9.9.9\", \"149.112.112.112:53\" or \"[2620:fe::fe]:53\"",
    read: |text| {
        let alone = text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 53));
        alone.or_else(|_| text.parse::<SocketAddr>()).map_err(|_| Rejected::found(quoted(text)))
    },
};

pub(super) const FOLDER: Form<String> = Form {
    expected: "the full path of a folder",
    remedy: "write such as \"/home/editor/unwanted-pictures\"",
    read: PATH.read,
};

pub(super) const CREDENTIAL: Form<String> = Form {
    expected: "the name of a credential: up to 64 letters, digits, dots, hyphens and underscores",
    remedy: "name it as `frontwatch credential list` does; the secret itself never stands here",
    read: |text| {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
        // Whoever mistook this for the place of the secret must not find it in a log.
        if fits { Ok(text.to_owned()) } else { Err(Rejected::found("something else")) }
    },
};

pub(super) const LEAST: Form<Severity> = Form {
    expected: "warning or critical",
    remedy: "write the least urgent that shall be sent there, such as \"warning\"",
    read: |text| match text {
        "warning" => Ok(Severity::Warning),
        "critical" => Ok(Severity::Critical),
        _ => Err(Rejected::found(quoted(text))),
    },
};

pub(super) const TEMPLATE: Form<Template> = Form {
    expected: "JSON with places for a notice, such as {{text}}",
    remedy: "write such as '{\"text\": {{text}}}'; a value needs no quotes around it",
    read: |text| {
        Template::parse(text).map_err(|fault| {
            let rejected = Rejected::found(inert(&fault.to_string(), 2 * SHOWN));
            match fault {
                TemplateFault::Unknown(_) => rejected.remedy(format!("there are {}", Template::places().join(", "))),
                TemplateFault::TooLong(_) => rejected.remedy("make it shorter"),
                TemplateFault::Unclosed | TemplateFault::NotJson(_) => rejected,
            }
        })
    },
};

pub(super) const SERVER: Form<MailServer> = Form {
    expected: "a mail server and its port",
    remedy: "write such as \"smtp.example.com:465\"",
    read: |text| MailServer::parse(text).map_err(|why| Rejected::found(format!("{} ({why})", quoted(&redacted(text))))),
};

pub(super) const MAILBOX: Form<Mailbox> = Form {
    expected: "an address of mail",
    remedy: "write such as \"desk@example.com\" or \"Frontwatch <watch@example.com>\"",
    read: |text| Mailbox::parse(text).map_err(|why| Rejected::found(format!("{} ({why})", quoted(text)))),
};

pub(super) const SELECTOR: Form<String> = Form {
    expected: "a CSS selector",
    remedy: "write such as \".ad\", \"#weather\" or \"div[data-ad]\"",
    read: |text| {
        if text.len() > LONGEST_TEXT || text.trim().is_empty() {
            return Err(Rejected::found(quoted(text)));
        }
        match selector_fault(text) {
            Some(fault) => Err(Rejected::found(format!("{} {fault}", quoted(text)))),
            None => Ok(text.to_owned()),
        }
    },
};

/// What makes a text no selector at all, as far as brackets, quotes and combinators tell. Whether its parts mean
/// anything is for the extraction that applies it.
fn selector_fault(text: &str) -> Option<String> {
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
                return Some(format!("with a {c} that closes nothing"));
            }
        } else if matches!(c, '{' | '}' | ';' | '@' | '<') {
            return Some(format!("with a {c}"));
        }
    }
    if quote.is_some() {
        return Some("with a quotation that does not end".to_owned());
    }
    if let Some(opening) = open.last() {
        return Some(format!("with a {opening} that is not closed"));
    }
    let parts = text.split(',').map(str::trim);
    let dangling = |part: &str| {
        part.is_empty() || part.starts_with(['>', '+', '~']) || part.ends_with(['>', '+', '~', '.', '#', ':'])
    };
    // A comma inside brackets or quotes separates nothing; such selectors are left to extraction.
    let plain = !text.contains(['(', '[', '"', '\'', '\\']);
    (plain && parts.into_iter().any(dangling)).then(|| "with a part missing".to_owned())
}
