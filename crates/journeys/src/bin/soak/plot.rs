//! A plot as an SVG file: panels below each other over one axis. Every axis begins at nothing, so that what is flat looks flat.

use std::fmt::Write as _;

const WIDTH: f64 = 860.0;
const PANEL: f64 = 130.0;
/// Between two panels: the title of the lower one.
const GAP: f64 = 34.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 44.0;
/// Of the lines, in turns: they can be told apart by whoever sees no red or no green.
const COLOURS: [&str; 3] = ["#0072b2", "#d55e00", "#009e73"];
/// About how many lines a grid has.
const GRID: f64 = 4.0;

/// Lines over one axis.
#[derive(Debug)]
pub(crate) struct Panel {
    /// What is shown, with its unit.
    pub(crate) title: String,
    /// The lines' names and points.
    pub(crate) lines: Vec<(&'static str, Vec<(f64, f64)>)>,
    /// The ends of a straight line through the first of them.
    pub(crate) trend: Option<((f64, f64), (f64, f64))>,
    /// What none of them may exceed.
    pub(crate) bound: Option<f64>,
}

/// A plot of these panels.
pub(crate) fn svg(title: &str, axis: &str, panels: &[Panel]) -> String {
    let height = TOP + panels.len() as f64 * (PANEL + GAP) + BOTTOM - GAP / 2.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" \
         font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"22\" font-size=\"15\">{}</text>\n",
        escaped(title)
    );
    let all = panels.iter().flat_map(|panel| &panel.lines).flat_map(|(_, points)| points);
    let most_x = all.map(|(x, _)| *x).fold(f64::MIN_POSITIVE, f64::max);
    for (place, panel) in panels.iter().enumerate() {
        let top = TOP + place as f64 * (PANEL + GAP) + GAP / 2.0;
        draw(&mut out, panel, top, most_x);
    }
    let base = height - BOTTOM + 2.0;
    let mut x = 0.0;
    while x <= most_x * 1.0001 {
        let at = across(x, most_x);
        let _ =
            writeln!(out, "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>", base + 8.0, number(x));
        x += step(most_x);
    }
    let _ = writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\n</svg>",
        WIDTH - RIGHT,
        base + 28.0,
        escaped(axis)
    );
    out
}

fn draw(out: &mut String, panel: &Panel, top: f64, most_x: f64) {
    let points = panel.lines.iter().flat_map(|(_, points)| points).map(|(_, y)| *y);
    let most = points.chain(panel.bound).fold(f64::MIN_POSITIVE, f64::max) * 1.08;
    let up = |y: f64| top + PANEL * (1.0 - y / most);
    let place = |(x, y): (f64, f64)| format!("{:.1},{:.1}", across(x, most_x), up(y));
    let _ = writeln!(
        out,
        "<text x=\"{LEFT}\" y=\"{:.1}\" font-weight=\"bold\">{}</text>",
        top - 7.0,
        escaped(&panel.title)
    );
    let mut y = 0.0;
    while y <= most {
        let at = up(y);
        let _ = writeln!(
            out,
            "<path d=\"M{LEFT} {at:.1}H{:.1}\" stroke=\"#ddd\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 6.0,
            at + 4.0,
            number(y)
        );
        y += step(most);
    }
    let straight = |out: &mut String, from, to, colour: &str| {
        let _ = writeln!(
            out,
            "<path d=\"M{}L{}\" stroke=\"{colour}\" stroke-dasharray=\"6 4\" fill=\"none\"/>",
            place(from),
            place(to)
        );
    };
    if let Some(bound) = panel.bound {
        straight(out, (0.0, bound), (most_x, bound), "#c00");
    }
    let mut legend = WIDTH - RIGHT;
    for ((name, points), colour) in panel.lines.iter().zip(COLOURS).rev() {
        let drawn: Vec<String> = points.iter().map(|point| place(*point)).collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" stroke=\"{colour}\" stroke-width=\"1.5\" fill=\"none\"/>",
            drawn.join(" ")
        );
        if panel.lines.len() > 1 {
            let _ = writeln!(
                out,
                "<text x=\"{legend:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{colour}\">{}</text>",
                top - 7.0,
                escaped(name)
            );
            legend -= 7.0 * name.len() as f64 + 16.0;
        }
    }
    if let Some((from, to)) = panel.trend {
        straight(out, from, to, "#000");
    }
}

fn across(x: f64, most: f64) -> f64 {
    LEFT + (WIDTH - LEFT - RIGHT) * x / most
}

/// Between two lines of a grid up to `most`: 1, 2 or 5 of some power of ten.
fn step(most: f64) -> f64 {
    let rough = most / GRID;
    let power = 10_f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| power * times >= rough * 0.8).unwrap_or(10.0);
    power * times
}

/// As a person writes it.
fn number(value: f64) -> String {
    if value >= 1e6 {
        format!("{} million", (value / 1e4).round() / 100.0)
    } else if value >= 1e4 {
        format!("{},{:03}", (value / 1e3).floor(), value % 1e3)
    } else {
        format!("{}", (value * 1000.0).round() / 1000.0)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_has_round_numbers_and_not_many() {
        for (most, expected) in [(1.0, 0.2), (7.0, 2.0), (120.0, 50.0), (1_000_000.0, 200_000.0), (0.03, 0.01)] {
            assert!((step(most) / expected - 1.0).abs() < 1e-9, "{most}: {}", step(most));
        }
    }

    #[test]
    fn a_plot_holds_each_line_and_what_it_is_called() {
        let lines = vec![("one", vec![(0.0, 1.0), (10.0, 2.0)]), ("<two>", vec![(0.0, 3.0), (10.0, 3.0)])];
        let panel = Panel { title: "MiB".to_owned(), lines, trend: Some(((0.0, 1.0), (10.0, 2.0))), bound: Some(4.0) };
        let drawn = svg("a run & more", "hours", &[panel]);
        assert_eq!((drawn.matches("<polyline").count(), drawn.matches("stroke-dasharray").count()), (2, 2));
        assert!(
            drawn.contains("a run &amp; more") && drawn.contains("&lt;two>") && drawn.ends_with("</svg>\n"),
            "{drawn}"
        );
    }
}
