//! Backups: made while the store is written, put back whole, and refused by name where anything is wrong with the file.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::text::Speech;
use frontwatch_core::text::backup::Trick;
use frontwatch_engine::backup::{self, BackupError, FLOOR};
use frontwatch_engine::place::Place;
use frontwatch_engine::store::{Access, CaptureRole, DATABASE_FILE, Store, Write};
use frontwatch_proof::proven;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use tar::{EntryType, Header};

use super::given::{at, baseline, capture, noise, open, post, store, watch};

const CONFIGURATION: &str = "[[outlet]]\nname = \"Report\"\nhomepage = \"https://report.example/\"\n\
     [[outlet.admin]]\nurl = \"https://report.example/admin.json\"\nexpect = \"json\"\nvalues = [\"/a\"]\ncredential = \"report-readonly\"\n";

struct Home {
    dir: tempfile::TempDir,
    place: Place,
}

impl Home {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let place = Place { config: dir.path().join("frontwatch.toml"), data: dir.path().join("data") };
        Self { dir, place }
    }

    /// With a configuration and a store in it that has an incident of this number.
    async fn with(n: usize) -> Self {
        let home = Self::new();
        fs::write(&home.place.config, CONFIGURATION).unwrap();
        let store = store(&home.place.data);
        store
            .commit(vec![
                open(n),
                post(n, "desktop"),
                Write::Baseline(Box::new(baseline(n, 1))),
                capture(n, CaptureRole::Alarm, 0, &body()),
            ])
            .await
            .unwrap();
        store.close().await.unwrap();
        home
    }

    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Every file in the data directory with its digest, and the configuration; the lock aside.
    fn contents(&self) -> Vec<(PathBuf, Option<Digest>)> {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(&self.place.data).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| !path.ends_with("frontwatch.lock"));
        paths.push(self.place.config.clone());
        paths.sort();
        paths.into_iter().map(|path| (path.clone(), fs::read(&path).ok().map(|bytes| Digest::of(&bytes)))).collect()
    }
}

fn body() -> Bytes {
    noise(7, 20_000)
}

/// The outlets of the incidents that a store holds.
async fn outlets(data: &Path) -> Vec<String> {
    let store = Store::open(data, Access::Read).unwrap().store;
    let incidents = store.incidents(10, None).await.unwrap();
    incidents.into_iter().map(|incident| incident.outlet).collect()
}

#[tokio::test]
async fn what_was_kept_and_learned_is_all_there_after_a_move() {
    let (from, to) = (Home::with(1).await, Home::new());
    let file = from.file("a.backup");
    let made = backup::make(&from.place, &file, at(0)).unwrap();
    assert!(made.configuration && made.store.is_some());
    assert_eq!(made.secrets, ["report-readonly"]);
    assert_eq!(made.sha256, Digest::of(&fs::read(&file).unwrap()));
    assert!(!backup::would_replace(&to.place));
    let restored = backup::restore(&to.place, &file, at(1)).unwrap();
    assert_eq!((restored.aside.as_slice(), restored.secrets), (&[][..], made.secrets.clone()));
    assert_eq!(fs::read_to_string(&to.place.config).unwrap(), CONFIGURATION);
    assert_eq!(outlets(&to.place.data).await, ["Outlet 1"]);
    let moved = store(&to.place.data);
    assert_eq!(moved.capture(Digest::of(&body())).await.unwrap().unwrap(), body());
    assert_eq!(moved.baseline(watch(1), 1).await.unwrap().unwrap(), baseline(1, 1));
    assert_eq!(moved.load().await.unwrap().outbox.len(), 1, "what waits to be sent");
    #[cfg(unix)]
    for private in [&file, &to.place.config, &to.place.data.join(DATABASE_FILE)] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(private).unwrap().permissions().mode() & 0o077, 0, "{}", private.display());
    }
    let left: Vec<_> = fs::read_dir(from.dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "nothing is left beside the backup: {left:?}");
    assert!(matches!(backup::make(&from.place, &file, at(2)), Err(BackupError::Exists { .. })));
    assert!(matches!(backup::make(&Home::new().place, &from.file("b"), at(2)), Err(BackupError::Nothing { .. })));
}

#[tokio::test]
async fn what_is_replaced_is_kept_aside_and_a_held_store_is_not_replaced() {
    let (from, to) = (Home::with(1).await, Home::with(2).await);
    let file = from.file("a.backup");
    backup::make(&from.place, &file, at(0)).unwrap();
    let before = to.contents();
    let held = store(&to.place.data);
    let error = backup::restore(&to.place, &file, at(1)).unwrap_err();
    assert_eq!(error.code(), "store.held");
    assert!(error.to_string().contains(&format!("process {}", std::process::id())), "{error}");
    held.close().await.unwrap();
    assert_eq!(to.contents(), before);

    fs::write(&to.place.config, "# ours\n").unwrap();
    let restored = backup::restore(&to.place, &file, at(1)).unwrap();
    assert_eq!(outlets(&to.place.data).await, ["Outlet 1"]);
    let [database, configuration] = restored.aside.as_slice() else { panic!("{:?}", restored.aside) };
    assert_eq!(fs::read_to_string(configuration).unwrap(), "# ours\n");
    let old = Home::new();
    fs::create_dir_all(&old.place.data).unwrap();
    fs::rename(database, old.place.data.join(DATABASE_FILE)).unwrap();
    assert_eq!(outlets(&old.place.data).await, ["Outlet 2"]);
}

const MAKINGS: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_one_instant_of_a_store_that_is_written() {
    let (from, written) = (Home::with(1).await, store(&Home::new().place.data));
    written.close().await.unwrap();
    let writing = store(&from.place.data);
    let (over, mut ended) = tokio::sync::oneshot::channel::<()>();
    let writer = tokio::spawn(async move {
        let mut number = 0_u64;
        while ended.try_recv().is_err() {
            number += 1;
            let state = |n| Write::WatchState { watch: watch(n), state: number.to_string() };
            // The first and the last page of one batch, with much between them.
            let large = capture(1, CaptureRole::Alarm, number as i64, &noise(number, 30_000));
            writing.commit(vec![state(1), large, state(2)]).await.unwrap();
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        writing.close().await.unwrap();
        number
    });
    let mut seen = Vec::new();
    for n in 0..MAKINGS {
        let (place, file) = (from.place.clone(), from.file(&format!("{n}.backup")));
        let to = Home::new();
        let there = to.place.clone();
        tokio::task::spawn_blocking(move || {
            backup::make(&place, &file, at(0)).unwrap();
            backup::restore(&there, &file, at(1)).unwrap();
        })
        .await
        .unwrap();
        let states = store(&to.place.data).load().await.unwrap().states;
        let of = |n| states.iter().find(|(id, _)| *id == watch(n)).map(|(_, state)| state.clone());
        assert_eq!(of(1), of(2), "one instant");
        seen.push(of(1).map_or(0, |state| state.parse::<u64>().unwrap()));
    }
    over.send(()).unwrap();
    let commits = writer.await.unwrap();
    assert!(seen.is_sorted() && seen.first() < seen.last(), "it was written meanwhile: {seen:?} of {commits}");
    proven!(
        "store",
        "a backup while the store is written",
        format!("{MAKINGS} backups beside a writer that goes on, each put back and read"),
        "nothing"
    );
}

type Part = (Vec<u8>, EntryType, Vec<u8>);

/// The entries of a good backup.
fn parts(file: &Path) -> Vec<Part> {
    let mut archive = tar::Archive::new(zstd::Decoder::new(File::open(file).unwrap()).unwrap());
    let entries = archive.entries().unwrap();
    entries
        .map(|entry| {
            let mut entry = entry.unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            (entry.path_bytes().into_owned(), EntryType::Regular, bytes)
        })
        .collect()
}

/// An archive of whatever it is told.
fn packed(parts: &[Part], after: &[u8]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in parts {
        let mut header = Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name);
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o7777);
        if matches!(kind, EntryType::Symlink | EntryType::Link) {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_cksum();
        archive.append(&header, bytes.as_slice()).unwrap();
    }
    let mut all = archive.into_inner().unwrap();
    all.extend_from_slice(after);
    zstd::encode_all(all.as_slice(), 3).unwrap()
}

/// Changes the list of a backup.
fn relisted(mut parts: Vec<Part>, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut list: Value = serde_json::from_slice(&parts[0].2).unwrap();
    change(&mut list);
    parts[0].2 = serde_json::to_vec(&list).unwrap();
    packed(&parts, b"")
}

/// The backup with another database, in the list too.
fn with_database(mut parts: Vec<Part>, change: impl FnOnce(&Path)) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.db");
    fs::write(&path, &parts[1].2).unwrap();
    change(&path);
    parts[1].2 = fs::read(&path).unwrap();
    let (bytes, digest) = (parts[1].2.len(), Digest::of(&parts[1].2).to_string());
    relisted(parts, |list| list["files"][0] = json!({"name": DATABASE_FILE, "bytes": bytes, "sha256": digest}))
}

fn with_statement(parts: Vec<Part>, sql: &str) -> Vec<u8> {
    with_database(parts, |path| rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap())
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one table")]
async fn whatever_is_wrong_with_a_file_is_refused_by_its_name_and_changes_nothing() {
    let (from, to) = (Home::with(1).await, Home::with(2).await);
    let good = from.file("good.backup");
    backup::make(&from.place, &good, at(0)).unwrap();
    let whole = fs::read(&good).unwrap();
    let parts = || parts(&good);
    let regular = |name: &str| (name.as_bytes().to_vec(), EntryType::Regular, b"x".to_vec());
    // The good one with one more entry.
    let and = |name: &str, kind| {
        let mut parts = parts();
        parts.push((name.as_bytes().to_vec(), kind, Vec::new()));
        packed(&parts, b"")
    };
    // With its database under another name or of another kind.
    let as_ = |name: &str, kind| {
        let mut parts = parts();
        (parts[1].0, parts[1].1) = (name.as_bytes().to_vec(), kind);
        packed(&parts, b"")
    };
    let file = EntryType::Regular;
    let mut flipped = parts();
    flipped[1].2[5000] ^= 1;
    let mut shorter = parts();
    shorter[1].2.pop();
    let mut unlisted = parts();
    unlisted.swap(0, 1);
    let mut twice = parts();
    twice.push(twice[2].clone());
    let mut missing = parts();
    missing.pop();
    let mut bad_configuration = parts();
    bad_configuration[2].2 = b"[[outlet]]\nnam = 1\n".to_vec();
    let wrong_configuration = Digest::of(&bad_configuration[2].2).to_string();
    let length = bad_configuration[2].2.len();

    let table: Vec<(&str, Trick, Vec<u8>)> = vec![
        ("an empty file", Trick::NoBackup, Vec::new()),
        ("a text", Trick::NoBackup, b"not a backup at all".to_vec()),
        ("zstd of a text", Trick::NoBackup, zstd::encode_all(&b"nothing"[..], 3).unwrap()),
        ("an archive of something else", Trick::NoBackup, packed(&[regular(DATABASE_FILE)], b"")),
        ("its list not first", Trick::NoBackup, packed(&unlisted, b"")),
        ("cut off", Trick::CutShort, whole[..whole.len() / 2].to_vec()),
        ("cut off by a byte", Trick::Trailing, whole[..whole.len() - 1].to_vec()),
        ("something after the archive", Trick::Trailing, packed(&parts(), b"#!/bin/sh")),
        ("something after the packing", Trick::Trailing, [whole.clone(), b"PK\x03\x04".to_vec()].concat()),
        ("a later form", Trick::Foreign, relisted(parts(), |list| list["format"] = json!(2))),
        ("a list that is none", Trick::List, relisted(parts(), |list| *list = json!([1]))),
        ("a list with more in it", Trick::List, relisted(parts(), |list| list["run"] = json!("rm"))),
        ("a list of nothing", Trick::List, relisted(parts(), |list| list["files"] = json!([]))),
        ("a list of other files", Trick::Unknown, relisted(parts(), |list| list["files"][0]["name"] = json!("../a"))),
        (
            "a list with a name twice",
            Trick::Twice,
            relisted(parts(), |list| list["files"][1] = list["files"][0].clone()),
        ),
        ("a list of too much", Trick::Size, relisted(parts(), |list| list["files"][0]["bytes"] = json!(1_u64 << 62))),
        ("out of the folder", Trick::Outside, and("../frontwatch.db", file)),
        ("out of the folder within", Trick::Outside, and("a/../../frontwatch.db", file)),
        ("out of the folder the other way", Trick::Outside, and("..\\frontwatch.db", file)),
        ("absolute", Trick::Absolute, and("/etc/cron.d/frontwatch", file)),
        ("absolute the other way", Trick::Absolute, and("C:\\frontwatch.db", file)),
        ("of another computer", Trick::Absolute, and("\\\\server\\frontwatch.db", file)),
        ("in a folder", Trick::Folder, as_("data/frontwatch.db", file)),
        ("this folder", Trick::Folder, as_("./frontwatch.db", file)),
        ("a symbolic link", Trick::Link, as_(DATABASE_FILE, EntryType::Symlink)),
        ("a hard link", Trick::HardLink, as_(DATABASE_FILE, EntryType::Link)),
        ("a character device", Trick::Special, as_(DATABASE_FILE, EntryType::Char)),
        ("a block device", Trick::Special, as_(DATABASE_FILE, EntryType::Block)),
        ("a pipe", Trick::Special, as_(DATABASE_FILE, EntryType::Fifo)),
        ("a folder", Trick::Special, and("frontwatch", EntryType::Directory)),
        ("a long name for the next", Trick::Extension, and("././@LongLink", EntryType::GNULongName)),
        ("a long link for the next", Trick::Extension, and("././@LongLink", EntryType::GNULongLink)),
        ("words on the next", Trick::Extension, and("pax", EntryType::XHeader)),
        ("words on all", Trick::Extension, and("pax", EntryType::XGlobalHeader)),
        ("a file with holes", Trick::Extension, as_(DATABASE_FILE, EntryType::GNUSparse)),
        ("one name twice", Trick::Twice, packed(&twice, b"")),
        ("other capitals", Trick::Case, and("Frontwatch.DB", file)),
        ("a log for the database", Trick::Unknown, and("frontwatch.db-wal", file)),
        ("the lock", Trick::Unknown, and("frontwatch.lock", file)),
        ("a name of no letters", Trick::Unknown, and("\u{1b}[2J", file)),
        ("without what it lists", Trick::Missing, packed(&missing, b"")),
        (
            "with what it does not list",
            Trick::Missing,
            relisted(parts(), |list| drop(list["files"].as_array_mut().unwrap().pop())),
        ),
        ("a byte less", Trick::Size, packed(&shorter, b"")),
        ("a bit", Trick::Digest, packed(&flipped, b"")),
        (
            "a database that is none",
            Trick::Database,
            with_database(parts(), |path| fs::write(path, [7; 4096]).unwrap()),
        ),
        ("an empty database", Trick::Database, with_database(parts(), |path| fs::write(path, b"").unwrap())),
        (
            "a damaged database",
            Trick::Database,
            with_database(parts(), |path| {
                let mut bytes = fs::read(path).unwrap();
                let middle = bytes.len() / 2;
                bytes[middle..].fill(0x5a);
                fs::write(path, bytes).unwrap();
            }),
        ),
        ("another program's database", Trick::Database, with_statement(parts(), "PRAGMA application_id = 7")),
        (
            "a trigger",
            Trick::Shape,
            with_statement(parts(), "CREATE TRIGGER t AFTER INSERT ON outbox BEGIN DELETE FROM incident; END"),
        ),
        (
            "a view",
            Trick::Shape,
            with_statement(
                parts(),
                "DROP TABLE pause; CREATE VIEW pause AS SELECT 1 AS only, 0 AS since, NULL AS until",
            ),
        ),
        ("a table more", Trick::Shape, with_statement(parts(), "CREATE TABLE t (x)")),
        ("a table less", Trick::Shape, with_statement(parts(), "DROP TABLE alive")),
        ("a newer database", Trick::Newer, with_statement(parts(), "PRAGMA user_version = 4000")),
        (
            "a configuration that is none",
            Trick::Configuration,
            relisted(bad_configuration, |list| {
                list["files"][1] = json!({"name": "frontwatch.toml", "bytes": length, "sha256": wrong_configuration});
            }),
        ),
    ];
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let before = to.contents();
    let tricks = table.len();
    for (name, trick, bytes) in table {
        let path = to.file("tricky.backup");
        fs::write(&path, bytes).unwrap();
        let error = backup::restore(&to.place, &path, at(1)).expect_err(name);
        let BackupError::Refused { trick: found, .. } = &error else { panic!("{name}: {error}") };
        assert_eq!(*found, trick, "{name}");
        let said = speech.say(&error.message());
        assert!(
            said.contains("tricky.backup") && !said.contains('\u{1b}') && !said.contains("backup-"),
            "{name}: {said}"
        );
        assert_eq!(to.contents(), before, "{name}");
    }
    assert_eq!(outlets(&to.place.data).await, ["Outlet 2"]);
    proven!(
        "file",
        "a backup that somebody made up or damaged",
        format!(
            "{tricks} tricks (paths, links, devices, names, lengths, digests, forms, foreign databases), each refused by its name"
        ),
        "nothing"
    );
}

/// What a bomb unpacks to.
const BOMB: u64 = 3 * FLOOR;

#[tokio::test]
async fn a_file_that_unpacks_without_end_is_stopped() {
    let (from, to) = (Home::with(1).await, Home::with(2).await);
    let good = from.file("good.backup");
    backup::make(&from.place, &good, at(0)).unwrap();
    let mut list: Value = serde_json::from_slice(&parts(&good)[0].2).unwrap();
    list["files"][0]["bytes"] = json!(BOMB);
    let mut packed = zstd::Encoder::new(Vec::new(), 3).unwrap();
    let text = serde_json::to_vec(&list).unwrap();
    for (name, size) in [("manifest.json", text.len() as u64), (DATABASE_FILE, BOMB)] {
        let mut header = Header::new_gnu();
        header.set_path(name).unwrap();
        header.set_size(size);
        header.set_cksum();
        packed.write_all(header.as_bytes()).unwrap();
        if name == DATABASE_FILE {
            let piece = vec![0; 1 << 20];
            (0..BOMB >> 20).for_each(|_| packed.write_all(&piece).unwrap());
        } else {
            packed.write_all(&text).unwrap();
            packed.write_all(&vec![0; (512 - text.len() % 512) % 512]).unwrap();
        }
    }
    let bomb = packed.finish().unwrap();
    assert!(bomb.len() < 1 << 20);
    let path = to.file("bomb.backup");
    fs::write(&path, bomb).unwrap();
    let before = to.contents();
    let error = backup::restore(&to.place, &path, at(1)).unwrap_err();
    assert!(matches!(error, BackupError::Refused { trick: Trick::Bomb, .. }), "{error}");
    assert_eq!(to.contents(), before);
    proven!(
        "file",
        "a backup that is a bomb",
        format!("{} MiB of zeros in less than 1 MiB, stopped at {} MiB", BOMB >> 20, FLOOR >> 20),
        "nothing"
    );
}

#[tokio::test]
async fn of_what_restores_moved_aside_the_latest_are_kept() {
    const KEPT: usize = 3;
    let home = Home::with(1).await;
    let file = home.file("a.backup");
    backup::make(&home.place, &file, at(0)).unwrap();
    for n in 0..6 {
        // As a process that was killed leaves it: with a log beside it.
        fs::write(home.place.data.join(format!("{DATABASE_FILE}-wal")), "").unwrap();
        backup::restore(&home.place, &file, at(n)).unwrap();
    }
    let aside = |folder: &Path| -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name.contains(".before-restore-")).collect();
        names.sort();
        names
    };
    let databases = aside(&home.place.data);
    assert_eq!(databases.iter().filter(|name| name.ends_with("-wal")).count(), KEPT, "{databases:?}");
    assert_eq!(databases.len(), 2 * KEPT, "each with its log: {databases:?}");
    let latest = format!("{DATABASE_FILE}.before-restore-{}", at(5).strftime("%Y%m%dT%H%M%SZ"));
    assert!(databases.contains(&latest), "{databases:?}");
    assert_eq!(aside(home.dir.path()).len(), KEPT, "and the configuration");
    // The clock was set back.
    let promised = backup::restore(&home.place, &file, at(-9)).unwrap().aside;
    assert_eq!(promised.len(), 2, "the database and the configuration: {promised:?}");
    assert!(promised.iter().all(|aside| aside.exists()), "what was said to be kept is: {promised:?}");
    let databases = aside(&home.place.data);
    assert!(databases.contains(&latest), "{databases:?}");
    assert_eq!(aside(home.dir.path()).len(), KEPT, "and no more than before");
    proven!(
        "store",
        "many restores",
        format!("6 in a row: of what they moved aside the latest {KEPT} are kept"),
        "older ones"
    );
}

#[tokio::test]
async fn what_killed_backups_left_is_removed_by_a_later_one() {
    let home = Home::with(1).await;
    let leave = |name: &str, hours: u64| {
        let folder = home.file(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(DATABASE_FILE), "half a copy").unwrap();
        let at = std::time::SystemTime::now() - Duration::from_secs(3600 * hours);
        File::open(&folder).unwrap().set_modified(at).unwrap();
        folder
    };
    let old = leave(".frontwatch-backup-old", 25);
    let under_way = leave(".frontwatch-backup-now", 1);
    let others = leave("frontwatch-backup-mine", 99);
    backup::make(&home.place, &home.file("a.backup"), at(0)).unwrap();
    assert!(!old.exists() && under_way.exists() && others.exists());
    proven!(
        "store",
        "a backup that was killed",
        "what it left is removed by one a day later, and nothing else",
        "nothing"
    );
}
