//! The grants of `batch`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
