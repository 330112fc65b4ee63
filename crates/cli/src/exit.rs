//! The exit status: what a script learns without reading.

use std::fmt;
use std::process::ExitCode;

use frontwatch_core::verdict::Verdict;
use frontwatch_engine::api::baseline::NotDone;
use frontwatch_engine::api::configuration::Unusable;
use frontwatch_engine::fetch::FetchSetup;
use frontwatch_engine::place::Homeless;
use frontwatch_engine::run::Refusal;
use frontwatch_engine::store::StoreError;

use crate::output;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing is wrong; a suspicion alone is not wrong either.
    Fine,
    /// There are anomalies.
    Anomalies,
    /// It can't be told.
    Inconclusive,
    /// What the command is for did not happen, and it is this program's fault.
    Internal,
}

impl Exit {
    /// The status that these verdicts come to: an anomaly outweighs what could not be seen.
    pub(crate) fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut exit = Self::Fine;
        for verdict in verdicts {
            match verdict {
                Verdict::Alarm => return Self::Anomalies,
                Verdict::Inconclusive => exit = Self::Inconclusive,
                Verdict::Learning | Verdict::Normal | Verdict::Suspect => {}
            }
        }
        exit
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Anomalies => 1,
            Exit::Inconclusive => 3,
            Exit::Internal => 4,
        })
    }
}

/// Why a command could not do what it is for.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The person can mend it: the words of the call, the configuration, another program in the way.
    Usage(String),
    /// They can't.
    Internal(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) | Self::Internal(what) => f.write_str(what),
        }
    }
}

/// Says what went wrong, and gives its status.
pub(crate) fn failed(problem: &Problem) -> ExitCode {
    output::note(&format!("frontwatch: {problem}"));
    // What a person wrote may be a secret in the wrong place.
    match problem {
        Problem::Usage(_) => tracing::warn!("ended: the call, the configuration or another program is in the way"),
        Problem::Internal(what) => tracing::warn!(what, "ended"),
    }
    ExitCode::from(match problem {
        Problem::Usage(_) => 2,
        Problem::Internal(_) => 4,
    })
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Held { .. }
            | StoreError::Newer { .. }
            | StoreError::Outdated { .. }
            | StoreError::Restoring { .. }
            | StoreError::Missing { .. } => Self::Usage(error.to_string()),
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<NotDone> for Problem {
    fn from(error: NotDone) -> Self {
        match error {
            NotDone::Store(error) => error.into(),
            _ => Self::Usage(error.to_string()),
        }
    }
}

impl From<Unusable> for Problem {
    fn from(error: Unusable) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<Homeless> for Problem {
    fn from(error: Homeless) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<FetchSetup> for Problem {
    fn from(error: FetchSetup) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<Refusal> for Problem {
    fn from(error: Refusal) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<anyhow::Error> for Problem {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(format!("{error:#}"))
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
