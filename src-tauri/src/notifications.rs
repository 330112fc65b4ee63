//! What a person does to a notification. Answering and re-checking are the engine's; opening is the shell's.
//!
//! A click may come before there is a window, or before the window listens: the route is kept here until it asks.

use std::sync::{Mutex, PoisonError};

use frontwatch_core::incident::IncidentId;
use tauri::{AppHandle, Manager as _};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::window::{self, News};

/// The incident that the window is to open at.
#[derive(Debug, Default)]
pub(crate) struct Route(Mutex<Option<String>>);

impl Route {
    /// Taken by the window, once.
    pub(crate) fn take(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn set(&self, incident: &IncidentId) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(incident.as_str().to_owned());
    }
}

/// Opens the window at every incident that a person clicked on.
pub(crate) fn follow(app: AppHandle, mut opened: UnboundedReceiver<IncidentId>) {
    tauri::async_runtime::spawn(async move {
        while let Some(incident) = opened.recv().await {
            app.state::<Route>().set(&incident);
            window::open(&app);
            // Where the window is not up yet, it asks when it is.
            window::tell(&app, News::Route);
        }
    });
}
