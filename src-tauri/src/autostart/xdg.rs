//! The desktop's autostart entry, by the freedesktop Autostart and Desktop Entry specifications.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use directories::BaseDirs;
use frontwatch_core::text::{Message, errors};

use super::Entry;

impl Entry {
    /// Whether this very program starts at login; none where there is no home directory.
    pub(crate) fn is_on(&self) -> Option<bool> {
        // An entry for a program that was moved, or with other words, starts something else.
        Some(std::fs::read_to_string(self.file()?).is_ok_and(|text| text == self.text()))
    }

    /// Chooses whether it does.
    ///
    /// # Errors
    /// The entry can't be written or removed; the message is the system's reason, with the file.
    pub(crate) fn set(&self, on: bool) -> Result<(), Message> {
        let homeless = || Message::new("autostart-homeless");
        let file = self.file().ok_or_else(homeless)?;
        let failed = |error: std::io::Error| {
            let why = errors::system(&error).into();
            Message::new("autostart-file").own("file", file.display()).with("why", why)
        };
        if on {
            let folder = file.parent().ok_or_else(homeless)?;
            std::fs::create_dir_all(folder).map_err(failed)?;
            let mut new = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
            new.write_all(self.text().as_bytes()).map_err(failed)?;
            new.persist(&file).map_err(|error| failed(error.error))?;
            return Ok(());
        }
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(error)),
            _ => Ok(()),
        }
    }

    fn file(&self) -> Option<PathBuf> {
        Some(BaseDirs::new()?.config_dir().join("autostart").join(&self.name).with_extension("desktop"))
    }

    fn text(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|word| quoted(word)).collect();
        let mut text = "[Desktop Entry]\nType=Application\nVersion=1.5\nName=Frontwatch\n".to_owned();
        text.push_str("Comment=Watches your outlets' front pages\nTerminal=false\nX-GNOME-Autostart-enabled=true\n");
        // Writing into a string does not fail.
        let _ = writeln!(text, "Exec={}", words.join(" "));
        text
    }
}

/// A word of `Exec`: in quotes, where four characters have a meaning; `%` begins a field code; and as in every text of an
/// entry a backslash stands for itself only when it is doubled.
fn quoted(word: &str) -> String {
    let mut quoted = "\"".to_owned();
    for c in word.chars() {
        match c {
            '"' | '`' | '$' | '\\' => quoted.extend(['\\', c]),
            '%' => quoted.push_str("%%"),
            '\n' => quoted.push_str("\\n"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted.replace('\\', "\\\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_as_the_specification_says() {
        for (word, expected) in [
            ("/usr/bin/frontwatch-desktop", "\"/usr/bin/frontwatch-desktop\""),
            ("/home/a b/fw.toml", "\"/home/a b/fw.toml\""),
            ("100%", "\"100%%\""),
            ("a\"b", "\"a\\\\\"b\""),
            ("$HOME", "\"\\\\$HOME\""),
            ("a\\b", "\"a\\\\\\\\b\""),
        ] {
            assert_eq!(quoted(word), expected, "{word}");
        }
    }

    #[test]
    fn an_entry_starts_the_program_hidden_with_its_files() {
        let words = ["/opt/fw", "--hidden", "--data", "/data"].map(str::to_owned).to_vec();
        let text = Entry { name: "frontwatch".to_owned(), words }.text();
        assert!(text.starts_with("[Desktop Entry]\n"), "{text}");
        assert!(text.ends_with("Exec=\"/opt/fw\" \"--hidden\" \"--data\" \"/data\"\n"), "{text}");
    }
}
