//! The grants of `glue`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
