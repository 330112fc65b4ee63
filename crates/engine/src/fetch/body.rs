//! Receiving a body and decoding it, within limits of size and time.

use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::extract::text_bytes;
use frontwatch_core::observation::{Failure, FailureKind, Headers, Stage};
use reqwest::Response;
use tokio::time::{Instant, timeout_at};

use super::decode::{LARGEST_BODY, NotDecoded, decode_within, may_be_packed, unpacked_within};
use super::failure::{failure, of_request};
use super::limits::{LARGE, Limits, Place};
use crate::hands;

/// What came of a body.
pub(super) struct Body {
    pub(super) decoded: Bytes,
    pub(super) digest: Digest,
    pub(super) wire_bytes: u64,
}

/// A body as it came over the wire; with a place, where it is a large one, and how long it waited for that.
pub(super) struct Received {
    wire: Bytes,
    place: Option<Place>,
    pub(super) waited: Duration,
}

/// Receives the rest of a response, as it comes, in `limit` at most: a server that drips is as slow as one that
/// stands still. A large one waits for its place, which is none of the site's time.
pub(super) async fn receive(
    mut response: Response,
    limit: Duration,
    most: usize,
    limits: &Limits,
) -> Result<Received, Failure> {
    let began = Instant::now();
    let announced = response.content_length().unwrap_or(0);
    if announced > most as u64 {
        return Err(too_large(most));
    }
    // The announcement is a claim: it saves growing, up to a point.
    let mut body = Vec::with_capacity(announced.min(1024 * 1024) as usize);
    let (mut place, mut waited) = (None, Duration::ZERO);
    loop {
        let chunk = timeout_at(began + limit + waited, response.chunk())
            .await
            .map_err(|_| {
                let detail = format!("{} bytes of the body came in {limit:?}", body.len());
                failure(FailureKind::TimedOut, Stage::Body, detail)
            })?
            .map_err(|error| of_request(error, Stage::Body, false))?;
        let Some(chunk) = chunk else {
            return Ok(Received { wire: body.into(), place, waited });
        };
        if chunk.len() > most - body.len() {
            return Err(too_large(most));
        }
        if place.is_none() && body.len() + chunk.len() > LARGE {
            let queued = Instant::now();
            place = Some(limits.place().await.ok_or_else(full)?);
            waited += queued.elapsed();
        }
        body.extend_from_slice(&chunk);
    }
}

fn too_large(most: usize) -> Failure {
    failure(FailureKind::TooLarge, Stage::Body, format!("the body is larger than {most} bytes"))
}

/// Nothing that the site did: the large pages that are read already take their time.
fn full() -> Failure {
    failure(FailureKind::Local, Stage::Body, "too many large pages are being read at once")
}

/// Decodes and digests a body, off the workers that wait for the network: ten megabytes take a tenth of a second. One that
/// turns out to be large is decoded once it has its place.
pub(super) async fn open(received: Received, headers: &Headers, limits: &Limits) -> Result<Body, Failure> {
    let Received { wire, place, .. } = received;
    let Some(place) = place else {
        return match decoded(wire.clone(), headers, LARGE).await {
            Err(Failure { kind: FailureKind::TooLarge, .. }) => {
                large(wire, headers, limits.place().await.ok_or_else(full)?).await
            }
            other => other,
        };
    };
    large(wire, headers, place).await
}

async fn large(wire: Bytes, headers: &Headers, place: Place) -> Result<Body, Failure> {
    let body = decoded(wire, headers, LARGEST_BODY).await?;
    Ok(Body { decoded: place.held_by(body.decoded), ..body })
}

async fn decoded(wire: Bytes, headers: &Headers, most: usize) -> Result<Body, Failure> {
    let headers = headers.clone();
    let work = hands::done(move || {
        let wire_bytes = wire.len() as u64;
        let mut decoded = decode_within(headers.all("content-encoding"), wire, most)?;
        if headers.get("content-type").is_some_and(may_be_packed) {
            decoded = unpacked_within(decoded, most)?;
        }
        // In some character sets every byte is a letter that takes three in ours.
        if decoded.len() > LARGE && text_bytes(&decoded, &headers) > LARGEST_BODY {
            return Err(NotDecoded::TooLarge);
        }
        Ok(Body { digest: Digest::of(&decoded), decoded, wire_bytes })
    });
    match work.await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error @ NotDecoded::TooLarge)) => Err(failure(FailureKind::TooLarge, Stage::Decode, error)),
        Ok(Err(error)) => Err(failure(FailureKind::BadEncoding, Stage::Decode, error)),
        Err(stopped) => Err(failure(FailureKind::Local, Stage::Decode, stopped)),
    }
}
