//! What was committed is there, whatever happens to the process.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use frontwatch_core::incident::{Resolution, State};
use frontwatch_engine::store::{Delivery, Write};
use proptest::prelude::*;

use super::given::{at, deliver, incident, notice, open, post, store, withdraw};

/// The files as a process that is killed now leaves them. Its memory (`-shm`) is gone.
pub(crate) fn killed_now(dir: &Path) -> tempfile::TempDir {
    let left = tempfile::tempdir().unwrap();
    for name in ["frontwatch.db", "frontwatch.db-wal"] {
        if dir.join(name).exists() {
            fs::copy(dir.join(name), left.path().join(name)).unwrap();
        }
    }
    left
}

const CHANNELS: [&str; 2] = ["desktop", "webhook"];

#[derive(Debug, Clone, Copy)]
enum Step {
    Open(usize),
    Acknowledge(usize),
    Resolve(usize),
    Post(usize, usize),
    Deliver(usize, usize),
    Withdraw(usize, usize),
}

impl Step {
    fn write(self) -> Write {
        match self {
            Self::Open(n) => open(n),
            Self::Acknowledge(n) => {
                Write::Incident(Box::new(incident(n, State::Acknowledged { at: at(50), by: "editor".into() })))
            }
            Self::Resolve(n) => {
                let state = State::Resolved { at: at(60), resolution: Resolution::Recovered };
                Write::Incident(Box::new(incident(n, state)))
            }
            Self::Post(n, channel) => post(n, CHANNELS[channel]),
            Self::Deliver(n, channel) => deliver(n, CHANNELS[channel], 70),
            Self::Withdraw(n, channel) => withdraw(n, CHANNELS[channel]),
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let (n, channel) = (0..3_usize, 0..CHANNELS.len());
    prop_oneof![
        3 => n.clone().prop_map(Step::Open),
        1 => n.clone().prop_map(Step::Acknowledge),
        1 => n.clone().prop_map(Step::Resolve),
        4 => (n.clone(), channel.clone()).prop_map(|(n, channel)| Step::Post(n, channel)),
        1 => (n.clone(), channel.clone()).prop_map(|(n, channel)| Step::Deliver(n, channel)),
        1 => (n, channel).prop_map(|(n, channel)| Step::Withdraw(n, channel)),
    ]
}

/// What the store should hold: each incident's states in order, and each notice's delivery.
#[derive(Debug, Clone, Default, PartialEq)]
struct Model {
    incidents: BTreeMap<usize, Vec<&'static str>>,
    outbox: BTreeMap<(usize, usize), &'static str>,
}

impl Model {
    /// After the batch; absent if the batch is to be refused.
    fn after(&self, batch: &[Step]) -> Option<Self> {
        let mut next = self.clone();
        for step in batch {
            match *step {
                Step::Open(n) => next.enter(n, "open"),
                Step::Acknowledge(n) => next.enter(n, "acknowledged"),
                Step::Resolve(n) => next.enter(n, "resolved"),
                Step::Post(n, channel) => {
                    next.outbox.entry((n, channel)).or_insert("pending");
                }
                Step::Deliver(n, channel) => *next.outbox.get_mut(&(n, channel))? = "delivered",
                Step::Withdraw(n, channel) => {
                    let delivery = next.outbox.get_mut(&(n, channel))?;
                    if *delivery == "pending" {
                        *delivery = "withdrawn";
                    }
                }
            }
        }
        next.outbox.keys().all(|(n, _)| next.incidents.contains_key(n)).then_some(next)
    }

    fn enter(&mut self, n: usize, state: &'static str) {
        let states = self.incidents.entry(n).or_default();
        if states.last() != Some(&state) {
            states.push(state);
        }
    }

    /// That a store opened on these files holds this, each thing once.
    async fn assert_held(&self, dir: &Path) {
        let store = store(dir);
        let held = store.incidents(100, None).await.unwrap();
        assert_eq!(held.len(), self.incidents.len(), "each incident once");
        for (n, states) in &self.incidents {
            let record = store.incident(incident(*n, State::Open).id).await.unwrap().unwrap();
            let held: Vec<_> = record.history.iter().map(|event| event.state.as_str()).collect();
            assert_eq!(held, *states);
        }
        let held = store.outbox(100).await.unwrap();
        assert_eq!(held.len(), self.outbox.len(), "each notice once");
        for ((n, channel), delivery) in &self.outbox {
            let row = held.iter().find(|row| row.notice == notice(*n) && row.channel == CHANNELS[*channel]).unwrap();
            let held = match row.delivery {
                Delivery::Pending { .. } => "pending",
                Delivery::Delivered { .. } => "delivered",
                Delivery::Withdrawn { .. } => "withdrawn",
            };
            assert_eq!(held, *delivery);
        }
        let loaded = store.load().await.unwrap();
        let unresolved = self.incidents.values().filter(|states| states.last() != Some(&"resolved")).count();
        assert_eq!(loaded.incidents.len(), unresolved);
        let pending = self.outbox.values().filter(|delivery| **delivery == "pending").count();
        assert_eq!(loaded.outbox.len(), pending);
        store.close().await.unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn killed_after_any_commit_nothing_is_lost_and_nothing_is_there_twice(
        batches in prop::collection::vec(prop::collection::vec(step(), 1..5), 1..7),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let dir = tempfile::tempdir().unwrap();
            let live = store(dir.path());
            let mut model = Model::default();
            for batch in batches {
                let stored = live.commit(batch.iter().map(|step| step.write()).collect()).await;
                match model.after(&batch) {
                    Some(next) => {
                        stored.unwrap();
                        model = next;
                    }
                    None => assert_eq!(stored.unwrap_err().code(), "store.refused"),
                }
                model.assert_held(killed_now(dir.path()).path()).await;
            }
        });
    }
}
