//! How things stand, in one word: of a watch, of an outlet, and of all together. The tray's shape, the window's first
//! sentence and the outlets' list all follow from here.
//!
//! "I can't see" is never "all is well": a look that could not tell makes its outlet [`Standing::Unseen`] until one can.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::incident::{Cause, Incident};
use crate::notify::headline;
use crate::text::desktop as words;
use crate::text::{Message, cli};
use crate::verdict::Verdict;

/// How something stands, from well to worst. The worst of its parts is how the whole stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum Standing {
    /// As it should be.
    Normal,
    /// What is normal is not known yet, or nobody has looked yet.
    Learning,
    /// Out of the ordinary, not enough for an alarm.
    Suspect,
    /// It cannot be seen whether all is well.
    Unseen,
    /// This computer has no network: nothing can be said of any outlet.
    Offline,
    /// A confirmed incident that is not over.
    Alarm,
    /// A person has paused the alerts. Of all together alone.
    Paused,
}

impl Standing {
    /// Every standing, from well to worst.
    pub const ALL: [Self; 7] =
        [Self::Normal, Self::Learning, Self::Suspect, Self::Unseen, Self::Offline, Self::Alarm, Self::Paused];

    /// The word that JSON and the tray's icons use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Learning => "learning",
            Self::Suspect => "suspect",
            Self::Unseen => "unseen",
            Self::Offline => "offline",
            Self::Alarm => "alarm",
            Self::Paused => "paused",
        }
    }

    /// How a watch stands after the verdict of its latest look, if there was one, with its unresolved incidents.
    pub fn of_watch(latest: Option<Verdict>, unresolved: &[Incident]) -> Self {
        let looked = match latest {
            None | Some(Verdict::Learning) => Self::Learning,
            Some(Verdict::Normal) => Self::Normal,
            // An alarm that waits for its confirmation is no alarm yet.
            Some(Verdict::Suspect | Verdict::Alarm) => Self::Suspect,
            Some(Verdict::Inconclusive) => Self::Unseen,
        };
        let incidents = unresolved.iter().map(|incident| match incident.cause {
            Cause::Content | Cause::Outage | Cause::Reported => Self::Alarm,
            Cause::Unseen => Self::Unseen,
        });
        incidents.max().map_or(looked, |worst| worst.max(looked))
    }
}

/// An outlet among the others.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// The outlet's name.
    pub outlet: &'a str,
    /// How it stands.
    pub standing: Standing,
    /// Whether each of its watches was looked at since the start.
    pub looked_at: bool,
    /// What is said of its suspicion, if there is one.
    pub suspicion: Option<&'a Message>,
    /// Whether an alarm waits for the second look that confirms it.
    pub confirming: bool,
}

/// What is told together and not over.
#[derive(Debug, Clone)]
pub struct Alarm<'a> {
    /// The incident that matters most.
    pub first: &'a Incident,
    /// What is said of several outlets that are told together; none where it is one.
    pub together: Option<Message>,
    /// The first look that saw any of it.
    pub began: Timestamp,
}

/// All that the first sentence is made of.
#[derive(Debug, Clone)]
pub struct Whole<'a> {
    /// Every outlet that is watched.
    pub parts: Vec<Part<'a>>,
    /// Every alert that is not over, those to be named first in front.
    pub alarms: Vec<Alarm<'a>>,
    /// This computer's own network.
    pub network: cli::Network,
    /// Since when, and until when alerts are paused.
    pub pause: Option<Pause>,
    /// Whether the configuration can't be used as it stands in its file.
    pub refused: bool,
}

/// A person's wish not to be told for a while. The watch goes on; what is still open at the end is told then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Since when.
    pub since: Timestamp,
    /// Until when; absent: until a person resumes.
    pub until: Option<Timestamp>,
}

impl Pause {
    /// Whether it is over by itself.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}

impl Whole<'_> {
    /// How all stand together.
    pub fn standing(&self) -> Standing {
        let worst = self.parts.iter().map(|part| part.standing).max();
        if self.pause.is_some() {
            Standing::Paused
        } else if self.alarming().next().is_some() {
            Standing::Alarm
        } else if self.network != cli::Network::Online {
            Standing::Offline
        } else {
            // Nothing watched is nothing known: never "normal"; and by a mistake it is worse.
            worst.unwrap_or(if self.refused { Standing::Unseen } else { Standing::Learning })
        }
    }

    /// The sentence on top.
    pub fn sentence(&self) -> Message {
        let total = count(self.parts.len());
        let alarms = count(self.alarming().count());
        match self.standing() {
            _ if total == 0 && self.refused => words::refused(),
            _ if total == 0 => words::nothing_watched(),
            Standing::Paused => words::paused(self.pause.and_then(|pause| pause.until), alarms),
            Standing::Alarm => {
                self.alarming().next().map_or_else(words::nothing_watched, |alarm| match &alarm.together {
                    Some(several) => words::alarms_at_several(alarms, several.clone(), alarm.began),
                    None => words::alarms(alarms, &alarm.first.outlet, headline(alarm.first), alarm.began),
                })
            }
            Standing::Offline => cli::network(self.network),
            Standing::Unseen => words::unseen(self.number_of(Standing::Unseen), total, self.first(Standing::Unseen)),
            Standing::Suspect if self.parts.iter().any(|part| part.confirming) => {
                words::confirming(self.parts.iter().find(|part| part.confirming).map_or("", |part| part.outlet))
            }
            Standing::Suspect => {
                let mut suspects = self.parts.iter().filter(|part| part.standing == Standing::Suspect);
                let what = suspects.find_map(|part| part.suspicion);
                words::suspects(self.number_of(Standing::Suspect), self.first(Standing::Suspect), what)
            }
            Standing::Learning if self.unlooked() > 0 => words::first_look(self.unlooked()),
            Standing::Learning => words::learning(self.number_of(Standing::Learning), total),
            Standing::Normal => words::all_well(total, self.first(Standing::Normal)),
        }
    }

    /// What makes an alarm: what cannot be seen is told apart.
    fn alarming(&self) -> impl Iterator<Item = &Alarm<'_>> {
        self.alarms.iter().filter(|alarm| alarm.first.cause != Cause::Unseen)
    }

    /// Outlets that were not looked at in full.
    fn unlooked(&self) -> u32 {
        count(self.parts.iter().filter(|part| !part.looked_at).count())
    }

    fn number_of(&self, standing: Standing) -> u32 {
        count(self.parts.iter().filter(|part| part.standing == standing).count())
    }

    fn first(&self, standing: Standing) -> &str {
        self.parts.iter().find(|part| part.standing == standing).map_or("", |part| part.outlet)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Grounds, IncidentId, State};
    use crate::verdict::{Availability, Severity};
    use crate::watch::{WatchId, WatchKind};

    fn incident(outlet: &str, cause: Cause) -> Incident {
        let url = "https://report.example/".parse().unwrap();
        let watch = WatchId::new(WatchKind::Homepage, &url);
        let at = Timestamp::UNIX_EPOCH;
        Incident {
            id: IncidentId::new(&watch, cause, at),
            outlet: outlet.to_owned(),
            group: None,
            watch,
            kind: WatchKind::Homepage,
            url,
            cause,
            severity: Severity::Critical,
            state: State::Open,
            summary: Message::new("signal-cover-picture"),
            signals: Vec::new(),
            last_good: None,
            began: at,
            opened: at,
            last_seen: at,
            seen: 2,
            availability: Availability::Up,
            others_answer: true,
            evidence: None,
            alert: None,
            campaign: None,
            snoozed: None,
            grounds: Grounds::Confirmed,
            flaps: 0,
            reopened: 0,
            hidden: None,
            hidings: 0,
            joined: None,
        }
    }

    #[test]
    fn a_watch_stands_as_its_latest_look_and_its_incidents_say_whichever_is_worse() {
        use Verdict as V;
        for (latest, incidents, expected) in [
            (None, vec![], Standing::Learning),
            (Some(V::Learning), vec![], Standing::Learning),
            (Some(V::Normal), vec![], Standing::Normal),
            (Some(V::Suspect), vec![], Standing::Suspect),
            (Some(V::Alarm), vec![], Standing::Suspect),
            (Some(V::Inconclusive), vec![], Standing::Unseen),
            (Some(V::Normal), vec![Cause::Content], Standing::Alarm),
            (Some(V::Inconclusive), vec![Cause::Outage], Standing::Alarm),
            (Some(V::Suspect), vec![Cause::Unseen], Standing::Unseen),
            (None, vec![Cause::Unseen, Cause::Content], Standing::Alarm),
        ] {
            let unresolved: Vec<_> = incidents.iter().map(|cause| incident("Report", *cause)).collect();
            assert_eq!(Standing::of_watch(latest, &unresolved), expected, "{latest:?} {incidents:?}");
        }
    }

    #[test]
    fn all_together_stand_as_the_worst_and_a_pause_or_an_alarm_comes_before_it() {
        let (alarm, unseen) = (incident("Report", Cause::Content), incident("Report", Cause::Unseen));
        let pause = Some(Pause { since: Timestamp::UNIX_EPOCH, until: None });
        let online = cli::Network::Online;
        let offline = cli::Network::Offline;
        for (standings, alarms, network, pause, standing, sentence) in [
            (vec![], vec![], online, None, Standing::Learning, "standing-empty"),
            (vec![Standing::Normal; 6], vec![], online, None, Standing::Normal, "standing-normal"),
            (vec![Standing::Normal, Standing::Learning], vec![], online, None, Standing::Learning, "standing-learning"),
            (vec![Standing::Suspect, Standing::Learning], vec![], online, None, Standing::Suspect, "standing-suspect"),
            (vec![Standing::Suspect, Standing::Unseen], vec![], online, None, Standing::Unseen, "standing-unseen"),
            (vec![Standing::Unseen], vec![&unseen], online, None, Standing::Unseen, "standing-unseen"),
            (vec![Standing::Unseen], vec![], offline, None, Standing::Offline, "network-offline"),
            (vec![Standing::Alarm], vec![&alarm], offline, None, Standing::Alarm, "standing-alarm"),
            (vec![Standing::Alarm], vec![&alarm], offline, pause, Standing::Paused, "standing-paused"),
            (vec![Standing::Normal], vec![], online, pause, Standing::Paused, "standing-paused"),
        ] {
            let part = |standing: &Standing| Part {
                outlet: "Report",
                standing: *standing,
                looked_at: true,
                suspicion: None,
                confirming: false,
            };
            let alarms = alarms.into_iter().map(|first| Alarm { first, together: None, began: first.began }).collect();
            let whole = Whole { parts: standings.iter().map(part).collect(), alarms, network, pause, refused: false };
            assert_eq!((whole.standing(), whole.sentence().id.as_str()), (standing, sentence), "{whole:?}");
        }
    }

    #[test]
    fn what_happened_at_several_outlets_is_said_of_all_of_them() {
        let first = &incident("Report", Cause::Content);
        let together = Some(Message::new("headline-several"));
        let alarm = |together| Alarm { first, together, began: first.began };
        for (alarms, sentence) in [
            (vec![alarm(together.clone()), alarm(None)], "standing-alarm-several"),
            (vec![alarm(None), alarm(together)], "standing-alarm"),
        ] {
            let network = cli::Network::Online;
            let part = Part {
                outlet: "Report",
                standing: Standing::Alarm,
                looked_at: true,
                suspicion: None,
                confirming: false,
            };
            let whole = Whole { parts: vec![part], alarms, network, pause: None, refused: false };
            assert_eq!(whole.sentence().id, sentence);
        }
    }

    #[test]
    fn a_pause_ends_at_its_moment_or_never_by_itself() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let until = |until| Pause { since: at(0), until };
        assert!(!until(Some(at(60))).is_over(at(59)));
        assert!(until(Some(at(60))).is_over(at(60)));
        assert!(!until(None).is_over(at(1_000_000_000)));
    }

    #[test]
    fn a_configuration_that_cannot_be_used_is_not_a_quiet_beginning() {
        let network = cli::Network::Online;
        let nothing = |refused| Whole { parts: vec![], alarms: vec![], network, pause: None, refused };
        assert_eq!((nothing(true).standing(), nothing(true).sentence()), (Standing::Unseen, words::refused()));
        assert_eq!(
            (nothing(false).standing(), nothing(false).sentence()),
            (Standing::Learning, words::nothing_watched())
        );
    }
}
