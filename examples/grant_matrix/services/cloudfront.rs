//! The grants of `cloudfront`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
