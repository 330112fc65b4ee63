//! The words of the call: the same as the command line takes.

use std::path::PathBuf;

/// Frontwatch in the tray: watches your outlets' front pages and tells you when something is there that you did not
/// publish.
///
/// Where no desktop is, `frontwatch watch` does the same in a terminal.
#[derive(Debug, Clone, clap::Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The configuration file [default: frontwatch.toml in the XDG config directory]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The data directory [default: frontwatch in the XDG data directory]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Start in the tray, without a window: what starting at login does
    #[arg(long)]
    pub(crate) hidden: bool,
}
