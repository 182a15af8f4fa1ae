//! An account that is checked before it is deployed. People and programs have grown into it: most of what is found is to be
//! mended, and two findings are accepted, with their reasons beside what they are for.

use std::error::Error;

use iam_dsl::check::{Code, Profile};
use iam_dsl::prelude::*;
use iam_dsl::{Account, Group, User, s3};

fn main() -> Result<(), Box<dyn Error>> {
    let findings = account()?.check_for(Profile::Production);
    println!("{}", serde_json::to_string_pretty(&findings)?);
    Ok(())
}

fn account() -> Result<Account, Box<dyn Error>> {
    let env = Env::new("123456789012", "eu-central-1")?;
    let reports = s3::Bucket::named("reports");

    // Anna signs in with a password alone, and has what nobody else in her group has.
    let analysts = Group::new("analysts").with_managed_policy(managed_policy!("ViewOnlyAccess"));
    let anna = User::new("anna").with_console_access().in_group(&analysts);
    reports.grant_read(&anna)?;

    // The appliance has a key since it takes nothing else.
    let appliance = User::new("backup-appliance")
        .in_group(&Group::new("appliances"))
        .with_access_key()
        .allow(
            Code::USER_FOR_SERVICE,
            "it can neither assume a role nor be replaced before 2027",
        )
        .allow(
            Code::GROUP_NOT_IN_ACCOUNT,
            "the group is the platform team's",
        );

    // Deployments pass a task's role to Lambda, and may give any role any policy.
    let tasks = service_principal!("ecs-tasks.amazonaws.com").from_account("123456789012")?;
    let task = Role::new("task").trusted_by(tasks);
    let deploy = Role::new("deploy").trusted_by(Role::new("pipeline").with_env(&env));
    task.grant_pass_role(&deploy, service_principal!("lambda.amazonaws.com"))?;
    deploy.add(allow(actions![iam::PutRolePolicy]).on(any()));

    Ok(Account::new(&env)
        .with(&reports)
        .with(&analysts)
        .with(&appliance)
        .with(&task)
        .with(&deploy))
}
