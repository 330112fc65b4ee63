//! `script/advisories` with databases that cannot be reached, that know of something, and that know of nothing: each has an exit
//! status of its own, and silence is never taken for an all-clear. Cargo and npm are played by scripts.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

/// What npm prints.
const WELL: &str = r#"{"auditReportVersion":2,"vulnerabilities":{}}"#;
const BAD: &str = r#"{"auditReportVersion":2,"vulnerabilities":{"a":{"name":"a","severity":"high","range":"<1"}}}"#;
const AWAY: &str = r#"{"message":"request failed, reason: connect ECONNREFUSED","error":{"summary":"","detail":""}}"#;

fn play(folder: &Path, name: &str, body: &str) {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_database_that_cannot_be_reached_is_said_loudly_and_has_a_status_of_its_own() {
    // Whether the crates' database is fetched, whether it knows of nothing, what npm prints, and what comes of it.
    let table = [
        (0, 0, WELL, 0, ""),
        (1, 0, WELL, 69, "RustSec's database COULD NOT BE REACHED"),
        (0, 0, AWAY, 69, "npm's database COULD NOT BE REACHED"),
        (0, 0, "", 69, "npm's database COULD NOT BE REACHED"),
        (1, 0, AWAY, 69, "This is not an all-clear"),
        (0, 1, WELL, 1, "there are advisories"),
        (0, 0, BAD, 1, "high: a <1"),
        (0, 1, AWAY, 1, "npm's database COULD NOT BE REACHED"),
        (1, 0, BAD, 1, "RustSec's database COULD NOT BE REACHED"),
    ];
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../script/advisories");
    for (fetched, known, npm, wanted, said) in table {
        let tools = tempfile::tempdir().unwrap();
        play(
            tools.path(),
            "cargo",
            &format!(
                "case \"$*\" in\n*--version*) echo cargo 99.0.0 ;;\n*' fetch '*) exit {fetched} ;;\n*' check '*) exit {known} ;;\n*) exit 9 ;;\nesac"
            ),
        );
        play(
            tools.path(),
            "npm",
            &format!("case \"$1\" in\naudit) printf '%s' '{npm}'; exit 1 ;;\n*) exit 9 ;;\nesac"),
        );
        let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
        let output = Command::new(&script).env("PATH", path).env("CI", "").output().unwrap();
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(wanted), "{fetched} {known} {npm}: {text}");
        assert!(text.contains(said), "{said}: {text}");
        assert_eq!(text.contains("nothing is known against anything"), wanted == 0, "{text}");
    }
}
