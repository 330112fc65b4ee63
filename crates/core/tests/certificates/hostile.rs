//! Whatever a host sends is read to the end, in bounded space; and a memory that came to harm harms nobody.

use std::time::{Duration, Instant};

use frontwatch_core::baseline::Baseline;
use frontwatch_core::facts::chain::{
    Certificate, Chain, LARGEST_CERTIFICATE, MOST_CERTIFICATES, Protocol, Trust, family,
};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use jiff::Timestamp;
use proptest::prelude::*;
use rcgen::{DnType, DnValue, KeyPair, SanType};

use crate::common::{Watch, told};
use crate::make::{Leaf, document};
use crate::{day, learned};

#[test]
fn a_certificate_is_read_as_it_is_written() {
    let key = KeyPair::generate().unwrap();
    let made = Leaf::new(&key).logged().make();
    let read = Certificate::read(made.der()).unwrap();
    assert_eq!((read.subject.as_str(), read.issuer.as_str()), ("outlet.example", "DigiCert Inc"));
    assert_eq!(read.names, ["outlet.example"]);
    assert_eq!(read.from, "2025-01-01T00:00:00Z".parse::<Timestamp>().unwrap());
    assert_eq!(read.until, "2025-04-01T00:00:00Z".parse::<Timestamp>().unwrap());
    assert!(read.logged && !read.self_signed && !read.serial.is_empty());
    let other = Certificate::read(Leaf::new(&key).by_itself().make().der()).unwrap();
    assert!(other.self_signed && !other.logged);
    assert_eq!(other.key, read.key);
    assert_ne!(other.fingerprint, read.fingerprint);
}

#[test]
fn authorities_are_known_by_their_name_without_its_form() {
    for (one, other, same) in [
        ("DigiCert Inc", "DigiCert, Inc.", true),
        ("Sectigo Limited", "SECTIGO LTD", true),
        ("GlobalSign nv-sa", "GlobalSign", true),
        ("Let's Encrypt", "Lets Encrypt", false),
        ("Inc", "Ltd", false),
        ("", "", true),
    ] {
        assert_eq!(family(one) == family(other), same, "{one} {other}");
    }
}

#[test]
fn what_is_huge_or_nonsense_is_bounded() {
    let key = KeyPair::generate().unwrap();
    let mut params = Leaf::new(&key).params();
    params.subject_alt_names.extend((0..5000).map(|n| SanType::DnsName(format!("n{n}.example").try_into().unwrap())));
    params.distinguished_name.push(DnType::OrganizationName, DnValue::Utf8String("\u{202e}x".repeat(9000)));
    let wide = params.self_signed(&key).unwrap();
    let read = Certificate::read(wide.der());
    assert!(read.is_none() || wide.der().len() <= LARGEST_CERTIFICATE);
    let mut params = Leaf::new(&key).params();
    params.subject_alt_names.extend((0..2000).map(|n| SanType::DnsName(format!("n{n}.example").try_into().unwrap())));
    let read = Certificate::read(params.self_signed(&key).unwrap().der()).unwrap();
    assert!(read.names.len() <= 100, "{}", read.names.len());

    let der = Leaf::new(&key).make();
    let long: Vec<&[u8]> = vec![der.der(); 50];
    let chain = Chain::read(&document("outlet.example", Some(Protocol::Tls13), Trust::Trusted, &long)).unwrap();
    assert_eq!(chain.sent, MOST_CERTIFICATES);
    let large = vec![0x30; 100_000];
    let chain = Chain::read(&document("outlet.example", None, Trust::Unreadable, &[&large])).unwrap();
    assert_eq!(chain.leaf, None);
    let began = Instant::now();
    for nonsense in ["[".repeat(2 << 20), "[".repeat(100_000), "\u{0}".to_owned(), String::new(), "{}".to_owned()] {
        assert_eq!(Chain::read(&nonsense), None);
        let judged = Watch::new(WatchKind::Tls).judge(&nonsense);
        assert_eq!(judged.judgement.verdict, Verdict::Inconclusive, "{}", told(&judged));
        let judged = learned(&Leaf::new(&key), Trust::Trusted).judge(&nonsense);
        assert_eq!(judged.judgement.verdict, Verdict::Inconclusive, "{}", told(&judged));
    }
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_memory_of_many_certificates_is_bounded() {
    let mut watch = learned(&Leaf::new(&KeyPair::generate().unwrap()), Trust::Trusted);
    for _ in 0..60 {
        let key = KeyPair::generate().unwrap();
        watch.see_at(&crate::make::seen(&Leaf::new(&key), Some(Protocol::Tls13), Trust::Trusted), day("2025-02-10"));
    }
    let blob = watch.baseline.encode();
    assert!(blob.len() < 16_000, "{}", blob.len());
    assert_eq!(Baseline::decode(Baseline::FORMAT, &blob).as_ref(), Ok(&watch.baseline));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_a_certificate_or_none(mut bytes in prop::collection::vec(any::<u8>(), 0..300), harm in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        Certificate::read(&bytes);
        let key = KeyPair::generate().unwrap();
        let mut der = Leaf::new(&key).make().der().to_vec();
        for (at, with) in &harm {
            let at = at.index(der.len());
            der[at] = *with;
        }
        bytes.splice(0..0, der.iter().copied());
        let mut watch = learned(&Leaf::new(&key), Trust::Trusted);
        for (der, trust) in [(&der, Trust::Trusted), (&der, Trust::UnknownIssuer), (&bytes, Trust::Expired)] {
            let look = document("outlet.example", Some(Protocol::Tls13), trust, &[der]);
            let judged = watch.see_at(&look, day("2025-02-10"));
            let judgement = &judged.judgement;
            prop_assert!((0.0..=1.0).contains(&judgement.score));
            prop_assert!(judgement.verdict == Verdict::Normal || !judgement.signals.is_empty());
        }
    }

    #[test]
    fn a_memory_that_came_to_harm_is_none_or_can_be_used(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let key = KeyPair::generate().unwrap();
        let watch = learned(&Leaf::new(&key), Trust::Trusted);
        let mut blob = watch.baseline.encode();
        let at = at.index(blob.len());
        blob[at] = with;
        if let Ok(baseline) = Baseline::decode(Baseline::FORMAT, &blob) {
            let mut watch = Watch { baseline, ..watch };
            watch.see_at(&crate::make::seen(&Leaf::new(&key).by_itself(), None, Trust::UnknownIssuer), day("2025-02-10"));
            watch.see_at(&crate::make::seen(&Leaf::new(&key), Some(Protocol::Tls12), Trust::Trusted), day("2025-03-10"));
            watch.baseline.describe();
        }
    }
}
