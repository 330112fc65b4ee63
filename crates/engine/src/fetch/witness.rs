//! A verifier that lets every handshake go on, and remembers what came and what the real verifier would have said: a chain
//! that nobody trusts is evidence, and there is none where the connection was refused. Nothing is ever read from or sent over
//! a connection that it let through.

use std::sync::{Arc, Mutex, PoisonError};

use frontwatch_core::facts::chain::{LARGEST_CERTIFICATE, MOST_CERTIFICATES, Trust};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, SignatureScheme};

/// What a handshake showed.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// As sent, leaf first, DER; at most [`MOST_CERTIFICATES`] of at most [`LARGEST_CERTIFICATE`] bytes.
    pub(super) chain: Vec<Vec<u8>>,
    /// What the real verifier says.
    pub(super) trust: Trust,
    /// The server could not prove that the certificate is its own.
    pub(super) unproven: bool,
}

/// See the module. One is for one handshake.
#[derive(Debug)]
pub(super) struct Witness {
    inner: Arc<dyn ServerCertVerifier>,
    shown: Mutex<Option<Shown>>,
}

impl Witness {
    pub(super) fn new(inner: Arc<dyn ServerCertVerifier>) -> Self {
        Self { inner, shown: Mutex::new(None) }
    }

    /// What came, if the handshake came so far.
    pub(super) fn shown(&self) -> Option<Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A proof that fails ends the handshake, and is remembered.
    fn proven(&self, proof: Result<HandshakeSignatureValid, Error>) -> Result<HandshakeSignatureValid, Error> {
        if proof.is_err()
            && let Some(shown) = self.shown.lock().unwrap_or_else(PoisonError::into_inner).as_mut()
        {
            shown.unproven = true;
        }
        proof
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let said = self.inner.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        let sent = std::iter::once(end_entity).chain(intermediates).take(MOST_CERTIFICATES);
        let chain = sent.map(|der| der[..der.len().min(LARGEST_CERTIFICATE)].to_vec()).collect();
        let trust = said.map_or_else(|error| distrust(&error), |_| Trust::Trusted);
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(Shown { chain, trust, unproven: false });
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.proven(self.inner.verify_tls12_signature(message, cert, dss))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.proven(self.inner.verify_tls13_signature(message, cert, dss))
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.inner.supported_verify_schemes()
    }
}

/// Why a verifier refused a chain.
fn distrust(error: &Error) -> Trust {
    use CertificateError as C;
    let Error::InvalidCertificate(why) = error else {
        return Trust::Other;
    };
    match why {
        C::UnknownIssuer | C::BadSignature => Trust::UnknownIssuer,
        C::NotValidForName | C::NotValidForNameContext { .. } => Trust::WrongName,
        C::Expired | C::ExpiredContext { .. } => Trust::Expired,
        C::NotValidYet | C::NotValidYetContext { .. } => Trust::NotYetValid,
        C::Revoked => Trust::Revoked,
        C::BadEncoding => Trust::Unreadable,
        _ => Trust::Other,
    }
}
