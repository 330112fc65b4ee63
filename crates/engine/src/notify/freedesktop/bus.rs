//! What is asked of the bus and of the server before anything is shown. May not touch: what is on the screen.
//!
//! notify-rust asks these things too, but blocking and without a time limit, and its errors don't say which they are.

use frontwatch_core::text::{Message, errors};
use zbus::message::Message as Answer;
use zbus::{Connection, fdo};

use super::super::ServerInfo;
use crate::ports::NotDelivered;

/// The well-known name of whoever shows notifications; the interface has the same name.
const NOTIFICATIONS: &str = "org.freedesktop.Notifications";

/// The notification server that answers at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Server {
    /// Its unique name on the bus: another after every restart.
    pub(super) owner: String,
    /// Reads the body as markup.
    pub(super) markup: bool,
    /// Shows or offers actions. One that doesn't may turn them into a dialog.
    pub(super) actions: bool,
    /// Draws a button for the click on the body too, where the specification has it unseen.
    pub(super) draws_body: bool,
}

/// What a server that draws a button for the click on the body calls itself (xfce4-notifyd, seen with 0.7).
const DRAWS_BODY: &str = "Xfce Notify Daemon";

/// A connection to the session bus.
pub(super) async fn connect() -> Result<Connection, NotDelivered> {
    Connection::session().await.map_err(|error| NotDelivered::NoServer(error.to_string()))
}

/// The unique name of the server; none when there is no server now. Never starts one.
pub(super) async fn owner(bus: &Connection) -> Option<String> {
    let reply = bus
        .call_method(
            Some("org.freedesktop.DBus"),
            "/org/freedesktop/DBus",
            Some("org.freedesktop.DBus"),
            "GetNameOwner",
            &NOTIFICATIONS,
        )
        .await;
    reply.ok()?.body().deserialize().ok()
}

/// The server that answers now. `known` is returned as it stands while it still is the one; another is asked what it
/// can do, and none at all is started by that question, where the desktop has one to start.
pub(super) async fn server(bus: &Connection, known: Option<&Server>) -> Result<Server, NotDelivered> {
    if let (Some(known), Some(owner)) = (known, owner(bus).await)
        && known.owner == owner
    {
        return Ok(known.clone());
    }
    let abilities = capabilities(bus).await?;
    let can = |what: &str| abilities.iter().any(|ability| ability == what);
    let (name, ..): Description = read(&ask(bus, "GetServerInformation").await?)?;
    let owner = owner(bus).await.ok_or_else(|| NotDelivered::NoServer("NameHasNoOwner".to_owned()))?;
    Ok(Server { owner, markup: can("body-markup"), actions: can("actions"), draws_body: name == DRAWS_BODY })
}

/// Name, vendor, version, version of the specification.
type Description = (String, String, String, String);

/// Everything that the server says of itself.
pub(super) async fn describe() -> Result<ServerInfo, NotDelivered> {
    let bus = connect().await?;
    let reply = ask(&bus, "GetServerInformation").await?;
    let (name, vendor, version, spec): Description = read(&reply)?;
    Ok(ServerInfo { name, vendor, version, spec, capabilities: capabilities(&bus).await? })
}

async fn capabilities(bus: &Connection) -> Result<Vec<String>, NotDelivered> {
    read(&ask(bus, "GetCapabilities").await?)
}

async fn ask(bus: &Connection, question: &str) -> Result<Answer, NotDelivered> {
    bus.call_method(Some(NOTIFICATIONS), "/org/freedesktop/Notifications", Some(NOTIFICATIONS), question, &())
        .await
        .map_err(|error| reason(&error))
}

fn read<T>(reply: &Answer) -> Result<T, NotDelivered>
where
    T: for<'de> zbus::wire::DynamicDeserialize<'de>,
{
    reply
        .body()
        .deserialize()
        .map_err(|error| NotDelivered::Refused(Message::new("notify-unread").own("detail", error)))
}

/// Whether nobody is there, or somebody is and fails.
fn reason(error: &zbus::Error) -> NotDelivered {
    let nobody = match error {
        zbus::Error::FDO(error) => matches!(
            **error,
            fdo::Error::ServiceUnknown(_)
                | fdo::Error::NameHasNoOwner(_)
                | fdo::Error::NoServer(_)
                | fdo::Error::Disconnected(_)
                | fdo::Error::SpawnExecFailed(_)
                | fdo::Error::SpawnForkFailed(_)
                | fdo::Error::SpawnChildExited(_)
                | fdo::Error::SpawnChildSignaled(_)
                | fdo::Error::SpawnFailed(_)
                | fdo::Error::SpawnServiceNotFound(_)
        ),
        zbus::Error::InputOutput(_) => true,
        _ => false,
    };
    if nobody {
        NotDelivered::NoServer(error.to_string())
    } else {
        NotDelivered::Refused(errors::as_said(&error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_there_is_told_apart_from_somebody_who_fails() {
        let nobody =
            |error: fdo::Error| matches!(reason(&zbus::Error::FDO(Box::new(error))), NotDelivered::NoServer(_));
        assert!(nobody(fdo::Error::ServiceUnknown(String::new())));
        assert!(nobody(fdo::Error::SpawnChildExited(String::new())), "the desktop's own server does not start");
        assert!(!nobody(fdo::Error::NoReply(String::new())), "it is there and silent");
        assert!(!nobody(fdo::Error::Failed(String::new())));
        assert!(!nobody(fdo::Error::UnknownMethod(String::new())), "somebody else has the name");
    }
}
