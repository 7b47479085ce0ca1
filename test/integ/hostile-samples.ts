import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { SampleEvent } from '../../src/testing';

/** Texts that break messages which are put together carelessly. */
export const HOSTILE_TEXTS: { readonly [title: string]: string } = {
  'double quotes': 'container "web" said "no"',
  'single quotes': "it's 'here'",
  'line breaks and tabs': 'first\nsecond\r\nthird\tfourth\n',
  'backslashes': 'C:\\new\\table \\" \\u0041 \\',
  'something in angle brackets': 'image <x> not found',
  'a variable of EventBridge': '<aws.events.rule-name>',
  'a variable of the message': '<detail-reason> <reason> <stoppedReason>',
  'JSON': '{"a": ["b", {"c": null}]}',
  'what is not ASCII': 'größer \u{1F600} \u4E2D\u6587 \u2028 \u00A0',
  '4 KB': `<${'0123456789"\\\n'.repeat(316)}>`,
  'nothing': '',
};

/** An event with a hostile text in it. */
export interface HostileSample {
  readonly text: string;
  /** The path of the field that holds the text. */
  readonly path: string;
  readonly sample: SampleEvent;
}

/** An event for each field that can contain free-form text. */
const EVENTS: readonly [path: string, event: (text: string) => SampleEvent][] = [
  ['$.detail.reason', (reason) => SampleEvent.daemonTaskStartImpaired({ reason })],
  ['$.detail.reason', (reason) => SampleEvent.serviceTaskPlacementFailure({ reason })],
  ['$.detail.reason', (reason) => SampleEvent.serviceAction({ eventName: ServiceActionEvent.SERVICE_TASK_CONFIGURATION_FAILURE, reason })],
  ['$.detail.reason', (reason) => SampleEvent.serviceDeploymentStateChange({ eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED, reason })],
  ['$.detail.stoppedReason', (stoppedReason) => SampleEvent.taskStateChange({ stoppedReason })],
  ['$.detail.healthChecks', (statusReason) => SampleEvent.containerInstanceHealthChange({ statusReason })],
  ['$.detail.statusReason', (statusReason) => SampleEvent.containerInstanceStateChange({ agentConnected: false, detail: { statusReason } })],
];

/** Every hostile text in every field that can hold it. */
export function hostileSamples(): HostileSample[] {
  return Object.values(HOSTILE_TEXTS).flatMap((text) => EVENTS.map(([path, event]) => ({ text, path, sample: event(text) })));
}
