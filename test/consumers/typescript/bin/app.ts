import { App } from 'aws-cdk-lib';
import { EcsAlertsStack } from '../lib/ecs-alerts-stack';

const app = new App();
new EcsAlertsStack(app, 'EcsAlerts', { env: { account: '111122223333', region: 'eu-west-1' } });
app.synth();
