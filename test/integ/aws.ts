import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import { join } from 'path';
import { createInterface } from 'readline';
import { PYTHON } from './install';

/** An account and a Region. */
export interface Environment {
  readonly account: string;
  readonly region: string;
}

/** The AWS APIs of one account in one Region, as its owner calls them. */
export class Aws {
  private readonly client: ChildProcess;
  private readonly waiting: ((line: string) => void)[] = [];

  constructor(public readonly environment: Environment) {
    // MiniStack takes the access key for the account.
    const { account, region } = environment;
    this.client = spawn(PYTHON, [join(__dirname, 'aws.py'), account, region, process.env.INTEG_ENDPOINT!], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface(this.client.stdout!).on('line', (line) => this.waiting.shift()!(line));
  }

  /**
   * Calls an operation, such as `PutEvents` of `events`.
   *
   * @throws what AWS says if it refuses
   */
  public async call(service: string, operation: string, parameters: object = {}): Promise<any> {
    const line = await new Promise<string>((resolve) => {
      this.waiting.push(resolve);
      this.client.stdin!.write(`${JSON.stringify([service, operation, parameters])}\n`);
    });
    const { result, error } = JSON.parse(line);
    if (error !== undefined) {
      throw new Error(error);
    }
    return result;
  }

  /** Ends the client. */
  public async close(): Promise<void> {
    const ended = new Promise((resolve) => this.client.once('exit', resolve));
    this.client.stdin!.end();
    await ended;
  }
}
