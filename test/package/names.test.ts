import { readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const json = (...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));

describe('the names of the packages', () => {
  const { name, jsii: { targets: { python, java, dotnet, go } } } = json('package.json');
  const { targets: submodule } = json('src', 'testing', '.jsiirc.json');
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

  test.each<[language: string, pack: string, ...modules: string[]]>([
    ['TypeScript, JavaScript', `\`${name}\` (npm)`, name, `${name}/testing`],
    ['Python', `\`${python.distName}\` (PyPI)`, python.module, submodule.python.module],
    ['Java', `\`${java.maven.groupId}:${java.maven.artifactId}\` (Maven Central)`, java.package, submodule.java.package],
    ['C#', `\`${dotnet.packageId}\` (NuGet)`, dotnet.namespace, submodule.dotnet.namespace],
    ['Go', `\`${go.moduleName}/${go.packageName}\``, go.packageName, `${go.packageName}/${submodule.go.packageName}`],
  ])('the README names the package for %s', (language, pack, ...modules) => {
    expect(readme).toContain(`| ${language} | ${pack} | ${modules.map((module) => `\`${module}\``).join(', ')} |`);
  });

  test('the submodule has a name in every language', () => {
    expect(Object.keys(submodule).sort()).toEqual(['dotnet', 'go', 'java', 'python']);
  });
});
