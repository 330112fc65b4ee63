//! What somebody else does to the page, whatever it wears: quiet on special days must not be deafness.

use crate::dress::{Dress, Headlines};
use crate::outlets::Identity;

/// An attack, worked into a dress.
pub(crate) type Attack = (&'static str, fn(&Identity, Dress) -> Dress);

/// Asked only where headlines are headings: plain links are not compared with each other.
pub(crate) const ONE_MESSAGE: &str = "one message in all headlines";

pub(crate) const ALL: [Attack; 10] = [
    ("a cover", |_, dress| Dress {
        above: format!(
            "<div style=\"position:fixed;inset:0;z-index:99999\"><img src=\"/uploads/x.jpg\"></div>{}",
            dress.above
        ),
        ..dress
    }),
    ("a cover with words at the end", |id, dress| Dress {
        tail: format!(
            "{}<div style=\"position:fixed;top:0;left:0;width:100vw;height:100vh;background:#000\"><h1>{}</h1></div>",
            dress.tail, id.tongue.message
        ),
        ..dress
    }),
    ("a message in the title", |id, dress| Dress { title: Some(id.tongue.message.to_owned()), ..dress }),
    ("a stranger's script at the end", |_, dress| Dress {
        tail: format!("{}<script src=\"https://evil.example/x.js\"></script>", dress.tail),
        ..dress
    }),
    ("a stranger's hidden frame", |_, dress| Dress {
        tail: format!("{}<iframe src=\"https://evil.example/\" width=\"1\" height=\"1\"></iframe>", dress.tail),
        ..dress
    }),
    ("a script that rewrites the document", |_, dress| Dress {
        tail: format!("{}<script>document.documentElement.innerHTML=atob('PGgxPng8L2gxPg==')</script>", dress.tail),
        ..dress
    }),
    (ONE_MESSAGE, |id, dress| Dress { headlines: Headlines::All(id.tongue.message.to_owned()), ..dress }),
    ("another logo of its own host, and a message above it", |id, dress| Dress {
        logo: Some("/uploads/2025/emblem.png".to_owned()),
        above: format!("<h2>{}</h2>{}", id.tongue.message, dress.above),
        ..dress
    }),
    ("a claim above the page", |_, dress| Dress {
        above: format!("<h1>Hacked by nobody</h1>{}", dress.above),
        ..dress
    }),
    ("the page wiped", |id, dress| Dress { wiped: true, masthead: format!("<p>{}</p>", id.tongue.message), ..dress }),
];
