//! The tray: one shape a standing, a status line, and what can be done without a window.
//!
//! Linux has no clicks on the icon and no tooltips, and a menu can't be replaced: everything is a line of one menu
//! whose texts change.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use frontwatch_core::standing::Standing;
use frontwatch_core::text::desktop::{self, Item};
use frontwatch_core::text::{Speech, inert};
use frontwatch_engine::api::overview::Overview;
use frontwatch_engine::api::request::{Failure, Request};
use tauri::image::Image;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{App, AppHandle, Manager as _, Wry};

use crate::{Watch, quit, window};

/// The longest status line, in characters: menus grow as wide as their longest line.
const STATUS: usize = 90;
/// How long the desktop may take to bring up its tray after a login.
const HOST_WITHIN: Duration = Duration::from_secs(10);
/// "Pause alerts for an hour".
const PAUSE_MINUTES: u32 = 60;

/// What stands in the tray.
pub(crate) struct Tray {
    icon: TrayIcon,
    status: MenuItem<Wry>,
    pause: MenuItem<Wry>,
    /// The lines that always say the same, in whatever language.
    lines: [MenuItem<Wry>; 3],
    shown: Mutex<Shown>,
}

/// What it shows; setting the same again would make some panels flicker.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Shown {
    standing: Option<Standing>,
    status: String,
    paused: bool,
    /// What the line of the pause says, and the lines that always say the same.
    words: [String; 4],
}

impl Shown {
    /// With the words of the lines, in the language that is spoken now.
    fn in_words(self, speech: &Speech) -> Self {
        let pause = if self.paused { Item::Resume } else { Item::PauseHour };
        let words = [pause, LINES[0], LINES[1], LINES[2]].map(|item| speech.say(&desktop::item(item)));
        Self { words, ..self }
    }
}

/// The lines that always say the same.
const LINES: [Item; 3] = [Item::Recheck, Item::Open, Item::Quit];

/// Whether a person should know of the tray that there is none.
#[derive(Debug, Default)]
struct Word(AtomicBool);

/// Puts the icon into the tray. None where the system has no library for it.
pub(crate) fn stand(app: &mut App, desks: &Watch) -> Option<()> {
    app.manage(Word::default());
    let speech = desks.speech();
    // Where the library is missing, loading it panics within the crate that loads it.
    let made = catch_unwind(AssertUnwindSafe(|| made(app, speech)));
    match made {
        Ok(Ok(tray)) => {
            app.manage(tray);
            Some(())
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "no tray icon");
            None
        }
        Err(_) => {
            tracing::warn!("no tray icon: the library for it is missing (on Debian: libayatana-appindicator3-1)");
            None
        }
    }
}

fn made(app: &App, speech: &Speech) -> tauri::Result<Tray> {
    let line = |item: Item| MenuItem::with_id(app, id(item), speech.say(&desktop::item(item)), true, None::<&str>);
    let status = MenuItem::with_id(app, "status", "Frontwatch", false, None::<&str>)?;
    let pause = line(Item::PauseHour)?;
    let lines = [line(LINES[0])?, line(LINES[1])?, line(LINES[2])?];
    let (above, below) = (PredefinedMenuItem::separator(app)?, PredefinedMenuItem::separator(app)?);
    let menu = Menu::with_items(app, &[&status, &above, &lines[0], &lines[1], &pause, &below, &lines[2]])?;
    let icon = TrayIconBuilder::with_id("frontwatch")
        .icon(picture(Standing::Learning)?)
        .title("Frontwatch")
        .tooltip("Frontwatch")
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| chosen(app, &event))
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event {
                window::open(tray.app_handle());
            }
        })
        .build(app)?;
    Ok(Tray { icon, status, pause, lines, shown: Mutex::default() })
}

/// The name of a line in the menu.
fn id(item: Item) -> &'static str {
    match item {
        Item::Recheck => "recheck",
        Item::Open => "open",
        Item::PauseHour | Item::Resume => "pause",
        Item::Quit => "quit",
    }
}

fn chosen(app: &AppHandle, event: &MenuEvent) {
    match event.id().as_ref() {
        "recheck" => ask(app, |_| Request::Recheck { outlets: Vec::new() }),
        "open" => window::open(app),
        "pause" => {
            ask(app, |paused| if paused { Request::Resume } else { Request::Pause { minutes: Some(PAUSE_MINUTES) } });
        }
        "quit" => quit::ask(app),
        _ => {}
    }
}

/// Asks as the window would. `request` is told whether the alerts are paused.
fn ask(app: &AppHandle, request: impl FnOnce(bool) -> Request) {
    let paused = app.try_state::<Tray>().is_some_and(|tray| lock(&tray.shown).paused);
    let (app, request) = (app.clone(), request(paused));
    tauri::async_runtime::spawn(async move {
        if let Err(Failure { code, says }) = app.state::<Watch>().answer(request).await {
            tracing::error!(%code, "{says}");
        }
    });
}

/// Shows how things stand. Where there is no watch, it says why.
pub(crate) fn show(app: &AppHandle, overview: &Result<Overview, Failure>, speech: &Speech) {
    let Some(tray) = app.try_state::<Tray>() else { return };
    let now = match overview {
        Ok(overview) => Shown {
            standing: Some(overview.standing),
            status: inert(&overview.sentence, STATUS),
            paused: overview.pause.is_some(),
            ..Shown::default()
        },
        Err(failure) => {
            Shown { standing: Some(Standing::Unseen), status: inert(&failure.says, STATUS), ..Shown::default() }
        }
    };
    let now = now.in_words(speech);
    // Nothing is locked while the tray is changed: that waits for the main thread, where a click may wait for this.
    let before = lock(&tray.shown).clone();
    if before != now {
        let shown = change(&tray, &before, now);
        *lock(&tray.shown) = shown;
    }
}

/// Changes what is different, each part for itself; what could not be changed is tried again the next time.
fn change(tray: &Tray, before: &Shown, now: Shown) -> Shown {
    let mut shown = before.clone();
    let done = |what: tauri::Result<()>| match what {
        Ok(()) => true,
        Err(error) => {
            tracing::warn!(%error, "the tray does not show how things stand");
            false
        }
    };
    if let Some(standing) = now.standing.filter(|_| before.standing != now.standing)
        && done(picture(standing).and_then(|picture| tray.icon.set_icon(Some(picture))))
    {
        shown.standing = now.standing;
    }
    let [recheck, open, quit] = &tray.lines;
    let lines = [&tray.pause, recheck, open, quit];
    for (line, (shown, now)) in lines.into_iter().zip(shown.words.iter_mut().zip(now.words)) {
        if *shown != now && done(line.set_text(&now)) {
            *shown = now;
        }
    }
    // What a click does goes by what is so, not by what the line says.
    shown.paused = now.paused;
    if before.status != now.status && done(tray.status.set_text(&now.status)) {
        // Not everywhere is there a tooltip.
        done(tray.icon.set_tooltip(Some(&now.status)));
        shown.status = now.status;
    }
    shown
}

/// The shape of a standing.
fn picture(standing: Standing) -> tauri::Result<Image<'static>> {
    Image::from_bytes(match standing {
        Standing::Normal => include_bytes!("../../icons/tray/normal.png").as_slice(),
        Standing::Learning => include_bytes!("../../icons/tray/learning.png"),
        Standing::Suspect => include_bytes!("../../icons/tray/suspect.png"),
        Standing::Unseen => include_bytes!("../../icons/tray/unseen.png"),
        Standing::Offline => include_bytes!("../../icons/tray/offline.png"),
        Standing::Alarm => include_bytes!("../../icons/tray/alarm.png"),
        Standing::Paused => include_bytes!("../../icons/tray/paused.png"),
    })
}

/// What the window says of the tray, where there is none.
pub(crate) fn word(app: &AppHandle) -> Option<String> {
    let missing = app.try_state::<Word>()?.0.load(Ordering::Relaxed);
    missing.then(|| app.state::<Watch>().speech().say(&desktop::no_tray()))
}

/// Sees whether the desktop shows the icon. Where it does not, the window is opened and says so.
pub(crate) fn mind(app: AppHandle, tray: Option<()>) {
    tauri::async_runtime::spawn(async move {
        if tray.is_some() && host::is_there(HOST_WITHIN).await {
            return;
        }
        tracing::warn!("this desktop shows no tray icon");
        if let Some(word) = app.try_state::<Word>() {
            word.0.store(true, Ordering::Relaxed);
        }
        // A window that is open already asks again; one that is not opens now.
        window::tell(&app, window::News::Shell);
        window::open(&app);
    });
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether somebody shows tray icons.
#[cfg(all(unix, not(target_os = "macos")))]
mod host {
    use std::time::Duration;

    use tokio::time::{Instant, sleep};
    use zbus::{Connection, OwnedVariant};

    /// Between two questions.
    const AGAIN: Duration = Duration::from_millis(500);
    /// The name on the session bus of whoever collects tray icons, and its interface.
    const WATCHER: &str = "org.kde.StatusNotifierWatcher";

    /// Waits for a tray, for this long at the most.
    pub(super) async fn is_there(within: Duration) -> bool {
        let until = Instant::now() + within;
        loop {
            if asked().await.unwrap_or(false) {
                return true;
            }
            if Instant::now() >= until {
                return false;
            }
            sleep(AGAIN).await;
        }
    }

    async fn asked() -> zbus::Result<bool> {
        let bus = Connection::session().await?;
        let question = (WATCHER, "IsStatusNotifierHostRegistered");
        let properties = Some("org.freedesktop.DBus.Properties");
        let reply = bus.call_method(Some(WATCHER), "/StatusNotifierWatcher", properties, "Get", &question).await?;
        let there: OwnedVariant = reply.body().deserialize()?;
        Ok(bool::try_from(&*there).unwrap_or(false))
    }
}

/// Windows and macOS always show them.
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod host {
    use std::time::Duration;

    pub(super) async fn is_there(_within: Duration) -> bool {
        true
    }
}
