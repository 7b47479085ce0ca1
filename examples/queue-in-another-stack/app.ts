// An encrypted queue in a separate stack, and two stacks that send to it: deploy it with `cdk deploy --all --app "npx tsx examples/queue-in-another-stack/app.ts"`.
import { App } from 'aws-cdk-lib';
import { AlertsStack } from './alerts-stack';
import { TicketsStack } from './tickets-stack';

const app = new App();
const { queue } = new TicketsStack(app, 'Tickets');
new AlertsStack(app, 'OrdersAlerts', { clusterName: 'orders', queue });
new AlertsStack(app, 'PaymentsAlerts', { clusterName: 'payments', queue });
app.synth();
