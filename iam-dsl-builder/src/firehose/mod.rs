//! Amazon Data Firehose: delivery streams, and what can be granted on them.

mod delivery_stream;

pub use self::delivery_stream::DeliveryStream;
