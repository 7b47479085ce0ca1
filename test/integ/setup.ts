import { install } from './install';
import { Server } from './server';

/** Starts one server for all files of the suite: each of them is a separate account. */
export default async function setup(): Promise<void> {
  install();
  const server = await Server.start();
  process.env.INTEG_ENDPOINT = server.endpoint;
  (globalThis as any).integServer = server;
}
