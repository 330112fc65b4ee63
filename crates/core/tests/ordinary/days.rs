//! Days on which a newsroom changes its own page: none is an attack.

use crate::dress::{Dress, Headlines};
use crate::outlets::Identity;

/// The most that may be said of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtMost {
    Normal,
    /// Said once: worth a line in the list.
    Suspect,
}

/// A special day.
pub(crate) struct Day {
    pub what: &'static str,
    pub at_most: AtMost,
    /// How the page is dressed at the `turn`th look of that day.
    pub dress: fn(&Identity, usize) -> Dress,
}

fn day(what: &'static str, at_most: AtMost, dress: fn(&Identity, usize) -> Dress) -> Day {
    Day { what, at_most, dress }
}

/// All of them.
pub(crate) fn all() -> Vec<Day> {
    let mut days = news();
    days.extend(looks());
    days.extend(business());
    days.extend(technology());
    days
}

/// What the news brings.
fn news() -> Vec<Day> {
    use AtMost::{Normal, Suspect};
    vec![
        day("breaking news above the masthead", Normal, |id, _| Dress {
            above: format!(
                "<div class=\"breaking\" role=\"alert\"><strong>{}</strong> <a href=\"/live/9001\">{}</a></div>",
                id.tongue.breaking,
                id.title(9001)
            ),
            ..Dress::default()
        }),
        day("election night", Suspect, |id, turn| {
            Dress {
            title: Some(format!("{}: {}", id.name, id.tongue.results)),
            head: "<link rel=\"stylesheet\" href=\"/css/election.css\"><script defer src=\"/js/election-night.js\"></script>\
                   <script async src=\"https://datawrapper.de/embed.js\"></script>"
                .to_owned(),
            lead: format!(
                "<section class=\"election\"><h2>{0}: {1}%</h2><table class=\"bars\"><tr><td>A</td><td>{2}</td></tr><tr><td>B</td><td>{3}</td></tr></table>\
                 <iframe src=\"https://datawrapper.de/_/x1/\" width=\"600\" height=\"400\"></iframe></section>",
                id.tongue.results,
                turn * 7,
                40 + turn,
                38 + turn
            ),
            ..Dress::default()
        }
        }),
        day("a live blog", Normal, |id, turn| {
            let entries: String = (0..=turn)
                .rev()
                .map(|entry| {
                    format!("<div class=\"entry\"><time>2{entry}:10</time><p>{}</p></div>", id.lead(7000 + entry))
                })
                .collect();
            Dress {
                head: "<meta http-equiv=\"refresh\" content=\"60\">".to_owned(),
                lead: format!(
                    "<section class=\"liveblog\"><h2><a href=\"/live/77\">{}: {}</a></h2>{entries}</section>",
                    id.tongue.live,
                    id.title(77)
                ),
                ..Dress::default()
            }
        }),
        day("a story about a hack", Normal, |id, _| Dress {
            headlines: Headlines::Some(vec![id.tongue.hacks[2].to_owned()]),
            ..Dress::default()
        }),
        day("a day full of stories about hacks", Normal, |id, _| Dress {
            headlines: Headlines::Some(id.tongue.hacks.iter().map(|&headline| headline.to_owned()).collect()),
            ..Dress::default()
        }),
        day("a day on which little happens", Suspect, |id, _| Dress { fewer: id.stories / 2, ..Dress::default() }),
        day("a correction above the stories", Suspect, |id, _| Dress {
            lead: format!("<p class=\"correction\">{}</p>", id.tongue.correction),
            ..Dress::default()
        }),
        day("a warning of the weather service, with a link", Normal, |id, _| Dress {
            above: format!("<div class=\"warning\"><a href=\"/weather/warning\">{}</a></div>", id.title(8123)),
            ..Dress::default()
        }),
    ]
}

/// How a page is dressed.
fn looks() -> Vec<Day> {
    use AtMost::{Normal, Suspect};
    vec![
        day("mourning in grey", Normal, |_, _| Dress {
            root: " style=\"filter:grayscale(100%)\"".to_owned(),
            head: "<style>html{-webkit-filter:grayscale(1);filter:grayscale(1)}</style>".to_owned(),
            ..Dress::default()
        }),
        day("mourning: a black logo and a candle", Suspect, |_, _| Dress {
            root: " style=\"filter:grayscale(100%)\"".to_owned(),
            logo: Some("/img/logo-black.svg".to_owned()),
            masthead: "<img class=\"candle\" src=\"/img/candle.png\" width=\"40\" height=\"60\" alt=\"\">".to_owned(),
            ..Dress::default()
        }),
        day("mourning: a candle and a word above the stories", Suspect, |id, _| Dress {
            root: " style=\"filter:grayscale(100%)\"".to_owned(),
            lead: format!(
                "<div class=\"mourning\" style=\"background:#000\"><img class=\"candle\" src=\"/img/candle.png\" width=\"40\" height=\"60\" alt=\"\"><p>{}</p></div>",
                id.tongue.mourning
            ),
            ..Dress::default()
        }),
        day("a ribbon of mourning in the corner", Suspect, |_, _| {
            Dress {
            above: "<img class=\"ribbon\" src=\"/img/ribbon.svg\" width=\"90\" height=\"90\" alt=\"\" style=\"position:absolute;top:0;right:0\">".to_owned(),
            ..Dress::default()
        }
        }),
        day("a festive logo", Suspect, |_, _| Dress {
            logo: Some("/img/logo-spring.svg".to_owned()),
            ..Dress::default()
        }),
        day("night mode", Normal, |_, _| Dress {
            root: " data-theme=\"dark\" class=\"dark\"".to_owned(),
            head: "<style>html,body{background:#111;color:#ddd}a{color:#9cf}</style>".to_owned(),
            ..Dress::default()
        }),
        day("an advertising skin", Suspect, |_, _| {
            Dress {
            body: " style=\"background:#023 url(/ads/skin-1600.jpg) center top no-repeat\"".to_owned(),
            tail: "<a class=\"skin skin-left\" href=\"https://ad.doubleclick.net/ddm/clk/55\" style=\"position:fixed;left:0;top:0;width:160px;height:100%\"></a>\
                   <a class=\"skin skin-right\" href=\"https://ad.doubleclick.net/ddm/clk/55\" style=\"position:fixed;right:0;top:0;width:160px;height:100%\"></a>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("two variants that are tried out", Suspect, |_, turn| Dress { variant: turn % 2 == 1, ..Dress::default() }),
        day("a new section in the navigation", Normal, |_, _| Dress {
            sections: vec![("elections".to_owned(), "2025".to_owned()), ("video".to_owned(), "Video".to_owned())],
            ..Dress::default()
        }),
        day("a redesign", Suspect, |_, _| Dress { redesigned: true, ..Dress::default() }),
        day("a muted video above the stories", Normal, |_, _| {
            Dress {
            lead: "<div class=\"hero\"><video autoplay muted loop playsinline src=\"/video/front.mp4\" poster=\"/video/front.jpg\"></video></div>".to_owned(),
            ..Dress::default()
        }
        }),
    ]
}

/// What pays for the page.
fn business() -> Vec<Day> {
    use AtMost::{Normal, Suspect};
    vec![
        day("a consent page of its own over everything", Suspect, |id, _| Dress {
            tail: format!(
                "<div id=\"consent\" class=\"consent\" style=\"position:fixed;inset:0;z-index:999;background:rgba(0,0,0,.6)\"><div role=\"dialog\"><h2>{0}</h2><p>{0}</p><button>{1}</button> <a href=\"/privacy\">?</a></div></div>",
                id.tongue.cookies, id.tongue.accept
            ),
            ..Dress::default()
        }),
        day("a consent page of a known company over everything", Suspect, |id, _| Dress {
            head: "<script async src=\"https://consent.cookiebot.com/uc.js\" data-cbid=\"7f0\"></script>".to_owned(),
            tail: format!(
                "<div id=\"CybotCookiebotDialog\" role=\"dialog\" style=\"position:fixed;top:0;left:0;width:100%;height:100%\"><p>{0}</p><button>{1}</button></div>",
                id.tongue.cookies, id.tongue.accept
            ),
            ..Dress::default()
        }),
        day("a banner of a known company above the masthead", Normal, |_, _| {
            Dress {
            above: "<div class=\"board\"><a href=\"https://ad.doubleclick.net/ddm/clk/9\"><img src=\"https://s0.2mdn.net/9/b.png\" width=\"970\" height=\"250\" alt=\"\"></a></div>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("a banner that the outlet sold itself", Suspect, |_, _| {
            Dress {
            above: "<div class=\"board\"><a href=\"https://bank.example/offer\"><img src=\"/ads/bank-970.png\" width=\"970\" height=\"250\" alt=\"\"></a></div>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("a notice on cookies, first in the body", Normal, |id, _| Dress {
            above: format!(
                "<div class=\"cookie-bar\" style=\"position:fixed;bottom:0;left:0;right:0\"><p>{}</p><button>{}</button></div>",
                id.tongue.cookies, id.tongue.accept
            ),
            ..Dress::default()
        }),
        day("a paywall over everything", Suspect, |id, _| Dress {
            tail: format!(
                "<div class=\"paywall\" style=\"position:fixed;inset:0;background:rgba(255,255,255,.9)\"><h2>{}</h2><button>{}</button> <a href=\"/subscribe\">?</a></div>",
                id.tongue.subscribe, id.tongue.accept
            ),
            ..Dress::default()
        }),
        day("a login in a closed drawer", Suspect, |_, _| {
            Dress {
            tail: "<div class=\"drawer\" hidden><form action=\"/login\" method=\"post\"><input name=\"user\"><input type=\"password\" name=\"pass\"><button>OK</button></form></div>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("a notice on cookies", Normal, |id, _| Dress {
            tail: format!(
                "<div class=\"cookie-bar\" style=\"position:fixed;bottom:0;left:0;right:0;z-index:99\"><p>{}</p><button>{}</button> <a href=\"/privacy\">?</a></div>",
                id.tongue.cookies, id.tongue.accept
            ),
            ..Dress::default()
        }),
        day("a consent page of a known company, put there by its script", Normal, |_, _| Dress {
            head: "<script async src=\"https://consent.cookiebot.com/uc.js\" data-cbid=\"7f0\"></script>".to_owned(),
            ..Dress::default()
        }),
        day("an invitation to subscribe at the foot of the view", Suspect, |id, _| Dress {
            tail: format!(
                "<div class=\"paywall\" style=\"position:fixed;bottom:0;left:0;width:100%;height:60%\"><h2>{}</h2><a href=\"/subscribe\">{}</a></div>",
                id.tongue.subscribe, id.tongue.accept
            ),
            ..Dress::default()
        }),
        day("a newsletter's form of a known mailing company", Normal, |id, _| Dress {
            aside: format!(
                "<div class=\"letter\"><h3>{}</h3><form action=\"https://outlet.us4.list-manage.com/subscribe/post\" method=\"post\"><input type=\"email\" name=\"EMAIL\"><button>OK</button></form></div>",
                id.tongue.letter
            ),
            ..Dress::default()
        }),
        day("a partner's frame", Normal, |_, _| {
            Dress {
            among: "<div class=\"video\"><iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/abc\"></iframe></div>".to_owned(),
            ..Dress::default()
        }
        }),
        day("recommended by a known company", Suspect, |_, _| {
            Dress {
            aside: "<div id=\"taboola-below\"></div><script>window._taboola=window._taboola||[];_taboola.push({mode:'thumbnails-a',container:'taboola-below',placement:'Below'})</script>\
                    <script async src=\"https://cdn.taboola.com/libtrc/outlet/loader.js\"></script>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("four partners named beside the stories", Suspect, |_, _| {
            Dress {
            aside: "<div class=\"partners\"><a href=\"https://bank.example\">Bank</a> <a href=\"https://hotel.example\">Hotel</a> <a href=\"https://opera.example\">Opera</a> <a href=\"https://rail.example\">Rail</a></div>"
                .to_owned(),
            ..Dress::default()
        }
        }),
    ]
}

/// What the technicians add.
fn technology() -> Vec<Day> {
    use AtMost::{Normal, Suspect};
    vec![
        day("a way past the navigation", Normal, |id, _| Dress {
            above: format!("<a class=\"skip\" href=\"#main\">{}</a>", id.title(5)),
            ..Dress::default()
        }),
        day("the weather and the rates in the masthead", Normal, |_, turn| Dress {
            masthead: format!(
                "<div class=\"ticker\"><span>USD 1.70{turn}</span> <span>EUR 1.8{turn}</span> <span>+{}\u{b0}</span></div>",
                10 + turn
            ),
            ..Dress::default()
        }),
        day("a service worker of its own for messages", Suspect, |_, _| Dress {
            head: "<script>if('serviceWorker' in navigator){navigator.serviceWorker.register('/sw.js')}</script>"
                .to_owned(),
            ..Dress::default()
        }),
        day("an election map drawn from its own results", Suspect, |_, _| {
            Dress {
            lead: "<div id=\"map\"></div><script>(async function(){const r=await fetch('/api/results.json');const d=await r.json();const svg=document.createElementNS('http://www.w3.org/2000/svg','svg');for(const x of d.regions){const p=document.createElementNS('http://www.w3.org/2000/svg','path');p.setAttribute('d',x.path);svg.appendChild(p)}document.getElementById('map').innerHTML='';document.getElementById('map').appendChild(svg)})();</script>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("a word to those who run no scripts", Normal, |_, _| {
            Dress {
            above: "<noscript><p>Please enable JavaScript to see this page in full. <a href=\"https://www.enable-javascript.com/\">How</a></p></noscript>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("messages pushed by a known company", Suspect, |_, _| {
            Dress {
            head: "<script src=\"https://cdn.onesignal.com/sdks/OneSignalSDK.js\" async></script><script>window.OneSignal=window.OneSignal||[];OneSignal.push(function(){OneSignal.init({appId:'7c1'})});</script>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("a chat window of a known company", Suspect, |_, _| {
            Dress {
            tail: "<script>var Tawk_API=Tawk_API||{},Tawk_LoadStart=new Date();(function(){var s1=document.createElement('script'),s0=document.getElementsByTagName('script')[0];s1.async=true;s1.src='https://embed.tawk.to/5f/default';s1.charset='UTF-8';s0.parentNode.insertBefore(s1,s0)})();</script>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("new analytics", Suspect, |_, _| {
            Dress {
            head: "<script>(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={hjid:12,hjsv:6};a=o.getElementsByTagName('head')[0];r=o.createElement('script');r.async=1;r.src=t+h._hjSettings.hjid+j;a.appendChild(r)})(window,document,'https://static.hotjar.com/c/hotjar-','.js');</script>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("a counter of a known company", Normal, |_, _| Dress {
            tail: "<script async src=\"https://static.chartbeat.com/js/chartbeat.js\"></script>".to_owned(),
            ..Dress::default()
        }),
        day("hints of what may be loaded", Normal, |_, _| {
            Dress {
            head: "<link rel=\"preconnect\" href=\"https://fonts.maker.example\"><link rel=\"dns-prefetch\" href=\"//cdn.player.example\"><link rel=\"preload\" as=\"image\" href=\"/img/first.jpg\">"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("the weather and the rates of exchange beside the stories", Suspect, |_, turn| Dress {
            aside: format!(
                "<div class=\"ticker\"><span>USD 1.70{turn}</span> <span>EUR 1.8{turn}</span> <span>+{}\u{b0}</span></div>",
                10 + turn
            ),
            ..Dress::default()
        }),
        day("a countdown", Suspect, |_, _| {
            Dress {
            lead: "<div class=\"countdown\" id=\"countdown\">12</div><script>(function(){var end=Date.parse('2026-03-01T08:00:00Z'),box=document.getElementById('countdown');setInterval(function(){box.textContent=Math.max(0,Math.floor((end-Date.now())/864e5))},6e4)})();</script>"
                .to_owned(),
            ..Dress::default()
        }
        }),
        day("the page in other languages offered", Normal, |_, _| Dress {
            masthead: "<div class=\"langs\"><a href=\"/en/\">English</a> <a href=\"/ru/\">Русский</a></div>".to_owned(),
            ..Dress::default()
        }),
        day("a long story as high as the view, among the stories", Suspect, |_, _| {
            Dress {
            lead: "<section class=\"hero\" style=\"min-height:100vh;background:url(/img/hero.jpg)\"><h2><a href=\"/long/1\">The long read</a></h2></section>".to_owned(),
            ..Dress::default()
        }
        }),
        day("a station's live picture by a known company", Suspect, |_, _| {
            Dress {
            lead: "<iframe width=\"640\" height=\"360\" allow=\"autoplay\" src=\"https://www.youtube.com/embed/live?autoplay=1\"></iframe>".to_owned(),
            ..Dress::default()
        }
        }),
        day("an offer of the outlet's app above the masthead", Normal, |_, _| Dress {
            above: "<div class=\"app\">Our app is better. <a href=\"https://apps.apple.com/app/id1\">Open</a></div>"
                .to_owned(),
            ..Dress::default()
        }),
        day("a tag company's frame where no scripts run", Normal, |_, _| {
            Dress {
            above: "<noscript><iframe src=\"https://www.googletagmanager.com/ns.html?id=GTM-X1\" height=\"0\" width=\"0\" style=\"display:none;visibility:hidden\"></iframe></noscript>".to_owned(),
            ..Dress::default()
        }
        }),
        day("a tag company's script", Normal, |_, _| {
            Dress {
            head: "<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-X1');</script>".to_owned(),
            ..Dress::default()
        }
        }),
        day("a pixel of a network", Suspect, |_, _| {
            Dress {
            head: "<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1');fbq('track','PageView');</script>".to_owned(),
            ..Dress::default()
        }
        }),
        day("a question to those who block advertising", Suspect, |_, _| {
            Dress {
            tail: "<script>(function(){var b=document.createElement('div');b.className='adsbox';document.body.appendChild(b);setTimeout(function(){if(b.offsetHeight===0){document.getElementById('adblock-note').style.display='block'}b.remove()},200)})();</script><div id=\"adblock-note\" style=\"display:none\">Please allow advertising</div>".to_owned(),
            ..Dress::default()
        }
        }),
        day("a script that remembers night mode", Suspect, |_, _| {
            Dress {
            head: "<script>(function(){var t=localStorage.getItem('theme');if(t==='dark'||(!t&&matchMedia('(prefers-color-scheme:dark)').matches)){document.documentElement.classList.add('dark')}})();</script>".to_owned(),
            ..Dress::default()
        }
        }),
        day("a test company that hides the page until it is ready", Suspect, |_, _| {
            Dress {
            head: "<style>.async-hide{opacity:0!important}</style><script>(function(a,s,y,n,c,h,i,d,e){s.className+=' '+y;h.start=1*new Date;h.end=i=function(){s.className=s.className.replace(RegExp(' ?'+y),'')};(a[n]=a[n]||[]).hide=h;setTimeout(function(){i();h.end=null},c);h.timeout=c;})(window,document.documentElement,'async-hide','dataLayer',4000,{'GTM-X1':true});</script>".to_owned(),
            ..Dress::default()
        }
        }),
    ]
}

/// What stands in the page's place while it is worked on, broken, or guarded: status and page.
pub(crate) fn not_there(identity: &Identity) -> Vec<(&'static str, u16, String)> {
    let name = identity.name;
    vec![
        ("maintenance", 503, format!("<html><head><title>{name}</title></head><body><h1>Maintenance</h1><p>We will be right back.</p></body></html>")),
        ("maintenance that says that all is well", 200, format!("<html><head><title>{name}: maintenance</title></head><body><h1>Scheduled maintenance</h1><p>Back soon.</p></body></html>")),
        ("a robot check", 403, "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><noscript>Enable JavaScript and cookies</noscript></body></html>".to_owned()),
        ("a gateway's error", 502, "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>".to_owned()),
        ("a database's error", 200, "<html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>".to_owned()),
        ("a refusal", 403, "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>".to_owned()),
    ]
}
