//! The grants of `codedeploy`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
