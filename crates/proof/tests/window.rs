//! What the window may do is what is listed here, and the pieces that say so agree: the commands that the shell answers, those
//! that the capability allows, and the policy that the page runs under. A command more, or a wider policy, is a change of
//! this file.

use std::fs;
use std::path::Path;

/// Every command, in words for a person.
const COMMANDS: [(&str, &str); 7] = [
    ("ask", "a request to the engine, one of a closed set"),
    ("open_page", "a watched page in the browser, by the name of its watch"),
    ("quit", "ends the program"),
    ("route", "where a click on a notification leads"),
    ("set_autostart", "starts at login, or not"),
    ("shell", "what the shell is: its version, whether there is a tray"),
    ("stay", "does not end the program"),
];
/// What each part of the page may be loaded from. Nothing that is not named here.
const POLICY: [(&str, &str); 9] = [
    ("base-uri", "'none'"),
    ("connect-src", "ipc: http://ipc.localhost"),
    ("default-src", "'none'"),
    ("font-src", "'self'"),
    ("form-action", "'none'"),
    ("frame-ancestors", "'none'"),
    ("img-src", "'self' data:"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
];

fn read(file: &str) -> std::io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri").join(file))
}

/// What stands in quotes between `name` and the next `end`, in order.
fn list(text: &str, name: &str, end: char) -> Vec<String> {
    let after = text.split_once(name).map_or("", |(_, after)| after);
    let within = after.split(end).next().unwrap_or_default();
    let mut all: Vec<String> = within.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    all.sort();
    all
}

#[test]
fn the_window_may_call_these_commands_and_no_other() {
    let commands: Vec<String> = COMMANDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(list(&read("build.rs").unwrap(), "let commands = &[", ']'), commands, "build.rs");
    let allowed = commands.iter().map(|name| format!("allow-{}", name.replace('_', "-")));
    // Ctrl and +, - or 0: how large everything is drawn, and nothing else.
    let mut allowed: Vec<String> = allowed.chain(["core:webview:allow-set-webview-zoom".to_owned()]).collect();
    allowed.sort();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/capabilities");
    let files: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(files.len(), 1, "one file of capabilities: {files:?}");
    let capability = read("capabilities/main.json").unwrap();
    assert_eq!(list(&capability, "\"permissions\": [", ']'), allowed, "capabilities/main.json");
    assert_eq!(list(&capability, "\"windows\": [", ']'), ["main"], "one window has it");
    assert!(!capability.contains("\"remote\""), "no page from elsewhere has it");
    let handled = read("src/commands.rs").unwrap();
    let handled = handled.split_once("generate_handler![").unwrap().1.split(']').next().unwrap().to_owned();
    let mut handled: Vec<&str> = handled
        .split(',')
        .map(|name| name.trim().rsplit("::").next().unwrap())
        .filter(|name| !name.is_empty())
        .collect();
    handled.sort_unstable();
    assert_eq!(handled, commands, "src/commands.rs");
}

#[test]
fn the_window_loads_its_own_files_and_nothing_else() {
    let config = read("tauri.conf.json").unwrap();
    let policy = config.split_once("\"csp\": \"").unwrap().1.split('"').next().unwrap();
    let mut policy: Vec<(&str, &str)> = policy.split(';').map(|part| part.trim().split_once(' ').unwrap()).collect();
    policy.sort_unstable();
    assert_eq!(policy, POLICY);
    for word in ["devUrl", "dangerousDisableAssetCspModification", "assetProtocol", "withGlobalTauri"] {
        assert!(!config.contains(word), "{word}");
    }
}
