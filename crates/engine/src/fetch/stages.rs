//! Which stage a request is in, and how long it has been there. Looking up, connecting and waiting for headers happen
//! inside of the HTTP client, on the task of the request: the resolver and the connector report from there through a
//! task-local, so that each stage has a limit of its own and a failure knows its stage without reading a message.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use frontwatch_core::observation::Stage;
use tokio::time::Instant;
use tower_layer::Layer;
use tower_service::Service;

tokio::task_local! {
    static PROGRESS: Arc<Progress>;
}

/// The stage's time ran out.
pub(super) struct OutOfTime;

/// The stage that a request is in, and since when.
struct Progress(Mutex<(Stage, Instant)>);

impl Progress {
    fn get(&self) -> (Stage, Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, stage: Stage) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (stage, Instant::now());
    }
}

/// Reports that the request of this task has come to `stage`. A connection that the pool finishes by itself in the
/// background belongs to no request: nothing is reported then.
pub(super) fn enter(stage: Stage) {
    let _ = PROGRESS.try_with(|progress| progress.enter(stage));
}

/// Runs a request until its headers are there, and no longer than `limit` in each stage. Says in which stage it ended.
///
/// It starts in [`Stage::Headers`]: a pooled connection needs nothing before that.
pub(super) async fn run<F: Future>(limit: Duration, request: F) -> (Stage, Result<F::Output, OutOfTime>) {
    let progress = Arc::new(Progress(Mutex::new((Stage::Headers, Instant::now()))));
    let mut request = std::pin::pin!(PROGRESS.scope(Arc::clone(&progress), request));
    loop {
        let (_, since) = progress.get();
        if let Ok(done) = tokio::time::timeout_at(since + limit, &mut request).await {
            return (progress.get().0, Ok(done));
        }
        let (stage, now_since) = progress.get();
        if now_since == since {
            return (stage, Err(OutOfTime));
        }
    }
}

/// Wraps the client's connector so that it reports.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reporting;

impl<S> Layer<S> for Reporting {
    type Service = ReportingConnector<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ReportingConnector(inner)
    }
}

/// The client's connector, which reports its beginning and its success. After a failure the stage stays.
#[derive(Debug, Clone)]
pub(super) struct ReportingConnector<S>(S);

impl<S, R> Service<R> for ReportingConnector<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, to: R) -> Self::Future {
        enter(Stage::Connect);
        let connecting = self.0.call(to);
        Box::pin(async move {
            let connected = connecting.await;
            if connected.is_ok() {
                enter(Stage::Headers);
            }
            connected
        })
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::sleep;

    use super::*;

    const LIMIT: Duration = Duration::from_millis(100);

    /// Goes through all stages, this long in each.
    async fn staged(times: [u64; 3]) {
        for (stage, time) in [Stage::Dns, Stage::Connect, Stage::Headers].into_iter().zip(times) {
            enter(stage);
            sleep(Duration::from_millis(time)).await;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn each_stage_has_the_limit_to_itself_and_the_one_that_ran_out_is_named() {
        for (times, ended, in_time) in [
            ([80, 80, 80], Stage::Headers, true),
            ([101, 0, 0], Stage::Dns, false),
            ([80, 101, 0], Stage::Connect, false),
            ([0, 80, 101], Stage::Headers, false),
        ] {
            let (stage, outcome) = run(LIMIT, staged(times)).await;
            assert_eq!((stage, outcome.is_ok()), (ended, in_time), "{times:?}");
        }
        enter(Stage::Connect); // outside of a request: nothing happens
    }
}
