//! What a look saw where it looked at no page: pointed values of a JSON document, a certificate chain, a host's names, a
//! story's main text.
//!
//! The engine hands such a look on as an answer like any other: its body is a document, so that it is captured, named by
//! its digest and judged as a page is. Reading one never fails, whatever the bytes. May not touch: baselines, verdicts.

pub mod chain;
pub mod closed;
pub mod names;
pub mod story;
pub mod values;

/// What a look saw besides a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Facts {
    /// Nothing: it looked at a page or a feed.
    #[default]
    Page,
    /// What stands at the pointers of a JSON endpoint.
    Values(values::Values),
    /// How something is closed that should be.
    Closed(closed::Way),
    /// A host's certificate chain.
    Chain(chain::Chain),
    /// A host's names.
    Names(names::Names),
    /// A published story.
    Story(Box<story::Story>),
}
