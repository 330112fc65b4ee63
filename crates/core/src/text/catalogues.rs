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

/// The language that every sentence is there in.
pub(super) const ENGLISH: Language = Language {
    tag: "en",
    catalogues: &[
        ("add.ftl", include_str!("en/add.ftl")),
        ("admin.ftl", include_str!("en/admin.ftl")),
        ("alerts.ftl", include_str!("en/alerts.ftl")),
        ("articles.ftl", include_str!("en/articles.ftl")),
        ("baseline.ftl", include_str!("en/baseline.ftl")),
        ("cli.ftl", include_str!("en/cli.ftl")),
        ("desktop.ftl", include_str!("en/desktop.ftl")),
        ("dns.ftl", include_str!("en/dns.ftl")),
        ("report.ftl", include_str!("en/report.ftl")),
        ("signals.ftl", include_str!("en/signals.ftl")),
        ("tls.ftl", include_str!("en/tls.ftl")),
        ("words.ftl", include_str!("en/words.ftl")),
    ],
    window: include_str!("en/window.ftl"),
};

/// Every language that there is.
pub(super) const LANGUAGES: &[Language] = &[ENGLISH];
