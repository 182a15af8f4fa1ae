//! Amazon MQ: brokers, and what can be granted on them.
