//! A page that lives from advertising: companies that take turns from look to look, frames, pixels and their scripts.

use super::{Identity, Moment, Parts};
use crate::dress::Dress;

const SELLERS: [(&str, &str); 6] = [
    ("https://securepubads.g.doubleclick.net/tag/js/gpt.js", "googletag"),
    ("https://cdn.taboola.com/libtrc/herald/loader.js", "_taboola"),
    ("https://widgets.outbrain.com/outbrain.js", "OBR"),
    ("https://static.criteo.net/js/ld/publishertag.js", "Criteo"),
    ("https://c.amazon-adsystem.com/aax2/apstag.js", "apstag"),
    ("https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js", "adsbygoogle"),
];

/// What stands in an advertising place at this look.
fn place(moment: &Moment, number: usize) -> String {
    let (script, object) = SELLERS[moment.chance(number, SELLERS.len())];
    match moment.chance(number + 40, 4) {
        0 => String::new(),
        1 => format!(
            "<div class=\"ad ad-{number}\" id=\"ad-{number}-{}\"><iframe src=\"https://tpc.googlesyndication.com/safeframe/{}\" width=\"300\" height=\"250\"></iframe></div>",
            moment.token(),
            moment.chance(number, 900)
        ),
        _ => format!(
            "<div class=\"ad ad-{number}\" id=\"ad-{number}-{}\"><script async src=\"{script}\"></script><script>(window.{object}=window.{object}||[]).push({{slot:'{number}',line:{}}})</script></div>",
            moment.token(),
            moment.chance(number, 99_999)
        ),
    }
}

pub(crate) fn draw(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, .. } = identity;
    let nav: String = identity
        .sections(dress)
        .iter()
        .map(|(slug, name)| format!("<li><a href=\"/{slug}\">{name}</a></li>"))
        .collect();
    let mut cards = String::new();
    for at in Identity::on_page(moment, dress) {
        let story = moment.newest - at;
        if at == 3 {
            cards += &dress.among;
        }
        if at % 6 == 2 {
            cards += &place(moment, at);
        }
        let class = if dress.variant { "teaser teaser--big" } else { "teaser" };
        cards += &format!(
            "<div class=\"{class}\"><a class=\"teaser__link\" href=\"/{}/{story}.html\"><img class=\"teaser__img\" src=\"https://img.{}/w300/{story}.jpg\" width=\"300\" height=\"169\" alt=\"{}\"><h2 class=\"teaser__title\">{}</h2></a></div>",
            tongue.sections[story % 7].0,
            identity.host,
            identity.title(story),
            identity.headline(moment, dress, at)
        );
    }
    Parts {
        root: String::new(),
        head: format!(
            "{}<link rel=\"stylesheet\" href=\"https://static.{}/css/all.min.css\"><script src=\"https://static.{}/js/all.min.js\"></script>\
             <script>var adUnits=[{{code:'top',mediaTypes:{{banner:{{sizes:[[970,250]]}}}},bids:[{{bidder:'rubicon',params:{{zone:{}}}}}]}}];var pbjs=pbjs||{{}};pbjs.que=pbjs.que||[];pbjs.que.push(function(){{pbjs.addAdUnits(adUnits)}});</script>\
             <script src=\"https://cdn.cookielaw.org/scripttemplates/otSDKStub.js\" data-domain-script=\"{}\"></script>",
            identity.head(moment, dress),
            identity.host,
            identity.host,
            moment.chance(7, 90_000),
            identity.account
        ),
        body: " class=\"front\"".to_owned(),
        masthead: format!(
            "<div class=\"board\">{}</div><header class=\"head\"><a class=\"head__logo\" href=\"/\"><img class=\"logo\" src=\"{}\" alt=\"{name}\" width=\"260\" height=\"52\"></a>{}<span class=\"head__date\">{}</span><nav class=\"head__nav\"><ul>{nav}</ul></nav></header>",
            place(moment, 0),
            Identity::logo(dress),
            dress.masthead,
            moment.clock()
        ),
        main: format!(
            "<div class=\"page\">{}<div class=\"teasers\">{cards}</div><aside class=\"rail\">{}{}{}</aside></div>",
            dress.lead,
            place(moment, 50),
            dress.aside,
            place(moment, 51)
        ),
        footer: format!(
            "<footer class=\"base\"><ul><li><a href=\"/about\">{}</a></li><li><a href=\"/privacy\">Privacy</a></li><li><a href=\"/advertise\">Advertise</a></li></ul><p>{name} Ltd</p>{}</footer><img src=\"https://sb.scorecardresearch.com/p?c={}\" width=\"1\" height=\"1\" alt=\"\">",
            tongue.about,
            dress.foot,
            moment.token()
        ),
    }
}
