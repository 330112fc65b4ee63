//! Front pages and section pages.

use std::sync::Arc;

use super::{footer, head, hour};
use crate::attack::Face;
use crate::load::Slot;
use crate::publish::{Desk, Story};
use crate::roster::Identity;
use crate::template::Template;

/// How many stories stand at the top, beside each other, under the first one.
const TOP: usize = 4;
/// Of how many stories the most read are named.
const READ_OF: usize = 40;
/// How many are named.
const MOST_READ: usize = 5;
/// Which story's card an intruder's script stands in.
const MARKED_CARD: usize = 2;

/// A front page: its outlet, the outlet's origin, what the desk published, and how it looks.
pub(crate) struct Front<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) base: &'a str,
    pub(crate) desk: &'a Desk,
    pub(crate) face: &'a Face,
}

impl Front<'_> {
    /// The page, to be filled on each load.
    pub(crate) fn draw(&self) -> Template {
        let mut page = Template::default();
        if let Some(document) = &self.face.document {
            page.text(document);
            return page;
        }
        self.head(&mut page, "/", &self.face.title);
        if !self.face.wiped {
            self.top(&mut page);
            page.text("<div class=\"columns\">\n");
            if self.identity.style.sidebar_first {
                self.sidebar(&mut page);
                self.sections(&mut page);
            } else {
                self.sections(&mut page);
                self.sidebar(&mut page);
            }
            page.text("</div>\n");
            self.newsletter(&mut page);
        }
        page.text(&footer(self.identity));
        page
    }

    /// The page of one section.
    pub(crate) fn draw_section(&self, section: usize) -> Template {
        let (identity, mut page) = (self.identity, Template::default());
        let listed = identity.lexicon.sections[section];
        self.head(&mut page, &format!("/{}/", listed.slug), &format!("{} — {}", listed.name, identity.name));
        page.text(&format!("<main>\n<h1>{}</h1>\n", listed.name));
        for (i, story) in self.desk.stories.iter().enumerate().filter(|(_, story)| story.section == section) {
            page.text(&self.card(i, story, "h2"));
        }
        page.text("</main>\n").text(&footer(identity));
        page
    }

    /// The address of a story's page, as the front page names it.
    fn href(&self, story: &Story) -> String {
        format!("{}{}", self.face.origin, story.path(self.identity.lexicon))
    }

    fn headline<'a>(&'a self, story: &'a Story) -> &'a str {
        self.face.headline.as_deref().unwrap_or(&story.headline)
    }

    /// The head, and the body as far as the masthead.
    fn head(&self, page: &mut Template, path: &str, title: &str) {
        let Identity { name, lexicon, style, .. } = self.identity;
        let (p, ui, analytics) = (style.prefix, &lexicon.ui, &style.analytics);
        page.text(&head(self.identity, self.base, path, title));
        page.text("<meta name=\"csrf-token\" content=\"")
            .slot(Slot::Token)
            .text("\">\n<script nonce=\"")
            .slot(Slot::Nonce);
        page.text(&format!(
            "\">window.dataLayer=window.dataLayer||[];function gtag(){{dataLayer.push(arguments)}}gtag('js',new Date());gtag('config','{analytics}');</script>\n\
             <script nonce=\""
        ));
        page.slot(Slot::Nonce)
            .text("\">window.__page={request:\"")
            .slot(Slot::RequestId)
            .text("\",at:\"")
            .slot(Slot::Clock);
        page.text(&format!("\",edition:{}}};</script>\n", self.desk.number));
        page.text(&self.face.head);
        let breaking = if self.desk.breaking { " is-breaking" } else { "" };
        page.text(&format!("</head>\n<body class=\"{p}-page{breaking}\">\n{}", self.face.body));
        let logo = self.face.logo;
        page.text(&format!(
            "<header class=\"{p}-masthead\"><a class=\"{p}-logo\" href=\"/\"><img src=\"{logo}\" width=\"160\" height=\"40\" alt=\"{name}\"></a>\
             <time class=\"{p}-clock\">"
        ));
        let nav = lexicon
            .sections
            .iter()
            .map(|section| format!("<li><a href=\"/{}/\">{}</a></li>", section.slug, section.name))
            .collect::<Vec<_>>()
            .concat();
        page.slot(Slot::Clock).text(&format!(
            "</time><form class=\"{p}-search\" action=\"/search\"><input type=\"search\" name=\"q\" placeholder=\"{}\"></form>\
             <nav class=\"{p}-nav\"><ul><li><a href=\"/\">{}</a></li>{nav}</ul></nav></header>\n",
            ui.search, ui.home
        ));
    }

    /// Breaking news, the first story, and those beside it.
    fn top(&self, page: &mut Template) {
        let Identity { lexicon, style, .. } = self.identity;
        let (p, desk) = (style.prefix, self.desk);
        let Some(first) = desk.stories.front() else {
            return;
        };
        if desk.breaking {
            let (href, headline) = (self.href(first), self.headline(first));
            page.text(&format!(
                "<div class=\"{p}-breaking\" role=\"alert\"><strong>{}</strong> <a href=\"{href}\">{headline}</a></div>\n",
                lexicon.ui.breaking
            ));
        }
        page.slot(Slot::Ad(0));
        let size = if desk.breaking { "hero hero--wide" } else { "hero" };
        let (href, headline, at) = (self.href(first), self.headline(first), hour(first.at));
        page.text(&format!(
            "<section class=\"{p}-top\">\n<article class=\"{p}-{size}\"><a href=\"{href}\"><img src=\"/img/{}.png\" width=\"120\" height=\"80\" alt=\"\">\
             <h1>{headline}</h1></a><p>{}</p><time datetime=\"{}\">{at}</time></article>\n",
            first.picture, first.lead, first.at
        ));
        for (i, story) in desk.stories.iter().enumerate().skip(1).take(TOP) {
            page.text(&self.card(i, story, "h2"));
        }
        page.text("</section>\n");
    }

    fn sections(&self, page: &mut Template) {
        let Identity { lexicon, style, .. } = self.identity;
        let count = lexicon.sections.len();
        page.text("<main>\n");
        for turn in 0..count {
            let index = (turn + style.first_section) % count;
            let section = lexicon.sections[index];
            let (p, slug, name) = (style.prefix, section.slug, section.name);
            page.text(&format!(
                "<section class=\"{p}-section\" id=\"{slug}\">\n<h2><a href=\"/{slug}/\">{name}</a></h2>\n"
            ));
            let listed = self.desk.stories.iter().enumerate().skip(1 + TOP);
            for (i, story) in listed.filter(|(_, story)| story.section == index) {
                page.text(&self.card(i, story, "h3"));
            }
            page.text("</section>\n");
            if turn % 3 == 1 {
                page.slot(Slot::Ad(1 + turn as u8));
            }
        }
        page.text("</main>\n");
    }

    fn card(&self, i: usize, story: &Story, heading: &str) -> String {
        let Identity { lexicon, style, .. } = self.identity;
        let (p, href, headline) = (style.prefix, self.href(story), self.headline(story));
        let picture =
            format!("<img src=\"/img/{}.png\" width=\"120\" height=\"80\" loading=\"lazy\" alt=\"\">", story.picture);
        let title = format!("<{heading} class=\"{p}-card__title\">{headline}</{heading}>");
        let link = if style.picture_first { picture + &title } else { title + &picture };
        let (lead, at, section) = (&story.lead, story.at, lexicon.sections[story.section].name);
        let extra = if i == MARKED_CARD { self.face.card.as_str() } else { "" };
        format!(
            "<article class=\"{p}-card\" data-id=\"{}\"><a class=\"{p}-card__link\" href=\"{href}\">{link}</a><p class=\"{p}-card__lead\">{lead}</p>\
             <footer><span>{section}</span> <time datetime=\"{at}\">{}</time></footer>{extra}</article>\n",
            story.id,
            hour(at)
        )
    }

    /// The most read, the weather, and an advertisement.
    fn sidebar(&self, page: &mut Template) {
        let Identity { lexicon, style, .. } = self.identity;
        let (p, ui) = (style.prefix, &lexicon.ui);
        let mut read: Vec<&Arc<Story>> = self.desk.stories.iter().take(READ_OF).collect();
        read.sort_by_key(|story| std::cmp::Reverse(story.reads));
        page.text(&format!("<aside class=\"{p}-side\">\n<section><h2>{}</h2><ol>\n", ui.most_read));
        for story in read.into_iter().take(MOST_READ) {
            let (href, headline) = (self.href(story), self.headline(story));
            page.text(&format!("<li><a href=\"{href}\">{headline}</a> <small>"));
            page.slot(Slot::Views(story.reads)).text(&format!(" {}</small></li>\n", ui.views));
        }
        let sky = ui.skies[self.desk.number as usize / 3 % ui.skies.len()];
        page.text(&format!("</ol></section>\n<section id=\"weather\"><h2>{}</h2><p>", ui.weather)).slot(Slot::Degrees);
        page.text(&format!(" °C, {sky}</p><p>{} ", ui.updated)).slot(Slot::Clock);
        page.text(&format!("</p></section>\n<section><h2>{}</h2>", ui.advertising)).slot(Slot::Ad(9));
        page.text("</section>\n</aside>\n");
    }

    fn newsletter(&self, page: &mut Template) {
        let Identity { lexicon, style, .. } = self.identity;
        let (p, ui) = (style.prefix, &lexicon.ui);
        page.text(&format!(
            "<section class=\"{p}-letter\"><h2>{}</h2><form method=\"post\" action=\"/newsletter\"><input type=\"hidden\" name=\"_token\" value=\"",
            ui.newsletter
        ));
        page.slot(Slot::Token).text(&format!(
            "\"><input type=\"email\" name=\"email\" placeholder=\"{}\" required><button>{}</button></form></section>\n",
            ui.email, ui.subscribe
        ));
    }
}
