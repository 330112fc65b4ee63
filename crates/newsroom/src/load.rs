//! What is different on every load of a page: tokens, nonces, clocks, counts, weather and advertising.
//!
//! All of it follows from a seed and the number of the load, so a run can be repeated byte for byte.

use std::io::Write as _;

use jiff::Timestamp;

/// A place in a page that changes on every load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The nonce of this load's inline scripts; the same throughout a load.
    Nonce,
    /// A token against forged requests; the same throughout a load.
    Token,
    /// The number of the request as a server stamps it.
    RequestId,
    /// The time of day, to the second.
    Clock,
    /// Degrees Celsius.
    Degrees,
    /// How often a story was read, from this many on.
    Views(u32),
    /// An advertisement, or none, in the place of this number.
    Ad(u8),
}

/// Companies that place advertising on half the web: their script, and how a page calls them.
const ADVERTISERS: [(&str, &str); 6] = [
    ("https://securepubads.g.doubleclick.net/tag/js/gpt.js", "googletag"),
    ("https://cdn.taboola.com/libtrc/loader.js", "_taboola"),
    ("https://widgets.outbrain.com/outbrain.js", "OBR"),
    ("https://static.criteo.net/js/ld/publishertag.js", "Criteo"),
    ("https://c.amazon-adsystem.com/aax2/apstag.js", "apstag"),
    ("https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js", "adsbygoogle"),
];

/// One load of a page.
#[derive(Debug, Clone)]
pub(crate) struct Load {
    number: u64,
    at: Timestamp,
    salt: u64,
    nonce: String,
    token: String,
}

impl Load {
    /// Load number `number` of the page with this seed, at this time of the outlet's clock.
    pub(crate) fn new(seed: u64, number: u64, at: Timestamp) -> Self {
        let mut chance = fastrand::Rng::with_seed(seed ^ number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Self {
            number,
            at,
            salt: chance.u64(..),
            nonce: (0..22).map(|_| chance.alphanumeric()).collect(),
            token: format!("{:016x}{:016x}{:08x}", chance.u64(..), chance.u64(..), chance.u32(..)),
        }
    }

    /// Writes what stands in `slot` on this load.
    pub(crate) fn fill(&self, slot: Slot, out: &mut Vec<u8>) {
        match slot {
            Slot::Nonce => out.extend_from_slice(self.nonce.as_bytes()),
            Slot::Token => out.extend_from_slice(self.token.as_bytes()),
            Slot::RequestId => print(out, format_args!("{:016x}", self.salt.rotate_left(17))),
            Slot::Clock => {
                let second = self.at.as_second().rem_euclid(86_400);
                print(out, format_args!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60));
            }
            Slot::Degrees => print(out, format_args!("{}", 11 + self.salt % 9)),
            Slot::Views(from) => print(out, format_args!("{}", u64::from(from) + self.number * 3 + self.salt % 3)),
            Slot::Ad(place) => self.advertise(place, out),
        }
    }

    /// Five loads of eight show something in a place, and seldom the same company twice running.
    fn advertise(&self, place: u8, out: &mut Vec<u8>) {
        let draw = self.salt.rotate_right(u32::from(place) * 7);
        if draw % 8 < 3 {
            return;
        }
        let (script, object) = ADVERTISERS[(draw >> 8) as usize % ADVERTISERS.len()];
        let (slot, campaign, nonce) = (draw >> 16 & 0xffff, draw >> 32 & 0xff_ffff, &self.nonce);
        print(
            out,
            format_args!(
                "<div class=\"ad\" id=\"ad-{place}-{slot}\" data-campaign=\"{campaign}\"><script async src=\"{script}\"></script>\
                 <script nonce=\"{nonce}\">(window.{object}=window.{object}||[]).push({{place:\"ad-{place}-{slot}\",line:{campaign}}});</script></div>\n"
            ),
        );
    }
}

fn print(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // A vector takes all that is written to it.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(number: u64, slot: Slot) -> String {
        let mut out = Vec::new();
        Load::new(5, number, Timestamp::UNIX_EPOCH).fill(slot, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_load_is_its_own_and_can_be_repeated() {
        for slot in [Slot::Nonce, Slot::Token, Slot::RequestId, Slot::Views(3)] {
            assert_ne!(filled(1, slot), filled(2, slot), "{slot:?}");
            assert_eq!(filled(1, slot), filled(1, slot), "{slot:?}");
        }
    }

    #[test]
    fn advertising_comes_and_goes_and_alternates() {
        let seen: Vec<_> = (0..200).map(|number| filled(number, Slot::Ad(1))).collect();
        let empty = seen.iter().filter(|ad| ad.is_empty()).count();
        assert!((40..120).contains(&empty), "{empty} of 200 loads without");
        for (script, _) in ADVERTISERS {
            assert!(seen.iter().any(|ad| ad.contains(script)), "{script} is never shown");
        }
    }
}
