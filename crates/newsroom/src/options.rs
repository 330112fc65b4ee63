//! How a newsroom is started.

use std::time::Duration;

use jiff::Timestamp;

use crate::attack::Attack;
use crate::intruder::Intruders;

/// How a newsroom is started. [`Options::default`] is the demonstration: six outlets of a media group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Which outlets there are.
    pub roster: Roster,
    /// The port of every outlet, each on a loopback address of its own; 0 for any free one.
    pub port: u16,
    /// About how large a front page is, in kB of HTML; at least about 15.
    pub page_kb: usize,
    /// What everything made up follows from: the same seed and clock give the same pages.
    pub seed: u64,
    /// The outlets' clock when they open. It stands still between publications and goes on by a minute with each.
    pub opens_at: Timestamp,
    /// Whether gzip is sent to those who accept it.
    pub gzip: bool,
    /// Whether pages carry `ETag` and `Last-Modified` and answer 304. A page is then as a cache holds it: the same
    /// bytes until something is published.
    pub validators: bool,
    /// Publish by itself this often.
    pub publish_every: Option<Duration>,
    /// What is already done to outlets when they open: the outlet's slug, its name or `all`, and the attack.
    pub attacked: Vec<(String, Attack)>,
    /// Whether the attacks on several outlets are one intruder's.
    pub intruders: Intruders,
}

/// Which outlets there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roster {
    /// The six outlets of Demo Media Group, in five languages.
    DemoGroup,
    /// This many made-up outlets that take turns in five languages, six to a group.
    Generated(usize),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            roster: Roster::DemoGroup,
            port: 0,
            page_kb: 60,
            seed: 1,
            opens_at: Timestamp::now(),
            gzip: true,
            validators: false,
            publish_every: None,
            attacked: Vec::new(),
            intruders: Intruders::One,
        }
    }
}
