import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { openDatabase } from '../../sql/database.ts';
import { publishDemonstration, stageDemonstration } from './demonstration.ts';
import { fingerprintMakers } from './fingerprint.ts';
import { findTemplate, locateStamp, templateFolder } from './template.ts';

/** Makes the embedded database that a first start copies, unless there is one that fits; see findTemplate. */
export async function makeTemplate(
  onProgress: (step: string) => void,
  folder = templateFolder,
): Promise<void> {
  if (await findTemplate(folder)) return;
  const stamp = await fingerprintMakers();
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const staging = stageDemonstration(onProgress);
  // Where it fails, publishing says so.
  staging.catch(() => undefined);
  const { db, close } = await openDatabase({ directory: draft }, onProgress);
  try {
    await publishDemonstration(db, onProgress, staging);
  } finally {
    await close();
  }
  await writeFile(locateStamp(draft), stamp);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
