//! Login pages and closed panels: a password field that is gone, a panel that opens, a password that is asked for.

use crate::common::{HOST, Watch, login, swap, tail, told, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::{Expect, WatchKind};

#[test]
fn a_login_page_that_opens_alarms() {
    let watch = Watch::learned(WatchKind::Admin, login, 4);
    hold(
        &watch,
        &login(4),
        vec![
            (
                "no password",
                swap("<label>Password <input type=\"password\" name=\"password\"></label>", "<p>Welcome, admin"),
                Alarm("login.open"),
            ),
            ("a password that can be read", swap("type=\"password\"", "type=\"text\""), Alarm("login.open")),
            (
                "a cover",
                top("<div style=\"position:fixed;inset:0\"><img src=//evil.example/x.png></div>"),
                Alarm("cover.picture"),
            ),
            ("a message", swap("<label>Name", "<p class=\"message\">Your session has ended.</p><label>Name"), Normal),
            (
                "a second factor",
                swap("<button>", "<label>Code <input name=\"code\" inputmode=\"numeric\"></label><button>"),
                Normal,
            ),
            (
                "a password written twice",
                swap("<button>", "<label>Again <input type=password name=again></label><button>"),
                Normal,
            ),
            (
                "a note of the administrators",
                swap("</form>", "</form><p class=note>The panel is closed on Sunday from 2 to 4.</p>"),
                Normal,
            ),
        ],
    );
}

#[test]
fn a_front_page_that_asks_for_a_password_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a password asked for",
                tail("<form action=/x.php><input name=u><input type=password name=p></form>"),
                Alarm("login.added"),
            ),
            ("a link to the login", swap("</nav>", "<a href=\"/login\">Log in</a></nav>"), Normal),
            (
                "a newsletter",
                swap("</main>", "<form action=\"/letter\"><input type=email name=e></form></main>"),
                NoAlarm,
            ),
        ],
    );
}

#[test]
fn what_should_be_closed_is_normal_closed_and_an_alarm_open() {
    let users = "<title>Users</title><table><tr><td>editor</td></tr></table>";
    for (expect, status, verdict) in [
        (Expect::Denied, 403, Verdict::Normal),
        (Expect::Denied, 401, Verdict::Normal),
        (Expect::Denied, 200, Verdict::Alarm),
        (Expect::Gone, 404, Verdict::Normal),
        (Expect::Gone, 410, Verdict::Normal),
        (Expect::Gone, 200, Verdict::Alarm),
        (Expect::Login, 200, Verdict::Alarm),
    ] {
        let mut watch = Watch::new(WatchKind::Admin);
        watch.expect = Some(expect);
        let judged = watch.judge_with(users, status, &Headers::default(), HOST);
        assert_eq!(judged.judgement.verdict, verdict, "{expect:?} {status}: {}", told(&judged));
    }
}
