//! Receiving a body and decoding it, within limits of size and time.

use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::observation::{Failure, FailureKind, Headers, Stage};
use reqwest::Response;
use tokio::time::{Instant, timeout_at};

use super::decode::{NotDecoded, decode, may_be_packed, unpacked};
use super::failure::{failure, of_request};

/// What came of a body.
pub(super) struct Body {
    pub(super) decoded: Bytes,
    pub(super) digest: Digest,
    pub(super) wire_bytes: u64,
}

/// Receives the rest of a response, as it comes, in `limit` at most: a server that drips is as slow as one that
/// stands still.
pub(super) async fn receive(mut response: Response, limit: Duration, most: usize) -> Result<Bytes, Failure> {
    let ends = Instant::now() + limit;
    let announced = response.content_length().unwrap_or(0);
    if announced > most as u64 {
        return Err(too_large(most));
    }
    // The announcement is a claim: it saves growing, up to a point.
    let mut body = Vec::with_capacity(announced.min(1024 * 1024) as usize);
    loop {
        let chunk = timeout_at(ends, response.chunk())
            .await
            .map_err(|_| {
                let detail = format!("{} bytes of the body came in {limit:?}", body.len());
                failure(FailureKind::TimedOut, Stage::Body, detail)
            })?
            .map_err(|error| of_request(error, Stage::Body, false))?;
        let Some(chunk) = chunk else {
            return Ok(body.into());
        };
        if chunk.len() > most - body.len() {
            return Err(too_large(most));
        }
        body.extend_from_slice(&chunk);
    }
}

fn too_large(most: usize) -> Failure {
    failure(FailureKind::TooLarge, Stage::Body, format!("the body is larger than {most} bytes"))
}

/// Decodes and digests a body, off the workers that wait for the network: ten megabytes take a tenth of a second.
pub(super) async fn open(wire: Bytes, headers: &Headers) -> Result<Body, Failure> {
    let codings: Vec<String> = headers.all("content-encoding").map(str::to_owned).collect();
    let packed = headers.get("content-type").is_some_and(may_be_packed);
    let work = tokio::task::spawn_blocking(move || {
        let wire_bytes = wire.len() as u64;
        let mut decoded = decode(codings.iter().map(String::as_str), wire)?;
        if packed {
            decoded = unpacked(decoded)?;
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
