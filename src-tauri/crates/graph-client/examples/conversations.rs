//! Lists a group's threads, says what stands in one of them, and replies to it.
//!
//! `cargo run --example conversations -- --graph URL --token T --group ID [--thread ID [--reply TEXT]]`

use std::io::Write as _;
use std::sync::Arc;

use clap::Parser;
use futures::TryStreamExt as _;
use graph_client::credential::StaticToken;
use graph_client::models::{GroupId, ItemBody, NewPost, ThreadId};
use graph_client::resources::{GroupRequests, ThreadRequests};
use graph_client::{ClientOptions, GraphClient, GraphRoot};

#[derive(Parser)]
struct Arguments {
    /// Graph's root, such as https://graph.microsoft.com/v1.0.
    #[arg(long)]
    graph: String,
    /// An access token for it.
    #[arg(long, env = "GRAPH_TOKEN", hide_env_values = true)]
    token: String,
    /// Directory id of the group.
    #[arg(long)]
    group: String,
    /// The thread to read, as the list names it.
    #[arg(long)]
    thread: Option<String>,
    /// What to say in it.
    #[arg(long, requires = "thread")]
    reply: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let root = GraphRoot::parse(&arguments.graph)?;
    let client = GraphClient::new(
        root,
        Arc::new(StaticToken::new(arguments.token)),
        ClientOptions::default(),
    )?;
    let group = client.group(&GroupId::parse(&arguments.group)?);
    let Some(thread) = arguments.thread else {
        return list(&group).await;
    };
    let thread = group.thread(&ThreadId::parse(&thread)?);
    match arguments.reply {
        Some(text) => reply(&thread, text).await,
        None => read(&thread).await,
    }
}

async fn list(group: &GroupRequests<'_>) -> anyhow::Result<()> {
    let mut threads = std::pin::pin!(group.threads(50).items());
    while let Some(thread) = threads.try_next().await? {
        let topic = thread.topic.as_deref().unwrap_or_default();
        writeln!(std::io::stdout(), "{}\t{topic}", thread.id)?;
    }
    Ok(())
}

async fn read(thread: &ThreadRequests<'_>) -> anyhow::Result<()> {
    let mut posts = std::pin::pin!(thread.posts_with_attachments(50).items());
    while let Some(post) = posts.try_next().await? {
        let from = post.from.and_then(|from| from.email_address.name);
        let says = post.body.map(|body| body.content).unwrap_or_default();
        writeln!(std::io::stdout(), "{}: {says}", from.unwrap_or_default())?;
        for attachment in post.attachments.unwrap_or_default() {
            let name = attachment.name.as_deref().unwrap_or_default();
            writeln!(std::io::stdout(), "  {}\t{name}", attachment.id)?;
        }
    }
    Ok(())
}

async fn reply(thread: &ThreadRequests<'_>, text: String) -> anyhow::Result<()> {
    match thread.reply(&NewPost::new(ItemBody::text(text))).await {
        // Saying it again might say it twice: whoever asks has to look first.
        Err(error) if error.outcome_unknown() => {
            anyhow::bail!("It is not known whether the reply arrived; read the thread: {error}")
        }
        outcome => Ok(outcome?),
    }
}
