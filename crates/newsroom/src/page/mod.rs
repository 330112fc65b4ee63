//! The templates: a front page, sections, articles, a feed, the login page and what they load.
//!
//! A page is drawn into a [`Template`](crate::template::Template) with places that change on every load. Words and
//! names come from this crate alone and need no escaping, which a test of the words holds.

pub(crate) mod admin;
pub(crate) mod article;
pub(crate) mod assets;
pub(crate) mod feed;
pub(crate) mod front;

use jiff::Timestamp;

use crate::roster::Identity;

/// `HH:MM` of the outlet's clock.
fn hour(at: Timestamp) -> String {
    let second = at.as_second().rem_euclid(86_400);
    format!("{:02}:{:02}", second / 3600, second / 60 % 60)
}

/// What every page of an outlet has at the beginning of its head.
fn head(identity: &Identity, base: &str, path: &str, title: &str) -> String {
    let Identity { name, lexicon, style, .. } = identity;
    let (tag, dir, locale) = (lexicon.tag, lexicon.dir(), lexicon.locale);
    let (tagline, analytics) = (lexicon.ui.tagline, &style.analytics);
    format!(
        r#"<!DOCTYPE html>
<html lang="{tag}" dir="{dir}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{name}: {tagline}">
<link rel="canonical" href="{base}{path}">
<link rel="alternate" hreflang="{tag}" href="{base}{path}">
<link rel="alternate" hreflang="x-default" href="{base}{path}">
<link rel="alternate" type="application/rss+xml" title="{name}" href="{base}/feed.xml">
<link rel="icon" type="image/png" href="/img/icon.png">
<link rel="stylesheet" href="/style.css">
<meta property="og:site_name" content="{name}">
<meta property="og:title" content="{title}">
<meta property="og:type" content="website">
<meta property="og:url" content="{base}{path}">
<meta property="og:locale" content="{locale}">
<meta property="og:image" content="{base}/img/logo.png">
<script src="/app.js" defer></script>
<script async src="https://www.googletagmanager.com/gtag/js?id={analytics}"></script>
<script async src="https://static.chartbeat.com/js/chartbeat.js"></script>
"#
    )
}

/// What every page of an outlet ends with.
fn footer(identity: &Identity) -> String {
    let Identity { name, group, lexicon, style, .. } = identity;
    let p = style.prefix;
    let links = lexicon
        .ui
        .footer
        .iter()
        .zip(["about", "contact", "advertising", "privacy"])
        .map(|(text, slug)| format!("<a href=\"/page/{slug}\">{text}</a> "))
        .collect::<Vec<_>>()
        .concat();
    format!("<footer class=\"{p}-footer\"><p>© {name} · {group}</p><nav>{links}</nav></footer>\n</body>\n</html>\n")
}
