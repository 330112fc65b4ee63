//! A certificate that is renewed, swapped and restored on a real web server, as `frontwatch check` sees it.

#![cfg(target_os = "linux")]

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{FRONT_PAGE, Home, Nginx, Program};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use serde_json::Value;

/// Longer than a round over two watches takes on a busy machine, its confirmations included.
const SOON: Duration = Duration::from_secs(60);

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Result<Authority> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::OrganizationName, name);
    Ok(CertifiedIssuer::self_signed(params, KeyPair::generate()?)?)
}

/// A chain and its key, PEM; by itself where nobody signs.
fn certificate(by: Option<&Authority>) -> Result<(String, String)> {
    let mut params = CertificateParams::new(vec!["127.0.0.1".to_owned()])?;
    params.not_before = date_time_ymd(2024, 1, 1);
    params.not_after = date_time_ymd(2045, 1, 1);
    let key = KeyPair::generate()?;
    let made = match by {
        Some(authority) => params.signed_by(&key, authority)?,
        None => params.self_signed(&key)?,
    };
    Ok((made.pem(), key.serialize_pem()))
}

/// What a round says of the certificate, and its exit status.
fn check(home: &Home) -> Result<(Value, Option<i32>)> {
    let mut program = Program::start(home, None, &["check", "--json"])?;
    let status = program.wait(SOON)?;
    let line = program.lines().into_iter().find(|line| line["watch"] == "tls").context("nothing of the certificate")?;
    Ok((line, status.code()))
}

#[test]
fn a_renewal_is_silent_a_swap_is_told_and_the_own_certificate_is_normal_again() -> Result<()> {
    let (usual, other) = (authority("Usual Authority")?, authority("Other Authority")?);
    let (chain, key) = certificate(Some(&usual))?;
    let mut nginx = Nginx::start(&chain, &key, FRONT_PAGE)?;
    let home = Home::new()?;
    let mut trusted = Vec::new();
    for (name, authority) in [("usual.pem", &usual), ("other.pem", &other)] {
        let path = home.path().join(name);
        std::fs::write(&path, authority.pem())?;
        trusted.push(format!("{:?}", path.display().to_string()));
    }
    home.configure(&format!("[watching]\ncertificate_authorities = [{}]\n", trusted.join(", ")))?;
    let mut add = Program::start(&home, None, &["add", &nginx.url()])?;
    ensure!(add.wait(SOON)?.code() == Some(2), "nobody is there to ask: {:?}", add.errors());
    let told = add.plain_lines().join("\n");
    ensure!(told.contains("Its certificate is signed by Usual Authority and holds until"), "{told}");

    home.configure(&format!(
        "[watching]\ninterval = \"2s\"\ncertificate_authorities = [{}]\n[[outlet]]\nname = \"Paper\"\nhomepage = \"{}\"\n",
        trusted.join(", "),
        nginx.url()
    ))?;
    let (first, _) = check(&home)?;
    ensure!(first["verdict"] == "learning" && first["url"] == nginx.url().as_str(), "{first}");

    let (chain, key) = certificate(Some(&usual))?;
    nginx.reload(&chain, &key)?;
    let (renewed, status) = check(&home)?;
    ensure!(renewed["verdict"] == "normal" && status == Some(0), "{renewed}");

    let kind = |line: &Value| line["signals"][0]["kind"].clone();
    let swapped = certificate(Some(&other))?;
    nginx.reload(&swapped.0, &swapped.1)?;
    let (line, status) = check(&home)?;
    ensure!(kind(&line) == "certificate.issuer" && line["severity"] == "warning" && status == Some(1), "{line}");
    ensure!(line["signals"][0]["summary"].as_str().is_some_and(|said| said.contains("Other Authority")), "{line}");

    let forged = certificate(None)?;
    nginx.reload(&forged.0, &forged.1)?;
    let (line, status) = check(&home)?;
    ensure!(line["verdict"] == "alarm" && line["severity"] == "critical" && status == Some(1), "{line}");
    ensure!(kind(&line) == "certificate.self-signed", "{line}");

    nginx.reload(&chain, &key)?;
    let (line, status) = check(&home)?;
    ensure!(line["verdict"] == "normal" && status == Some(0), "{line}");
    Ok(())
}
