//! A notice as a mail: plain text, one thread an incident, under a Message-ID that stays the same when it is sent again.

use std::time::SystemTime;

use frontwatch_core::channel::{Email, Mailbox, identity, text};
use frontwatch_core::notify::Notice;
use frontwatch_core::verdict::Severity;
use lettre::Message;
use lettre::address::Address;
use lettre::error::Error;
use lettre::message::header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0};

use super::super::wording;

/// That nobody sat down and wrote it: answers of machines are not wanted (RFC 3834, 5).
const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");
/// How urgent (RFC 2156, 5.3.4).
const IMPORTANCE: HeaderName = HeaderName::new_from_ascii_str("Importance");

/// The mail itself. Every header is of one line: names were read so, ids are made so, and the title is made so here.
pub(super) fn letter(email: &Email, notice: &Notice) -> Result<Message, Error> {
    let id = |id: &str| format!("<{}@{}>", identity(id), email.from.domain);
    // All mail of one incident names the same one as the first of its thread; nobody need have sent that one.
    let thread = id(&notice.key);
    let mut letter = Message::builder()
        .from(mailbox(&email.from)?)
        .message_id(Some(id(&notice.id)))
        .in_reply_to(thread.clone())
        .references(thread)
        .date(SystemTime::try_from(notice.at).unwrap_or(SystemTime::UNIX_EPOCH))
        .subject(wording::one_line(&notice.title))
        .raw_header(HeaderValue::new(AUTO_SUBMITTED, "auto-generated".to_owned()))
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN);
    if notice.severity == Severity::Critical {
        letter = letter.raw_header(HeaderValue::new(IMPORTANCE, "high".to_owned()));
    }
    for to in &email.to {
        letter = letter.to(mailbox(to)?);
    }
    letter.body(format!("{}\n", wording::lines(&text(notice))))
}

fn mailbox(mailbox: &Mailbox) -> Result<lettre::message::Mailbox, Error> {
    let address = Address::new(&mailbox.local, &mailbox.domain).map_err(|_| Error::NonAsciiChars)?;
    Ok(lettre::message::Mailbox::new(mailbox.name.clone(), address))
}

#[cfg(test)]
mod tests {
    use frontwatch_core::channel::MailServer;
    use frontwatch_core::incident::IncidentId;
    use frontwatch_core::notify::About;
    use jiff::Timestamp;

    use super::*;

    fn email() -> Email {
        let mailbox = |text| Mailbox::parse(text).unwrap();
        Email {
            name: "desk".to_owned(),
            server: MailServer::parse("smtp.example:465").unwrap(),
            from: mailbox("Frontwatch, the desk's <watch@report.example>"),
            to: vec![mailbox("desk@report.example"), mailbox("Növbətçi <night@report.example>")],
            least: Severity::Warning,
            credential: None,
        }
    }

    fn sent(title: &str, body: &str, id: &str) -> String {
        let notice = Notice {
            id: id.to_owned(),
            key: "00112233445566ff".to_owned(),
            incident: IncidentId::from_stored("00112233445566ff"),
            campaign: None,
            title: title.to_owned(),
            body: body.to_owned(),
            severity: Severity::Critical,
            over: false,
            buttons: vec![],
            at: Timestamp::from_second(1_772_028_125).unwrap(),
            about: Box::new(About { address: Some("https://report.example/".parse().unwrap()), ..About::default() }),
        };
        String::from_utf8(letter(&email(), &notice).unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_mail_says_who_what_and_where_and_belongs_to_its_incident() {
        let mail = sent("Report: alarm on the front page", "Report: a picture covers it.", "00112233445566ff/critical");
        let (headers, body) = mail.split_once("\r\n\r\n").unwrap();
        for line in [
            "Message-ID: <00112233445566ff=2fcritical@report.example>",
            "In-Reply-To: <00112233445566ff@report.example>",
            "References: <00112233445566ff@report.example>",
            "Subject: Report: alarm on the front page",
            "Date: Wed, 25 Feb 2026 14:02:05 +0000",
            "Auto-Submitted: auto-generated",
            "Importance: high",
            "Content-Type: text/plain; charset=utf-8",
        ] {
            assert!(headers.lines().any(|header| header == line), "{line}:\n{headers}");
        }
        assert_eq!(body, "Report: a picture covers it.\r\nhttps://report.example/\r\n");
    }

    #[test]
    fn no_title_and_no_id_makes_a_header_of_its_own() {
        for hostile in [
            "a\r\nBcc: x@evil.example",
            "a\nBcc: x@evil.example\n\nbody",
            "a\rBcc: x@evil.example",
            "\r\n.\r\nMAIL FROM:<x@evil.example>",
            "=?utf-8?q?a=0d=0aBcc:_x@evil.example?=",
            &format!("{}\r\nBcc: x@evil.example", "ə".repeat(400)),
            "a\u{85}Bcc: x@evil.example\u{2028}Cc: y\0",
        ] {
            let mail = sent(hostile, hostile, hostile);
            let (headers, _) = mail.split_once("\r\n\r\n").unwrap();
            let names: Vec<&str> = headers
                .split("\r\n")
                .filter(|line| !line.starts_with([' ', '\t']))
                .map(|line| line.split_once(':').map_or(line, |(name, _)| name))
                .collect();
            let mut wanted = vec![
                "From",
                "Message-ID",
                "In-Reply-To",
                "References",
                "Date",
                "Subject",
                "Auto-Submitted",
                "Content-Type",
                "Importance",
                "To",
                "MIME-Version",
                "Content-Transfer-Encoding",
            ];
            let mut names = names;
            names.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(names, wanted, "{hostile:?}:\n{headers}");
            assert!(!mail.replace("\r\n", "").contains(['\r', '\n', '\0']), "{hostile:?}");
        }
    }

    #[test]
    fn whatever_the_configuration_takes_for_a_mailbox_can_be_written_to() {
        for text in
            ["desk@localhost", "a.b+c@xn--report.az", "o'brien/x=y@a-b.example", "A.Very_Long%Name <d@e.example>"]
        {
            let written = mailbox(&Mailbox::parse(text).unwrap()).unwrap();
            assert!(text.contains(&written.email.to_string()), "{text}: {written}");
        }
    }
}
