//! The catalogues are whole, and what makes messages gives each text what it needs.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::commands::{of_backups, of_the_doctor, of_the_learned};
use super::{at, speech};
use crate::channel::ChannelId;
use crate::exchange::{self, Unreadable};
use crate::facts::names::Names;
use crate::incident::dismissal::Why as Because;
use crate::incident::step::Held;
use crate::incident::{Cause, Resolution, State};
use crate::network::{Assessment, Why};
use crate::notify::{Button, Reason};
use crate::observation::{FailureKind, Stage};
use crate::survey::Feed;
use crate::text::add::{self, Ask};
use crate::text::alerts::{self, Blindness as B, Outage, Several, Shared};
use crate::text::catalogues::LANGUAGES;
use crate::text::cli::{self, Column, Network, Round};
use crate::text::desktop::{self, Item, Scene as S, Trouble as T};
use crate::text::errors::as_said;
use crate::text::report::{self, Heading, Role};
use crate::text::{Message, words};
use crate::verdict::{Availability, Severity, Verdict};
use crate::watch::{Expect, WatchKind};

/// What may hide a page.
const BEHIND: [Availability; 5] = [
    Availability::Maintenance,
    Availability::RobotCheck,
    Availability::Refused,
    Availability::Error,
    Availability::Unreachable,
];

/// One message of each sort that the constructors make.
pub(super) fn every_message() -> Vec<Message> {
    [
        of_words(),
        of_the_command_line(),
        of_the_learned(),
        of_the_doctor(),
        of_backups(),
        of_notices(),
        of_the_desktop(),
        of_adding(),
        of_the_report(),
    ]
    .concat()
}

fn of_words() -> Vec<Message> {
    use FailureKind as F;
    let kinds =
        [WatchKind::Homepage, WatchKind::Admin, WatchKind::Feed, WatchKind::Article, WatchKind::Tls, WatchKind::Dns];
    let verdicts = [Verdict::Learning, Verdict::Normal, Verdict::Suspect, Verdict::Alarm, Verdict::Inconclusive];
    let failures = [
        F::NoSuchName,
        F::DnsFailed,
        F::TimedOut,
        F::Refused,
        F::Dropped,
        F::Unreachable,
        F::Untrusted,
        F::Tls,
        F::NotHttp,
        F::TooManyRedirects,
        F::BadRedirect,
        F::TooLarge,
        F::BadEncoding,
        F::Proxy,
        F::Local,
        F::NoCredential,
        F::ForeignCredential,
        F::NoKeychain,
    ];
    let stages =
        [Stage::Credential, Stage::Dns, Stage::Connect, Stage::Headers, Stage::Body, Stage::Decode, Stage::Redirect];
    let mut all = vec![
        words::failed_look(F::TimedOut, Stage::Connect),
        words::version_rolled_back(3),
        words::version_forgotten(),
        words::version_counted(),
        words::version_relearned(),
        words::taken_by("aygun"),
        words::stories_deleted(1, false, "The harbour opens"),
        words::stories_deleted(37, true, "The harbour opens"),
        words::story_in_trouble("The harbour opens", words::failure(FailureKind::Refused), 1),
        words::story_in_trouble("The harbour opens", words::failure(FailureKind::Refused), 3),
        words::readers_differ(2, 6),
        words::lasting_suspicion(5, words::failure(FailureKind::Refused)),
    ];
    all.extend(kinds.map(|kind| words::looks_differ(kind, 2, 5)));
    all.extend(Held::ALL.map(words::held));
    all.extend([1, 3].map(|looks| words::untold(words::failure(FailureKind::Refused), looks, Held::Differed)));
    all.push(words::no_untold());
    all.extend(BEHIND.map(|behind| words::hidden(behind, at("14:20"))));
    all.extend(kinds.into_iter().flat_map(|kind| [words::kind(kind), words::place(kind)]));
    all.extend(verdicts.map(words::verdict));
    all.push(words::set_aside());
    all.extend(failures.map(words::failure));
    all.extend(stages.map(words::stage));
    all.extend(every_state().iter().map(words::state));
    all
}

fn every_state() -> Vec<State> {
    let mut states = vec![State::Open, State::Acknowledged { at: at("14:20"), by: "aygun".to_owned() }];
    let resolutions = [Resolution::Ours, Resolution::Recovered, Resolution::Dismissed];
    states.extend(resolutions.map(|resolution| State::Resolved { at: at("14:20"), resolution }));
    states
}

fn of_the_command_line() -> Vec<Message> {
    let columns = [Column::Outlet, Column::Watch, Column::Address, Column::Verdict, Column::LastLook, Column::What];
    let mut all = vec![
        cli::never_looked(),
        cli::nothing_unusual(),
        cli::almost_over(),
        cli::learning_so_far(),
        cli::no_judgement(),
        cli::round(Round { total: 12, alarms: 0, suspects: 1, unseen: 0 }),
        cli::ordinary_stories(3),
        cli::watching(3),
        cli::nothing_configured("a.toml"),
        cli::no_such_outlet("Report", "a.toml"),
        cli::stopped(),
        cli::not_watched_by_this_version(),
        cli::caught_up(Round { total: 12, ..Round::default() }),
        cli::caught_up(Round { total: 12, unseen: 1, ..Round::default() }),
        cli::metered_slower(),
        cli::proxy_out(Message::new("network-why-probes-silent")),
        words::own_network(),
        cli::not_watched(at("14:02"), at("14:20")),
        cli::configuration_kept("a.toml", as_said("line 1, column 2: no")),
        cli::configuration_unusable(as_said("a.toml: line 1, column 2: no")),
        cli::pictures_unread(&["notes.txt".to_owned(), "b.psd".to_owned()]),
        cli::pictures_too_many(500),
        cli::store_mended(as_said("it was damaged")),
        cli::store_trouble(as_said("the disk is full")),
        cli::judging_trouble("Report"),
        cli::look_trouble("Report"),
        cli::part_trouble("looks"),
        cli::store_works(),
        cli::not_approved("Report"),
        cli::approval_changed("Report"),
        cli::configuration_reloaded("a.toml", 1, 2, 3),
        cli::nothing_stored(cli::holder("frontwatch", 42, at("14:02"))),
        cli::nothing_kept(as_said("the disk is full")),
        cli::nothing_known(as_said("the disk is full")),
        cli::another_holder(),
        cli::notice_not_delivered("Report: over", as_said("no server")),
        cli::channel_fails(&ChannelId::Webhook("chat".to_owned()), as_said("it answers 500: it fails")),
        cli::channel_fails(&ChannelId::Email("desk".to_owned()), as_said("it refuses connections")),
        words::as_it_should_be(),
        words::judging_failed(),
    ];
    all.extend(columns.map(cli::column));
    let networks = [Network::Online, Network::Offline, Network::Captive];
    all.extend(networks.map(cli::network));
    let whys = [Why::System, Why::ProbeCaught, Why::StrangersAnswer, Why::ProbesSilent, Why::HostsSilent];
    let assessments = networks.into_iter().flat_map(|network| whys.map(|why| Assessment { network, why }));
    all.extend(assessments.filter_map(cli::network_why));
    let what = || words::failure(FailureKind::Refused);
    all.extend(every_state().iter().map(|state| cli::incident("Report", what(), state, at("14:02"))));
    all
}

fn of_the_desktop() -> Vec<Message> {
    let what = || words::failure(FailureKind::Refused);
    let mut all = vec![
        desktop::nothing_watched(),
        desktop::refused(),
        desktop::all_well(1, "Report"),
        desktop::first_look(6),
        desktop::learning(2, 6),
        desktop::suspects(1, "Report", Some(&what())),
        desktop::suspects(2, "Report", None),
        desktop::confirming("Report"),
        desktop::unseen(1, 6, "Report"),
        desktop::alarms(2, "Report", what(), at("14:02")),
        desktop::alarms_at_several(1, what(), at("14:02")),
        desktop::alarms_at_several(3, what(), at("14:02")),
        desktop::paused(None, 0),
        desktop::paused(Some(at("15:02")), 2),
        desktop::demonstration("All is well."),
        desktop::unwritten("All is well."),
        desktop::rechecked(Round::default()),
        desktop::rechecked(Round { total: 6, ..Round::default() }),
        desktop::rechecked(Round { total: 6, alarms: 1, ..Round::default() }),
        desktop::no_tray(),
        desktop::no_page(what()),
    ];
    all.extend([Item::Recheck, Item::Open, Item::PauseHour, Item::Resume, Item::Quit].map(desktop::item));
    let scenes = [S::Learning, S::Cover, S::Spread, S::Panel, S::Stories, S::Outage, S::Restored, S::Over];
    all.extend(scenes.map(desktop::scene));
    let why = || as_said("the disk is full");
    let troubles = [
        T::NoSuchIncident,
        T::AlreadyTaken,
        T::NoSuchWatch,
        T::Changed,
        T::InQuestion,
        T::NoBackup(crate::text::errors::as_said("no space is left")),
        T::NotSaved { folder: "/home/leyla".to_owned(), why: crate::text::errors::as_said("no space is left") },
        T::Demonstration,
        T::AlarmFirst,
        T::Stopped,
        T::NoAddress,
        T::OtherScheme,
        T::Password,
        T::Status(404),
        T::Status(403),
        T::AlreadyWatched("Report".to_owned()),
        T::NotProposed,
        T::NotWritten(why()),
        T::NoDemonstration(why()),
        T::NotOpened(why()),
        T::NoList(Unreadable::TooLong),
        T::NoList(Unreadable::NoList),
        T::Autostart(why()),
        T::Store(why()),
        T::BadRequest("no such field".to_owned()),
    ];
    all.extend(troubles.iter().map(desktop::trouble));
    all
}

fn named(mail: &str) -> Names {
    let view = format!(r#"{{"at":"system","ns":{{"found":["ns1.dns.example","ns2.dns.example"]}}{mail}}}"#);
    Names::read(&format!(r#"{{"host":"report.example","domain":"report.example","resolvers":[{view}]}}"#)).unwrap()
}

fn of_adding() -> Vec<Message> {
    let mut all = vec![
        add::elsewhere("elsewhere.example"),
        add::transport(true, true),
        add::transport(true, false),
        add::transport(false, false),
        add::server("nginx"),
        add::generator("WordPress 6.9"),
        add::feed(Some(Feed::Stories(0))),
        add::feed(Some(Feed::Stories(30))),
        add::feed(Some(Feed::Sitemaps(0))),
        add::feed(Some(Feed::Sitemaps(12))),
        add::feed(None),
        add::certificate(None),
        add::certificate(Some(("Usual Authority", at("14:02")))),
        add::names(&named("")).unwrap(),
        add::names(&named(r#","mx":{"found":["mail.report.example"]}"#)).unwrap(),
        add::left_out("https://report.example/en/", "Report"),
        add::users_open("/wp-json/wp/v2/users"),
        add::probe_done(0, 12),
        add::probe_done(2, 1),
        add::probe_stopped(),
        add::yes(),
        add::list(0, 0, 0),
        add::list(1, 1, 1),
        add::list(12, 3, 2),
        add::list_write(1, "a.toml"),
        add::list_write(12, "a.toml"),
    ];
    let whys = {
        use exchange::Why as W;
        [W::NoAddress, W::OtherScheme, W::Password, W::Broken, W::TooMany]
    };
    all.extend(whys.map(add::list_why));
    all.push(add::list_line(4, "ftp://a.example/", exchange::Why::OtherScheme));
    all.extend([Expect::Login, Expect::Denied, Expect::Gone, Expect::Json].map(add::admin));
    let asked = [Ask::MayYou, Ask::MayProbe, Ask::Write("a.toml"), Ask::NobodyToAsk];
    all.extend(asked.map(add::ask));
    all.extend([Ask::NothingWritten, Ask::Written("a.toml")].map(add::ask));
    all
}

fn of_notices() -> Vec<Message> {
    let (began, over) = (at("14:02"), at("14:20"));
    let content = |seen, fine| {
        let what = words::failure(FailureKind::Refused);
        alerts::content_notice("Report", WatchKind::Homepage, what, began, seen, fine)
    };
    let mut notices = vec![alerts::test_notice(), content(2, true), content(5, false)];
    let mut headlines = Vec::new();
    for others in [true, false] {
        let outages = [Outage::Silent, Outage::Error, Outage::Maintenance, Outage::Certificate];
        let kinds = [WatchKind::Homepage, WatchKind::Admin, WatchKind::Feed, WatchKind::Article];
        headlines.extend(kinds.iter().flat_map(|kind| outages.map(|how| alerts::outage_headline(*kind, how))));
        notices.extend(outages.map(|how| alerts::outage_notice("Report", WatchKind::Homepage, how, began, others)));
    }
    let blind = [B::Refused, B::RobotCheck, B::TooLarge, B::Unreadable, B::Credential, B::Opened];
    headlines.extend(blind.map(alerts::unseen_headline));
    notices.extend(blind.map(|why| alerts::unseen_notice("Report", WatchKind::Homepage, why, 10)));
    notices.extend(BEHIND.map(|behind| alerts::hidden_notice("Report", behind, over)));
    notices.push(alerts::flapping(content(2, true), 3, began));
    let causes = [Cause::Content, Cause::Outage, Cause::Unseen];
    notices.extend(causes.map(|cause| alerts::over_notice("Report", WatchKind::Homepage, cause, began, over)));

    let mut all: Vec<Message> = notices.into_iter().flat_map(|notice| [notice.title, notice.body]).collect();
    all.extend(headlines);
    all.extend([Button::Acknowledge, Button::Open, Button::Recheck].map(alerts::button));
    let channels = [ChannelId::Desktop, ChannelId::Webhook("chat".to_owned()), ChannelId::Email("desk".to_owned())];
    all.extend(channels.iter().map(alerts::test_arrived));
    all.push(alerts::test_failed(as_said("it refuses connections")));
    all.extend(of_several());
    all.extend(of_incidents());
    all
}

fn of_several() -> Vec<Message> {
    let foreign = || "evil.example".to_owned();
    let shared = [
        Shared::Picture,
        Shared::Host(foreign()),
        Shared::Title(foreign()),
        Shared::Words(foreign()),
        Shared::Moment(Message::new("signal-cover-picture")),
        Shared::One { outlet: "Oxu".to_owned(), what: Message::new("signal-cover-picture") },
    ];
    let mut all = Vec::new();
    for (n, shared) in (0..).zip(shared) {
        for cause in [Cause::Content, Cause::Outage, Cause::Unseen, Cause::Reported] {
            let group = (n % 2 == 0).then_some("Global Media Group");
            let several = Several {
                count: 9,
                group: group.map(str::to_owned),
                of_group: 12,
                cause,
                shared: shared.clone(),
                first: "Oxu".into(),
                others: (0..n * 2).map(|n| format!("Outlet {n}")).collect(),
                since: at("14:02"),
                connection_is_fine: n > 2,
            };
            let (told, over) = (
                alerts::several_notice(&several),
                alerts::several_over_notice(9, group, cause, at("14:02"), at("14:20")),
            );
            all.extend([told.title, told.body, over.title, over.body, alerts::several_headline(&several)]);
        }
    }
    all.extend([alerts::also_on(1), alerts::also_on(3), alerts::nobody_has_it(), alerts::morning_title(1)]);
    all.extend([alerts::morning_title(7), alerts::and_more(2)]);
    let reported = alerts::reported_notice(
        "Report",
        WatchKind::Article,
        alerts::reported("nino", WatchKind::Article, Some("not ours")),
        at("14:02"),
    );
    all.extend([reported.title, reported.body, alerts::reported("nino", WatchKind::Homepage, None)]);
    all.push(alerts::reported("nino", WatchKind::Homepage, Some("not ours")));
    all.push(alerts::over_notice("Report", WatchKind::Homepage, Cause::Reported, at("14:02"), at("14:20")).body);
    all
}

fn of_incidents() -> Vec<Message> {
    let mut all = vec![
        words::opened(),
        words::reported(),
        words::somebody(),
        words::was_put_off(),
        words::silent(),
        words::no_incidents(),
        words::put_off(at("14:02")),
        words::rests(),
    ];
    all.extend([words::told_on("desktop", "Report: alarm"), words::withdrawn_on("email:desk", "Report: alarm")]);
    all.extend([
        words::waits_on("desktop", "Report: alarm"),
        words::failed_on("desktop", "Report: alarm", as_said("away")),
    ]);
    for reason in Reason::ALL {
        all.extend([words::why_silent(reason), words::silent_because(words::why_silent(reason))]);
    }
    all.push(desktop::credential_taken("chat-hook", "chat"));
    all.push(desktop::saved("/home/leyla/frontwatch-outlets-2026-11-29.csv"));
    all.extend([desktop::trouble(&T::NoSuchOutlet), desktop::trouble(&T::Elsewhere)]);
    all
}

fn of_the_report() -> Vec<Message> {
    let roles = [Role::Baseline, Role::Before, Role::Suspect, Role::Alarm, Role::Hourly].map(report::role);
    let mut all = vec![
        report::title("Report", "a picture covers the front page"),
        report::whereabouts("front page", "https://report.example/"),
        report::state("nobody has it yet"),
        report::since(at("14:02"), at("14:20"), 1),
        report::since(at("14:02"), at("14:20"), 12),
        report::before("News of the day"),
        report::now(""),
        report::moment(at("14:02"), "it was confirmed"),
        report::capture(at("14:02"), report::role(Role::Alarm), 200, 48_213, "https://report.example/"),
        report::more(),
        report::made(at("14:30")),
        report::last_good(),
        report::first_bad(),
    ];
    all.extend([Heading::Why, Heading::Happened, Heading::Kept, Heading::Todo].map(report::heading));
    all.extend([Severity::Critical, Severity::Warning, Severity::Info].map(report::urgency));
    all.extend(roles);
    all.extend(report::runbook());
    all.extend(Because::ALL.into_iter().flat_map(|why| [report::why(why), report::set_aside(why)]));
    all.push(report::leave_out(3, "Report", Because::Advertisement, "div.ad"));
    all.push(report::no_part(3, "Report", Because::Design));
    all.push(report::never_left_out(3, "Report", Because::Partner));
    all.push(report::left_out("div.ad"));
    all
}

/// The ids of a catalogue, each with how often it stands there.
pub(super) fn ids(catalogue: &str) -> BTreeMap<String, usize> {
    let mut ids = BTreeMap::new();
    let messages = catalogue.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    for id in messages.filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned()) {
        *ids.entry(id).or_default() += 1;
    }
    ids
}

#[test]
fn catalogues_have_no_faults_and_no_id_twice() {
    for language in LANGUAGES {
        let mut all = BTreeMap::new();
        for (file, text) in [language.catalogues, &[("window.ftl", language.window)]].concat() {
            if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}/{file}: {faults:?}", language.tag);
            }
            for (id, times) in ids(text) {
                // The window says its own words by itself, and may call one as the program does.
                *all.entry((file == "window.ftl", id)).or_insert(0) += times;
            }
        }
        let twice: Vec<_> = all.into_iter().filter(|(_, times)| *times > 1).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", language.tag);
    }
}

#[test]
fn every_constructor_has_its_text_and_gives_it_all_that_it_needs() {
    let speech = speech();
    for message in every_message() {
        assert_eq!(speech.flaws(&message), [], "{message:?}");
        let said = speech.say_at(&message, at("14:30"));
        assert!(!said.is_empty() && !said.contains(['{', '}', '\n']), "{said:?}");
        for name in message.args.keys() {
            let used = LANGUAGES[0].catalogues.iter().any(|(_, text)| text.contains(&format!("${name}")));
            assert!(used, "{}: no text uses {name}", message.id);
        }
    }
}

/// Catalogues of this module; what signals and baselines say is tested where it is made.
#[test]
fn no_text_is_without_its_constructor() {
    let made: BTreeSet<String> = every_message().into_iter().map(|message| message.id).collect();
    let inner = [
        "object",
        "report-nothing",
        "standing-something",
        "subject",
        "connection-fine",
        "curtain",
        "since-seen",
        "minutes",
        "month",
        "several-sites",
        "also",
        "shared-picture",
        "shared-host",
        "shared-title",
        "shared-words",
        "shared-moment",
        "shared-one",
        "time-today",
        "time-this-year",
        "time-any-year",
        "channel",
        "doctor-not-tried",
        "doctor-minutes",
        "doctor-hours",
        "doctor-days",
    ];
    for (file, text) in LANGUAGES[0].catalogues {
        if ["add.ftl", "alerts.ftl", "words.ftl", "cli.ftl", "desktop.ftl", "doctor.ftl", "report.ftl"].contains(file) {
            let unused: Vec<String> =
                ids(text).into_keys().filter(|id| !made.contains(id) && !inner.contains(&id.as_str())).collect();
            assert!(unused.is_empty(), "{file}: {unused:?}");
        }
    }
}
