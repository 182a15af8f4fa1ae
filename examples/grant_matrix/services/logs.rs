//! The grants of `logs`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
