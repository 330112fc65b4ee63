//! Where outlets live: each on a loopback address of its own at one port, 127.0.0.2 and on; or, on systems that have
//! 127.0.0.1 alone, each at a port of its own.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::TcpListener;

use crate::error::Error;

/// How many outlets have room on 127.0.0.0/16 with 250 to a block.
pub(crate) const MOST_OUTLETS: usize = 50_000;
/// How often another free port is tried when one address of it was taken.
const TRIES: usize = 8;

/// The listeners of a newsroom.
#[derive(Debug)]
pub(crate) struct Listeners {
    /// Of the control port, on 127.0.0.1.
    pub(crate) control: TcpListener,
    /// Of the outlets, in order.
    pub(crate) outlets: Vec<TcpListener>,
}

/// Listens for control and for `count` outlets at `port`, or at any free one where it is 0.
pub(crate) async fn listen(count: usize, port: u16) -> Result<Listeners, Error> {
    if count > MOST_OUTLETS {
        return Err(Error::TooMany(count));
    }
    let mut tries = if port == 0 { TRIES } else { 1 };
    loop {
        tries -= 1;
        match everywhere(count, port).await {
            Err(Error::Listen { source, .. }) if source.kind() == ErrorKind::AddrNotAvailable => {
                return on_one_address(count, port).await;
            }
            Err(Error::Listen { source, .. }) if source.kind() == ErrorKind::AddrInUse && tries > 0 => {}
            outcome => return outcome,
        }
    }
}

/// One listener at this address.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address).await.map_err(|source| Error::Listen { address, source })
}

async fn everywhere(count: usize, port: u16) -> Result<Listeners, Error> {
    let control = bind((Ipv4Addr::LOCALHOST, port).into()).await?;
    let port = local(&control)?.port();
    let mut outlets = Vec::with_capacity(count);
    for i in 0..count {
        outlets.push(bind((own_address(i), port).into()).await?);
    }
    Ok(Listeners { control, outlets })
}

async fn on_one_address(count: usize, port: u16) -> Result<Listeners, Error> {
    let control = bind((Ipv4Addr::LOCALHOST, port).into()).await?;
    let mut outlets = Vec::with_capacity(count);
    for i in 0..count {
        let own = if port == 0 { 0 } else { port.saturating_add(1 + i as u16) };
        outlets.push(bind((Ipv4Addr::LOCALHOST, own).into()).await?);
    }
    Ok(Listeners { control, outlets })
}

/// Where a listener ended up.
pub(crate) fn local(listener: &TcpListener) -> Result<SocketAddr, Error> {
    listener.local_addr().map_err(|source| Error::Listen { address: (Ipv4Addr::LOCALHOST, 0).into(), source })
}

fn own_address(i: usize) -> Ipv4Addr {
    Ipv4Addr::new(127, 0, (i / 250) as u8, (i % 250 + 2) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_loopback_and_each_outlets_own() {
        let all: std::collections::HashSet<_> = (0..MOST_OUTLETS).map(own_address).collect();
        assert_eq!(all.len(), MOST_OUTLETS);
        assert!(all.iter().all(|address| address.is_loopback() && *address != Ipv4Addr::LOCALHOST));
    }

    #[tokio::test]
    async fn outlets_without_addresses_of_their_own_have_ports_of_their_own() {
        let listeners = on_one_address(3, 0).await.unwrap();
        let ports: std::collections::HashSet<_> =
            listeners.outlets.iter().map(|listener| local(listener).unwrap().port()).collect();
        assert_eq!(ports.len(), 3);
    }
}
