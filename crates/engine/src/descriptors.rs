//! How many files and connections the program may have open at once: as many as the system lets it have, where it begins
//! with less.
//!
//! A desktop starts its programs with 1,024. Each outlet may keep two connections open, and on Linux each opening of the
//! window costs a descriptor for good: `wry` keeps the web view of a closed window, so that its shared memory stays open.

/// More are of no use; some programs that this one starts go through all that they may have.
#[cfg(unix)]
const ENOUGH: u64 = 65_536;

/// Allows this process, and what it starts, as many as the system lets it have, and at most 65,536. What it may have already
/// is never less afterwards; where the system refuses, it stays.
pub fn allow_many() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let limit = getrlimit(Resource::Nofile);
        // None is no limit at all.
        let Some(now) = limit.current else { return };
        let wanted = limit.maximum.unwrap_or(ENOUGH).min(ENOUGH);
        if wanted > now
            && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), ..limit })
        {
            tracing::warn!(%error, now, wanted, "the number of open files stays limited");
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    use super::*;

    #[test]
    fn as_many_are_allowed_as_the_system_lets_it_have_and_never_less() {
        let before = getrlimit(Resource::Nofile);
        let most = before.maximum.unwrap_or(ENOUGH).min(ENOUGH);
        setrlimit(Resource::Nofile, Rlimit { current: Some(most / 2), ..before }).unwrap();
        allow_many();
        assert_eq!(getrlimit(Resource::Nofile), Rlimit { current: Some(most), ..before });
        setrlimit(Resource::Nofile, before).unwrap();
        allow_many();
        let now = getrlimit(Resource::Nofile).current;
        assert!(now.is_none() || now >= before.current, "{now:?} after {before:?}");
    }
}
