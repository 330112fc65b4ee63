//! What went wrong, as a person is told. An error says itself with its own `message()`; here is what several of them have in
//! common. What another program says (the system, SQLite, a notification server) is repeated as it says it, in quotes, beside the
//! sentence that says what it means.

use std::io;

use super::Message;

/// Why the system did not do what it was asked: the usual reasons in the reader's language, the others as the system says them.
pub fn system(error: &io::Error) -> Message {
    use io::ErrorKind as K;
    Message::new(match error.kind() {
        K::NotFound => "system-not-found",
        K::PermissionDenied => "system-denied",
        K::AlreadyExists => "system-exists",
        K::NotADirectory => "system-no-folder",
        K::IsADirectory => "system-folder",
        K::ReadOnlyFilesystem => "system-read-only",
        K::StorageFull | K::QuotaExceeded => "system-full",
        K::ResourceBusy | K::ExecutableFileBusy => "system-busy",
        K::AddrInUse => "system-address-in-use",
        K::TimedOut => "system-timed-out",
        K::OutOfMemory => "system-no-memory",
        K::InvalidData => "system-not-text",
        _ => return Message::new("system-says").own("what", error),
    })
}

/// A fault of this program, which a person can only report; and what a developer makes of it.
pub fn own_fault(detail: impl std::fmt::Display) -> Message {
    Message::new("own-fault").own("detail", detail)
}

/// What was said in the past and kept as it was said.
pub fn as_said(text: &str) -> Message {
    Message::new("as-said").own("text", text)
}
