//! A story's own page.

use super::{footer, head, hour};
use crate::publish::Story;
use crate::roster::Identity;

/// The page of `story`. Its body follows from the story's number and never changes.
pub(crate) fn draw(identity: &Identity, base: &str, story: &Story) -> String {
    let Identity { name, lexicon, style, .. } = identity;
    let (p, headline, section) = (style.prefix, &story.headline, lexicon.sections[story.section]);
    let mut chance = fastrand::Rng::with_seed(identity.seed ^ u64::from(story.id));
    let body = (0..chance.usize(4..9))
        .map(|_| {
            let sentences: Vec<_> = (0..3).map(|_| lexicon.sentence(&mut chance)).collect();
            format!("<p>{}</p>\n", sentences.join(" "))
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{}</head>\n<body class=\"{p}-story\">\n<header class=\"{p}-masthead\"><a class=\"{p}-logo\" href=\"/\">\
         <img src=\"/img/logo.png\" width=\"160\" height=\"40\" alt=\"{name}\"></a></header>\n\
         <main><article><p><a href=\"/{}/\">{}</a></p>\n<h1>{headline}</h1>\n<p class=\"lead\">{}</p>\n\
         <time datetime=\"{}\">{}</time>\n<img src=\"/img/{}.png\" width=\"120\" height=\"80\" alt=\"\">\n{body}</article></main>\n{}",
        head(identity, base, &story.path(lexicon), &format!("{headline} — {name}")),
        section.slug,
        section.name,
        story.lead,
        story.at,
        hour(story.at),
        story.picture,
        footer(identity)
    )
}

/// A page for an address that leads nowhere, with status 404.
pub(crate) fn draw_not_found(identity: &Identity, base: &str) -> String {
    let (name, missing) = (&identity.name, identity.lexicon.ui.not_found);
    format!(
        "{}</head>\n<body>\n<main><h1>404</h1><p>{missing}</p><p><a href=\"/\">{name}</a></p></main>\n{}",
        head(identity, base, "/404", &format!("{missing} — {name}")),
        footer(identity)
    )
}
