//! What a site is asked before its outlet is proposed, and what its answers show: where content systems have their
//! login pages, where feeds usually are, what `robots.txt` names.
//!
//! Asks nothing itself. An answer shows something only where it differs from what the site says of a page that does not
//! exist: some say "200 OK" to everything.

mod found;
mod places;
mod robots;

pub use found::{Feed, Shown, feed_in, shown};
pub use places::{FEEDS, Place, System, places};
pub use robots::sitemaps;
