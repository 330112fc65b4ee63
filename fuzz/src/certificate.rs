//! A certificate is read within bounds, the same twice, comes back from the document of a look, and is judged as a page is,
//! against none and against one that always was shown.

use std::sync::LazyLock;

use frontwatch_core::facts::chain::{Certificate, Chain, Handshake, Protocol, Trust};
use frontwatch_core::watch::WatchKind;

use crate::common::Watch;
use crate::judged::judged;

/// The most characters of a name.
const NAME: usize = 120;
/// The most names.
const NAMES: usize = 100;

static ORDINARY: LazyLock<Watch> = LazyLock::new(|| {
    let mut watch = Watch::new(WatchKind::Tls);
    (0..5).for_each(|_| judged(&mut watch, &document(include_bytes!("../seeds/certificate/ordinary"))));
    watch
});

/// Reads bytes as DER.
pub fn holds(bytes: &[u8]) {
    let certificate = Certificate::read(bytes);
    assert_eq!(certificate, Certificate::read(bytes), "a certificate is not read the same twice");
    let document = document(bytes);
    let chain = Chain::read(&document).expect("a document of our own");
    assert_eq!((chain.sent, chain.leaf.as_deref()), (1, certificate.as_ref()));
    if let Some(certificate) = certificate {
        for name in
            [&certificate.subject, &certificate.issuer, &certificate.serial].into_iter().chain(&certificate.names)
        {
            crate::cut(name, NAME);
        }
        assert!(certificate.names.len() <= NAMES, "{} names", certificate.names.len());
    }
    judged(&mut Watch::new(WatchKind::Tls), &document);
    judged(&mut ORDINARY.clone(), &document);
}

fn document(der: &[u8]) -> String {
    let shown = Handshake::new("outlet.example", 443, Some(Protocol::Tls13), Trust::Trusted, [der]);
    String::from_utf8(shown.document()).expect("JSON")
}
