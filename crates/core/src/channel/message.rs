//! What a notice says where there is more room than on a screen. May not say more than the notice does: everything in it
//! was made inert when it was composed.

use serde_json::{Value, json};

use crate::notify::Notice;

/// The whole notice as JSON: what a webhook without a template is sent. Fields are added, never changed.
pub fn json(notice: &Notice) -> Value {
    json!({
        "id": notice.id,
        "incident": notice.incident,
        "campaign": notice.campaign,
        "outlet": notice.about.outlet,
        "title": notice.title,
        "body": notice.body,
        "text": text(notice),
        "severity": notice.severity,
        "over": notice.over,
        "address": notice.about.address,
        "since": notice.about.since.map(|since| format!("{since:.3}")),
        "reasons": notice.about.reasons,
        "at": format!("{:.3}", notice.at),
    })
}

/// The notice as plain text: what happened, the reasons that this does not name, and where. Each on lines of its own.
pub fn text(notice: &Notice) -> String {
    let mut text = notice.body.clone();
    let others = notice.about.reasons.iter().filter(|reason| !notice.body.contains(reason.trim_end_matches('.')));
    for reason in others {
        text.push_str("\n– ");
        text.push_str(reason);
    }
    if let Some(address) = &notice.about.address {
        text.push('\n');
        text.push_str(address.as_str());
    }
    text
}

/// A notice's id, or its key, as it can stand on the left of a `Message-ID` (RFC 5322, 3.6.4): letters, digits,
/// hyphens and underscores as they are, every other byte as `=` and two hexadecimal digits. Different ids stay different.
pub fn identity(id: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    id.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("={byte:02x}") }).collect()
}
