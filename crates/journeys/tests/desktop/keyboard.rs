//! By the keyboard alone, in the real window: from the first run to an alarm that somebody has, with a question answered no
//! on the way. At every stop it can be seen where one is.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use frontwatch_journeys::{Key, Paper, Window, wait_until};
use frontwatch_newsroom::Attack;

use crate::desk::{Desk, OFTEN, SOON, count, focused, learned, picture};

/// The longest that the window may take to scroll to where the keyboard is, on a busy machine.
const MOMENT: Duration = SOON;
/// The most stops before something.
const STOPS: usize = 80;

#[test]
fn letters_are_drawn_at_twice_their_size_and_as_before_again() -> Result<()> {
    let desk = Desk::bare()?;
    let window = desk.window()?;
    window.text("#welcome #address")?;
    // How many of its own lengths the window is wide, and what hangs out of it.
    let measures = || -> Result<(i64, i64)> {
        let of = "return [innerWidth, document.documentElement.scrollWidth - innerWidth]";
        let found = window.script(of)?;
        let at = |place: usize| found[place].as_i64().with_context(|| format!("{found}"));
        Ok((at(0)?, at(1)?))
    };
    let (before, _) = measures()?;
    for _ in 0..5 {
        window.press_with_control('=')?;
    }
    wait_until("it is drawn twice as large", SOON, || Ok(((measures()?.0 * 2 - before).abs() <= 2).then_some(())))
        .with_context(|| format!("{before} and then {:?}", measures()))?;
    ensure!(measures()?.1 <= 0, "it hangs out of the window: {:?}", measures()?);
    window.picture(&picture("twice-as-large")?)?;
    window.press_with_control('0')?;
    wait_until("it is as before", SOON, || Ok((measures()?.0 == before).then_some(())))
}

#[test]
fn the_keyboard_alone_leads_from_the_first_run_to_an_alarm_that_somebody_has() -> Result<()> {
    let (desk, paper) = (Desk::new(OFTEN)?, Paper::open()?);
    let window = desk.window()?;
    window.text("#welcome #address")?;
    count(&window, "mousedown")?;

    // The first outlet.
    window.type_text(paper.outlet(0)?.homepage.as_str())?;
    window.press(Key::Enter)?;
    wait_until("the yes has the keyboard", SOON, || Ok((focused(&window)? == "watch-it").then_some(())))?;
    seen(&window)?;
    window.press(Key::Enter)?;
    window.text("#first-run")?;
    go_and_press(&window, "[data-action=first-end]")?;
    wait_until("the first run is skipped", SOON, || Ok((!window.exists("#first-run")?).then_some(())))?;
    learned(&window, 1, || paper.publish())?;

    // The pages.
    for page in ["outlets", "history", "settings", "now"] {
        go_and_press(&window, &format!("[data-nav={page}]"))?;
        let there = "return document.activeElement?.closest('main, #top') !== null \
                     && document.querySelector('[data-nav][aria-current]')?.dataset.nav";
        wait_until(page, SOON, || Ok((window.script(there)? == page).then_some(())))?;
    }

    // An alarm: its card is closed and opened, a question answered no, and it is taken.
    paper.attack(0, Attack::Cover)?;
    window.wait_for_text("article[data-state=open]", "covers the front page", SOON)?;
    let heading = "article[data-anomaly] h3 button";
    let expanded = |is: &str| -> Result<()> {
        let css = format!("{heading}[aria-expanded={is}]");
        wait_until(&css, SOON, || Ok(window.exists(&css)?.then_some(())))
    };
    go_and_press(&window, heading)?;
    expanded("false")?;
    window.type_text(" ")?;
    expanded("true")?;
    go_and_press(&window, "[data-action=approve]")?;
    window.text("dialog[data-question=approve]")?;
    assert_eq!(focused(&window)?, "approve-no");
    seen(&window)?;
    window.picture(&picture("by-keyboard")?)?;
    for _ in 0..4 {
        window.press(Key::Tab)?;
        // Between the last stop and the first, the window itself has it.
        let behind = "const at = document.activeElement; \
                      return at?.closest('dialog') || !at?.closest('body > *') ? '' : at.outerHTML";
        assert_eq!(window.script(behind)?, "", "the keyboard is behind the question");
    }
    window.press(Key::Escape)?;
    wait_until("the question is gone", SOON, || Ok((!window.exists("dialog")?).then_some(())))?;
    ensure!(window.exists("article[data-state=open]")?, "Escape is a no");
    go_and_press(&window, "[data-action=acknowledge]")?;
    window.text("article[data-state=acknowledged]")?;
    wait_until("the keyboard is at the card", SOON, || Ok(is_at(&window, heading)?.then_some(())))?;
    go_and_press(&window, "[data-action=everything]")?;
    window.text("#incident [data-capture]")?;
    go_and_press(&window, "[data-action=back]")?;
    window.text("#top")?;

    assert_eq!(window.script("return window.counted")?, 0, "nobody touched the mouse");
    Ok(())
}

/// Goes on until the keyboard is there, and presses it.
fn go_and_press(window: &Window, css: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..STOPS {
        if is_at(window, css)? {
            seen(window)?;
            return window.press(Key::Enter);
        }
        window.press(Key::Tab)?;
        seen(window)?;
        passed.push(focused(window)?);
    }
    bail!("the keyboard does not come to {css}; it was at {passed:?}")
}

fn is_at(window: &Window, css: &str) -> Result<bool> {
    Ok(window.script(&format!("return document.activeElement?.matches({css:?}) ?? false"))? == true)
}

/// Waits until it can be seen where the keyboard is: an outline of at least two pixels, within the window, which may have to
/// scroll there. A heading that was come to is what is read next, and has none.
fn seen(window: &Window) -> Result<()> {
    const UNSEEN: &str = "
        const at = document.activeElement;
        if (!at || at === document.body || at.tabIndex < 0) return '';
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const { top, bottom } = at.getBoundingClientRect();
        const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight;
        return seen ? '' : `${at.outerHTML.slice(0, 200)}, ${outlineWidth}, ${top} to ${bottom} of ${innerHeight}`;";
    wait_until("it can be seen where the keyboard is", MOMENT, || Ok((window.script(UNSEEN)? == "").then_some(())))
        .with_context(|| format!("{:?}", window.script(UNSEEN)))
}
