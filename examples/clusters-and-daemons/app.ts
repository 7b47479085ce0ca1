// Several clusters and daemons, each team told of its own: deploy it with `cdk deploy --app "npx tsx examples/clusters-and-daemons/app.ts"`.
import { App } from 'aws-cdk-lib';
import { ClustersAndDaemonsStack } from './clusters-and-daemons-stack';

const app = new App();
new ClustersAndDaemonsStack(app, 'ClustersAndDaemons');
app.synth();
