//! The outlets with nobody at the door: whoever measures is handed their pages, and publishes by a clock of their own.
//!
//! The pages are those that the [`Newsroom`](crate::Newsroom) serves; only sockets and faults are left out. A
//! day of looks then takes as long as judging them does.

use std::collections::BTreeSet;

use crate::attack::Attack;
use crate::options::Options;
use crate::roster;
use crate::serve;
use crate::site::Site;

/// Outlets whose pages are printed, not served.
#[derive(Debug)]
pub struct Press {
    sites: Vec<Site>,
}

impl Press {
    /// The outlets of `options`, each at an address of its own under `.example`. What it says of doors and of publishing by
    /// itself has no meaning here.
    pub fn new(options: &Options) -> Self {
        let sites = roster::identities(options.roster, options.seed).into_iter().map(|identity| {
            let base = format!("https://{}.example", identity.slug);
            Site::new(identity, base, options, BTreeSet::new())
        });
        Self { sites: sites.collect() }
    }

    /// How many outlets there are.
    pub fn outlets(&self) -> usize {
        self.sites.len()
    }

    /// An outlet's name and the address that its pages begin with, without a slash at the end.
    pub fn name(&self, outlet: usize) -> (&str, &str) {
        let site = &self.sites[outlet];
        (&site.identity.name, &site.base)
    }

    /// The front page, as its next visitor loads it.
    pub fn front(&self, outlet: usize) -> Vec<u8> {
        let site = &self.sites[outlet];
        let (edition, _) = site.now();
        edition.front.plain(&site.load(&edition, true))
    }

    /// The login page, as its next visitor loads it: never twice the same.
    pub fn admin(&self, outlet: usize) -> Vec<u8> {
        let site = &self.sites[outlet];
        let (edition, _) = site.now();
        edition.admin.plain(&site.load(&edition, false))
    }

    /// The feed.
    pub fn feed(&self, outlet: usize) -> Vec<u8> {
        self.sites[outlet].now().0.feed.clone().into_bytes()
    }

    /// Whatever a visitor loads next at this path of the outlet: the status, the media type, and the bytes. Pictures, style
    /// and script as well, and a page of its own for what is not there.
    pub fn load(&self, outlet: usize, path: &str) -> (u16, &'static str, Vec<u8>) {
        serve::printed(&self.sites[outlet], path)
    }

    /// An outlet publishes.
    pub fn publish(&self, outlet: usize) {
        self.sites[outlet].publish();
    }

    /// Attacks an outlet, besides what was done to it before.
    pub fn attack(&self, outlet: usize, attack: Attack) {
        self.sites[outlet].attack(attack);
    }

    /// Takes back every attack on an outlet.
    pub fn restore(&self, outlet: usize) {
        self.sites[outlet].restore();
    }
}
