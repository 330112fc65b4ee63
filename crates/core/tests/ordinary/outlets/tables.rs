//! A page as they were made in the time of tables: no classes, fonts and colours in the markup, a counter at the end.

use super::{Identity, Moment, Parts};
use crate::dress::Dress;

pub(crate) fn draw(identity: &Identity, moment: &Moment, dress: &Dress) -> Parts {
    let Identity { name, tongue, .. } = identity;
    let nav: String = identity
        .sections(dress)
        .iter()
        .map(|(slug, name)| {
            format!("<TR><TD bgcolor=\"#eeeeee\"><A href=\"/{slug}.html\"><FONT size=2>{name}</FONT></A></TD></TR>")
        })
        .collect();
    let mut rows = String::new();
    for at in Identity::on_page(moment, dress) {
        let story = moment.newest - at;
        if at == 3 {
            rows += &format!("<TR><TD colspan=2>{}</TD></TR>", dress.among);
        }
        let cell = if dress.variant { "<TD valign=top align=right>" } else { "<TD valign=top>" };
        rows += &format!(
            "<TR>{cell}<IMG src=\"/photo/{story}.gif\" width=90 height=60 alt=\"\"></TD><TD><A href=\"/n{story}.html\"><B>{}</B></A><BR><FONT size=2>{}</FONT></TD></TR>\n",
            identity.headline(moment, dress, at),
            identity.lead(story)
        );
    }
    Parts {
        root: String::new(),
        head: format!(
            "{}<META name=keywords content=\"{name}\"><LINK rel=stylesheet href=\"/style.css\"><STYLE>A{{color:#003399}} .top{{font-size:12px}}</STYLE>",
            identity.head(moment, dress)
        ),
        body: " bgcolor=\"#ffffff\" text=\"#000000\" topmargin=0".to_owned(),
        masthead: format!(
            "<TABLE width=760 align=center><TR><TD><A href=\"/\"><IMG src=\"{}\" id=logo width=300 height=60 border=0 alt=\"{name}\"></A>{}</TD>\
             <TD align=right><FONT size=1>{} | USD {}.{:02} | +{}</FONT></TD></TR></TABLE>",
            Identity::logo(dress),
            dress.masthead,
            moment.clock(),
            88 + moment.chance(1, 3),
            moment.chance(2, 100),
            moment.chance(3, 15),
        ),
        main: format!(
            "<TABLE width=760 align=center><TR><TD width=160 valign=top><TABLE>{nav}</TABLE></TD><TD valign=top>{}<TABLE>{rows}</TABLE>{}</TD></TR></TABLE>",
            dress.lead, dress.aside
        ),
        footer: format!(
            "<HR><CENTER><FONT size=1>{name} &copy; 1998-2025. <A href=\"/about.html\">{}</A> <A href=\"mailto:desk@{}\">desk</A>{}</FONT>\
             <IMG src=\"https://mc.yandex.ru/watch/{}\" width=1 height=1><!-- {} --></CENTER>",
            tongue.about,
            identity.host,
            dress.foot,
            123_456 + moment.chance(4, 9),
            moment.token()
        ),
    }
}
