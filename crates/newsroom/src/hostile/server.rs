//! A hostile server: its sockets on loopback, what it is asked, and when it turns.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::OnceCell;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use url::Url;

use super::wire::{self, HTML, Wire, answer, asked};
use super::{Hostile, bodies, bombs, feeds, headers, http2, names, ordinary, pages, pictures, redirects, secure};

/// The domain under which servers are found that are no address on loopback.
const DOMAIN: &str = "thepaper.az";
/// How often a free port is looked for that TCP and UDP have both.
const TRIES: usize = 20;

/// How a hostile server is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Its front page, over HTTP on loopback.
    Page,
    /// Its feed, over HTTP on loopback; its front page is as it should be.
    Feed,
    /// Its front page, over TLS on loopback; its authority is to be trusted.
    Secure,
    /// Its front page at a public name, which the server is the proxy for.
    Public,
    /// The name of its host, for which it is the resolver; it is the proxy for its front page, which is as it should be.
    Names,
}

impl Hostile {
    /// How it is watched.
    pub const fn manner(self) -> Manner {
        match self {
            Self::Feed(_) => Manner::Feed,
            Self::Http2(_) | Self::Secure(_) => Manner::Secure,
            Self::Redirect(redirect) if redirect.is_from_public() => Manner::Public,
            Self::Names(_) => Manner::Names,
            Self::Bomb(_) | Self::Body(_) | Self::Header(_) | Self::Page(_) | Self::Picture(_) | Self::Redirect(_) => {
                Manner::Page
            }
        }
    }
}

/// A running hostile server. It ends when it is dropped.
#[derive(Debug)]
pub struct HostileServer {
    address: SocketAddr,
    resolver: Option<SocketAddr>,
    shared: Arc<Shared>,
    _serving: JoinSet<()>,
}

#[derive(Debug)]
struct Shared {
    hostile: Hostile,
    turned: AtomicBool,
    made: OnceCell<Made>,
    /// The port on this computer that nobody may be led to.
    inside: u16,
    strayed: AtomicUsize,
    asked: AtomicUsize,
    cookies: AtomicUsize,
}

/// What is served once it has turned, where that takes time to make.
#[derive(Debug, Default)]
struct Made {
    body: Vec<u8>,
    media: &'static str,
    coding: Option<&'static str>,
}

impl HostileServer {
    /// Listens, and serves an ordinary page until it is told to [`turn`](Self::turn).
    ///
    /// # Errors
    /// No address can be listened on, or no certificate can be made.
    pub async fn start(hostile: Hostile) -> io::Result<Self> {
        let mut serving = JoinSet::new();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let inside = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let shared = Arc::new(Shared {
            hostile,
            turned: AtomicBool::new(false),
            made: OnceCell::new(),
            inside: inside.local_addr()?.port(),
            strayed: AtomicUsize::new(0),
            asked: AtomicUsize::new(0),
            cookies: AtomicUsize::new(0),
        });
        let resolver = match hostile {
            Hostile::Names(names) => Some(resolve(names, &shared, &mut serving).await?),
            _ => None,
        };
        let doors = match hostile {
            Hostile::Http2(_) => Some((secure::well(b"http/1.1")?, secure::well(b"h2")?)),
            Hostile::Secure(kind) => Some((secure::well(b"http/1.1")?, secure::badly(kind)?)),
            _ => None,
        };
        let stray = Arc::clone(&shared);
        serving.spawn(async move {
            while inside.accept().await.is_ok() {
                stray.strayed.fetch_add(1, Ordering::Relaxed);
            }
        });
        serving.spawn(accept(listener, Arc::clone(&shared), doors));
        Ok(Self { address, resolver, shared, _serving: serving })
    }

    /// From now on it does what it is named for. What takes time to make is made first.
    ///
    /// # Errors
    /// It cannot be made.
    pub async fn turn(&self) -> io::Result<()> {
        let shared = &self.shared;
        let (hostile, inside) = (shared.hostile, shared.inside);
        let making = || async move {
            tokio::task::spawn_blocking(move || make(hostile, inside)).await.map_err(io::Error::other)?
        };
        shared.made.get_or_try_init(making).await?;
        shared.turned.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// Its front page.
    pub fn homepage(&self) -> Url {
        let name = self.shared.hostile.name();
        match self.shared.hostile.manner() {
            Manner::Page | Manner::Feed => url(&format!("http://{}/", self.address)),
            Manner::Secure => url(&format!("https://{}/", self.address)),
            Manner::Public | Manner::Names => url(&format!("http://{name}.{DOMAIN}/")),
        }
    }

    /// Its feed, where that is what is hostile.
    pub fn feed(&self) -> Option<Url> {
        (self.shared.hostile.manner() == Manner::Feed).then(|| url(&format!("http://{}/feed.xml", self.address)))
    }

    /// The resolver that answers for its name.
    pub fn resolver(&self) -> Option<SocketAddr> {
        self.resolver
    }

    /// The proxy through which its name is reached.
    pub fn proxy(&self) -> Option<SocketAddr> {
        matches!(self.shared.hostile.manner(), Manner::Public | Manner::Names).then_some(self.address)
    }

    /// The authority of its certificates, PEM: one for all hostile servers of this process.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn authority() -> io::Result<String> {
        secure::trusted()
    }

    /// How many connections were led to where nobody may be led: a port of this computer that it names as a target.
    pub fn strayed(&self) -> usize {
        self.shared.strayed.load(Ordering::Relaxed)
    }

    /// How many requests came since it turned.
    pub fn asked(&self) -> usize {
        self.shared.asked.load(Ordering::Relaxed)
    }

    /// How many requests brought a cookie.
    pub fn cookies(&self) -> usize {
        self.shared.cookies.load(Ordering::Relaxed)
    }
}

#[expect(clippy::expect_used, reason = "an address and a port make an address")]
fn url(text: &str) -> Url {
    Url::parse(text).expect("an address")
}

/// Opens a resolver, on one port for UDP and TCP.
async fn resolve(names: names::Names, shared: &Arc<Shared>, serving: &mut JoinSet<()>) -> io::Result<SocketAddr> {
    let mut tries = 0;
    let (udp, tcp) = loop {
        let udp = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        match TcpListener::bind(udp.local_addr()?).await {
            Ok(tcp) => break (udp, tcp),
            Err(_) if tries < TRIES => tries += 1,
            Err(error) => return Err(error),
        }
    };
    let address = udp.local_addr()?;
    let told = Arc::clone(shared);
    serving.spawn(async move {
        // A visitor who is gone is no error of the resolver's.
        while names::answer(names, &udp, || told.turned.load(Ordering::SeqCst)).await.is_err() {}
    });
    let told = Arc::clone(shared);
    serving.spawn(async move {
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = tcp.accept().await {
            let turned = told.turned.load(Ordering::SeqCst);
            connections.spawn(async move { drop(names::over_tcp(names, stream, turned).await) });
            while connections.try_join_next().is_some() {}
        }
    });
    Ok(address)
}

/// A connection's two doors where it is secure: as it should be, and as it is once the server has turned.
type Doors = (TlsAcceptor, TlsAcceptor);

async fn accept(listener: TcpListener, shared: Arc<Shared>, doors: Option<Doors>) {
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let _ = stream.set_nodelay(true);
                let (shared, doors) = (Arc::clone(&shared), doors.clone());
                // A visitor that leaves is no error of the server's.
                connections.spawn(async move { drop(converse(stream, &shared, doors).await) });
            }
            // Out of descriptors, or the visitor is gone already: the next one may fare better.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn converse(mut stream: TcpStream, shared: &Shared, doors: Option<Doors>) -> io::Result<()> {
    let turned = shared.turned.load(Ordering::SeqCst);
    let Some((well, badly)) = doors else {
        return serve(&mut stream, shared).await;
    };
    if !turned {
        return serve(&mut well.accept(stream).await?, shared).await;
    }
    shared.asked.fetch_add(1, Ordering::Relaxed);
    match shared.hostile {
        Hostile::Http2(kind) => http2::serve(kind, &mut badly.accept(stream).await?).await,
        Hostile::Secure(kind) => secure::serve(kind, stream, &badly).await,
        _ => Ok(()),
    }
}

/// Answers requests until one ends the connection.
async fn serve(wire: &mut impl Wire, shared: &Shared) -> io::Result<()> {
    loop {
        let asked = asked(wire).await?;
        if asked.head.contains("\r\ncookie:") {
            shared.cookies.fetch_add(1, Ordering::Relaxed);
        }
        if !shared.turned.load(Ordering::SeqCst) {
            before(wire, shared.hostile, &asked.path).await?;
            continue;
        }
        if matches!(shared.hostile, Hostile::Http2(_) | Hostile::Secure(_)) {
            // A connection from before: it goes on with a new handshake.
            return Ok(());
        }
        shared.asked.fetch_add(1, Ordering::Relaxed);
        if after(wire, shared, &asked.path).await? == Then::Close {
            return Ok(());
        }
    }
}

/// What a server gives before it turns.
async fn before(wire: &mut impl Wire, hostile: Hostile, path: &str) -> io::Result<()> {
    match (hostile, path) {
        (_, "/feed.xml") => {
            answer(wire, "200 OK", &[("Content-Type", "application/xml")], feeds::ordinary().as_bytes()).await
        }
        (Hostile::Picture(_), "/") => wire::page(wire, ordinary::page_with_pictures().as_bytes()).await,
        (Hostile::Picture(_), "/logo" | "/lead") => picture(wire, &pictures::ordinary()).await,
        _ => wire::page(wire, ordinary::page().as_bytes()).await,
    }
}

async fn picture(wire: &mut impl Wire, bytes: &[u8]) -> io::Result<()> {
    answer(wire, "200 OK", &[("Content-Type", "image/png")], bytes).await
}

/// What becomes of a connection after an answer.
#[derive(PartialEq, Eq)]
enum Then {
    Keep,
    Close,
}

/// What a server gives once it has turned.
async fn after(wire: &mut impl Wire, shared: &Shared, path: &str) -> io::Result<Then> {
    let nothing = Made::default();
    let made = shared.made.get().unwrap_or(&nothing);
    match shared.hostile {
        Hostile::Bomb(_) => bombs::send(wire, &made.body, made.coding.unwrap_or_default()).await?,
        Hostile::Page(_) => {
            let coding = made.coding.map(|coding| ("Content-Encoding", coding));
            let headers: Vec<_> = [("Content-Type", made.media)].into_iter().chain(coding).collect();
            answer(wire, "200 OK", &headers, &made.body).await?;
        }
        Hostile::Picture(_) if matches!(path, "/logo" | "/lead") => picture(wire, &made.body).await?,
        Hostile::Redirect(kind) => redirects::redirect(kind, wire, path, shared.inside).await?,
        Hostile::Feed(_) if path == "/feed.xml" => {
            return feed(wire, shared, &made.body, made.media).await;
        }
        Hostile::Feed(kind) if path != "/" && !path.starts_with("/story/") => {
            let (body, media) = feeds::made(kind, path, shared.inside);
            return feed(wire, shared, &body, media).await;
        }
        Hostile::Body(kind) => {
            bodies::answer(kind, wire).await?;
            return Ok(Then::Close);
        }
        Hostile::Header(headers::Header::NewCookies) => headers::answer(headers::Header::NewCookies, wire).await?,
        Hostile::Header(kind) => {
            headers::answer(kind, wire).await?;
            return Ok(Then::Close);
        }
        hostile => before(wire, hostile, path).await?,
    }
    Ok(Then::Keep)
}

async fn feed(wire: &mut impl Wire, shared: &Shared, body: &[u8], media: &str) -> io::Result<Then> {
    let Hostile::Feed(kind) = shared.hostile else { return Ok(Then::Close) };
    feeds::send(kind, wire, body, media).await?;
    Ok(Then::Keep)
}

fn make(hostile: Hostile, inside: u16) -> io::Result<Made> {
    Ok(match hostile {
        Hostile::Bomb(bomb) => {
            let (body, coding) = bombs::made(bomb)?;
            Made { body, media: HTML, coding: Some(coding) }
        }
        Hostile::Page(page) => {
            let pages::Made { body, media, coding } = pages::made(page)?;
            Made { body, media, coding }
        }
        Hostile::Picture(picture) => Made { body: pictures::made(picture, inside), ..Made::default() },
        Hostile::Feed(feed) => {
            let (body, media) = feeds::made(feed, "/feed.xml", inside);
            Made { body, media, coding: None }
        }
        _ => Made::default(),
    })
}
