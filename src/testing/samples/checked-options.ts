import type { SampleEventOptions } from './sample-event-options';
import { checkMember } from '../../filters/value-class';
import { checkJson } from '../../validation/json';
import type { Kind, Kinds } from '../../validation/kinds';
import { BOOLEAN, checkedStruct, checkKind, LIST, NUMBER, STRUCT, TEXT } from '../../validation/kinds';
import { located, ValidationError } from '../../validation/validation-error';

/** A text of the event. Users of filters try value classes first. */
const VALUE: Kind = { ...TEXT, resolution: 'Pass a string; of a constant of a value class, pass its .value' };

/** A reference to a construct; in tests it may be an object with nothing else. */
function withMember(member: string, expected: string, resolution: string): Kind {
  return { expected, accepts: (value) => (value as { readonly [name: string]: unknown })[member] !== undefined, resolution };
}

/** The options of all samples. */
const OPTIONS: Kinds = {
  cluster: withMember('clusterRef', 'a cluster', 'Pass the construct, or the name as clusterName'),
  service: withMember('serviceRef', 'a service', 'Pass the construct, or the name as serviceName'),
  daemon: withMember('daemonRef', 'a daemon', 'Pass the construct, or the name as daemonName'),
  resources: LIST,
  detail: STRUCT,
  omit: LIST,
  agentConnected: BOOLEAN,
  exitCode: NUMBER,
  ...Object.fromEntries([
    'clusterName', 'account', 'region', 'time', 'id', 'serviceName', 'daemonName', 'capacityProviderName', 'failureType', 'reason', 'deploymentId', 'lifecycleStage',
    'hookType', 'overallStatus', 'healthCheckType', 'healthCheckStatus', 'statusReason', 'status', 'group', 'lastStatus', 'stopCode', 'stoppedReason', 'launchType',
    'taskDefinitionFamily',
  ].map((name) => [name, VALUE])),
};

/** What a sample is created with, checked. */
export type CheckedOptions<T> = Omit<T, 'eventName'> & { readonly eventName?: string };

/**
 * The options of a sample, with the name of the event in place of its value class.
 *
 * @throws ValidationError if one of them is of another kind
 */
export function checkedSampleOptions<T extends SampleEventOptions>(factory: string, options: T, eventClass?: string): CheckedOptions<T> {
  return located(`SampleEvent.${factory}`, () => {
    checkKind('options', options, STRUCT);
    for (const name of ['cluster', 'service', 'daemon']) {
      checkExclusive(options as unknown as { readonly [name: string]: unknown }, name);
    }
    const { eventName, ...checked } = checkedStruct('options', options as T & { readonly eventName?: { readonly value: string } }, OPTIONS);
    for (const prop of ['resources', 'detail', 'omit'] as const) {
      checkJson(prop, checked[prop] ?? null);
    }
    (checked.omit ?? []).forEach((name, i) => checkKind(`omit[${i}]`, name, TEXT));
    if (eventName !== undefined && eventClass !== undefined) {
      checkMember('eventName', eventName, eventClass);
    }
    return { ...checked, eventName: eventName?.value } as unknown as CheckedOptions<T>;
  });
}

function checkExclusive(options: { readonly [name: string]: unknown }, name: string): void {
  if ((options[name] ?? undefined) !== undefined && (options[`${name}Name`] ?? undefined) !== undefined) {
    throw new ValidationError({ prop: name, problem: `got both ${name} and ${name}Name`, resolution: 'Pass one of them' });
  }
}
