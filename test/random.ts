import * as fc from 'fast-check';

// Recorded, so that no change fails by what an earlier one left. Another seed is for those who look for faults.
fc.configureGlobal({ seed: Number(process.env.RANDOM_SEED ?? 20261127) });

export * from 'fast-check';
