//! Notifications on the session bus, by the Desktop Notifications Specification.
//!
//! One thread of this module's own talks to the server and listens to every notification that is on the screen. So no
//! worker of the program waits for a person, a server that hangs holds up nothing but its own answer, and a hundred
//! open notifications cost no more threads than one.
//!
//! - `bus`: what is asked of the bus and of the server.
//! - `dress`: how a notice looks as a notification.
//! - `screen`: what of ours is on the screen.

mod bus;
mod dress;
mod screen;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc as answers;
use std::time::{Duration, Instant};
use std::{io, thread};

use frontwatch_core::notify::Notice;
use frontwatch_core::text::{Message, errors};
use tokio::runtime;
use tokio::sync::mpsc;

use super::{ButtonLabels, PATIENCE, ServerInfo};
use crate::ports::{Click, NotDelivered, Notifier};
use screen::Screen;

/// How much longer than [`PATIENCE`] a caller waits for the thread, which answers at the limit itself.
const GRACE: Duration = Duration::from_millis(500);

/// How long the last closings may take when the program ends.
const FAREWELL: Duration = Duration::from_secs(1);

/// The desktop's notifications.
///
/// What is shown stays bounded: beyond 32 notices the oldest is taken from the screen. When this is dropped the server
/// may take them all away (GNOME does), and their buttons reach nobody.
#[derive(Debug)]
pub struct Desktop {
    /// To the thread; `None` only while this is being dropped.
    orders: Option<mpsc::UnboundedSender<Order>>,
    /// Closed by the thread as it ends.
    ended: std::sync::Mutex<answers::Receiver<()>>,
}

/// What the thread is told to do.
#[derive(Debug)]
enum Order {
    /// Raise this until then, and answer.
    Raise { notice: Box<Notice>, until: Instant, answer: answers::SyncSender<Result<(), NotDelivered>> },
    /// Take the notice with this key from the screen.
    Close { key: String },
}

impl Desktop {
    /// Starts the thread that talks to the desktop. Nothing is asked of the desktop yet: a server may come later, go,
    /// and come back.
    ///
    /// `clicks` gets what a person does. While it is full, further clicks wait; none is dropped.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn new(labels: ButtonLabels, clicks: mpsc::Sender<Click>) -> io::Result<Self> {
        let (orders, mut inbox) = mpsc::unbounded_channel();
        let (ending, ended) = answers::channel();
        let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        thread::Builder::new().name("desktop".to_owned()).spawn(move || {
            let _ending = ending;
            until_done(|| runtime.block_on(serve(&mut inbox, &labels, &clicks)));
        })?;
        Ok(Self { orders: Some(orders), ended: std::sync::Mutex::new(ended) })
    }

    /// Gives the thread an order; false when it is gone.
    fn order(&self, order: Order) -> bool {
        self.orders.as_ref().is_some_and(|orders| orders.send(order).is_ok())
    }
}

impl Notifier for Desktop {
    fn raise(&self, notice: &Notice) -> Result<(), NotDelivered> {
        let (answer, answered) = answers::sync_channel(1);
        let order = Order::Raise { notice: Box::new(notice.clone()), until: Instant::now() + PATIENCE, answer };
        if !self.order(order) {
            return Err(NotDelivered::Refused(Message::new("notify-ended")));
        }
        answered.recv_timeout(PATIENCE + GRACE).unwrap_or_else(|_| Err(no_answer()))
    }

    fn close(&self, key: &str) {
        // A thread that is gone has nothing on the screen.
        self.order(Order::Close { key: key.to_owned() });
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.orders = None;
        if let Ok(ended) = self.ended.get_mut() {
            // Either way it is over: the thread has carried out its last orders, or it has had its time.
            let _ = ended.recv_timeout(FAREWELL);
        }
    }
}

/// Does something again and again until it comes to its end: where it breaks down, whoever waited for an answer has none, and
/// asks again. What was on the screen is not known any more.
fn until_done(mut what: impl FnMut()) {
    while catch_unwind(AssertUnwindSafe(&mut what)).is_err() {
        tracing::error!("the thread for notifications broke down, and begins anew");
    }
}

/// The thread: orders from the program and ends of notifications, one at a time.
async fn serve(orders: &mut mpsc::UnboundedReceiver<Order>, labels: &ButtonLabels, clicks: &mpsc::Sender<Click>) {
    let (ends, mut ended) = mpsc::unbounded_channel();
    let mut screen = Screen::new(labels.clone(), clicks.clone(), ends);
    loop {
        tokio::select! {
            biased;
            Some(end) = ended.recv() => screen.end(&end),
            order = orders.recv() => match order {
                None => break,
                Some(Order::Raise { notice, until, answer }) => {
                    let raised = tokio::time::timeout_at(until.into(), screen.raise(&notice)).await;
                    // Whoever asked has stopped waiting: the notice is raised again, in the same place.
                    let _ = answer.send(raised.unwrap_or_else(|_| Err(no_answer())));
                }
                Some(Order::Close { key }) => {
                    // A server that does not answer has already lost what it showed, or will show it longer.
                    let _ = tokio::time::timeout(PATIENCE, screen.close(&key)).await;
                }
            },
        }
    }
}

/// The server, or the bus, took too long.
fn no_answer() -> NotDelivered {
    NotDelivered::Refused(Message::new("notify-silent").own("seconds", PATIENCE.as_secs()))
}

/// Asks the notification server what it is and what it can do. Blocks for at most about five seconds.
///
/// # Errors
/// `NoServer` when there is no session bus or nobody offers to show notifications, `Refused` when the one that offers
/// fails or does not answer in time.
pub fn probe() -> Result<ServerInfo, NotDelivered> {
    // On a thread of its own: the caller may be a worker of a runtime, where another can't be started.
    let asked = thread::Builder::new().name("desktop-probe".to_owned()).spawn(|| {
        let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        Ok(runtime.block_on(async { tokio::time::timeout(PATIENCE, bus::describe()).await }))
    });
    match asked.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(answer))) => answer.unwrap_or_else(|_| Err(no_answer())),
        Ok(Ok(Err(error))) | Err(error) => Err(NotDelivered::Refused(errors::system(&error))),
        Ok(Err(_)) => Err(NotDelivered::Refused(Message::new("notify-ended"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_down_begins_anew_until_it_comes_to_its_end() {
        let mut left = 3;
        until_done(|| {
            left -= 1;
            assert!(left == 0, "as the test wants it");
        });
        assert_eq!(left, 0);
    }
}
