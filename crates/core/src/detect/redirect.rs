//! The address that was asked for answers from another site.

use super::scene::{Scene, signal};
use super::who::Who;
use crate::extract::name::registrable;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let (asked, answered) = (scene.look.asked.host_str().unwrap_or(""), scene.look.url.host_str().unwrap_or(""));
    let domain = registrable(answered);
    if registrable(asked) == domain || scene.baseline.memory().own().contains(&domain) {
        return;
    }
    // The page that answers counts itself as its own: what is asked for decides.
    let weight = match super::who::who(answered, &domain, &[&registrable(asked)]) {
        Who::Own => return,
        Who::Kin | Who::ThirdParty(_) => 0.5,
        Who::Open | Who::Stranger | Who::Twin => 0.85,
    };
    let first = scene.form.is_none();
    let weight = if first { weight * 0.4 } else { weight };
    out.push(signal("redirect.foreign", weight, vec![("host", Arg::Foreign(answered.to_owned()))], asked, answered));
}
