//! Which incidents are told together, and how often: one cause, one alert, whatever happens.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::{BTreeMap, BTreeSet};

use frontwatch_core::incident::alert::{Alert, Alerts, Tie};
use frontwatch_core::incident::kin::{Trait, traits};
use frontwatch_core::incident::track::Change;
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, Resolution, State};
use frontwatch_core::notify::{
    Circumstances, Decision, Next, Occasion, Reason, Resting, Telling, Told, compose, decide, morning, together,
};
use frontwatch_core::text::{Message, Speech};
use frontwatch_core::verdict::{Availability, Severity, Signal};
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_028_120 + second).unwrap()
}

fn incident(outlet: &str, group: Option<&str>, kind: WatchKind, cause: Cause, second: i64) -> Incident {
    let url = format!("https://{}.example/", outlet.to_lowercase().replace(' ', "-")).parse().unwrap();
    let watch = WatchId::new(kind, &url);
    Incident {
        id: IncidentId::new(&watch, cause, at(second)),
        outlet: outlet.into(),
        group: group.map(str::to_owned),
        watch,
        kind,
        url,
        cause,
        severity: if cause == Cause::Content { Severity::Critical } else { Severity::Warning },
        state: State::Open,
        summary: Message::new("signal-cover-picture"),
        signals: vec![shown("cover.picture", "an element as large as the view")],
        last_good: None,
        began: at(second),
        opened: at(second),
        last_seen: at(second),
        seen: 2,
        availability: Availability::Up,
        others_answer: true,
        evidence: None,
        alert: None,
        campaign: None,
        snoozed: None,
        grounds: Grounds::Confirmed,
        flaps: 0,
        reopened: 0,
        hidden: None,
        hidings: 0,
        joined: None,
    }
}

fn cover(outlet: &str, group: Option<&str>, second: i64) -> Incident {
    incident(outlet, group, WatchKind::Homepage, Cause::Content, second)
}

fn shown(kind: &str, after: &str) -> Signal {
    let message = Message::new("signal-cover-picture");
    Signal { kind: kind.into(), weight: 0.9, message, before: "nothing".into(), after: after.into() }
}

fn showing(kind: &str, after: &str, incident: Incident) -> Incident {
    Incident { signals: vec![shown(kind, after)], ..incident }
}

/// Places incidents in order; the alert of each, its tie and campaign as they are at the end.
fn placed(incidents: &[Incident]) -> Vec<(IncidentId, Tie, bool)> {
    let mut alerts = Alerts::default();
    for incident in incidents {
        alerts.place(incident, &traits(incident, &[]), incident.opened);
    }
    let of = |incident: &Incident| {
        let alert = alerts.of(&incident.id).unwrap();
        (alert.lead.clone(), alert.tie.clone(), alert.campaign.is_some())
    };
    incidents.iter().map(of).collect()
}

const GROUP: Option<&str> = Some("Global Media Group");

#[test]
fn what_ties_incidents_and_what_does_not() {
    let page = |outlet: &str, group, kind, cause, second| incident(outlet, group, kind, cause, second);
    let host = |outlet: &str, second| showing("source.script", "cdn.evil.example", cover(outlet, None, second));
    let grey = |outlet: &str, second| showing("sheet.dress", "all of it grey", cover(outlet, GROUP, second));
    let own = |outlet: &str, second, address: &str| showing("image.top", address, cover(outlet, None, second));
    let another_page = |second| {
        let url: url::Url = "https://report.example/en/".parse().unwrap();
        let watch = WatchId::new(WatchKind::Homepage, &url);
        let id = IncidentId::new(&watch, Cause::Content, at(second));
        Incident { id, watch, url, ..cover("Report", None, second) }
    };
    // What happens to two outlets in turn; whether one alert tells of both, and whether that is a campaign.
    let cases: Vec<(&str, Incident, Incident, bool, bool)> = vec![
        ("strangers", cover("Report", None, 0), cover("Media", None, 1), false, false),
        ("one group, minutes apart", cover("Report", GROUP, 0), cover("Media", GROUP, 1500), true, true),
        ("one group, hours apart", cover("Report", GROUP, 0), cover("Media", GROUP, 7200), false, false),
        ("two groups", cover("Report", GROUP, 0), cover("Media", Some("Other"), 1), false, false),
        ("two pages of one outlet", cover("Report", None, 0), another_page(90_000), true, false),
        ("the same foreign host", host("Report", 0), host("Media", 7200), true, true),
        ("the same foreign host, days apart", host("Report", 0), host("Media", 200_000), false, false),
        (
            "the same title",
            showing("title.replaced", "The Quiet Orchard was here", cover("Report", None, 0)),
            showing("title.replaced", "The  quiet orchard WAS here", cover("Media", None, 60)),
            true,
            true,
        ),
        (
            "titles that are short",
            showing("title.replaced", "News", cover("Report", None, 0)),
            showing("title.replaced", "News", cover("Media", None, 60)),
            false,
            false,
        ),
        (
            "each from its own host",
            own("Report", 0, "https://report.example/x.png"),
            own("Media", 9, "https://media.example/x.png"),
            false,
            false,
        ),
        (
            "the same address",
            own("Report", 0, "https://evil.example/x.png"),
            own("Media", 9, "https://evil.example/x.png"),
            true,
            true,
        ),
        (
            "numbers are no names",
            own("Report", 0, "http://127.0.0.1:1/x"),
            own("Media", 9, "http://127.0.0.1:1/x"),
            false,
            false,
        ),
        (
            "a cover and an outage of one group",
            cover("Report", GROUP, 0),
            page("Media", GROUP, WatchKind::Homepage, Cause::Outage, 60),
            false,
            false,
        ),
        (
            "a cover and a panel of one group",
            cover("Report", GROUP, 0),
            page("Media", GROUP, WatchKind::Admin, Cause::Content, 60),
            false,
            false,
        ),
        ("mourning grey at all of a group", grey("Report", 0), grey("Media", 60), true, false),
        ("grey at one, a cover at the next", grey("Report", 0), cover("Media", GROUP, 60), true, true),
    ];
    tied_or_not(cases);
}

/// What happens to two in turn; whether one alert tells of both, and whether that is a campaign.
fn tied_or_not(cases: Vec<(&str, Incident, Incident, bool, bool)>) {
    for (what, one, other, together, campaign) in cases {
        let placed = placed(&[one, other]);
        assert_eq!(placed[0].0 == placed[1].0, together, "{what}: {placed:?}");
        assert_eq!((placed[0].2, placed[1].2), (campaign, campaign), "{what}: {placed:?}");
    }
}

#[test]
fn the_same_deviation_on_pages_of_two_kinds_of_one_outlet_has_one_cause() {
    let page = |outlet: &str, kind, second| incident(outlet, None, kind, Cause::Content, second);
    let sheet = |outlet: &str, kind, second| showing("painted.cover", "style.css", page(outlet, kind, second));
    let login = showing("login.target", "https://evil.example/in", page("Report", WatchKind::Admin, 60));
    let front = || sheet("Report", WatchKind::Homepage, 0);
    tied_or_not(vec![
        ("one style sheet", front(), sheet("Report", WatchKind::Admin, 60), true, false),
        ("another deviation", front(), login, false, false),
        ("that style sheet at a stranger", front(), sheet("Media", WatchKind::Admin, 60), false, false),
    ]);
}

#[test]
fn the_same_words_on_intact_pages_are_a_statement_and_tie_no_strangers() {
    let words = "we stand together in this hour";
    let statement = |outlet: &str, second| showing("text.placed", words, cover(outlet, None, second));
    let placed = placed(&[statement("Report", 0), statement("Media", 5)]);
    assert_ne!(placed[0].0, placed[1].0);
}

#[test]
fn the_same_picture_from_their_own_hosts_is_one_campaign_and_says_so() {
    let print = frontwatch_core::parts::Print::from_bytes(&[7; 32]).unwrap();
    let mut alerts = Alerts::default();
    let all =
        [cover("Oxu", GROUP, 0), cover("Media", GROUP, 60), cover("Report", GROUP, 7200), cover("Caliber", None, 9000)];
    let mut recruited = Vec::new();
    for incident in &all {
        let placed = alerts.place(incident, &traits(incident, &[print]), incident.opened);
        recruited.push(placed.recruited.len());
    }
    let alert = alerts.of(&all[3].id).unwrap();
    assert_eq!(alert.tie, Tie::Kin(Trait::Picture(print)));
    assert_eq!(alert.outlets(), ["Oxu", "Media", "Report", "Caliber"]);
    assert_eq!(recruited, [0, 1, 0, 0], "the first of them is told once that it belongs to a campaign");
    assert_eq!(alert.group, None, "one of them is of no group");
}

/// The loop, as far as telling goes: places, decides, and remembers what was told.
#[derive(Default)]
struct Desk {
    alerts: Alerts,
    told: BTreeMap<IncidentId, Told>,
    notices: Vec<(Occasion, Alert)>,
    /// What a person took, or put off.
    in_hand: BTreeSet<IncidentId>,
}

impl Desk {
    fn happens(&mut self, change: &Change, now: Timestamp) -> Decision {
        let incident = change.incident();
        if let Change::Opened(incident) = change {
            self.alerts.place(incident, &traits(incident, &[]), now);
        }
        let over = matches!(change, Change::Resolved(_));
        let alert = if over { self.alerts.ended(&incident.id) } else { self.alerts.of(&incident.id).cloned() }.unwrap();
        let told = self.told.get(&alert.lead);
        let in_hand = self.others_are_in_hand(&alert, &incident.id);
        let decision = decide(
            change,
            &Circumstances { paused: false, resting: Resting::Others, quiet: false, alert: &alert, told, in_hand, now },
        );
        if let Decision::Tell(occasion) = decision {
            self.tell(&alert, occasion, now);
        }
        decision
    }

    fn others_are_in_hand(&self, alert: &Alert, but: &IncidentId) -> bool {
        let others: Vec<_> = alert.unresolved().filter(|member| member.id != *but).collect();
        !others.is_empty() && others.iter().all(|member| self.in_hand.contains(&member.id))
    }

    /// A person takes all of an alert, or puts all of it off.
    fn taken(&mut self, alert: &Alert) {
        self.in_hand.extend(alert.unresolved().map(|member| member.id.clone()));
    }

    fn tell(&mut self, alert: &Alert, occasion: Occasion, now: Timestamp) {
        let told = Told { at: now, reminders: 0, arrivals: alert.arrivals, severity: alert.severity };
        if occasion == Occasion::Over {
            self.told.remove(&alert.lead);
        } else {
            self.told.insert(alert.lead.clone(), told);
        }
        self.notices.push((occasion, alert.clone()));
    }
}

fn recovered(incident: &Incident, second: i64) -> Change {
    Change::Resolved(Incident {
        state: State::Resolved { at: at(second), resolution: Resolution::Recovered },
        ..incident.clone()
    })
}

#[test]
fn a_campaign_is_one_notice_that_grows_with_each_outlet_and_ends_once() {
    let mut desk = Desk::default();
    let names = ["Oxu", "Media", "Report", "Caliber", "Baku TV", "Baku.ws"];
    let all: Vec<Incident> = (0..).zip(names).map(|(n, name)| cover(name, GROUP, n * 60)).collect();
    for incident in &all {
        assert!(matches!(desk.happens(&Change::Opened(incident.clone()), incident.opened), Decision::Tell(_)));
    }
    let (last, others) = all.split_last().unwrap();
    for incident in others {
        let silent = desk.happens(&recovered(incident, 900), at(900));
        assert_eq!(silent, Decision::Silent { reason: Reason::OthersOpen, close: false });
    }
    assert_eq!(desk.happens(&recovered(last, 960), at(960)), Decision::Tell(Occasion::Over));
    let occasions: Vec<Occasion> = desk.notices.iter().map(|(occasion, _)| *occasion).collect();
    let grown = [Occasion::Grown; 5];
    assert_eq!(occasions, [&[Occasion::News][..], &grown, &[Occasion::Over]].concat());
    assert!(desk.notices.iter().all(|(_, alert)| alert.lead == all[0].id), "in one place");

    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let said = |n: usize, about: &Incident| {
        let (occasion, alert) = &desk.notices[n];
        let telling = Telling { alert, about, speaker: &all[0], occasion: *occasion, of_group: 6 };
        let notice = compose(&telling, &speech, at(960));
        format!("{}\n{}", notice.title, notice.body)
    };
    assert_eq!(
        said(3, &all[3]),
        "Global Media Group: alarm at 4 of 6 sites\n4 of 6 Global Media Group sites: a picture never seen there before \
         covers the front page. First Oxu, 14:02. Also Media, Report, Caliber. Your connection is fine."
    );
    let Change::Resolved(over) = recovered(last, 960) else { unreachable!() };
    assert_eq!(
        said(6, &over),
        "Global Media Group: over\nAll 6 Global Media Group sites are as they should be again since 14:18. The alarm began \
         at 14:02."
    );
}

#[test]
fn what_is_said_of_one_of_several_is_not_said_of_all() {
    let script = |it: Incident| Incident { summary: Message::new("signal-cover-frame"), ..it };
    let (first, other) = (cover("Oxu", GROUP, 0), script(cover("Media", GROUP, 60)));
    let mut desk = Desk::default();
    for incident in [&first, &other] {
        desk.happens(&Change::Opened(incident.clone()), incident.opened);
    }
    let (_, alert) = desk.notices.last().unwrap();
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let said = |speaker: &Incident| speech.say(&together(alert, speaker, 3).unwrap());
    let one = "2 of 3 Global Media Group sites: at Oxu a picture never seen there before covers the front page";
    assert_eq!(said(&first), one);
    assert_eq!(said(&other), "2 of 3 Global Media Group sites: at Media a foreign page covers the front page");
}

#[test]
fn another_page_is_told_where_all_that_was_told_is_in_somebodys_hands() {
    let page = |path: &str, second| {
        let url: url::Url = format!("https://report.example{path}").parse().unwrap();
        let watch = WatchId::new(WatchKind::Homepage, &url);
        let id = IncidentId::new(&watch, Cause::Content, at(second));
        Incident { id, watch, url, ..cover("Report", None, second) }
    };
    let mut desk = Desk::default();
    let gathered = Decision::Silent { reason: Reason::Gathered, close: false };
    let opens = |desk: &mut Desk, path: &str, second| {
        let incident = page(path, second);
        let decision = desk.happens(&Change::Opened(incident.clone()), at(second));
        (decision, desk.alerts.of(&incident.id).unwrap().clone(), incident)
    };
    let (first, _, russian) = opens(&mut desk, "/ru/", 0);
    assert_eq!(first, Decision::Tell(Occasion::News));
    let (second, alert, _) = opens(&mut desk, "/en/", 60);
    assert_eq!(second, gathered, "nobody has it yet, and all are reminded of");
    desk.taken(&alert);
    let (third, alert, front) = opens(&mut desk, "/", 3600);
    assert_eq!(third, Decision::Tell(Occasion::Grown), "nobody decided anything of the front page");
    assert_eq!(opens(&mut desk, "/az/", 3660).0, gathered, "that one is in nobody's hands");

    // It is told in its own words, in the place of what was told.
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let telling = Telling { alert: &alert, about: &front, speaker: &russian, occasion: Occasion::Grown, of_group: 0 };
    let notice = compose(&telling, &speech, at(3600));
    assert_eq!((notice.key.as_str(), &notice.incident), (russian.id.as_str(), &front.id));
    assert!(notice.body.contains("15:02") && notice.body.contains("2 others of its pages"), "{notice:?}");
}

#[test]
fn a_storm_of_five_thousand_is_told_some_tens_of_times_and_to_the_last_one() {
    for group in [None, GROUP] {
        let mut desk = Desk::default();
        let mut latest = at(0);
        for n in 0..5_000 {
            let now = at(0) + SignedDuration::from_millis(n * 6);
            let mut down = incident(&format!("Outlet {n}"), group, WatchKind::Homepage, Cause::Outage, 0);
            down.opened = now;
            desk.happens(&Change::Opened(down), now);
            latest = now;
        }
        assert!((10..=40).contains(&desk.notices.len()), "{group:?}: {}", desk.notices.len());
        let settled = latest + SignedDuration::from_secs(15);
        let behind: Vec<Alert> =
            desk.alerts.iter().filter(|alert| desk.told[&alert.lead].is_behind(alert, settled)).cloned().collect();
        for alert in behind {
            desk.tell(&alert, Occasion::Grown, settled);
        }
        let told: u32 = desk.told.values().map(|told| told.arrivals).sum();
        assert_eq!(told, 5_000, "{group:?}: whoever reads them knows of all");
        assert!(desk.notices.len() <= 41);
        assert_eq!(
            desk.alerts.iter().any(|alert| alert.campaign.is_some()),
            group.is_some(),
            "a moment alone is no campaign"
        );
    }
}

#[test]
fn attacks_on_strangers_at_a_steady_pace_are_told_one_by_one() {
    let mut desk = Desk::default();
    // 200 within 40 minutes, with five within a second now and then.
    for n in 0..200 {
        let second = n / 5 * 60 + n % 5 / 4;
        desk.happens(&Change::Opened(cover(&format!("Outlet {n}"), None, second)), at(second));
    }
    assert_eq!(desk.notices.len(), 200);
    assert!(desk.notices.iter().all(|(occasion, _)| *occasion == Occasion::News));
}

#[test]
fn what_is_critical_is_reminded_of_until_somebody_has_it() {
    let mut desk = Desk::default();
    let open = cover("Report", None, 0);
    desk.happens(&Change::Opened(open.clone()), at(0));
    let alert = desk.alerts.of(&open.id).unwrap().clone();
    let told = desk.told[&alert.lead];
    let minutes = |minutes: i64| Next::Reminder(at(60 * minutes));
    assert_eq!(told.next(&alert, true, None), minutes(3));
    let once = Told { reminders: 1, at: at(180), ..told };
    assert_eq!(once.next(&alert, true, None), minutes(33));
    assert_eq!(once.next(&alert, true, Some(at(3 * 3600))), minutes(180), "not while it is put off");
    assert_eq!(once.next(&alert, false, None), Next::Never(Reason::DoneByAPerson));
    let mut warning = alert;
    warning.severity = Severity::Warning;
    assert_eq!(told.next(&warning, true, None), Next::Never(Reason::NotUrgent));
}

#[test]
fn what_was_put_off_is_silent_until_it_becomes_worse() {
    let put_off = Incident { snoozed: Some(at(3600)), ..cover("Report", None, 0) };
    let mut alerts = Alerts::default();
    alerts.place(&put_off, &[], at(0));
    let alert = alerts.of(&put_off.id).unwrap();
    let decided = |change: &Change, second| {
        decide(
            change,
            &Circumstances {
                paused: false,
                resting: Resting::Others,
                quiet: false,
                alert,
                told: None,
                in_hand: false,
                now: at(second),
            },
        )
    };
    let silent = |reason, close| Decision::Silent { reason, close };
    assert_eq!(decided(&Change::Snoozed(put_off.clone()), 0), silent(Reason::DoneByAPerson, true));
    assert_eq!(decided(&Change::Opened(put_off.clone()), 60), silent(Reason::Snoozed, false));
    assert_eq!(decided(&Change::Opened(put_off.clone()), 3600), Decision::Tell(Occasion::News), "its time is up");
    assert_eq!(decided(&Change::Escalated(put_off), 60), Decision::Tell(Occasion::News));
}

#[test]
fn the_morning_tells_of_all_that_waited_in_one_notice() {
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let down = |n: i64| incident(&format!("Outlet {n}"), None, WatchKind::Homepage, Cause::Outage, n);
    let all: Vec<Incident> = (0..7).map(down).collect();
    let Change::Resolved(over) = recovered(&all[0], 600) else { unreachable!() };
    let waited: Vec<&Incident> = std::iter::once(&over).chain(&all[1..]).collect();
    let notice = morning(&waited, &speech, at(900)).unwrap();
    assert_eq!(notice.title, "While it was quiet: 7 messages");
    assert!(
        notice.body.starts_with("Outlet 0 answers again since 14:12. The trouble began at 14:02. Outlet 1 has"),
        "{notice:?}"
    );
    assert!(notice.body.ends_with("And 2 more."), "{notice:?}");
    assert_eq!(morning(&[], &speech, at(900)), None);
}

prop_compose! {
    fn any_opening()(
        outlet in 0..12u32,
        group in prop::sample::select(vec![None, GROUP, Some("Other")]),
        kind in prop::sample::select(vec![WatchKind::Homepage, WatchKind::Admin]),
        cause in prop::sample::select(vec![Cause::Content, Cause::Outage, Cause::Unseen, Cause::Reported]),
        wait in prop_oneof![0..20i64, 0..4000i64, 0..100_000i64],
        signal in prop::sample::select(vec![
            ("cover.picture", "x"), ("source.script", "cdn.evil.example"), ("title.replaced", "The Quiet Orchard"), ("sheet.dress", "grey"),
        ]),
    ) -> (Incident, i64, (String, String)) {
        let incident = incident(&format!("Outlet {outlet}"), group, kind, cause, 0);
        (incident, wait, (signal.0.to_owned(), signal.1.to_owned()))
    }
}

proptest! {
    /// Whatever opens and ends in whatever order: each unresolved incident is in exactly one alert, with others of its cause and
    /// kind, or of its outlet and deviation; a restart leaves them together; each is told of; and what ends leaves nothing behind.
    #[test]
    fn every_incident_is_told_in_exactly_one_place(
        openings in prop::collection::vec(
            (any_opening(), any::<prop::sample::Index>(), any::<bool>(), prop::bool::weighted(0.3)), 1..60
        ),
    ) {
        let mut desk = Desk::default();
        let (mut open, mut ever): (Vec<Incident>, Vec<Incident>) = (Vec::new(), Vec::new());
        let mut covered = BTreeSet::new();
        let mut second = 0;
        for ((mut incident, wait, (kind, after)), which, ends, taken) in openings {
            second += wait;
            incident.began = at(second);
            incident.opened = at(second);
            incident.id = IncidentId::new(&incident.watch, incident.cause, at(second));
            incident.signals = vec![shown(&kind, &after)];
            if open.iter().any(|known| known.watch == incident.watch && known.cause == incident.cause) {
                continue;
            }
            let (told, in_hand) = (desk.told.clone(), desk.in_hand.clone());
            let decision = desk.happens(&Change::Opened(incident.clone()), at(second));
            let alert = desk.alerts.of(&incident.id).unwrap().clone();
            let others: Vec<_> = alert.unresolved().filter(|member| member.id != incident.id).collect();
            let news = told.get(&alert.lead).is_none_or(|told| alert.arrivals > told.arrivals);
            let decided = !others.is_empty() && others.iter().all(|member| in_hand.contains(&member.id));
            let tells = matches!(decision, Decision::Tell(_));
            prop_assert!(tells || !decided, "nothing reminds of it");
            prop_assert!(!tells || news || decided, "told again without news");
            if taken {
                desk.taken(&alert);
            }
            incident.alert = Some(alert.lead.clone());
            incident.campaign.clone_from(&alert.campaign);
            for known in &mut open {
                if alert.unresolved().any(|member| member.id == known.id) {
                    known.campaign.clone_from(&alert.campaign);
                }
            }
            ever.push(incident.clone());
            open.push(incident);
            if let Decision::Tell(_) = decision {
                covered.extend(alert.unresolved().map(|member| member.id.clone()));
            }
            if ends {
                let ended = open.swap_remove(which.index(open.len()));
                desk.happens(&recovered(&ended, second), at(second));
            }
            let mut members: Vec<&IncidentId> = desk.alerts.iter().flat_map(Alert::unresolved).map(|member| &member.id).collect();
            let mut known: Vec<&IncidentId> = open.iter().map(|incident| &incident.id).collect();
            members.sort();
            known.sort();
            prop_assert_eq!(members, known, "each in one alert, and nothing else");
            for incident in &open {
                let alert = desk.alerts.of(&incident.id).unwrap();
                prop_assert_eq!(alert.cause, incident.cause);
                let shares = |other: &Incident| {
                    other.outlet == incident.outlet
                        && other.kind == alert.kind
                        && other.alert == incident.alert
                        && other.signals == incident.signals
                };
                prop_assert!(alert.kind == incident.kind || ever.iter().any(shares), "of another kind, and not the same");
                prop_assert!(desk.told.contains_key(&alert.lead), "told");
                prop_assert!(alert.outlets().len() > 1 || alert.campaign.is_none() || alert.all_outlets().len() > 1);
            }
            let resumed = Alerts::resume(&open);
            let places = |alerts: &Alerts| -> BTreeMap<IncidentId, IncidentId> {
                open.iter().map(|incident| (incident.id.clone(), alerts.of(&incident.id).unwrap().lead.clone())).collect()
            };
            prop_assert_eq!(places(&resumed), places(&desk.alerts), "a restart leaves them together");
        }
        let later = at(second) + SignedDuration::from_secs(15);
        for incident in &open {
            let alert = desk.alerts.of(&incident.id).unwrap();
            let behind = desk.told[&alert.lead].is_behind(alert, later);
            // Of an outlet it is told once, however many of its pages join.
            let same_place = |other: &&Incident| other.outlet == incident.outlet && other.alert == incident.alert;
            prop_assert!(behind || ever.iter().filter(same_place).any(|other| covered.contains(&other.id)));
        }
    }
}
