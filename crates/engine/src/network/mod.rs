//! What the system itself says of this computer's network: the port [`Surroundings`]. Where no service says anything, there
//! is no word, and the watch goes by what it sees.

#[cfg(all(unix, not(target_os = "macos")))]
mod manager;

use std::sync::Arc;

use crate::ports::{Later, Surroundings, SystemWord};

/// The service of this system that knows. Nothing is asked yet, and none is ever started.
pub fn system() -> Arc<dyn Surroundings> {
    #[cfg(all(unix, not(target_os = "macos")))]
    return Arc::new(manager::NetworkManager::default());
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    return Arc::new(NoWord);
}

/// Nobody says anything, ever.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoWord;

impl Surroundings for NoWord {
    fn word(&self) -> Later<SystemWord> {
        Box::pin(std::future::ready(SystemWord::default()))
    }

    fn changed(&self) -> Later<()> {
        Box::pin(std::future::pending())
    }
}
