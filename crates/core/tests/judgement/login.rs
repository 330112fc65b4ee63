//! Login pages and closed panels: a password field that is gone, a panel that opens, a password that is asked for.

use crate::common::{HOST, Watch, login, swap, tail, told, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::{Severity, Verdict};
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

/// A login page as `Expect::Login` watches it, over https.
fn panel() -> Watch {
    let mut watch = Watch::of(WatchKind::Admin, "https://outlet.example/admin/");
    watch.expect = Some(Expect::Login);
    for n in 0..5 {
        let judged = watch.see(&two_steps(n));
        assert!(judged.judgement.signals.is_empty(), "{}", told(&judged));
    }
    watch
}

/// A login page with a second factor.
fn two_steps(n: usize) -> String {
    login(n).replace("<button>", "<label>Code <input name=\"otp_code\" inputmode=\"numeric\"></label><button>")
}

#[test]
fn a_form_that_is_another_alarms_and_what_changes_by_itself_does_not() {
    hold(
        &panel(),
        &two_steps(6),
        vec![
            (
                "another address of its own",
                swap("action=\"/admin/login\"", "action=\"/uploads/x.php\""),
                Alarm("login.target"),
            ),
            ("the page itself", swap("action=\"/admin/login\"", ""), Alarm("login.target")),
            (
                "a stranger's",
                swap("action=\"/admin/login\"", "action=\"https://evil.example/c\""),
                Alarm("source.form"),
            ),
            ("the password in the address", swap("method=\"post\"", "method=\"get\""), Alarm("login.method")),
            (
                "unencrypted",
                swap("action=\"/admin/login\"", "action=\"http://outlet.example/admin/login\""),
                Alarm("login.plain"),
            ),
            (
                "no second factor",
                swap("<label>Code <input name=\"otp_code\" inputmode=\"numeric\"></label>", ""),
                Alarm("login.factor-gone"),
            ),
            (
                "inside",
                swap(
                    "<label>Password <input type=\"password\" name=\"password\"></label>",
                    "<a href=\"/admin/logout\">Log out</a>",
                ),
                Alarm("login.open"),
            ),
            ("a name in one step", swap("<label>Name <input name=\"user\"></label>", ""), NoAlarm),
            ("one more question", swap("<button>", "<label>Site <input name=\"site\"></label><button>"), Normal),
            (
                "a captcha",
                swap(
                    "<button>",
                    "<div class=\"captcha\"><img src=\"/captcha?r=99\"><input name=\"captcha\"></div><button>",
                ),
                NoAlarm,
            ),
            (
                "a session in the address",
                swap("action=\"/admin/login\"", "action=\"/admin/login;jsessionid=0A1B2C?x=9\""),
                Normal,
            ),
            ("another token", swap("name=\"csrf\"", "name=\"csrf_8f3a\""), Normal),
        ],
    );
}

#[test]
fn a_login_page_that_is_not_there_is_a_warning_and_one_that_cannot_be_seen_is_none() {
    let watch = panel();
    let home = "https://outlet.example/";
    let admin = "https://outlet.example/admin/";
    let plain = "http://outlet.example/admin/";
    let (front, users) = (crate::common::front(3), "<html><title>Panel</title><a href=/admin/logout>x</a>");
    let other = "<html><head><title>Welcome</title></head><body><div><p><b>Our</b> <i>new</i> <u>pages</u></p></div></body></html>";
    let work = "<html><title>Maintenance</title><h1>Under maintenance</h1><p>We will be back soon.</p>";
    for (status, body, url, verdict, severity, kind) in [
        (404, "<title>Not found</title>", admin, Verdict::Alarm, Severity::Warning, "login.vanished"),
        (200, &front[..], home, Verdict::Alarm, Severity::Warning, "login.vanished"),
        (200, &front[..], admin, Verdict::Alarm, Severity::Warning, "login.vanished"),
        // One that nothing vouches for is more than that.
        (200, other, admin, Verdict::Alarm, Severity::Critical, "takeover.page"),
        (200, users, admin, Verdict::Alarm, Severity::Critical, "login.open"),
        (200, &two_steps(7), plain, Verdict::Alarm, Severity::Critical, "login.plain"),
        (200, work, admin, Verdict::Inconclusive, Severity::Info, "availability.maintenance"),
        (503, work, admin, Verdict::Inconclusive, Severity::Info, "availability.maintenance"),
        (500, "<title>Error</title>", admin, Verdict::Inconclusive, Severity::Info, "availability.error"),
        (403, "<title>Forbidden</title>", admin, Verdict::Inconclusive, Severity::Info, "availability.refused"),
    ] {
        let answer = crate::common::Answer { status, headers: &Headers::default(), asked: admin, url };
        let judged = watch.judge_answer(body, answer, crate::common::at(6));
        let said = (judged.judgement.verdict, judged.judgement.severity);
        assert_eq!(said, (verdict, severity), "{status} {url}: {}", told(&judged));
        assert!(crate::common::kinds(&judged).contains(&kind), "{status} {url}: {}", told(&judged));
    }
}

#[test]
fn a_form_that_was_always_sent_unencrypted_is_learned() {
    let plain = |n| login(n).replace("action=\"/admin/login\"", "action=\"http://outlet.example/admin/login\"");
    let mut watch = Watch::new(WatchKind::Admin);
    for n in 0..6 {
        let judged = watch.see(&plain(n));
        assert!(judged.judgement.signals.is_empty(), "{}", told(&judged));
    }
}
