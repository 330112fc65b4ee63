//! JSON endpoints: who came, who went, who is another; and what answers in their place.

use crate::common::{Answer, Watch, at, kinds, told};
use frontwatch_core::detect::Judged;
use frontwatch_core::observation::Headers;
use frontwatch_core::text::Speech;
use frontwatch_core::verdict::{Availability, Severity, Verdict};
use frontwatch_core::watch::{Expect, WatchKind};
use jiff::tz::TimeZone;

/// WordPress: `GET /wp-json/wp/v2/users?roles=administrator&context=edit`.
const WORDPRESS: &str = "https://caliber.example/wp-json/wp/v2/users?roles=administrator&per_page=100";
/// Ghost: `GET /ghost/api/admin/users/?include=roles`.
const GHOST: &str = "https://caliber.example/ghost/api/admin/users/?include=roles";
/// Drupal: `GET /jsonapi/user/user`.
const DRUPAL: &str = "https://caliber.example/jsonapi/user/user";
/// A site's own list.
const SETTINGS: &str = "https://caliber.example/api/settings.json";

fn wordpress(users: &[(u32, &str)]) -> String {
    let one = |(id, slug): &(u32, &str)| {
        format!(
            r#"{{"id":{id},"name":"{slug} at work","url":"","slug":"{slug}","roles":["administrator"],"avatar_urls":{{"24":"https://g.example/{id}?s=24"}},"meta":[],"_links":{{"self":[{{"href":"https://caliber.example/wp-json/wp/v2/users/{id}"}}]}}}}"#
        )
    };
    format!("[{}]", users.iter().map(one).collect::<Vec<_>>().join(","))
}

fn ghost(users: &[(&str, &str, &str, &str)]) -> String {
    let one = |(id, slug, role, seen): &(&str, &str, &str, &str)| {
        format!(
            r#"{{"id":"{id}","name":"{slug}","slug":"{slug}","email":"{slug}@caliber.example","status":"active","last_seen":"{seen}","roles":[{{"id":"r-{role}","name":"{role}","created_at":"2024-01-01T00:00:00.000Z"}}]}}"#
        )
    };
    let all = users.iter().map(one).collect::<Vec<_>>().join(",");
    format!(r#"{{"users":[{all}],"meta":{{"pagination":{{"page":1,"total":{}}}}}}}"#, users.len())
}

fn drupal(users: &[(u32, &str)]) -> String {
    let one = |(uid, name): &(u32, &str)| {
        format!(
            r#"{{"type":"user--user","id":"0f8fad5b-d9cb-469f-a165-70867728950{uid}","attributes":{{"drupal_internal__uid":{uid},"display_name":"{name}","name":"{name}","mail":"{name}@caliber.example"}},"relationships":{{"roles":{{"data":[]}}}}}}"#
        )
    };
    let all = users.iter().map(one).collect::<Vec<_>>().join(",");
    format!(r#"{{"jsonapi":{{"version":"1.0"}},"data":[{all}],"links":{{"self":{{"href":"{DRUPAL}"}}}}}}"#)
}

fn endpoint(url: &str, values: &[&str]) -> Watch {
    let mut watch = Watch::of(WatchKind::Admin, url);
    watch.expect = Some(Expect::Json);
    watch.values = values.iter().map(|value| (*value).to_owned()).collect();
    watch
}

/// A watch that has seen this once, which is enough.
fn learned(url: &str, values: &[&str], document: &str) -> Watch {
    let mut watch = endpoint(url, values);
    let judged = watch.see(document);
    assert!(judged.judgement.signals.is_empty(), "{}", told(&judged));
    let again = watch.see(document);
    assert_eq!(again.judgement.verdict, Verdict::Normal, "{}", told(&again));
    watch
}

fn said(judged: &Judged) -> Vec<String> {
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let now = at(2);
    let say = |message| speech.say_at(message, now);
    judged.judgement.signals.iter().map(|signal| say(&signal.message)).collect()
}

/// What must be said first, as a critical alarm.
#[test]
fn who_came_went_or_is_another_is_said_by_name() {
    let admins = &[(1, "d.quill"), (2, "m.inkwell")][..];
    let ids = &["/*/id", "/*/slug"][..];
    let (team, roles) = (
        &[("6a", "ana", "Owner", "1"), ("7b", "ben", "Editor", "2")][..],
        &["/users/*/id", "/users/*/slug", "/users/*/roles/*/name"][..],
    );
    let names = &["/data/*/id", "/data/*/attributes/name"][..];
    let people = &[(1, "root"), (2, "leyla")][..];
    let settings = r#"{"closed":true,"owner":{"mail":"desk@caliber.example"},"ips":["203.0.113.1"]}"#;
    let (closed, ips) = (&["/closed", "/owner"][..], &["/ips/*"][..]);
    let times = |what: &str| what.replace(" @", " between 10:10 and 10:20");
    for (url, values, before, after, wanted) in [
        (
            WORDPRESS,
            ids,
            wordpress(admins),
            wordpress(&[(1, "d.quill"), (2, "m.inkwell"), (9, "x_admin")]),
            "a new administrator \"x_admin\" appeared @",
        ),
        (
            WORDPRESS,
            ids,
            wordpress(admins),
            wordpress(&[(3, "a"), (4, "b"), (2, "m.inkwell"), (1, "d.quill")]),
            "2 new administrators appeared @, such as \"a\"",
        ),
        (WORDPRESS, ids, wordpress(admins), wordpress(&[(1, "d.quill")]), "the administrator \"m.inkwell\" vanished @"),
        (WORDPRESS, ids, wordpress(admins), "[]".to_owned(), "2 administrators vanished @, such as \"d.quill\""),
        (
            WORDPRESS,
            ids,
            wordpress(admins),
            wordpress(&[(1, "d.quill"), (2, "pwned")]),
            "the administrator \"m.inkwell\" was changed @",
        ),
        (
            WORDPRESS,
            ids,
            wordpress(admins),
            wordpress(&[(1, "d.quill"), (77, "m.inkwell")]),
            "the administrator \"m.inkwell\" was changed @",
        ),
        (
            GHOST,
            roles,
            ghost(team),
            ghost(&[team[0], team[1], ("8c", "x", "Administrator", "3")]),
            "a new administrator \"x\" appeared @",
        ),
        (
            GHOST,
            roles,
            ghost(team),
            ghost(&[team[0], team[1], ("8c", "x", "Author", "3")]),
            "a new user \"x\" appeared @",
        ),
        (
            GHOST,
            roles,
            ghost(team),
            ghost(&[team[0], ("7b", "ben", "Administrator", "2")]),
            "the administrator \"ben\" was changed @",
        ),
        (
            DRUPAL,
            names,
            drupal(people),
            drupal(&[(1, "root"), (2, "leyla"), (3, "ghost")]),
            "a new user \"ghost\" appeared @",
        ),
        (
            SETTINGS,
            closed,
            settings.to_owned(),
            settings.replace("true", "false"),
            "a value that may not change was changed @: \"true\" at /closed",
        ),
        (
            SETTINGS,
            closed,
            settings.to_owned(),
            settings.replace("desk@", "x@"),
            "a value that may not change was changed @: \"desk@caliber.example\" at /owner",
        ),
        (
            SETTINGS,
            ips,
            settings.to_owned(),
            settings.replace("\"203.0.113.1\"", "\"203.0.113.1\",\"198.51.100.66\""),
            "a new value \"198.51.100.66\" appeared at /ips/* @",
        ),
    ] {
        let watch = learned(url, values, &before);
        let judged = watch.judge(&after);
        let judgement = &judged.judgement;
        assert_eq!((judgement.verdict, judgement.severity), (Verdict::Alarm, Severity::Critical), "{}", told(&judged));
        assert_eq!(said(&judged).first(), Some(&times(wanted)), "{}", told(&judged));
    }
}

#[test]
fn what_nobody_points_at_and_the_order_are_no_news() {
    let team = [("6a", "ana", "Owner", "1"), ("7b", "ben", "Editor", "2")];
    let watch = learned(GHOST, &["/users/*/id", "/users/*/roles/*/name"], &ghost(&team));
    for (what, document) in [
        ("seen later", ghost(&[("6a", "ana", "Owner", "9"), ("7b", "ben", "Editor", "9")])),
        ("sorted otherwise", ghost(&[team[1], team[0]])),
        ("written otherwise", ghost(&team).replace(',', " ,\n ")),
        ("more around it", ghost(&team).replace("\"meta\"", "\"notes\":[1,2,[3]],\"meta\"")),
    ] {
        let judged = watch.judge(&document);
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{what}: {}", told(&judged));
    }
}

#[test]
fn a_change_is_never_learned_but_by_a_person() {
    let after = wordpress(&[(1, "d.quill"), (9, "x_admin")]);
    let mut watch = learned(WORDPRESS, &["/*/id", "/*/slug"], &wordpress(&[(1, "d.quill")]));
    for _ in 0..50 {
        assert_eq!(watch.see(&after).judgement.verdict, Verdict::Alarm);
    }
    let judged = watch.judge(&after);
    watch.baseline.approve(&judged, at(60));
    assert_eq!(watch.judge(&after).judgement.verdict, Verdict::Normal);
    let described: Vec<_> = watch.baseline.describe().into_iter().map(|message| message.id).collect();
    assert_eq!(described, ["baseline-values", "baseline-values"]);
    assert_eq!(watch.judge(&wordpress(&[(1, "d.quill")])).judgement.verdict, Verdict::Alarm);
}

#[test]
fn a_pointer_that_leads_nowhere_is_a_warning_until_a_person_says_that_it_may() {
    let users = wordpress(&[(1, "d.quill")]);
    let mut watch = endpoint(WORDPRESS, &["/*/id", "/*/login"]);
    let judged = watch.see(&users);
    assert_eq!(
        (judged.judgement.verdict, judged.judgement.severity),
        (Verdict::Alarm, Severity::Warning),
        "{}",
        told(&judged)
    );
    assert!(said(&judged)[0].starts_with("nothing stands at /*/login"), "{:?}", said(&judged));
    watch.baseline.approve(&judged, at(1));
    assert_eq!(watch.judge(&users).judgement.verdict, Verdict::Normal);
    // The other pointer is compared all the same.
    assert_eq!(watch.judge(&wordpress(&[(2, "x")])).judgement.severity, Severity::Critical);
    // A document that is built otherwise than it was.
    let watch = learned(WORDPRESS, &["/*/id", "/*/slug"], &users);
    for document in [r#"{"users":[]}"#, "null", r#"[{"ID":1,"user_login":"d.quill"}]"#] {
        let judged = watch.judge(document);
        assert_eq!(
            (judged.judgement.verdict, judged.judgement.severity),
            (Verdict::Alarm, Severity::Warning),
            "{document}"
        );
        assert_eq!(kinds(&judged), ["values.no-match", "values.no-match"]);
    }
}

#[test]
fn without_pointers_it_is_said_that_nothing_is_compared() {
    let mut watch = endpoint(SETTINGS, &[]);
    let judged = watch.see("{\"a\":1}");
    assert_eq!(judged.judgement.verdict, Verdict::Suspect);
    assert_eq!(kinds(&judged), ["values.unnamed"]);
    watch.baseline.approve(&judged, at(1));
    assert_eq!(kinds(&watch.judge("{\"a\":2}")), [""; 0]);
}

#[test]
fn pointers_that_are_configured_anew_are_learned_and_the_others_still_hold() {
    let mut watch = learned(WORDPRESS, &["/*/id"], &wordpress(&[(1, "d.quill")]));
    watch.values = vec!["/*/id".to_owned(), "/*/slug".to_owned()];
    assert_eq!(watch.judge(&wordpress(&[(1, "d.quill"), (9, "x_admin")])).judgement.verdict, Verdict::Alarm);
    assert_eq!(watch.see(&wordpress(&[(1, "d.quill")])).judgement.verdict, Verdict::Normal);
    assert_eq!(watch.judge(&wordpress(&[(1, "x")])).judgement.verdict, Verdict::Alarm);
}

#[test]
fn what_answers_in_its_place_is_no_verdict_and_says_why() {
    let watch = learned(WORDPRESS, &["/*/id"], &wordpress(&[(1, "d.quill")]));
    let login =
        "<!DOCTYPE html><title>Log in</title><form method=post><input name=log><input type=password name=pwd></form>";
    for (status, body, kind, availability) in [
        (401, r#"{"code":"rest_forbidden"}"#, "values.refused", Availability::Refused),
        (403, "<title>Forbidden</title>", "values.refused", Availability::Refused),
        (429, "slow down", "availability.refused", Availability::Refused),
        (500, "<title>Error</title>", "availability.error", Availability::Error),
        (503, "[]", "availability.error", Availability::Error),
        (404, "{}", "availability.error", Availability::Error),
        (200, login, "values.login", Availability::Refused),
        (200, "<html><title>Welcome</title>", "values.unread", Availability::Refused),
        (200, "", "values.unread", Availability::Refused),
        (200, "[{\"id\":1", "values.unread", Availability::Refused),
    ] {
        for watch in [&watch, &endpoint(WORDPRESS, &["/*/id"])] {
            let answer = Answer { status, headers: &Headers::default(), asked: WORDPRESS, url: WORDPRESS };
            let judged = watch.judge_answer(body, answer, at(2));
            assert_eq!(judged.judgement.verdict, Verdict::Inconclusive, "{status} {body}: {}", told(&judged));
            assert_eq!((kinds(&judged), judged.judgement.availability), (vec![kind], availability), "{status} {body}");
            assert!(!said(&judged)[0].contains(['{', '}']), "{:?}", said(&judged));
        }
    }
}
