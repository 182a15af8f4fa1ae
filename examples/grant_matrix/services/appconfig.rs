//! The grants of `appconfig`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
