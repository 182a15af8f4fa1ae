//! Amazon Kinesis Data Streams: streams and their consumers, and what can be granted on them.
