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

/// A form of a resource, in the words of documentation.
macro_rules! place_in_words {
    ($noun:literal, Itself) => {
        concat!("the ", $noun)
    };
    ($noun:literal, Everything) => {
        "`*`, since they take no resource"
    };
    ($noun:literal, Under($suffix:literal)) => {
        concat!("`", $suffix, "` under the ", $noun)
    };
    ($noun:literal, ItselfAnd($suffix:literal)) => {
        concat!("the ", $noun, " and `", $suffix, "` under it")
    };
    ($noun:literal, Beside($resource:literal)) => {
        concat!("`", $resource, "`")
    };
    ($noun:literal, Objects) => {
        "the objects"
    };
    ($noun:literal, Listing) => {
        "the bucket (of some objects, where `s3:prefix` starts as their keys do)"
    };
    ($noun:literal, Indexes) => {
        "the indexes that were named"
    };
    ($noun:literal, TableAndIndexes) => {
        "the table and the indexes that were named"
    };
}
