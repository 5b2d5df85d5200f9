//! A service whose answers the test gives one by one, so that it decides what is under way at once.

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};

/// A request that waits for its answer.
pub(crate) struct Held {
    pub(crate) path: String,
    answer: oneshot::Sender<String>,
}

impl Held {
    /// Answers with JSON.
    pub(crate) fn answer(self, body: &str) {
        let _gone = self.answer.send(body.to_owned());
    }
}

/// The address of a new server, and the requests that it gets.
pub(crate) async fn holding() -> (String, mpsc::UnboundedReceiver<Held>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (held, requests) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, held.clone()));
        }
    });
    (format!("http://{address}"), requests)
}

/// One request a connection: a GET, which has no body.
async fn serve(stream: TcpStream, held: mpsc::UnboundedSender<Held>) {
    let mut stream = BufReader::new(stream);
    let mut first = String::new();
    stream.read_line(&mut first).await.unwrap();
    let mut line = String::new();
    while stream.read_line(&mut line).await.unwrap() > 2 {
        line.clear();
    }
    let target = first.split(' ').nth(1).unwrap_or_default();
    let (answer, answered) = oneshot::channel();
    let path = target.split('?').next().unwrap_or_default().to_owned();
    let _over = held.send(Held { path, answer });
    let Ok(body) = answered.await else { return };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let written = [head.as_bytes(), body.as_bytes()].concat();
    let _gone = stream.get_mut().write_all(&written).await;
}
