import fc from 'fast-check';

/**
 * Property tests draw the same examples in every run, so that a failure belongs to the change that caused it. Another
 * number in PROPERTY_SEED draws others.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 14) });
