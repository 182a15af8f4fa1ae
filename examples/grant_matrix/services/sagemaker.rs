//! The grants of `sagemaker`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
