//! The grants of `xray`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
