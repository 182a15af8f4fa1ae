//! The grants of `elasticfilesystem`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
