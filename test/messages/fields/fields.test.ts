import { readFileSync } from 'fs';
import { join } from 'path';
import { Tokenization } from 'aws-cdk-lib';
import type { EventField } from 'aws-cdk-lib/aws-events';
import * as api from '../../../src';
import { CATALOG } from '../../../src/events/catalog';
import type { DetailTypeEntry } from '../../../src/events/detail-type';
import { PATTERN_FACTORIES } from '../../../src/patterns/pattern-factories';

const FOLDER = join(__dirname, '../../../src/messages/fields');

/** Factories for one event of a detail type. */
const NAMED_EVENTS = ['daemonTaskStartImpaired', 'daemonDeploymentRollbackFailed', 'serviceTaskPlacementFailure'];

/** The class for a detail type is named after the factory of its patterns. */
const CLASSES = CATALOG.map((entry) => {
  const [factory] = Object.entries(PATTERN_FACTORIES).find(([name, of]) => of.entry === entry && !NAMED_EVENTS.includes(name))!;
  return { entry, name: `${factory[0].toUpperCase()}${factory.slice(1)}Field` };
});

/** The class itself, and its source, in which the documentation is. */
function classOf(name: string) {
  const file = name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  const source = readFileSync(join(FOLDER, `${file}.ts`), 'utf8');
  return { type: (api as unknown as Record<string, object>)[name], source };
}

/** The getters of a class and the paths that they stand for. */
function pathsOf(type: object): Record<string, string> {
  const getters = Object.entries(Object.getOwnPropertyDescriptors(type)).filter(([, { get }]) => get);
  const pathOf = (token: string) => (Tokenization.reverseString(token).firstToken as unknown as EventField).path;
  return Object.fromEntries(getters.map(([name, { get }]) => [name, pathOf(get!.call(type))]));
}

/** The documentation of each getter, as one line. */
function docsOf(source: string): Record<string, string> {
  const getters = [...source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s+public static get (\w+)\(\)/g)];
  return Object.fromEntries(getters.map(([, doc, name]) => [name, doc.replace(/\s*\n\s*\*?/g, ' ').trim()]));
}

/** The fields that a message can use: what is inside an object or the objects of a list has no getter. */
const usable = ({ fields }: DetailTypeEntry) => fields.filter(({ path }) => !/\[\]|\./.test(path));

describe.each(CLASSES)('$name', ({ entry, name }) => {
  const { type, source } = classOf(name);

  test('has a getter for every field that a message can use, for the service where only `resources` names it, and no other', () => {
    const fields = usable(entry).map(({ path }) => [path, `$.detail.${path}`]);
    const service = entry.oneResource && entry.service?.path === 'resources' ? [['serviceArn', '$.resources[0]']] : [];
    expect(pathsOf(type)).toEqual(Object.fromEntries([...fields, ...service]));
  });

  test.each(usable(entry).map((field) => [field.path, field] as const))('says of %s whether it may be missing, and how it can be used', (path, field) => {
    const doc = docsOf(source)[path];
    expect(/Not in every event: .+\./.test(doc)).toBe(!field.always);
    expect(doc.includes('Free-form text:')).toBe(field.freeFormText ?? false);
    expect(doc.includes('Use it as a whole value in `fromObject()` only.')).toBe(/^object|\[\]$/.test(field.type));
  });

  test('names its detail type, the page of AWS and how to use it', () => {
    const doc = /\/\*\*[^]*?\*\/(?=\nexport class)/.exec(source)![0];
    expect(doc).toContain(`The fields of \`${entry.detailType}\``);
    expect(doc).toContain(`@see ${entry.page}\n`);
    expect(doc).toMatch(new RegExp(`@example[^]*${name}\\.`));
  });
});

test('what AWS prints for one event of a daemon deployment only is documented as assumed for the others', () => {
  const docs = docsOf(classOf('DaemonDeploymentStateChangeField').source);
  const assumed = Object.keys(docs).filter((name) => docs[name].includes('Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.'));
  expect(assumed).toEqual(Object.keys(docs).filter((name) => !['eventType', 'eventName'].includes(name)));
});
