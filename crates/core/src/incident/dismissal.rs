//! An alarm that a person set aside, and why: asked in one tap, so that the same nothing need not be set aside for ever.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Incident;

/// Why an alarm was nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Why {
    /// The newsroom changed its design.
    Design,
    /// An advertisement.
    Advertisement,
    /// What a partner puts into the page.
    Partner,
    /// Something else.
    Other,
    /// The person can't tell.
    CannotTell,
}

impl Why {
    /// Every answer.
    pub const ALL: [Self; 5] = [Self::Design, Self::Advertisement, Self::Partner, Self::Other, Self::CannotTell];

    /// The word that the store uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Advertisement => "advertisement",
            Self::Partner => "partner",
            Self::Other => "other",
            Self::CannotTell => "cannot_tell",
        }
    }

    /// The answer that the store calls so.
    pub fn of_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == word)
    }

    /// Whether a rule may come of it, should it be said again and again: whoever can't tell has seen nothing that a rule could
    /// be made of.
    pub fn makes_rules(self) -> bool {
        matches!(self, Self::Design | Self::Advertisement | Self::Partner)
    }
}

/// So many alarms alike that were set aside make a rule worth proposing.
pub const ALIKE: u32 = 3;

/// What alarms are alike by, besides their outlet and the answer: the kind of the weightiest signal.
pub fn leading(incident: &Incident) -> &str {
    incident.signals.first().map_or(incident.cause.as_str(), |signal| signal.kind.as_str())
}

/// What an attack needs, by the first part of a signal's kind: of these no part of a page is ever left out.
const NEVER: [&str; 16] = [
    "certificate",
    "cover",
    "headline",
    "login",
    "names",
    "painted",
    "planted",
    "redirect",
    "reported",
    "script",
    "story",
    "title",
    "transport",
    "values",
    "wallet",
    "wording",
];
/// The same, by their whole kind.
const NEVER_KINDS: [&str; 13] = [
    "image.logo",
    "image.top",
    "lost.headings",
    "lost.page",
    "picture.logo",
    "picture.repainted",
    "picture.unread",
    "picture.unwanted",
    "picture.elsewhere",
    "source.base",
    "source.form",
    "source.refresh",
    "source.script",
];

/// Whether a part of the page may be left out because of alarms of this kind: never of a cover, a script, a title, a heading, a
/// panel or the names.
pub fn may_be_left_out(kind: &str) -> bool {
    let group = kind.split('.').next().unwrap_or_default();
    kind.contains('.') && !NEVER.contains(&group) && !NEVER_KINDS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_attack_needs_is_never_left_out() {
        for kind in [
            "cover.picture",
            "script.new",
            "source.script",
            "title.replaced",
            "wording.heading",
            "headline.same",
            "login.open",
            "names.servers",
            "values.appeared",
            "certificate.issuer",
            "painted.cover",
            "picture.logo",
            "story.deleted",
            "source.form",
            "wallet.placed",
            "content",
            "",
        ] {
            assert!(!may_be_left_out(kind), "{kind}");
        }
        for kind in ["source.frame", "image.everywhere", "text.placed", "link.block", "picture.same", "image.exchanged"]
        {
            assert!(may_be_left_out(kind), "{kind}");
        }
        assert!(Why::ALL.into_iter().all(|why| Why::of_stored(why.as_str()) == Some(why)));
    }
}
