//! What every running watch starts from: the words, the ports, the clicks. The command line and the desktop program
//! make them alike.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::Config;
use frontwatch_core::text::Speech;
use jiff::tz::TimeZone;
use tokio::sync::mpsc;

use crate::fetch::{FetchSetup, HttpFetch, Settings};
use crate::notify::{ButtonLabels, Courier, Desktop};
use crate::ports::{Click, Clock, Fetch, Post};
use crate::secrets::Keychain;

/// Clicks that may wait; a person makes one at a time.
const CLICKS: usize = 64;

/// Hosts to which connections are kept between looks. Each takes two of the 1,024 files that a process may have open as a rule;
/// with more hosts than this, each look opens its own.
const MOST_KEPT: usize = 250;

/// How long a look waits for the keychain.
pub(crate) const KEYCHAIN: Duration = Duration::from_secs(10);

/// The words, in these languages or the desktop's own, and the desktop's time zone.
pub fn speech(languages: &[String]) -> Speech {
    Speech::new(&spoken(languages), TimeZone::system())
}

/// These languages; where there are none, the desktop's own.
pub fn spoken(languages: &[String]) -> Vec<String> {
    if languages.is_empty() { sys_locale::get_locales().collect() } else { languages.to_vec() }
}

/// What looks at addresses, as the configuration says.
pub fn fetch(config: &Config, clock: &Arc<dyn Clock>) -> Result<Arc<dyn Fetch>, FetchSetup> {
    fetch_with(config, clock, Keychain::new(KEYCHAIN))
}

/// The same, with this keychain.
pub(crate) fn fetch_with(
    config: &Config,
    clock: &Arc<dyn Clock>,
    keychain: Keychain,
) -> Result<Arc<dyn Fetch>, FetchSetup> {
    let settings = Settings {
        user_agent: config.watching.user_agent.clone(),
        certificate_authorities: config.watching.certificate_authorities.iter().map(Into::into).collect(),
        resolvers: config.watching.resolvers.clone(),
        system_resolvers: config.watching.system_resolvers,
        keep_connections: hosts(config) <= MOST_KEPT,
        ..Settings::default()
    };
    Ok(Arc::new(HttpFetch::new(&settings, Arc::clone(clock))?.with_secrets(Arc::new(keychain))))
}

/// What sends to webhooks and mail servers. It asks the keychain for itself: a look that waits for it must not hold up an
/// alert.
pub fn post(config: &Config) -> Result<Arc<dyn Post>, FetchSetup> {
    post_with(config, Keychain::new(KEYCHAIN))
}

/// The same, with this keychain.
pub(crate) fn post_with(config: &Config, keychain: Keychain) -> Result<Arc<dyn Post>, FetchSetup> {
    let authorities: Vec<PathBuf> = config.watching.certificate_authorities.iter().map(Into::into).collect();
    Ok(Arc::new(Courier::new(&authorities, Arc::new(keychain))?))
}

fn hosts(config: &Config) -> usize {
    let hosts = config.watches().into_iter().filter_map(|watch| watch.url.host_str().map(str::to_owned));
    hosts.collect::<BTreeSet<_>>().len()
}

/// What raises notifications, and where the clicks on them arrive.
pub fn desktop(speech: &Speech) -> io::Result<(Desktop, mpsc::Receiver<Click>)> {
    let (sender, clicks) = mpsc::channel(CLICKS);
    Ok((Desktop::new(ButtonLabels::new(speech.clone()), sender)?, clicks))
}
