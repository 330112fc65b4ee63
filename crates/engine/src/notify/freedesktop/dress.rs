//! How a notice looks as a notification. May not touch: the bus.

use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::text::escape_markup;
use frontwatch_core::verdict::Severity;
use notify_rust::{Hint, Notification, Timeout, Urgency};

use super::super::{APP, BODY, ButtonLabels, action_of, wording};
use super::bus::Server;

/// The notification for this notice, as this server understands it.
///
/// The title is plain text by the specification, and servers that show it as markup escape it themselves; the body is
/// markup for a server that says so.
pub(super) fn dress(notice: &Notice, labels: &ButtonLabels, server: &Server) -> Notification {
    let look = Look::of(notice);
    let body = wording::body(&notice.body);
    let body = if server.markup { escape_markup(&body) } else { body };

    let mut notification = Notification::new();
    notification
        .appname(APP)
        .summary(&wording::title(&notice.title))
        .body(&body)
        .icon(look.icon)
        .urgency(look.urgency)
        .timeout(look.timeout)
        .hint(Hint::DesktopEntry(APP.to_owned()));
    if let Some(sound) = look.sound {
        notification.sound_name(sound);
    }
    if server.actions {
        for (action, button) in actions(&notice.buttons, server.draws_body) {
            notification.action(action, &labels.of(button));
        }
    }
    notification
}

/// The actions in the order that servers draw them. A click on the body opens; where that is drawn as a button, it is the
/// button "Open", so that none stands there twice.
fn actions(buttons: &[Button], draws_body: bool) -> Vec<(&'static str, Button)> {
    let drawn = |button: &Button| (draws_body && *button == Button::Open, *button);
    let named = buttons.iter().map(drawn).map(|(body, button)| (if body { BODY } else { action_of(button) }, button));
    let mut actions: Vec<_> = named.collect();
    if !actions.iter().any(|(action, _)| *action == BODY) {
        actions.insert(0, (BODY, Button::Open));
    }
    actions
}

/// How loud a notice is. The names are those of the freedesktop icon and sound naming specifications.
#[derive(Debug, PartialEq, Eq)]
struct Look {
    urgency: Urgency,
    timeout: Timeout,
    icon: &'static str,
    sound: Option<&'static str>,
}

impl Look {
    /// Only trouble that goes on may stay on the screen: a server never lets a critical notification fade, so what is
    /// over is at most normal.
    fn of(notice: &Notice) -> Self {
        match (notice.severity, notice.over) {
            (Severity::Critical, false) => Self {
                urgency: Urgency::Critical,
                timeout: Timeout::Never,
                icon: "dialog-error",
                sound: Some("dialog-error"),
            },
            (Severity::Warning, false) => {
                Self { urgency: Urgency::Normal, timeout: Timeout::Default, icon: "dialog-warning", sound: None }
            }
            (Severity::Critical | Severity::Warning, true) => {
                Self { urgency: Urgency::Normal, timeout: Timeout::Default, icon: "dialog-information", sound: None }
            }
            (Severity::Info, _) => {
                Self { urgency: Urgency::Low, timeout: Timeout::Default, icon: "dialog-information", sound: None }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_on_the_body_opens_and_no_button_is_drawn_twice() {
        use Button::{Acknowledge, Open, Recheck};
        let (content, outage) = ([Acknowledge, Open, Recheck], [Acknowledge, Recheck]);
        for (buttons, draws_body, expected) in [
            (&content[..], false, ["default", "acknowledge", "open", "recheck"].as_slice()),
            (&content, true, &["acknowledge", "default", "recheck"]),
            (&outage, false, &["default", "acknowledge", "recheck"]),
            (&outage, true, &["default", "acknowledge", "recheck"]),
            (&[], false, &["default"]),
        ] {
            let actions: Vec<_> = actions(buttons, draws_body).into_iter().map(|(action, _)| action).collect();
            assert_eq!(actions, expected, "{buttons:?} {draws_body}");
        }
    }
}
