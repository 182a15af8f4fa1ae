"""Policies a second of the validators that are Python packages, each in a process of its own.

usage: validators.py NAME POLICIES.jsonl SERVICES

POLICIES has a policy a line. SERVICES is a folder in the form of AWS's service reference, for iam-policy-validator, which
otherwise asks AWS. Prints how many policies were looked at, in how many seconds, and how many findings there were. What is
done once a run, such as loading rules, is not counted.
"""

import asyncio
import json
import logging
import sys
import time


def parliament(policies, _services):
    from parliament import analyze_policy_string

    def check(text):
        return len(analyze_policy_string(text).findings)

    return measured(check, policies)


def cfn_lint(policies, _services):
    from cfnlint.api import lint_all

    def template(text):
        properties = {"PolicyDocument": json.loads(text)}
        return json.dumps({"Resources": {"Policy": {"Type": "AWS::IAM::ManagedPolicy", "Properties": properties}}})

    return measured(lambda text: len(lint_all(text)), [template(text) for text in policies])


def iam_policy_validator(policies, services):
    from iam_validator.core.aws_service import AWSServiceFetcher
    from iam_validator.core.config.config_loader import ConfigLoader
    from iam_validator.core.models import IAMPolicy
    from iam_validator.core.policy_checks import build_registry, validate_policies

    async def run():
        config = ConfigLoader.load_config(allow_missing=True)
        registry = build_registry(config)
        async with AWSServiceFetcher(aws_services_dir=services, enable_cache=False) as fetcher:
            found = 0
            for text in policies[:20]:
                await one(text, config, registry, fetcher)
            start = time.perf_counter()
            for text in policies:
                found += await one(text, config, registry, fetcher)
            return time.perf_counter() - start, found

    async def one(text, config, registry, fetcher):
        raw = json.loads(text)
        policy = IAMPolicy.model_validate(raw)
        results = await validate_policies([("policy", policy, raw)], config=config, registry=registry, fetcher=fetcher)
        return len(results[0].issues)

    return asyncio.run(run())


def measured(check, texts):
    for text in texts[:20]:
        check(text)
    start = time.perf_counter()
    found = sum(check(text) for text in texts)
    return time.perf_counter() - start, found


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    name, path, services = sys.argv[1:]
    with open(path, encoding="utf-8") as lines:
        policies = lines.read().splitlines()
    validators = {"parliament": parliament, "cfn-lint": cfn_lint, "iam-policy-validator": iam_policy_validator}
    seconds, found = validators[name](policies, services)
    print(len(policies), seconds, found)
