import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import { mkdirSync, openSync, rmSync } from 'fs';
import { createServer } from 'net';
import type { AddressInfo } from 'net';
import { join } from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { PYTHON, TARGET } from './install';

const LOG = join(TARGET, 'server.log');

/** A server that emulates AWS on this machine, for this machine only. */
export class Server {
  /** Starts it on a free port. */
  public static async start(): Promise<Server> {
    const port = await freePort();
    const scratch = join(TARGET, 'scratch');
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    const log = openSync(LOG, 'w');
    const { AWS_ENDPOINT_URL: _inherited, ...env } = process.env;
    const server = new Server(`http://127.0.0.1:${port}`, spawn(PYTHON, [join(__dirname, 'ministack_strict.py')], {
      stdio: ['ignore', log, log],
      // Its name is part of the URLs of queues. An AWS_ENDPOINT_URL would leak into the functions.
      env: {
        ...env,
        AUTH: 'true',
        BIND_HOST: '127.0.0.1',
        MINISTACK_HOST: '127.0.0.1',
        GATEWAY_PORT: String(port),
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        TMPDIR: scratch,
      },
    }));
    await server.ready();
    return server;
  }

  private constructor(public readonly endpoint: string, private readonly process: ChildProcess) {}

  /** Ends it, and the functions with it. */
  public async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
    this.process.kill('SIGKILL');
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.process.exitCode !== null) {
        break;
      }
      const health = await fetch(`${this.endpoint}/_ministack/health`).catch(() => undefined);
      if (health?.ok) {
        return;
      }
      await sleep(100);
    }
    await this.stop();
    throw new Error(`MiniStack did not start: see ${LOG}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve); });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}
