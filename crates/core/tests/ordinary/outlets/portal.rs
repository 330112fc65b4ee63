//! A dense portal: a ribbon of news by the minute, blocks by section, the most read, rates of exchange.

use super::{Identity, Moment, Parts};
use crate::dress::Dress;

pub(crate) fn draw(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, .. } = identity;
    let nav: String = identity
        .sections(dress)
        .iter()
        .map(|(slug, name)| format!("<a class=\"menu-link\" href=\"/{slug}/\">{name}</a>"))
        .collect();
    let on_page = Identity::on_page(moment, dress);
    let ribbon: String = on_page
        .clone()
        .take(on_page.len() / 2)
        .map(|at| {
            format!(
                "<li><span class=\"time\">{:02}:{:02}</span> <a href=\"/news/{}\">{}</a></li>",
                (moment.minutes / 60 + 24 - at / 3) % 24,
                (moment.newest - at) % 60,
                moment.newest - at,
                identity.headline(moment, dress, at)
            )
        })
        .collect();
    let mut blocks = String::new();
    for (turn, (slug, section)) in tongue.sections.iter().take(3).enumerate() {
        blocks += &format!("<section class=\"block block-{slug}\"><h2><a href=\"/{slug}/\">{section}</a></h2>");
        for at in on_page.clone().skip(on_page.len() / 2).filter(|at| at % 3 == turn) {
            let story = moment.newest - at;
            let class = if dress.variant { "item item-row" } else { "item" };
            blocks += &format!(
                "<div class=\"{class}\"><a href=\"/news/{story}\"><img class=\"pic\" data-src=\"/upload/{story}.jpg\" width=\"200\" height=\"130\" alt=\"\"><h3>{}</h3></a><p>{}</p></div>",
                identity.headline(moment, dress, at),
                identity.lead(story)
            );
        }
        blocks += "</section>";
        if turn == 0 {
            blocks += &dress.among;
        }
    }
    let read: String = (0..5)
        .map(|at| {
            let story = moment.newest / 20 * 20 - at * 3;
            format!(
                "<li><a href=\"/news/{story}\">{}</a> <i>{}</i></li>",
                identity.title(story),
                1000 + moment.look * 7 + at
            )
        })
        .collect();
    Parts {
        root: String::new(),
        head: format!(
            "{}<link rel=\"stylesheet\" href=\"/assets/portal.css?{}\"><script src=\"/assets/portal.js?{}\"></script>\
             <script>(function(m,e,t,r,i){{m[i]=m[i]||function(){{(m[i].a=m[i].a||[]).push(arguments)}};r=e.createElement(t);r.async=1;r.src='https://mc.yandex.ru/metrika/tag.js';e.head.appendChild(r)}})(window,document,'script',0,'ym');ym(412345,'init',{{webvisor:true}})</script>",
            identity.head(moment, dress),
            moment.look / 40,
            moment.look / 40
        ),
        body: " class=\"portal\"".to_owned(),
        masthead: format!(
            "<div id=\"header\" class=\"header\"><a href=\"/\" class=\"logo\"><img src=\"{}\" alt=\"{name}\"></a>{}<div class=\"rates\"><b>USD</b> {}.{:02} <b>EUR</b> {}.{:02}</div>\
             <div class=\"clock\">{}</div><div class=\"menu\">{nav}</div></div>",
            Identity::logo(dress),
            dress.masthead,
            1 + moment.chance(1, 2),
            moment.chance(2, 100),
            1 + moment.chance(3, 2),
            moment.chance(4, 100),
            moment.clock()
        ),
        main: format!(
            "<div class=\"wrap\">{}<div class=\"ribbon\"><h2>{}</h2><ul>{ribbon}</ul></div><div class=\"blocks\">{blocks}</div><div class=\"side\"><h2>{}</h2><ol>{read}</ol>{}</div></div>",
            dress.lead, tongue.live, tongue.sections[6].1, dress.aside
        ),
        footer: format!(
            "<div id=\"footer\" class=\"footer\"><p>{name} &copy; 2011-2025</p><a href=\"/about/\">{}</a> <a href=\"/rss\">RSS</a> <a href=\"https://t.me/{}\">Telegram</a>{}<input type=\"hidden\" name=\"csrf\" value=\"{}\"></div>",
            tongue.about,
            identity.host,
            dress.foot,
            moment.token()
        ),
    }
}
