import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { alertPicture, firstAlertCode } from '../../docs/alert-picture';

const ROOT = join(__dirname, '..', '..');
const REPOSITORY = 'https://github.com/cdk-ecs-event-rules/cdk-ecs-event-rules';

/** The README is the page of the package in five registries and on Construct Hub, none of which has the other files. */
describe('the README, as registries show it', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').replace(/^```.*?^```$/gms, '');
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(([, markdown, html]) => markdown ?? html);

  test('has links', () => {
    expect(links.length).toBeGreaterThan(5);
  });

  test('has no link or image that is relative to the repository', () => {
    expect(links.filter((link) => !/^(https:\/\/|#)/.test(link))).toEqual([]);
  });

  test('names files of the repository that are there', () => {
    const paths = links.flatMap((link) => new RegExp(`^${REPOSITORY}/(?:blob|tree|raw)/main/([^#?]+)`).exec(link)?.[1] ?? []);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the first example of the README', () => {
  const text = readFileSync(join(ROOT, 'README.md'), 'utf8');

  test('is the app in examples/first-alert', () => {
    expect(text).toContain(`\`\`\`ts nofixture\n${firstAlertCode()}\n\`\`\`\n`);
  });

  test('has a picture of the notification that it delivers', () => {
    expect(text).toContain('/docs/images/alert.svg)');
    expect(readFileSync(join(ROOT, 'docs', 'images', 'alert.svg'), 'utf8')).toBe(alertPicture());
  });

  test('is on a page of at most 200 lines', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });
});
