//! The grants of `s3tables`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
