process.env.CDK_VALIDATION = 'false';

if (process.env.KEEP_TEMPLATES) {
  // Loaded only on demand: it loads the CDK, which many tests do without.
  jest.requireActual('./keep-templates');
}
