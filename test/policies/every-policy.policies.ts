import { App, Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { apps } from './apps';
import { guardedIn } from './guarded';
import { ask, install } from './iam-simulate';
import type { Answer } from './iam-simulate';
import { questionsTo } from './questions';
import type { Question } from './questions';
import { ServiceTaskPlacementFailureRule, SqsSendMessage } from '../../src';
import { evaluatePolicy } from '../../src/engine/policy/policy-document';
import { contextOf, serviceContext, SourceVisibility } from '../../src/engine/policy/policy-request';
import { Likelihood } from '../../src/engine/values/likelihood';

/** All questions of all apps, asked at once. */
const CASES = apps().map(([name, app]) => {
  const guarded = guardedIn(app);
  return { name, guarded, questions: questionsTo(guarded) };
});
const answers = new Map<Question, Answer>();

beforeAll(() => {
  install();
  const questions = CASES.flatMap((one) => one.questions);
  ask(questions).forEach((answer, i) => answers.set(questions[i], answer));
}, 300_000);

/** The questions that get another answer than they should, and what that is. */
function wrong(questions: readonly Question[], answerTo: (question: Question, i: number) => Answer): string[] {
  return questions.flatMap((question, i) => {
    const { result, error } = answerTo(question, i);
    return (result === 'Allowed') === question.isAllowed && error === undefined ? [] : [`${question.title}: ${result ?? JSON.stringify(error)}`];
  });
}

describe.each(CASES)('$name', ({ questions }) => {
  test('its own rules are allowed, and no one else is', () => {
    expect(wrong(questions, (question) => answers.get(question)!)).toEqual([]);
    expect(questions.filter(({ isAllowed }) => isAllowed).length).toBeGreaterThan(0);
  });

  test('iam-simulate knows every key of every request', () => {
    expect(questions.flatMap((question) => answers.get(question)!.ignoredContextKeys)).toEqual([]);
  });

  test('the simulator of the library gives the same results', () => {
    const ofServices = questions.filter(({ request: { principal, context } }) => !principal.startsWith('arn:') && !('aws:SourceOwner' in context));
    const checked = ofServices.map(({ title, policy, request: { principal, action, resource, context } }) => {
      const keys = contextOf(Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value]])));
      const service = { name: principal, service: principal };
      const bare = serviceContext(principal, { arn: '', account: '' }, SourceVisibility.HIDDEN);
      const { likelihood } = evaluatePolicy(policy, { principal: service, action, resource, context: new Map([...bare, ...keys]) });
      return [title, likelihood === Likelihood.YES];
    });
    expect(checked).toEqual(ofServices.map((question) => [question.title, answers.get(question)!.result === 'Allowed']));
  });
});

test('queues, topics, functions and keys are among what is checked', () => {
  for (const kind of ['queues', 'topics', 'functions', 'keys'] as const) {
    expect(CASES.flatMap(({ guarded }) => [...guarded[kind]]).length).toBeGreaterThan(10);
  }
});

describe('a policy that is wrong is found out', () => {
  /** What goes wrong for a queue whose policy was overridden. */
  function withErrors(change: (statement: any) => object): string[] {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const queue = new sqs.Queue(stack, 'TlsQueue', { enforceSSL: true });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [new SqsSendMessage(queue)] });
    const policy = (queue.node.findChild('Policy') as sqs.QueuePolicy).document;
    const statements = stack.resolve(policy).Statement as object[];
    const resource = queue.node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy;
    resource.policyDocument = { Version: '2012-10-17', Statement: statements.map((statement: any) => change(statement)) };
    const questions = questionsTo(guardedIn(app));
    const answered = ask(questions);
    return wrong(questions, (_question, i) => answered[i]).map((text) => text.replace('Stack/TlsQueue: ', ''));
  }

  test('as it is, nothing is wrong', () => {
    expect(withErrors((statement) => statement)).toEqual([]);
  });

  test('without its conditions: whoever has EventBridge do it gets in', () => {
    expect(withErrors(({ Condition, ...rest }) => (rest.Effect === 'Allow' ? rest : { ...rest, Condition }))).toEqual([
      'a rule of another account', 'a rule of another account, said to be of this one', 'a rule of another Region', 'something else of EventBridge',
      'EventBridge without a source',
    ].map((who) => `${who} is not allowed to sqs:SendMessage: Allowed`));
  });

  test('without the Deny: plain HTTP is let in', () => {
    expect(withErrors((statement) => (statement.Effect === 'Deny' ? { ...statement, Action: 'sqs:GetQueueUrl' } : statement)))
      .toEqual(['a rule, over plain HTTP is not allowed to sqs:SendMessage: Allowed']);
  });

  test('with a key misspelled: the rule of the app is not allowed', () => {
    expect(withErrors((statement) => JSON.parse(JSON.stringify(statement).replace('aws:SourceAccount', 'aws:SourceAcount')) as object))
      .toEqual(['rule Stack/Alert/Rule is allowed to sqs:SendMessage: ImplicitlyDenied']);
  });
});
