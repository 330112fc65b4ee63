//! Mail handed to its server, encrypted or not at all.

use std::time::Duration;

use frontwatch_core::channel::{Email, MailServer, Security};
use frontwatch_core::notify::Notice;
use frontwatch_core::text::Message as Text;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransport, Error};
use lettre::{AsyncTransport, Message, Tokio1Executor};
use rustls::pki_types::CertificateDer;

use super::letter::letter;
use super::{NEEDS_A_PERSON, trouble};
use crate::ports::NotDelivered;
use crate::secrets::Credential;

/// The most that connecting to one address may take. What follows has no limit of its own but the courier's.
const CONNECT: Duration = Duration::from_secs(10);

/// Hands a notice to the mail server.
pub(super) async fn send(
    email: &Email,
    authorities: &[CertificateDer<'static>],
    credential: Option<&Credential>,
    notice: &Notice,
) -> Result<(), NotDelivered> {
    let letter =
        letter(email, notice).map_err(|error| NotDelivered::Unwanted(Text::new("mail-unmade").own("detail", error)))?;
    hand_over(&email.server, email.server.security(), authorities, credential, letter).await
}

async fn hand_over(
    server: &MailServer,
    security: Security,
    authorities: &[CertificateDer<'static>],
    credential: Option<&Credential>,
    letter: Message,
) -> Result<(), NotDelivered> {
    // An IPv6 address is connected to without its brackets.
    let host = server.host.to_string().trim_start_matches('[').trim_end_matches(']').to_owned();
    let tls = tls(security, &host, authorities).map_err(|error| refused(&error))?;
    let mut transport =
        AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host).port(server.port).tls(tls).timeout(Some(CONNECT));
    if let Some(credential) = credential {
        let Some((user, password)) = credential.user_and_password() else {
            let why = Text::new("mail-no-user");
            return Err(NotDelivered::Away { why, rest: NEEDS_A_PERSON });
        };
        let credentials = Credentials::new(user.to_owned(), password.to_owned());
        transport = transport.credentials(credentials).authentication(vec![Mechanism::Plain, Mechanism::Login]);
    }
    match transport.build().send(letter).await {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(&error)),
    }
}

fn tls(security: Security, host: &str, authorities: &[CertificateDer<'static>]) -> Result<Tls, Error> {
    let parameters = || {
        let mut parameters = TlsParameters::builder(host.to_owned());
        for authority in authorities {
            parameters = parameters.add_root_certificate(Certificate::from_der(authority.to_vec())?);
        }
        parameters.build()
    };
    Ok(match security {
        Security::Implicit => Tls::Wrapper(parameters()?),
        Security::StartTls => Tls::Required(parameters()?),
        Security::Plain => Tls::None,
    })
}

/// Why the server did not take it (RFC 5321, 4.2.3). What it says besides the number is not repeated.
fn refused(error: &Error) -> NotDelivered {
    let Some(code) = error.status() else {
        return if error.is_client() || error.is_response() {
            NotDelivered::Away { why: Text::new("mail-no-mail-server"), rest: NEEDS_A_PERSON }
        } else {
            trouble::unreached(error)
        };
    };
    let code = u16::from(code);
    let answers = |what| Text::new("mail-answers").own("status", code).with("what", Text::new(what).into());
    let (what, rest) = match code {
        552 | 554 => return NotDelivered::Unwanted(answers("mail-not-this")),
        530 | 534 | 535 | 538 => ("mail-no-entry", NEEDS_A_PERSON),
        550 | 551 | 553 => ("mail-not-these-people", NEEDS_A_PERSON),
        400..=499 => ("mail-not-now", Duration::ZERO),
        _ => ("mail-not-so", NEEDS_A_PERSON),
    };
    NotDelivered::Away { why: answers(what), rest }
}

#[cfg(test)]
mod tests;
