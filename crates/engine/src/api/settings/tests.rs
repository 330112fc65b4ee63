use std::collections::BTreeMap;
use std::sync::Mutex as Locked;

use jiff::tz::TimeZone;

use super::*;
use crate::ports::Later;
use crate::secrets::NoSecret;

/// A keychain in memory.
#[derive(Default)]
struct Memory {
    kept: Locked<BTreeMap<String, Credential>>,
    locked: bool,
}

impl Secrets for Memory {
    fn get(&self, name: &str) -> Later<Result<Credential, NoSecret>> {
        let known = self.kept.lock().unwrap().get(name).cloned().ok_or_else(|| NoSecret::Missing(name.to_owned()));
        Box::pin(async { known })
    }

    fn set(&self, name: &str, credential: Credential) -> Later<Result<(), NoSecret>> {
        let done = if self.locked { Err(NoSecret::Locked) } else { Ok(()) };
        if done.is_ok() {
            self.kept.lock().unwrap().insert(name.to_owned(), credential);
        }
        Box::pin(async { done })
    }

    fn remove(&self, _name: &str) -> Later<Result<(), NoSecret>> {
        Box::pin(async { Ok(()) })
    }

    fn names(&self) -> Later<Result<Vec<String>, NoSecret>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

const FILE: &str = "# ours\n[watching]\ninterval = \"30s\" # often\n\n[[outlet]] # first\nname = \"Report\"\n\
                    homepage = \"https://report.example/\"\n";

struct Desk {
    settings: Settings,
    secrets: Arc<Memory>,
    file: PathBuf,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn with(text: &str, locked: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("frontwatch.toml");
        std::fs::write(&file, text).unwrap();
        let secrets = Arc::new(Memory { locked, ..Memory::default() });
        let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
        let settings = Settings::new(Some(file.clone()), Arc::<Memory>::clone(&secrets), speech);
        Self { settings, secrets, file, _folder: folder }
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.file).unwrap()
    }

    async fn view(&self) -> SettingsView {
        match self.settings.view().await.unwrap() {
            Reply::Settings(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    /// Everything that the window hears of a change.
    async fn heard(&self, change: Change) -> (String, Vec<Fault>) {
        let (reply, _) = self.settings.change(change).await.unwrap();
        let said = serde_json::to_string(&reply).unwrap();
        match reply {
            Reply::NotChanged { faults } => (said, faults),
            _ => (said, Vec::new()),
        }
    }
}

fn set(setting: Setting, text: &str) -> Change {
    Change::Set { setting, texts: Some(vec![text.to_owned()]) }
}

fn hook() -> ChannelDraft {
    ChannelDraft {
        kind: ChannelKind::Webhook,
        was: None,
        name: "chat".to_owned(),
        url: Some("https://chat.example/hooks/s3cret".to_owned()),
        template: String::new(),
        server: String::new(),
        from: String::new(),
        to: Vec::new(),
        least: "critical".to_owned(),
        credential: "chat-hook".to_owned(),
        secret: Some(SecretDraft { manner: Manner::Bearer, header: String::new(), secret: "hunter2".into() }),
    }
}

#[tokio::test]
async fn a_change_keeps_the_words_of_a_person_and_one_from_outside_is_seen() {
    let desk = Desk::with(FILE, false);
    let (reply, config) = desk.settings.change(set(Setting::Interval, "45s")).await.unwrap();
    assert!(matches!(reply, Reply::Settings(_)), "{reply:?}");
    assert_eq!(config.unwrap().watching.interval.as_secs(), 45);
    assert_eq!(desk.text(), FILE.replace("30s", "45s"));

    std::fs::write(&desk.file, FILE.replace("30s", "2m")).unwrap();
    let value = |view: &SettingsView| view.values.iter().find(|it| it.setting == Setting::Interval).unwrap().clone();
    let seen = value(&desk.view().await);
    assert_eq!((seen.texts, seen.usual), (Some(vec!["2m".to_owned()]), vec!["30s".to_owned()]));
    let changed = desk.settings.change(Change::Set { setting: Setting::Interval, texts: None }).await.unwrap();
    assert!(changed.1.is_some() && desk.text().contains("# often"), "{}", desk.text());
    assert_eq!(value(&desk.view().await).texts, None);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_written() {
    let desk = Desk::with(FILE, false);
    let (_, faults) = desk.heard(set(Setting::Timeout, "forever")).await;
    assert_eq!((faults[0].field.as_str(), faults[0].line), ("timeout", None));
    assert!(faults[0].says.contains("found \"forever\", expected a duration"), "{faults:?}");
    let bad = ChannelDraft { name: String::new(), url: Some("http://chat.example/x".to_owned()), ..hook() };
    let (_, faults) = desk.heard(Change::PutChannel { channel: bad }).await;
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["name", "url"]);
    assert_eq!(desk.text(), FILE);

    // A file that is wrong already is not changed, and says where.
    std::fs::write(&desk.file, "[watching]\nintervall = \"30s\"\n").unwrap();
    let (_, faults) = desk.heard(set(Setting::Timeout, "9s")).await;
    assert_eq!((faults[0].field.as_str(), faults[0].line), ("intervall", Some(2)));
    assert_eq!(desk.view().await.faults, faults);
}

#[tokio::test]
async fn a_secret_goes_into_the_keychain_and_nowhere_else() {
    let desk = Desk::with(FILE, false);
    let (said, faults) = desk.heard(Change::PutChannel { channel: hook() }).await;
    assert_eq!(faults, []);
    let kept = desk.secrets.get("chat-hook").await.unwrap();
    assert_eq!(kept.origin(), "https://chat.example", "for its own site alone");
    assert!(desk.text().contains("credential = \"chat-hook\"") && !desk.text().contains("hunter2"));
    assert!(!said.contains("hunter2") && !said.contains("s3cret"), "{said}");
    assert!(said.contains("https://chat.example") && !format!("{:?}", hook()).contains("hunter2"));

    // Without an address of its own the channel stays where it was.
    let change = ChannelDraft { was: Some("chat".to_owned()), url: None, secret: None, ..hook() };
    let change = ChannelDraft { name: "team".to_owned(), least: String::new(), ..change };
    assert_eq!(desk.heard(Change::PutChannel { channel: change }).await.1, []);
    assert!(desk.text().contains("hooks/s3cret") && !desk.text().contains("least"), "{}", desk.text());
    let gone = Change::RemoveChannel { kind: ChannelKind::Webhook, name: "team".to_owned() };
    assert_eq!(desk.heard(gone).await.1, []);
    assert_eq!(desk.text(), FILE);
}

/// What stands in the file, which channel is saved, and whether its secret is kept under the name `shared`.
#[tokio::test]
async fn a_secret_of_another_is_not_written_over() {
    let hook_at = |name: &str, site: &str, credential: &str| {
        format!("\n[[webhook]]\nname = \"{name}\"\nurl = \"https://{site}/hook\"\n{credential}")
    };
    let named = "credential = \"shared\"\n";
    let endpoint =
        format!("\n  [[outlet.admin]]\n  url = \"https://report.example/users\"\n  expect = \"json\"\n  {named}");
    let draft = |was: Option<&str>, site: &str| ChannelDraft {
        was: was.map(str::to_owned),
        url: Some(format!("https://{site}/hook")),
        credential: " shared ".to_owned(),
        ..hook()
    };
    let (chat, team) = ("chat.example", "team.example");
    for (more, saved, kept) in [
        (String::new(), draft(None, chat), true),
        (hook_at("chat", chat, named), draft(Some("chat"), chat), true),
        (hook_at("chat", chat, named), draft(Some("chat"), "moved.example"), true),
        (hook_at("team", team, ""), draft(None, chat), true),
        (hook_at("team", team, named), draft(None, chat), false),
        (hook_at("team", chat, named), draft(None, chat), false),
        (hook_at("team", team, named) + &hook_at("chat", chat, ""), draft(Some("chat"), chat), false),
        // Two rooms of one chat, which share a secret as the file has it.
        (hook_at("team", chat, named) + &hook_at("chat", chat, named), draft(Some("chat"), chat), true),
        (hook_at("team", chat, named) + &hook_at("chat", chat, named), draft(Some("chat"), team), false),
        (endpoint, draft(None, chat), false),
    ] {
        let text = format!("{FILE}{more}");
        let desk = Desk::with(&text, false);
        let (said, faults) = desk.heard(Change::PutChannel { channel: saved }).await;
        assert_eq!(faults.is_empty(), kept, "{text}\n{faults:?}");
        assert_eq!(desk.secrets.kept.lock().unwrap().contains_key("shared"), kept, "{text}");
        if !kept {
            assert_eq!(faults[0].field, "credential", "{faults:?}");
            assert!(faults[0].says.contains("team") || faults[0].says.contains("Report"), "{faults:?}");
            assert!(desk.text() == text && !said.contains("hunter2"), "{said}");
        }
    }
    // To name it without a new secret is no loss.
    let desk = Desk::with(&format!("{FILE}{}", hook_at("team", chat, named)), false);
    let shares = ChannelDraft { secret: None, ..draft(None, chat) };
    assert_eq!(desk.heard(Change::PutChannel { channel: shares }).await.1, []);
}

/// Nobody is asked whether this computer is online, which is another thing than those whom it asks by itself.
#[tokio::test]
async fn no_probes_can_be_said() {
    let desk = Desk::with(FILE, false);
    let none = Change::Set { setting: Setting::Probes, texts: Some(Vec::new()) };
    let (_, config) = desk.settings.change(none).await.unwrap();
    assert!(config.unwrap().watching.probes.is_empty());
    assert!(desk.text().contains("probes = []"), "{}", desk.text());
    let written = |view: SettingsView| view.values.into_iter().find(|it| it.setting == Setting::Probes).unwrap().texts;
    assert_eq!(written(desk.view().await), Some(Vec::new()));
    let usual = Change::Set { setting: Setting::Probes, texts: None };
    assert!(!desk.settings.change(usual).await.unwrap().1.unwrap().watching.probes.is_empty());
    assert_eq!(written(desk.view().await), None);
}

#[tokio::test]
async fn a_secret_that_cannot_be_kept_changes_nothing() {
    let without = |manner, header: &str, secret: &str| ChannelDraft {
        secret: Some(SecretDraft { manner, header: header.to_owned(), secret: secret.into() }),
        ..hook()
    };
    for (locked, draft, field) in [
        (true, hook(), "secret"),
        (false, without(Manner::Basic, "", "hunter2"), "secret"),
        (false, without(Manner::Header, "Host", "hunter2"), "secret"),
        (false, ChannelDraft { credential: " ".to_owned(), ..hook() }, "credential"),
    ] {
        let desk = Desk::with(FILE, locked);
        let (said, faults) = desk.heard(Change::PutChannel { channel: draft }).await;
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), [field], "{faults:?}");
        assert!(!said.contains("hunter2"), "{said}");
        assert!(desk.text() == FILE && desk.secrets.kept.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn plans_come_and_go_and_a_demonstration_has_nothing_to_set() {
    let desk = Desk::with(FILE, false);
    let plan = PlanWritten {
        from: "2026-12-24T22:00".to_owned(),
        until: "2026-12-25T02:30".to_owned(),
        signals: vec!["title".to_owned()],
        ..PlanWritten::default()
    };
    let (outlet, twice) = ("Report".to_owned(), plan.clone());
    assert_eq!(desk.heard(Change::AddPlan { outlet: outlet.clone(), plan: twice }).await.1, []);
    assert_eq!(desk.view().await.outlets, [OutletPlans { outlet: outlet.clone(), plans: vec![plan.clone()] }]);
    let gone = Change::RemovePlan { outlet, plan };
    assert_eq!(desk.heard(gone.clone()).await.1, []);
    assert_eq!(desk.text(), FILE);
    assert_eq!(desk.settings.change(gone).await.unwrap_err().code, "configuration.not-written");

    let speech = Speech::new(&[], TimeZone::UTC);
    let none = Settings::new(None, Arc::new(Memory::default()), speech);
    assert_eq!(none.view().await.unwrap_err().code, "demonstration.read-only");
}
