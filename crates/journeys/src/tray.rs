//! The program's item in the tray, as a tray sees it: by the `StatusNotifierItem` and `com.canonical.dbusmenu`
//! interfaces on the bus.
//!
//! There need be no tray: then the item is looked for on the bus itself, where libayatana-appindicator puts it.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::task::JoinSet;
use zbus::{OwnedVariant, Variant};

use crate::bus::{Bus, Question, block_on, property};
use crate::wait_until;

/// What trays and items meet at.
pub(crate) const WATCHER: Question<'static> = Question {
    whom: "org.kde.StatusNotifierWatcher",
    path: "/StatusNotifierWatcher",
    interface: "org.kde.StatusNotifierWatcher",
    method: "RegisterStatusNotifierHost",
};

/// The item's interface.
const ITEM: &str = "org.kde.StatusNotifierItem";

/// The interface of the item's menu.
const MENU: &str = "com.canonical.dbusmenu";

/// Below this, libayatana-appindicator has a program's items.
const ITEMS: &str = "/org/ayatana/NotificationItem";

/// How long one program may take to say whether it has items: there are programs that never answer.
const ANSWER: Duration = Duration::from_millis(500);

/// How long a new picture may take to be there after its name is.
const PAINTED: Duration = Duration::from_secs(2);

/// An entry of a menu on the bus: its number, its properties, and the entries below it.
type Entry = (i32, HashMap<String, OwnedVariant>, Vec<OwnedVariant>);

/// A line of the menu. Separators and what is hidden are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuLine {
    /// Its number in the menu.
    pub id: i32,
    /// Its text as a person reads it.
    pub label: String,
    /// Whether it can be clicked.
    pub enabled: bool,
    /// Whether it has a tick; none when it can't have one.
    pub ticked: Option<bool>,
}

/// An icon, to be compared with another.
#[derive(Clone, PartialEq, Eq)]
pub struct Icon {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, in lines from the top.
    pub rgba: Vec<u8>,
}

impl Icon {
    /// The icon in this PNG file.
    ///
    /// # Errors
    /// It can't be read.
    pub fn read(file: &Path) -> Result<Self> {
        let read = || -> Result<Self> {
            let mut decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(file)?));
            decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
            let mut reader = decoder.read_info()?;
            let mut pixels = vec![0; reader.output_buffer_size().context("too large")?];
            let frame = reader.next_frame(&mut pixels)?;
            pixels.truncate(frame.buffer_size());
            let rgba = match frame.color_type {
                png::ColorType::Rgba => pixels,
                png::ColorType::GrayscaleAlpha => {
                    pixels.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect()
                }
                other => bail!("its pixels are {other:?}"),
            };
            Ok(Self { width: frame.width, height: frame.height, rgba })
        };
        read().with_context(|| file.display().to_string())
    }
}

impl std::fmt::Debug for Icon {
    /// Not every pixel.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sum = self.rgba.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
        write!(f, "Icon({}x{}, {sum:08x})", self.width, self.height)
    }
}

/// The item of one program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tray {
    address: String,
    /// The program's connection.
    whom: String,
    path: String,
    menu: String,
}

impl Tray {
    /// Waits until there is exactly one item: one that the tray knows of where there is a tray, and one that a program
    /// would show if there were one otherwise.
    ///
    /// # Errors
    /// There is none, or there are several; says which.
    pub fn wait(bus: &Bus, within: Duration) -> Result<Self> {
        let mut seen = Vec::new();
        let found = wait_until("one item in the tray", within, || {
            seen = if bus.has(WATCHER.whom)? { registered(bus)? } else { exported(bus)? };
            let [(whom, path)] = &seen[..] else { return Ok(None) };
            // An item that has just come may have no menu yet, and one that goes has none any more.
            let menu = property(bus.address(), whom, path, ITEM, "Menu").ok();
            let Some(Variant::ObjectPath(menu)) = menu.as_deref() else { return Ok(None) };
            let (address, menu) = (bus.address().to_owned(), menu.to_string());
            Ok(Some(Self { address, whom: whom.clone(), path: path.clone(), menu }))
        });
        found.with_context(|| format!("the items are {seen:?}"))
    }

    /// `Active`, `Passive` (need not be shown) or `NeedsAttention`.
    ///
    /// # Errors
    /// The program does not answer.
    pub fn status(&self) -> Result<String> {
        self.text("Status")
    }

    /// What the item is called.
    ///
    /// # Errors
    /// The program does not answer.
    pub fn title(&self) -> Result<String> {
        self.text("Title")
    }

    /// The icon that is shown now.
    ///
    /// # Errors
    /// The program does not answer; or it names an icon that is neither a file nor sent along.
    pub fn icon(&self) -> Result<Icon> {
        let mut why = None;
        let icon = wait_until("the picture of the icon", PAINTED, || {
            // The file of an earlier icon may be gone when it is to be read.
            let icon = self.current_icon();
            why = icon.as_ref().err().map(|error| format!("{error:#}"));
            Ok(icon.ok())
        });
        icon.with_context(|| why.unwrap_or_default())
    }

    /// The lines of the menu, from above; those of a menu inside it after the line that opens it.
    ///
    /// # Errors
    /// The program does not answer.
    pub fn lines(&self) -> Result<Vec<MenuLine>> {
        const ALL: &[&str] = &[];
        let (everything, endless) = (0_i32, -1_i32);
        let reply = self.of_the_menu("GetLayout").ask(&self.address, &(everything, endless, ALL))?;
        let (_revision, (_root, _, entries)): (u32, Entry) = reply.body().deserialize()?;
        let mut lines = Vec::new();
        entries.iter().try_for_each(|entry| collect(entry, &mut lines))?;
        Ok(lines)
    }

    /// A person clicks on the line with this text.
    ///
    /// # Errors
    /// There is no such line or it can't be clicked; says which there are.
    pub fn click(&self, label: &str) -> Result<()> {
        let lines = self.lines()?;
        let line = lines.iter().find(|line| line.label == label && line.enabled);
        let line = line.with_context(|| format!("no {label:?} can be clicked in {lines:#?}"))?;
        let (data, now) = (Variant::from(0_i32), 0_u32);
        let answer = self.of_the_menu("Event").ask(&self.address, &(line.id, "clicked", data, now));
        if answer.is_err() {
            // A program whose line `Quit` is clicked may leave the bus without an answer.
            let reply = Question::of_the_bus("NameHasOwner").ask(&self.address, &self.whom)?;
            if !reply.body().deserialize()? {
                return Ok(());
            }
        }
        answer.map(drop)
    }

    fn current_icon(&self) -> Result<Icon> {
        // The older interface has no pixels, the newer one need have no name.
        let name = self.text("IconName").unwrap_or_default();
        if Path::new(&name).is_absolute() {
            return Icon::read(Path::new(&name));
        }
        let sent = self.get("IconPixmap").with_context(|| format!("the icon is {name:?}, which is no file"))?;
        let sent: Vec<(i32, i32, Vec<u8>)> = sent.try_into()?;
        let (width, height, argb) = sent.into_iter().max_by_key(|(width, ..)| *width).context("no icon is sent")?;
        let rgba = argb.chunks_exact(4).flat_map(|p| [p[1], p[2], p[3], p[0]]).collect();
        Ok(Icon { width: width.try_into()?, height: height.try_into()?, rgba })
    }

    fn text(&self, name: &str) -> Result<String> {
        let value = self.get(name)?;
        Ok(<&str>::try_from(&*value).with_context(|| format!("{name} is no text"))?.to_owned())
    }

    fn get(&self, name: &str) -> Result<OwnedVariant> {
        property(&self.address, &self.whom, &self.path, ITEM, name)
    }

    fn of_the_menu<'a>(&'a self, method: &'a str) -> Question<'a> {
        Question { whom: &self.whom, path: &self.menu, interface: MENU, method }
    }
}

/// The items that the tray knows: connection and path.
fn registered(bus: &Bus) -> Result<Vec<(String, String)>> {
    let all = "RegisteredStatusNotifierItems";
    let all = property(bus.address(), WATCHER.whom, WATCHER.path, WATCHER.interface, all)?;
    let all: Vec<String> = all.try_into()?;
    all.iter()
        .map(|item| {
            let slash = item.find('/').with_context(|| format!("the item {item:?} has no path"))?;
            let (whom, path) = item.split_at(slash);
            Ok((whom.to_owned(), path.to_owned()))
        })
        .collect()
}

/// The items that programs have on the bus: connection and path.
fn exported(bus: &Bus) -> Result<Vec<(String, String)>> {
    block_on(async {
        let connection = zbus::connection::Builder::address(bus.address()).build().await?;
        let names = Question::of_the_bus("ListNames").ask_on(&connection, &()).await?;
        let names: Vec<String> = names.body().deserialize()?;
        let own = connection.unique_name().map(ToString::to_string);
        let mut asked = JoinSet::new();
        for whom in names.into_iter().filter(|name| name.starts_with(':') && Some(name) != own.as_ref()) {
            let connection = connection.clone();
            asked.spawn(async move {
                let interface = "org.freedesktop.DBus.Introspectable";
                let question = Question { whom: &whom, path: ITEMS, interface, method: "Introspect" };
                // Most programs have nothing there, and say so or nothing.
                let reply = tokio::time::timeout(ANSWER, question.ask_on(&connection, &())).await.ok()?.ok()?;
                let xml: String = reply.body().deserialize().ok()?;
                let items = children(&xml).into_iter().map(|child| (whom.clone(), format!("{ITEMS}/{child}")));
                Some(items.collect::<Vec<_>>())
            });
        }
        Ok(asked.join_all().await.into_iter().flatten().flatten().collect())
    })
}

/// The names of the objects right below one, in its description of itself, which may have theirs inside.
fn children(xml: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut depth = 0;
    for tag in xml.split('<').skip(1) {
        if tag.starts_with("/node") {
            depth -= 1;
        } else if let Some(node) = tag.strip_prefix("node") {
            if depth == 1 {
                names.extend(node.split('"').nth(1));
            }
            if !node.trim_end().ends_with("/>") {
                depth += 1;
            }
        }
    }
    names
}

/// The lines of this entry of a menu and of those below it.
fn collect(node: &Variant<'_>, lines: &mut Vec<MenuLine>) -> Result<()> {
    let node = match node {
        Variant::Variant(inner) => &**inner,
        other => other,
    };
    let Variant::Structure(entry) = node else { bail!("an entry of the menu is {node:?}") };
    let [Variant::I32(id), Variant::Dict(properties), Variant::Array(below)] = entry.fields() else {
        bail!("an entry of the menu is {entry:?}")
    };
    let properties: HashMap<String, OwnedVariant> = properties.try_clone()?.try_into()?;
    let text = |name: &str| properties.get(name).and_then(|value| <&str>::try_from(&**value).ok());
    // What is not said is so.
    let is = |name: &str| properties.get(name).and_then(|value| bool::try_from(&**value).ok()).unwrap_or(true);
    if !is("visible") || text("type") == Some("separator") {
        return Ok(());
    }
    let ticked = text("toggle-type")
        .filter(|kind| !kind.is_empty())
        .map(|_| properties.get("toggle-state").and_then(|value| i32::try_from(&**value).ok()) == Some(1));
    lines.push(MenuLine {
        id: *id,
        label: read_out(text("label").unwrap_or_default()),
        enabled: is("enabled"),
        ticked,
    });
    below.iter().try_for_each(|child| collect(child, lines))
}

/// A label without the marks of its access key: `_` before the key, `__` for one that is to be read.
fn read_out(label: &str) -> String {
    let mut text = String::new();
    let mut letters = label.chars();
    while let Some(letter) = letters.next() {
        text.extend(if letter == '_' { letters.next() } else { Some(letter) });
    }
    text
}
