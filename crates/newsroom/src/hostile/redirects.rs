//! Redirects that go in circles, on for ever, to other schemes, and into networks that are none of the public's.

use std::io;
use std::time::Duration;

use super::family;
use super::wire::{Wire, answer};

family! {
    /// Where a redirect leads.
    Redirect {
        /// To itself.
        Loop = "redirect-loop",
        /// From one to another and back.
        Circle = "redirect-circle",
        /// On to one more, for ever.
        Chain = "redirect-chain",
        /// On to one more, each after most of a second.
        SlowChain = "redirect-slow-chain",
        /// To a file of the visitor's computer.
        File = "redirect-file",
        /// To a page within the address.
        Data = "redirect-data",
        /// To code.
        JavaScript = "redirect-javascript",
        /// To another protocol.
        Ftp = "redirect-ftp",
        /// To an address with a password.
        Password = "redirect-password",
        /// To nowhere.
        Nowhere = "redirect-nowhere",
        /// To two places at once.
        Two = "redirect-two-targets",
        /// From a public site to the visitor's own computer.
        Loopback = "redirect-loopback",
        /// The same by its name.
        Localhost = "redirect-localhost",
        /// The same as one number.
        Number = "redirect-number",
        /// The same in IPv6.
        Mapped = "redirect-mapped",
        /// From a public site into a private network.
        Private = "redirect-private",
        /// From a public site to where clouds keep their secrets.
        Metadata = "redirect-metadata",
    }
}

impl Redirect {
    /// Whether it starts from a public address, which is reached through a proxy.
    pub(super) const fn is_from_public(self) -> bool {
        use Redirect as R;
        matches!(self, R::Loopback | R::Localhost | R::Number | R::Mapped | R::Private | R::Metadata)
    }
}

/// Answers one request for `path`. What listens at `inside`, on this computer, must never be asked.
pub(super) async fn redirect(redirect: Redirect, wire: &mut impl Wire, path: &str, inside: u16) -> io::Result<()> {
    let turn = path.strip_prefix("/turn/").and_then(|n| n.parse::<u64>().ok()).unwrap_or(0);
    let on = format!("/turn/{}", turn.wrapping_add(1));
    let location = match redirect {
        Redirect::Loop => path.to_owned(),
        Redirect::Circle => if path == "/" { "/back" } else { "/" }.to_owned(),
        Redirect::Chain => on,
        Redirect::SlowChain => {
            tokio::time::sleep(Duration::from_millis(700)).await;
            on
        }
        Redirect::File => "file:///etc/passwd".to_owned(),
        Redirect::Data => "data:text/html,<title>The%20Paper</title><p>all%20is%20well".to_owned(),
        Redirect::JavaScript => "javascript:alert(document.domain)".to_owned(),
        Redirect::Ftp => format!("ftp://127.0.0.1:{inside}/"),
        Redirect::Password => format!("http://user:secret@127.0.0.1:{inside}/"),
        Redirect::Nowhere => return answer(wire, "302 Found", &[], b"moved").await,
        Redirect::Two => {
            let targets = [("Location", "/one"), ("Location", "/two")];
            return answer(wire, "302 Found", &targets, b"moved").await;
        }
        Redirect::Loopback => format!("http://127.0.0.1:{inside}/"),
        Redirect::Localhost => format!("http://localhost:{inside}/"),
        Redirect::Number => format!("http://2130706433:{inside}/"),
        Redirect::Mapped => format!("http://[::ffff:127.0.0.1]:{inside}/"),
        Redirect::Private => "http://192.168.1.1/admin".to_owned(),
        Redirect::Metadata => "http://169.254.169.254/latest/meta-data/".to_owned(),
    };
    answer(wire, "302 Found", &[("Location", &location)], b"moved").await
}
