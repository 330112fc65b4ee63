//! The character set that a page declares: read in another one it says other letters, and what was filtered as text may be
//! markup.

use super::scene::{Scene, signal};
use crate::extract::charset::of_label;
use crate::extract::model::WordSort;
use crate::text::Arg;
use crate::verdict::Signal;

/// A page that declares itself to be in another character set.
const DECLARED: f64 = 0.88;
/// A server that says so of a page which does not; or of one that says nothing.
const SERVED: f64 = 0.6;
/// How much less it counts that came with much else: sites move to UTF-8 once.
const WITH_A_RELEASE: f64 = 0.8;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let declared = || scene.page.words.iter().filter(|word| word.sort == WordSort::Charset);
    let old = declared().filter(|word| scene.known(word.key)).map(|word| word.name.as_str());
    let new = declared().find(|word| !scene.known(word.key)).map(|word| word.name.as_str());
    let calm = 1.0 - WITH_A_RELEASE * scene.stir;
    if let Some(new) = new {
        let before = old.collect::<Vec<_>>().join(", ");
        let args = vec![("charset", Arg::Foreign(new.to_owned()))];
        out.push(signal("charset.declared", DECLARED * calm, args, before, new));
        return;
    }
    let served = scene.page.served.charset.as_str();
    let known = scene.baseline.transport().charsets();
    let strange = known.is_some_and(|known| !known.is_empty() && !known.iter().any(|known| known == served));
    // To say in a header, too, what the page always said, or to say it no longer there, changes no letter.
    let as_ever = served.is_empty() || old.clone().any(|label| of_label(label) == Some(served));
    if strange && !as_ever {
        let before = known.unwrap_or_default().join(", ");
        let args = vec![("charset", Arg::Foreign(served.to_owned()))];
        out.push(signal("charset.served", SERVED * calm, args, before, served));
    }
}
