//! From what a person typed to the outlet that it looks like: one polite look at the site.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::{Outlet, propose_outlet};
use frontwatch_core::extract::{decode, extract};
use frontwatch_core::observation::Outcome;
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Message, words};
use url::Url;

use crate::ports::{Fetch, Freshness, Order, What};

/// The outlet that a site looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Named as its page and host name it; its homepage is where the redirects end.
    pub outlet: Outlet,
    /// The page's title: an attacker's text.
    pub title: String,
}

/// Why there is nothing to propose.
#[derive(Debug, Clone, PartialEq)]
pub enum NoProposal {
    /// What was typed will not do.
    Address(Trouble),
    /// The site gives no page, for this reason.
    NoPage(Message),
}

impl NoProposal {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Address(trouble) => desktop::trouble(trouble),
            Self::NoPage(why) => desktop::no_page(why.clone()),
        }
    }
}

/// The address that a person typed; https:// may be left out.
pub fn address(typed: &str) -> Result<Url, NoProposal> {
    let typed = typed.trim();
    let text = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&text).map_err(|_| NoProposal::Address(Trouble::NoAddress))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(NoProposal::Address(Trouble::OtherScheme));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(NoProposal::Address(Trouble::Password));
    }
    Ok(url)
}

/// Looks once and proposes. `timeout` is the most that each stage of the look may take.
pub async fn propose(fetch: &Arc<dyn Fetch>, url: Url, timeout: Duration) -> Result<Proposed, NoProposal> {
    match fetch.look(Order { url, freshness: Freshness::Full, timeout, what: What::Page }).await.outcome {
        Outcome::Answered(answer) if answer.status < 400 => {
            let title = tokio::task::spawn_blocking(move || {
                let page = extract(&decode(&answer.body, &answer.headers).text, &answer.url, &[]);
                (answer.url, page.title)
            });
            let (homepage, title) = title.await.map_err(|_| NoProposal::NoPage(words::judging_failed()))?;
            Ok(Proposed { outlet: propose_outlet(homepage, &title), title })
        }
        Outcome::Answered(answer) => Err(NoProposal::Address(Trouble::Status(answer.status))),
        // No validators were sent, so there is nothing that could be unchanged.
        Outcome::Unchanged { .. } => Err(NoProposal::NoPage(words::judging_failed())),
        Outcome::Failed(failure) => Err(NoProposal::NoPage(words::failed_look(failure.kind, failure.stage))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_an_address_or_a_reason() {
        let trouble = |trouble| Err(NoProposal::Address(trouble));
        for (typed, expected) in [
            ("report.example", Ok("https://report.example/")),
            ("  report.example/en \n", Ok("https://report.example/en")),
            ("http://127.0.0.1:8080", Ok("http://127.0.0.1:8080/")),
            ("", trouble(Trouble::NoAddress)),
            ("not an address", trouble(Trouble::NoAddress)),
            ("file:///etc/passwd", trouble(Trouble::OtherScheme)),
            ("javascript://report.example/%0aalert(1)", trouble(Trouble::OtherScheme)),
            ("https://me:secret@report.example/", trouble(Trouble::Password)),
            ("https://me@report.example/", trouble(Trouble::Password)),
        ] {
            assert_eq!(address(typed).map(|url| url.to_string()), expected.map(str::to_owned), "{typed:?}");
        }
    }
}
