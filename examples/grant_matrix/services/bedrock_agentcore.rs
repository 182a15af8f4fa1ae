//! The grants of `bedrock_agentcore`.

use crate::matrix::Matrix;

pub(crate) fn add(_matrix: &mut Matrix) {}
