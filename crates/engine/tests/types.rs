//! The window's types are those of the engine: `ui/src/host/types.ts` is generated from `engine::api`, committed, and
//! compared here. `FRONTWATCH_WRITE_TYPES=1 cargo test -p frontwatch-engine --test types` writes it anew.

use std::path::Path;

use frontwatch_engine::api::request::{Failure, Reply, Request, Shell};
use ts_rs::{Config, TS};

#[test]
fn the_window_s_types_are_the_engine_s() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let config = Config::new().with_out_dir(folder.path());
    Request::export_all(&config)?;
    Reply::export_all(&config)?;
    Failure::export_all(&config)?;
    Shell::export_all(&config)?;
    let generated = std::fs::read_to_string(folder.path().join("types.ts"))?;

    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/host/types.ts");
    if std::env::var_os("FRONTWATCH_WRITE_TYPES").is_some() {
        std::fs::write(&committed, &generated)?;
    }
    let known = std::fs::read_to_string(&committed)?;
    assert!(known == generated, "ui/src/host/types.ts is not what engine::api says: see the top of this test");
    Ok(())
}
