import type { Server } from './server';

/** Stops the server that the suite began with. */
export default async function teardown(): Promise<void> {
  await ((globalThis as any).integServer as Server | undefined)?.stop();
}
