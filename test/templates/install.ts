import { join } from 'path';
import { keepTemplates } from './kept-templates';
import { installNodeModules, installVenv } from '../installed';

/** Before the first test: jest looks for modules where they are by then. */
export default function install(): void {
  installVenv(join(__dirname, 'cfn-lint'));
  installNodeModules(join(__dirname, 'cdk'));
  keepTemplates();
}
