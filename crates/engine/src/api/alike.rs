//! Alarms alike that were set aside, one after the other: what could be done so that there is no next one. A rule is proposed,
//! never made by itself; it names a narrow part of the page, and none for what an attack needs.

use frontwatch_core::config::Config;
use frontwatch_core::extract;
use frontwatch_core::incident::dismissal::{self, ALIKE};
use frontwatch_core::text::{Message, Speech, report};
use serde::Serialize;
use ts_rs::TS;

use crate::hands;
use crate::store::{Dismissal, IncidentRecord, Store, StoreError};

/// What could be done about alarms alike that were set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Alike {
    /// What is proposed, or why nothing is.
    pub says: String,
    /// The part of the page that can be left out, as `[outlet.ignore]` names it.
    pub selector: Option<String>,
}

/// What is to be said of the alarms that are alike to this one; none before the third, nor where a person could not tell.
pub(super) async fn alike(
    store: &Store,
    record: &IncidentRecord,
    dismissed: &Dismissal,
    config: &Config,
    speech: &Speech,
) -> Result<Option<Alike>, StoreError> {
    if !dismissed.why.makes_rules() {
        return Ok(None);
    }
    let times = store.dismissed_alike(dismissed.clone()).await?;
    let times = u32::try_from(times).unwrap_or(u32::MAX);
    if times < ALIKE {
        return Ok(None);
    }
    let (outlet, why) = (dismissed.outlet.as_str(), dismissed.why);
    let says = |message: &Message, selector| Some(Alike { says: speech.say(message), selector });
    if !dismissal::may_be_left_out(&dismissed.kind) {
        return Ok(says(&report::never_left_out(times, outlet, why), None));
    }
    let known = config.outlets.iter().find(|it| it.name == outlet);
    let Some(selector) = part(store, record).await?.filter(|_| known.is_some()) else {
        return Ok(says(&report::no_part(times, outlet, why), None));
    };
    if known.is_some_and(|it| it.ignore.contains(&selector)) {
        return Ok(says(&report::left_out(&selector), None));
    }
    Ok(says(&report::leave_out(times, outlet, why, &selector), Some(selector)))
}

/// The part of the page that was kept which holds what the weightiest signal is about.
async fn part(store: &Store, record: &IncidentRecord) -> Result<Option<String>, StoreError> {
    let Some(held) = record.incident.signals.first().map(|signal| signal.after.clone()) else { return Ok(None) };
    let Some(evidence) = record.incident.evidence else { return Ok(None) };
    let Some(body) = store.capture(evidence).await? else { return Ok(None) };
    let found = hands::done(move || extract::holder(&String::from_utf8_lossy(&body), &held)).await;
    Ok(found.ok().flatten())
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use frontwatch_core::config;
    use frontwatch_core::digest::Digest;
    use frontwatch_core::incident::dismissal::Why;
    use frontwatch_core::incident::{Incident, IncidentId};
    use frontwatch_core::observation::Headers;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::store::{Access, CaptureRole, Write};

    const AD: &str = "https://ads.example/f.html";

    fn incident(n: usize, kind: &str, evidence: Digest) -> Incident {
        let signal = serde_json::json!({
            "kind": kind, "weight": 0.9, "message": { "id": "signal-source-frame", "args": {} }, "before": "", "after": AD,
        });
        serde_json::from_value(serde_json::json!({
            "id": format!("{n:016}"), "outlet": "Report", "group": null, "watch": "homepage https://report.example/",
            "kind": "homepage", "url": "https://report.example/", "cause": "content", "severity": "warning", "state": "open",
            "summary": { "id": "signal-source-frame", "args": {} }, "signals": [signal], "last_good": null,
            "began": "2026-01-01T00:00:00Z", "opened": "2026-01-01T00:00:00Z", "last_seen": "2026-01-01T00:00:00Z", "seen": 2,
            "availability": "up", "others_answer": true, "evidence": evidence, "campaign": null,
        }))
        .unwrap()
    }

    /// Sets so many alarms aside one after the other; gives what is said after the last.
    async fn said(times: usize, kind: &str, why: Why, page: &str, configured: &str) -> Option<Alike> {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Access::Write).unwrap().store;
        let digest = Digest::of(page.as_bytes());
        let at = Timestamp::UNIX_EPOCH;
        let mut batch = Vec::new();
        for n in 0..times {
            let incident = incident(n, kind, digest);
            let (watch, url) = (incident.watch.clone(), incident.url.clone());
            let body = Bytes::copy_from_slice(page.as_bytes()).into();
            let (role, headers) = (CaptureRole::Alarm, Headers::default());
            batch.push(Write::Capture { watch, role, at, digest, body, headers, url, status: 200 });
            let (id, outlet, kind) = (incident.id.clone(), incident.outlet.clone(), kind.to_owned());
            batch.push(Write::Incident(Box::new(incident)));
            batch.push(Write::Dismissal(Dismissal { incident: id, outlet, kind, at, why }));
        }
        store.commit(batch).await.unwrap();
        let last = IncidentId::from_stored(format!("{:016}", times - 1));
        let record = store.incident(last).await.unwrap().unwrap();
        let dismissed = record.dismissed.clone().unwrap();
        let text = format!("[[outlet]]\nname = \"Report\"\nhomepage = \"https://report.example/\"\n{configured}");
        let config = config::parse(&text).unwrap().config;
        let speech = Speech::new(&[], TimeZone::UTC);
        alike(&store, &record, &dismissed, &config, &speech).await.unwrap()
    }

    #[tokio::test]
    async fn the_third_alike_proposes_a_narrow_part_and_never_what_an_attack_needs() {
        let story = "<article class=card><p>Words of a story that is told here at length</p></article>";
        let page = format!("<body>{}<div class=ad-slot><iframe src='{AD}'></iframe></div></body>", story.repeat(20));
        let bare = format!("<body>{}<iframe src='{AD}'></iframe></body>", story.repeat(20));
        let (ad, frame, script) = (Why::Advertisement, "source.frame", "source.script");
        let ignored = "[outlet.ignore]\nselectors = [\"div.ad-slot\"]\n";
        for (times, kind, why, page, configured, selector, says) in [
            (2, frame, ad, &page, "", None, None),
            (3, frame, Why::CannotTell, &page, "", None, None),
            (3, frame, ad, &page, "", Some("div.ad-slot"), Some("Frontwatch can leave out the part \"div.ad-slot\"")),
            (
                4,
                frame,
                ad,
                &bare,
                "",
                None,
                Some("4 alarms alike of Report were set aside (an advertisement). No part"),
            ),
            (3, script, ad, &page, "", None, Some("never left out")),
            (3, frame, ad, &page, ignored, None, Some("\"div.ad-slot\" is left out")),
        ] {
            let found = said(times, kind, why, page, configured).await;
            let context = format!("{times} {kind} {why:?}: {found:?}");
            assert_eq!(
                found.as_ref().map(|it| it.says.contains(says.unwrap_or_default())),
                says.map(|_| true),
                "{context}"
            );
            assert_eq!(found.and_then(|it| it.selector).as_deref(), selector, "{context}");
        }
    }
}
