//! OPML 2.0: feeds in outlines, which may stand in outlines that name their group. No entity is expanded but XML's own five.

use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Line, Listed, NAME, Refused, Why};
use crate::config::Outlet;

/// The deepest that outlines stand in each other.
const DEEPEST: usize = 50;

pub(super) fn read(text: &str) -> Listed {
    let mut listed = Listed::default();
    let mut reader = Reader::from_str(text);
    // The groups that are open; empty for an outline that is none.
    let mut groups: Vec<String> = Vec::new();
    let (mut lines, mut counted) = (1, 0);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        let passed = text.get(counted..at).unwrap_or_default();
        lines += u32::try_from(passed.matches('\n').count()).unwrap_or(u32::MAX);
        counted = at;
        let broken = |what: &str| Refused::of(lines, what, Why::Broken);
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.name().as_ref() == "outline" => {
                if groups.len() >= DEEPEST {
                    listed.refused.push(broken("outline"));
                    return listed;
                }
                let named = outline(&tag, lines, &groups, &mut listed);
                groups.push(named);
            }
            Ok(Event::Empty(tag)) if tag.name().as_ref() == "outline" => {
                drop(outline(&tag, lines, &groups, &mut listed));
            }
            Ok(Event::End(tag)) if tag.name().as_ref() == "outline" => drop(groups.pop()),
            Ok(Event::Eof) => return listed,
            Ok(_) => {}
            Err(error) => {
                listed.refused.push(broken(&error.to_string()));
                return listed;
            }
        }
    }
}

/// Takes what an outline names. Returns the group that it is for the outlines in it.
fn outline(tag: &BytesStart<'_>, line: u32, groups: &[String], listed: &mut Listed) -> String {
    let read = |key: &str| {
        let found = tag.attributes().with_checks(false).flatten().find(|it| it.key.as_ref().eq_ignore_ascii_case(key));
        let text = found.map(|it| it.value.into_owned()).unwrap_or_default();
        // What is no entity of XML's own stays as it is written, and is then no address.
        match quick_xml::escape::unescape(&text) {
            Ok(plain) => plain.into_owned(),
            Err(_) => text,
        }
    };
    let (title, text) = (read("title"), read("text"));
    let name = if title.trim().is_empty() { text } else { title };
    let (page, feed) = (read("htmlUrl"), read("xmlUrl"));
    if page.trim().is_empty() && feed.trim().is_empty() {
        // Every outlet in it has it: what nobody takes of it would be copied as often.
        return crate::text::inert(&name, NAME);
    }
    let group = groups.iter().rev().find(|group| !group.trim().is_empty()).cloned().unwrap_or_default();
    let what = if feed.trim().is_empty() { page.clone() } else { feed.clone() };
    listed.take(line, &Line { name, group, homepages: vec![page], feed }, &what);
    String::new()
}

pub(super) fn write(outlets: &[Outlet]) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>Frontwatch</title>\n  </head>\n  <body>\n".to_owned();
    let mut groups: Vec<Option<&str>> = Vec::new();
    for outlet in outlets {
        if !groups.contains(&outlet.group.as_deref()) {
            groups.push(outlet.group.as_deref());
        }
    }
    for group in groups {
        if let Some(group) = group {
            line(&mut text, "    ", &format!("<outline text=\"{}\">", quoted(group)));
        }
        let indent = if group.is_some() { "      " } else { "    " };
        for outlet in outlets.iter().filter(|outlet| outlet.group.as_deref() == group) {
            let page = outlet.homepages.first().map(url::Url::as_str).unwrap_or_default();
            let feed = outlet.feed.as_ref().map(|feed| format!(" xmlUrl=\"{}\"", quoted(feed.as_str())));
            let kind = if feed.is_some() { "rss" } else { "link" };
            let (name, page, feed) = (quoted(&outlet.name), quoted(page), feed.unwrap_or_default());
            line(&mut text, indent, &format!("<outline type=\"{kind}\" text=\"{name}\" htmlUrl=\"{page}\"{feed}/>"));
        }
        if group.is_some() {
            line(&mut text, "    ", "</outline>");
        }
    }
    text.push_str("  </body>\n</opml>\n");
    text
}

fn line(text: &mut String, indent: &str, written: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{indent}{written}");
}

fn quoted(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_groups_name_is_cut_before_each_outlet_in_it_has_it() {
        let written = format!("outline text=\"{}\"", "G".repeat(1 << 20));
        let named = outline(&BytesStart::from_content(written, "outline".len()), 1, &[], &mut Listed::default());
        assert!(named.starts_with("GG") && named.chars().count() <= NAME, "{} characters", named.chars().count());
    }
}
