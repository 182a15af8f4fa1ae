//! What a statement can be on.

use iam_dsl_core::{Arn, Template};

use crate::Any;

/// What `.on(..)` takes: an ARN, the objects of a bucket, several of them, or [`any()`](crate::any).
///
/// Resources of different types go into a tuple: `.on((bucket.arn(), bucket.objects("*")))`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a resource",
    label = "not a resource",
    note = "write `arn!(\"arn:aws:s3:::bucket/*\")` for a literal, `text.parse::<iam_dsl::Arn>()?` for run-time text, `bucket.objects(\"*\")` or `queue.arn()` for what a handle stands for, or `any()`"
)]
pub trait IntoResources {
    /// Turns the value into the elements of a statement's `Resource`.
    fn into_resources(self) -> Vec<Template>;
}

impl IntoResources for Any {
    fn into_resources(self) -> Vec<Template> {
        vec![Template::from_static("*")]
    }
}

impl IntoResources for Arn {
    fn into_resources(self) -> Vec<Template> {
        vec![Template::from(self)]
    }
}

impl IntoResources for &Arn {
    fn into_resources(self) -> Vec<Template> {
        self.clone().into_resources()
    }
}

impl IntoResources for Template {
    fn into_resources(self) -> Vec<Template> {
        vec![self]
    }
}

impl<T: IntoResources, const N: usize> IntoResources for [T; N] {
    fn into_resources(self) -> Vec<Template> {
        self.into_iter().flat_map(T::into_resources).collect()
    }
}

impl<T: IntoResources> IntoResources for Vec<T> {
    fn into_resources(self) -> Vec<Template> {
        self.into_iter().flat_map(T::into_resources).collect()
    }
}

impl<T: IntoResources + Clone> IntoResources for &[T] {
    fn into_resources(self) -> Vec<Template> {
        self.iter().cloned().flat_map(T::into_resources).collect()
    }
}

macro_rules! tuples {
    ($(($($name:ident)*))*) => {
        $(impl<$($name: IntoResources),*> IntoResources for ($($name,)*) {
            fn into_resources(self) -> Vec<Template> {
                #[expect(non_snake_case, reason = "named after the tuple's types")]
                let ($($name,)*) = self;
                let mut resources = Vec::new();
                $(resources.extend($name.into_resources());)*
                resources
            }
        })*
    };
}

tuples!((A B) (A B C) (A B C D));
