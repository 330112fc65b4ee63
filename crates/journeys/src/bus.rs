//! A private session bus. It knows no services that it could start, so that no notification server of the machine
//! comes up by itself.

use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use zbus::message::Message;
use zbus::{Connection, OwnedVariant, Variant};

use crate::child::Process;

/// How long the bus may take to come up, and to answer.
const LIMIT: Duration = Duration::from_secs(10);

/// A session bus of the test's own.
#[derive(Debug)]
pub struct Bus {
    process: Process,
    address: String,
    _dir: TempDir,
}

impl Bus {
    /// Starts a bus with nothing on it.
    ///
    /// # Errors
    /// `dbus-daemon` is missing or does not come up.
    pub fn start() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("frontwatch-bus-").tempdir()?;
        let config = dir.path().join("session.conf");
        std::fs::write(&config, configuration(&dir))?;
        let mut process = Process::start(
            Command::new("dbus-daemon")
                .arg("--nofork")
                .arg("--nopidfile")
                .arg("--print-address=1")
                .arg("--config-file")
                .arg(&config)
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let output = process.pipes().stdout.take().context("dbus-daemon has no output")?;
        let (lines, first_line) = mpsc::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            if BufReader::new(output).read_line(&mut line).is_ok() {
                // An error means that the test has stopped waiting.
                let _ = lines.send(line);
            }
        });
        let line = first_line.recv_timeout(LIMIT).context("dbus-daemon names no address")?;
        let address = line.trim().to_owned();
        ensure!(!address.is_empty(), "dbus-daemon ended before it named an address");
        Ok(Self { process, address, _dir: dir })
    }

    /// What `DBUS_SESSION_BUS_ADDRESS` must be for a program that is to use this bus.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The process id of the bus.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// How many connections there are, the one that asks not counted.
    ///
    /// # Errors
    /// The bus does not answer.
    pub fn connections(&self) -> Result<usize> {
        let names: Vec<String> = Question::of_the_bus("ListNames").ask(self.address(), &())?.body().deserialize()?;
        Ok(names.iter().filter(|name| name.starts_with(':')).count().saturating_sub(1))
    }

    /// Whether anybody shows notifications on this bus.
    ///
    /// # Errors
    /// The bus does not answer.
    pub fn has_notification_server(&self) -> Result<bool> {
        self.has("org.freedesktop.Notifications")
    }

    /// Whether anybody has this name.
    pub(crate) fn has(&self, name: &str) -> Result<bool> {
        Ok(Question::of_the_bus("NameHasOwner").ask(self.address(), &name)?.body().deserialize()?)
    }
}

fn configuration(dir: &TempDir) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        dir.path().display()
    )
}

/// A method that a test calls on a connection of its own.
pub(crate) struct Question<'a> {
    pub(crate) whom: &'a str,
    pub(crate) path: &'a str,
    pub(crate) interface: &'a str,
    pub(crate) method: &'a str,
}

impl<'a> Question<'a> {
    /// One that the bus itself answers.
    pub(crate) fn of_the_bus(method: &'a str) -> Self {
        Self { whom: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus", method }
    }

    /// Asks on the bus at this address, and waits for the answer. Not for callers inside a runtime.
    pub(crate) fn ask<B>(&self, address: &str, body: &B) -> Result<Message>
    where
        B: serde::Serialize + zbus::DynamicType,
    {
        block_on(async {
            let connection = zbus::connection::Builder::address(address).build().await?;
            self.ask_on(&connection, body).await
        })
    }

    /// Asks on this connection.
    pub(crate) async fn ask_on<B>(&self, connection: &Connection, body: &B) -> Result<Message>
    where
        B: serde::Serialize + zbus::DynamicType,
    {
        connection
            .call_method(Some(self.whom), self.path, Some(self.interface), self.method, body)
            .await
            .with_context(|| format!("{} does not answer {}", self.whom, self.method))
    }
}

/// A property of an object on the bus at this address.
pub(crate) fn property(address: &str, whom: &str, path: &str, interface: &str, name: &str) -> Result<OwnedVariant> {
    let question = Question { whom, path, interface: "org.freedesktop.DBus.Properties", method: "Get" };
    let reply = question.ask(address, &(interface, name)).with_context(|| format!("its property {name}"))?;
    Ok(reply.body().deserialize()?)
}

/// A runtime for talking to a bus.
pub(crate) fn runtime() -> Result<Runtime> {
    Ok(Builder::new_multi_thread().worker_threads(1).enable_io().enable_time().build()?)
}

/// Waits for what is asked on a bus. Not for callers inside a runtime.
pub(crate) fn block_on<T>(asked: impl Future<Output = Result<T>>) -> Result<T> {
    runtime()?.block_on(async { tokio::time::timeout(LIMIT, asked).await.context("the bus does not answer")? })
}

/// Those of these values that are texts.
pub(crate) fn texts(values: HashMap<String, OwnedVariant>) -> BTreeMap<String, String> {
    values
        .into_iter()
        .filter_map(|(name, value)| match &*value {
            Variant::Str(text) => Some((name, text.to_string())),
            _ => None,
        })
        .collect()
}
