//! How the page is there: itself, under maintenance, behind a robot check, refused, an error page.
//!
//! "I can't see" hides nothing: what carries a defacer's claim, a cover or a stranger's script is judged for that.

use super::scene::{Scene, number, shows, signal, whole};
use super::who::Who;
use crate::extract::PageModel;
use crate::text::Arg;
use crate::verdict::{Availability, Signal};
use crate::watch::WatchKind;

/// How the page is there, with the signal that says so where it is not.
pub(super) fn of(scene: &Scene<'_>) -> (Availability, Option<Signal>) {
    let status = scene.look.status;
    let kind = kind(scene);
    let name = match kind {
        Availability::Up => return (kind, None),
        Availability::Maintenance => "availability.maintenance",
        Availability::RobotCheck => "availability.robot-check",
        Availability::Refused => "availability.refused",
        Availability::Error => "availability.error",
        Availability::Unreachable => "availability.unreachable",
    };
    let args = vec![("status", Arg::Number(f64::from(status)))];
    let after = shows("status-text").with("status", number(status)).with("text", whole(&scene.page.title));
    (kind, Some(signal(name, 0.3, args, shows("page-itself"), after)))
}

fn kind(scene: &Scene<'_>) -> Availability {
    let (look, page) = (scene.look, scene.page);
    let says = said(page);
    let mitigated = look.headers.get("cf-mitigated").is_some_and(|value| value.eq_ignore_ascii_case("challenge"));
    // A check or a notice that leads to strangers is not the site's own.
    let strangers = page.links.iter().any(|link| {
        link.domain != 0
            && matches!(scene.who(scene.domain(link.domain), link.domain), Who::Stranger | Who::Open | Who::Twin)
            && !scene.knows_domain(link.domain, "link")
    });
    let small = page.counts.links < 15 && page.counts.text < 2500 && much_less(scene) && !strangers;
    let checks = mitigated && matches!(look.status, 403 | 429 | 503) || says.robot;
    if checks && small && matches!(look.status, 200 | 202 | 401 | 403 | 429 | 503) {
        return Availability::RobotCheck;
    }
    if look.status == 503 && (says.maintenance || look.headers.get("retry-after").is_some())
        || look.status < 300 && small && says.maintenance
    {
        return Availability::Maintenance;
    }
    match look.status {
        401 | 403 | 429 | 451 => Availability::Refused,
        500..=599 | 404 | 410 => Availability::Error,
        200..=299 if small && page.elements < 60 && says.error => Availability::Error,
        200..=299 if look.kind != WatchKind::Feed && !page.markup && page.counts.text == 0 && scene.form.is_some() => {
            Availability::Error
        }
        _ => Availability::Up,
    }
}

/// Whether the page is much less than it always was; on a first look, whether it is little at all.
fn much_less(scene: &Scene<'_>) -> bool {
    match scene.form {
        Some(form) => {
            f64::from(scene.page.counts.text) < 0.5 * form.measures.text.least.max(1.0)
                || f64::from(scene.page.counts.links) < 0.5 * form.measures.links.least
        }
        None => scene.page.counts.links < 6,
    }
}

#[derive(Debug, Default, Clone, Copy)]
struct Said {
    robot: bool,
    maintenance: bool,
    error: bool,
}

/// What the title and the first words say of themselves.
fn said(page: &PageModel) -> Said {
    let title = page.title.to_lowercase();
    let text = format!(
        "{title} {} {}",
        page.lead.to_lowercase(),
        page.headings.first().map_or(String::new(), |h| h.text.to_lowercase())
    );
    let any = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    Said {
        robot: any(
            &text,
            &[
                "robot check",
                "captcha",
                "just a moment",
                "attention required",
                "are you a human",
                "not a robot",
                "checking your browser",
                "verify you are",
                "unusual traffic",
                "security check",
                "ddos protection",
                "pardon our interruption",
                "вы не робот",
                "robot deyil",
            ],
        ),
        maintenance: any(
            &text,
            &[
                "maintenance",
                "be right back",
                "back soon",
                "wartung",
                "en mantenimiento",
                "em manutenção",
                "технические работы",
                "texniki iş",
                "bakım",
                "صيانة",
                "در دست تعمیر",
                "temporarily unavailable",
                "temporarily down",
            ],
        ),
        error: any(
            &title,
            &[
                "502",
                "503",
                "504",
                "500",
                "404",
                "bad gateway",
                "gateway time-out",
                "gateway timeout",
                "service unavailable",
                "internal server error",
                "not found",
                "error",
                "database error",
            ],
        ) || title.is_empty()
            && any(
                &text,
                &[
                    "bad gateway",
                    "service unavailable",
                    "internal server error",
                    "too many requests",
                    "error establishing a database",
                ],
            ),
    }
}
