//! A watch whose page has parts: files by their path, as they are or as something was done to them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use frontwatch_core::digest::Digest;
use frontwatch_core::parts::{Facts, Part, PartKind, PartSeen, wanted};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use url::Url;

use crate::common::{HOST, Watch, front};

pub(crate) const SHEET: &str = ".top{border-bottom:3px solid #333}.menu li{display:inline}.sr-only{position:absolute;left:-9999px}\
     .dialog{position:fixed;inset:0;display:none}.dialog.open{display:block}@media print{.top{display:none}}\
     body{margin:0;font:1rem serif}.card{padding:1rem}.card img{width:100%}";
pub(crate) const SCRIPT: &str = "(function(){'use strict';var clock=document.querySelector('.clock');if(!clock){return}\
     setInterval(function(){clock.textContent=new Date().toTimeString()},1000)})();";

/// Bytes of the file at this path.
pub(crate) type Files = Box<dyn Fn(&Part) -> Option<Vec<u8>>>;

/// A site whose files are like this.
pub(crate) struct Site {
    pub(crate) watch: Watch,
    pub(crate) files: Files,
}

/// The files of a day when nothing happens.
pub(crate) fn ordinary(part: &Part) -> Option<Vec<u8>> {
    Some(match part.url.path() {
        "/css/site.css" => SHEET.into(),
        "/js/site.js" => SCRIPT.into(),
        "/img/logo.svg" => crate::pictures::logo(false),
        path => {
            let number: u32 = path.strip_prefix("/img/")?.strip_suffix(".jpg")?.parse().ok()?;
            crate::pictures::photograph(number)
        }
    })
}

impl Site {
    pub(crate) fn new() -> Self {
        Self { watch: Watch::new(WatchKind::Homepage), files: Box::new(ordinary) }
    }

    /// A site that is known.
    pub(crate) fn learned() -> Self {
        let mut site = Self::new();
        for n in 0..6 {
            let judged = site.see(&front(n));
            assert!(judged.0 != Verdict::Alarm && judged.0 != Verdict::Suspect, "look {n}: {judged:?}");
        }
        site
    }

    /// From now on a file is another one.
    pub(crate) fn put(&mut self, path: &'static str, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        let before = std::mem::replace(&mut self.files, Box::new(|_| None));
        self.files = Box::new(move |part| if part.url.path() == path { Some(bytes.clone()) } else { before(part) });
    }

    /// The parts of a page, as they are fetched.
    pub(crate) fn parts(&self, text: &str) -> Vec<PartSeen> {
        let url = Url::parse(HOST).unwrap();
        let page = frontwatch_core::extract::extract(text, &url, &[]);
        let fetch = |part: Part| {
            let bytes = (self.files)(&part)?;
            let facts = read(&part, &bytes)?;
            Some(PartSeen { part, facts })
        };
        wanted(WatchKind::Homepage, &page, &url, &[]).into_iter().filter_map(fetch).collect()
    }

    /// Verdict and kinds of signals of a look, which is learned.
    pub(crate) fn see(&mut self, text: &str) -> (Verdict, Vec<String>) {
        self.watch.parts = self.parts(text);
        said(&self.watch.see(text))
    }

    /// The same, which is not learned.
    pub(crate) fn judge(&mut self, text: &str) -> (Verdict, Vec<String>) {
        self.watch.parts = self.parts(text);
        said(&self.watch.judge(text))
    }
}

fn said(judged: &frontwatch_core::detect::Judged) -> (Verdict, Vec<String>) {
    let judgement = &judged.judgement;
    (
        judgement.verdict,
        judgement.signals.iter().map(|signal| format!("{} {:.2}", signal.kind, signal.weight)).collect(),
    )
}

/// What is known of bytes, read once.
fn read(part: &Part, bytes: &[u8]) -> Option<Arc<Facts>> {
    type Known = BTreeMap<(PartKind, Digest), Option<Arc<Facts>>>;
    static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());
    let key = (part.kind, Digest::of(bytes));
    KNOWN.lock().unwrap().entry(key).or_insert_with(|| Facts::read(part.kind, bytes).map(Arc::new)).clone()
}
