//! What can be granted on a domain, and on paths under it.

/// The grants of HTTP methods, for a type that stands for a domain or for some of its paths.
macro_rules! http_grants {
    ($Type:ident $(with $policy:ident)?, $noun:tt, $sample:literal, $label:literal; $on:ident $(($form:tt))?) => {
        crate::grant::grants! {
            $Type $(with $policy)?, $noun, $sample, $label;

            /// A search that is sent by `POST` is not let through by this: `grant` of `es:ESHttpPost` on
            /// `domain.path("my-index/_search")` does that.
            grant_read => "read data in" {
                $on $(($form))?: [es::ESHttpGet, es::ESHttpHead],
            }
            /// Writing includes deleting: by `DELETE`, and by what a `POST` to `_bulk` holds. `.without(..)` takes
            /// `es:ESHttpDelete` off.
            grant_write => "write and delete data in" {
                $on $(($form))?: [es::ESHttpDelete, es::ESHttpPatch, es::ESHttpPost, es::ESHttpPut],
            }
            /// Writing includes deleting. `.without(..)` takes `es:ESHttpDelete` off.
            grant_read_write => "read, write and delete data in" {
                $on $(($form))?: [
                    es::ESHttpDelete,
                    es::ESHttpGet,
                    es::ESHttpHead,
                    es::ESHttpPatch,
                    es::ESHttpPost,
                    es::ESHttpPut,
                ],
            }
        }
    };
}

pub(super) use http_grants;
