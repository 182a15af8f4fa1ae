//! The grants of `secretsmanager`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
