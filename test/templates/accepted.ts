import type { Finding } from './finding';

/** Findings that are right, and nothing that the library could or should change. */
export interface Accepted {
  readonly reason: string;
  /** The rules: cfn-lint and the validator of the CDK name some of them differently. */
  readonly rules: readonly string[];
  isAbout(finding: Finding): boolean;
}

/** An entry that is about nothing any more fails the suite. */
export const ACCEPTED: readonly Accepted[] = [
  {
    reason: 'constructs of the CDK depend twice on what they refer to; its own validator omits this rule too',
    rules: ['W3005'],
    isAbout: () => true,
  },
  {
    reason: 'the CDK invents Availability Zones where it is not allowed to look them up',
    rules: ['W3010'],
    isAbout: ({ type, message }) => type === 'AWS::EC2::Subnet' && message.includes("'dummy1"),
  },
  {
    reason: 'the CDK still lets another account put events by the old properties of a bus policy',
    rules: ['W9009'],
    isAbout: ({ type }) => type === 'AWS::Events::EventBusPolicy',
  },
  {
    reason: 'a stack without a resource, which the CDK does not deploy',
    rules: ['E1001', 'F0001'],
    isAbout: ({ template }) => template.types.size === 0,
  },
  {
    reason: 'a test of splitting has 500 clusters in the stack of the rules',
    rules: ['E3010', 'F0007'],
    isAbout: isOf('test/rules/splitting.test.ts'),
  },
  {
    reason: 'a test gives what is known at deployment only by a parameter, and CloudFormation has no boolean ones',
    rules: ['W9003'],
    isAbout: isOf('test/traps/queues.test.ts', 'test/traps/services.test.ts'),
  },
  {
    reason: 'tests break templates on purpose, to see what the library reports and that its validation survives it',
    rules: [
      'E1010', 'E1028', 'E1157', 'E1162', 'E1164', 'E3002', 'E3003', 'E3012', 'E3017', 'E3030', 'E3512', 'E3678', 'E8001', 'E9106',
      'F0013', 'F1101', 'F3002', 'F3003', 'F3012', 'F3017', 'W2533', 'W3030', 'W8003', 'W9003',
    ],
    isAbout: isOf(
      'test/delivery/existing-policies.test.ts', 'test/engine/simulation/forwarding.test.ts', 'test/traps/permissions.test.ts', 'test/traps/rules.test.ts',
      'test/validation/guarded.test.ts',
    ),
  },
  {
    reason: 'a test of conditions has conditions, parameters and mappings that not every case uses, and rules that are refused on purpose',
    rules: ['E1017', 'E3034', 'F3034', 'W2001', 'W7001', 'W8001'],
    isAbout: isOf('test/validation/worlds.test.ts'),
  },
  {
    reason: 'a test of references has an override that refers to a resource that does not exist',
    rules: ['E1010', 'F1020'],
    isAbout: isOf('test/validation/deployed/reference-memory.test.ts'),
  },
  {
    reason: 'a test passes tokens that refer to a parameter that does not exist, and creates parameters that not every call puts into the template',
    rules: ['E1020', 'F1020', 'W2001'],
    isAbout: isOf('test/entry-points/entry-points.test.ts'),
  },
  {
    reason: 'a test fills a policy up to its quota with actions that do not exist',
    rules: ['W3037'],
    isAbout: isOf('test/traps/queues.test.ts'),
  },
];

function isOf(...files: string[]): Accepted['isAbout'] {
  return ({ template: { tests } }) => tests.every((test) => files.includes(test));
}
