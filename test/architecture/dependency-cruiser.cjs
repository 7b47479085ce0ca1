// No cycle of imports, with imports of types counted: two files that need each other's types are one concept, or a third is missing.
module.exports = {
  forbidden: [{ name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.dev.json' },
    doNotFollow: { path: 'node_modules' },
    // It has a cycle on purpose, which a test shows to the lint.
    exclude: { path: ['^test/architecture/cycle/', '^test/consumers/typescript/', '/target/', '/venv/'] },
  },
};
