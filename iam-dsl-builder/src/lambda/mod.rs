//! AWS Lambda: functions, their versions, aliases and URLs, and what can be granted on them.
