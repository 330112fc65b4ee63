//! Front pages of any size, made up, in three ordinary shapes. No two cards are alike, as on real pages: what is worked out once for each combination must pay for itself here too.

use std::fmt::Write as _;

/// What a page is mostly made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Long texts, half of them not in ASCII.
    Text,
    /// Nested boxes, icons as vector graphics, many attributes.
    Markup,
    /// Inline code and data.
    Script,
}

/// Words in English, Azerbaijani, Russian and Turkish.
const WORDS: [&str; 32] = [
    "parliament",
    "harvest",
    "the",
    "bridge",
    "of",
    "festival",
    "railway",
    "and",
    "budget",
    "school",
    "in",
    "museum",
    "müzakirə",
    "şəhər",
    "ölkə",
    "nazirlik",
    "və",
    "görüş",
    "bildirib",
    "üçün",
    "правительство",
    "город",
    "в",
    "заявил",
    "выставка",
    "на",
    "железная",
    "güvenlik",
    "açıklama",
    "için",
    "yağış",
    "ekonomi",
];

/// Numbers that only look random, the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn words(&mut self, count: usize, out: &mut String) {
        for n in 0..count {
            if n > 0 {
                out.push(' ');
            }
            // Three languages of four are not English; a run of words is of one.
            let language = self.roll(4) * 8;
            out.push_str(WORDS[language + self.roll(8)]);
        }
    }
}

/// A page of about `size` bytes, at its `n`th look.
pub(crate) fn page(shape: Shape, size: usize, n: usize) -> String {
    let mut dice = Dice(17 + n as u64 / 4);
    let mut page = String::with_capacity(size + 8192);
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"az\"><head><meta charset=\"utf-8\"><title>Outlet Daily — xəbərlər</title>\n\
         <link rel=\"canonical\" href=\"https://outlet.example/\"><meta property=\"og:site_name\" content=\"Outlet Daily\">\n\
         <link rel=\"stylesheet\" href=\"/css/site.css?v={n}\"><script src=\"/js/site.js?v={n}\"></script>\n\
         <style>.top{{display:flex}} .menu li{{margin:0;padding:4px 8px}} .modal{{position:fixed;inset:0;display:none}}</style>\n\
         <script>window.dataLayer=window.dataLayer||[];dataLayer.push({{page:'front',token:'{n}a7'}});</script></head>\n\
         <body class=\"front home-page\"><header class=\"top\"><a href=\"/\"><img class=\"logo\" src=\"/img/logo.svg\" alt=\"Outlet Daily\"></a></header>\n\
         <main class=\"stories\">\n"
    );
    let mut story = 10_000 + n;
    while page.len() < size {
        story += 1;
        card(shape, story, &mut dice, &mut page);
    }
    page.push_str("</main>\n<footer class=\"foot\"><p>Outlet Daily, founded 1921.</p></footer></body></html>\n");
    page
}

fn card(shape: Shape, story: usize, dice: &mut Dice, page: &mut String) {
    let section = ["politics", "economy", "world", "culture", "sports"][dice.roll(5)];
    let (size, tone) = (["s", "m", "l"][dice.roll(3)], dice.roll(40));
    let _ = write!(
        page,
        "  <article class=\"card card--{size} tone-{tone} {section}\" data-id=\"{story}\">\n    <a class=\"card__link\" href=\"/{section}/{story}-{tone}.html\">\n      \
         <img class=\"thumb thumb--{size}\" src=\"https://img.outlet.example/{tone}/{story}.jpg\" alt=\"\" width=\"300\" height=\"200\" loading=\"lazy\">\n      <h2 class=\"card__title\">"
    );
    dice.words(8, page);
    page.push_str("</h2>\n    </a>\n    <p class=\"lead\">");
    let length = if shape == Shape::Text { 90 } else { 18 };
    dice.words(length, page);
    let _ = write!(page, "</p>\n    <span class=\"time\">12:{:02}</span>\n", story % 60);
    match shape {
        Shape::Text => {}
        Shape::Markup => {
            for icon in 0..4 + dice.roll(4) {
                let (a, b) = (dice.roll(24), dice.roll(24));
                let _ = write!(
                    page,
                    "    <div class=\"bar bar-{icon}\"><div class=\"bar__cell u-flex u-mt-{a}\" style=\"width:{b}%;margin-top:{a}px\">\
                     <button type=\"button\" class=\"btn btn--icon js-share\" data-share=\"net-{icon}\" data-url=\"/{section}/{story}\" aria-label=\"share\" onclick=\"share({story})\">\
                     <svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\"><path d=\"M{a} {b}a2 2 0 0 1 2-2h{b}l{a}.5 7v9z\" stroke=\"currentColor\"/><use xlink:href=\"#i-{icon}\"/></svg></button>\
                     <a class=\"tag tag-{a}\" href=\"/tag/{a}-{b}\">"
                );
                dice.words(1, page);
                page.push_str("</a></div></div>\n");
            }
        }
        Shape::Script => {
            let _ = write!(
                page,
                "    <script>(window.cards=window.cards||[]).push({{\"id\":{story},\"section\":\"{section}\",\"items\":["
            );
            for item in 0..10 + dice.roll(10) {
                let _ = write!(
                    page,
                    "{{\"key\":\"{:08x}\",\"url\":\"https:\\/\\/img.outlet.example\\/{story}\\/{item}.jpg\",\"text\":\"",
                    dice.roll(1 << 30)
                );
                dice.words(5, page);
                page.push_str("\"},");
            }
            let _ = writeln!(
                page,
                "]}});function show{tone}(event){{var target=event.target||document.body;if(target.dataset.id=={story}){{target.classList.toggle('open')}}}}</script>"
            );
        }
    }
    page.push_str("  </article>\n");
}
