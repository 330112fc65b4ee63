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
    let body = wording::lines(&notice.body);
    let body = if server.markup { escape_markup(&body) } else { body };

    let mut notification = Notification::new();
    notification
        .appname(APP)
        .summary(&wording::one_line(&notice.title))
        .body(&body)
        .icon(look.icon)
        .urgency(look.urgency)
        .timeout(look.timeout)
        .hint(Hint::DesktopEntry(APP.to_owned()));
    if let Some(sound) = look.sound {
        notification.sound_name(sound);
    }
    if server.actions {
        notification.action(BODY, labels.of(Button::Open));
        for &button in &notice.buttons {
            notification.action(action_of(button), labels.of(button));
        }
    }
    notification
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
