//! What is normal: the form that a login page asks in. What differs from look to look is no rule of the page's.

use serde::{Deserialize, Serialize};

use crate::extract::PageModel;
use crate::extract::login::LoginForm;

/// How many looks make a rule.
const LEAST: u32 = 3;
/// The most targets and the most fields that are kept.
const MOST: usize = 64;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    looks: u32,
    targets: Vec<Seen>,
    fields: Vec<Seen>,
    /// In how many looks it was sent by POST.
    post: u32,
    /// A person approved a page without it.
    may_vanish: bool,
    /// In how many looks it was sent so that everybody on the way can read it.
    plain: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Seen {
    name: String,
    looks: u32,
}

/// The form of a page that asks for a password.
pub fn form(page: &PageModel) -> Option<&LoginForm> {
    page.forms.iter().find(|form| form.password)
}

impl Known {
    /// Whether enough is known to judge against.
    pub fn ready(&self) -> bool {
        self.looks >= LEAST
    }

    /// Where it was always sent, if that was always one place.
    pub fn target(&self) -> Option<&str> {
        match &self.targets[..] {
            [only] if self.ready() && only.looks >= self.looks => Some(&only.name),
            _ => None,
        }
    }

    /// Whether it was always sent by POST.
    pub fn always_post(&self) -> bool {
        self.ready() && self.post >= self.looks
    }

    /// The fields that it always had.
    pub fn always(&self) -> impl Iterator<Item = &str> {
        let steady = |seen: &&Seen| self.ready() && seen.looks >= self.looks;
        self.fields.iter().filter(steady).map(|seen| seen.name.as_str())
    }

    /// Whether it ever had a field.
    pub fn had(&self, field: &str) -> bool {
        self.fields.iter().any(|seen| seen.name == field)
    }

    /// Whether a person approved that there is no login page.
    pub fn may_vanish(&self) -> bool {
        self.may_vanish
    }

    /// Whether it was never sent unencrypted.
    pub fn never_plain(&self) -> bool {
        self.ready() && self.plain == 0
    }

    /// Learns from a look that was as it should be.
    pub(super) fn add(&mut self, page: &PageModel) {
        let Some(form) = form(page) else { return };
        self.looks = self.looks.saturating_add(1);
        self.post = self.post.saturating_add(u32::from(form.post));
        self.plain = self.plain.saturating_add(u32::from(form.plain));
        count(&mut self.targets, &form.target);
        for field in &form.fields {
            count(&mut self.fields, field);
        }
    }

    /// A person said that this is theirs: it is what a look is compared with from now on.
    pub(super) fn approve(&mut self, page: &PageModel) {
        *self = Self { may_vanish: form(page).is_none(), ..Self::default() };
        for _ in 1..LEAST {
            self.add(page);
        }
    }
}

fn count(all: &mut Vec<Seen>, name: &str) {
    if let Some(seen) = all.iter_mut().find(|seen| seen.name == name) {
        seen.looks = seen.looks.saturating_add(1);
    } else if all.len() < MOST {
        all.push(Seen { name: name.to_owned(), looks: 1 });
    }
}
