//! Conversations: the list, one conversation, posts, what is being written.
