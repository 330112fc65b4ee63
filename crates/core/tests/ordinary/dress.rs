//! What an outlet's page wears on a special day, wherever its layout has the place for it.

/// The headlines of a page.
#[derive(Clone, Default)]
pub(crate) enum Headlines {
    /// The stories' own.
    #[default]
    Own,
    /// These in some places, the stories' own elsewhere.
    Some(Vec<String>),
    /// This one in all.
    All(String),
}

/// What is added to a page or changed on it. Empty: an ordinary day.
#[derive(Clone, Default)]
pub(crate) struct Dress {
    /// More attributes of the root.
    pub root: String,
    /// Last in the head.
    pub head: String,
    /// More attributes of the body.
    pub body: String,
    /// Above the masthead.
    pub above: String,
    /// In the masthead, after the logo.
    pub masthead: String,
    /// More sections: their addresses and names.
    pub sections: Vec<(String, String)>,
    /// Above the stories.
    pub lead: String,
    /// After the third story.
    pub among: String,
    /// Beside or after the stories.
    pub aside: String,
    /// In the footer.
    pub foot: String,
    /// Last in the body.
    pub tail: String,
    /// Another address of the logo.
    pub logo: Option<String>,
    /// Another title.
    pub title: Option<String>,
    pub headlines: Headlines,
    /// So many stories fewer.
    pub fewer: usize,
    /// The other of two variants that are tried out.
    pub variant: bool,
    /// The layout after a redesign.
    pub redesigned: bool,
    /// Nothing below the masthead.
    pub wiped: bool,
}
