//! From what a person typed to the outlet that it looks like: a polite look at the front page, and then, where it is
//! wanted, at what the page and `robots.txt` name as its feed. Nothing is asked for here that the site does not name itself.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::{Config, Outlet, leave_out_watched, propose_outlet};
use frontwatch_core::extract::alternates::{alternates, same_site};
use frontwatch_core::extract::{decode, extract};
use frontwatch_core::facts::chain::{Chain, Trust};
use frontwatch_core::facts::names::Names;
use frontwatch_core::observation::{Answer, Outcome};
use frontwatch_core::parts::{self, Reach};
use frontwatch_core::survey::{Feed, feed_in, sitemaps};
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Message, add, words};
use frontwatch_core::watch::{Watch, WatchKind};
use url::Url;

use crate::hands;
use crate::ports::{Clock, Fetch, Freshness, Order, What};

/// Between two requests to a site that is not watched yet.
pub(super) const PAUSE: Duration = Duration::from_millis(500);
/// How long it may take to learn more than the front page says: a person waits before the window.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most feeds of a page that are asked for, and the most sitemaps of `robots.txt`.
const DECLARED: usize = 3;
const SITEMAPS: usize = 2;
/// The largest feed that is read, bytes on the wire.
const FEED: usize = 4_000_000;

/// The outlet that a site looks like.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// Named as its page and host name it. Its first homepage is where the redirects end; its languages, AMP and mobile front pages
    /// follow.
    pub outlet: Outlet,
    /// The page's title: an attacker's text.
    pub title: String,
    /// What else a person should know of the site before they add it, in the order in which it is said.
    pub facts: Vec<Message>,
    /// What the page says that it was made with: an attacker's text.
    pub generator: Option<String>,
    /// How far in the front page came from, which names all that is asked besides.
    pub from: Reach,
    /// The feeds that the page names, not asked for yet.
    pub declared: Vec<Url>,
    /// It has a feed, and an outlet watches that already.
    pub feed_watched: bool,
}

impl Proposed {
    /// Takes out what an outlet of the configuration watches already. Returns what is said of it.
    pub(super) fn leave_out_watched(&mut self, config: &Config) -> Vec<Message> {
        let had_feed = self.outlet.feed.is_some();
        let left_out = leave_out_watched(&mut self.outlet, config);
        self.feed_watched |= had_feed && self.outlet.feed.is_none();
        left_out.iter().map(|(url, outlet)| add::left_out(url.as_str(), outlet)).collect()
    }
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

/// Everything that can be said of a site without asking for what it does not name: its front pages, its feed, its
/// certificate and its names. What the configuration has already is left out. `timeout` is the most that each stage of a
/// look may take.
pub async fn survey(
    fetch: &Arc<dyn Fetch>,
    clock: &Arc<dyn Clock>,
    url: Url,
    config: &Config,
    timeout: Duration,
) -> Result<Proposed, NoProposal> {
    let mut proposed = propose(fetch, url, timeout).await?;
    let main = proposed.outlet.homepages.first();
    if let Some(known) = config.outlets.iter().find(|known| main.is_some_and(|main| known.homepages.contains(main))) {
        return Err(NoProposal::Address(Trouble::AlreadyWatched(known.name.clone())));
    }
    let more = async {
        tell_of_host(fetch, &mut proposed, timeout).await;
        find_feed(fetch, clock, &mut proposed, timeout).await;
    };
    if tokio::time::timeout(PATIENCE, more).await.is_err() {
        tracing::info!("the site is slow: what it did not answer in time is left out");
    }
    let left_out = proposed.leave_out_watched(config);
    proposed.facts.extend(left_out);
    Ok(proposed)
}

/// Looks once and proposes. `timeout` is the most that each stage of the look may take.
pub async fn propose(fetch: &Arc<dyn Fetch>, url: Url, timeout: Duration) -> Result<Proposed, NoProposal> {
    let typed = url.clone();
    match fetch
        .look(Order { url, freshness: Freshness::Full, timeout, what: What::Page, reach: Reach::Loopback })
        .await
        .outcome
    {
        Outcome::Answered(answer) if answer.status < 400 => {
            let read = hands::done(move || read(&typed, &answer));
            read.await.map_err(|_| NoProposal::NoPage(words::judging_failed()))
        }
        Outcome::Answered(answer) => Err(NoProposal::Address(Trouble::Status(answer.status))),
        // No validators were sent, so there is nothing that could be unchanged.
        Outcome::Unchanged { .. } => Err(NoProposal::NoPage(words::judging_failed())),
        Outcome::Failed(failure) => Err(NoProposal::NoPage(words::failed_look(failure.kind, failure.stage))),
    }
}

/// What a front page's answer proposes.
fn read(typed: &Url, answer: &Answer) -> Proposed {
    let text = decode(&answer.body, &answer.headers).text;
    let title = extract(&text, &answer.url, &[]).title;
    let named = alternates(&text, &answer.url);
    let mut homepage = answer.url.clone();
    // The configuration takes no address with one.
    homepage.set_fragment(None);
    let mut outlet = propose_outlet(homepage.clone(), &title);
    outlet.homepages.extend(named.front_pages(&homepage));

    let mut facts = Vec::new();
    if !same_site(typed, &homepage) {
        facts.push(add::elsewhere(homepage.host_str().unwrap_or_default()));
    }
    let insisted = answer.headers.get("strict-transport-security").is_some();
    facts.push(add::transport(homepage.scheme() == "https", insisted));
    facts.extend(answer.headers.get("server").filter(|server| !server.trim().is_empty()).map(add::server));
    facts.extend(named.generator.as_deref().map(add::generator));
    Proposed {
        outlet,
        title,
        facts,
        generator: named.generator,
        from: answer.from,
        declared: named.feeds,
        feed_watched: false,
    }
}

/// Looks for the outlet's feed: the first of those that the page names that answers as one, else a sitemap that
/// `robots.txt` names; a list of sitemaps only where nothing else names stories. At most six requests, half a second apart; the first "too many requests" (RFC 6585, 4) ends it.
pub async fn find_feed(fetch: &Arc<dyn Fetch>, clock: &Arc<dyn Clock>, proposed: &mut Proposed, timeout: Duration) {
    let Some(home) = proposed.outlet.homepages.first().cloned() else { return };
    let mut candidates: Vec<Url> = proposed.declared.iter().take(DECLARED).cloned().collect();
    let mut robots_unread = true;
    let mut list = None;
    let found = loop {
        if candidates.is_empty() && robots_unread {
            robots_unread = false;
            let Ok(robots) = home.join("/robots.txt") else { break None };
            match asked(fetch, clock, robots, &home, proposed.from, timeout).await {
                Some(answer) if answer.status == 429 => break None,
                Some(answer) if answer.status == 200 => {
                    let text = decode(&answer.body, &answer.headers).text;
                    candidates =
                        sitemaps(&text).into_iter().filter(|url| same_site(url, &home)).take(SITEMAPS).collect();
                }
                _ => {}
            }
        }
        if candidates.is_empty() {
            break None;
        }
        let candidate = candidates.remove(0);
        match asked(fetch, clock, candidate.clone(), &home, proposed.from, timeout).await {
            Some(answer) if answer.status == 429 => break None,
            Some(answer) => match hands::done(move || feed_in(&answer)).await.ok().flatten() {
                Some(feed @ Feed::Stories(_)) => break Some((candidate, feed)),
                Some(feed @ Feed::Sitemaps(_)) => list = list.or(Some((candidate, feed))),
                None => {}
            },
            None => {}
        }
    };
    if let Some((url, feed)) = found.or(list) {
        proposed.outlet.feed = Some(url);
        proposed.facts.push(add::feed(Some(feed)));
    }
}

/// Adds what the certificate and the names of the front page's host say: one handshake, and questions to the resolvers.
pub async fn tell_of_host(fetch: &Arc<dyn Fetch>, proposed: &mut Proposed, timeout: Duration) {
    let Some(home) = proposed.outlet.homepages.first() else { return };
    let of_host = |watch: &Watch| watch.url.host() == home.host();
    let config = Config { outlets: vec![proposed.outlet.clone()], ..Config::default() };
    let watches: Vec<Watch> = config.watches().into_iter().filter(of_host).collect();
    for kind in [WatchKind::Tls, WatchKind::Dns] {
        let Some(watch) = watches.iter().find(|watch| watch.kind == kind).cloned() else { continue };
        let what = What::of(&watch);
        let order = Order { url: watch.url, freshness: Freshness::Full, timeout, what, reach: proposed.from };
        let Outcome::Answered(answer) = fetch.look(order).await.outcome else { continue };
        let text = String::from_utf8_lossy(&answer.body);
        proposed.facts.extend(match kind {
            WatchKind::Tls => Chain::read(&text).map(|chain| {
                let believed = chain.leaf.as_ref().filter(|_| chain.trust == Trust::Trusted);
                add::certificate(believed.map(|leaf| (leaf.issuer.as_str(), leaf.until)))
            }),
            _ => Names::read(&text).and_then(|names| add::names(&names)),
        });
    }
}

/// Asks for what a page names, after a pause: never in a private network, unless on the page's own site.
async fn asked(
    fetch: &Arc<dyn Fetch>,
    clock: &Arc<dyn Clock>,
    url: Url,
    home: &Url,
    from: Reach,
    timeout: Duration,
) -> Option<Answer> {
    // Another site is asked as everybody can reach it, wherever this one is.
    let reach = parts::reach(&url, home, from).filter(|reach| *reach == Reach::Public || same_site(&url, home))?;
    clock.sleep(PAUSE).await;
    let order = Order { url, freshness: Freshness::Full, timeout, what: What::Page, reach };
    match fetch.look_at_part(order, FEED).await.outcome {
        Outcome::Answered(answer) => Some(answer),
        Outcome::Unchanged { .. } | Outcome::Failed(_) => None,
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
