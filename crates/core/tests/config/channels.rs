//! Where alerts go besides the desktop.

use frontwatch_core::channel::{Channel, ChannelId, Email, MailServer, Mailbox, Security, Template, Webhook};
use frontwatch_core::verdict::Severity;

use super::{read, url};

/// The examples of the user guide.
const EXAMPLE: &str = r#"
[[webhook]]
name = "chat"
url = "https://chat.example/hooks/x"
template = '{"text": {{text}}}'
least = "critical"
credential = "chat-hook"

[[webhook]]
name = "here"
url = "http://127.0.0.1:8080/alerts"

[[email]]
name = "desk"
server = "smtp.example:465"
from = "Frontwatch <watch@report.example>"
to = ["desk@report.example", "Night <night@report.example>"]
credential = "desk-smtp"
least = "critical"

[[email]]
name = "chat"
server = "[::1]:1025"
from = "watch@report.example"
to = "desk@report.example"
"#;

fn mailbox(text: &str) -> Mailbox {
    Mailbox::parse(text).expect("a test's mailbox is right")
}

#[test]
fn webhooks_and_mail_are_read_with_their_defaults() {
    let channels = read(EXAMPLE).channels;
    let server = |text| MailServer::parse(text).expect("a test's server is right");
    let expected = [
        Channel::Webhook(Webhook {
            name: "chat".to_owned(),
            url: url("https://chat.example/hooks/x"),
            template: Some(Template::parse(r#"{"text": {{text}}}"#).expect("it is one")),
            least: Severity::Critical,
            credential: Some("chat-hook".to_owned()),
        }),
        Channel::Webhook(Webhook {
            name: "here".to_owned(),
            url: url("http://127.0.0.1:8080/alerts"),
            template: None,
            least: Severity::Warning,
            credential: None,
        }),
        Channel::Email(Email {
            name: "desk".to_owned(),
            server: server("smtp.example:465"),
            from: mailbox("Frontwatch <watch@report.example>"),
            to: vec![mailbox("desk@report.example"), mailbox("Night <night@report.example>")],
            least: Severity::Critical,
            credential: Some("desk-smtp".to_owned()),
        }),
        Channel::Email(Email {
            name: "chat".to_owned(),
            server: server("[::1]:1025"),
            from: mailbox("watch@report.example"),
            to: vec![mailbox("desk@report.example")],
            least: Severity::Warning,
            credential: None,
        }),
    ];
    assert_eq!(channels, expected);
    let origins: Vec<String> = channels.iter().map(Channel::origin).collect();
    assert_eq!(
        origins,
        ["https://chat.example", "http://127.0.0.1:8080", "smtp://smtp.example:465", "smtp://[::1]:1025"]
    );
    let ids: Vec<ChannelId> = channels.iter().map(Channel::id).collect();
    assert_eq!(
        ids.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["webhook:chat", "webhook:here", "email:desk", "email:chat"]
    );
}

#[test]
fn nothing_leaves_this_computer_in_the_clear() {
    for (host, allowed) in [
        ("127.0.0.1", true),
        ("[::1]", true),
        ("localhost", true),
        ("192.168.0.1", false),
        ("chat.example", false),
        ("localhost.example", false),
    ] {
        let webhook = format!("[[webhook]]\nname = \"a\"\nurl = \"http://{host}:8080/\"\n");
        assert_eq!(frontwatch_core::config::parse(&webhook).is_ok(), allowed, "{host}");
        let server = MailServer::parse(&format!("{host}:25")).expect("a server");
        assert_eq!(server.security() == Security::Plain, allowed, "{host}");
    }
}
