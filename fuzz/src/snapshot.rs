//! A folder of stored snapshots is read and judged, whatever its names and what stands beside its pages say.

use frontwatch_core::detect::{Look, judge};
use frontwatch_core::extract::decode;
use frontwatch_core::parts::Parts;
use frontwatch_core::snapshot::Beside;
use frontwatch_core::watch::WatchKind;
use jiff::Timestamp;
use url::Url;

use crate::common::{HOST, Watch, front};

/// Reads three snapshots, each a line with its name, a line of `.meta.json`, and a page up to a line of dashes.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut baseline = Watch::new(WatchKind::Homepage).baseline;
    let own = Url::parse(HOST).expect("an address");
    let mut before: Option<Timestamp> = None;
    for (turn, snapshot) in text.splitn(3, "\n---\n").enumerate() {
        let (name, rest) = snapshot.split_once('\n').unwrap_or((snapshot, ""));
        let (meta, page) = rest.split_once('\n').unwrap_or((rest, ""));
        let beside = Beside::read(meta.as_bytes()).unwrap_or_default();
        let at = beside.fetched(name, before);
        assert_eq!(at, beside.fetched(name, before));
        before = Some(at);
        let page = if page.is_empty() { front(turn) } else { page.to_owned() };
        let decoded = decode(page.as_bytes(), &beside.headers);
        let look = Look {
            kind: WatchKind::Homepage,
            expect: None,
            values: &[],
            asked: &own,
            url: beside.url.as_ref().unwrap_or(&own),
            chain: &[],
            status: beside.status.unwrap_or(200),
            headers: &beside.headers,
            text: &decoded.text,
            at,
            ignore: &[],
            parts: Parts::default(),
        };
        let judged = judge(&look, &baseline);
        judged.judgement.signals.iter().for_each(|signal| crate::judged::said(&signal.message));
        baseline.learn(&judged, at);
        baseline.confidence();
        baseline.sharpness();
    }
}
