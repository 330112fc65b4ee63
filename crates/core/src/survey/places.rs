//! Where content systems have their ways in, and where feeds usually are.

/// Where feeds usually are, as paths; the likeliest first.
pub const FEEDS: [&str; 6] = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/sitemap.xml"];

/// A content system that newsrooms use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// WordPress.
    WordPress,
    /// Joomla.
    Joomla,
    /// Drupal.
    Drupal,
    /// Ghost.
    Ghost,
    /// TYPO3.
    Typo3,
}

impl System {
    /// The system that a page's generator names, if it is one of these.
    pub fn of(generator: &str) -> Option<Self> {
        let generator = generator.to_lowercase();
        let systems = [
            ("wordpress", Self::WordPress),
            ("joomla", Self::Joomla),
            ("drupal", Self::Drupal),
            ("ghost", Self::Ghost),
            ("typo3", Self::Typo3),
        ];
        systems.into_iter().find(|(name, _)| generator.contains(name)).map(|(_, system)| system)
    }
}

/// A place that is worth a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Path on the site's host.
    pub path: &'static str,
    /// The system that has it there; none: any may.
    pub system: Option<System>,
    /// Whether it is a list of users in JSON, not a page.
    pub users: bool,
}

const fn page(path: &'static str, system: Option<System>) -> Place {
    Place { path, system, users: false }
}

/// As the systems' own documentation has them, those of the most used first.
const PLACES: [Place; 8] = [
    page("/wp-login.php", Some(System::WordPress)),
    Place { path: "/wp-json/wp/v2/users", system: Some(System::WordPress), users: true },
    page("/admin/", None),
    page("/administrator/", Some(System::Joomla)),
    page("/user/login", Some(System::Drupal)),
    page("/ghost/", Some(System::Ghost)),
    page("/typo3/", Some(System::Typo3)),
    page("/login", None),
];

/// The places to ask at: where the generator names a system, its own first and then those that any may have; else all.
pub fn places(generator: Option<&str>) -> Vec<Place> {
    let Some(system) = generator.and_then(System::of) else { return PLACES.to_vec() };
    let its = PLACES.iter().filter(|place| place.system == Some(system));
    its.chain(PLACES.iter().filter(|place| place.system.is_none())).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generator_orders_and_limits_the_places() {
        for (generator, paths) in [
            (Some("WordPress 6.9"), vec!["/wp-login.php", "/wp-json/wp/v2/users", "/admin/", "/login"]),
            (Some("Joomla! - Open Source Content Management"), vec!["/administrator/", "/admin/", "/login"]),
            (Some("Drupal 11 (https://www.drupal.org)"), vec!["/user/login", "/admin/", "/login"]),
            (Some("Ghost 6.0"), vec!["/ghost/", "/admin/", "/login"]),
            (Some("TYPO3 CMS"), vec!["/typo3/", "/admin/", "/login"]),
        ] {
            assert_eq!(places(generator).iter().map(|place| place.path).collect::<Vec<_>>(), paths, "{generator:?}");
        }
        for unknown in [None, Some(""), Some("Hand, with care")] {
            assert_eq!(places(unknown).len(), PLACES.len(), "{unknown:?}");
        }
    }
}
