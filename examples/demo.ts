// Sends each sample event of two AWS pages through the example app, without an AWS account: prints who receives which message, and draws a diagram.
import { writeFileSync } from 'fs';
import { resolve } from 'path';
import { App } from 'aws-cdk-lib';
import { notifyAll } from './demo/notifications';
import { picture } from './demo/picture';
import { report } from './demo/report';
import { ThreeAlertsStack } from './three-alerts/three-alerts-stack';

// The account and the Region of AWS's sample events. No template is deployed, so the CDK does not need to validate it.
process.env.CDK_VALIDATION ??= 'false';
const stack = new ThreeAlertsStack(new App(), 'ThreeAlerts', { env: { account: '111122223333', region: 'us-west-2' } });
const notified = notifyAll(stack);
console.log(report(notified));

const file = resolve('demo.html');
writeFileSync(file, picture('Who receives which event: ThreeAlerts', notified));
console.log(`\nThe diagram: ${file}`);
