//! Traces.

use iam_dsl::xray;

use crate::matrix::{Matrix, methods};

pub(crate) fn add(matrix: &mut Matrix) {
    methods! {
        matrix, "xray", "Traces", xray::Traces::new();
        grant_write = -,
        grant_read = -,
    }
}
