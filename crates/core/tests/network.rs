//! This computer's own network: what gives cause to ask, what a neutral address says, and what is made of all of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its input has failed")]

use std::time::Duration;

use frontwatch_core::digest::Digest;
use frontwatch_core::network::{
    Assessment, Cause, Evidence, Probed, Route, Troubled, Why, Word, assess, cause, domain, proves,
};
use frontwatch_core::observation::{Answer, Failure, FailureKind, Headers, Hop, Observation, Outcome, Stage, Vantage};
use frontwatch_core::parts::Reach;
use frontwatch_core::text::cli::Network;
use jiff::Timestamp;
use proptest::prelude::*;
use url::Url;

const PAPER: &str = "https://www.report.az/en/";
const PROBE: &str = "http://up.example/204";

fn url(text: &str) -> Url {
    text.parse().unwrap()
}

fn seen(outcome: Outcome) -> Observation {
    Observation {
        at: Timestamp::UNIX_EPOCH,
        took: Duration::ZERO,
        vantage: Vantage::Direct,
        chain: Vec::new(),
        outcome,
    }
}

fn answered(at: &str, status: u16, kind: &str, body: &str) -> Observation {
    seen(Outcome::Answered(Answer {
        url: url(at),
        from: Reach::Public,
        status,
        headers: Headers::new([("content-type".to_owned(), kind.to_owned())]),
        body: body.to_owned().into(),
        digest: Digest::of(body.as_bytes()),
        wire_bytes: body.len() as u64,
    }))
}

fn failed(kind: FailureKind) -> Observation {
    seen(Outcome::Failed(Failure { kind, stage: Stage::Connect, detail: String::new() }))
}

fn redirected(observation: Observation, from: &str) -> Observation {
    Observation { chain: vec![Hop { from: url(from), status: 302 }], ..observation }
}

#[test]
fn a_look_gives_cause_where_the_network_could_explain_it() {
    let elsewhere = |at: &str| Some(Cause::Elsewhere(at.to_owned()));
    let page = |at: &str, status| answered(at, status, "text/html", "<html>");
    for (what, observation, usual, expected) in [
        ("the page", page(PAPER, 200), None, None),
        ("an error of the site's", page(PAPER, 500), None, None),
        ("another host of the same site", page("https://m.report.az/", 200), None, None),
        ("unchanged", seen(Outcome::Unchanged { from: Reach::Public, headers: Headers::default() }), None, None),
        ("another site", page("http://login.hotel.example/", 200), None, elsewhere("hotel.example")),
        ("another site, as always", page("https://report.com/", 200), Some("report.com"), None),
        ("a portal at an address", page("http://10.0.0.1/", 200), None, elsewhere("10.0.0.1")),
        ("a login to the network", page(PAPER, 511), None, Some(Cause::Between)),
        ("a strange certificate", failed(FailureKind::Untrusted), None, Some(Cause::Between)),
        ("no name", failed(FailureKind::NoSuchName), None, Some(Cause::Silent)),
        ("no answer", failed(FailureKind::TimedOut), None, Some(Cause::Silent)),
        ("the proxy's fault", failed(FailureKind::Proxy), None, Some(Cause::Silent)),
        ("too large", failed(FailureKind::TooLarge), None, None),
        ("no secret", failed(FailureKind::NoCredential), None, None),
    ] {
        assert_eq!(cause(&url(PAPER), usual, &observation), expected, "{what}");
    }
    let through = Observation { vantage: Vantage::Proxy, ..page("http://report.az/", 503) };
    assert_eq!(cause(&url("http://report.az/"), None, &through), Some(Cause::Silent), "a proxy without a way out");
}

#[test]
fn only_what_nobody_in_between_can_make_proves_the_network() {
    let page = |at: &str, status| answered(at, status, "text/html", "<html>");
    let unchanged = || seen(Outcome::Unchanged { from: Reach::Public, headers: Headers::default() });
    for (what, asked, observation, expected) in [
        ("an answer over TLS", PAPER, page(PAPER, 200), true),
        ("an error over TLS", PAPER, page(PAPER, 503), true),
        ("unchanged over TLS", PAPER, unchanged(), true),
        ("plain http", "http://report.az/", page("http://report.az/", 200), false),
        ("unchanged over plain http", "http://report.az/", unchanged(), false),
        ("from plain http to TLS", "http://report.az/", page(PAPER, 200), false),
        ("back to plain http", PAPER, page("http://report.az/", 200), false),
        ("by way of plain http", PAPER, redirected(page(PAPER, 200), "http://report.az/"), false),
        ("another site over TLS", PAPER, page("https://hotel.example/", 200), false),
        ("a login to the network", PAPER, page(PAPER, 511), false),
        ("no answer", PAPER, failed(FailureKind::Dropped), false),
    ] {
        assert_eq!(proves(&url(asked), None, &observation), expected, "{what}");
    }
}

#[test]
fn a_neutral_address_answers_itself_or_somebody_does() {
    for (what, observation, expected) in [
        ("204", answered(PROBE, 204, "", ""), Probed::Open),
        ("a line", answered(PROBE, 200, "text/plain", "success\n"), Probed::Open),
        ("a page", answered(PROBE, 200, "text/html", "<html>Welcome"), Probed::Caught),
        ("a page that says it is text", answered(PROBE, 200, "text/plain", "\u{feff} <html>"), Probed::Caught),
        ("a long text", answered(PROBE, 200, "text/plain", &"x".repeat(300)), Probed::Caught),
        ("another host", answered("http://login.hotel.example/", 204, "", ""), Probed::Caught),
        ("another port", answered("http://up.example:8080/", 204, "", ""), Probed::Caught),
        ("a login", answered(PROBE, 511, "text/html", ""), Probed::Caught),
        ("its own trouble", answered(PROBE, 503, "text/html", "<html>"), Probed::Silent),
        ("it does not like us", answered(PROBE, 403, "text/html", "<html>"), Probed::Silent),
        ("no answer", failed(FailureKind::TimedOut), Probed::Silent),
        ("sent on into nothing", redirected(failed(FailureKind::TimedOut), PROBE), Probed::Caught),
        ("a strange certificate", failed(FailureKind::Untrusted), Probed::Caught),
    ] {
        assert_eq!(Probed::read(&url(PROBE), &observation), expected, "{what}");
    }
}

fn troubled(domain: &str, cause: Cause) -> Troubled {
    Troubled { domain: domain.to_owned(), cause }
}

#[test]
fn what_is_made_of_the_evidence() {
    use Network::{Captive, Offline, Online};
    let silent = |domain| troubled(domain, Cause::Silent);
    let led = |domain| troubled(domain, Cause::Elsewhere("hotel.example".to_owned()));
    let one = [silent("a.example")];
    let same_site = [silent("a.example"), silent("a.example")];
    let two = [silent("a.example"), silent("b.example")];
    let two_led = [led("a.example"), led("b.example")];
    let two_between = [troubled("a.example", Cause::Between), troubled("b.example", Cause::Between)];
    let none = Evidence::default();
    for (what, evidence, network, why) in [
        ("nothing", Evidence { troubled: &one, ..none.clone() }, Online, Why::Nothing),
        (
            "another look",
            Evidence { proved: true, word: Some(Word::Nothing), ..none.clone() },
            Online,
            Why::OthersAnswer,
        ),
        ("the system", Evidence { word: Some(Word::Nothing), ..none.clone() }, Offline, Why::System),
        ("the system, of a limit", Evidence { word: Some(Word::Limited), ..none.clone() }, Offline, Why::System),
        ("the system, of a portal", Evidence { word: Some(Word::Portal), ..none.clone() }, Captive, Why::System),
        (
            "an old word",
            Evidence { word: Some(Word::Full), probes: &[Probed::Silent], ..none.clone() },
            Offline,
            Why::ProbesSilent,
        ),
        ("a word alone", Evidence { word: Some(Word::Full), troubled: &one, ..none.clone() }, Online, Why::System),
        ("one of two", Evidence { probes: &[Probed::Silent, Probed::Open], ..none.clone() }, Online, Why::ProbeAnswers),
        ("caught", Evidence { probes: &[Probed::Silent, Probed::Caught], ..none.clone() }, Captive, Why::ProbeCaught),
        ("all silent", Evidence { probes: &[Probed::Silent; 3], ..none.clone() }, Offline, Why::ProbesSilent),
        ("the same site twice", Evidence { troubled: &same_site, ..none.clone() }, Online, Why::Nothing),
        ("two sites", Evidence { troubled: &two, ..none.clone() }, Offline, Why::HostsSilent),
        ("all led to one", Evidence { troubled: &two_led, ..none.clone() }, Captive, Why::StrangersAnswer),
        ("strange certificates", Evidence { troubled: &two_between, ..none.clone() }, Captive, Why::StrangersAnswer),
        ("every host", Evidence { troubled: &one, all_silent: true, ..none.clone() }, Offline, Why::HostsSilent),
    ] {
        assert_eq!(assess(Route::Direct, &evidence), Assessment { network, why }, "{what}");
    }
    let behind_a_proxy = Evidence { word: Some(Word::Limited), ..none.clone() };
    assert_eq!(assess(Route::Proxy, &behind_a_proxy).network, Online, "the system does not see what the proxy sees");
    assert_eq!(assess(Route::Proxy, &Evidence { word: Some(Word::Nothing), ..none }).network, Offline);
}

#[test]
fn hosts_of_one_site_are_not_unrelated() {
    assert_eq!(domain(&url(PAPER)), domain(&url("https://admin.report.az/")));
    assert_ne!(domain(&url("http://10.0.0.1/")), domain(&url("http://10.0.0.2/")));
}

fn any_probe() -> impl Strategy<Value = Probed> {
    prop_oneof![Just(Probed::Open), Just(Probed::Caught), Just(Probed::Silent)]
}

fn any_word() -> impl Strategy<Value = Option<Word>> {
    prop::option::of(prop_oneof![Just(Word::Nothing), Just(Word::Limited), Just(Word::Portal), Just(Word::Full)])
}

fn any_troubled() -> impl Strategy<Value = Troubled> {
    let cause = prop_oneof![Just(Cause::Silent), Just(Cause::Between), "[xy]\\.example".prop_map(Cause::Elsewhere),];
    ("[abc]\\.example", cause).prop_map(|(domain, cause)| Troubled { domain, cause })
}

proptest! {
    /// Whatever else is known: what shows the network open wins; nobody is excused without evidence; and the order in which
    /// answers come makes no difference.
    #[test]
    fn an_assessment_keeps_its_promises(
        proved: bool,
        word in any_word(),
        probes in prop::collection::vec(any_probe(), 0..5),
        troubled in prop::collection::vec(any_troubled(), 0..5),
        all_silent: bool,
        proxied: bool,
    ) {
        let route = if proxied { Route::Proxy } else { Route::Direct };
        let evidence = Evidence { proved, word, probes: &probes, troubled: &troubled, all_silent };
        let assessment = assess(route, &evidence);
        if proved || probes.contains(&Probed::Open) {
            prop_assert_eq!(assessment.network, Network::Online);
            prop_assert!(assessment.is_decided() && assessment.is_open());
        }
        let domains: std::collections::BTreeSet<&str> = troubled.iter().map(|one| one.domain.as_str()).collect();
        let alone = domains.len() < 2 && !all_silent;
        if probes.is_empty() && alone && word.is_none_or(|word| !word.is_bad(route)) {
            prop_assert_eq!(assessment.network, Network::Online, "an outlet that fails alone is blamed");
        }
        if !proved && !probes.is_empty() && !probes.contains(&Probed::Open) {
            prop_assert_ne!(assessment.network, Network::Online, "no neutral address answers");
        }
        let (mut turned, mut others) = (probes.clone(), troubled.clone());
        turned.reverse();
        others.reverse();
        let again = Evidence { probes: &turned, troubled: &others, ..evidence.clone() };
        prop_assert_eq!(assess(route, &again), assessment);
        // What is decided before all have answered stays so, or is corrected by what shows the network open.
        if assessment.is_decided() {
            let more: Vec<Probed> = probes.iter().copied().chain([Probed::Caught, Probed::Silent]).collect();
            prop_assert_eq!(assess(route, &Evidence { probes: &more, ..evidence }), assessment);
        }
    }
}
