//! The grants of `cognito_idp`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
