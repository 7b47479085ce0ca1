// Sends every sample event of the two AWS pages through the example app, without an AWS account: prints who is told what, and draws the wiring.
import { writeFileSync } from 'fs';
import { resolve } from 'path';
import { App } from 'aws-cdk-lib';
import { notifyAll } from './demo/notifications';
import { picture } from './demo/picture';
import { report } from './demo/report';
import { ThreeAlertsStack } from './three-alerts/three-alerts-stack';

// Account and Region of AWS's sample events. No template is deployed, so the validation of deployable templates can wait.
process.env.CDK_VALIDATION ??= 'false';
const stack = new ThreeAlertsStack(new App(), 'ThreeAlerts', { env: { account: '111122223333', region: 'us-west-2' } });
const notified = notifyAll(stack);
console.log(report(notified));

const file = resolve('demo.html');
writeFileSync(file, picture('Who is told what: ThreeAlerts', notified));
console.log(`\nThe wiring as a picture: ${file}`);
