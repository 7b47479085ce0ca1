import { WORDINGS } from '../../src/messages/wording';
import type { DetailTypeWording, Wording } from '../../src/messages/wording/wording';
import { enumValues, hasOperation, members } from '../events/sdk-model';

/** Command lines that can be run as they are, once their values are filled in. */
const COMMANDS = [...new Set(Object.values(WORDINGS).flatMap((wording) => [wording.command, ...Object.values(wording.events).flatMap(commandsOf)]))];

/** Every text that may mention a command. */
const TEXTS = Object.values(WORDINGS).flatMap(textsOf);

/** Values of options that are enums, by the option. */
const ENUMS: Readonly<Record<string, string>> = {
  '--action': 'DeploymentLifecycleHookAction',
  '--desired-status': 'DesiredStatus',
  '--include': 'ContainerInstanceField',
  '--status': 'ContainerInstanceStatus',
  '--stop-type': 'StopServiceDeploymentStopType',
};

function commandsOf({ command, actions = [], variants = [] }: Wording): string[] {
  return [...command === undefined ? [] : [command], ...actions, ...variants.flatMap((variant) => commandsOf(variant))];
}

function textsOf({ events }: DetailTypeWording): string[] {
  return Object.values(events).flatMap(({ meaning, checks = [], variants = [] }) => [
    meaning, ...checks.map(({ text }) => text), ...variants.map((variant) => variant.meaning),
  ]);
}

/** `DescribeTasks` of `describe-tasks`. */
function operationOf(command: string): string {
  return command.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `serviceDeploymentArn` of `--service-deployment-arn`. */
function memberOf(option: string): string {
  return option.replace(/^--/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The commands that a text mentions, each with the options and values behind it. */
function mentionsIn(text: string): { command: string; options: [string, string][] }[] {
  return [...text.matchAll(/aws ecs ([a-z-]+)((?: --[a-z-]+ \S+)*)/g)].map(([, command, options]) => ({
    command,
    options: [...options.matchAll(/(--[a-z-]+) (\S+)/g)].map(([, option, value]) => [option, value.replace(/[,).:]+$/, '')]),
  }));
}

const MENTIONED = [...COMMANDS, ...TEXTS].flatMap((text) => mentionsIn(text).map((mention) => [text, mention] as const));

test.each(MENTIONED)('every command and option exists in the API: %s', (_text, { command, options }) => {
  expect(hasOperation(operationOf(command))).toBe(true);
  const known = ['region', ...members(`${operationOf(command)}Request`)];
  expect(options.map(([option]) => memberOf(option)).filter((member) => !known.includes(member))).toEqual([]);
  options.filter(([option]) => ENUMS[option]).forEach(([option, value]) => expect(enumValues(ENUMS[option])).toContain(value));
});

test.each(COMMANDS)('a command is complete: %s', (line) => {
  expect(line).toMatch(/^aws ecs [a-z-]+(?: --[a-z-]+ \S+)+$/);
  expect(line).toContain(' --region <region> ');
});

test.each(COMMANDS)('a command can be pasted into any shell: %s', (line) => {
  expect(line.replace(/<[^<>]*>|\{\w+\}/g, 'x')).toMatch(/^[\w .:/-]+$/);
});

test('what is required is there: both the ARN and the hook of a deployment that waits', () => {
  const continued = COMMANDS.filter((line) => line.includes('continue-service-deployment'));
  expect(continued).toHaveLength(2);
  continued.forEach((line) => expect(line).toMatch(/--service-deployment-arn \S+ --hook-id \S+ --action (CONTINUE|ROLLBACK)$/));
});
