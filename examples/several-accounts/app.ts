// Several accounts and Regions that forward to one event bus: deploy it with `cdk deploy --all --app "npx tsx examples/several-accounts/app.ts"`.
import { App } from 'aws-cdk-lib';
import { CentralStack } from './central-stack';
import { MemberStack } from './member-stack';

const central = { account: '111122223333', region: 'eu-west-1' };
const members = [
  { account: '222222222222', region: 'eu-west-1' },
  { account: '333333333333', region: 'us-east-1' },
];
const eventBusName = 'ecs-alerts';

const app = new App();
new CentralStack(app, 'Central', { env: central, eventBusName, members });
for (const env of members) {
  new MemberStack(app, `Member-${env.account}-${env.region}`, {
    env,
    centralBusArn: `arn:aws:events:${central.region}:${central.account}:event-bus/${eventBusName}`,
  });
}
app.synth();
