//! What can be granted on the objects of a bucket: all of them, or those under a prefix.

/// The grants of objects, for a type that stands for some, and more of its own.
macro_rules! object_grants {
    (
        $Type:ident $(with $policy:ident)?, $noun:tt, $sample:literal, $label:literal; $of:literal $to:literal;
        { $($more:tt)* }
    ) => {
        crate::grant::grants! {
            $Type $(with $policy)?, $noun, $sample, $label;

            grant_read => "read and list objects" $of {
                Listing: [s3::ListBucket],
                Objects: [s3::GetObject];
                key: [Decrypt]
            }
            /// Without listing, a key that does not exist is `AccessDenied` and not `NoSuchKey`.
            grant_get => "read objects" $of {
                Objects: [s3::GetObject];
                key: [Decrypt]
            }
            grant_list => "list objects" $of {
                Listing: [s3::ListBucket],
            }
            /// It deletes nothing, but overwrites, unless the bucket keeps versions.
            // Aborting is part of writing: a large object is uploaded in parts, and a failed upload is cleaned up so.
            // To put the parts together, S3 decrypts what it has of them:
            // <https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions>
            grant_write => "write objects" $to {
                Objects: [s3::PutObject, s3::AbortMultipartUpload];
                key: [GenerateDataKey, Decrypt]
            }
            /// The same as `grant_write`, under CDK's name for it.
            grant_put => "write objects" $to {
                Objects: [s3::PutObject, s3::AbortMultipartUpload];
                key: [GenerateDataKey, Decrypt]
            }
            grant_read_write => "read, list and write objects" $of {
                Listing: [s3::ListBucket],
                Objects: [s3::GetObject, s3::PutObject, s3::AbortMultipartUpload];
                key: [Decrypt, GenerateDataKey]
            }
            grant_delete => "delete objects" $of {
                Objects: [s3::DeleteObject],
            }
            grant_delete_versions => "delete versions of objects" $of {
                Objects: [s3::DeleteObjectVersion],
            }
            /// A bucket whose owner is enforced as owner of its objects, as new ones are, takes no access control lists.
            grant_put_acl => "set the access control lists of objects" $of {
                Objects: [s3::PutObjectAcl, s3::PutObjectVersionAcl],
            }
            grant_read_versions => "read and list versions of objects" $of {
                Listing: [s3::ListBucketVersions],
                Objects: [s3::GetObjectVersion];
                key: [Decrypt]
            }
            grant_read_tags => "read the tags of objects" $of {
                Objects: [s3::GetObjectTagging, s3::GetObjectVersionTagging],
            }
            grant_write_tags => "tag objects" $of {
                Objects: [
                    s3::PutObjectTagging,
                    s3::PutObjectVersionTagging,
                    s3::DeleteObjectTagging,
                    s3::DeleteObjectVersionTagging,
                ],
            }
            /// Also resuming an upload, for which the client asks which parts S3 has.
            grant_multipart_upload => "upload objects in parts" $to {
                Objects: [s3::PutObject, s3::AbortMultipartUpload, s3::ListMultipartUploadParts];
                key: [GenerateDataKey, Decrypt]
            }
            $($more)*
        }
    };
}

pub(super) use object_grants;
