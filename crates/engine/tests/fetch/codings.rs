//! Content codings, spelled well and badly, nested, cut and hostile.

use std::io::Write;
use std::time::Instant;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use frontwatch_core::observation::{FailureKind, Stage};
use frontwatch_engine::fetch::decode::{LARGEST_BODY, NotDecoded, decode, unpacked};
use proptest::prelude::*;

use crate::site::{Site, respond};
use crate::{answer, assert_failed, full};

const PAGE: &[u8] = b"<title>Xeberler</title><p>A page, a page, a page, and what it says: a page.</p>";

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut to = GzEncoder::new(Vec::new(), Compression::fast());
    to.write_all(data).unwrap();
    to.finish().unwrap()
}

fn zlib(data: &[u8]) -> Vec<u8> {
    let mut to = ZlibEncoder::new(Vec::new(), Compression::fast());
    to.write_all(data).unwrap();
    to.finish().unwrap()
}

fn bare_deflate(data: &[u8]) -> Vec<u8> {
    let mut to = DeflateEncoder::new(Vec::new(), Compression::fast());
    to.write_all(data).unwrap();
    to.finish().unwrap()
}

fn br(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 0, ..Default::default() };
    brotli::BrotliCompress(&mut &data[..], &mut out, &settings).unwrap();
    out
}

fn zstd(data: &[u8]) -> Vec<u8> {
    zstd::encode_all(data, 1).unwrap()
}

/// A gzip header with every optional field.
fn gzip_with_all_fields(data: &[u8]) -> Vec<u8> {
    let mut to = flate2::GzBuilder::new()
        .extra(vec![1, 2, 3])
        .filename("front.html")
        .comment("a comment")
        .write(Vec::new(), Compression::fast());
    to.write_all(data).unwrap();
    to.finish().unwrap()
}

fn undo(codings: &[&str], wire: impl Into<Bytes>) -> Result<Bytes, NotDecoded> {
    decode(codings.iter().copied(), wire.into())
}

fn is_broken(result: &Result<Bytes, NotDecoded>) -> bool {
    matches!(result, Err(NotDecoded::Broken { .. }))
}

#[test]
fn every_spelling_is_decoded() {
    let cases: Vec<(&[&str], Vec<u8>)> = vec![
        (&[], PAGE.into()),
        (&["identity"], PAGE.into()),
        (&["None"], PAGE.into()),
        (&["utf-8"], PAGE.into()),
        (&["windows-1251"], PAGE.into()),
        (&["text/html"], PAGE.into()),
        (&["aws-chunked"], PAGE.into()),
        (&[""], PAGE.into()),
        (&["gzip"], gzip(PAGE)),
        (&["GZIP"], gzip(PAGE)),
        (&["x-gzip"], gzip(PAGE)),
        (&[" gzip , "], gzip(PAGE)),
        (&["\"gzip\""], gzip(PAGE)),
        (&["gzip, identity, utf-8"], gzip(PAGE)),
        (&["gzip"], gzip_with_all_fields(PAGE)),
        (&["gzip"], [gzip(&PAGE[..9]), gzip(&PAGE[9..])].concat()),
        (&["gzip"], [gzip(PAGE), vec![0; 512]].concat()),
        (&["gzip"], [gzip(PAGE), b"<!-- cached -->".to_vec()].concat()),
        (&["gzip"], gzip(PAGE)[..gzip(PAGE).len() - 8].to_vec()),
        (&["gzip"], gzip(PAGE)[..gzip(PAGE).len() - 3].to_vec()),
        (&["deflate"], zlib(PAGE)),
        (&["Deflate"], bare_deflate(PAGE)),
        (&["br"], br(PAGE)),
        (&["BR"], [br(PAGE), b"more".to_vec()].concat()),
        (&["zstd"], zstd(PAGE)),
        (&["zstd"], [zstd(&PAGE[..9]), zstd(&PAGE[9..])].concat()),
        (&["gzip, gzip"], gzip(&gzip(PAGE))),
        (&["gzip, br"], br(&gzip(PAGE))),
        (&["zstd", "deflate"], zlib(&zstd(PAGE))),
        (&["br", "identity", "gzip"], gzip(&br(PAGE))),
    ];
    for (codings, wire) in cases {
        assert_eq!(undo(codings, wire).as_deref(), Ok(PAGE), "{codings:?}");
    }
}

#[test]
fn an_empty_body_is_empty_under_every_coding() {
    for coding in ["gzip", "deflate", "br", "zstd", "gzip, br"] {
        assert_eq!(undo(&[coding], Bytes::new()), Ok(Bytes::new()), "{coding}");
    }
}

#[test]
fn what_is_not_a_whole_stream_is_refused() {
    let mut wrong_sum = gzip(PAGE);
    let at = wrong_sum.len() - 8;
    wrong_sum[at] ^= 1;
    let streams: [(&str, Vec<u8>); 5] = [
        ("gzip", gzip(PAGE)),
        ("deflate", zlib(PAGE)),
        ("deflate", bare_deflate(PAGE)),
        ("br", br(PAGE)),
        ("zstd", zstd(PAGE)),
    ];
    let mut cases: Vec<(&str, Vec<u8>)> = vec![
        ("gzip", PAGE.into()),
        ("gzip", wrong_sum),
        ("gzip", zlib(PAGE)),
        ("gzip", [gzip(PAGE), gzip(PAGE)[..9].to_vec()].concat()),
        ("gzip", gzip(b"").repeat(5000)),
        ("deflate", PAGE.into()),
        ("br", PAGE.into()),
        ("zstd", PAGE.into()),
        ("zstd", [zstd(PAGE), b"more".to_vec()].concat()),
        ("gzip, gzip", gzip(PAGE)),
    ];
    for (coding, stream) in &streams {
        cases.push((coding, stream[..stream.len() / 2].to_vec()));
        cases.push((coding, stream[..1].to_vec()));
    }
    for (coding, wire) in cases {
        let got = undo(&[coding], wire.clone());
        assert!(is_broken(&got), "{coding} {wire:02x?}: {got:?}");
    }
}

#[test]
fn unknown_and_deeply_nested_codings_are_refused() {
    for coding in ["compress", "exi", "gzipp", "gzip;q=1", "gzip, sdch"] {
        let got = undo(&[coding], gzip(PAGE));
        assert!(matches!(got, Err(NotDecoded::Unknown(_))), "{coding}: {got:?}");
    }
    let thrice = gzip(&gzip(&gzip(PAGE)));
    assert_eq!(undo(&["gzip, gzip", "gzip"], thrice), Err(NotDecoded::Nested(3)));
    assert_eq!(undo(&["br, br, br"], Bytes::new()), Err(NotDecoded::Nested(3)));
}

#[test]
fn a_body_may_fill_the_limit_and_not_pass_it() {
    let most = vec![b'x'; LARGEST_BODY];
    let more = vec![b'x'; LARGEST_BODY + 1];
    for (coding, encode) in encoders() {
        assert_eq!(undo(&[coding], encode(&most)).map(|body| body.len()), Ok(LARGEST_BODY), "{coding}");
        assert_eq!(undo(&[coding], encode(&more)), Err(NotDecoded::TooLarge), "{coding}");
    }
    assert_eq!(undo(&[], more), Err(NotDecoded::TooLarge));
}

type Encode = fn(&[u8]) -> Vec<u8>;

fn encoders() -> [(&'static str, Encode); 5] {
    [("gzip", gzip), ("deflate", zlib), ("deflate", bare_deflate), ("br", br), ("zstd", zstd)]
}

#[test]
fn a_bomb_stops_at_the_limit() {
    // 24 MiB of zeros and then a broken end: whoever reads on to the end finds it broken, not too large.
    let zeros = vec![0; 24 * 1024 * 1024];
    for (coding, encode) in encoders() {
        let mut bomb = encode(&zeros);
        bomb.truncate(bomb.len() - 1);
        let began = Instant::now();
        assert_eq!(undo(&[coding], bomb), Err(NotDecoded::TooLarge), "{coding}");
        assert!(began.elapsed().as_secs() < 5, "{coding}: {:?}", began.elapsed());
    }
    let nested = gzip(&gzip(&zeros));
    assert!(nested.len() < 100_000);
    assert_eq!(undo(&["gzip, gzip"], nested), Err(NotDecoded::TooLarge));
}

#[test]
fn a_stream_that_asks_for_a_large_window_is_refused() {
    let mut to = zstd::Encoder::new(Vec::new(), 1).unwrap();
    to.window_log(24).unwrap();
    to.write_all(&PAGE.repeat(1000)).unwrap();
    assert!(is_broken(&undo(&["zstd"], to.finish().unwrap())));

    let settings = brotli::enc::BrotliEncoderParams { quality: 0, lgwin: 26, large_window: true, ..Default::default() };
    let mut large = Vec::new();
    brotli::BrotliCompress(&mut &PAGE[..], &mut large, &settings).unwrap();
    assert!(is_broken(&undo(&["br"], large)));
}

#[test]
fn streams_that_yield_nothing_end_soon() {
    let stored_empty_block = [0, 0, 0, 0xff, 0xff];
    let zstd_skippable = [0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0];
    let empty_zstd = zstd(b"");
    for (coding, piece) in [("deflate", &stored_empty_block[..]), ("zstd", &zstd_skippable), ("zstd", &empty_zstd)] {
        let began = Instant::now();
        let got = undo(&[coding], piece.repeat(LARGEST_BODY / 4 / piece.len()));
        assert!(got.as_ref().map_or(true, Bytes::is_empty), "{coding}: {got:?}");
        assert!(began.elapsed().as_secs() < 5, "{coding}: {:?}", began.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_encoded_is_decoded(data in proptest::collection::vec(any::<u8>(), 0..20_000), one in 0..5_usize, two in 0..5_usize) {
        let (inner, encode_inner) = encoders()[one];
        let (outer, encode_outer) = encoders()[two];
        let wire = encode_inner(&data);
        prop_assert_eq!(undo(&[inner], wire.clone()).unwrap(), data.clone());
        prop_assert_eq!(undo(&[inner, outer], encode_outer(&wire)).unwrap(), data);
    }

    #[test]
    fn no_bytes_make_it_panic(labels in "[a-z, ]{0,20}|gzip|br|zstd|deflate|(gzip,br)", data in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = undo(&[&labels], data);
    }

    #[test]
    fn no_damage_makes_it_panic(one in 0..5_usize, at in any::<prop::sample::Index>(), with in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let (coding, encode) = encoders()[one];
        let mut wire = encode(&PAGE.repeat(20));
        let at = at.index(wire.len());
        wire[at] = with;
        wire.truncate(cut.index(wire.len()) + 1);
        let _ = undo(&[coding], wire);
    }
}

#[tokio::test]
async fn a_look_decodes_and_keeps_the_headers_as_evidence() {
    let wire = br(&gzip(PAGE));
    let sent = wire.clone();
    let site = Site::start(move |_| {
        let headers = [("Content-Encoding", "GZIP"), ("X-Name", "a"), ("content-encoding", "br"), ("x-name", "b")];
        respond("200 OK", &headers, &sent)
    })
    .await;
    let answer = answer(full(&site.url("/")).await);
    assert_eq!(&answer.body[..], PAGE);
    assert_eq!(answer.digest, frontwatch_core::digest::Digest::of(PAGE));
    assert_eq!(answer.wire_bytes, wire.len() as u64);
    assert_eq!(answer.headers.get("content-length"), Some(wire.len().to_string().as_str()));
    assert_eq!(answer.headers.all("content-encoding").collect::<Vec<_>>(), ["GZIP", "br"]);
    assert_eq!(answer.headers.all("x-name").collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn a_gzip_file_is_unpacked_within_the_limit_and_nothing_else_is() {
    let unpack = |body: Vec<u8>| unpacked(Bytes::from(body));
    assert_eq!(unpack(gzip(PAGE)).as_deref(), Ok(PAGE));
    assert_eq!(unpack(gzip(&gzip(PAGE))).map(|body| body.to_vec()), Ok(gzip(PAGE)), "one step");
    for other in [&b""[..], PAGE, b"\x1f\x8b", b"\x1f\x8b\x07rest"] {
        assert_eq!(unpack(other.to_vec()).as_deref(), Ok(other));
    }
    assert_eq!(unpack(gzip(&vec![b' '; LARGEST_BODY])).map(|body| body.len()), Ok(LARGEST_BODY));
    assert_eq!(unpack(gzip(&vec![b' '; LARGEST_BODY + 1])), Err(NotDecoded::TooLarge));
    let whole = gzip(&PAGE.repeat(50));
    assert!(is_broken(&unpack(whole[..whole.len() / 2].to_vec())));
}

#[tokio::test]
async fn a_look_at_a_packed_sitemap_sees_what_is_in_it_and_at_a_packed_page_does_not() {
    let sent = gzip(PAGE);
    let site = Site::start(move |path| {
        let media = match path {
            "/a.xml.gz" => "application/x-gzip",
            "/b.xml.gz" => "application/octet-stream",
            "/c.xml" => "text/xml; charset=utf-8",
            _ => "text/html",
        };
        respond("200 OK", &[("Content-Type", media)], &sent)
    })
    .await;
    for (path, body) in
        [("/a.xml.gz", PAGE.to_vec()), ("/b.xml.gz", PAGE.to_vec()), ("/c.xml", PAGE.to_vec()), ("/page", gzip(PAGE))]
    {
        assert_eq!(answer(full(&site.url(path)).await).body[..], body, "{path}");
    }
}

#[tokio::test]
async fn a_look_at_a_bomb_or_a_broken_body_fails_in_decoding() {
    let bomb = gzip(&vec![0; LARGEST_BODY + 1]);
    let site = Site::start(move |path| {
        let body = if path == "/bomb" { bomb.clone() } else { b"plain".to_vec() };
        respond("200 OK", &[("Content-Encoding", "gzip")], &body)
    })
    .await;
    assert_failed(&full(&site.url("/bomb")).await, FailureKind::TooLarge, Stage::Decode);
    assert_failed(&full(&site.url("/broken")).await, FailureKind::BadEncoding, Stage::Decode);
}
