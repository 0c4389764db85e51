/**
 * The document with the flags taken off its patterns: zod-to-openapi writes `/^a$/u` as `^a$/u`, which asks for a slash and a
 * letter behind the end. JSON Schema reads every pattern with that flag.
 */
export function mendPatterns<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(mendPatterns) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) =>
    key === 'pattern' && typeof value === 'string'
      ? [key, value.replace(/\/[dgimsuvy]+$/, '')]
      : [key, mendPatterns(value)],
  );
  return Object.fromEntries(entries) as Part;
}
