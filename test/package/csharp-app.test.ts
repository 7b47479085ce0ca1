import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { membersOf, unknownNames } from '../consumers/csharp-members';

const CONSUMERS = join(__dirname, '..', 'consumers');

/** The source files of a project, without what its tools leave there. */
function sources(language: string, extension: string): string[] {
  return readdirSync(join(CONSUMERS, language), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension) && !/(^|\/)(bin|obj|target)\//.test(path))
    .map((path) => readFileSync(join(CONSUMERS, language, path), 'utf8'));
}

/** The texts between quotes, without comments, and without what C# puts into them. */
const literals = (code: string) => [...code.matchAll(/\/\/.*$|\/\*[^]*?\*\/|\$?"((?:\\.|[^"\\])*)"/gm)].flatMap(([, text]) => text?.replace(/\{name\}$/, '') ?? []);

describe('the app in C#, which most machines cannot run', () => {
  test('has no text that the apps in Java and Go do not have', () => {
    const csharp = sources('csharp', '.cs').flatMap(literals);
    // The tests in Java compare JSON as text; those in Go parse it.
    const others = [...sources('java', '.java'), ...sources('go', '.go')].flatMap(literals);
    expect(csharp.length).toBeGreaterThan(80);
    expect(csharp.filter((text) => !others.some((other) => other.includes(text)))).toEqual([]);
  });

  test('names the constants that the app in Java names', () => {
    const constants = (code: string) => [...code.matchAll(/\b(?!Amazon\b)[A-Z]\w*[a-z]\w*\.[A-Z][A-Z0-9_]+\b/g)].map(([constant]) => constant);
    const csharp = [...new Set(sources('csharp', '.cs').flatMap(constants))].sort();
    expect(csharp.length).toBeGreaterThan(20);
    expect(csharp).toEqual([...new Set(sources('java', '.java').flatMap(constants))].sort());
  });

  test('has every text of the alerts in Java', () => {
    const csharp = new Set(sources('csharp', '.cs').flatMap(literals));
    const alerts = sources('java/src/main', '.java').flatMap(literals);
    expect(alerts.length).toBeGreaterThan(50);
    expect(alerts.filter((text) => !csharp.has(text))).toEqual([]);
  });
});

describe('the check of the members that the app in C# uses', () => {
  // As jsii-pacmak writes them.
  const library = [
    `    public class SnsPublish : DeputyBase\n    {\n        public SnsPublish(Topic topic, ISnsPublishProps? props = null): base(topic, props)
        public virtual string Explain()\n        public static Lib.SnsPublish Of(string value)\n`,
    '    public class SnsPublishProps : Lib.ISnsPublishProps\n    {\n        public string? Message\n        {\n            get;\n        }\n',
    '    public enum DeliveryStatus\n    {\n        DELIVERED,\n        LOST\n    }\n',
  ].flatMap(membersOf);
  const unknown = (code: string) => unknownNames([code], library, []);

  test('accepts what is generated', () => {
    expect(unknown('var it = new SnsPublish(topic, new SnsPublishProps { Message = "A.B" }); it.Explain(); SnsPublish.Of("x"); f(DeliveryStatus.LOST);')).toEqual([]);
  });

  test.each([
    ['a type', 'new SqsPublish(queue);', 'there is no type SqsPublish'],
    ['a prop', 'new SnsPublish(topic, new SnsPublishProps { Message = "x", Massage = "x" });', 'SnsPublishProps has no Massage'],
    ['a static member', 'SnsPublish.From("x");', 'SnsPublish has no From'],
    ['a member of an enum', 'f(DeliveryStatus.DEAD);', 'DeliveryStatus has no DEAD'],
    ['a method', 'outcome.Explane();', 'nothing has Explane'],
  ])('finds %s that is not generated', (_kind, code, problem) => {
    expect(unknown(code)).toEqual([problem]);
  });
});
