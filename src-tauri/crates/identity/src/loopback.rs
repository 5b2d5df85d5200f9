//! The listener on this machine that the browser is sent back to.
//!
//! Takes the one redirect that carries the right state, and holds its answer back until the sign-in
//! is decided, so that the page tells the truth. Anything else is turned away without ending the
//! sign-in. Deliberately elsewhere: what the redirect means (`authorization_code`).

use std::future::IntoFuture as _;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};

use crate::error::IdentityError;
use crate::page::Page;

/// How long a connection may take to end after the sign-in has.
const LINGER: Duration = Duration::from_secs(5);

/// The query of the redirect. No `Debug`: the code is a secret until it is redeemed.
#[derive(Deserialize)]
pub(crate) struct Redirect {
    state: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) error_description: Option<String>,
    pub(crate) claims: Option<String>,
}

/// The redirect, with the way to answer it.
pub(crate) struct Arrival {
    pub(crate) redirect: Redirect,
    pub(crate) reply: oneshot::Sender<Page>,
}

/// A listener for one sign-in; it ends when this is dropped.
pub(crate) struct Loopback {
    port: u16,
    arrivals: mpsc::Receiver<Arrival>,
    _stop: watch::Sender<()>,
}

struct Expected {
    state: String,
    arrivals: mpsc::Sender<Arrival>,
}

impl Loopback {
    /// Listens for the redirect that carries `state`.
    pub(crate) async fn listen(state: &str) -> Result<Self, IdentityError> {
        let listeners = bind().await.map_err(IdentityError::internal)?;
        let port = listeners[0]
            .local_addr()
            .map_err(IdentityError::internal)?
            .port();
        let (sender, arrivals) = mpsc::channel(1);
        let expected = Arc::new(Expected {
            state: state.to_owned(),
            arrivals: sender,
        });
        let app = Router::new().route("/", get(arrive)).with_state(expected);
        let (stop, stopped) = watch::channel(());
        for listener in listeners {
            tokio::spawn(serve(listener, app.clone(), stopped.clone()));
        }
        Ok(Self {
            port,
            arrivals,
            _stop: stop,
        })
    }

    /// Where the browser is sent back to. Without a path, exactly as it is registered.
    pub(crate) fn redirect_uri(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Waits for the redirect.
    pub(crate) async fn arrival(&mut self) -> Result<Arrival, IdentityError> {
        self.arrivals
            .recv()
            .await
            .ok_or_else(|| IdentityError::internal("the listener ended"))
    }
}

/// `localhost` may mean either family; the same port of both keeps anybody else from listening.
async fn bind() -> io::Result<Vec<TcpListener>> {
    for _ in 0..8 {
        let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        match TcpListener::bind((Ipv6Addr::LOCALHOST, v4.local_addr()?.port())).await {
            Ok(v6) => return Ok(vec![v4, v6]),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(_) => return Ok(vec![v4]),
        }
    }
    Err(io::ErrorKind::AddrInUse.into())
}

async fn serve(listener: TcpListener, app: Router, stopped: watch::Receiver<()>) {
    let ended =
        |mut stopped: watch::Receiver<()>| async move { while stopped.changed().await.is_ok() {} };
    let server = axum::serve(listener, app).with_graceful_shutdown(ended(stopped.clone()));
    let lingered = async {
        ended(stopped).await;
        tokio::time::sleep(LINGER).await;
    };
    tokio::select! {
        _ = server.into_future() => {}
        () = lingered => {}
    }
}

async fn arrive(State(expected): State<Arc<Expected>>, Query(redirect): Query<Redirect>) -> Page {
    if redirect.state.as_deref() != Some(expected.state.as_str()) {
        tracing::warn!("a redirect that belongs to no sign-in was turned away");
        return Page::Foreign;
    }
    let (reply, page) = oneshot::channel();
    if expected
        .arrivals
        .try_send(Arrival { redirect, reply })
        .is_err()
    {
        return Page::Foreign;
    }
    page.await.unwrap_or(Page::Failed)
}
