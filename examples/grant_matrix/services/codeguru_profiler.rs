//! The grants of `codeguru_profiler`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
