import { alwaysHasField, CATALOG, detailTypesOf, EVENT_SOURCE, findDetailType, findEvent } from '../../src/events/catalog';
import type { DetailTypeEntry, EcsEventJson, Identity } from '../../src/events/detail-type';

const entries = CATALOG.map((entry) => [entry.detailType, entry] as const);

test('the catalog holds the eight detail types of Amazon ECS, each once', () => {
  expect(entries.map(([detailType]) => detailType)).toEqual([
    'ECS Daemon Service Action', 'ECS Daemon Deployment State Change', 'ECS Service Action', 'ECS Deployment State Change',
    'ECS Hook State Change', 'ECS Container Instance Health Change', 'ECS Container Instance State Change', 'ECS Task State Change',
  ]);
});

describe.each(entries)('%s', (detailType, entry) => {
  const samples = entry.events.flatMap((event) => event.samples.map((sample) => ({ ...sample, of: event })));

  test('names no event and no field twice', () => {
    const names = entry.events.map(({ name }) => name);
    const paths = entry.fields.map(({ path }) => path);

    expect(new Set(names).size).toBe(names.length);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('has a sample for every event, with a title that distinguishes it from the others', () => {
    expect(entry.events.every((event) => event.samples.length > 0)).toBe(true);
    entry.events.forEach(({ samples: [...own] }) => expect(new Set(own.map(({ title }) => title)).size).toBe(own.length));
  });

  test.each(samples.map((sample) => [`${sample.of.name} (${sample.title})`, sample] as const))('%s is an event of this type, name and severity', (_title, { event, of }) => {
    expect(event).toMatchObject({ 'version': '0', 'source': EVENT_SOURCE, 'detail-type': detailType });
    expect(event.account).toMatch(/^\d{12}$/);
    expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(event.detail.eventName).toBe(of.name);
    if (of.type !== undefined) {
      expect(event.detail.eventType).toBe(of.type);
    }
  });

  test.each(samples.map((sample) => [`${sample.of.name} (${sample.title})`, sample] as const))('%s has the fields that are always there, and none that is unknown', (_title, { event, of }) => {
    const missing = entry.fields.filter((field) => alwaysHasField(entry, field.path, of.name) && fieldOf(event, field.path).length === 0);
    const known = entry.fields.map(({ path }) => path.split(/\[\]|\./)[0]);
    const unknown = Object.keys(event.detail).filter((field) => !known.includes(field));

    expect(missing.map(({ path }) => path)).toEqual([]);
    expect(unknown).toEqual([]);
  });

  test('every field has the type and, where AWS lists them, one of the values that it says', () => {
    for (const { event } of samples) {
      for (const { path, type, values, nullable } of entry.fields) {
        fieldOf(event, path).filter((value) => !nullable || value !== null).forEach((value) => {
          expect([path, typeName(value, type)]).toEqual([path, type]);
          expect(values ?? [value]).toContain(value);
        });
      }
    }
  });

  test('every identity sits where the samples have it, in the documented form', () => {
    const identities = [entry.cluster, entry.service, entry.daemon].filter((identity) => identity !== undefined);

    for (const identity of identities) {
      const present = samples.flatMap(({ event }) => identityIn(event, identity) ?? []);
      expect(present.length).toBeGreaterThan(0);
      present.forEach((value) => expect(value).toMatch(formOf(entry, identity)));
      // Only the notice of a Spot interruption is printed without the group of its task.
      expect(samples.length - present.length).toBe(identity.form === 'group' ? 1 : 0);
    }
  });

  test('the capacity provider is a field that is known', () => {
    const path = entry.capacityProvider?.path.replace('detail.', '');

    expect(entry.fields.map((field) => field.path)).toEqual(path === undefined ? expect.anything() : expect.arrayContaining([path]));
  });

  test('knows its severities: every event has one of them', () => {
    const types = entry.fields.find(({ path }) => path === 'eventType')?.values;

    entry.events.filter(({ type }) => type !== undefined).forEach(({ type }) => expect(types).toContain(type));
  });
});

test('WARNING occurs in daemon events only, WARN in service events only', () => {
  const typesOf = (type: string) => CATALOG
    .filter((entry) => entry.events.some((event) => event.type === type)).map(({ detailType }) => detailType);

  expect(typesOf('WARNING')).toEqual(['ECS Daemon Service Action']);
  expect(typesOf('WARN')).toEqual(['ECS Service Action']);
});

test('the deployment of a service may lack clusterArn, and the start of a daemon task has no daemon in resources', () => {
  expect(findDetailType('ECS Deployment State Change')?.fields.find(({ path }) => path === 'clusterArn')?.always).toBe(false);
  expect(findDetailType('ECS Daemon Service Action')?.daemon?.path).toBe('detail.daemonArn');
});

test('an event is found by its name, and its detail types too', () => {
  const entry = findDetailType('ECS Service Action')!;

  expect(findEvent(entry, 'TASKS_STOPPED')?.type).toBe('INFO');
  expect(findEvent(entry, 'HOOK_FAILED')).toBeUndefined();
  expect(detailTypesOf('SERVICE_DEPLOYMENT_FAILED').map(({ detailType }) => detailType)).toEqual(['ECS Service Action', 'ECS Deployment State Change']);
  expect(findDetailType('ECS service action')).toBeUndefined();
});

test('a field may be always there in some events only', () => {
  const entry = findDetailType('ECS Service Action')!;

  expect(alwaysHasField(entry, 'reason', 'SERVICE_TASK_PLACEMENT_FAILURE')).toBe(true);
  expect(alwaysHasField(entry, 'reason', 'SERVICE_STEADY_STATE')).toBe(false);
  expect(alwaysHasField(entry, 'reason')).toBe(false);
  expect(alwaysHasField(entry, 'createdAt', 'SERVICE_STEADY_STATE')).toBe(false);
  expect(alwaysHasField(entry, 'clusterArn')).toBe(true);
  expect(alwaysHasField(entry, 'serviceArn')).toBe(false);
});

function fieldOf(event: EcsEventJson, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>((holders, step) => {
    const field = step.replace('[]', '');
    const values = holders.flatMap((holder) => field in (holder as object) ? [(holder as Record<string, unknown>)[field]] : []);
    return step.endsWith('[]') ? values.flat() : values;
  }, [event.detail]);
}

function typeName(value: unknown, expected: string): string {
  return !Array.isArray(value) ? typeof value : value.length === 0 && expected.endsWith('[]') ? expected : `${typeof value[0]}[]`;
}

function identityIn(event: EcsEventJson, { path }: Identity): string | undefined {
  return path === 'resources' ? event.resources[0] : event.detail[path.replace('detail.', '')] as string | undefined;
}

function formOf({ daemon }: DetailTypeEntry, { form, path }: Identity): RegExp {
  const arns: Record<string, RegExp> = {
    'arn': path === daemon?.path ? /^arn:aws:ecs:[^:]+:\d{12}:daemon\/[\w-]+\/[\w-]+$/ : /^arn:aws:ecs:[^:]+:\d{12}:cluster\/[\w-]+$/,
    'service-arn': /^arn:aws:ecs:[^:]+:\d{12}:service\/[\w-]+\/[\w-]+$/,
    'group': /^(service|family):[\w-]+$/,
  };
  return arns[form];
}
