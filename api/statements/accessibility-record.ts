import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const recordSchema = z.object({
  day: z.iso.date(),
  looks: z.number().int(),
  screens: z.number().int(),
  findings: z.array(z.object({ screen: z.string(), rule: z.string(), times: z.number().int() })),
});

/** What the last run of the tests found that looks at screens: written by `npm run accessibility`. */
export type AccessibilityRecord = z.infer<typeof recordSchema>;

const recordFile = new URL('../../docs/accessibility.json', import.meta.url);

/** Throws where the record of the product is gone or damaged. */
export async function readAccessibilityRecord(): Promise<AccessibilityRecord> {
  return recordSchema.parse(JSON.parse(await readFile(recordFile, 'utf8')));
}
