//! Notices as HTTP requests: `POST`, JSON, once each. May not follow anything: a redirect would take the secret along.

use std::time::Duration;

use frontwatch_core::channel::{Webhook, identity, json};
use frontwatch_core::notify::Notice;
use frontwatch_core::text::Message;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};
use reqwest::{Client, ClientBuilder, StatusCode};
use rustls::pki_types::CertificateDer;

use super::{NEEDS_A_PERSON, PATIENCE, trouble};
use crate::fetch::{FetchSetup, SystemResolver, certificates, is_loopback};
use crate::ports::NotDelivered;
use crate::secrets::Credential;

/// Who posts.
const USER_AGENT: &str = concat!("Frontwatch/", env!("CARGO_PKG_VERSION"), " (+alerts)");
/// By which a far end knows a notice that it has already (draft-ietf-httpapi-idempotency-key-header).
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Looking up, connecting and the TLS handshake together.
const CONNECT: Duration = Duration::from_secs(10);
/// `Retry-After` is obeyed up to this: a far end can't silence the alerts.
const LONGEST_REST: Duration = Duration::from_secs(300);
/// Headers of one answer, HTTP/1 (count) and HTTP/2 (bytes).
const MOST_HEADERS: usize = 128;
const LARGEST_HEADER_LIST: u32 = 64 * 1024;

/// The clients: loopback addresses never go through the system's proxy.
pub(super) struct Clients {
    direct: Client,
    system: Client,
}

impl Clients {
    pub(super) fn new(authorities: &[CertificateDer<'static>]) -> Result<Self, FetchSetup> {
        let client = || -> ClientBuilder {
            Client::builder()
                .user_agent(USER_AGENT)
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .dns_resolver(SystemResolver::new())
                .connect_timeout(CONNECT)
                .timeout(PATIENCE)
                .pool_max_idle_per_host(0)
                .tls_certs_merge(certificates(authorities))
                .http2_max_header_list_size(LARGEST_HEADER_LIST)
                .http1_max_headers(MOST_HEADERS)
        };
        Ok(Self { direct: client().no_proxy().build()?, system: client().build()? })
    }

    /// Posts a notice. That the far end has it says its status alone; what else it answers is not read.
    pub(super) async fn post(
        &self,
        webhook: &Webhook,
        credential: Option<&Credential>,
        notice: &Notice,
    ) -> Result<(), NotDelivered> {
        let client = if is_loopback(&webhook.url) { &self.direct } else { &self.system };
        let body = webhook.template.as_ref().map_or_else(|| json(notice).to_string(), |it| it.render(notice));
        let key = HeaderValue::from_str(&notice.id).or_else(|_| HeaderValue::from_str(&identity(&notice.id)));
        let mut request = client.post(webhook.url.clone()).header(CONTENT_TYPE, "application/json").body(body);
        if let Ok(key) = key {
            request = request.header(IDEMPOTENCY_KEY, key);
        }
        if let Some(credential) = credential {
            request = credential.put_on(request);
        }
        match request.send().await {
            Ok(answer) => judge(answer.status(), answer.headers()),
            Err(error) => Err(trouble::unreached(&error)),
        }
    }
}

/// What an answer means. A request that it calls wrong may be one notice alone; everything else concerns all of them.
fn judge(status: StatusCode, headers: &HeaderMap) -> Result<(), NotDelivered> {
    let code = status.as_u16();
    let answers = |what| Message::new("far-answers").own("status", code).with("what", Message::new(what).into());
    let (what, rest) = match code {
        200..=299 => return Ok(()),
        400 | 413 | 422 => return Err(NotDelivered::Unwanted(answers("webhook-not-this"))),
        300..=399 => ("webhook-elsewhere", NEEDS_A_PERSON),
        401 | 403 => ("webhook-no-entry", NEEDS_A_PERSON),
        404 | 410 => ("webhook-none", NEEDS_A_PERSON),
        429 | 503 => ("webhook-wait", retry_after(headers).unwrap_or_default()),
        400..=499 => ("webhook-not-so", NEEDS_A_PERSON),
        _ => ("webhook-fails", Duration::ZERO),
    };
    Err(NotDelivered::Away { why: answers(what), rest })
}

/// How long a far end wants to be left alone, in seconds (RFC 9110, 10.2.3), bounded. A date is not read: it would be
/// believed by another clock than the one that wrote it.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_REST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_taken_for_what_it_means() {
        let away = |seconds| Some((true, seconds));
        for (code, after, wanted) in [
            (200, None, None),
            (204, None, None),
            (301, None, away(60)),
            (400, None, Some((false, 0))),
            (401, None, away(60)),
            (404, None, away(60)),
            (409, None, away(60)),
            (413, None, Some((false, 0))),
            (422, None, Some((false, 0))),
            (429, Some("7"), away(7)),
            (429, Some("86400"), away(300)),
            (429, Some("soon"), away(0)),
            (429, Some("Wed, 21 Oct 2099 07:28:00 GMT"), away(0)),
            (500, Some("7"), away(0)),
            (503, Some(" 2 "), away(2)),
            (503, None, away(0)),
        ] {
            let headers = after.map(|after| (RETRY_AFTER, HeaderValue::from_static(after))).into_iter().collect();
            let judged = judge(StatusCode::from_u16(code).unwrap(), &headers);
            let judged = judged.err().map(|error| match error {
                NotDelivered::Away { rest, .. } => (true, rest.as_secs()),
                _ => (false, 0),
            });
            assert_eq!(judged, wanted, "{code} {after:?}");
        }
    }
}
