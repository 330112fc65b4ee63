//! A real web server with TLS, on loopback and a port of the test's own.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::child::Process;
use crate::wait_until;

/// How long the server may take to come up, or to take on another certificate.
const LIMIT: Duration = Duration::from_secs(15);

/// nginx with one page and one certificate, which can be exchanged while it runs.
#[derive(Debug)]
pub struct Nginx {
    server: Process,
    port: u16,
    dir: TempDir,
}

impl Nginx {
    /// Starts it with this certificate chain and key, both PEM.
    ///
    /// # Errors
    /// `nginx` is missing or does not come up.
    pub fn start(chain: &str, key: &str, page: &str) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("frontwatch-nginx-").tempdir()?;
        // Free when it was asked for; nobody else takes it on purpose before nginx does.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let at = dir.path().display().to_string();
        let settings = format!(
            "daemon off;\nmaster_process on;\nworker_processes 1;\npid {at}/pid;\nerror_log {at}/error.log;\n\
             events {{ worker_connections 64; }}\n\
             http {{\n  access_log off;\n  default_type text/html;\n\
             client_body_temp_path {at}/body; proxy_temp_path {at}/proxy; fastcgi_temp_path {at}/fastcgi;\n\
             uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi;\n\
             server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {at}/chain.pem; ssl_certificate_key {at}/key.pem; root {at}/www; }}\n}}\n"
        );
        std::fs::write(dir.path().join("nginx.conf"), settings)?;
        std::fs::create_dir(dir.path().join("www"))?;
        // Started as root, its worker is somebody else.
        readable(dir.path())?;
        std::fs::write(dir.path().join("www").join("index.html"), page)?;
        write(&dir, chain, key)?;
        let mut command = Self::command(&dir);
        let mut server = Process::start(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))?;
        wait_until("nginx on its port", LIMIT, || {
            let ended = server.ended()?;
            ensure!(ended.is_none(), "nginx has ended: {ended:?}");
            Ok(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(()))
        })?;
        Ok(Self { server, port, dir })
    }

    /// Its address, by the number of the host.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://127.0.0.1:{}/", self.port)
    }

    /// Exchanges certificate and key and has the server read them, as `nginx -s reload` does; waits until it has.
    ///
    /// # Errors
    /// nginx refuses them.
    pub fn reload(&mut self, chain: &str, key: &str) -> Result<()> {
        let before = self.worker()?;
        write(&self.dir, chain, key)?;
        let done = Self::command(&self.dir).args(["-s", "reload"]).stderr(Stdio::null()).status()?;
        ensure!(done.success(), "nginx does not reload: {done}");
        wait_until("nginx with another certificate", LIMIT, || {
            Ok(self.worker().ok().filter(|now| *now != before).map(|_| ()))
        })
    }

    fn command(dir: &TempDir) -> Command {
        let mut command = Command::new("nginx");
        command.arg("-p").arg(dir.path()).arg("-c").arg(dir.path().join("nginx.conf"));
        command.arg("-e").arg(dir.path().join("error.log"));
        command
    }

    /// Its workers, by their numbers: new ones serve with what was read last.
    fn worker(&self) -> Result<String> {
        let master = self.server.id();
        let children = PathBuf::from(format!("/proc/{master}/task/{master}/children"));
        let workers = std::fs::read_to_string(&children).with_context(|| children.display().to_string())?;
        // While the old one finishes there are two.
        ensure!(workers.split_whitespace().count() == 1, "nginx has the workers {workers:?}");
        Ok(workers.trim().to_owned())
    }
}

fn write(dir: &TempDir, chain: &str, key: &str) -> Result<()> {
    std::fs::write(dir.path().join("chain.pem"), chain)?;
    std::fs::write(dir.path().join("key.pem"), key)?;
    Ok(())
}

fn readable(dir: &std::path::Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o755))?;
    Ok(())
}
