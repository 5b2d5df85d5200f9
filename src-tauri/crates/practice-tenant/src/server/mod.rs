//! The wire: accepts connections, reads calls, puts answers out in one write,
//! and breaks connections where a fault says so. What an answer says is decided
//! in `graph` and `sign_in`.

mod connection;
mod encoding;
mod exchange;
mod mailboxes;
mod sign_in_faults;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::control;
use crate::record::Recorder;
use crate::sign_in::SignIn;
use crate::tenant::Tenant;

use connection::{Connection, Listener};
pub(crate) use mailboxes::Mailboxes;

/// How long open connections may take to end when the tenant shuts down.
const SHUTDOWN: Duration = Duration::from_secs(2);

/// What answering needs beside the tenant.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) sign_in: Arc<SignIn>,
    pub(crate) recorder: Option<Arc<Recorder>>,
    pub(crate) latency: Duration,
    pub(crate) mailboxes: Mailboxes,
}

/// A server at work.
pub(crate) struct Running {
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    pub(crate) fn run(self, listener: TcpListener) -> Running {
        let router = self.router();
        let (stop, stopped) = oneshot::channel::<()>();
        let service = router.into_make_service_with_connect_info::<Connection>();
        let task = tokio::spawn(async move {
            axum::serve(Listener(listener), service)
                .with_graceful_shutdown(async move {
                    // A dropped handle ends the server as well.
                    let _ = stopped.await;
                })
                .await
        });
        Running { stop, task }
    }

    fn router(self) -> Router {
        let dated = middleware::from_fn_with_state(self.clone(), exchange::dated);
        let sign_in = self.sign_in.router();
        Router::new()
            .nest("/control", control::router(Arc::clone(&self.tenant)))
            .fallback(exchange::graph)
            .with_state(self)
            .merge(sign_in)
            .layer(dated)
    }
}

impl Running {
    pub(crate) async fn shutdown(self) {
        let Self { stop, mut task } = self;
        let _ = stop.send(());
        if tokio::time::timeout(SHUTDOWN, &mut task).await.is_err() {
            task.abort();
        }
    }
}
