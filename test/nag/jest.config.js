const { resolve } = require('path');
const { jest: base } = require('../../package.json');

/** The same tests with both versions of cdk-nag, each with the aws-cdk-lib that it can work with. */
const project = (displayName, moduleNameMapper) => ({
  displayName,
  rootDir: resolve(__dirname, '../..'),
  testMatch: ['<rootDir>/test/nag/*.nag.ts'],
  transform: base.transform,
  setupFiles: base.setupFiles,
  globalSetup: '<rootDir>/test/nag/install.ts',
  moduleNameMapper: { ...base.moduleNameMapper, ...moduleNameMapper },
});

module.exports = {
  maxWorkers: '100%',
  projects: [
    project('cdk-nag 2', { '^cdk-nag$': '<rootDir>/test/nag/v2/node_modules/cdk-nag' }),
    project('cdk-nag 3', { '^(aws-cdk-lib|cdk-nag|constructs)(/.*)?$': '<rootDir>/test/nag/v3/node_modules/$1$2' }),
  ],
};
