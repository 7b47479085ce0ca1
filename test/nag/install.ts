import { join } from 'path';
import { installNodeModules } from '../installed';

/** Before the first test: jest looks for modules where they are by then. */
export default function install(): void {
  ['v2', 'v3'].forEach((version) => installNodeModules(join(__dirname, version)));
}
