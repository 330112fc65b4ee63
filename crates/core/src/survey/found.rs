//! What an answer shows, beside what the site says of a page that does not exist.

use memchr::memmem;
use serde_json::Value;
use url::Url;

use super::Place;
use crate::extract::alternates::same_site;
use crate::extract::{decode, extract, extract_feed};
use crate::observation::Answer;
use crate::watch::Expect;

/// How far into a document its root element stands at most, bytes: a declaration, a comment and a style sheet go before.
const ROOT: usize = 4_096;

/// What an answer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A page that asks for a password.
    Login,
    /// A place that is there and refuses.
    Denied,
    /// A list of users that anybody can read.
    Users,
}

impl Shown {
    /// What a watch on it expects.
    pub fn expect(self) -> Expect {
        match self {
            Self::Login => Expect::Login,
            Self::Denied => Expect::Denied,
            Self::Users => Expect::Json,
        }
    }

    /// What may not change there: JSON pointers.
    pub fn values(self) -> Vec<String> {
        match self {
            Self::Users => ["/*/id", "/*/slug"].map(str::to_owned).to_vec(),
            Self::Login | Self::Denied => Vec::new(),
        }
    }
}

/// What `answer` shows of `place`; `nothing` is the answer of a page known not to exist, `home` the homepage. `None` where
/// it shows nothing, and where it is what the site says to everything.
pub fn shown(place: Place, answer: &Answer, nothing: &Answer, home: &Url) -> Option<Shown> {
    let said_to_everything = answer.status == nothing.status && answer.digest == nothing.digest;
    if said_to_everything || !same_site(&answer.url, home) || answer.url == *home || answer.url == nothing.url {
        return None;
    }
    match answer.status {
        401 | 403 => matches!(nothing.status, 404 | 410).then_some(Shown::Denied),
        200 if place.users => is_list_of_users(answer).then_some(Shown::Users),
        200 => asks_for_a_password(answer, nothing).then_some(Shown::Login),
        _ => None,
    }
}

/// A page that asks for a password, as the page that does not exist does not, or is not there at all.
fn asks_for_a_password(answer: &Answer, nothing: &Answer) -> bool {
    let asks =
        |answer: &Answer| extract(&decode(&answer.body, &answer.headers).text, &answer.url, &[]).counts.passwords > 0;
    asks(answer) && (nothing.status != 200 || !asks(nothing))
}

fn is_list_of_users(answer: &Answer) -> bool {
    let Ok(Value::Array(users)) = serde_json::from_slice(&answer.body) else { return false };
    !users.is_empty() && users.iter().all(|user| user.get("id").is_some() && user.get("slug").is_some())
}

/// What a feed names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// So many stories: RSS, Atom, JSON Feed or a sitemap of pages.
    Stories(usize),
    /// So many sitemaps, each with stories of its own.
    Sitemaps(usize),
}

/// What the feed in an answer names; none where the answer is no feed at all.
pub fn feed_in(answer: &Answer) -> Option<Feed> {
    if answer.status != 200 {
        return None;
    }
    let text = decode(&answer.body, &answer.headers).text;
    let text = text.trim_start();
    let head = &text.as_bytes()[..text.len().min(ROOT)];
    let has = |root: &str| memmem::find(head, root.as_bytes()).is_some();
    let addresses = || memmem::find_iter(text.as_bytes(), "<loc>").count();
    if text.starts_with('{') {
        let Ok(Value::Object(feed)) = serde_json::from_str(text) else { return None };
        let version = feed.get("version").and_then(Value::as_str)?;
        return version
            .starts_with("https://jsonfeed.org/version/")
            .then(|| Feed::Stories(feed.get("items").and_then(Value::as_array).map_or(0, Vec::len)));
    }
    if !text.starts_with('<') || memmem::find(&head.to_ascii_lowercase(), b"<html").is_some() {
        None
    } else if has("<rss") || has("<feed") || has("<rdf:RDF") {
        Some(Feed::Stories(extract_feed(text, &answer.url).items.len()))
    } else if has("<urlset") {
        Some(Feed::Stories(addresses()))
    } else if has("<sitemapindex") {
        Some(Feed::Sitemaps(addresses()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::System;
    use super::*;
    use crate::digest::Digest;
    use crate::observation::Headers;
    use crate::parts::Reach;

    fn answer(url: &str, status: u16, body: &str) -> Answer {
        Answer {
            url: Url::parse(url).unwrap(),
            from: Reach::Public,
            status,
            headers: Headers::default(),
            body: body.to_owned().into(),
            digest: Digest::of(body.as_bytes()),
            wire_bytes: body.len() as u64,
        }
    }

    const LOGIN: &str = "<html><form><input name=u><input type=password name=p></form></html>";

    #[test]
    fn a_place_is_found_by_what_sets_it_apart_from_nothing() {
        let page = Place { path: "/wp-login.php", system: Some(System::WordPress), users: false };
        let list = Place { users: true, ..page };
        let here = "https://report.example/wp-login.php";
        let gone = || answer("https://report.example/none", 404, "<html>no such page</html>");
        let soft = |body: &str| answer("https://report.example/none", 200, body);
        let users = r#"[{"id":1,"slug":"editor"},{"id":2,"slug":"desk"}]"#;
        let table = [
            (page, answer(here, 200, LOGIN), gone(), Some(Shown::Login)),
            (page, answer("https://login.report.example/", 200, LOGIN), gone(), Some(Shown::Login)),
            (page, answer(here, 200, LOGIN), soft("<html>we looked everywhere</html>"), Some(Shown::Login)),
            // Its page of what does not exist has a login of readers in its head, and is no page of 200.
            (page, answer(here, 200, LOGIN), answer("https://report.example/none", 404, LOGIN), Some(Shown::Login)),
            (page, answer(here, 403, "no"), gone(), Some(Shown::Denied)),
            (page, answer(here, 401, "no"), gone(), Some(Shown::Denied)),
            (list, answer(here, 200, users), gone(), Some(Shown::Users)),
            (list, answer(here, 401, "{}"), gone(), Some(Shown::Denied)),
            // The same to everything, though each time with another number in it.
            (page, answer(here, 200, LOGIN), soft(LOGIN), None),
            (page, answer(here, 200, LOGIN), soft(&format!("{LOGIN}<!-- 7 -->")), None),
            (page, answer(here, 403, "no"), answer("https://report.example/none", 403, "no!"), None),
            (page, answer(here, 403, "no"), soft("<html>"), None),
            (page, answer("https://report.example/", 200, LOGIN), gone(), None),
            (page, answer("https://accounts.elsewhere.example/", 200, LOGIN), gone(), None),
            (page, answer(here, 200, "<html>welcome"), gone(), None),
            (page, answer(here, 404, LOGIN), gone(), None),
            (page, answer(here, 500, LOGIN), gone(), None),
            (list, answer(here, 200, LOGIN), gone(), None),
            (list, answer(here, 200, "[]"), gone(), None),
            (list, answer(here, 200, r#"[{"id":1}]"#), gone(), None),
            (list, answer(here, 200, "[[[["), gone(), None),
        ];
        let home = Url::parse("https://report.example/").unwrap();
        for (place, answer, nothing, expected) in table {
            assert_eq!(shown(place, &answer, &nothing, &home), expected, "{answer:?} beside {nothing:?}");
        }
    }

    #[test]
    fn a_feed_is_known_by_its_root() {
        for (status, body, feed) in [
            (
                200,
                "<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>",
                Some(Feed::Stories(1)),
            ),
            (200, " <feed><entry><id>1</id></entry><entry><id>2</id></entry></feed>", Some(Feed::Stories(2))),
            (200, r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"}]}"#, Some(Feed::Stories(1))),
            (200, "<urlset><url><loc>https://report.example/1</loc></url></urlset>", Some(Feed::Stories(1))),
            (200, "<rss><channel></channel></rss>", Some(Feed::Stories(0))),
            (
                200,
                "<sitemapindex><sitemap><loc>https://report.example/1.xml</loc></sitemap></sitemapindex>",
                Some(Feed::Sitemaps(1)),
            ),
            (200, "<!DOCTYPE html><html><body><rss><item>x</item></rss>", None),
            (200, "<HTML><feed>", None),
            (200, r#"{"version":"1","items":[]}"#, None),
            (200, "{", None),
            (200, "", None),
            (200, "rss <rss>", None),
            (200, "<html><sitemapindex>", None),
            (404, "<rss><channel></channel></rss>", None),
        ] {
            assert_eq!(feed_in(&answer("https://report.example/feed", status, body)), feed, "{body}");
        }
    }
}
