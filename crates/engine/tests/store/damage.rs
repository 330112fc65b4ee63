//! Damaged, foreign and newer databases; and whose the files are.

use std::fs;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_engine::store::{Access, CaptureRole, DATABASE_FILE, Opened, Store, StoreNote, Write};
use frontwatch_proof::proven;

use super::given::{baseline, capture, noise, open, store};

/// A data directory with a database of some size, closed.
async fn filled() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let mut batch: Vec<_> = (0..40).map(open).collect();
    batch.extend((1..40).map(|version| Write::Baseline(Box::new(baseline(1, version)))));
    batch.push(capture(1, CaptureRole::Baseline, 0, &noise(1, 50_000)));
    store.commit(batch).await.unwrap();
    store.close().await.unwrap();
    let path = dir.path().join(DATABASE_FILE);
    (dir, path)
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Does something to a database.
type Damage = fn(&Path);

fn not_a_database(path: &Path) {
    fs::write(path, "this is no database, whatever its name says. ".repeat(100)).unwrap();
}

fn cut_in_half(path: &Path) {
    let half = fs::metadata(path).unwrap().len() / 2;
    fs::File::options().write(true).open(path).unwrap().set_len(half).unwrap();
}

fn pages_overwritten(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    for byte in &mut bytes[4096..4096 * 8] {
        *byte = 0xa5;
    }
    fs::write(path, bytes).unwrap();
}

fn of_another_program(path: &Path) {
    fs::remove_file(path).unwrap();
    rusqlite::Connection::open(path).unwrap().execute_batch("CREATE TABLE bookmarks (url)").unwrap();
}

#[tokio::test]
async fn a_damaged_database_is_moved_aside_said_and_never_overwritten() {
    let table: [(&str, Damage); 4] = [
        ("not a database", not_a_database),
        ("cut in half", cut_in_half),
        ("pages overwritten", pages_overwritten),
        ("another program's", of_another_program),
    ];
    for (name, damage) in table {
        let (dir, path) = filled().await;
        damage(&path);
        let wal = dir.path().join(format!("{DATABASE_FILE}-wal"));
        fs::write(&wal, "what a crash left").unwrap();
        let bytes = fs::read(&path).unwrap();

        let Opened { store, notes } = Store::open(dir.path(), Access::Write).expect(name);
        let [StoreNote::Damaged { moved_to, .. }] = notes.as_slice() else { panic!("{name}: {notes:?}") };
        assert!(notes[0].to_string().contains(&moved_to.display().to_string()), "{}", notes[0]);
        assert_eq!(fs::read(moved_to).unwrap(), bytes, "{name}: it is as it was");
        let stem = moved_to.file_name().unwrap().to_str().unwrap();
        assert!(stem.starts_with("frontwatch.db.damaged-2") && stem.ends_with('Z'), "{stem}");
        assert!(names(dir.path()).contains(&format!("{stem}-wal")), "{name}: {:?}", names(dir.path()));

        let kept = store.load().await.unwrap().incidents.len();
        // What is on pages that are there can still be read; corruption.rs has the measure of it.
        assert!(
            if name == "another program's" || name == "not a database" { kept == 0 } else { kept < 40 },
            "{name}: {kept}"
        );
        store.commit(vec![open(1)]).await.unwrap();
        store.close().await.unwrap();
        assert_eq!(Store::open(dir.path(), Access::Write).unwrap().notes, [], "{name}: and it is sound");
    }
    proven!(
        "store",
        "a file that is no database any more",
        "4 kinds: moved aside with a word, never overwritten, and a new one started",
        "what can not be read"
    );
}

#[tokio::test]
async fn a_reader_reports_damage_and_moves_nothing() {
    for damage in [not_a_database, of_another_program] {
        let (dir, path) = filled().await;
        damage(&path);
        let before = names(dir.path());
        let error = Store::open(dir.path(), Access::Read).unwrap_err();
        assert_eq!(error.code(), "store.damaged", "{error}");
        assert_eq!(names(dir.path()), before);
    }
    let (dir, path) = filled().await;
    pages_overwritten(&path);
    let outcome = match Store::open(dir.path(), Access::Read) {
        Ok(opened) => opened.store.load().await.map(drop),
        Err(error) => Err(error),
    };
    assert_eq!(outcome.unwrap_err().code(), "store.damaged", "damage further in is met when it is read");
}

#[tokio::test]
async fn a_capture_that_is_not_what_was_captured_is_reported() {
    let (dir, path) = filled().await;
    let digest = Digest::of(&noise(1, 50_000));
    let other = zstd::bulk::compress(b"something else", 3).unwrap();
    // Claims more than may be: a body is never decompressed beyond its bound.
    let bomb = zstd::bulk::compress(&vec![0; 64 * 1024 * 1024], 3).unwrap();
    let cut = zstd::bulk::compress(&noise(1, 50_000), 3).unwrap()[..20_000].to_vec();
    for blob in [other, bomb, cut, b"no zstd".to_vec(), Vec::new()] {
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute("UPDATE body SET zstd = ?", [blob]).unwrap();
        drop(db);
        let store = store(dir.path());
        let error = store.capture(digest).await.unwrap_err();
        assert_eq!(error.code(), "store.damaged");
        assert!(error.to_string().contains(&digest.to_string()), "{error}");
        store.commit(vec![capture(1, CaptureRole::Hourly, 9, &Bytes::from_static(b"x"))]).await.expect("it goes on");
        store.close().await.unwrap();
    }
    proven!(
        "store",
        "a truncated or exchanged capture",
        "other bytes, bytes that unpack to 64 MB, bytes cut short, none, and no packed bytes: never shown as evidence, and said",
        "the capture"
    );
}

#[tokio::test]
async fn a_newer_database_is_refused_and_left_as_it_is() {
    let (dir, path) = filled().await;
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 77).unwrap();
    db.close().unwrap();
    let bytes = fs::read(&path).unwrap();
    let before = names(dir.path());
    for access in [Access::Write, Access::Read] {
        let error = Store::open(dir.path(), access).unwrap_err();
        assert_eq!(error.code(), "store.newer");
        let said = error.to_string();
        assert!(said.contains("format 77") && said.contains("update Frontwatch"), "{said}");
    }
    assert_eq!(fs::read(&path).unwrap(), bytes);
    let after: Vec<_> =
        names(dir.path()).into_iter().filter(|name| !name.ends_with("-shm") && !name.ends_with("-wal")).collect();
    assert_eq!(after, before);
}

#[cfg(unix)]
#[tokio::test]
async fn files_can_be_read_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("share/frontwatch");
    let first = store(&dir);
    first.commit(vec![open(1)]).await.unwrap();
    assert_eq!(mode(&dir), 0o700);
    let all = names(&dir);
    assert_eq!(all, ["frontwatch.db", "frontwatch.db-shm", "frontwatch.db-wal", "frontwatch.lock"]);
    for name in &all {
        assert_eq!(mode(&dir.join(name)), 0o600, "{name}");
    }
    first.close().await.unwrap();

    fs::set_permissions(dir.join(DATABASE_FILE), fs::Permissions::from_mode(0o644)).unwrap();
    let second = store(&dir);
    second.commit(vec![open(2)]).await.unwrap();
    for name in names(&dir) {
        assert_eq!(mode(&dir.join(&name)), 0o600, "{name}, which had been opened to others");
    }
}
