//! The built program beside every hostile server that there is (`crates/newsroom/src/hostile`): each look ends in time with a
//! reason that has a name, memory is bounded, and the outlets beside it are looked at when they are due. A page that can be read
//! is judged; one that can't is never normal.
//!
//! Each case is a program of its own, so that its memory is its own; a program beside an ordinary server runs all the while, and
//! is what they are measured by, so that a busy machine is no reason to fail.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

mod desk;
mod stage;

use frontwatch_newsroom::hostile::Hostile as H;
use frontwatch_newsroom::hostile::{Body, Bomb, Feed, Header, Http2, Names, Page, Picture, Redirect, Secure};

use stage::Expected::{Blind, Judged, JudgedWhole};
use stage::{Case, Stage};

const TOO_LARGE: stage::Expected = Blind(&["unanswered.too-large"]);
/// Ten megabytes may take longer to come than a stage has.
const TOO_LARGE_OR_LATE: stage::Expected = Blind(&["unanswered.too-large", "unanswered.timed-out"]);
const UNDECODED: stage::Expected = Blind(&["unanswered.bad-encoding"]);
const LATE: stage::Expected = Blind(&["unanswered.timed-out"]);
const DROPPED: stage::Expected = Blind(&["unanswered.dropped"]);
const NOT_HTTP: stage::Expected = Blind(&["unanswered.not-http"]);
const CIRCLES: stage::Expected = Blind(&["unanswered.too-many-redirects"]);
const BAD_REDIRECT: stage::Expected = Blind(&["unanswered.bad-redirect"]);
const UNREAD: stage::Expected = Judged("suspect", "picture.unread");
const REPAINTED: stage::Expected = Judged("suspect", "picture.repainted");
const INDEX: stage::Expected = Blind(&["feed.index"]);
const TLS: stage::Expected = Blind(&["unanswered.tls"]);
const UNTRUSTED: stage::Expected = Blind(&["unanswered.untrusted"]);
const NO_NAME: stage::Expected = Blind(&["unanswered.dns-failed"]);
const NO_ANSWER: stage::Expected = Blind(&["names.unanswered"]);
const NORMAL: stage::Expected = Judged("normal", "");

/// Every server of a family has its case.
fn complete(cases: &[Case], family: impl Iterator<Item = H>) {
    let cases: Vec<H> = cases.iter().map(|(hostile, ..)| *hostile).collect();
    assert_eq!(cases, family.collect::<Vec<_>>(), "each once, in order");
}

#[test]
fn what_grows_when_it_is_decoded_stops_at_a_limit() {
    let cases = [
        (H::Bomb(Bomb::Gzip), "1 GiB in gzip", TOO_LARGE),
        (H::Bomb(Bomb::Brotli), "64 MiB in Brotli", TOO_LARGE),
        (H::Bomb(Bomb::Zstd), "256 MiB in zstd", TOO_LARGE),
        (H::Bomb(Bomb::Deflate), "256 MiB in deflate", TOO_LARGE),
        (H::Bomb(Bomb::Twice), "1 GiB in gzip in gzip", TOO_LARGE),
        (H::Bomb(Bomb::Nested), "five codings within each other", UNDECODED),
        (H::Bomb(Bomb::Members), "100,000 gzip members that are empty", UNDECODED),
        (H::Bomb(Bomb::Window), "a zstd window of 2 GiB", UNDECODED),
        (H::Bomb(Bomb::Unknown), "a coding that nobody knows", UNDECODED),
        (H::Bomb(Bomb::NotCoded), "a coding that is not there", UNDECODED),
    ];
    complete(&cases, Bomb::ALL.iter().copied().map(H::Bomb));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("server", *what, done, "nothing");
    }
}

#[test]
fn a_body_that_does_not_end_or_keep_its_word_is_given_up() {
    let cases = [
        (H::Body(Body::Endless), "chunks without end", TOO_LARGE_OR_LATE),
        (H::Body(Body::EndlessPlain), "a body without end", TOO_LARGE_OR_LATE),
        (H::Body(Body::Dripping), "a byte a second", LATE),
        (H::Body(Body::Stalled), "half a body", LATE),
        (H::Body(Body::TooShort), "a length that is too long", DROPPED),
        // What browsers show is half the page, and so it is judged.
        (H::Body(Body::TooLong), "a length that is too short", Judged("alarm", "collapse.links")),
        (H::Body(Body::Negative), "a negative length", NOT_HTTP),
        (H::Body(Body::TwoLengths), "two lengths", NOT_HTTP),
        (H::Body(Body::Overflow), "a length that is no number of 64 bits", NOT_HTTP),
        (H::Body(Body::Enormous), "a length of 16 EiB", Blind(&["unanswered.not-http", "unanswered.too-large"])),
        (H::Body(Body::Both), "a length beside chunks", NORMAL),
        (H::Body(Body::TruncatedChunks), "truncated chunks", DROPPED),
        (H::Body(Body::BrokenChunk), "a broken chunk", NOT_HTTP),
        (H::Body(Body::EnormousChunk), "a chunk of 16 EiB", Blind(&["unanswered.not-http", "unanswered.dropped"])),
        (H::Body(Body::EndlessExtension), "an extension of a chunk without end", NOT_HTTP),
        (H::Body(Body::EndlessTrailers), "trailers without end", NOT_HTTP),
    ];
    complete(&cases, Body::ALL.iter().copied().map(H::Body));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("server", *what, done, "nothing");
    }
}

#[test]
fn headers_without_end_are_not_read_and_cookies_not_kept() {
    let cases = [
        (H::Header(Header::Silent), "no answer", LATE),
        (H::Header(Header::Dripping), "a byte of the headers a second", LATE),
        (H::Header(Header::Endless), "headers without end", NOT_HTTP),
        (H::Header(Header::Many), "100,000 headers", NOT_HTTP),
        (H::Header(Header::OneEndless), "one header without end", NOT_HTTP),
        (H::Header(Header::Interim), "interim answers without end", LATE),
        (H::Header(Header::Status), "a status line without end", NOT_HTTP),
        (H::Header(Header::Ssh), "another protocol", NOT_HTTP),
        (H::Header(Header::Noise), "noise", NOT_HTTP),
        (H::Header(Header::Cookies), "100,000 cookies", NOT_HTTP),
        (H::Header(Header::NewCookies), "400 new cookies with each look", NORMAL),
    ];
    complete(&cases, Header::ALL.iter().copied().map(H::Header));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("server", *what, done, "nothing");
    }
}

/// Request forgery through redirects, and files read through `file:`: nothing is asked where a redirect leads that must not be
/// followed.
#[test]
fn no_redirect_leads_to_a_file_to_another_scheme_or_further_in() {
    let late = Blind(&["unanswered.too-many-redirects", "unanswered.timed-out"]);
    let cases = [
        (H::Redirect(Redirect::Loop), "a redirect to itself", CIRCLES),
        (H::Redirect(Redirect::Circle), "redirects in a circle", CIRCLES),
        (H::Redirect(Redirect::Chain), "redirects without end", late),
        (H::Redirect(Redirect::SlowChain), "slow redirects without end", late),
        (H::Redirect(Redirect::File), "a redirect to file:", BAD_REDIRECT),
        (H::Redirect(Redirect::Data), "a redirect to data:", BAD_REDIRECT),
        (H::Redirect(Redirect::JavaScript), "a redirect to javascript:", BAD_REDIRECT),
        (H::Redirect(Redirect::Ftp), "a redirect to ftp:", BAD_REDIRECT),
        (H::Redirect(Redirect::Password), "a redirect with a password", BAD_REDIRECT),
        (H::Redirect(Redirect::Nowhere), "a redirect to nowhere", BAD_REDIRECT),
        (H::Redirect(Redirect::Two), "a redirect to two places", BAD_REDIRECT),
        (H::Redirect(Redirect::Loopback), "a redirect from a public site to 127.0.0.1", BAD_REDIRECT),
        (H::Redirect(Redirect::Localhost), "a redirect from a public site to localhost", BAD_REDIRECT),
        (H::Redirect(Redirect::Number), "a redirect from a public site to 2130706433", BAD_REDIRECT),
        (H::Redirect(Redirect::Mapped), "a redirect from a public site to ::ffff:127.0.0.1", BAD_REDIRECT),
        (H::Redirect(Redirect::Private), "a redirect from a public site into a private network", BAD_REDIRECT),
        (H::Redirect(Redirect::Metadata), "a redirect from a public site to 169.254.169.254", BAD_REDIRECT),
    ];
    complete(&cases, Redirect::ALL.iter().copied().map(H::Redirect));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("server", *what, done, "nothing");
    }
}

#[test]
fn floods_and_resets_of_http2_end_the_look_alone() {
    let flooded = Blind(&["unanswered.timed-out", "unanswered.not-http", "unanswered.dropped"]);
    let dropped = Blind(&["unanswered.dropped", "unanswered.timed-out"]);
    let cases = [
        (H::Http2(Http2::Pings), "a flood of HTTP/2 pings", flooded),
        (H::Http2(Http2::Settings), "a flood of HTTP/2 settings", flooded),
        (H::Http2(Http2::Windows), "a flood of HTTP/2 windows", flooded),
        (H::Http2(Http2::WindowOverflow), "an HTTP/2 window beyond what there can be", NOT_HTTP),
        (H::Http2(Http2::Continuation), "HTTP/2 headers that are continued without end", NOT_HTTP),
        (H::Http2(Http2::Hpack), "a header bomb in HPACK", NOT_HTTP),
        (H::Http2(Http2::EmptyData), "empty HTTP/2 data without end", flooded),
        (
            H::Http2(Http2::EndlessData),
            "HTTP/2 data without end",
            Blind(&["unanswered.not-http", "unanswered.too-large"]),
        ),
        (H::Http2(Http2::Reset), "an HTTP/2 reset of each request", dropped),
        (H::Http2(Http2::ResetFlood), "a flood of HTTP/2 resets", flooded),
        (H::Http2(Http2::Refused), "an HTTP/2 stream that is refused each time", dropped),
        (H::Http2(Http2::GoAway), "an HTTP/2 connection that is taken away", dropped),
        (H::Http2(Http2::GoAwayFlood), "a flood of HTTP/2 farewells", flooded),
        (H::Http2(Http2::Promises), "answers over HTTP/2 that nobody asked for", NOT_HTTP),
        (H::Http2(Http2::Unknown), "a flood of HTTP/2 frames that nobody knows", flooded),
        (H::Http2(Http2::LargeFrame), "an HTTP/2 frame that is too large", NOT_HTTP),
        (H::Http2(Http2::Silent), "HTTP/2 headers and then nothing", LATE),
    ];
    complete(&cases, Http2::ALL.iter().copied().map(H::Http2));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("server", *what, done, "nothing");
    }
}

/// Script and templates that are planted in what is watched: they are told as text, whatever they say.
#[test]
fn a_page_that_is_made_to_be_read_badly_is_judged_or_said_not_to_be_seen() {
    let cases = [
        (H::Page(Page::UnknownCharset), "a character set that nobody knows", NORMAL),
        (H::Page(Page::LyingCharset), "a character set that lies", Judged("alarm", "takeover.page")),
        (
            H::Page(Page::ReplacedCharset),
            "a character set that browsers show nothing of",
            Judged("alarm", "takeover.page"),
        ),
        // No browser reads it: it is words that were added.
        (H::Page(Page::Utf7), "code in UTF-7", NORMAL),
        (H::Page(Page::Invalid), "256 kB that are no UTF-8", JudgedWhole("alarm", "grown.text")),
        (H::Page(Page::Wide), "9 MiB that are 27 MiB in UTF-8", TOO_LARGE_OR_LATE),
        (H::Page(Page::Nuls), "NULs between all letters", Judged("alarm", "takeover.page")),
        (H::Page(Page::OnlyNuls), "2 MiB of NULs", JudgedWhole("alarm", "takeover.page")),
        (H::Page(Page::Nested), "50 MB of nested tags", TOO_LARGE_OR_LATE),
        (H::Page(Page::NestedPacked), "50 MB of nested tags in gzip", TOO_LARGE),
        (H::Page(Page::NestedRead), "a megabyte of nested tags", JudgedWhole("normal", "")),
        (H::Page(Page::Attributes), "a million attributes", JudgedWhole("normal", "")),
        (H::Page(Page::Attribute), "one attribute of 9 MiB", JudgedWhole("normal", "")),
        (H::Page(Page::Script), "2 MiB of script", JudgedWhole("suspect", "script.new")),
        (H::Page(Page::Style), "2 MiB of rules that cover the page", JudgedWhole("suspect", "cover.element")),
        (H::Page(Page::Text), "9 MiB of text", JudgedWhole("alarm", "grown.text")),
        (
            H::Page(Page::Injection),
            "markup, script, control characters and SQL in a title",
            Judged("alarm", "image.top"),
        ),
        (H::Page(Page::Template), "words of template languages in a title", Judged("alarm", "title.replaced")),
    ];
    complete(&cases, Page::ALL.iter().copied().map(H::Page));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("page", *what, done, "nothing");
    }
}

#[test]
fn a_logo_that_cannot_be_unpacked_is_said_and_the_page_judged() {
    let cases = [
        (H::Picture(Picture::PngEnormous), "a PNG of 60,000 × 60,000 pixels", UNREAD),
        (H::Picture(Picture::GifEnormous), "a GIF of 60,000 × 60,000 pixels", UNREAD),
        (H::Picture(Picture::WebpEnormous), "a WebP of 60,000 × 60,000 pixels", UNREAD),
        (H::Picture(Picture::JpegEnormous), "a JPEG of 60,000 × 60,000 pixels", UNREAD),
        (H::Picture(Picture::PngDeep), "a PNG that takes 128 MB", UNREAD),
        (H::Picture(Picture::PngLarge), "a PNG that takes 64 MB", UNREAD),
        (H::Picture(Picture::WebpLarge), "a WebP of 40 bytes that takes 112 MB", UNREAD),
        (H::Picture(Picture::JpegProgressive), "a progressive JPEG of 16 million pixels", UNREAD),
        (H::Picture(Picture::GifAnimated), "a GIF of 20,000 pictures", Judged("alarm", "picture.repainted")),
        (H::Picture(Picture::PngAnimated), "a PNG of four thousand million pictures", REPAINTED),
        (H::Picture(Picture::PngText), "a PNG with 1 GiB of text", REPAINTED),
        (H::Picture(Picture::PngProfile), "a PNG with a colour profile of 1 GiB", REPAINTED),
        (H::Picture(Picture::PngBroken), "a broken PNG", UNREAD),
        (H::Picture(Picture::GifBroken), "a broken GIF", UNREAD),
        (H::Picture(Picture::SvgEntities), "an SVG of entities within entities", UNREAD),
        (H::Picture(Picture::SvgDeep), "an SVG of 100,000 groups within each other", UNREAD),
        (H::Picture(Picture::SvgInward), "an SVG with a script and with files of this computer", REPAINTED),
    ];
    complete(&cases, Picture::ALL.iter().copied().map(H::Picture));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("page", *what, done, "nothing");
    }
}

#[test]
fn a_feed_that_grows_when_it_is_read_does_not() {
    let cases = [
        (H::Feed(Feed::Entities), "a feed of entities within entities", NORMAL),
        (H::Feed(Feed::External), "a feed of which an entity is a file of this computer", NORMAL),
        (H::Feed(Feed::IndexCircle), "a list of sitemaps that lists itself", INDEX),
        (H::Feed(Feed::IndexChain), "lists of sitemaps without end", INDEX),
        (H::Feed(Feed::IndexWide), "a list of 20,000 sitemaps", JudgedWhole("inconclusive", "feed.index")),
        (H::Feed(Feed::IndexNested), "lists of 2,000 lists of sitemaps, in circles", INDEX),
        (H::Feed(Feed::IndexPacked), "a list of sitemaps of 1 GiB in gzip files", INDEX),
        (H::Feed(Feed::IndexInward), "a list of sitemaps in this computer", INDEX),
        (H::Feed(Feed::Packed), "a sitemap of 1 GiB in a gzip file", TOO_LARGE),
        (H::Feed(Feed::Attributes), "a link of a million attributes in a feed", TOO_LARGE_OR_LATE),
        (H::Feed(Feed::Deep), "200,000 items within each other", JudgedWhole("alarm", "feed.removed")),
        (H::Feed(Feed::Endless), "a feed without end", TOO_LARGE_OR_LATE),
    ];
    complete(&cases, Feed::ALL.iter().copied().map(H::Feed));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("page", *what, done, "nothing");
    }
}

#[test]
fn a_handshake_that_stalls_or_shows_what_it_should_not_is_no_look() {
    let cases = [
        (H::Secure(Secure::Silent), "no answer to a handshake", LATE),
        (H::Secure(Secure::Dripping), "a byte of a handshake a second", LATE),
        (H::Secure(Secure::Stalled), "nothing after a handshake", LATE),
        (H::Secure(Secure::Endless), "a handshake without end", Blind(&["unanswered.tls", "unanswered.timed-out"])),
        (H::Secure(Secure::Closed), "a handshake that is closed", DROPPED),
        (H::Secure(Secure::Plain), "plain HTTP in the place of a handshake", TLS),
        (H::Secure(Secure::Version), "no version of TLS in common", TLS),
        (H::Secure(Secure::Demanding), "a demand for a certificate of ours", TLS),
        (H::Secure(Secure::UnknownIssuer), "a certificate by an unknown issuer", UNTRUSTED),
        (H::Secure(Secure::SelfSigned), "a certificate by itself", UNTRUSTED),
        (H::Secure(Secure::WrongName), "a certificate for another name", UNTRUSTED),
        (H::Secure(Secure::Expired), "a certificate that has run out", UNTRUSTED),
        (H::Secure(Secure::Early), "a certificate that is not valid yet", UNTRUSTED),
        (H::Secure(Secure::Garbage), "a certificate that is none", UNTRUSTED),
        (H::Secure(Secure::Incomplete), "a certificate without the one in between", UNTRUSTED),
        (H::Secure(Secure::Stolen), "a certificate without its key", UNTRUSTED),
        (H::Secure(Secure::ByLeaf), "a certificate by one that is no authority's", UNTRUSTED),
        (H::Secure(Secure::ForVisitors), "a certificate for visitors, not for servers", UNTRUSTED),
        (H::Secure(Secure::OutOfBounds), "a certificate by an authority that may not vouch for it", UNTRUSTED),
        (H::Secure(Secure::Large), "a certificate of 100 kB", TOO_LARGE),
        (H::Secure(Secure::Long), "a hundred certificates", NORMAL),
    ];
    complete(&cases, Secure::ALL.iter().copied().map(H::Secure));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("certificate", *what, done, "nothing");
    }
}

#[test]
fn a_resolver_that_lies_is_told_and_one_that_cannot_be_understood_says_nothing() {
    let cases = [
        (H::Names(Names::Silent), "a resolver that never answers", NO_NAME),
        (H::Names(Names::Circle), "a name that is another name for itself", NO_ANSWER),
        (H::Names(Names::Chain), "names that lead on without end", NO_ANSWER),
        (H::Names(Names::Lies), "a name that leads elsewhere", Judged("suspect", "names.address")),
        (H::Names(Names::Rebinds), "a name that is bound anew to this computer", Blind(&["names.private"])),
        (H::Names(Names::Takeover), "a name that is taken over", Judged("alarm", "names.servers")),
        (H::Names(Names::Denies), "a name that is denied", Judged("alarm", "names.vanished")),
        (H::Names(Names::Fails), "a resolver that fails", NO_ANSWER),
        (H::Names(Names::Garbage), "an answer of a resolver that is garbage", NO_NAME),
        (H::Names(Names::Pointers), "a name that points to itself", NO_ANSWER),
        (H::Names(Names::OtherQuestion), "an answer to another question", NO_NAME),
        (H::Names(Names::OtherNumber), "an answer with another number", NO_NAME),
        (H::Names(Names::Truncated), "an answer that is cut and never comes whole", NO_NAME),
        (H::Names(Names::Many), "4,000 addresses of one name", Judged("suspect", "names.address")),
        (H::Names(Names::Flood), "a thousand answers to each question", NORMAL),
    ];
    complete(&cases, Names::ALL.iter().copied().map(H::Names));
    for ((_, what, _), done) in cases.iter().zip(Stage::shared().meet(&cases)) {
        frontwatch_proof::proven!("names", *what, done, "nothing");
    }
}
