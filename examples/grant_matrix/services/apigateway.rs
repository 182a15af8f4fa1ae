//! The grants of `apigateway`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
