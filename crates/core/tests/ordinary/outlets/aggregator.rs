//! A page of links to others: most lead elsewhere, and new hosts come every hour.

use super::{Identity, Moment, Parts};
use crate::dress::Dress;

/// The same links after a redesign.
pub(crate) fn draw_new(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, .. } = identity;
    let nav: String = identity
        .sections(dress)
        .iter()
        .map(|(slug, name)| format!("<li><a href=\"/konu/{slug}\">{name}</a></li>"))
        .collect();
    let tiles: String = Identity::on_page(moment, dress)
        .map(|at| {
            let story = moment.newest - at;
            let host = host(story);
            let headline = identity.headline(moment, dress, at);
            format!("<div class=\"tile\"><a class=\"tile-link\" href=\"https://{host}/h/{story}\"><h3>{headline}</h3></a><span>{host}</span></div>")
        })
        .collect();
    Parts {
        root: String::new(),
        head: format!(
            "{}<link rel=\"stylesheet\" href=\"/v2/app.css\"><script src=\"/v2/app.js\" defer></script>",
            identity.head(moment, dress)
        ),
        body: " class=\"v2\"".to_owned(),
        masthead: format!(
            "<div class=\"bar\"><a class=\"brand\" href=\"/\"><img class=\"logo\" src=\"{}\" alt=\"{name}\"></a>{}<ul class=\"topics\">{nav}</ul></div>",
            Identity::logo(dress),
            dress.masthead
        ),
        main: format!("<div class=\"board\">{}{tiles}{}{}</div>", dress.lead, dress.among, dress.aside),
        footer: format!(
            "<div class=\"end\"><a href=\"/hakkinda\">{}</a> {name} 2016{}</div>",
            tongue.about, dress.foot
        ),
    }
}

/// Whose page a story is on: a handful of large papers, and now and then somebody's own page.
fn host(story: usize) -> String {
    match story % 5 {
        0 => format!("blog{}.example", story / 5),
        turn => format!("paper{}.example", turn + story % 3),
    }
}

pub(crate) fn draw(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, .. } = identity;
    let nav: String =
        identity.sections(dress).iter().map(|(slug, name)| format!("<a href=\"/konu/{slug}\">{name}</a> | ")).collect();
    let mut rows = String::new();
    for at in Identity::on_page(moment, dress) {
        let story = moment.newest - at;
        let host = host(story);
        if at == 3 {
            rows += &dress.among;
        }
        let class = if dress.variant { "row two-lines" } else { "row" };
        rows += &format!(
            "<li class=\"{class}\" id=\"r{story}\"><span class=\"rank\">{}</span> <a class=\"out\" href=\"https://{host}/h/{story}\">{}</a> <small class=\"host\">{host}</small>\
             <div class=\"meta\">{} · <a href=\"/yorum/{story}\">{} yorum</a></div></li>",
            at + 1,
            identity.headline(moment, dress, at),
            moment.clock(),
            moment.chance(story, 200)
        );
    }
    Parts {
        root: String::new(),
        head: format!(
            "{}<link rel=\"stylesheet\" href=\"/t.css\"><script src=\"/t.js\" defer></script>",
            identity.head(moment, dress)
        ),
        body: " class=\"liste\"".to_owned(),
        masthead: format!(
            "<header id=\"ust\"><a class=\"logo\" href=\"/\"><img src=\"{}\" width=\"40\" height=\"40\" alt=\"{name}\"></a> <b>{name}</b>{} <nav>{nav}<a href=\"/giris\">Giriş</a></nav></header>",
            Identity::logo(dress),
            dress.masthead
        ),
        main: format!(
            "<main>{}<h1>{}</h1><ol class=\"rows\">{rows}</ol>{}<a class=\"more\" href=\"/?s=2\">Sonraki</a></main>",
            dress.lead, tongue.sections[2].1, dress.aside
        ),
        footer: format!(
            "<footer><a href=\"/hakkinda\">{}</a> <a href=\"/kurallar\">Kurallar</a> {name} 2016{}</footer>",
            tongue.about, dress.foot
        ),
    }
}
