const { resolve } = require('path');
const { jest: base } = require('../../package.json');

// Without the set-up of the other tests, which switches the validator of the CDK off.
module.exports = {
  rootDir: resolve(__dirname, '../..'),
  testMatch: ['<rootDir>/test/templates/*.templates.ts'],
  transform: base.transform,
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/templates/install.ts',
  moduleNameMapper: { ...base.moduleNameMapper, '^(aws-cdk-lib|constructs)(/.*)?$': '<rootDir>/test/templates/cdk/node_modules/$1$2' },
};
