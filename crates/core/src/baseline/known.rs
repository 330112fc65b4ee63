//! What has been seen before on a watch, whatever its form: places, sources, domains, scripts; bounded, oldest out first.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::extract::model::{PageSheet, Script};
use crate::extract::name::Key;
use crate::extract::script::{Traits, likeness};

/// The most keys that are remembered.
const KEYS: usize = 12_000;
/// The most shapes of inline scripts that are remembered.
const SHAPES: usize = 250;
/// From what likeness on an inline script is a known one.
const ALIKE: f64 = 0.5;

/// What has been seen before.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Ascending, with the look in which each was last seen.
    keys: Vec<(Key, u32)>,
    shapes: Vec<Shape>,
    sheets: Vec<Shape>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Shape {
    sketch: Vec<u32>,
    traits: u32,
    last: u32,
}

impl Known {
    /// Whether a key has been seen.
    pub fn has(&self, key: Key) -> bool {
        self.keys.binary_search_by_key(&key, |(key, _)| *key).is_ok()
    }

    /// Remembers keys as seen in this look.
    pub fn add(&mut self, look: u32, keys: impl IntoIterator<Item = Key>) {
        let mut fresh = FxHashSet::default();
        for key in keys {
            match self.keys.binary_search_by_key(&key, |(key, _)| *key) {
                Ok(at) => self.keys[at].1 = look,
                Err(_) => {
                    fresh.insert(key);
                }
            }
        }
        if fresh.is_empty() {
            return;
        }
        self.keys.extend(fresh.into_iter().map(|key| (key, look)));
        if self.keys.len() > KEYS {
            let mut ages: Vec<u32> = self.keys.iter().map(|(_, last)| *last).collect();
            ages.sort_unstable_by(|a, b| b.cmp(a));
            // What this look itself brought always stays, as far as it fits.
            let oldest = ages[KEYS - KEYS / 8];
            self.keys.retain(|(_, last)| *last > oldest || *last == look);
            self.keys.truncate(KEYS * 2);
        }
        self.keys.sort_unstable();
    }

    /// How alike an inline script is to the nearest known one, 0 to 1; only what it does already may be known.
    pub fn likeness(&self, script: &Script) -> f64 {
        self.shapes
            .iter()
            .filter(|shape| {
                let new = Traits(script.traits.0 & !shape.traits);
                // A long script brings a word by the by; what unpacks, runs or takes over is no accident.
                new.0 == 0 || script.identifiers >= 32 && !new.any(Traits::GRAVE)
            })
            .map(|shape| likeness(&shape.sketch, &script.sketch))
            .fold(0.0, f64::max)
    }

    /// Whether an inline script is of a known shape.
    pub fn knows(&self, script: &Script) -> bool {
        self.likeness(script) >= ALIKE
    }

    /// Remembers the shapes of inline scripts.
    pub fn add_scripts(&mut self, look: u32, scripts: &[Script]) {
        for script in scripts {
            let alike = self.shapes.iter_mut().find(|shape| likeness(&shape.sketch, &script.sketch) >= 0.85);
            match alike {
                Some(shape) => {
                    shape.last = look;
                    shape.traits |= script.traits.0;
                }
                None => self.shapes.push(Shape { sketch: script.sketch.clone(), traits: script.traits.0, last: look }),
            }
        }
        if self.shapes.len() > SHAPES {
            self.shapes.sort_by_key(|shape| std::cmp::Reverse(shape.last));
            self.shapes.truncate(SHAPES);
        }
    }

    /// How alike a style sheet is to the nearest known one, 0 to 1.
    pub fn sheet_likeness(&self, sheet: &PageSheet) -> f64 {
        self.sheets.iter().map(|shape| likeness(&shape.sketch, &sheet.sketch)).fold(0.0, f64::max)
    }

    /// Remembers style sheets that a page carries.
    pub fn add_sheets(&mut self, look: u32, sheets: &[PageSheet]) {
        for sheet in sheets {
            match self.sheets.iter_mut().find(|shape| likeness(&shape.sketch, &sheet.sketch) >= 0.85) {
                Some(shape) => shape.last = look,
                None => self.sheets.push(Shape { sketch: sheet.sketch.clone(), traits: 0, last: look }),
            }
        }
        if self.sheets.len() > SHAPES {
            self.sheets.sort_by_key(|shape| std::cmp::Reverse(shape.last));
            self.sheets.truncate(SHAPES);
        }
    }

    /// How many keys are remembered.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether nothing was ever seen.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}
