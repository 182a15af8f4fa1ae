//! Metrics.

use iam_dsl::cloudwatch;

use crate::matrix::{Matrix, method, methods};

pub(crate) fn add(matrix: &mut Matrix) {
    methods! {
        matrix, "cloudwatch", "Metrics", cloudwatch::Metrics::all();
        grant_put_metric_data = "aws-cloudwatch.Metric.grantPutMetricData",
    }
    let in_namespace = method("cloudwatch", "Metrics", "grant_put_metric_data", None)
        .variant("in_namespace", &["$grantee"]);
    let metrics = cloudwatch::Metrics::in_namespace("MyApp");
    matrix.add(in_namespace, |grantee| {
        metrics.grant_put_metric_data(grantee)
    });
}
