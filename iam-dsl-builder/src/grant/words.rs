//! What the documentation of grants calls things. Attributes take no macros by their path, so these are found by name.

/// The prefix of a service, where it is no identifier.
macro_rules! service_prefix {
    (bedrock_agentcore) => {
        "bedrock-agentcore"
    };
    (codeguru_profiler) => {
        "codeguru-profiler"
    };
    (cognito_idp) => {
        "cognito-idp"
    };
    (ecr_public) => {
        "ecr-public"
    };
    (execute_api) => {
        "execute-api"
    };
    (kafka_cluster) => {
        "kafka-cluster"
    };
    (rds_data) => {
        "rds-data"
    };
    (rds_db) => {
        "rds-db"
    };
    ($service:ident) => {
        stringify!($service)
    };
}

/// Who cannot be granted something.
macro_rules! refusal_in_words {
    (without_policy, $noun:tt) => {
        concat!(
            "The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: ",
            "the ", $noun, " has none. See [`GrantError`](crate::GrantError)."
        )
    };
    (with_policy, $noun:tt) => {
        "The grantee is no identity of the account, and the resource's policy cannot name it. See \
         [`GrantError`](crate::GrantError)."
    };
}

/// A form of a resource, in the words of documentation.
macro_rules! place_in_words {
    ($noun:tt, Everything) => {
        "`*`: AWS lets no resource be named there"
    };
    ($noun:tt, Under("/*")) => {
        concat!("what is under the ", $noun)
    };
    ($noun:tt, Under(":*")) => {
        concat!("the log streams of the ", $noun)
    };
    ($noun:tt, Under("/channelNamespace/*")) => {
        concat!("the channel namespaces of the ", $noun)
    };
    ($noun:tt, Under("/configuration/*")) => {
        concat!("the configurations of the ", $noun)
    };
    ($noun:tt, Under("/consumer/*")) => {
        concat!("the consumers of the ", $noun)
    };
    ($noun:tt, Under("/execution/*")) => {
        concat!("the executions of the ", $noun)
    };
    ($noun:tt, Under("/index/*")) => {
        concat!("the indexes of the ", $noun)
    };
    ($noun:tt, Under("/table/*")) => {
        concat!("the tables of the ", $noun)
    };
    ($noun:tt, Under("/types/Query/*")) => {
        concat!("the queries of the ", $noun)
    };
    ($noun:tt, Under("/types/Mutation/*")) => {
        concat!("the mutations of the ", $noun)
    };
    ($noun:tt, Under("/types/Subscription/*")) => {
        concat!("the subscriptions of the ", $noun)
    };
    ("function", ItselfAnd(":*")) => {
        "the function, its versions and its aliases"
    };
    ("function", ItselfAnd(":$LATEST")) => {
        "the function and its version `$LATEST`"
    };
    ("log group", ItselfAnd(":*")) => {
        "the log group and its log streams"
    };
    ("parameter", ItselfAnd("/*")) => {
        "the parameter and those under its path"
    };
    ("runtime", ItselfAnd("/*")) => {
        "the runtime and its endpoints"
    };
    ("domain", ItselfAnd("/*")) => {
        "the domain and all paths under it"
    };
    ($noun:tt, Beside("alias/*")) => {
        "all aliases of the account and region"
    };
    ($noun:tt, Beside("cluster/{cluster}")) => {
        concat!("the cluster of the ", $noun)
    };
    ($noun:tt, Beside("event-bus/*")) => {
        "all event buses of the account and region"
    };
    ($noun:tt, Beside("execution:{name}:*")) => {
        concat!("the executions of the ", $noun)
    };
    ($noun:tt, Beside("schedule/{name}/*")) => {
        concat!("the schedules of the ", $noun)
    };
    ($noun:tt, Beside("task/{name}/*")) => {
        concat!("the tasks of the ", $noun)
    };
    ("cluster", Beside("topic/{cluster}/*")) => {
        "the topics of the cluster"
    };
    ($noun:tt, Beside("topic/{cluster}/{topic}")) => {
        concat!("the ", $noun)
    };
    ($noun:tt, Beside("workload-identity-directory/default/workload-identity/*")) => {
        "the workload identities of the default directory"
    };
    ($noun:tt, Beside("{name}/*/*/@connections/*")) => {
        concat!("the connections of the ", $noun)
    };
    ($noun:tt, Objects) => {
        "the objects"
    };
    ("chosen part of the bucket", Listing) => {
        "the bucket, where the listing is of that part: `s3:prefix` starts as the pattern does"
    };
    ($noun:tt, Indexes) => {
        "the indexes that were named"
    };
    ($noun:tt, TableAndIndexes) => {
        "the table and the indexes that were named"
    };
    ("alias", Itself) => {
        "the key that has the alias"
    };
    // `Itself`, and what is listed.
    ($noun:tt, $on:ident) => {
        concat!("the ", $noun)
    };
}
