import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..', '..');
const REPOSITORY = 'https://github.com/cdk-ecs-event-rules/cdk-ecs-event-rules';
const filesIn = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const PAGES = [...readdirSync(ROOT), ...['docs', 'examples', 'benchmark', '.github/ISSUE_TEMPLATE'].flatMap(filesIn)]
  .filter((file) => /\.(md|yml)$/.test(file) && file !== 'API.md');

const prose = (page: string) => readFileSync(join(ROOT, page), 'utf8').replace(/^ *```[^]*?^ *```$/gm, '');

/** The ids that GitHub gives to the headings of a page. */
const headings = (page: string) => [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));

/** The files of this repository that a page links to, with the heading if there is one. */
function targets(page: string): { readonly link: string; readonly path: string; readonly heading?: string }[] {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)|^ *url: (\S+)$/gm)].map(([, markdown, yaml]) => markdown ?? yaml);
  return links.flatMap((link) => {
    const [address, heading] = link.split('#');
    const inRepository = new RegExp(`^${REPOSITORY}/(?:blob|tree)/main/(.+)$`).exec(address)?.[1];
    if (inRepository === undefined && /^[a-z]+:/.test(address)) {
      return [];
    }
    return [{ link, path: inRepository ?? (address === '' ? page : join(dirname(page), address)), heading }];
  });
}

test('pages have links to one another', () => {
  expect(PAGES.flatMap(targets).length).toBeGreaterThan(100);
});

test.each(PAGES)('the links of %s lead to files and headings of the repository', (page) => {
  const broken = targets(page).filter(({ path, heading }) => {
    const file = join(ROOT, path);
    return !existsSync(file) || (heading !== undefined && !(statSync(file).isFile() && headings(path).includes(heading)));
  });
  expect(broken.map(({ link }) => link)).toEqual([]);
});
