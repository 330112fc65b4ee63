//! What breaks down is a fault of this program: it is said, and it stays where it happened. A task that was to bring an event
//! brings another one in its place; the loop goes on with the next event; whatever is done as time goes by is done part by
//! part, so that no part keeps the others from their turn.

use std::panic::{AssertUnwindSafe, catch_unwind};

use frontwatch_core::detect::unanswered;
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::text::cli as words;
use frontwatch_core::watch::WatchId;
use jiff::SignedDuration;
use tokio::sync::mpsc;

use super::Loop;
use super::event::{Event, Purpose};
use super::judging::{Panicked, said};
use crate::api::happening::About;

/// Between two words about the same part that breaks down again and again.
const SAY_AGAIN: SignedDuration = SignedDuration::from_mins(10);

/// Does something; where it breaks down, says with which words.
pub(super) fn contained<T>(what: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(what)).map_err(|panic| Panicked(said(&*panic)))
}

/// Has a task bring its event to the loop; where the task breaks down, this other one, so that nobody waits for ever.
pub(super) fn bring(
    events: &mpsc::Sender<Event>,
    task: impl Future<Output = Event> + Send + 'static,
    otherwise: impl FnOnce() -> Event + Send + 'static,
) {
    let events = events.clone();
    tokio::spawn(async move {
        let event = match tokio::spawn(task).await {
            Ok(event) => event,
            Err(error) => {
                tracing::error!(%error, "a task broke down");
                otherwise()
            }
        };
        // The loop is gone when this fails, and nobody is left to tell.
        let _ = events.send(event).await;
    });
}

impl Loop {
    /// Handles an event. Where that breaks down, what the event was about goes on as if it had never come.
    pub(super) fn handle_contained(&mut self, event: Event) {
        let about = event.about();
        if let Err(panic) = contained(|| self.handle(event)) {
            self.broke_down("event", &panic);
            if let Some((id, purpose)) = about {
                self.lost_contained(&id, purpose);
            }
        }
    }

    /// Does a part of what is done as time goes by; whether it broke down.
    pub(super) fn part(&mut self, name: &'static str, what: impl FnOnce(&mut Self)) -> bool {
        let done = contained(|| what(self));
        let Err(panic) = done else { return false };
        self.broke_down(name, &panic);
        true
    }

    /// Says that a part of the loop broke down.
    pub(super) fn broke_down(&mut self, name: &'static str, panic: &Panicked) {
        tracing::error!(part = name, %panic, "a part of the watch broke down");
        let done = contained(|| self.remark_seldom(About::Trouble, words::part_trouble(name), SAY_AGAIN));
        if let Err(panic) = done {
            tracing::error!(part = name, %panic, "nobody could be told of it");
        }
    }

    /// A look came to nothing because this program broke down at it.
    pub(super) fn lost(&mut self, id: &WatchId, purpose: Purpose) {
        let Some(outlet) = self.slots.get(id).map(|slot| slot.watch.outlet.clone()) else { return };
        self.remark_seldom(About::Trouble, words::look_trouble(&outlet), SAY_AGAIN);
        let now = self.ports.clock.now();
        self.conclude(id, purpose, now, &unanswered::of_own_fault(), Finding::Hidden, None);
    }

    fn lost_contained(&mut self, id: &WatchId, purpose: Purpose) {
        if contained(|| self.lost(id, purpose)).is_ok() {
            return;
        }
        // At least it is looked at again.
        if let Some(slot) = self.slots.get_mut(id) {
            slot.under_way = None;
            let interval = slot.interval;
            let clock = std::sync::Arc::clone(&self.ports.clock);
            if let Ok(now) = contained(|| clock.now()) {
                self.schedule.looked(id, now, Some(interval));
            }
        }
    }

    /// Looks at what is due, each by itself.
    pub(super) fn look_contained(&mut self, id: &WatchId) {
        let looked = contained(|| {
            if !self.waits_for_network(id) {
                self.look(id, self.purpose_when_due(id), std::time::Duration::ZERO);
            }
        });
        if let Err(panic) = looked {
            self.broke_down("looks", &panic);
            self.lost_contained(id, Purpose::Routine);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_task_that_breaks_down_brings_another_event_in_its_place() {
        let (events, mut inbox) = mpsc::channel(1);
        bring(&events, async { panic!("as the test wants it") }, || Event::SystemChanged);
        assert!(matches!(inbox.recv().await, Some(Event::SystemChanged)));
        bring(&events, async { Event::Kept(Ok(())) }, || Event::SystemChanged);
        assert!(matches!(inbox.recv().await, Some(Event::Kept(Ok(())))));
    }

    #[test]
    fn what_breaks_down_says_its_last_words() {
        assert_eq!(contained(|| 7).ok(), Some(7));
        for (panic, word) in [("short", "short"), ("", "")] {
            let broken = contained(|| -> () { std::panic::panic_any(panic.to_owned()) });
            assert_eq!(broken.map_err(|panic| panic.0), Err(word.to_owned()));
        }
    }
}
