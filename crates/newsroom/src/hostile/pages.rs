//! Pages that are made to be read badly: in a character set that lies, with bytes that are no letters, with more markup than a
//! reader would ever see.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::wire::HTML;
use super::{family, ordinary};

family! {
    /// What a page is made of.
    Page {
        /// A character set that nobody knows.
        UnknownCharset = "charset-unknown",
        /// UTF-16 is said of a page that is not.
        LyingCharset = "charset-lying",
        /// A character set of which browsers show nothing at all.
        ReplacedCharset = "charset-replaced",
        /// Code in UTF-7, which was filtered as text.
        Utf7 = "charset-utf-7",
        /// 256 kB that are no UTF-8, though it is said that they are.
        Invalid = "charset-invalid",
        /// 9 MiB of a character set in which a byte is a letter that takes three in UTF-8.
        Wide = "charset-wide",
        /// NULs between all letters.
        Nuls = "nuls",
        /// 2 MiB of NULs.
        OnlyNuls = "only-nuls",
        /// 50 MB of nested tags.
        Nested = "nested-tags-50",
        /// The same, small on the wire.
        NestedPacked = "nested-tags-50-packed",
        /// A megabyte of nested tags.
        NestedRead = "nested-tags",
        /// A million attributes.
        Attributes = "million-attributes",
        /// One attribute of 9 MiB.
        Attribute = "endless-attribute",
        /// 2 MiB of script.
        Script = "endless-script",
        /// 2 MiB of rules of style, each of which covers the page.
        Style = "endless-style",
        /// 9 MiB of text without markup.
        Text = "endless-text",
        /// A title that is markup, script, control characters and a command of SQL.
        Injection = "injected-title",
        /// Words of template languages in the title and the text.
        Template = "template-title",
    }
}

/// As much as is sent of what is to be read: below ten MiB, above which nothing is.
const NINE: usize = 9 * 1024 * 1024;

/// A body with its type and its coding.
pub(super) struct Made {
    pub(super) body: Vec<u8>,
    pub(super) media: &'static str,
    pub(super) coding: Option<&'static str>,
}

/// Text where every word is markup, code or a command to somebody.
pub(super) const INJECTED: &str = "</title><script>document.title='owned'</script><img src=x onerror=alert(1)>\
    \u{202e}\u{1b}[31m\u{0}'); DROP TABLE incident; -- <b id=owned>Hacked";
/// What a template language would work out to 49.
pub(super) const TEMPLATE: &str = "Hacked {{7*7}} ${7*7} <%= 7*7 %> #{7*7} {% include '/etc/passwd' %} %s%n";

/// Makes it. Takes a second for the large ones in a debug build.
pub(super) fn made(page: Page) -> io::Result<Made> {
    let plain = |body: Vec<u8>| Made { body, media: HTML, coding: None };
    let within = |text: &str| {
        let ordinary = ordinary::page();
        plain(ordinary.replacen("</body>", &format!("{text}</body>"), 1).into_bytes())
    };
    let fifty = || "<div>".repeat(10_000_000);
    Ok(match page {
        Page::UnknownCharset => {
            Made { media: "text/html; charset=x-lies\"'><script>", ..plain(ordinary::page().into_bytes()) }
        }
        Page::LyingCharset => Made { media: "text/html; charset=utf-16le", ..plain(ordinary::page().into_bytes()) },
        Page::ReplacedCharset => {
            Made { media: "text/html; charset=iso-2022-kr", ..plain(ordinary::page().into_bytes()) }
        }
        Page::Utf7 => {
            let code = "+ADw-script src=//evil.example/x.js+AD4-+ADw-/script+AD4-";
            Made { media: "text/html; charset=utf-7", ..within(code) }
        }
        Page::Invalid => plain([ordinary::page().into_bytes(), vec![0xff; 1 << 18]].concat()),
        Page::Wide => {
            let page = [&b"<title>x</title><p>"[..], &vec![0x80; NINE]].concat();
            Made { media: "text/html; charset=windows-1252", ..plain(page) }
        }
        Page::Nuls => plain(ordinary::page().bytes().flat_map(|byte| [byte, 0]).collect()),
        Page::OnlyNuls => plain(vec![0; 2 << 20]),
        Page::Nested => plain(fifty().into_bytes()),
        Page::NestedPacked => {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
            gzip.write_all(fifty().as_bytes())?;
            Made { coding: Some("gzip"), ..plain(gzip.finish()?) }
        }
        Page::NestedRead => within(&"<div>".repeat((1 << 20) / 5)),
        Page::Attributes => {
            let mut tag = String::with_capacity(NINE);
            for n in 0..1_000_000 {
                let _ = write!(tag, " a{n:x}=1");
            }
            within(&format!("<p{tag}>"))
        }
        Page::Attribute => within(&format!("<img alt=x src=\"{}\">", "a/".repeat(NINE / 2))),
        Page::Script => within(&format!("<script>{}</script>", "var a='//x.example/';".repeat((2 << 20) / 21))),
        Page::Style => within(&format!("<style>{}</style>", ".a{position:fixed;inset:0}".repeat((2 << 20) / 26))),
        Page::Text => within(&"word ".repeat(NINE / 5)),
        Page::Injection => plain(titled(INJECTED).into_bytes()),
        Page::Template => plain(titled(TEMPLATE).into_bytes()),
    })
}

fn titled(title: &str) -> String {
    let ordinary = ordinary::page();
    ordinary.replacen(ordinary::TITLE, title, 1).replacen("<h1>", &format!("<h1>{title} "), 1)
}
