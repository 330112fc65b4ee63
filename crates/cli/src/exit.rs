//! The exit status: what a script learns without reading.

use std::process::ExitCode;

use frontwatch_core::text::{Message, Speech, english, errors};
use frontwatch_core::verdict::Verdict;
use frontwatch_demo::NotStaged;
use frontwatch_engine::api::baseline::NotDone;
use frontwatch_engine::api::configuration::{NotWritten, Unusable};
use frontwatch_engine::api::propose::NoProposal;
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
    Usage(Vec<Message>),
    /// They can't.
    Internal(Vec<Message>),
}

impl Problem {
    /// The person can mend it.
    pub(crate) fn usage(what: Message) -> Self {
        Self::Usage(vec![what])
    }

    /// They can't.
    pub(crate) fn internal(what: Message) -> Self {
        Self::Internal(vec![what])
    }

    /// What went wrong and what to do, a sentence each.
    pub(crate) fn messages(&self) -> &[Message] {
        let (Self::Usage(what) | Self::Internal(what)) = self;
        what
    }
}

/// Says what went wrong, and gives its status.
pub(crate) fn failed(problem: &Problem, speech: &Speech) -> ExitCode {
    for what in problem.messages() {
        output::note(&format!("frontwatch: {}", speech.say(what)));
    }
    // What a person wrote may be a secret in the wrong place.
    match problem {
        Problem::Usage(_) => tracing::warn!("ended: the call, the configuration or another program is in the way"),
        Problem::Internal(what) => {
            what.iter().for_each(|what| tracing::warn!("ended: {}", english(what)));
        }
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
            | StoreError::Missing { .. } => Self::usage(error.message()),
            _ => Self::internal(error.message()),
        }
    }
}

impl From<NotDone> for Problem {
    fn from(error: NotDone) -> Self {
        match error {
            NotDone::Store(error) => error.into(),
            _ => Self::usage(error.message()),
        }
    }
}

impl From<Unusable> for Problem {
    fn from(error: Unusable) -> Self {
        Self::Usage(error.messages())
    }
}

impl From<NotWritten> for Problem {
    fn from(error: NotWritten) -> Self {
        Self::usage(error.message())
    }
}

impl From<Homeless> for Problem {
    fn from(error: Homeless) -> Self {
        Self::usage(error.message())
    }
}

impl From<FetchSetup> for Problem {
    fn from(error: FetchSetup) -> Self {
        Self::usage(error.message())
    }
}

impl From<Refusal> for Problem {
    fn from(error: Refusal) -> Self {
        Self::internal(error.message())
    }
}

impl From<NotStaged> for Problem {
    fn from(error: NotStaged) -> Self {
        Self::internal(error.message())
    }
}

impl From<NoProposal> for Problem {
    fn from(error: NoProposal) -> Self {
        Self::usage(error.message())
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::internal(errors::system(&error))
    }
}
