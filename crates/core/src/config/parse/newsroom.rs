//! `[newsroom]`.

use super::super::newsroom::{Newsroom, steps};
use super::super::values::{Form, Rejected, quoted};
use super::reader::{Reader, Section};

const RUNBOOK: Form<Vec<String>> = Form {
    expected: "config-runbook",
    remedy: "config-runbook-do",
    read: |text| steps(text).map_err(|why| Rejected::found(quoted(text)).remedy(why)),
};

pub(super) fn newsroom(reader: &mut Reader<'_>, section: &Section<'_>) -> Newsroom {
    reader.known_keys(section, &["runbook"]);
    Newsroom { runbook: reader.value(section, "runbook", &RUNBOOK).unwrap_or_default() }
}
