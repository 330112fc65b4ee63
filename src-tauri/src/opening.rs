//! Opens the page of a watch in the system's browser. The window names the watch and never an address: what is opened is what
//! the configuration says, and a page that took the window over could open nothing else.

use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::errors;
use frontwatch_core::watch::WatchId;
use frontwatch_engine::api::request::{Failure, Reply, Request};

use crate::Watch;

/// Opens it.
///
/// # Errors
/// Nothing that is watched has this name, or the system opens nothing.
pub(crate) async fn open(watch: &WatchId, desks: &Watch) -> Result<(), Failure> {
    let failed = |trouble: &Trouble| Failure::of(trouble, desks.speech());
    let Reply::Overview(overview) = desks.answer(Request::Overview).await? else {
        return Err(failed(&Trouble::NoSuchWatch));
    };
    let address = overview.page_of(watch).ok_or_else(|| failed(&Trouble::NoSuchWatch))?;
    open::that_detached(address.as_str()).map_err(|error| failed(&Trouble::NotOpened(errors::system(&error))))
}
