//! TCP connections that send small answers at once (TCP_NODELAY) and that can
//! be broken from the outside, to imitate a network that fails.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// The handle on a connection that a call came over.
#[derive(Debug, Clone)]
pub(super) struct Connection {
    /// How many bytes may still be written; [`UNLIMITED`] on a sound connection.
    left: Arc<AtomicUsize>,
}

const UNLIMITED: usize = usize::MAX;

impl Connection {
    /// Lets nothing more out: the next write fails and the connection ends.
    pub(super) fn cut(&self) {
        self.cut_after(0);
    }

    /// Lets no more than `bytes` out before the connection ends.
    pub(super) fn cut_after(&self, bytes: usize) {
        self.left.store(bytes, Ordering::Release);
    }
}

impl Connected<IncomingStream<'_, Listener>> for Connection {
    fn connect_info(stream: IncomingStream<'_, Listener>) -> Self {
        stream.io().connection.clone()
    }
}

/// Accepts connections that can be cut.
pub(super) struct Listener(pub(super) TcpListener);

impl axum::serve::Listener for Listener {
    type Io = Cuttable;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = axum::serve::Listener::accept(&mut self.0).await;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
        let connection = Connection {
            left: Arc::new(AtomicUsize::new(UNLIMITED)),
        };
        (Cuttable { stream, connection }, address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

/// A stream that stops writing once it was cut.
pub(super) struct Cuttable {
    stream: TcpStream,
    connection: Connection,
}

impl Cuttable {
    /// How many bytes may be written; an error when there are none left.
    fn left(&self) -> io::Result<usize> {
        match self.connection.left.load(Ordering::Acquire) {
            0 => Err(io::ErrorKind::ConnectionReset.into()),
            left => Ok(left),
        }
    }
}

impl AsyncRead for Cuttable {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Cuttable {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let left = self.left()?;
        let written =
            Pin::new(&mut self.stream).poll_write(context, &bytes[..left.min(bytes.len())]);
        if let (true, Poll::Ready(Ok(written))) = (left != UNLIMITED, &written) {
            self.connection.cut_after(left - written);
        }
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if self.left()? != UNLIMITED {
            let first = slices.iter().find(|slice| !slice.is_empty());
            return self.poll_write(context, first.map_or(&[], |slice| slice));
        }
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    /// Headers and body leave together.
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
