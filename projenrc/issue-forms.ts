import { YamlFile } from 'projen';
import type { Project } from 'projen';

/** A question of an issue form. Forms have no answers that are preselected, so that an empty answer is visible. */
interface Question {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Several lines, which GitHub shows as code in that language if one is named. */
  readonly lines?: 'text' | 'ts' | 'json';
  readonly optional?: boolean;
}

interface IssueForm {
  readonly name: string;
  readonly description: string;
  readonly label: string;
  readonly questions: readonly Question[];
}

const VERSIONS: Question = {
  id: 'versions',
  label: 'Versions',
  description: 'Of `cdk-ecs-event-rules`, `aws-cdk-lib`, Node.js, and the language that you use.',
};

const FORMS: Readonly<Record<string, IssueForm>> = {
  bug_report: {
    name: 'Bug report',
    description: 'An alert did not arrive, arrived twice, or is wrong; or synthesis fails or warns without a reason.',
    label: 'bug',
    questions: [
      { id: 'expected', label: 'What did you expect, and what happened instead?', lines: 'text' },
      { id: 'code', label: 'Code that reproduces it', description: 'A stack that is as small as possible. Replace account numbers and names.', lines: 'ts' },
      { id: 'output', label: 'Error, warning, or event', description: 'The text as it was printed, or the event that AWS sent.', lines: 'text', optional: true },
      VERSIONS,
    ],
  },
  missing_event: {
    name: 'Missing event',
    description: 'Amazon ECS sends an event, a field, or a value that the library does not have.',
    label: 'event',
    questions: [
      { id: 'event', label: 'Detail type and event name', description: 'For example `ECS Service Action`, `SERVICE_STEADY_STATE`.' },
      { id: 'source', label: 'Source', description: 'The page of AWS that documents it, or that you recorded it: on which launch type, and when.' },
      { id: 'sample', label: 'Sample event', description: 'From the page of AWS or a recording. Replace account numbers and names.', lines: 'json', optional: true },
      { id: 'alert', label: 'Who needs to know about it, and what do they do?', description: 'Helps to word the message.', lines: 'text', optional: true },
    ],
  },
  feature_request: {
    name: 'Feature request',
    description: 'A filter, a target, or a message option that is missing.',
    label: 'enhancement',
    questions: [
      { id: 'problem', label: 'What do you want to achieve?', lines: 'text' },
      { id: 'today', label: 'How do you do it today?', description: 'For example with `events.Rule` or `additionalPattern`.', lines: 'ts', optional: true },
      { id: 'proposal', label: 'The code that you would like to write', lines: 'ts', optional: true },
    ],
  },
};

/** Adds the forms that GitHub shows for a new issue. Vulnerabilities are reported in private. */
export function addIssueForms(project: Project, repository: string): void {
  Object.entries(FORMS).forEach(([file, { name, description, label, questions }]) => new YamlFile(project, `.github/ISSUE_TEMPLATE/${file}.yml`, {
    obj: { name, description, labels: [label], body: questions.map(rendered) },
  }));
  new YamlFile(project, '.github/ISSUE_TEMPLATE/config.yml', {
    obj: {
      blank_issues_enabled: true,
      contact_links: [
        { name: 'Vulnerability', url: `${repository}/security/advisories/new`, about: 'Report a vulnerability in private.' },
        { name: 'An alert does not arrive', url: `${repository}/blob/main/docs/guides/troubleshoot.md`, about: 'Find out where an event stops.' },
      ],
    },
  });
}

function rendered({ id, label, description, lines, optional }: Question): object {
  return {
    type: lines ? 'textarea' : 'input',
    id,
    attributes: { label, ...description && { description }, ...lines && lines !== 'text' && { render: lines } },
    validations: { required: !optional },
  };
}
