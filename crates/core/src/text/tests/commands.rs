//! What `frontwatch baseline`, `frontwatch doctor` and `frontwatch backup` say.

use jiff::SignedDuration;

use super::{at, baku, speech};
use crate::channel::ChannelId;
use crate::observation::FailureKind;
use crate::text::backup::{self, Trick};
use crate::text::cli::{self, Learned as L};
use crate::text::doctor::{self, Mark, Thing};
use crate::text::errors::as_said;
use crate::text::{Message, Speech, words};

pub(super) fn of_the_learned() -> Vec<Message> {
    let address = "https://report.example/";
    let all = [
        L::NoSuchAddress("Report"),
        L::SeveralAddresses("https://report.example/, https://report.example/feed"),
        L::Compared(address, 3, 4),
        L::Same,
        L::First(address, 1),
        L::CountsAgain(address, 3, 5),
        L::Forgotten(address),
        L::Before,
        L::Now,
        L::Publish,
        L::Nobody,
        L::Nothing,
        L::Normal(address),
        L::Over("f40abd0d5337eefb"),
    ];
    all.map(cli::learned).to_vec()
}

/// Every trick.
const TRICKS: [Trick; 24] = [
    Trick::NoBackup,
    Trick::CutShort,
    Trick::Trailing,
    Trick::Foreign,
    Trick::List,
    Trick::Outside,
    Trick::Absolute,
    Trick::Folder,
    Trick::Link,
    Trick::HardLink,
    Trick::Special,
    Trick::Extension,
    Trick::Twice,
    Trick::Case,
    Trick::Unknown,
    Trick::Many,
    Trick::Size,
    Trick::Bomb,
    Trick::Missing,
    Trick::Digest,
    Trick::Database,
    Trick::Shape,
    Trick::Newer,
    Trick::Configuration,
];

pub(super) fn of_backups() -> Vec<Message> {
    let names = |count: usize| (1..=count).map(|n| format!("secret-{n}")).collect::<Vec<_>>();
    let mut all = vec![
        backup::unreadable("a.backup", &std::io::ErrorKind::PermissionDenied.into()),
        backup::unwritable("a.backup", &std::io::ErrorKind::StorageFull.into()),
        backup::exists("a.backup"),
        backup::nothing("/home/aygun/data", "a.toml"),
        backup::made("a.backup", 1_234_567, true, true),
        backup::made("a.backup", 1, true, false),
        backup::made("a.backup", 1, false, true),
        backup::replace("/home/aygun/data"),
        backup::nobody(),
        backup::left(),
        backup::restored(at("14:02"), "0.1.0"),
        backup::aside("a.db.before-restore"),
    ];
    all.extend([0, 1, 2, 5].map(|count| backup::secrets(&names(count))));
    all.extend(TRICKS.map(|trick| backup::refused("a.backup", trick, "../a")));
    all
}

pub(super) fn of_the_doctor() -> Vec<Message> {
    let channels = [ChannelId::Desktop, ChannelId::Webhook("chat".to_owned()), ChannelId::Email("desk".to_owned())];
    let mut things = vec![Thing::Configuration, Thing::Store, Thing::Outbox, Thing::Notifications, Thing::Tray];
    things.extend([Thing::Keychain, Thing::Network, Thing::Clock]);
    things.extend(channels.iter().cloned().map(Thing::Test));
    let silent = ["Report (it refuses connections)".to_owned(), "Oxu (no answer)".to_owned()];
    let waiting = || doctor::waiting_by("webhook:chat", 2, Some(as_said("it answers 500: it fails")));
    let mut all = vec![
        doctor::open_to_others("a.toml"),
        doctor::named("a.toml", 2, 7),
        doctor::writable("/home/aygun/data"),
        doctor::nothing_ever(),
        doctor::none_waits(),
        doctor::waiting(vec![waiting(), waiting()]),
        waiting(),
        doctor::waiting_by("email:desk", 1, None),
        doctor::server("gnome-shell", "46.0", "GNOME", true),
        doctor::server("mini", "1.0", "nobody", false),
        doctor::no_server(as_said("no notification server answers")),
        doctor::tray_elsewhere(),
        doctor::keychain_unneeded(as_said("no keychain answers")),
        doctor::keychain_answers(1, 2),
        doctor::credential("desk", "https://report.example", doctor::no_look("https://report.example/users")),
        doctor::no_look("https://report.example/users"),
        doctor::network(2, &[]),
        doctor::network(0, &silent),
        doctor::network(2, &silent),
        doctor::silent("Report", words::failure(FailureKind::Refused)),
        doctor::no_time(),
        doctor::bundle_made("a.txt"),
        doctor::bundle_holds(),
        doctor::bundle_lacks(),
        doctor::bundle_failed("a.txt", &std::io::ErrorKind::StorageFull.into()),
        doctor::clock_agrees(),
    ];
    all.extend(Mark::ALL.map(doctor::mark));
    all.extend(things.iter().map(doctor::thing));
    all.extend(channels.iter().map(doctor::no_alert));
    all.extend([3, 180, 5000].map(|minutes| doctor::clock_off(SignedDuration::from_mins(minutes))));
    all
}

#[test]
fn a_clock_is_off_by_whole_minutes_hours_or_days() {
    let off = |tag: &str, minutes| {
        let speech = Speech::new(&[tag.to_owned()], baku());
        speech.say(&doctor::clock_off(SignedDuration::from_mins(minutes)))
    };
    for (minutes, said) in [
        (3, "off by 3 minutes "),
        (-3, "off by 3 minutes "),
        (90, "off by 90 minutes "),
        (125, "off by 2 hours "),
        (5000, "off by 3 days "),
    ] {
        assert!(off("en", minutes).contains(said), "{}", off("en", minutes));
    }
    assert!(off("ru", 21).contains(" на 21 минуту:"), "{}", off("ru", 21));
    assert!(off("ru", 5 * 60).contains(" на 5 часов:"), "{}", off("ru", 5 * 60));
}

/// Quoted by whoever reads the terminal with another program: English stays as it is.
#[test]
fn the_english_of_the_terminal_stays() {
    let speech = speech();
    for (message, said) in [
        (
            cli::learned(L::Publish),
            "Did your newsroom publish this? Whatever is approved raises no alarm again. Type yes:",
        ),
        (
            cli::learned(L::CountsAgain("https://a.example/", 3, 1005)),
            "https://a.example/: version 3 counts again, as version 1005",
        ),
        (cli::learned(L::Normal("https://a.example/")), "https://a.example/: this is normal from now on"),
        (
            doctor::waiting(vec![doctor::waiting_by("webhook:chat", 1, Some(as_said("it answers 500: it fails")))]),
            "alerts wait that could not be sent: 1 by webhook:chat (it answers 500: it fails). A running watch tries them again",
        ),
        (doctor::keychain_answers(1, 1), "it answers and holds 1 credential; the configuration names 1"),
        (doctor::mark(Mark::Trouble), "TROUBLE"),
        (doctor::thing(&Thing::Test(ChannelId::Email("desk".to_owned()))), "test by the mail desk"),
    ] {
        assert_eq!(speech.say(&message), said);
    }
}
