//! What a script can do, and the words that show it.

use serde::{Deserialize, Serialize};

/// What a script does, as far as its text shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits(pub u32);

impl Traits {
    /// Turns text into other text: `atob`, `fromCharCode`, `unescape`…
    pub const DECODES: Self = Self(1);
    /// Runs text as code: `eval`, `Function`.
    pub const RUNS: Self = Self(1 << 1);
    /// Writes into the document: `document.write`, `innerHTML`.
    pub const WRITES: Self = Self(1 << 2);
    /// Replaces the whole document.
    pub const REPLACES: Self = Self(1 << 3);
    /// Sends the reader elsewhere.
    pub const REDIRECTS: Self = Self(1 << 4);
    /// Loads further scripts or frames.
    pub const LOADS: Self = Self(1 << 5);
    /// Reads what is typed into fields.
    pub const READS_FIELDS: Self = Self(1 << 6);
    /// Sends data off.
    pub const SENDS: Self = Self(1 << 7);
    /// Mines or computes in the background.
    pub const MINES: Self = Self(1 << 8);
    /// Was made unreadable: escapes, number lists, one long word.
    pub const PACKED: Self = Self(1 << 9);
    /// Pops up a message.
    pub const ALERTS: Self = Self(1 << 10);
    /// Makes style or hides elements.
    pub const STYLES: Self = Self(1 << 11);
    /// Hides or empties the page itself.
    pub const HIDES: Self = Self(1 << 13);
    /// Puts code in charge that stays when the page is left: a service worker.
    pub const STAYS: Self = Self(1 << 14);
    /// Goes through the page's headlines.
    pub const HEADLINES: Self = Self(1 << 15);
    /// Names payment: cards, checkout.
    pub const PAYMENT: Self = Self(1 << 12);

    /// Takes elements out of the page.
    pub const REMOVES: Self = Self(1 << 16);

    /// Goes through everything of another kind that the page shows: its links, its texts, its pictures.
    pub const EVERYTHING: Self = Self(1 << 17);

    /// What no script does by the by.
    pub const GRAVE: Self =
        Self::RUNS.and(Self::REPLACES).and(Self::MINES).and(Self::PACKED).and(Self::HIDES).and(Self::STAYS);

    /// Whether all of `other` are there.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is there.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Words that show what a script does. Where two begin at one place the longer counts.
pub(super) const WORDS: &[(&str, Traits)] = &[
    ("atob", Traits::DECODES),
    ("unescape", Traits::DECODES),
    ("fromCharCode", Traits::DECODES),
    ("charCodeAt", Traits::DECODES),
    ("decodeURIComponent", Traits::DECODES),
    ("decodeURI(", Traits::DECODES),
    ("TextDecoder", Traits::DECODES),
    (".reverse()", Traits::DECODES),
    ("toString(36)", Traits::DECODES),
    ("eval(", Traits::RUNS),
    ("eval\"]", Traits::RUNS),
    ("eval']", Traits::RUNS),
    ("'eval'", Traits::RUNS),
    ("\"eval\"", Traits::RUNS),
    ("new Function", Traits::RUNS),
    ("execScript", Traits::RUNS),
    ("Function(", Traits::RUNS),
    ("setTimeout(\"", Traits::RUNS),
    ("setTimeout('", Traits::RUNS),
    ("setInterval(\"", Traits::RUNS),
    ("setInterval('", Traits::RUNS),
    ("[\"constructor\"]", Traits::RUNS),
    ("['constructor']", Traits::RUNS),
    ("split('').reverse", Traits::DECODES),
    ("split(\"\").reverse", Traits::DECODES),
    ("speechSynthesis", Traits::ALERTS),
    (".constructor(", Traits::RUNS),
    ("document.write(", Traits::WRITES),
    ("document.writeln(", Traits::WRITES),
    ("innerHTML", Traits::WRITES),
    ("outerHTML", Traits::WRITES),
    ("insertAdjacentHTML", Traits::WRITES),
    ("documentElement.innerHTML", Traits::REPLACES),
    ("documentElement.outerHTML", Traits::REPLACES),
    ("document.body.innerHTML", Traits::REPLACES),
    ("document.body.outerHTML", Traits::REPLACES),
    ("document.open(", Traits::REPLACES),
    ("body.replaceChildren", Traits::REPLACES),
    ("documentElement.replaceWith", Traits::REPLACES),
    ("document.replaceChildren", Traits::REPLACES),
    ("documentElement.remove(", Traits::REPLACES),
    ("document.body.remove(", Traits::REPLACES),
    ("document.write(atob", Traits::REPLACES),
    ("document.write(unescape", Traits::REPLACES),
    ("document.body.textContent", Traits::REPLACES),
    ("document.body.innerText", Traits::REPLACES),
    ("document.body.replaceWith", Traits::REPLACES),
    ("document.body.attachShadow", Traits::REPLACES),
    (".remove()", Traits::REMOVES),
    (".replaceWith(", Traits::REMOVES),
    ("outerHTML=''", Traits::REMOVES),
    ("outerHTML=\"\"", Traits::REMOVES),
    ("removeChild(", Traits::REMOVES),
    ("body.firstChild.remove(", Traits::REPLACES),
    ("body.firstElementChild.remove(", Traits::REPLACES),
    ("textContent=", Traits::WRITES),
    ("textContent =", Traits::WRITES),
    ("innerText=", Traits::WRITES),
    ("innerText =", Traits::WRITES),
    ("body.style.display", Traits::HIDES),
    ("body.style.visibility", Traits::HIDES),
    ("body.style.opacity", Traits::HIDES),
    ("body.style.filter", Traits::HIDES),
    ("documentElement.style.display", Traits::HIDES),
    ("documentElement.style.visibility", Traits::HIDES),
    ("documentElement.style.opacity", Traits::HIDES),
    ("body.hidden", Traits::HIDES),
    ("documentElement.hidden", Traits::HIDES),
    ("serviceWorker.register", Traits::STAYS),
    ("querySelectorAll('h1", Traits::HEADLINES),
    ("querySelectorAll(\"h1", Traits::HEADLINES),
    ("querySelectorAll('h2", Traits::HEADLINES),
    ("querySelectorAll(\"h2", Traits::HEADLINES),
    ("querySelectorAll('h3", Traits::HEADLINES),
    ("querySelectorAll(\"h3", Traits::HEADLINES),
    ("querySelectorAll('a,", Traits::EVERYTHING),
    ("querySelectorAll(\"a,", Traits::EVERYTHING),
    ("querySelectorAll('a'", Traits::EVERYTHING),
    ("querySelectorAll(\"a\"", Traits::EVERYTHING),
    ("querySelectorAll('p,", Traits::EVERYTHING),
    ("querySelectorAll(\"p,", Traits::EVERYTHING),
    ("querySelectorAll('p'", Traits::EVERYTHING),
    ("querySelectorAll(\"p\"", Traits::EVERYTHING),
    ("querySelectorAll('li", Traits::EVERYTHING),
    ("querySelectorAll(\"li", Traits::EVERYTHING),
    ("querySelectorAll('span,", Traits::EVERYTHING),
    ("querySelectorAll(\"span,", Traits::EVERYTHING),
    ("querySelectorAll('img", Traits::EVERYTHING),
    ("querySelectorAll(\"img", Traits::EVERYTHING),
    ("querySelectorAll('article", Traits::EVERYTHING),
    ("querySelectorAll(\"article", Traits::EVERYTHING),
    ("querySelectorAll('section", Traits::EVERYTHING),
    ("querySelectorAll(\"section", Traits::EVERYTHING),
    ("querySelectorAll('body", Traits::EVERYTHING),
    ("querySelectorAll(\"body", Traits::EVERYTHING),
    ("querySelectorAll('*", Traits::EVERYTHING),
    ("querySelectorAll(\"*", Traits::EVERYTHING),
    ("getElementsByTagName('h", Traits::HEADLINES),
    ("getElementsByTagName(\"h", Traits::HEADLINES),
    ("import(", Traits::LOADS),
    ("new Worker", Traits::LOADS),
    ("new Worker(URL.", Traits::LOADS.and(Traits::RUNS)),
    ("new SharedWorker", Traits::LOADS),
    ("\"imports\"", Traits::LOADS),
    (" from'http", Traits::LOADS),
    (" from 'http", Traits::LOADS),
    (" from\"http", Traits::LOADS),
    (" from \"http", Traits::LOADS),
    ("window.open(", Traits::REDIRECTS),
    ("open('http", Traits::REDIRECTS),
    ("open(\"http", Traits::REDIRECTS),
    ("createElement(\"script\")", Traits::LOADS),
    ("createElement('script')", Traits::LOADS),
    ("createElement(\"iframe\")", Traits::LOADS),
    ("createElement('iframe')", Traits::LOADS),
    ("createElement(", Traits::LOADS),
    ("importScripts", Traits::LOADS),
    ("getScript(", Traits::LOADS),
    ("querySelectorAll(\"input", Traits::READS_FIELDS),
    ("querySelectorAll('input", Traits::READS_FIELDS),
    ("getElementsByTagName(\"input", Traits::READS_FIELDS),
    ("getElementsByTagName('input", Traits::READS_FIELDS),
    (".serialize(", Traits::READS_FIELDS),
    ("new FormData(", Traits::READS_FIELDS),
    ("keypress", Traits::READS_FIELDS),
    ("keydown", Traits::READS_FIELDS),
    ("onsubmit", Traits::READS_FIELDS),
    ("\"submit\"", Traits::READS_FIELDS),
    ("'submit'", Traits::READS_FIELDS),
    ("input[type", Traits::READS_FIELDS),
    ("\"change\", \"form\"", Traits::READS_FIELDS),
    ("XMLHttpRequest", Traits::SENDS),
    ("sendBeacon", Traits::SENDS),
    ("fetch(", Traits::SENDS),
    ("new Image", Traits::SENDS),
    (".ajax(", Traits::SENDS),
    (".post(", Traits::SENDS),
    ("(\"input", Traits::READS_FIELDS),
    ("('input", Traits::READS_FIELDS),
    (":input", Traits::READS_FIELDS),
    ("new WebSocket", Traits::SENDS),
    ("WebAssembly", Traits::MINES),
    ("CryptoNight", Traits::MINES),
    ("cryptonight", Traits::MINES),
    ("hashesPerSecond", Traits::MINES),
    ("getHashesPerSecond", Traits::MINES),
    (".Anonymous(", Traits::MINES),
    ("alert(", Traits::ALERTS),
    ("confirm(", Traits::ALERTS),
    ("prompt(", Traits::ALERTS),
    ("createElement('style')", Traits::STYLES),
    ("createElement(\"style\")", Traits::STYLES),
    ("cssText", Traits::STYLES),
    ("display:none", Traits::STYLES),
    ("onepage", Traits::PAYMENT),
    ("checkout", Traits::PAYMENT),
    ("cc_number", Traits::PAYMENT),
    ("cardnumber", Traits::PAYMENT),
    ("cardNumber", Traits::PAYMENT),
    ("card_number", Traits::PAYMENT),
    ("payment[", Traits::PAYMENT),
    ("cc_cid", Traits::PAYMENT),
    ("cvv", Traits::PAYMENT),
];
