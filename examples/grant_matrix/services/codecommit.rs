//! The grants of `codecommit`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
