//! An outlet's name is another one: whatever is kept of it bears that, and nothing else does.

use frontwatch_core::incident::dismissal::Why;
use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::{Incident, State};
use frontwatch_core::parts::Print;
use frontwatch_core::text::Message;
use frontwatch_engine::store::{Dismissal, HeldLook, HeldOf, IncidentPicture, Write};
use jiff::Timestamp;

use super::given::{HOSTILE, at, incident, kept, store, watch};

/// What each watch is of.
const OUTLETS: [(usize, &str); 3] = [(1, "Paper"), (2, "Paper"), (3, "Courier")];

/// All that is kept of a watch with the name of its outlet.
fn of(n: usize, outlet: &str) -> Vec<Write> {
    let (incident, outlet) = (Incident { outlet: outlet.to_owned(), ..incident(n, State::Open) }, outlet.to_owned());
    let print = Print::from_bytes(&[n as u8; 32]).unwrap();
    let picture = IncidentPicture { incident: incident.id.clone(), outlet: outlet.clone(), at: at(n as i64), print };
    let look = HeldLook {
        watch: watch(n),
        outlet: outlet.clone(),
        reason: Held::OwnNetwork,
        at: at(n as i64),
        what: Message::new("x"),
    };
    let dismissal = dismissal(n, &outlet);
    vec![
        Write::Incident(Box::new(incident)),
        Write::Picture(picture),
        Write::Held(Box::new(look)),
        Write::Dismissal(dismissal),
    ]
}

fn dismissal(n: usize, outlet: &str) -> Dismissal {
    let id = incident(n, State::Open).id;
    Dismissal { incident: id, outlet: outlet.to_owned(), kind: "cover".to_owned(), at: kept(at(1)), why: Why::Other }
}

#[tokio::test]
async fn whatever_is_kept_of_an_outlet_bears_its_new_name_and_nothing_else_does() {
    let renamed = |from: &str, to: &str| Write::Renamed { from: from.to_owned(), to: to.to_owned() };
    let moved = |n, to: &str| Write::Moved { watch: watch(n), to: to.to_owned() };
    let table = [
        ("renamed", renamed("Paper", "Post"), ["Post", "Post", "Courier"]),
        ("by a name that is code", renamed("Paper", HOSTILE), [HOSTILE, HOSTILE, "Courier"]),
        ("one that is not known", renamed("Nobody", "Post"), ["Paper", "Paper", "Courier"]),
        ("a watch that is another outlet's", moved(1, "Courier"), ["Courier", "Paper", "Courier"]),
        ("a watch of which nothing is kept", moved(4, "Courier"), ["Paper", "Paper", "Courier"]),
    ];
    for (what, write, expected) in table {
        let dir = tempfile::tempdir().unwrap();
        let store = store(dir.path());
        store.commit(OUTLETS.into_iter().flat_map(|(n, outlet)| of(n, outlet)).collect()).await.unwrap();
        store.commit(vec![write]).await.unwrap();
        let pictures = store.load().await.unwrap().pictures;
        let held = store.held(HeldOf::All, Timestamp::MIN, 9).await.unwrap();
        assert_eq!((pictures.len(), held.len()), (3, 3), "{what}");
        for ((n, _), name) in OUTLETS.into_iter().zip(expected) {
            let record = store.incident(incident(n, State::Open).id).await.unwrap().unwrap();
            assert_eq!(record.incident, Incident { outlet: name.to_owned(), ..incident(n, State::Open) }, "{what}");
            let picture = pictures.iter().find(|it| it.incident == record.incident.id).unwrap();
            assert_eq!(picture.outlet, name, "{what}: the picture of {n}");
            assert_eq!(
                held.iter().find(|it| it.watch == watch(n)).unwrap().outlet,
                name,
                "{what}: what was held of {n}"
            );
            let alike = expected.iter().filter(|other| **other == name).count();
            let counted = store.dismissed_alike(dismissal(n, name)).await.unwrap();
            assert_eq!(counted, alike as u64, "{what}: what was set aside of {n}");
        }
    }
}
