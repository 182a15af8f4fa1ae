//! A company with three teams in one account. Payments has a table, a bucket and a queue, notifications sends e-mails and
//! messages, analytics reads what is its own. What the teams have is named after them, and so are their paths in IAM:
//! boundaries hold every team's roles to that. People join a team by joining its group, deployments come from the team's
//! repository, and each team makes its own roles, under its boundary.

use std::error::Error;

use iam_dsl::prelude::*;
use iam_dsl::trust::GitHubActions;
use iam_dsl::{
    Account, Arn, Group, PermissionsBoundary, User, delegation::role_administration, dynamodb,
    roles, s3, sqs,
};

/// A team: who its people are, what its roles may do at most, and the roles that come with it.
pub(crate) struct Team {
    pub(crate) people: Group,
    pub(crate) service: Role,
    pub(crate) deploy: Role,
    pub(crate) admin: Role,
}

/// The company, and what payments has.
#[allow(dead_code, reason = "the tests ask about all of it")]
pub(crate) struct Company {
    pub(crate) account: Account,
    pub(crate) payments: Team,
    pub(crate) notifications: Team,
    pub(crate) analytics: Team,
    pub(crate) table: dynamodb::Table,
    pub(crate) bucket: s3::Bucket,
    pub(crate) queue: sqs::Queue,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", company()?.account.to_json_pretty());
    Ok(())
}

pub(crate) fn company() -> Result<Company, Box<dyn Error>> {
    let env = Env::new("123456789012", "eu-central-1")?;
    let table = dynamodb::Table::new(&env, "payments-orders");
    let bucket = s3::Bucket::named("payments-receipts-123456789012");
    let queue = sqs::Queue::new(&env, "payments-settlements");

    let payments = team(&env, "payments")?;
    table.grant_read_write_data(&payments.service)?;
    bucket.grant_put(&payments.service)?;
    queue.grant_consume_messages(&payments.service)?;
    table.grant_read_data(&payments.people)?;
    bucket.grant_read(&payments.people)?;

    let notifications = team(&env, "notifications")?;
    let topics = arn!("arn:aws:sns:eu-central-1:123456789012:notifications-*");
    let sender = arn!("arn:aws:ses:eu-central-1:123456789012:identity/notifications.example.com");
    notifications
        .service
        .add(allow(actions![sns::Publish]).on(&topics));
    notifications
        .service
        .add(allow(actions![ses::SendEmail]).on(sender));
    notifications
        .people
        .add(allow(actions![sns::ListTopics]).on(any()));

    let analytics = team(&env, "analytics")?;
    let reports = s3::Bucket::named("analytics-reports-123456789012");
    reports.grant_read(&analytics.service)?;
    reports.grant_read(&analytics.people)?;

    let _ = User::new("payments-oncall").in_group(&payments.people);
    let mut account = Account::new(&env)
        .with(&table)
        .with(&bucket)
        .with(&queue)
        .with(&reports);
    for team in [&payments, &notifications, &analytics] {
        account.add(&team.people);
        account.add(&team.service);
        account.add(&team.deploy);
        account.add(&team.admin);
    }
    Ok(Company {
        account,
        payments,
        notifications,
        analytics,
        table,
        bucket,
        queue,
    })
}

fn team(env: &Env, name: &str) -> Result<Team, Box<dyn Error>> {
    let path = format!("/{name}/");
    let boundary = boundary(env, name)?;

    let service = roles::ecs_task(&format!("{name}-service"))?
        .with_env(env)
        .with_path(&path)
        .with_boundary(&boundary);

    let repository = GitHubActions::repository(&format!("my-org/{name}"))?;
    let deploy = Role::new(format!("{name}-deploy"))
        .with_env(env)
        .with_path(&path)
        .with_boundary(&boundary)
        .trusted_by(repository.branch("main")?);
    deploy.add(
        allow(actions![ecs::DescribeServices, ecs::UpdateService])
            .on(own(env, "ecs", &format!("service/main/{name}"))?)
            .sid("OwnService"),
    );
    deploy.add(
        allow(actions![ecs::RegisterTaskDefinition])
            .on(own(env, "ecs", &format!("task-definition/{name}:*"))?)
            .sid("OwnTaskDefinition"),
    );
    deploy.add(
        allow(actions![iam::PassRole])
            .on(service.arn())
            .when(key!("iam:PassedToService").equals("ecs-tasks.amazonaws.com"))
            .sid("OwnTaskRole"),
    );

    let administration = role_administration(&path, &boundary)?;
    let admin = Role::new(format!("{name}-admin"))
        .with_env(env)
        .with_path("/administrators/")
        .with_boundary(
            administration
                .boundary(format!("{name}-administration"))
                .with_path("/boundaries/"),
        )
        .with_inline_policy("roles", administration.policy())
        .trusted_by(AccountPrincipal::of(env).when(key!("aws:MultiFactorAuthPresent").is(true)));

    let people = Group::new(name).with_path(&path);
    people.add(
        allow(actions![sts::AssumeRole])
            .on(admin.arn())
            .sid("Administer"),
    );
    Ok(Team {
        people,
        service,
        deploy,
        admin,
    })
}

/// What a team's roles may do at most: use what is named after the team, and change nothing in IAM.
fn boundary(env: &Env, team: &str) -> Result<PermissionsBoundary, Box<dyn Error>> {
    let boundary = PermissionsBoundary::new(format!("{team}-boundary")).with_path("/boundaries/");
    boundary.add(
        allow(actions![dynamodb:*, ecs:*, logs:*, ses:*, sns:*, sqs:*])
            .on([
                own(env, "dynamodb", &format!("table/{team}-*"))?,
                own(env, "ecs", &format!("service/main/{team}"))?,
                own(env, "ecs", &format!("task-definition/{team}:*"))?,
                own(env, "logs", &format!("log-group:/{team}/*"))?,
                own(env, "ses", &format!("identity/{team}.example.com"))?,
                own(env, "sns", &format!("{team}-*"))?,
                own(env, "sqs", &format!("{team}-*"))?,
            ])
            .sid("OwnResources"),
    );
    boundary.add(
        allow(actions![s3:*])
            .on(format!("arn:aws:s3:::{team}-*").parse::<Arn>()?)
            .sid("OwnBuckets"),
    );
    boundary.add(
        allow(actions![iam::PassRole])
            .on(format!("arn:aws:iam::{}:role/{team}/*", env.account()).parse::<Arn>()?)
            .when(key!("iam:PassedToService").equals("ecs-tasks.amazonaws.com"))
            .sid("OwnTaskRoles"),
    );
    boundary.add(
        deny(actions![
            iam:Add*, iam:Attach*, iam:Change*, iam:Create*, iam:Deactivate*, iam:Delete*, iam:Detach*, iam:Enable*,
            iam:Put*, iam:Remove*, iam:Reset*, iam:Resync*, iam:Set*, iam:Tag*, iam:Untag*, iam:Update*, iam:Upload*,
            cloudformation:Delete*, organizations:*, account:*,
        ])
        .on(any())
        .sid("NoIdentitiesNoStacks"),
    );
    Ok(boundary)
}

fn own(env: &Env, service: &str, resource: &str) -> Result<Arn, Box<dyn Error>> {
    let (region, account) = (env.region(), env.account());
    Ok(format!("arn:aws:{service}:{region}:{account}:{resource}").parse()?)
}
