//! The feed: RSS 2.0 of the newest stories.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use crate::publish::Story;
use crate::roster::Identity;

/// How many stories a feed names.
const ITEMS: usize = 30;

/// The feed of these stories, newest first.
pub(crate) fn draw(identity: &Identity, base: &str, stories: &[Arc<Story>]) -> String {
    let Identity { name, lexicon, .. } = identity;
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n<title>{name}</title>\n<link>{base}/</link>\n\
         <description>{}</description>\n<language>{}</language>\n\
         <atom:link href=\"{base}/feed.xml\" rel=\"self\" type=\"application/rss+xml\"/>\n",
        lexicon.ui.tagline, lexicon.tag
    );
    for story in stories.iter().take(ITEMS) {
        let (headline, path, lead, at) = (&story.headline, story.path(lexicon), &story.lead, date(story.at));
        // A string takes all that is written to it.
        let _ = writeln!(
            feed,
            "<item><title>{headline}</title><link>{base}{path}</link><guid isPermaLink=\"true\">{base}{path}</guid>\
             <pubDate>{at}</pubDate><description>{lead}</description></item>"
        );
    }
    feed + "</channel></rss>\n"
}

/// As RSS and HTTP write a date (RFC 9110, 5.6.7).
pub(crate) fn date(at: Timestamp) -> String {
    DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap_or_default()
}
