//! A real DNS server on loopback, on a port of the test's own, whose answers can be exchanged.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Result, ensure};
use tempfile::TempDir;

use crate::child::Process;
use crate::wait_until;

/// How long the server may take to come up, or to let go of its port.
const LIMIT: Duration = Duration::from_secs(15);

/// dnsmasq that answers from its settings alone and asks nobody.
#[derive(Debug)]
pub struct Dnsmasq {
    server: Option<Process>,
    address: SocketAddr,
    dir: TempDir,
}

impl Dnsmasq {
    /// Starts it with these lines of its configuration.
    ///
    /// # Errors
    /// `dnsmasq` is missing or does not come up.
    pub fn start(records: &[String]) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("frontwatch-dnsmasq-").tempdir()?;
        // Free when it was asked for; nobody else takes it on purpose before dnsmasq does.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut started = Self { server: None, address, dir };
        started.answer(records)?;
        Ok(started)
    }

    /// Where it answers.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on it answers this and nothing else.
    ///
    /// # Errors
    /// dnsmasq refuses a line, or does not come up again.
    pub fn answer(&mut self, records: &[String]) -> Result<()> {
        // It reads its settings once: another takes its place.
        drop(self.server.take());
        let settings = self.dir.path().join("dnsmasq.conf");
        std::fs::write(&settings, records.join("\n"))?;
        wait_until("the port of dnsmasq", LIMIT, || Ok(TcpListener::bind(self.address).ok()))?;
        let mut command = Command::new("dnsmasq");
        command
            .args(["--keep-in-foreground", "--no-resolv", "--no-hosts", "--bind-interfaces", "--user=", "--group="])
            .args(["--pid-file=", "--log-facility=/dev/null"])
            .arg(format!("--listen-address={}", self.address.ip()))
            .arg(format!("--port={}", self.address.port()))
            .arg(format!("--conf-file={}", settings.display()));
        let mut server = Process::start(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))?;
        wait_until("dnsmasq on its port", LIMIT, || {
            let ended = server.ended()?;
            ensure!(ended.is_none(), "dnsmasq has ended: {ended:?}; it refuses {records:?}");
            Ok(TcpStream::connect(self.address).is_ok().then_some(()))
        })?;
        self.server = Some(server);
        Ok(())
    }
}
