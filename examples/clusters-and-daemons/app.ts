// Several clusters and daemons, with a topic for each team: deploy it with `cdk deploy --app "npx tsx examples/clusters-and-daemons/app.ts"`.
import { App } from 'aws-cdk-lib';
import { ClustersAndDaemonsStack } from './clusters-and-daemons-stack';

const app = new App();
new ClustersAndDaemonsStack(app, 'ClustersAndDaemons');
app.synth();
