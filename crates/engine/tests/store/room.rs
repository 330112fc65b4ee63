//! How much of pages may wait for the disk.

use bytes::Bytes;
use frontwatch_engine::store::{KeptBody, Room};

/// What the room is counted in, bytes.
const SHARE: usize = 1024;

#[test]
fn of_pages_that_wait_no_more_is_kept_than_there_is_room_for_and_what_was_stored_makes_room() {
    // How many bytes each has, how many are to be left, and how many of them find room.
    for (each, leaves, most) in [
        (SHARE, 0, 10),
        (1, 0, 10),
        (SHARE + 1, 0, 5),
        (3 * SHARE, 0, 3),
        (10 * SHARE, 0, 1),
        (10 * SHARE + 1, 0, 0),
        (100 * SHARE, 0, 0),
        (SHARE, 4 * SHARE, 6),
        (SHARE, 1, 9),
        (3 * SHARE, 2 * SHARE, 2),
        (SHARE, 10 * SHARE, 0),
    ] {
        let room = Room::new(10 * SHARE);
        let page = || room.clone().keep(Bytes::from(vec![7; each]), leaves);
        let mut waiting: Vec<KeptBody> = std::iter::from_fn(page).take(100).collect();
        assert_eq!(waiting.len(), most, "pages of {each} bytes, {leaves} left");
        let whole = |body: &KeptBody| matches!(body, KeptBody::Packed(bytes, _) if bytes.len() == each);
        assert!(waiting.iter().all(whole), "pages of {each} bytes, {leaves} left");
        let Some(stored) = waiting.pop() else { continue };
        // What is tried again is a copy of it.
        let again = stored.clone();
        drop(stored);
        assert!(page().is_none(), "pages of {each} bytes, {leaves} left: one waits still");
        drop(again);
        assert!(page().is_some(), "pages of {each} bytes, {leaves} left: it is stored, and gives its room back");
    }
}
