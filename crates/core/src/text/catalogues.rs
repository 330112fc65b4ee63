//! The catalogues, part of the program: a missing file can never leave it speechless.

/// A language with its catalogues.
pub(super) struct Language {
    /// Its primary subtag (BCP 47).
    pub(super) tag: &'static str,
    /// Fluent texts by the names of their files.
    pub(super) catalogues: &'static [(&'static str, &'static str)],
    /// The window's own words, which the window says itself.
    pub(super) window: &'static str,
}

/// The catalogues of the language that has its folder by this name.
macro_rules! language {
    ($tag:literal: $($file:literal)+) => {
        Language {
            tag: $tag,
            catalogues: &[$(($file, include_str!(concat!($tag, "/", $file)))),+],
            window: include_str!(concat!($tag, "/window.ftl")),
        }
    };
    ($tag:literal) => {
        language!($tag:
            "add.ftl" "admin.ftl" "alerts.ftl" "articles.ftl" "backup.ftl" "baseline.ftl" "cli.ftl" "config.ftl" "desktop.ftl"
            "dns.ftl" "doctor.ftl" "errors.ftl" "evidence.ftl" "report.ftl" "signals.ftl" "terminal.ftl" "tls.ftl"
            "words.ftl"
        )
    };
}

/// The language that every sentence is there in.
pub(super) const ENGLISH: Language = language!("en");

/// Every language that there is, English first.
pub(super) const LANGUAGES: &[Language] = &[ENGLISH, language!("az"), language!("ru"), language!("tr")];
