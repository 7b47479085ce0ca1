"""Starts MiniStack, and makes its EventBridge as strict as that of AWS.

MiniStack has rules, patterns, transformers, queues, topics, functions, policies and CloudFormation. What it has not is in this file, and
is ours, modelled on the documentation of AWS:

1. `PutEvents` takes `aws.*` sources, which AWS and MiniStack refuse from customers.
2. Paths of an input transformer may index arrays, such as `$.resources[0]`.
3. A target is reached only if it exists, if it takes what rules send, if its policy lets events.amazonaws.com in on behalf of the rule, and
   if the key of a queue may be used. Policies are evaluated by MiniStack. A target with a role is reached with what the role is allowed: in another
   account the policy of the target, and of its key, has to allow the role too. Without a role, no target in another account is reached.
4. Whatever is refused goes, untransformed, to the dead-letter queue of the target, if that one takes it, with the attributes that EventBridge
   adds. AWS does not try a missing permission or resource again; what it tries again, and how often, is not modelled.
5. A function has run when `PutEvents` answers, so that no test needs to wait for what must not happen.
6. Every request counts as sent over TLS, as it would be to AWS: queues and buckets may refuse others.

It replaces private functions of MiniStack, whose version is therefore pinned. Needs AUTH=true, by which MiniStack checks policies at all.
"""
import functools
import json
import logging
import re

import ministack.app as app
import ministack.services.eventbridge as eventbridge
from ministack.core.arn import parse_arn
from ministack.core.iam_evaluator import EvalContext, evaluate_resource_policy
from ministack.core.responses import get_account_id, get_region, request_scope
from ministack.services import iam, kms, lambda_svc, sns, sqs

log = logging.getLogger('ministack-strict')

EVENTS = 'events.amazonaws.com'

# 1

eventbridge._put_events = functools.partial(eventbridge._put_events, allow_aws_source=True)

# 2

apply_transformer = eventbridge._apply_input_transformer


def value_at(path, event):
    for name, index in re.findall(r'\.([^.\[\]]+)|\[(\d+)\]', path[1:]):
        event = event[name] if name else event[int(index)]
    return event


def apply_indexed_transformer(transformer, rule, view):
    """Hands what an indexed path leads to over as a separate field."""
    event = dict(view.event_with_detail())
    paths = {}
    for variable, path in transformer.get('InputPathsMap', {}).items():
        if '[' in path:
            field = f'__indexed_{variable}'
            try:
                event[field] = value_at(path, event)
            except (KeyError, IndexError, TypeError):
                pass  # MiniStack decides what a path without a value leaves.
            path = f'$.{field}'
        paths[variable] = path

    class View:
        event_with_detail = staticmethod(lambda: event)
        envelope = staticmethod(view.envelope)

    # Only where needed: `<aws.events.event.json>` would have the further fields in it.
    is_indexed = paths != transformer.get('InputPathsMap', {})
    return apply_transformer({**transformer, 'InputPathsMap': paths}, rule, View if is_indexed else view)


eventbridge._apply_input_transformer = apply_indexed_transformer

# 3


def is_allowed(policy, action, resource, rule_arn=None):
    """Whether a policy lets EventBridge do something. Without a rule it does not say on whose behalf."""
    source = {'aws:sourcearn': rule_arn, 'aws:sourceaccount': get_account_id()} if rule_arn else {}
    context = EvalContext(principal_arn='*', principal_type='Service', principal_account='', action=action, resource_arn=resource,
                          region=get_region(), secure_transport=True, service_context=source)
    return evaluate_resource_policy(policy, context, service=EVENTS).decision == 'Allow'


def refusal_of_queue(arn, rule_arn):
    queue = sqs._queue_by_arn(arn)
    if parse_arn(arn).region != get_region() or not queue:
        return 'NO_RESOURCE', f'there is no queue {arn} in the Region of the rule'
    attributes = queue['attributes']
    if not is_allowed(attributes.get('Policy'), 'sqs:SendMessage', arn, rule_arn):
        return 'NO_PERMISSIONS', f'the policy of {arn} does not let {EVENTS} send for {rule_arn}'
    key_id = attributes.get('KmsMasterKeyId')
    if key_id:
        # MiniStack has no AWS-managed keys, which EventBridge is not allowed to use either.
        key = kms._resolve_key(key_id)
        if not key or key['KeyState'] != 'Enabled':
            return 'NO_PERMISSIONS', f'the key {key_id} of {arn} cannot be used'
        for action in ('kms:Decrypt', 'kms:GenerateDataKey'):
            if not is_allowed(key.get('Policy'), action, key['Arn'], rule_arn):
                return 'NO_PERMISSIONS', f'the key {key_id} of {arn} does not let {EVENTS} do {action}'
    return None


def refusal_of_queue_as_target(target, rule_arn):
    arn = target['Arn']
    queue = sqs._queue_by_arn(arn)
    if queue and queue.get('is_fifo'):
        if not (target.get('SqsParameters') or {}).get('MessageGroupId'):
            return 'SDK_CLIENT_ERROR', f'{arn} is a FIFO queue, and the target names no message group'
        if str(queue['attributes'].get('ContentBasedDeduplication')).lower() != 'true':
            return 'SDK_CLIENT_ERROR', f'{arn} is a FIFO queue without content-based deduplication'
    return refusal_of_queue(arn, rule_arn)


def refusal_of_topic(target, rule_arn):
    arn = target['Arn']
    topic = sns._topic_by_arn_any_scope(arn)
    if parse_arn(arn).region != get_region() or topic is None:
        return 'NO_RESOURCE', f'there is no topic {arn} in the Region of the rule'
    policy = json.loads(topic['attributes'].get('Policy') or '{}')
    # The default policy is for the account of the owner. In MiniStack it lacks the condition that says so.
    is_default = policy.get('Id') == '__default_policy_ID'
    # Amazon SNS supports no conditions for EventBridge: nothing says on whose behalf it publishes.
    if is_default or not is_allowed(policy, 'sns:Publish', arn):
        return 'NO_PERMISSIONS', f'the policy of {arn} does not let {EVENTS} publish for {rule_arn}'
    return None


def refusal_of_function(target, rule_arn, body):
    arn = target['Arn']
    record = lambda_svc._get_func_record_for_ref(arn)[0]
    if parse_arn(arn).region != get_region() or not record:
        return 'NO_RESOURCE', f'there is no function {arn} in the Region of the rule'
    try:
        json.loads(body)
    except ValueError:
        return 'SDK_CLIENT_ERROR', f'what {arn} would get is not JSON'
    if not is_allowed(record.get('policy'), 'lambda:InvokeFunction', arn, rule_arn):
        return 'NO_PERMISSIONS', f'no permission of {arn} lets {EVENTS} invoke it for {rule_arn}'
    return None


def role_context(role_arn, action, resource):
    """A request that EventBridge makes with a role: it does not show for which rule."""
    account = parse_arn(role_arn).account_id
    return EvalContext(principal_arn=role_arn, principal_type='AssumedRole', principal_account=account, action=action, resource_arn=resource,
                       region=get_region(), secure_transport=True, service_context={},
                       principal_keys={'aws:principalarn': role_arn, 'aws:principalaccount': account})


def completed(document, missing):
    """A policy of a role as a resource policy, which is all that differs in how it is evaluated."""
    document = json.loads(document) if isinstance(document, str) else document
    statements = document['Statement'] if isinstance(document['Statement'], list) else [document['Statement']]
    return {**document, 'Statement': [{**missing, **statement} for statement in statements]}


def refusal_by_role(target, rule):
    """Both the role and the resource have to allow it; in one account either is enough, except for keys."""
    arn, role_arn, here = target['Arn'], target['RoleArn'], get_account_id()
    role = iam._roles.get(role_arn.rsplit('/', 1)[-1])
    if not role or role['Arn'] != role_arn or not is_allowed(completed(role['AssumeRolePolicyDocument'], {'Resource': '*'}), 'sts:AssumeRole', role_arn, rule['Arn']):
        return 'FAILED_TO_ASSUME_ROLE', f'{EVENTS} is not allowed to assume {role_arn} for {rule["Arn"]}'

    def refused(action, resource, policy, is_key=False):
        context = role_context(role_arn, action, resource)
        if is_key:
            context.service_context['kms:viaservice'] = f'{spec.service}.{get_region()}.amazonaws.com'
        documents = role['InlinePolicies'].values()
        identity = [evaluate_resource_policy(completed(each, {'Principal': '*'}), context).decision for each in documents]
        theirs = evaluate_resource_policy(policy, context).decision
        mine = 'Allow' in identity
        both = spec.account_id != here or is_key
        is_granted = mine and theirs == 'Allow' if both else mine or theirs == 'Allow'
        return None if is_granted and 'Deny' not in [*identity, theirs] else ('NO_PERMISSIONS', f'{role_arn} is not allowed to perform {action} on {resource}: {identity}, {theirs}')

    spec = parse_arn(arn)
    with request_scope(spec.account_id, get_region()):
        if spec.service == 'sqs':
            queue = sqs._queue_by_arn(arn)
            if not queue:
                return 'NO_RESOURCE', f'there is no queue {arn}'
            why = refused('sqs:SendMessage', arn, queue['attributes'].get('Policy'))
            key_id = queue['attributes'].get('KmsMasterKeyId')
            key = kms._resolve_key(key_id) if key_id else None
            keys = [refused(action, key['Arn'], key.get('Policy'), True) for action in ('kms:Decrypt', 'kms:GenerateDataKey')] if key else []
            return why or next(filter(None, keys), None)
        if spec.service == 'sns':
            topic = sns._topic_by_arn_any_scope(arn)
            return refused('sns:Publish', arn, topic['attributes'].get('Policy')) if topic else ('NO_RESOURCE', f'there is no topic {arn}')
        record = lambda_svc._get_func_record_for_ref(arn)[0]
        return refused('lambda:InvokeFunction', arn, record.get('policy')) if record else ('NO_RESOURCE', f'there is no function {arn}')


def refusal(target, rule, event, view):
    spec = parse_arn(target['Arn'])
    service = spec.service
    if service in ('sqs', 'sns', 'lambda'):
        if target.get('RoleArn'):
            return refusal_by_role(target, rule)
        if spec.account_id != get_account_id():
            return 'NO_PERMISSIONS', f'the target {target["Arn"]} in another account has no role'
    if service == 'sqs':
        return refusal_of_queue_as_target(target, rule['Arn'])
    if service == 'sns':
        return refusal_of_topic(target, rule['Arn'])
    if service == 'lambda':
        transformer = target.get('InputTransformer')
        body = apply_indexed_transformer(transformer, rule, view) if transformer else target.get('Input') or '{}'
        return refusal_of_function(target, rule['Arn'], body)
    return None

# 4


invoke_target = eventbridge._invoke_target


def invoke_or_dead_letter(target, event, rule, view=None):
    view = view or eventbridge._pattern_event_view(event)
    why = refusal(target, rule, event, view)
    if why is None:
        spec = parse_arn(target['Arn'])
        # The stores of MiniStack are those of the account that a request is for.
        with request_scope(spec.account_id if target.get('RoleArn') else get_account_id(), get_region()):
            return invoke_target(target, event, rule, view)
    arn = (target.get('DeadLetterConfig') or {}).get('Arn')
    lost = 'the target has no dead-letter queue' if not arn else refusal_of_queue(arn, rule['Arn'])
    log.info('not delivered: %s; lost: %s', why, lost)
    if lost:
        return None
    eventbridge._dispatch_to_sqs(parse_arn(arn), json.dumps(view.event_with_detail()))
    attributes = {'RULE_ARN': rule['Arn'], 'TARGET_ARN': target['Arn'], 'ERROR_CODE': why[0], 'ERROR_MESSAGE': why[1]}
    letter = sqs._queue_by_arn(arn)['messages'][-1]
    letter['message_attributes'] = {name: {'DataType': 'String', 'StringValue': value} for name, value in attributes.items()}
    return None


eventbridge._invoke_target = invoke_or_dead_letter

# 5


def invoke_function(arn, payload):
    record, config, _name = lambda_svc._get_func_record_for_ref(arn)
    lambda_svc._execute_function_with_config_scope(lambda_svc._execution_record_for_config(record, config), json.loads(payload))


eventbridge._dispatch_to_lambda = invoke_function

# 6

pin_request_origin = app.pin_request_origin
app.pin_request_origin = lambda source_ip, _secure_transport: pin_request_origin(source_ip, True)

if __name__ == '__main__':
    app.main()
