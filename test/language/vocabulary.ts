/** Words that the project does not use for a meaning, and the words that readers of the CDK and of AWS expect instead. */
export interface ForbiddenWord {
  /** What is not written. Case does not matter, and `camelCase` is read as `camel case`. */
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly instead: string;
  /** Why. */
  readonly reason: string;
  /** Texts in which the pattern has to be found: the test of the lint plants them. */
  readonly examples: readonly string[];
  /** Texts in which it must not be found. */
  readonly allowed?: readonly string[];
}

const METAPHOR = 'Software does not talk: name what is sent, matched or reported.';
const AMBIGUOUS = 'The word has another meaning that readers think of first.';
const TRANSLATED = 'It is not idiomatic English.';
const VAGUE = 'It does not name the thing.';

export const VOCABULARY: readonly ForbiddenWord[] = [
  { pattern: /\b(tells?|telling|told|untold)\b/, instead: 'send, notify, report, show', reason: METAPHOR, examples: ['Tells its targets of events.', 'who is told', 'toldTo'] },
  { pattern: /\bcan be (told|given)\b/, instead: 'properties for, options for', reason: TRANSLATED, examples: ['What `SnsPublish` can be given.'] },
  { pattern: /\b(hears?|heard|hearing|unheard|deaf)\b/, instead: 'match, receive, inactive', reason: METAPHOR, examples: ['Events to hear.', 'heardBy', 'nothing is heard'] },
  { pattern: /\b(nobody|somebody)\b/, instead: 'no one, someone; or name who', reason: 'A recipient is a subscriber, a target or a person on call.', examples: ['nobody is notified', 'somebody forwards them'] },
  { pattern: /\b(judg(e|es|ed|ing)|judge?ments?|pronounc(e|es|ed|ing))\b/, instead: 'check, validate, evaluate, report', reason: METAPHOR, examples: ['judged by cfn-lint', 'judgeToo', 'its judgment'] },
  { pattern: /\bask(s|ed|ing)? (for|of)\b/, instead: 'require, match on, request', reason: METAPHOR, examples: ['what a pattern asks for', 'asked of the policy'] },
  { pattern: /\bask(s|ed|ing)? (aws|amazon|cdk|cfn|event ruler|event-ruler|iam|jsii|the|whether|about)\b/, instead: 'check with, evaluate', reason: METAPHOR, examples: ["Asks AWS's own rule engine", 'asks cdk-nag whether'] },
  { pattern: /\b(lets?|letting) ([\w`]+ ){1,3}in\b(?=\s*[.,;:)'"`]|\s*$| and )/, instead: 'allow, authorize', reason: TRANSLATED, examples: ['the policy lets EventBridge in.', 'does not let it in: why'] },
  { pattern: /\b(admits?|admitted|admitting|admission)\b/, instead: 'allow, authorize, accept', reason: TRANSLATED, examples: ['how AWS admits it', 'admitsEventBridge'] },
  { pattern: /\bways? out\b/, instead: 'resolution, fix', reason: TRANSLATED, examples: ['the value found and the way out', 'wayOut'], allowed: ['always outside'] },
  { pattern: /\b(is|are|was|were|be|been|being) said\b/, instead: 'is reported, is documented', reason: METAPHOR, examples: ['nothing is said of it'] },
  { pattern: /\b(warning|error|finding|annotation|check|rule|template|policy|simulator|library|code)s? (says?|said)\b/, instead: 'report, state, show', reason: METAPHOR, examples: ['the simulator says why'] },
  { pattern: /\bof (its|their|your|our|my|his|her|one's) own\b/, instead: 'custom, separate, its own X; "your own X" only for possession', reason: TRANSLATED, examples: ['a message of your own', 'a key of its own'], allowed: ['your own message', 'its own key'] },
  { pattern: /\b(the|an?|no|other|both) own\b/, instead: 'its own, the library\'s', reason: 'Not English.', examples: ['lets the own rules send', 'an own queue'] },
  { pattern: /\bby (itself|themselves|oneself)\b/, instead: 'automatically, alone, on its own', reason: AMBIGUOUS, examples: ['known by itself', 'they do it by themselves'] },
  { pattern: /\bbesides?\b/, instead: 'in addition to, alongside, next to, except', reason: AMBIGUOUS, examples: ['beside the first', 'Besides, it is slow'] },
  { pattern: /\bfor (good|ever)\b(?! (reason|measure))/, instead: 'permanently, indefinitely', reason: AMBIGUOUS, examples: ['it failed for good', 'retried for ever'], allowed: ['for good reason'] },
  { pattern: /\bletter (by|for) letter\b|\bto the letter\b/, instead: 'exact, case-sensitive', reason: TRANSLATED, examples: ['compared letter by letter'] },
  { pattern: /\bopen texts?\b/, instead: 'free-form text', reason: VAGUE, examples: ['an open text'] },
  { pattern: /\b(rings?|rang|rung|ringing)\b/, instead: 'fires, goes into the ALARM state', reason: 'CloudWatch alarms go into the ALARM state.', examples: ['the alarm rings', 'which alarm rang'], allowed: ['strings', 'during'] },
  { pattern: /\bmend(s|ed|ing)?\b/, instead: 'fix', reason: TRANSLATED, examples: ['mends style', 'mended'] },
  { pattern: /\belsewhere\b/, instead: 'cross-account, cross-Region, in another environment, in another file', reason: VAGUE, examples: ['isElsewhere', 'made elsewhere'] },
  { pattern: /\bpaste ?able\b|\bin words\b/, instead: 'policy statement to add', reason: VAGUE, examples: ['a pasteable statement', 'in words'] },
  { pattern: /\b(alarm|check|encryption|feature|filter|flag|it|rule|validation)s? (is|are) (on|off)(?=\s*[.,;:)'"`]|\s*$| (and|by|or) )/, instead: 'is enabled, is disabled', reason: TRANSLATED, examples: ['Whether the rule is on.', 'while it is off,'], allowed: ['it is on the page', 'the rule is on the default bus'] },
  { pattern: /\bthe house\b|\brooms\b|\b(a|each|every|its|one|that|the|this) room\b/, instead: 'the architecture, modules', reason: METAPHOR, examples: ['Rules of the house', 'ROOMS', 'each room'] },
  { pattern: /\b(leaves?|leaving|left)( [\w`]+){0,3} out\b/, instead: 'omit (a prop), exclude (an event), skip', reason: AMBIGUOUS, examples: ['Reasons to leave out.', 'leave clusters out', 'is left out'] },
  { pattern: /\b(holds?|held|holding) (\w+ )?against\b/, instead: 'compare with, report', reason: METAPHOR, examples: ['what cdk-nag holds against it'] },
  { pattern: /\b(check|claim|everything|promise|rule|test|that)s? (still |also )?holds?(?=\s*[.,;:)'"`]|\s*$)/, instead: 'passes, is true', reason: TRANSLATED, examples: ['whether everything holds.'] },
  { pattern: /\bwithout a word\b|\bsilently accept(s|ed)?\b/, instead: 'without a finding', reason: METAPHOR, examples: ['accepted without a word'] },
  { pattern: /\b(?<!(capital|case|dead|digits and|of|\d|\w-) )the letters\b|\bletters (in it|of it|that wait)\b/, instead: 'the messages, the dead-lettered events', reason: AMBIGUOUS, examples: ['the letters in it', 'the letters'], allowed: ['the dead letters', 'the dead-letter queue'] },
  { pattern: /\b(checks?|engine|event bridge|eventbridge|grant|key|keys|library|pattern|patterns|policy|simulator|statement|template) (do|does|did)? ?(not )?(know|knows|knew)\b/, instead: 'grant, allow, handle, support', reason: METAPHOR, examples: ['the key does not know EventBridge', 'the library knows'] },
  { pattern: /\bmay not\b/, instead: 'might not, is not allowed to, must not', reason: AMBIGUOUS, examples: ['EventBridge may not match it'] },
  { pattern: /\bstock\b/, instead: 'CDK (targets), standard', reason: AMBIGUOUS, examples: ['stock targets', 'stockTarget'] },
  { pattern: /\b(is|are) doubtful\b|\bis doubtful\b/, instead: 'uncertain, unknown', reason: TRANSLATED, examples: ['isDoubtful'] },
  { pattern: /\bplays? (aws|amazon|cloud formation|cloudformation|event bridge|eventbridge)\b/, instead: 'emulates', reason: METAPHOR, examples: ['a server that plays AWS'] },
  { pattern: /\b(short ?fall|wiring|facets?)\b/, instead: 'mismatch, validation, constraints', reason: VAGUE, examples: ['shortfall', 'facetsOf'] },
  { pattern: /\bagain and again\b|\bstands? still\b|\blook soon\b|\bonce and for all\b/, instead: 'repeatedly; is paused; promptly; once', reason: TRANSLATED, examples: ['says so again and again', 'look soon'] },
  {
    pattern: /(?<![\d.,:\w-])1 (attempts|bytes|characters|clusters|events|hours|megabytes|messages|milliseconds|minutes|pairs|patterns|resources|rules|seconds|services|stacks|statements|targets|tasks|values)\b/,
    instead: '1 rule',
    reason: 'One thing is singular.',
    examples: ['CPU time at 1 rules', '1 pairs'],
    allowed: ['21 rules', '1.1 seconds', '1 rule'],
  },
  { pattern: /\be-mail(s|ed)?\b/, instead: 'email', reason: 'AWS and the rest of the project write it as one word.', examples: ['an e-mail'] },
  { pattern: /\bto be had\b|\bfor want of\b|\bso to speak\b|\bas it were\b/, instead: 'available, without', reason: TRANSLATED, examples: ['is not to be had everywhere'] },
];

/** How no sentence of a docstring begins. */
export const BAD_BEGINNING = /(?:^|[.!?] )(So|Such|Of which|Where|Which|What|Who|How|Beside)\b/;
