//! What a text is written in, and whether it makes a defacer's claim.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Letters by writing system, in the order of [`WRITINGS`].
pub type Letters = [u32; WRITINGS.len()];

/// The writing systems that are told apart.
pub const WRITINGS: [&str; 10] =
    ["Latin", "Cyrillic", "Arabic", "Hebrew", "Greek", "Han", "Kana", "Hangul", "Indic", "other"];

/// What is no letter.
const NO_WRITING: u8 = u8::MAX;

/// The writing system of a letter, by its place in [`WRITINGS`]; [`NO_WRITING`] for other characters.
fn writing(c: char) -> u8 {
    match c as u32 {
        0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f | 0x1e00..=0x1eff => 0,
        0x400..=0x52f => 1,
        0x600..=0x6ff | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfeff => 2,
        0x590..=0x5ff => 3,
        0x370..=0x3ff => 4,
        0x3040..=0x30ff => 6,
        0x3400..=0x9fff | 0x20000..=0x2ffff => 5,
        0xac00..=0xd7af | 0x1100..=0x11ff => 7,
        0x900..=0xdff => 8,
        _ if c.is_alphabetic() => 9,
        _ => NO_WRITING,
    }
}

/// Phrases by which those who deface pages claim them. `true`: said of the page itself and seldom by a newsroom.
/// They are matched against folded text (see [`fold`]) at word boundaries on the left.
const PHRASES: &[(&str, bool)] = &[
    // en
    ("hacked by", true),
    ("hack by", true),
    ("pwned by", true),
    ("owned by", false),
    ("owned you", true),
    ("defaced by", true),
    ("deface by", true),
    ("rooted by", true),
    ("touched by", false),
    ("stamped by", true),
    ("pwn3d", true),
    ("pwned", false),
    ("got hacked", false),
    ("been hacked", false),
    ("been pwned", true),
    ("been defaced", false),
    ("site hacked", true),
    ("website hacked", true),
    ("hacked website", true),
    ("we hacked", true),
    ("you got owned", true),
    ("your security is", true),
    ("your system is weak", true),
    ("security is just an illusion", true),
    ("we are anonymous", true),
    ("we do not forgive", true),
    ("we do not forget", false),
    ("expect us", true),
    ("greetz", true),
    ("greets to", true),
    ("special thanks to all hackers", true),
    ("just for fun hack", true),
    ("cyber army", false),
    ("hacker team", true),
    ("hackers team", true),
    ("defacer", true),
    ("mass deface", true),
    ("h4x", true),
    ("was here", false),
    ("fuck admin", true),
    ("sorry admin", true),
    ("hello admin", true),
    ("dear admin", true),
    ("patch your", true),
    ("your site is vulnerable", true),
    // az, tr
    ("ələ keçirildi", false),
    ("sayt ələ keçirildi", true),
    ("saytınız ələ keçirildi", true),
    ("ele kecirildi", false),
    ("tərəfindən hack", true),
    ("hack edildi", false),
    ("hack olundu", true),
    ("saytınız", false),
    ("sındırıldı", false),
    ("ele geçirildi", false),
    ("site ele geçirildi", true),
    ("siteniz ele geçirildi", true),
    ("ele gecirildi", false),
    ("tarafından hack", true),
    ("hacklendi", true),
    ("hacklenmiştir", true),
    ("hacked tarafından", true),
    // ru, uk
    ("взломан ", false),
    ("взломано", false),
    ("сайт взломан", true),
    ("мы следим за вами", true),
    ("зламано", false),
    ("хакнут", true),
    // fa
    ("هک شد", true),
    ("هک شده", true),
    ("هک توسط", true),
    // ar
    ("تم اختراق", true),
    ("تم الاختراق", true),
    ("اخترق من قبل", true),
    ("مخترق", true),
    // pt, es
    ("hackeado", false),
    ("hackeado por", true),
    ("hackeada por", true),
    ("invadido por", false),
    ("pichado por", true),
    ("seus dados agora", true),
    ("sus datos ahora son nuestros", true),
    ("ha sido hackeado", true),
    ("hacked por", true),
    // id, ms
    ("diretas oleh", true),
    ("telah diretas", false),
    ("di hack oleh", true),
    ("dihack oleh", true),
    ("retas oleh", true),
    ("dibobol oleh", true),
    // fr
    ("piraté par", true),
    ("pirate par", true),
    ("hacké par", true),
    ("hacke par", true),
    // de
    ("gehackt von", true),
    ("gehackt durch", true),
    ("übernommen von", false),
];

#[expect(clippy::expect_used, reason = "the phrases are constants: building fails in the first test or never")]
static CLAIMS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(PHRASES.iter().map(|(phrase, _)| folded(phrase)))
        .expect("the phrases fit")
});

/// The characters from Latin to Arabic: in lower case, where that is one letter and nothing else is to be done to it, else
/// `\0`; and their [`writing`]. It is asked of every character of a page, and the standard library's tables are searched.
static LETTERS: LazyLock<[(char, u8); 0x700]> = LazyLock::new(|| {
    std::array::from_fn(|at| {
        let Some(character) = char::from_u32(at as u32) else { return ('\0', NO_WRITING) };
        let plain = character.is_alphabetic() && !is_mark(character) && character != '\u{640}';
        let mut lower = character.to_lowercase();
        let letter = match (lower.next(), lower.next()) {
            (Some(letter), None) if plain && letter != '\u{307}' => letter,
            _ => '\0',
        };
        (letter, writing(character))
    })
});

/// Vowel signs of Arabic, accents that stand by themselves.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{300}'..='\u{36f}')
}

/// Text levelled for comparison: lower case, blanks and punctuation to one blank, look-alike letters and digits within
/// Latin words to what they look like. On the way its letters are counted by writing system: both look at every character.
pub fn fold(text: &str, out: &mut String, letters: &mut Letters) {
    out.clear();
    out.reserve(text.len());
    let table = &*LETTERS;
    let mut letter_before = false;
    let mut rest = text;
    loop {
        // Most of a text is plain words: they are taken whole.
        let word = rest.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        if word > 0 {
            let at = out.len();
            out.push_str(&rest[..word]);
            out[at..].make_ascii_lowercase();
            letters[0] += word as u32;
            letter_before = true;
        }
        let mut chars = rest[word..].chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        let (letter, writing) = table.get(c as usize).copied().unwrap_or_else(|| ('\0', writing(c)));
        if let Some(count) = letters.get_mut(usize::from(writing)) {
            *count += 1;
        }
        if letter != '\0' {
            out.push(letter);
            letter_before = true;
            continue;
        }
        if c == ' ' {
            if !out.ends_with(' ') {
                out.push(' ');
            }
            letter_before = false;
            continue;
        }
        let c = level(c);
        if c.is_alphabetic() || is_mark(c) {
            if !is_mark(c) && c != '\u{640}' {
                out.extend(c.to_lowercase().filter(|c| *c != '\u{307}'));
            }
            letter_before = true;
        } else if let Some(letter) = looks_like(c).filter(|_| {
            // A digit ends a word as well ("h4ck3"); a sign does so as a sign ("hacked!").
            let letter_after = chars.clone().next().is_some_and(char::is_alphanumeric);
            letter_after && (letter_before || c.is_ascii_digit()) || letter_before && c.is_ascii_digit()
        }) {
            out.push(letter);
            letter_before = true;
        } else if c.is_numeric() {
            out.push(c);
            letter_before = false;
        } else if matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}') {
            // Zero-width: nobody sees it, so it separates nothing.
        } else {
            if !out.ends_with(' ') {
                out.push(' ');
            }
            letter_before = false;
        }
    }
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold(text, &mut out, &mut Letters::default());
    out
}

/// Full-width and mathematical letters to plain ones.
fn level(c: char) -> char {
    match c as u32 {
        at @ 0xff01..=0xff5e => char::from_u32(at - 0xfee0).unwrap_or(c),
        at @ 0x1d400..=0x1d6a3 => {
            let letter = (at - 0x1d400) % 52;
            char::from_u32(if letter < 26 { 0x41 + letter } else { 0x61 + letter - 26 }).unwrap_or(c)
        }
        _ => c,
    }
}

/// The letter that a digit or a sign stands for within a word.
fn looks_like(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        _ => return None,
    })
}

/// Whether a text makes a claim: `Some(true)` for one that a newsroom seldom makes.
pub fn claim(text: &str) -> Option<bool> {
    claim_folded(&folded(text))
}

/// [`claim`] of a text that is folded already.
pub fn claim_folded(folded: &str) -> Option<bool> {
    let mut found = None;
    for hit in CLAIMS.find_iter(folded) {
        let starts_a_word = folded[..hit.start()].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let ends_a_word = folded[hit.end()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        if starts_a_word && ends_a_word {
            found = Some(found.unwrap_or(false) || PHRASES[hit.pattern().as_usize()].1);
        }
    }
    found
}

/// The letters of the shortest and of the longest address of a wallet. Hardly any word of a language is as long.
const WALLET: RangeInclusive<usize> = 26..=106;

/// Whether a text names an address to send crypto-currency to: Bitcoin (base58 or bech32), Ethereum, Tron, Monero.
pub fn names_wallet(text: &str) -> bool {
    runs(text.as_bytes(), *WALLET.start(), |byte| byte.is_ascii_alphanumeric())
        .any(|word| WALLET.contains(&word.len()) && is_wallet(&text[word]))
}

/// Runs of at least `least` bytes that all are `inside`, each as long as it can be. The longer they must be, the fewer
/// bytes are looked at: a gap is looked for from behind.
pub fn runs(bytes: &[u8], least: usize, inside: impl Fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        while start + least <= bytes.len() {
            if let Some(gap) = bytes[start..start + least].iter().rposition(|byte| !inside(*byte)) {
                start += gap + 1;
                continue;
            }
            let more = bytes[start + least..].iter().position(|byte| !inside(*byte));
            let run = start..more.map_or(bytes.len(), |more| start + least + more);
            start = run.end + 1;
            return Some(run);
        }
        None
    })
}

fn is_wallet(word: &str) -> bool {
    let base58 =
        |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() && !matches!(b, b'0' | b'O' | b'I' | b'l'));
    let mixed = word.bytes().any(|b| b.is_ascii_digit()) && word.bytes().any(|b| b.is_ascii_alphabetic());
    let long = word.len();
    let bech32 = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    mixed
        && (word.starts_with("bc1") && (38..=71).contains(&long) && bech32(word)
            || word.starts_with(['1', '3'])
                && long <= 35
                && word.bytes().all(|b| b.is_ascii_alphanumeric())
                && base58(word)
            || word
                .strip_prefix("0x")
                .is_some_and(|rest| rest.len() == 40 && rest.bytes().all(|b| b.is_ascii_hexdigit()))
            || word.starts_with('T') && long == 34 && base58(word)
            || word.starts_with(['4', '8']) && long == 95 && base58(word))
}

/// What consent pages, notices on cookies, paywalls and login walls say, in the languages of the region and of most of the press.
const ASKING: [&str; 36] = [
    "cookie",
    "consent",
    "privacy",
    "subscri",
    "sign in",
    "log in",
    "datenschutz",
    "zustimm",
    "einwillig",
    "abonn",
    "anmeld",
    "confidentialit",
    "consentement",
    "privacidad",
    "suscri",
    "consentimiento",
    "privacidade",
    "assin",
    "çerez",
    "gizlilik",
    "abone",
    "kuki",
    "məxfilik",
    "abunə",
    "razılıq",
    "конфиденциальн",
    "куки",
    "соглас",
    "подпис",
    "ملفات تعريف",
    "الخصوصية",
    "اشترك",
    "حریم خصوصی",
    "اشتراک",
    "کوکی",
    "مشترک",
];

#[expect(clippy::expect_used, reason = "the words are constants: building fails in the first test or never")]
static ASKS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(ASKING.map(folded)).expect("the words fit")
});

/// Whether a text asks for consent, a subscription or a login, as pages of every outlet do.
pub fn asks(text: &str) -> bool {
    asks_folded(&folded(text))
}

/// [`asks`] of a text that is folded already.
pub fn asks_folded(folded: &str) -> bool {
    ASKS.is_match(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hears_a_claim_in_many_languages_and_spellings() {
        let strong = [
            "HACKED BY GhostX",
            "H4CK3D  BY: ghost",
            "ＨＡＣＫＥＤ ＢＹ x",
            "Hac\u{200b}ked by x",
            "!! Pwn3d by team !!",
            "𝐇𝐚𝐜𝐤𝐞𝐝 𝐛𝐲 x",
            "Bu sayt XTeam tərəfindən hack edilib",
            "Sayt hacklendi!",
            "Сайт взломан группой",
            "تم اختراق الموقع",
            "هک شد توسط",
            "Site hackeado por X",
            "Diretas oleh X",
            "Piraté par X",
            "Gehackt von X",
        ];
        for text in strong {
            assert_eq!(claim(text), Some(true), "{text}");
        }
        for text in ["Qala ələ keçirildi", "X was here", "The agency has been hacked"] {
            assert_eq!(claim(text), Some(false), "{text}");
        }
        for text in ["Hackathon in Baku", "Landowned by", "Stocks fall by 3%", "", "Seçki 2025: 4 namizəd"] {
            assert_eq!(claim(text), None, "{text}");
        }
    }

    #[test]
    fn finds_runs_as_long_as_they_are() {
        let found = |text: &str, least| {
            runs(text.as_bytes(), least, |byte| byte.is_ascii_digit())
                .map(|run| text[run].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(found("123 12345 12 1234", 3), ["123", "12345", "1234"]);
        assert_eq!(found("12345", 5), ["12345"]);
        assert_eq!(found("a12345a", 5), ["12345"]);
        assert!(found("1234 1234", 5).is_empty());
        assert!(found("", 1).is_empty());
    }

    #[test]
    fn counts_letters_by_writing() {
        let (mut out, mut letters) = (String::new(), Letters::default());
        fold("Salam, мир سلام 123 漢字 ქა", &mut out, &mut letters);
        assert_eq!(letters, [5, 3, 4, 0, 0, 2, 0, 0, 0, 2]);
    }
}
