//! What waits for a store that failed, and how much of it. What a person was told, and what became of it, waits in its order, bounded
//! by the incident and not by how often something happens to it. Pages and pictures wait as far as there is room: those that show an
//! incident before others, and of each watch the first before the second of any, so that no page keeps out another outlet's.

use std::collections::{BTreeMap, BTreeSet};

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::IncidentId;
use frontwatch_core::watch::WatchId;

use crate::store::{CaptureRole, KeptBody, ShownPicture, ShownSide, Write};

/// Of pages and pictures waits so much, bytes, packed. It is a part of all that may wait for a disk: others are kept beside it.
pub(super) const PAGES: usize = 8 * 1024 * 1024;
/// What a page or a picture counts at least, bytes, so that many small ones are bounded, too.
const LEAST: usize = 1024;
/// Of one incident wait so many of each kind: the first, and the latest.
pub(super) const MOST_OF_ONE: usize = 32;
/// So many times that were not watched wait, the latest.
const MOST_BLIND: usize = 4096;

/// What a page or a picture tells: what tells more comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tells {
    /// An alarm was raised for it.
    Raised,
    /// The look before something deviated.
    Before,
    Alarm,
    /// A picture of an incident.
    Placed,
    /// From here on no incident is known that it shows.
    Suspect,
    Baseline,
    Usual,
    Hourly,
}

/// Whether it is a page or a picture that may wait. One that is not packed holds its place among the large ones, and may not.
pub(super) fn is_page(write: &Write) -> bool {
    matches!(write, Write::Capture { body: KeptBody::Packed(..), .. } | Write::Shown(_))
}

/// How much room a page leaves that is kept for this: while the disk hangs, those of every day must not take that of an alarm's.
pub(super) fn left_by(role: CaptureRole) -> usize {
    match role {
        CaptureRole::Before | CaptureRole::Alarm => 0,
        CaptureRole::Suspect | CaptureRole::Baseline | CaptureRole::Hourly => PAGES,
    }
}

/// What of a batch is tried again if it can't be stored now.
pub(super) fn tried_again(batch: &[Write]) -> Vec<Write> {
    batch.iter().filter(|write| write.is_tried_again() || is_page(write)).cloned().collect()
}

/// What waits, without what is too much of it or is said by what comes later.
pub(super) fn bounded(mut writes: Vec<Write>) -> Vec<Write> {
    keep_latest_versions(&mut writes);
    keep_latest_logos(&mut writes);
    keep_pages(&mut writes);
    let mut writes = keep_latest_forms(writes);
    keep_notices(&mut writes);
    keep_of_each(&mut writes);
    writes
}

/// Of what is normal for a watch only the latest version waits.
fn keep_latest_versions(writes: &mut Vec<Write>) {
    let mut latest = BTreeSet::new();
    retain_from_the_end(writes, |write| match write {
        Write::Baseline(version) => latest.insert(version.watch.clone()),
        _ => true,
    });
}

/// A usual picture of a page that is none of its logos any more does not wait.
fn keep_latest_logos(writes: &mut Vec<Write>) {
    let mut logos = BTreeMap::new();
    retain_from_the_end(writes, |write| match write {
        Write::ForgetLogos { watch, but } => logos.insert(watch.clone(), but.clone()).is_none(),
        Write::Shown(ShownPicture { watch, side: ShownSide::Usual, url, .. }) => {
            logos.get(watch).is_none_or(|but| but.contains(url))
        }
        _ => true,
    });
}

/// Of pages and pictures those that tell most, as far as there is room.
fn keep_pages(writes: &mut Vec<Write>) {
    let raised: BTreeSet<Digest> = writes
        .iter()
        .filter_map(|write| match write {
            Write::Incident(it) => it.evidence,
            _ => None,
        })
        .collect();
    let mut pages: Vec<_> =
        writes.iter().enumerate().filter_map(|(place, write)| page(write, &raised, place)).collect();
    pages.sort_unstable_by_key(|page| (page.tells, page.place));
    let mut seen: BTreeMap<&WatchId, usize> = BTreeMap::new();
    let mut ranked: Vec<_> = pages
        .iter()
        .map(|page| {
            let nth = seen.entry(page.watch).and_modify(|nth| *nth += 1).or_default();
            (page.tells >= Tells::Suspect, *nth, page.bytes, page.place)
        })
        .collect();
    ranked.sort_unstable();
    let mut room = PAGES;
    let gone: BTreeSet<usize> = ranked
        .into_iter()
        .filter(|(_, _, bytes, _)| room.checked_sub(*bytes).inspect(|left| room = *left).is_none())
        .map(|(.., place)| place)
        .collect();
    let mut place = 0..;
    writes.retain(|_| place.next().is_none_or(|place| !gone.contains(&place)));
}

/// A page or a picture that waits.
struct Page<'a> {
    watch: &'a WatchId,
    tells: Tells,
    bytes: usize,
    place: usize,
}

fn page<'a>(write: &'a Write, raised: &BTreeSet<Digest>, place: usize) -> Option<Page<'a>> {
    let (watch, tells, bytes) = match write {
        Write::Capture { watch, role, digest, body: KeptBody::Packed(body, _), headers, url, .. } => {
            let tells = match role {
                _ if raised.contains(digest) => Tells::Raised,
                CaptureRole::Before => Tells::Before,
                CaptureRole::Alarm => Tells::Alarm,
                CaptureRole::Suspect => Tells::Suspect,
                CaptureRole::Baseline => Tells::Baseline,
                CaptureRole::Hourly => Tells::Hourly,
            };
            let headers = headers.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>();
            (watch, tells, body.len() + headers + url.as_str().len())
        }
        Write::Shown(ShownPicture { watch, side, png, url, .. }) => {
            let tells = if *side == ShownSide::Usual { Tells::Usual } else { Tells::Placed };
            (watch, tells, png.len() + url.as_str().len())
        }
        _ => return None,
    };
    Some(Page { watch, tells, bytes: bytes.max(LEAST), place })
}

/// Of an incident waits one form for each state that it was in: the latest, where the first stood, as what was decided of it comes
/// after that.
fn keep_latest_forms(writes: Vec<Write>) -> Vec<Write> {
    let mut kept: Vec<Write> = Vec::with_capacity(writes.len());
    let mut places: BTreeMap<IncidentId, usize> = BTreeMap::new();
    for write in writes {
        match &write {
            Write::Incident(it) => {
                let known = places.get(&it.id).and_then(|place| kept.get_mut(*place));
                if let Some(Write::Incident(known)) = known
                    && known.state == it.state
                {
                    known.clone_from(it);
                    continue;
                }
                places.insert(it.id.clone(), kept.len());
            }
            // What it is called now must not be written over by what it was called before.
            Write::Moved { .. } | Write::Renamed { .. } => places.clear(),
            _ => {}
        }
        kept.push(write);
    }
    kept
}

/// Of the notices of an incident that are settled on a channel only the latest wait, with what became of them.
fn keep_notices(writes: &mut Vec<Write>) {
    let mut settled = BTreeSet::new();
    let mut counted: BTreeMap<(IncidentId, String), usize> = BTreeMap::new();
    let mut gone = BTreeSet::new();
    for write in writes.iter().rev() {
        match write {
            Write::Delivered { notice, channel, .. } | Write::Withdrawn { notice, channel, .. } => {
                settled.insert((notice.clone(), channel.clone()));
            }
            Write::Outbox { notice, channel } if settled.contains(&(notice.id.clone(), channel.clone())) => {
                let count = counted.entry((notice.incident.clone(), channel.clone())).or_default();
                *count += 1;
                if *count > MOST_OF_ONE {
                    gone.insert((notice.id.clone(), channel.clone()));
                }
            }
            _ => {}
        }
    }
    writes.retain(|write| match write {
        Write::Outbox { notice, channel } => !gone.contains(&(notice.id.clone(), channel.clone())),
        Write::Delivered { notice, channel, .. } | Write::Withdrawn { notice, channel, .. } => {
            !gone.contains(&(notice.clone(), channel.clone()))
        }
        _ => true,
    });
}

/// Of what else becomes of one incident the first and the latest wait, of each kind; and of the times that were not watched the latest.
fn keep_of_each(writes: &mut Vec<Write>) {
    let key = |write: &Write| {
        let incident = match write {
            Write::Incident(it) => &it.id,
            Write::PutOff { incident, .. } | Write::Silence { incident, .. } | Write::ForgetPictures(incident) => {
                incident
            }
            Write::Picture(it) => &it.incident,
            _ => return None,
        };
        Some((write.kind(), incident.clone()))
    };
    let mut places: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut blind = Vec::new();
    for (place, write) in writes.iter().enumerate() {
        if let Some(key) = key(write) {
            places.entry(key).or_default().push(place);
        } else if matches!(write, Write::Blind { .. }) {
            blind.push(place);
        }
    }
    let of_incidents = places.values().filter_map(|of| {
        let much = of.len().checked_sub(MOST_OF_ONE)?;
        of.get(1..=much)
    });
    let mut gone: BTreeSet<usize> = of_incidents.flatten().copied().collect();
    gone.extend(blind.iter().rev().skip(MOST_BLIND));
    let mut place = 0..;
    writes.retain(|_| place.next().is_none_or(|place| !gone.contains(&place)));
}

/// Retains what `keeps`, asked from the end on.
fn retain_from_the_end(writes: &mut Vec<Write>, mut keeps: impl FnMut(&Write) -> bool) {
    let mut keep: Vec<bool> = writes.iter().rev().map(&mut keeps).collect();
    writes.retain(|_| keep.pop().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use frontwatch_core::incident::State;
    use frontwatch_core::notify::Notice;
    use jiff::Timestamp;

    use super::super::writing::tests::{PAGE, incident, page, silence};
    use super::*;
    use crate::store::Room;

    fn acknowledged() -> State {
        State::Acknowledged { at: Timestamp::UNIX_EPOCH, by: "nino".to_owned() }
    }

    #[test]
    fn of_an_incident_waits_one_form_for_each_state_it_was_in() {
        let seen = |state: State, seen: u32| match incident(state) {
            Write::Incident(mut it) => {
                it.seen = seen;
                Write::Incident(it)
            }
            other => other,
        };
        let renamed = || Write::Renamed { from: "a".to_owned(), to: "b".to_owned() };
        let mut waiting = Vec::new();
        for look in 0..1000 {
            let more = match look {
                500 => renamed(),
                0..800 => seen(State::Open, look),
                _ => seen(acknowledged(), look),
            };
            waiting.push(more);
            waiting = bounded(waiting);
        }
        let forms = waiting.iter().map(|write| match write {
            Write::Incident(it) => (it.state == State::Open, it.seen),
            _ => (false, 0),
        });
        assert_eq!(forms.collect::<Vec<_>>(), [(true, 499), (false, 0), (true, 799), (false, 999)]);
    }

    #[test]
    fn what_becomes_of_one_incident_is_bounded_however_often_something_happens_to_it() {
        const HAPPENINGS: i64 = 500;
        let Write::Incident(of) = incident(State::Open) else { unreachable!() };
        let notice: Notice = serde_json::from_value(serde_json::json!({
            "id": "", "key": "k", "incident": of.id, "campaign": null, "title": "", "body": "", "severity": "critical",
            "over": false, "buttons": [], "at": Timestamp::UNIX_EPOCH,
        }))
        .unwrap();
        let mut waiting = Vec::new();
        for nth in 0..HAPPENINGS {
            let (at, channel) = (Timestamp::from_second(nth).unwrap(), "desktop".to_owned());
            let notice = Box::new(Notice { id: nth.to_string(), ..notice.clone() });
            let id = notice.id.clone();
            waiting.push(incident(if nth % 2 == 0 { State::Open } else { acknowledged() }));
            waiting.push(silence(nth));
            waiting.push(Write::Outbox { notice, channel: channel.clone() });
            // The one that is not settled must still be sent by whoever goes on.
            if nth != 7 {
                waiting.push(Write::Delivered { notice: id, channel, at });
            }
            waiting = bounded(waiting);
        }
        let of = |kind: &str| waiting.iter().filter(|write| write.kind() == kind).count();
        let counts = ["incident", "silence", "notice", "delivered"].map(of);
        assert_eq!(counts, [MOST_OF_ONE, MOST_OF_ONE, MOST_OF_ONE + 1, MOST_OF_ONE]);
        assert!(matches!(waiting[0], Write::Incident(_)), "before whatever is decided of it");
        let silences = waiting.iter().filter_map(|write| match write {
            Write::Silence { at, .. } => Some(at.as_second()),
            _ => None,
        });
        let silences: Vec<i64> = silences.collect();
        assert_eq!((silences[0], silences[1], silences[MOST_OF_ONE - 1]), (0, 469, 499), "the first and the latest");
        let mut known = BTreeSet::new();
        for write in &waiting {
            match write {
                Write::Outbox { notice, .. } => drop(known.insert(notice.id.clone())),
                Write::Delivered { notice, .. } => {
                    assert!(known.contains(notice), "{notice} is delivered and not there");
                }
                _ => {}
            }
        }
        assert!(known.contains("7") && known.contains("499"));
    }

    #[test]
    fn the_page_that_an_alarm_was_raised_for_and_the_one_before_come_before_what_is_only_suspected() {
        const PAPER: &str = "https://paper.example/";
        let room = Room::new(4 * PAGES);
        let most = PAGES / PAGE;
        let suspected =
            (0..most).map(|nth| page(&room, &format!("https://{nth}.example/"), CaptureRole::Suspect, nth as u64));
        let raised = page(&room, PAPER, CaptureRole::Suspect, 98);
        let Write::Capture { digest, .. } = raised else { unreachable!() };
        let Write::Incident(mut of) = incident(State::Open) else { unreachable!() };
        of.evidence = Some(digest);
        let before = page(&room, PAPER, CaptureRole::Before, 97);
        let waiting = bounded(suspected.chain([raised, before, Write::Incident(of)]).collect());
        let second = |write: &Write| match write {
            Write::Capture { at, .. } => Some(at.as_second()),
            _ => None,
        };
        let kept: Vec<i64> = waiting.iter().filter_map(second).collect();
        assert_eq!(kept, [0, 1, 2, 3, 4, 5, 98, 97], "in the order in which they came");
    }

    #[test]
    fn usual_pictures_that_are_none_any_more_do_not_wait() {
        let watch = WatchId::from_stored("w");
        let url = |name: &str| format!("https://paper.example/{name}.png").parse::<url::Url>().unwrap();
        let shown = |name: &str| {
            let (at, png) = (Timestamp::UNIX_EPOCH, bytes::Bytes::from_static(b"png"));
            Write::Shown(ShownPicture { watch: watch.clone(), side: ShownSide::Usual, url: url(name), at, png })
        };
        let forget = |name: &str| Write::ForgetLogos { watch: watch.clone(), but: vec![url(name)] };
        let waiting = bounded(vec![forget("a"), shown("a"), forget("b"), shown("b"), shown("a")]);
        let names: Vec<_> = waiting
            .iter()
            .map(|write| match write {
                Write::ForgetLogos { but, .. } => ("but", but[0].path()),
                Write::Shown(it) => ("shown", it.url.path()),
                _ => ("", ""),
            })
            .collect();
        assert_eq!(names, [("but", "/b.png"), ("shown", "/b.png"), ("shown", "/a.png")]);
    }
}
