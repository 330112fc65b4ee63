//! The far ends: notices become native notifications, requests and mail, and what a person does to a notification becomes a
//! click.
//!
//! May not touch: the state of the watch, the store, the words. A notice comes here said and made inert; this module
//! knows how a desktop shows it, and nothing else. Who hears of it and when, `frontwatch_core::notify` decides; that
//! an undelivered notice is tried again, the outbox sees to.
//!
//! - `freedesktop`: Linux and the BSDs, over the session bus. This is what is tested.
//! - `toasts`: Windows and macOS, with what notify-rust offers there.
//! - `courier`: webhooks and mail, which the configuration names.
//! - `trial`: a test alert by every channel.
//! - `wording`: what a far end needs done to a text before it shows it as that very text.

mod courier;
#[cfg(all(unix, not(target_os = "macos")))]
mod freedesktop;
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod toasts;
mod trial;
mod wording;

#[cfg(all(unix, not(target_os = "macos")))]
pub use freedesktop::{Desktop, probe};
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub use toasts::{Desktop, probe};

pub use courier::Courier;
pub use trial::{Tested, send_test};

use std::time::Duration;

use frontwatch_core::notify::Button;
use frontwatch_core::text::{Speech, alerts};

/// The name under which notifications are shown, and the name of the desktop file.
const APP: &str = "Frontwatch";

/// The most that raising a notice or asking the server about itself may take. A healthy server answers within
/// milliseconds; one that has to be started first, within a second or two.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the buttons say, in the language that the alerts have when one is raised.
#[derive(Debug, Clone)]
pub struct ButtonLabels(Speech);

impl ButtonLabels {
    /// In the words of `speech`, which may change its language.
    pub fn new(speech: Speech) -> Self {
        Self(speech)
    }

    /// What this button says.
    fn of(&self, button: Button) -> String {
        self.0.say(&alerts::button(button))
    }
}

/// What a notification server says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerInfo {
    /// Product, e.g. `dunst` or `gnome-shell`.
    pub name: String,
    /// Maker, e.g. `GNOME`.
    pub vendor: String,
    /// Of the product.
    pub version: String,
    /// Of the Desktop Notifications Specification it follows, e.g. `1.2`; empty where there is no such thing.
    pub spec: String,
    /// What it can do, in the words of the specification: `actions`, `body-markup`, `persistence` and so on.
    pub capabilities: Vec<String>,
}

/// The name of the action of a click on the body, fixed by the specification.
const BODY: &str = "default";

/// The name under which a server knows this button.
fn action_of(button: Button) -> &'static str {
    match button {
        Button::Acknowledge => "acknowledge",
        Button::Open => "open",
        Button::Recheck => "recheck",
    }
}

/// The button with this name; none for a name that we never gave.
fn button_of(action: &str) -> Option<Button> {
    match action {
        "acknowledge" => Some(Button::Acknowledge),
        "open" | BODY => Some(Button::Open),
        "recheck" => Some(Button::Recheck),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_comes_back_under_the_name_it_was_given() {
        for button in [Button::Acknowledge, Button::Open, Button::Recheck] {
            assert_eq!(button_of(action_of(button)), Some(button));
        }
    }

    #[test]
    fn a_click_on_the_body_opens_and_a_strangers_action_is_nothing() {
        assert_eq!(button_of("default"), Some(Button::Open));
        for name in ["", "Open", "was-us", "default "] {
            assert_eq!(button_of(name), None, "{name:?}");
        }
    }
}
