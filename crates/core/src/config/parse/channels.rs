//! `[[webhook]]` and `[[email]]`: where alerts go besides the desktop.

use std::collections::HashMap;
use std::ops::Range;

use super::is_loopback;
use super::reader::{Reader, Section};
use crate::channel::{Channel, Email, Webhook};
use crate::config::Fault;
use crate::config::values::{CREDENTIAL, HOOK, LEAST, MAILBOX, NAME, SERVER, TEMPLATE, with_value};
use crate::text::Message;
use crate::verdict::Severity;

/// Every channel: webhooks, then mail.
pub(super) fn read(reader: &mut Reader<'_>, root: &Section<'_>) -> Vec<Channel> {
    let mut channels = Vec::new();
    let mut names = HashMap::new();
    for section in reader.tables(root, "webhook") {
        channels.extend(webhook(reader, &section, &mut names).map(Channel::Webhook));
    }
    names.clear();
    for section in reader.tables(root, "email") {
        channels.extend(email(reader, &section, &mut names).map(Channel::Email));
    }
    channels
}

/// Names in lower case, with where they stand.
type Names = HashMap<String, Range<usize>>;

fn webhook(reader: &mut Reader<'_>, section: &Section<'_>, names: &mut Names) -> Option<Webhook> {
    reader.known_keys(section, &["name", "url", "template", "least", "credential"]);
    let name = name(reader, section, "webhook", names);
    let url = reader.required_spanned(section, "url", &HOOK).map(|(url, span)| {
        if url.scheme() == "http" && !is_loopback(&url) {
            // Its path may be a secret: only the host is repeated.
            let words = [
                with_value("config-hook-clear", url.host_str().unwrap_or_default()),
                Message::new("config-hook-encrypted"),
                Message::new("config-hook-encrypted-do"),
            ];
            reader.error(&span, Fault::BadValue, "url", words);
        }
        url
    });
    let template = reader.value(section, "template", &TEMPLATE);
    let least = reader.value(section, "least", &LEAST).unwrap_or(Severity::Warning);
    let credential = reader.value(section, "credential", &CREDENTIAL);
    Some(Webhook { name: name?, url: url?, template, least, credential })
}

fn email(reader: &mut Reader<'_>, section: &Section<'_>, names: &mut Names) -> Option<Email> {
    reader.known_keys(section, &["name", "server", "from", "to", "least", "credential"]);
    let name = name(reader, section, "email", names);
    let server = reader.required(section, "server", &SERVER);
    let from = reader.required(section, "from", &MAILBOX);
    let to = reader.one_or_more(section, "to", &MAILBOX).into_iter().map(|(to, _)| to).collect();
    let least = reader.value(section, "least", &LEAST).unwrap_or(Severity::Warning);
    let credential = reader.value(section, "credential", &CREDENTIAL);
    Some(Email { name: name?, server: server?, from: from?, to, least, credential })
}

fn name(reader: &mut Reader<'_>, section: &Section<'_>, kind: &str, names: &mut Names) -> Option<String> {
    let (name, span) = reader.required_spanned(section, "name", &NAME)?;
    if let Some(first) = names.get(&name.to_lowercase()) {
        let words = [
            with_value("config-name-twice", &name).own("line", reader.position(first).line),
            Message::new("config-channel-once").own("kind", kind),
            Message::new("config-channel-once-do"),
        ];
        reader.error(&span, Fault::Duplicate, "name", words);
    }
    names.entry(name.to_lowercase()).or_insert(span);
    Some(name)
}
