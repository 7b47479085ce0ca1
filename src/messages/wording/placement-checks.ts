import type { Check } from './wording';

const REASON = 'detail.reason';

/** Advice for reasons with these prefixes. */
function about(values: string[], advice: string): Check {
  const last = values[values.length - 1];
  const list = values.length === 1 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
  return { about: [{ path: REASON, values }], text: `If ${list}: ${advice}` };
}

/** Advice that only rules on these reasons show. */
function specific(values: string[], advice: string): Check {
  return { ...about(values, advice), specific: true };
}

/** Advice on the reasons for which ECS cannot place a task: the likely ones, and those that a rule matches on. */
export const PLACEMENT_CHECKS: readonly Check[] = [
  about(['RESOURCE:FARGATE'], 'no Fargate (Spot) capacity; add a second capacity provider or more Availability Zones.'),
  about(['RESOURCE:CPU', 'RESOURCE:MEMORY'], 'no instance has that much free; add capacity or reduce the task size.'),
  about(['NO ACTIVE INSTANCES', 'EMPTY CAPACITY PROVIDER'],
    'check the Auto Scaling group. For Managed Instances: infrastructure role, PassRole, subnets, EC2 capacity.'),
  specific(['RESOURCE:ENI'], 'no network interface is free; turn on ENI trunking (awsvpcTrunking) or add instances.'),
  specific(['RESOURCE:GPU'], 'no GPU is free; add GPU instances and check the EC2 quota for them.'),
  specific(['RESOURCE:PORTS'], 'the host port is taken on every instance; use dynamic ports or add instances.'),
  specific(['AGENT'], 'the container agent is disconnected; check the agent and its network path.'),
  specific(['ATTRIBUTE', 'MemberOf placement constraint unsatisfied'], 'no instance has what the task definition or its constraint requires.'),
  specific(['LOCATION'], 'the instances are in other Availability Zones than the subnets of the service.'),
];
