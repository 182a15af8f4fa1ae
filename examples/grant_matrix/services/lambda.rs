//! The grants of `lambda`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
