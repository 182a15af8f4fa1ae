//! The grants of `iam`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
