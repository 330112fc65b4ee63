//! A small local paper's page: a ready-made theme, few stories, days without a change.

use super::{Identity, Moment, Parts};
use crate::dress::Dress;

pub(crate) fn draw(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, home, .. } = identity;
    // One story a few hours: the clock of the others runs six times as fast.
    let newest = 1000 + (moment.newest - 1000) / 6;
    let moment = &Moment { newest, ..*moment };
    let nav: String = identity
        .sections(dress)
        .iter()
        .enumerate()
        .map(|(at, (slug, name))| {
            format!(
                "<li id=\"menu-item-{}\" class=\"menu-item menu-item-{}\"><a href=\"{home}{slug}/\">{name}</a></li>",
                20 + at,
                20 + at
            )
        })
        .collect();
    let mut posts = String::new();
    for at in Identity::on_page(moment, dress) {
        let story = moment.newest - at;
        if at == 3 {
            posts += &dress.among;
        }
        let class = if dress.variant { "post hentry two-columns" } else { "post hentry" };
        posts += &format!(
            "<article id=\"post-{story}\" class=\"post-{story} {class}\"><h2 class=\"entry-title\"><a href=\"{home}2025/{story}/\" rel=\"bookmark\">{}</a></h2>\
             <a href=\"{home}2025/{story}/\"><img class=\"wp-post-image\" src=\"{home}wp-content/uploads/2025/{story}-300x200.jpg\" width=\"300\" height=\"200\" alt=\"\"></a><div class=\"entry-summary\"><p>{}</p></div></article>",
            identity.headline(moment, dress, at),
            identity.lead(story)
        );
    }
    Parts {
        root: String::new(),
        head: format!(
            "{}<meta name=\"generator\" content=\"WordPress 6.5\"><link rel=\"stylesheet\" href=\"{home}wp-content/themes/journal/style.css?ver=6.5\"><script src=\"{home}wp-includes/js/jquery/jquery.min.js?ver=3.7\"></script>\
             <script>window._wpemojiSettings={{\"baseUrl\":\"{home}emoji/\",\"nonce\":\"{}\"}};</script>",
            identity.head(moment, dress),
            &moment.token()[..10]
        ),
        body: " class=\"home blog wp-custom-logo\"".to_owned(),
        masthead: format!(
            "<header id=\"masthead\" class=\"site-header\"><a href=\"{home}\" class=\"custom-logo-link\" rel=\"home\"><img class=\"custom-logo\" src=\"{}\" alt=\"{name}\" width=\"240\" height=\"80\"></a>{}\
             <p class=\"site-description\">{}</p><nav id=\"site-navigation\"><ul>{nav}</ul></nav></header>",
            Identity::logo(dress),
            dress.masthead,
            tongue.sections[0].1
        ),
        main: format!("<main id=\"main\" class=\"site-main\">{}{posts}{}</main>", dress.lead, dress.aside),
        footer: format!(
            "<footer id=\"colophon\"><p>{name}, 12 rue du Port. <a href=\"{home}contact/\">{}</a> <a href=\"{home}mentions/\">Mentions</a>{}</p></footer>",
            tongue.about, dress.foot
        ),
    }
}
