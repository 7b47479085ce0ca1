import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { twins } from './twins';
import { ThreeAlertsStack } from '../../examples/three-alerts/three-alerts-stack';
import { MATRIX_ENV, matrixApps } from '../matrix/matrix';

// Prints what the example, every app of the matrix and the twins of Python become, with the versions of the folder that this file was copied to.
const stacks = [
  new ThreeAlertsStack(new App(), 'ThreeAlerts', { env: MATRIX_ENV }),
  ...matrixApps().map(({ stack }) => stack),
  ...twins(),
];
process.stdout.write(JSON.stringify(Object.fromEntries(stacks.map((stack) => [stack.stackName, Template.fromStack(stack).toJSON()]))));
