//! The harness's screen, tray, notification server with buttons, window and scales, each before a program that is not
//! the one to be tested.

#![cfg(target_os = "linux")]
#![expect(clippy::unused_self, clippy::used_underscore_binding, reason = "the methods of an item are the bus's own")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_core::incident::IncidentId;
use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::verdict::Severity;
use frontwatch_journeys::{
    Bus, Display, Dunst, Home, Icon, Memory, MenuLine, Notifyd, Panel, Program, Tray, Window, wait_until,
};
use jiff::Timestamp;
use serde_json::json;
use tokio::runtime::Runtime;
use zbus::{ObjectPath, OwnedVariant, Variant, interface};

const SOON: Duration = Duration::from_secs(10);

fn runs(pid: u32) -> bool {
    Path::new(&format!("/proc/{pid}/status")).exists()
}

/// A dark blue square.
fn square() -> Icon {
    Icon { width: 22, height: 22, rgba: [10, 20, 200, 255].repeat(22 * 22) }
}

/// An item for the tray, as a program has it, with a menu of two lines, one separator and one hidden line.
struct Item;

#[interface(name = "org.kde.StatusNotifierItem")]
impl Item {
    #[zbus(property)]
    fn id(&self) -> &'static str {
        "harness"
    }

    #[zbus(property)]
    fn category(&self) -> &'static str {
        "ApplicationStatus"
    }

    #[zbus(property)]
    fn status(&self) -> &'static str {
        "Active"
    }

    #[zbus(property)]
    fn title(&self) -> &'static str {
        "Harness"
    }

    #[zbus(property)]
    fn icon_pixmap(&self) -> Vec<(i32, i32, Vec<u8>)> {
        let argb = square().rgba.chunks_exact(4).flat_map(|p| [p[3], p[0], p[1], p[2]]).collect();
        vec![(22, 22, argb)]
    }

    #[zbus(property)]
    fn menu(&self) -> ObjectPath<'static> {
        ObjectPath::from_static_str_unchecked("/org/ayatana/NotificationItem/harness/Menu")
    }
}

type Properties = HashMap<&'static str, Variant<'static>>;
type Entry = (i32, Properties, Vec<Variant<'static>>);

struct Menu(Sender<i32>);

impl Menu {
    fn entries() -> Vec<(i32, Properties)> {
        vec![
            (1, Properties::from([("label", Variant::from("_Open my__paper"))])),
            (2, Properties::from([("type", Variant::from("separator"))])),
            (3, Properties::from([("label", Variant::from("Quiet")), ("enabled", Variant::from(false))])),
            (4, Properties::from([("label", Variant::from("Hidden")), ("visible", Variant::from(false))])),
        ]
    }
}

#[interface(name = "com.canonical.dbusmenu")]
impl Menu {
    fn get_layout(&self, _parent: i32, _depth: i32, _properties: Vec<String>) -> (u32, Entry) {
        let entry = |(id, properties)| -> Variant<'static> {
            let entry: Entry = (id, properties, Vec::new());
            Variant::from(entry)
        };
        (1, (0, Properties::new(), Self::entries().into_iter().map(entry).collect()))
    }

    fn get_group_properties(&self, _ids: Vec<i32>, _properties: Vec<String>) -> Vec<(i32, Properties)> {
        Self::entries()
    }

    fn about_to_show(&self, _id: i32) -> bool {
        false
    }

    fn event(&self, id: i32, event: &str, _data: OwnedVariant, _at: u32) {
        if event == "clicked" {
            // An error means that the test has stopped waiting.
            let _ = self.0.send(id);
        }
    }

    #[zbus(property)]
    fn version(&self) -> u32 {
        3
    }
}

/// A program with an item.
struct Owner {
    runtime: Runtime,
    connection: zbus::Connection,
    clicked: Receiver<i32>,
}

impl Owner {
    fn start(bus: &Bus) -> Result<Self> {
        let (clicks, clicked) = channel();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let connection = runtime.block_on(async {
            zbus::connection::Builder::address(bus.address())
                .serve_at("/org/ayatana/NotificationItem/harness", Item)
                .serve_at("/org/ayatana/NotificationItem/harness/Menu", Menu(clicks))
                .build()
                .await
        })?;
        Ok(Self { runtime, connection, clicked })
    }

    fn register(&self) -> Result<()> {
        let watcher = "org.kde.StatusNotifierWatcher";
        let path = "/org/ayatana/NotificationItem/harness";
        let call = self.connection.call_method(
            Some(watcher),
            "/StatusNotifierWatcher",
            Some(watcher),
            "RegisterStatusNotifierItem",
            &path,
        );
        self.runtime.block_on(call)?;
        Ok(())
    }
}

/// What a tray must see of the item.
fn look_at(tray: &Tray, owner: &Owner) -> Result<()> {
    assert_eq!((tray.status()?.as_str(), tray.title()?.as_str()), ("Active", "Harness"));
    assert_eq!(tray.icon()?, square());
    let line = |id, label: &str, enabled| MenuLine { id, label: label.to_owned(), enabled, ticked: None };
    assert_eq!(tray.lines()?, [line(1, "Open my_paper", true), line(3, "Quiet", false)]);
    tray.click("Open my_paper")?;
    assert_eq!(owner.clicked.recv_timeout(SOON)?, 1);
    for label in ["Quiet", "Hidden"] {
        let error = tray.click(label).err().context("it was clicked")?;
        ensure!(format!("{error:#}").contains("Open my_paper"), "{error:#}");
    }
    Ok(())
}

#[test]
fn an_item_is_read_and_clicked_with_no_tray_there() -> Result<()> {
    let bus = Bus::start()?;
    let none = Tray::wait(&bus, Duration::ZERO).err().context("there is an item")?;
    ensure!(format!("{none:#}").contains("one item in the tray"), "{none:#}");
    let owner = Owner::start(&bus)?;
    look_at(&Tray::wait(&bus, SOON)?, &owner)
}

#[test]
fn an_item_is_in_a_real_tray_once_it_is_registered() -> Result<()> {
    let (bus, display) = (Bus::start()?, Display::start()?);
    let panel = Panel::start(&bus, &display)?;
    ensure!(Panel::start(&bus, &display).is_err(), "there is one tray on a bus");
    let bar = display.wait_for_window("xfce4-panel", SOON)?;
    assert_eq!((bar.x, bar.width), (0, 1280), "it is as wide as the screen: {bar:?}");

    let owner = Owner::start(&bus)?;
    ensure!(Tray::wait(&bus, Duration::from_millis(300)).is_err(), "the tray does not know it yet");
    let dir = tempfile::tempdir()?;
    let pictures = [dir.path().join("before.png"), dir.path().join("after.png")];
    display.picture_of(&bar, &pictures[0])?;
    owner.register()?;
    look_at(&Tray::wait(&bus, SOON)?, &owner)?;
    // The icon's colour, which nothing else on the bar has, is drawn.
    let blue = |picture: &PathBuf| -> Result<usize> {
        display.picture_of(&bar, picture)?;
        Ok(Icon::read(picture)?.rgba.chunks_exact(4).filter(|p| p == &[10, 20, 200, 255]).count())
    };
    assert_eq!(Icon::read(&pictures[0])?.rgba.chunks_exact(4).filter(|p| p == &[10, 20, 200, 255]).count(), 0);
    wait_until("the icon on the bar", SOON, || Ok((blue(&pictures[1])? >= 100).then_some(())))?;

    drop(owner);
    wait_until("the item is gone", SOON, || Ok(Tray::wait(&bus, Duration::ZERO).is_err().then_some(())))?;
    drop(panel);
    display.wait_for_no_window("xfce4-panel", SOON)
}

/// The engine's notifier, in a process whose session bus is the test's.
fn notifier(bus: &Bus) -> Result<Program> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_journeys-desktop"));
    Program::run(command.env("DBUS_SESSION_BUS_ADDRESS", bus.address()).stdin(Stdio::piped()))
}

fn raise(notifier: &mut Program, key: &str) -> Result<()> {
    let notice = Notice {
        id: format!("{key}-1"),
        key: key.to_owned(),
        incident: IncidentId::from_stored("00112233445566ff"),
        campaign: None,
        title: format!("Report: {key}"),
        body: "A picture never seen there before covers the front page.".to_owned(),
        severity: Severity::Critical,
        over: false,
        buttons: vec![Button::Acknowledge, Button::Open, Button::Recheck],
        at: Timestamp::UNIX_EPOCH,
        about: Box::default(),
    };
    notifier.tell(&json!({"raise": notice}).to_string())?;
    let answer = notifier.wait_for("it is raised", SOON, |line| line["raised"] == key)?;
    ensure!(answer["error"].is_null(), "not raised: {answer}");
    Ok(())
}

#[test]
fn a_button_of_a_real_notification_is_pressed_where_it_is_drawn() -> Result<()> {
    let (bus, display) = (Bus::start()?, Display::start()?);
    // Both parts of the desktop share their settings.
    let _panel = Panel::start(&bus, &display)?;
    let server = Notifyd::start(&bus, &display)?;
    ensure!(Notifyd::start(&bus, &display).is_err(), "there is one server on a bus");
    ensure!(server.press(0, Duration::from_millis(300)).is_err(), "there is nothing to press");
    let mut notifier = notifier(&bus)?;
    // The server draws the action of a click on the notification itself as a button: it stands in the place of "Open".
    for (place, button) in ["acknowledge", "open", "recheck"].into_iter().enumerate() {
        let key = format!("button {place}");
        raise(&mut notifier, &key)?;
        server.press(place, SOON)?;
        let click = notifier.wait_for("a click", SOON, |line| line["click"] == key)?;
        assert_eq!(click["button"], button, "{key}");
        wait_until("it is gone", SOON, || Ok(server.shown()?.is_empty().then_some(())))?;
    }
    raise(&mut notifier, "last")?;
    let error = server.press(3, SOON).err().context("there is a fourth button")?;
    ensure!(error.to_string().contains("no button 3"), "{error:#}");
    let dir = tempfile::tempdir()?;
    let picture = dir.path().join("screen.png");
    server.picture(&picture)?;
    assert_eq!((Icon::read(&picture)?.width, Icon::read(&picture)?.height), (1280, 800));
    Ok(())
}

#[test]
fn a_screen_shows_what_stands_on_it() -> Result<()> {
    let (bus, display) = (Bus::start()?, Display::start()?);
    assert_eq!(display.windows()?, [], "nothing is there at first");
    let none = display.wait_for_window("Dunst", Duration::from_millis(100)).err().context("there is one")?;
    ensure!(format!("{none:#}").contains("a window titled \"Dunst\""), "{none:#}");

    let dir = tempfile::tempdir()?;
    let picture = dir.path().join("screen.png");
    display.picture(&picture)?;
    let calm = [0x33, 0x41, 0x55, 0xff];
    ensure!(Icon::read(&picture)?.rgba.chunks_exact(4).all(|p| p == calm), "the screen is not of one colour");

    let server = Dunst::on(&bus, &display)?;
    raise(&mut notifier(&bus)?, "a window")?;
    let shown = display.wait_for_window("Dunst", SOON)?;
    display.picture_of(&shown, &picture)?;
    let own = Icon::read(&picture)?;
    assert_eq!((own.width, own.height), (shown.width.into(), shown.height.into()));
    ensure!(own.rgba.chunks_exact(4).filter(|p| p == &calm).count() < 100, "it is not the notification's picture");

    display.click(shown.x + 10, shown.y + 10)?;
    display.wait_for_no_window("Dunst", SOON)?;
    assert_eq!(server.displayed()?, 0, "dunst closes what is clicked on");
    Ok(())
}

/// The browser that comes with `WebKitGTK`: a window of the same kind as the program's.
fn browser(home: &Home, bus: &Bus, display: &Display) -> Result<Command> {
    let folders = std::fs::read_dir("/usr/lib")?.flatten().map(|folder| folder.path());
    let places = folders.chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib64")]);
    let path = places.map(|place| place.join("webkit2gtk-4.1/MiniBrowser")).find(|path| path.is_file());
    let mut command = Command::new(path.context("the package of WebKitGTK has no MiniBrowser")?);
    command
        .arg("--automation")
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path().join("runtime"))
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("DISPLAY", display.name())
        .env("NO_AT_BRIDGE", "1")
        .env("ONLY_THIS", "it is set");
    Ok(command)
}

#[test]
fn a_window_is_driven_pictured_closed_and_ended() -> Result<()> {
    let (bus, display, home) = (Bus::start()?, Display::start()?, Home::new()?);
    let mut window = Window::start(&browser(&home, &bus, &display)?)?;
    ensure!(window.text("h1").is_err(), "it has not been waited for");
    window.wait(SOON)?;
    window.script(
        "document.body.innerHTML = `<h1>Report</h1><input value=old><button>Say it</button><p>nothing</p><i>a</i><i>b</i>`;
         document.querySelector('button').onclick = () => setTimeout(() => {
             document.querySelector('p').textContent = 'said: ' + document.querySelector('input').value;
         }, 300);
         setTimeout(() => document.body.append(Object.assign(document.createElement('b'), {textContent: 'late'})), 500)",
    )?;
    assert_eq!(window.text("h1")?, "Report");
    assert_eq!(window.texts("i")?, ["a", "b"]);
    ensure!(!window.exists("b")?, "it comes later");
    assert_eq!(window.text("b")?, "late");
    window.type_into("input", "newer")?;
    window.type_into("input", "new")?;
    window.click("button")?;
    assert_eq!(window.wait_for_text("p", "said", SOON)?, "said: new");
    let error = window.wait_for_text("p", "more", Duration::from_millis(100)).err().context("it was said")?;
    ensure!(error.to_string().contains("said: new"), "{error:#}");
    assert_eq!(window.script("return 6 * 7")?, 42);

    let dir = tempfile::tempdir()?;
    let picture = dir.path().join("window.png");
    window.script("document.body.innerHTML = ''; document.body.style.background = 'rgb(10, 20, 200)'")?;
    window.picture(&picture)?;
    let blue = Icon::read(&picture)?;
    ensure!(blue.rgba.chunks_exact(4).all(|p| p == [10, 20, 200, 255]), "an earlier frame was pictured");

    let memory = Memory::of(window.pid())?;
    let names: Vec<&str> = memory.shares.iter().map(|share| share.name.as_str()).collect();
    ensure!(names[0] == "MiniBrowser" && names.contains(&"WebKitWebProces"), "{names:?}");

    let environment = std::fs::read_to_string(format!("/proc/{}/environ", window.pid()))?;
    ensure!(environment.contains("ONLY_THIS=it is set"), "it has not the command's environment");
    ensure!(!environment.contains("CARGO"), "it has the test's environment");

    // This program ends with its last window.
    window.close(&display)?;
    window.wait_for_end(SOON)?;

    for kill in [false, true] {
        let window = Window::start(&browser(&home, &bus, &display)?)?;
        let pid = window.pid();
        ensure!(runs(pid), "it is running");
        if kill {
            window.kill()?;
            window.wait_for_end(SOON)?;
        }
        drop(window);
        wait_until("the program ends with the test", SOON, || Ok((!runs(pid)).then_some(())))?;
    }
    Ok(())
}

#[test]
fn a_program_without_a_window_is_not_waited_for_longer_than_it_runs() -> Result<()> {
    let mut command = Command::new("/bin/sleep");
    command.arg("1").env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let mut window = Window::start(&command)?;
    for (within, why) in [(Duration::from_millis(100), "no window within"), (SOON, "has ended and had no window")] {
        let error = window.wait(within).err().context("there is a window")?;
        ensure!(error.to_string().contains(why), "{error:#}");
    }
    window.wait_for_end(SOON)
}

#[test]
fn what_a_program_holds_is_weighed_with_its_children() -> Result<()> {
    // The child is a shell of its own, whose child sleeps.
    let mut program =
        Program::run(Command::new("sh").args(["-c", "sh -c 'sleep 60 & echo {}; wait' & wait"]).stdin(Stdio::null()))?;
    program.wait_for("it is up", SOON, |_| true)?;
    let memory = wait_until("all have their names", SOON, || {
        let memory = Memory::of(program.pid())?;
        Ok(memory.shares.iter().any(|share| share.name == "sleep").then_some(memory))
    })?;
    let names: Vec<&str> = memory.shares.iter().map(|share| share.name.as_str()).collect();
    assert_eq!(names, ["sh", "sh", "sleep"]);
    for share in &memory.shares {
        // The same by the mapping, each rounded.
        let mappings = std::fs::read_to_string(format!("/proc/{}/smaps", share.pid))?;
        let sizes = mappings.lines().filter_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB"));
        let sum: u64 = sizes.map(|kb| kb.parse::<u64>().unwrap_or(0)).sum();
        ensure!(share.kb.abs_diff(sum) <= 32, "{share:?}, and by the mapping {sum} kB");
    }
    assert_eq!(memory.kb(), memory.shares.iter().map(|share| share.kb).sum::<u64>());
    ensure!(memory.to_string().contains("sleep"), "{memory}");
    // Each ends with its child.
    let sleep = memory.shares.last().context("no sleep")?.pid;
    Command::new("kill").arg(sleep.to_string()).status()?;
    program.wait(SOON)?;
    ensure!(Memory::of(program.pid()).is_err(), "it has ended");
    Ok(())
}
