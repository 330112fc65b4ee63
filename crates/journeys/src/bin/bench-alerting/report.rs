//! What came of it, in figures, and whether the targets are met.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::plan::{DEEDS, Deed};

/// How many of a hundred attacks on content are told within [`SOON`]; all of them within [`LATEST`] (design, "Numbers").
const OF_A_HUNDRED: usize = 95;
/// See [`OF_A_HUNDRED`].
const SOON: Duration = Duration::from_secs(40);
/// See [`OF_A_HUNDRED`].
const LATEST: Duration = Duration::from_secs(60);
/// Within this every outage is told: three failures come first.
const OUTAGE: Duration = Duration::from_secs(95);

/// What became of an attack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    /// What was done.
    pub(crate) deed: Deed,
    /// From the attack to the notification; none where none came.
    pub(crate) after: Option<Duration>,
}

/// What came of the attacks.
#[derive(Debug)]
pub(crate) struct Alerts {
    /// What all of it followed from.
    pub(crate) seed: u64,
    /// How many outlets were watched.
    pub(crate) outlets: usize,
    /// Over how long the attacks were spread.
    pub(crate) within: Duration,
    /// Between two looks, as configured.
    pub(crate) interval: Duration,
    /// Whether that is the program's own, for which the targets are.
    pub(crate) own_interval: bool,
    /// Between two looks at a front page, as they came.
    pub(crate) paces: Duration,
    /// The attacks.
    pub(crate) told: Vec<Told>,
    /// How many notifications there were in all, also of what is over.
    pub(crate) shown: usize,
    /// How many incidents opened.
    pub(crate) incidents: usize,
    /// What was told that no attack explains.
    pub(crate) unexplained: Vec<String>,
}

impl Alerts {
    /// How many of these were told within `limit`.
    fn within(told: &[Told], limit: Duration) -> usize {
        told.iter().filter(|told| told.after.is_some_and(|after| after <= limit)).count()
    }

    fn parts(&self) -> (Vec<Told>, Vec<Told>) {
        self.told.iter().partition(|told| !told.deed.is_outage())
    }

    /// Each target: what it is, how many of how many met it, and whether that is enough.
    fn targets(&self) -> Vec<(String, usize, usize, bool)> {
        let (content, outages) = self.parts();
        let (soon, latest) = (Self::within(&content, SOON), Self::within(&content, LATEST));
        let down = Self::within(&outages, OUTAGE);
        let enough = soon * 100 >= content.len() * OF_A_HUNDRED;
        vec![
            (
                format!("{OF_A_HUNDRED} of 100 attacks on content within {} s", SOON.as_secs()),
                soon,
                content.len(),
                enough,
            ),
            (format!("all within {} s", LATEST.as_secs()), latest, content.len(), latest == content.len()),
            (format!("outages within {} s", OUTAGE.as_secs()), down, outages.len(), down == outages.len()),
        ]
    }

    /// Whether every target is met and nothing was told that did not happen.
    pub(crate) fn is_good(&self) -> bool {
        self.unexplained.is_empty() && self.targets().iter().all(|(.., met)| *met)
    }
}

impl fmt::Display for Alerts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} attacks over {} min on {} outlets in no group; interval {} s{}, front pages looked at every {:.1} s; seed {}",
            self.told.len(),
            in_minutes(self.within),
            self.outlets,
            self.interval.as_secs(),
            if self.own_interval { " (the default)" } else { " (not the default: the targets are for that)" },
            self.paces.as_secs_f64(),
            self.seed
        )?;
        writeln!(f, "{:<18} {:>4} {:>7} {:>7} {:>7} {:>7}", "from attack, s", "n", "p50", "p95", "max", "never")?;
        let (content, outages) = self.parts();
        for deed in DEEDS {
            let of_it: Vec<_> = self.told.iter().copied().filter(|told| told.deed == deed).collect();
            row(f, &deed.to_string(), &of_it)?;
        }
        row(f, "all on content", &content)?;
        row(f, "all outages", &outages)?;
        for (what, met, of, good) in self.targets() {
            writeln!(f, "{:<44} {met} of {of}  {}", what, verdict(good))?;
        }
        let (unexplained, shown, incidents) = (self.unexplained.len(), self.shown, self.incidents);
        writeln!(f, "{:<44} {unexplained}  {}", "told without an attack", verdict(unexplained == 0))?;
        write!(f, "{incidents} incidents opened, {shown} notifications were raised, those of an end included")?;
        list(f, &self.unexplained)
    }
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, told: &[Told]) -> fmt::Result {
    if told.is_empty() {
        return Ok(());
    }
    let mut after: Vec<Duration> = told.iter().filter_map(|told| told.after).collect();
    after.sort_unstable();
    let seconds =
        |share: f64| nth(&after, share).map_or_else(|| "-".to_owned(), |after| format!("{:.1}", after.as_secs_f64()));
    let never = told.len() - after.len();
    writeln!(f, "{name:<18} {:>4} {:>7} {:>7} {:>7} {never:>7}", told.len(), seconds(0.5), seconds(0.95), seconds(1.0))
}

/// The least of these, which are in order, that at least this share does not exceed.
fn nth(sorted: &[Duration], share: f64) -> Option<Duration> {
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

/// What came of the ordinary hour.
#[derive(Debug)]
pub(crate) struct Silence {
    /// How many outlets.
    pub(crate) outlets: usize,
    /// How long it took.
    pub(crate) during: Duration,
    /// By how much the clock ran faster.
    pub(crate) pace: u32,
    /// Between two looks, as configured.
    pub(crate) interval: Duration,
    /// Between two looks at a front page, as they came.
    pub(crate) paces: Duration,
    /// Looks at front pages.
    pub(crate) looks: usize,
    /// How often each verdict was given, learning included.
    pub(crate) verdicts: BTreeMap<String, usize>,
    /// Suspects by their reasons.
    pub(crate) suspects: BTreeMap<String, usize>,
    /// Incidents that opened.
    pub(crate) incidents: Vec<String>,
    /// Notifications.
    pub(crate) notices: Vec<String>,
}

impl Silence {
    /// Whether it was silent.
    pub(crate) fn is_good(&self) -> bool {
        self.incidents.is_empty() && self.notices.is_empty()
    }
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "ordinary publishing by {} outlets: {} min at {} times the pace, {} min of their clock; interval {} s, front pages looked at every {:.1} s, {} times",
            self.outlets,
            in_minutes(self.during),
            self.pace,
            in_minutes(self.during * self.pace),
            self.interval.as_secs(),
            self.paces.as_secs_f64(),
            self.looks
        )?;
        let counts: Vec<_> = self.verdicts.iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
        writeln!(f, "verdicts, learning and all watches included: {}", counts.join(", "))?;
        writeln!(f, "suspects: {}", self.suspects.values().sum::<usize>())?;
        for (kinds, count) in &self.suspects {
            writeln!(f, "    {count} {kinds}")?;
        }
        writeln!(f, "{:<44} {}  {}", "incidents", self.incidents.len(), verdict(self.incidents.is_empty()))?;
        write!(f, "{:<44} {}  {}", "notifications", self.notices.len(), verdict(self.notices.is_empty()))?;
        list(f, &self.incidents)?;
        list(f, &self.notices)
    }
}

/// The most of a list that is shown.
const SHOWN: usize = 20;

fn list(f: &mut fmt::Formatter<'_>, lines: &[String]) -> fmt::Result {
    lines.iter().take(SHOWN).try_for_each(|line| write!(f, "\n    {line}"))?;
    if lines.len() > SHOWN { write!(f, "\n    and {} more", lines.len() - SHOWN) } else { Ok(()) }
}

fn in_minutes(time: Duration) -> f64 {
    (time.as_secs_f64() / 6.0).round() / 10.0
}

fn verdict(good: bool) -> &'static str {
    if good { "met" } else { "MISSED" }
}

#[cfg(test)]
mod tests {
    use frontwatch_newsroom::{Attack, Fault};

    use super::*;

    /// Alerts whose attacks on content were told after the first times, and whose outages after the second; 0 for never.
    fn alerts(content: &[u64], outages: &[u64]) -> Alerts {
        let told = |deed: Deed, seconds: &[u64]| -> Vec<Told> {
            seconds.iter().map(|s| Told { deed, after: (*s > 0).then(|| Duration::from_secs(*s)) }).collect()
        };
        Alerts {
            seed: 1,
            outlets: 9,
            within: Duration::from_secs(90),
            interval: Duration::from_secs(30),
            own_interval: true,
            paces: Duration::from_secs(30),
            told: [told(Deed::Attack(Attack::Cover), content), told(Deed::Outage(Fault::Hang), outages)].concat(),
            shown: 9,
            incidents: 9,
            unexplained: Vec::new(),
        }
    }

    #[test]
    fn targets_are_met_or_missed_at_their_very_edge() {
        let of_twenty = |late: &[u64]| [vec![40; 20 - late.len()], late.to_vec()].concat();
        for (content, outages, good) in [
            (vec![], vec![], true),
            (vec![40], vec![95], true),
            (of_twenty(&[60]), vec![95, 1], true),
            (of_twenty(&[61]), vec![], false),
            (of_twenty(&[41, 41]), vec![], false),
            (of_twenty(&[0]), vec![], false),
            (vec![40], vec![96], false),
            (vec![40], vec![90, 0], false),
        ] {
            assert_eq!(alerts(&content, &outages).is_good(), good, "{content:?} {outages:?}");
        }
    }

    #[test]
    fn an_alert_without_an_attack_is_a_miss() {
        let alerts = Alerts { unexplained: vec!["incident: Millrace Signal".to_owned()], ..alerts(&[1], &[1]) };
        assert!(!alerts.is_good());
        let said = alerts.to_string();
        assert!(said.contains("without an attack                       1  MISSED"), "{said}");
        assert!(said.ends_with("\n    incident: Millrace Signal"), "{said}");
    }

    #[test]
    fn the_table_counts_what_never_came_apart_from_what_came() {
        let table = alerts(&[10, 30, 0, 20], &[80]).to_string();
        for line in [
            "cover                 4    20.0    30.0    30.0       1",
            "outage: hang          1    80.0    80.0    80.0       0",
            "all within 60 s                              3 of 4  MISSED",
            "outages within 95 s                          1 of 1  met",
        ] {
            assert!(table.lines().any(|other| other == line), "{line:?} is not in\n{table}");
        }
    }

    #[test]
    fn the_nth_is_one_of_those_that_came() {
        let sorted: Vec<_> = (1..=20).map(Duration::from_secs).collect();
        for (share, second) in [(0.5, 10), (0.95, 19), (0.951, 20), (1.0, 20), (0.0, 1)] {
            assert_eq!(nth(&sorted, share), Some(Duration::from_secs(second)), "{share}");
        }
        assert_eq!(nth(&[], 0.5), None);
    }

    #[test]
    fn an_hour_is_silent_without_incident_and_notification_and_suspects_are_shown() {
        let silence = |incidents: &[&str], notices: &[&str]| Silence {
            outlets: 1,
            during: Duration::from_secs(360),
            pace: 10,
            interval: Duration::from_secs(3),
            paces: Duration::from_secs(3),
            looks: 120,
            verdicts: BTreeMap::from([("normal".to_owned(), 119), ("suspect".to_owned(), 1)]),
            suspects: BTreeMap::from([("script.new".to_owned(), 1)]),
            incidents: incidents.iter().map(ToString::to_string).collect(),
            notices: notices.iter().map(ToString::to_string).collect(),
        };
        assert!(silence(&[], &[]).is_good());
        assert!(!silence(&["x"], &[]).is_good() && !silence(&[], &["x"]).is_good());
        let said = silence(&[], &[]).to_string();
        assert!(said.contains("60 min of their clock") && said.contains("suspects: 1\n    1 script.new"), "{said}");
    }
}
