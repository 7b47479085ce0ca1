import { docstring, fileOf, GENERATED, sentence } from './docstring';
import { CATALOG } from '../src/events/catalog';
import type { DetailTypeEntry } from '../src/events/detail-type';
import type { Field } from '../src/events/field';

/** What is particular to the class of a detail type: its name, and how it is used. */
const CLASSES: Readonly<Record<string, { readonly name: string; readonly more?: string; readonly example: string }>> = {
  'ECS Daemon Service Action': {
    name: 'DaemonServiceActionField',
    example: `
declare const topic: sns.ITopic;
new DaemonTaskStartImpairedRule(this, 'StartImpaired', {
  targets: [new SnsPublish(topic, {
    message: events.RuleTargetInput.fromText(\`Daemon \${DaemonServiceActionField.daemonArn} cannot start: \${DaemonServiceActionField.reason}\`),
  })],
});`,
  },
  'ECS Daemon Deployment State Change': {
    name: 'DaemonDeploymentStateChangeField',
    more: 'AWS prints one sample of this detail type, that of `DAEMON_DEPLOYMENT_PENDING`. It is assumed that the other events have the same fields.',
    example: `
declare const queue: sqs.IQueue;
new DaemonDeploymentRollbackFailedRule(this, 'RollbackFailed', {
  targets: [new SqsSendMessage(queue, {
    message: events.RuleTargetInput.fromObject({
      deployment: DaemonDeploymentStateChangeField.daemonDeploymentArn,
      account: events.EventField.account,
    }),
  })],
});`,
  },
  'ECS Service Action': {
    name: 'ServiceActionField',
    example: `
declare const onCall: lambda.IFunction;
new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
  targets: [new LambdaInvoke(onCall, {
    message: events.RuleTargetInput.fromObject({ service: ServiceActionField.serviceArn, reason: ServiceActionField.reason }),
  })],
});`,
  },
  'ECS Deployment State Change': {
    name: 'ServiceDeploymentStateChangeField',
    example: `
declare const topic: sns.ITopic;
new EcsEventRule(this, 'DeploymentFailed', {
  pattern: EcsEventPattern.serviceDeploymentStateChange({ eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] }),
  targets: [new SnsPublish(topic, {
    message: events.RuleTargetInput.fromText(\`\${ServiceDeploymentStateChangeField.serviceArn}: \${ServiceDeploymentStateChangeField.reason}\`),
  })],
});`,
  },
  'ECS Hook State Change': {
    name: 'HookStateChangeField',
    example: `
declare const topic: sns.ITopic;
new EcsEventRule(this, 'Approval', {
  pattern: EcsEventPattern.hookStateChange({ eventNames: [HookEvent.HOOK_AWAITING_ACTION] }),
  targets: [new SnsPublish(topic, {
    message: events.RuleTargetInput.fromText(\`\${HookStateChangeField.serviceArn} awaits your decision until \${HookStateChangeField.expiresAt}\`),
  })],
});`,
  },
  'ECS Container Instance Health Change': {
    name: 'ContainerInstanceHealthChangeField',
    example: `
declare const queue: sqs.IQueue;
new EcsEventRule(this, 'Health', {
  pattern: EcsEventPattern.containerInstanceHealthChange({ overallStatuses: [ContainerInstanceHealthStatus.IMPAIRED] }),
  targets: [new SqsSendMessage(queue, {
    message: events.RuleTargetInput.fromObject({
      instance: ContainerInstanceHealthChangeField.containerInstanceArn,
      checks: ContainerInstanceHealthChangeField.healthChecks,
    }),
  })],
});`,
  },
  'ECS Container Instance State Change': {
    name: 'ContainerInstanceStateChangeField',
    example: `
declare const topic: sns.ITopic;
new EcsEventRule(this, 'Draining', {
  pattern: EcsEventPattern.containerInstanceStateChange({ statuses: [ContainerInstanceStatus.DRAINING] }),
  targets: [new SnsPublish(topic, {
    message: events.RuleTargetInput.fromText(\`\${ContainerInstanceStateChangeField.containerInstanceArn} is draining\`),
  })],
});`,
  },
  'ECS Task State Change': {
    name: 'TaskStateChangeField',
    example: `
declare const queue: sqs.IQueue;
new EcsEventRule(this, 'Stopped', {
  pattern: EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }),
  targets: [new SqsSendMessage(queue, {
    message: events.RuleTargetInput.fromObject({
      task: TaskStateChangeField.taskArn,
      reason: TaskStateChangeField.stoppedReason,
      containers: TaskStateChangeField.containers,
    }),
  })],
});`,
  },
};

/** The files of the classes in `src/messages/fields`, by their names. */
export function fieldClassFiles(): Record<string, string> {
  return Object.fromEntries(CATALOG.map((entry) => [fileOf(CLASSES[entry.detailType].name), sourceOf(entry)]));
}

/** The fields that a message can use: what is inside an object or in the objects of a list has no getter. */
export function usableFields({ fields }: DetailTypeEntry): Field[] {
  return fields.filter(({ path }) => !/\[\]|\./.test(path));
}

function sourceOf(entry: DetailTypeEntry): string {
  const { name, more, example } = CLASSES[entry.detailType];
  const isOptional = usableFields(entry).some((field) => !field.always);
  return `${GENERATED}
import * as events from 'aws-cdk-lib/aws-events';

${docstring('', `The fields of \`${entry.detailType}\` for custom messages: in \`fromText()\`, \`fromMultilineText()\`, and \`fromObject()\` of \`events.RuleTargetInput\`.`,
  'The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.\n'
    + "For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.",
  ...more ? [more] : [],
  ...isOptional ? ['A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.'] : [],
  `@see ${entry.page}`, `@example${example}`)}
export class ${name} {
${[...usableFields(entry).map(getterOf), ...serviceGetter(entry)].join('\n\n')}

  private constructor() {}
}
`;
}

function getterOf({ path, description, note, ...field }: Field): string {
  return getter(path, `$.detail.${path}`, sentence(description), [note ?? '', ...useOf(field)].filter((text) => text !== '').join(' '));
}

/** How a field can be used, and when it is missing. */
function useOf({ type, freeFormText, always, missing }: Omit<Field, 'path' | 'description' | 'note'>): string[] {
  const uses: Partial<Record<Field['type'], string>> = {
    'number': 'A number.',
    'boolean': '`true` or `false`.',
    'object': 'An object. Use it as a whole value in `fromObject()` only.',
    'string[]': 'A list. Use it as a whole value in `fromObject()` only.',
    'object[]': 'A list of objects. Use it as a whole value in `fromObject()` only.',
  };
  return [
    ...uses[type] ? [uses[type]] : [],
    ...freeFormText ? ['Free-form text: in JSON, use it as a separate value, not within a longer string.'] : [],
    ...always ? [] : [`Not in every event${missing === undefined ? '' : `: ${missing}`}.`],
  ];
}

/** The service, where only `resources` names it. */
function serviceGetter({ service, oneResource }: DetailTypeEntry): string[] {
  return oneResource && service?.path === 'resources' ? [getter('serviceArn', '$.resources[0]', 'The service.', '')] : [];
}

function getter(name: string, path: string, summary: string, use: string): string {
  return `${docstring('  ', summary, use)}
  public static get ${name}(): string {
    return events.EventField.fromPath('${path}');
  }`;
}
