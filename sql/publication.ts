/** What an import writes, all within one transaction of its own. */
export * from './publication/acts.ts';
export * from './publication/artefacts.ts';
export * from './publication/boundaries.ts';
export * from './publication/comparisons.ts';
export * from './publication/confidential.ts';
export * from './publication/difference.ts';
export * from './publication/dimensions.ts';
export * from './publication/figures.ts';
export * from './publication/files.ts';
export * from './publication/held.ts';
export * from './publication/history.ts';
export * from './publication/indicators.ts';
export * from './publication/lock.ts';
export * from './publication/rankings.ts';
export * from './publication/release.ts';
export * from './publication/statistics.ts';
export * from './publication/targets.ts';
