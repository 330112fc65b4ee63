//! Whatever happens to a queue, nothing is lost, nothing is sent twice at once, and whoever waits for its next try does not
//! wake for nothing.

use frontwatch_core::text::errors::as_said;
use std::collections::BTreeSet;

use frontwatch_core::incident::IncidentId;
use frontwatch_core::verdict::Severity;
use proptest::prelude::*;

use super::*;

fn notice(number: usize) -> Notice {
    Notice {
        id: number.to_string(),
        // Some replace others.
        key: (number % 3).to_string(),
        incident: IncidentId::from_stored("00112233445566ff"),
        campaign: None,
        title: String::new(),
        body: String::new(),
        severity: Severity::Critical,
        over: false,
        buttons: vec![],
        at: Timestamp::UNIX_EPOCH,
        about: Box::default(),
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_028_120 + second).unwrap()
}

fn away(seconds: u64) -> NotDelivered {
    NotDelivered::Away { why: as_said("it fails"), rest: Duration::from_secs(seconds) }
}

#[test]
fn the_next_try_comes_later_and_later() {
    let refused = || NotDelivered::Refused(as_said("no"));
    let unwanted = || NotDelivered::Unwanted(as_said("no"));
    let (desktop, webhook) = (ChannelId::Desktop, ChannelId::Webhook("chat".to_owned()));
    let cases: [(&ChannelId, NotDelivered, &[i64]); 7] = [
        (&desktop, NotDelivered::NoServer("no bus".to_owned()), &[1, 2, 4, 8, 16, 30, 30]),
        (&desktop, refused(), &[1, 2, 4, 8, 16, 30, 30]),
        (&webhook, away(0), &[1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]),
        (&webhook, away(60), &[60, 60, 60, 60, 60, 60, 64, 128, 256, 300]),
        (&webhook, away(86_400), &[300, 300]),
        (&webhook, unwanted(), &[30, 30, 30, 30, 30, 32, 64, 128, 256, 300, 300]),
        (&webhook, refused(), &[1, 2, 4]),
    ];
    for (channel, error, waits) in cases {
        let mut queue = Queue::of(channel);
        queue.open(at(0));
        queue.push(notice(0), at(0));
        let mut now = at(0);
        for wait in waits {
            assert!(queue.take_due(now).is_some(), "{channel} {error:?}");
            let next = queue.failed("0", &error, now).next;
            assert_eq!(next.duration_since(now).as_secs(), *wait, "{channel} {error:?}");
            assert_eq!(queue.next(), Some(next), "{channel} {error:?}");
            assert!(queue.take_due(next.checked_sub(SignedDuration::from_millis(1)).unwrap()).is_none());
            now = next;
        }
    }
}

#[test]
fn a_clock_that_is_set_back_makes_no_pause() {
    for (channel, most) in [(ChannelId::Desktop, 30), (ChannelId::Email("desk".to_owned()), 300)] {
        for error in [away(0), NotDelivered::Refused(as_said("no"))] {
            let mut queue = Queue::of(&channel);
            queue.open(at(0));
            queue.push(notice(0), at(0));
            queue.take_due(at(0)).unwrap();
            queue.failed("0", &error, at(0));
            let back = at(-7200);
            assert!(queue.take_due(back).is_none());
            assert_eq!(queue.next(), Some(at(-7200 + most)), "{channel} {error:?}");
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Push,
    Pass(i64),
    /// What was under way comes back: well, or with one of these.
    Back(Option<NotDelivered>),
    Withdraw(usize),
    Open,
    Close,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Push),
        (-60_i64..400).prop_map(Step::Pass),
        Just(Step::Back(None)),
        Just(Step::Back(Some(away(0)))),
        Just(Step::Back(Some(away(100)))),
        Just(Step::Back(Some(NotDelivered::Unwanted(as_said("no"))))),
        Just(Step::Back(Some(NotDelivered::Refused(as_said("no"))))),
        (0_usize..3).prop_map(Step::Withdraw),
        Just(Step::Open),
        Just(Step::Close),
    ]
}

proptest! {
    #[test]
    fn a_queue_loses_nothing_and_wakes_nobody_for_nothing(steps in proptest::collection::vec(step(), 1..60)) {
        let mut queue = Queue::of(&ChannelId::Webhook("chat".to_owned()));
        let (mut now, mut pushed, mut open) = (at(0), 0, false);
        let mut sending: Option<String> = None;
        let (mut waiting, mut settled) = (BTreeSet::new(), BTreeSet::new());
        for step in steps {
            match step {
                Step::Push => {
                    queue.push(notice(pushed), now);
                    waiting.insert(pushed.to_string());
                    pushed += 1;
                }
                Step::Pass(seconds) => now = now.checked_add(SignedDuration::from_secs(seconds)).unwrap(),
                Step::Back(result) => if let Some(id) = sending.take() {
                    match result {
                        None => {
                            queue.delivered(&id);
                            prop_assert!(waiting.remove(&id) && settled.insert(id));
                        }
                        Some(error) => {
                            let failed = queue.failed(&id, &error, now);
                            prop_assert!(failed.next > now);
                            if failed.withdrawn.is_some() {
                                prop_assert!(waiting.remove(&id) && settled.insert(id));
                            }
                        }
                    }
                },
                Step::Withdraw(key) => for id in queue.withdraw("superseded", |notice| notice.key == key.to_string()) {
                    prop_assert!(sending.as_ref() != Some(&id), "what is under way is not gone");
                    prop_assert!(waiting.remove(&id) && settled.insert(id));
                },
                Step::Open => {
                    queue.open(now);
                    open = true;
                }
                Step::Close => {
                    queue.close();
                    open = false;
                }
            }
            let due = queue.next();
            let taken = queue.take_due(now);
            prop_assert_eq!(taken.is_some(), due.is_some_and(|due| due <= now), "the next try is at its time: {:?} {}", due, now);
            if let Some(notice) = taken {
                prop_assert!(open && sending.is_none(), "one at a time, where there is a channel");
                prop_assert!(waiting.contains(&notice.id) && !settled.contains(&notice.id));
                sending = Some(notice.id);
            }
        }
        // Once the far end is there, and time goes by, everything that waits arrives, each once.
        queue.open(now);
        if let Some(id) = sending {
            queue.delivered(&id);
            waiting.remove(&id);
        }
        now = now.checked_add(SignedDuration::from_secs(600)).unwrap();
        while let Some(notice) = queue.take_due(now) {
            queue.delivered(&notice.id);
            prop_assert!(waiting.remove(&notice.id), "sent twice: {}", notice.id);
        }
        prop_assert!(waiting.is_empty() && queue.is_empty(), "lost: {:?}", waiting);
    }
}
