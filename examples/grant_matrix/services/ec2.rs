//! Volumes.

use iam_dsl::{ec2, prelude::*};

use super::key;
use crate::{
    grantees::env,
    matrix::{Call, Matrix, method},
};

const INSTANCE: &[&str] = &["$grantee", r#"["Instance i-0abc (imported ref)"]"#];
const TAGGED: &[&str] = &[
    "$grantee",
    r#"["aws_ec2.Instance construct \"Inst\""]"#,
    "SUFFIX",
];
const TAG: &str = "cfdff907e9eec26d0129792bd321e26d";

pub(crate) fn add(matrix: &mut Matrix) {
    let plain = ec2::Volume::new(&env(), "vol-0123456789abcdef0");
    let encrypted = plain.clone().encrypted_with(&key());
    for (volume, is_encrypted) in [(&plain, false), (&encrypted, true)] {
        let of = |name, cdk| -> Call {
            let row = method("ec2", "Volume", name, cdk);
            if is_encrypted { row.encrypted() } else { row }
        };
        let attach = of(
            "grant_attach_volume",
            Some("aws-ec2.Volume.grantAttachVolume"),
        );
        matrix.add(attach, |grantee| volume.grant_attach_volume(grantee, ["*"]));
        matrix.add(attach.variant("instances", INSTANCE), |grantee| {
            volume.grant_attach_volume(grantee, ["i-0abc"])
        });
        let detach = of(
            "grant_detach_volume",
            Some("aws-ec2.Volume.grantDetachVolume"),
        );
        matrix.add(detach, |grantee| volume.grant_detach_volume(grantee, ["*"]));
        matrix.add(detach.variant("instances", INSTANCE), |grantee| {
            volume.grant_detach_volume(grantee, ["i-0abc"])
        });
        let attach = of(
            "grant_attach_volume_by_resource_tag",
            Some("aws-ec2.Volume.grantAttachVolumeByResourceTag"),
        );
        matrix.add(attach.variant("suffix", TAGGED), |grantee| {
            let key = "VolumeGrantAttach-SUFFIX";
            volume.grant_attach_volume_by_resource_tag(grantee, key, TAG)
        });
        let detach = of(
            "grant_detach_volume_by_resource_tag",
            Some("aws-ec2.Volume.grantDetachVolumeByResourceTag"),
        );
        matrix.add(detach.variant("suffix", TAGGED), |grantee| {
            let key = "VolumeGrantDetach-SUFFIX";
            volume.grant_detach_volume_by_resource_tag(grantee, key, TAG)
        });
        let single = of("grant", None).variant("actions", &["$grantee", r#"["ec2:ModifyVolume"]"#]);
        matrix.add(single, |grantee| {
            volume.grant(grantee, actions![ec2::ModifyVolume])
        });
        let on_key = of("grant_on_key", None).variant("actions", &["$grantee", "kms:Decrypt"]);
        matrix.add(on_key, |grantee| {
            volume.grant_on_key(grantee, actions![kms::Decrypt])
        });
    }
}
