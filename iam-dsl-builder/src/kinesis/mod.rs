//! Amazon Kinesis Data Streams: streams and their consumers, and what can be granted on them.

mod stream;
mod stream_consumer;

pub use self::stream::Stream;
pub use self::stream_consumer::StreamConsumer;
