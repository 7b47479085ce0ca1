import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, refused } from './authorization';
import type { Authorization } from './authorization';

/** AWS documents it of accounts, and of the buses of one account. */
const MAX_ACCOUNTS = 2;
const MAX_BUSES_OF_ACCOUNT = 2;

/**
 * Whether an event that came over some buses is forwarded to one more. AWS documents that no third account and no third bus of one account is reached.
 * Captures of others show at most one hop within a Region and one to another Region, in either order.
 *
 * @param path the ARNs of the buses that the event came over, the first one included
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export function authorizeHop(path: readonly string[], target: string): Authorization {
  if (path.length < 2) {
    return AUTHORIZED;
  }
  const buses = [...path, target].map((bus) => partsOfArn(bus)!);
  if (new Set(buses.map(({ account }) => account)).size > MAX_ACCOUNTS) {
    return refused(ErrorCode.THIRD_ACCOUNT_HOP_DETECTED, Cause.BUS, 'the event came from another account, and EventBridge does not forward it to a third one');
  }
  const { account } = buses[buses.length - 1];
  const ofAccount = buses.filter((bus) => bus.account === account);
  if (ofAccount.length > MAX_BUSES_OF_ACCOUNT && new Set(ofAccount.map(({ region }) => region)).size === 1) {
    return refused(ErrorCode.THIRD_ACCOUNT_HOP_DETECTED, Cause.BUS, `the event came over ${ofAccount.length - 1} buses of account ${account}, and EventBridge does not forward it to a third one`);
  }
  return assuming(Cause.BUS, `EventBridge forwards the event to ${target} although it was forwarded before: AWS does not document it`, { arn: target });
}
