//! Drawings that ask for hours of work in a few kilobytes are known by their digest alone; logos are drawn.

use std::time::{Duration, Instant};

use frontwatch_core::parts::Picture;

/// The longest that reading one may take, in a slow build on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 64 64'>{inside}</svg>"
    )
}

#[test]
fn what_asks_for_hours_is_not_drawn() {
    let shape = "<path d='M0 0h64v64'/>";
    let long = format!("<path d='M0 0{}'/>", "L9 9 3 60 50 2".repeat(4000));
    // Each clip of the chain is used twenty times by the one before it.
    let link = |at: usize| {
        let uses = format!("<path clip-path='url(#c{})' d='M0 0h9v9'/>", at + 1).repeat(20);
        format!("<clipPath id='c{at}'>{uses}</clipPath>")
    };
    let chain = (0..7).map(link).collect::<Vec<_>>().concat();
    let filter =
        |step: &str| svg(&format!("<filter id='f'>{step}</filter><rect width='64' height='64' filter='url(#f)'/>"));
    let table = [
        ("a noise of many octaves", filter("<feTurbulence baseFrequency='.1' numOctaves='4000000000'/>")),
        ("a shape that spreads far", filter("<feMorphology operator='dilate' radius='10000000'/>")),
        ("a light", filter("<feDiffuseLighting><fePointLight/></feDiffuseLighting>")),
        ("filters without a name", svg(&"<rect width='64' height='64' filter='blur(9) blur(9)'/>".repeat(2000))),
        (
            "filters by a rule",
            svg(&format!("<style>rect{{filter:blur(9)}}</style>{}", "<rect width='64' height='64'/>".repeat(2000))),
        ),
        (
            "markers at each point of a line",
            svg(&format!(
                "<marker id='m'>{}</marker><path marker-mid='url(#m)' d='M0 0{}'/>",
                shape.repeat(2000),
                "h1".repeat(60_000)
            )),
        ),
        ("lines of a million dashes", svg(&"<path stroke='red' stroke-dasharray='.00004' d='M0 0h30'/>".repeat(3000))),
        (
            "one clip for many",
            svg(&format!(
                "<clipPath id='c'>{long}</clipPath>{}",
                "<path clip-path='url(#c)' d='M0 0h9v9'/>".repeat(3000)
            )),
        ),
        (
            "one mask for many",
            svg(&format!("<mask id='c'>{long}</mask>{}", "<path mask='url( \"#c\" )' d='M0 0h9v9'/>".repeat(3000))),
        ),
        (
            "one clip for all of a class",
            svg(&format!(
                "<style>.b,.a{{fill:red;clip-path:url(#c)}}</style><clipPath id='c'>{long}</clipPath>{}",
                "<path class='x a' d='M0 0h9v9'/>".repeat(3000)
            )),
        ),
        (
            "one clip for all elements",
            svg(&format!(
                "<style>*{{clip-path:url(#c)}}</style><clipPath id='c'>{long}</clipPath>{}",
                shape.repeat(3000)
            )),
        ),
        ("a chain of clips", svg(&format!("{chain}<path clip-path='url(#c0)' d='M0 0h9v9'/>"))),
        (
            "a clip of itself",
            svg(
                "<clipPath id='c'><path clip-path='url(#c)' d='M0 0h9v9'/></clipPath><path clip-path='url(#c)' d='M0 0h9v9'/>",
            ),
        ),
        (
            "gradients of many steps",
            svg(&format!(
                "<linearGradient id='g'>{}</linearGradient>{}",
                "<stop/>".repeat(3000),
                "<rect width='64' height='64' fill='url(#g)'/>".repeat(1500)
            )),
        ),
        (
            "rules for each element",
            svg(&format!("<style>{}</style>{}", "g g g .a{fill:red}".repeat(6000), "<b class='x'/>".repeat(4000))),
        ),
    ];
    for (what, text) in &table {
        let began = Instant::now();
        let picture = Picture::read_shown(text.as_bytes(), true);
        assert!(began.elapsed() < LONGEST, "{what}: {:?}", began.elapsed());
        let (picture, shown) = picture.unwrap();
        assert!(picture.print.is_none() && shown.is_none(), "{what} is drawn");
    }
    frontwatch_proof::proven!(
        "page",
        "a drawing that asks for hours",
        format!(
            "{} of them, in at most 256 kB each: none is drawn, each is known by its digest within {} s",
            table.len(),
            LONGEST.as_secs()
        ),
        "nothing"
    );
}

#[test]
fn logos_are_drawn() {
    let gradient = "<linearGradient id='g'><stop offset='0' stop-color='#fff'/><stop offset='1'/></linearGradient>";
    let clip = "<clipPath id='c'><circle class='n' cx='32' cy='32' r='30'/></clipPath>";
    let table = [
        svg(&format!(
            "<defs><style>.n{{fill:none}}.a{{fill:url(#g)}}.b{{clip-path:url(#c)}}</style>{clip}{gradient}</defs><g class='b'>{}</g>",
            "<rect class='a' x='9' width='40' height='64'/>".repeat(200)
        )),
        svg(&format!(
            "{clip}{gradient}<g clip-path='url(#c)'><path d='M9 9{}' fill='url(#g)' opacity='.5'/></g>",
            "l3 4-2 1".repeat(9000)
        )),
        svg(
            "<mask id='m'><rect width='30' height='64' fill='#fff'/></mask><g mask='url(#m)'><rect width='64' height='64'/></g>",
        ),
        svg(
            "<filter id='f'><feFlood flood-opacity='.5'/><feOffset dy='4'/><feGaussianBlur stdDeviation='2'/><feBlend in2='SourceGraphic'/></filter><g filter='url(#f)'><rect width='30' height='64'/></g>",
        ),
        svg("<symbol id='s'><path d='M0 0h30v60z'/></symbol><use xlink:href='#s'/><use href='#s' x='20'/>"),
    ];
    for text in table {
        let (picture, shown) = Picture::read_shown(text.as_bytes(), true).unwrap();
        assert!(picture.print.is_some() && shown.is_some(), "{}", &text[..200]);
    }
}
