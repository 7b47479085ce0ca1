/** How an input was made, where there is something to say about it. */
export interface InputOrigin {
  /** Whether EventBridge drops the input unless it is JSON. */
  readonly mustBeJson?: boolean;
  /** Whether it is a part of the event, not what an input transformer makes. */
  readonly isPart?: boolean;
  /** What breaks the JSON, if it turns out not to be any. */
  readonly suspicion?: string;
  /** What is reported for each placeholder: often the same. */
  readonly assumptions?: readonly string[];
  readonly problems?: readonly string[];
}

/** What a target receives. */
export class RenderedInput {
  /** Whether EventBridge drops it unless it is JSON. */
  public readonly mustBeJson: boolean;
  /** Whether it is a part of the event, not what an input transformer makes. */
  public readonly isPart: boolean;
  /** What is taken for granted where AWS does not say, or says otherwise than it does, what EventBridge makes of the input. */
  public readonly assumptions: readonly string[];
  /** What is wrong with it, whoever receives it. */
  public readonly problems: readonly string[];
  private readonly suspicion?: string;

  constructor(public readonly body: string, { mustBeJson = false, isPart = false, suspicion, assumptions = [], problems = [] }: InputOrigin = {}) {
    this.mustBeJson = mustBeJson;
    this.isPart = isPart;
    this.suspicion = suspicion;
    this.assumptions = [...new Set(assumptions)];
    this.problems = [...new Set(problems)];
  }

  /** Why it is not JSON; undefined if it is. */
  public whyNotJson(): string | undefined {
    try {
      JSON.parse(this.body);
      return undefined;
    } catch {
      return this.suspicion ?? 'it is a text of several strings or lines';
    }
  }
}
