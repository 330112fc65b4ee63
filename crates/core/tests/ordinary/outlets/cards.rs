//! A page as frameworks make them: cards, class names with hashes, and the whole state once more as data in a script.

use super::{Identity, Moment, Parts};
use crate::dress::Dress;

pub(crate) fn draw(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, home, .. } = identity;
    let nav: String = identity
        .sections(dress)
        .iter()
        .map(|(slug, name)| format!("<li class=\"Nav_item__k3Xq1\"><a href=\"/{slug}\">{name}</a></li>"))
        .collect();
    let mut cards = String::new();
    let mut data = Vec::new();
    for at in Identity::on_page(moment, dress) {
        let story = moment.newest - at;
        let headline = identity.headline(moment, dress, at);
        if at == 3 {
            cards += &dress.among;
        }
        let class = if dress.variant { "Tile_root__b81Za Tile_wide__Zx9" } else { "Card_root__a81Xz" };
        cards += &format!(
            "<article class=\"{class}\"><a href=\"/{}/{story}-story\"><picture><source srcset=\"/_img/{story}.webp 1x\" type=\"image/webp\"><img src=\"/_img/{story}.jpg\" width=\"320\" height=\"180\" alt=\"\" loading=\"lazy\"></picture>\
             <h3 class=\"Card_title__q0L\">{headline}</h3></a><p class=\"Card_lead__m2\">{}</p><time>{}</time></article>",
            tongue.sections[story % 7].0,
            identity.lead(story),
            moment.clock()
        );
        data.push(format!(
            "{{\"id\":{story},\"title\":\"{}\",\"image\":\"{home}_img/{story}.jpg\",\"reads\":{}}}",
            headline.replace('"', ""),
            moment.chance(story, 9000)
        ));
    }
    Parts {
        root: String::new(),
        head: format!(
            "{}<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"preload\" href=\"/_next/static/css/{}.css\" as=\"style\"><link rel=\"stylesheet\" href=\"/_next/static/css/{}.css\">\
             <script defer src=\"/_next/static/chunks/main-8f3ac1.js\"></script><script defer src=\"/_next/static/chunks/pages-0b1c2d.js\"></script>\
             <script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\"@type\":\"NewsMediaOrganization\",\"name\":\"{name}\",\"url\":\"{home}\"}}</script>",
            identity.head(moment, dress),
            "3fa1b2c4",
            "3fa1b2c4"
        ),
        body: String::new(),
        masthead: format!(
            "<div id=\"__next\"><header class=\"Masthead_root__p9\"><a class=\"Masthead_logo__z\" href=\"/\"><img src=\"{}\" alt=\"{name}\" width=\"220\" height=\"48\"></a>{}\
             <nav class=\"Nav_root__w\"><ul>{nav}</ul></nav><form class=\"Search_root__h\" action=\"/search\"><input name=\"q\"></form></header>",
            Identity::logo(dress),
            dress.masthead
        ),
        main: format!(
            "<main class=\"Front_root__t5\">{}<section class=\"Grid_root__v8\">{cards}</section>{}</main>",
            dress.lead, dress.aside
        ),
        footer: format!(
            "<footer class=\"Footer_root__c\"><p>{name}, {}.</p><a href=\"/about\">{}</a> <a href=\"/privacy\">Privacy</a> <a href=\"https://www.facebook.com/{}\">Facebook</a>{}</footer></div>\
             <script id=\"__NEXT_DATA__\" type=\"application/json\">{{\"props\":{{\"stories\":[{}],\"request\":\"{}\"}},\"page\":\"/\",\"buildId\":\"b7Qx2\"}}</script>",
            tongue.sections[1].1,
            tongue.about,
            identity.host,
            dress.foot,
            data.join(","),
            moment.token()
        ),
    }
}
