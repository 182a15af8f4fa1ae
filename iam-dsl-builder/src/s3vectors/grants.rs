//! What can be granted on indexes: all of a bucket, or one.

/// The grants of indexes, for a type that stands for some, and more of its own.
macro_rules! vector_grants {
    (
        $Type:ident $(with $policy:ident)?, $noun:tt, $sample:literal, $label:literal;
        $on:ident $(($form:tt))?; { $($more:tt)* }
    ) => {
        crate::grant::grants! {
            $Type $(with $policy)?, $noun, $sample, $label;

            // A query that filters, or returns metadata, reads vectors:
            // <https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_QueryVectors.html>
            grant_query => "query vectors in" {
                $on $(($form))?: [s3vectors::QueryVectors, s3vectors::GetVectors];
                key: [Decrypt]
            }
            /// It overwrites vectors of the same keys, and deletes nothing.
            // Whatever is done to vectors decrypts, and nothing generates keys but creating what holds them:
            // <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-data-encryption.html>
            grant_write => "write vectors to" {
                $on $(($form))?: [s3vectors::PutVectors];
                key: [Decrypt]
            }
            grant_delete => "delete vectors from" {
                $on $(($form))?: [s3vectors::DeleteVectors];
                key: [Decrypt]
            }
            $($more)*
        }
    };
}

pub(super) use vector_grants;
