/** How much malformed input the tests draw, and from which number: `npm run fuzz` sets others. */
export const fuzzSize = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_130),
  requests: Number(process.env.FUZZ_REQUESTS ?? 600),
  files: Number(process.env.FUZZ_FILES ?? 200),
  links: Number(process.env.FUZZ_LINKS ?? 200),
} as const;
