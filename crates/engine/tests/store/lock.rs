//! One writer, over processes; and what a killed one leaves.

use std::io::{BufRead, BufReader, Read, Write as _};
use std::process::{Child, Command, Stdio};

use frontwatch_engine::store::{Access, Store, StoreError};
use frontwatch_proof::proven;

use super::given::{open, post, store};

const DIR: &str = "FRONTWATCH_TEST_STORE_OF_A_CHILD";
const STORED: &str = "the child has stored";

/// Not a test by itself: what the other process does when [`start_child`] runs this very test in it.
#[tokio::test]
async fn as_a_child() {
    let Some(dir) = std::env::var_os(DIR) else {
        return;
    };
    let store = store(dir.as_ref());
    store.commit(vec![open(1), post(1, "desktop")]).await.unwrap();
    println!("{STORED}");
    std::io::stdout().flush().unwrap();
    // Until it is killed, or whoever started it is gone.
    let _ = std::io::stdin().read(&mut [0]);
}

/// A process that holds the store and has stored an incident with its notice.
fn start_child(dir: &std::path::Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "lock::as_a_child", "--nocapture"])
        .env(DIR, dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap());
    assert!(said.lines().map_while(Result::ok).any(|line| line.contains(STORED)), "the child did not get that far");
    child
}

#[tokio::test]
async fn another_process_is_named_and_what_it_stored_outlives_its_killing() {
    let dir = tempfile::tempdir().unwrap();
    let mut child = start_child(dir.path());

    let error = Store::open(dir.path(), Access::Write).unwrap_err();
    assert_eq!(error.code(), "store.held");
    let said = error.to_string();
    let StoreError::Held { holder: Some(holder), .. } = error else { panic!("no holder is named: {said}") };
    assert_eq!(holder.pid, child.id());
    let program = std::env::current_exe().unwrap().file_stem().unwrap().to_string_lossy().into_owned();
    assert_eq!(holder.program, program);
    assert!(said.contains(&child.id().to_string()) && said.contains(&dir.path().display().to_string()), "{said}");

    let reader = Store::open(dir.path(), Access::Read).expect("reading goes on beside the writer").store;
    assert_eq!(reader.load().await.unwrap().incidents.len(), 1);
    reader.close().await.unwrap();

    child.kill().unwrap();
    child.wait().unwrap();
    let after = store(dir.path());
    let loaded = after.load().await.unwrap();
    assert_eq!((loaded.incidents.len(), loaded.outbox.len()), (1, 1));
    after.close().await.unwrap();
    proven!(
        "store",
        "a data directory that another process holds",
        "once: its holder is named, reading goes on, and a kill frees it",
        "nothing"
    );
}

#[tokio::test]
async fn the_lock_is_free_after_closing_and_after_the_last_handle_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let first = store(dir.path());
    assert_eq!(Store::open(dir.path(), Access::Write).unwrap_err().code(), "store.held");
    first.close().await.unwrap();
    let second = store(dir.path());
    drop(second.clone());
    assert_eq!(Store::open(dir.path(), Access::Write).unwrap_err().code(), "store.held");
    drop(second);
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while Store::open(dir.path(), Access::Write).is_err() {
        assert!(std::time::Instant::now() < deadline, "the thread did not end");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}
