import { isNewDataFolder } from '../sql/data-folder.ts';
import { type DatabaseSettings, type OpenedDatabase, openDatabase } from '../sql/database.ts';
import { locateFiles } from '../sql/embedded.ts';
import { readPublicationStamp } from '../sql/publication-stamp.ts';
import { areRulesApplied } from '../sql/visibility-rules.ts';
import { catchUpWithRules } from './release/access.ts';
import { publishDemonstration, stageDemonstration } from './release/demonstration.ts';
import { findTemplate } from './release/template.ts';

/**
 * Opens the database, and where nothing was ever published in it fills it with the demonstration region, so that a first
 * start has something to show: as a copy of what the build has made, else by making it, as far as possible while the
 * database is being made.
 */
export async function openWithContent(
  settings: DatabaseSettings,
  onProgress: (step: string) => void,
  templateFolder?: string,
): Promise<OpenedDatabase> {
  const { isNew, template } = await findBeginning(settings, templateFolder);
  const staging = isNew && !template ? stageDemonstration(onProgress) : undefined;
  // Where it fails, publishing says so.
  staging?.catch(() => undefined);
  const opened = await openDatabase(template ? { ...settings, template } : settings, onProgress);
  if ((await readPublicationStamp(opened.db)) !== null) {
    await catchUp(opened, onProgress);
    return opened;
  }
  await publishDemonstration(opened.db, onProgress, staging);
  return opened;
}

/**
 * Opens the database for a command; where there is none yet, as a copy of what the build has made, so that the first start
 * after it has nothing left to make.
 */
export async function openPrepared(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const { template } = await findBeginning(settings);
  return openDatabase(template ? { ...settings, template } : settings);
}

async function findBeginning(settings: DatabaseSettings, templateFolder?: string) {
  const isNew = 'directory' in settings && (await isNewDataFolder(locateFiles(settings.directory)));
  return { isNew, template: isNew ? await findTemplate(templateFolder) : null };
}

/** An earlier version of the product may have kept rules of its own. */
async function catchUp({ db }: OpenedDatabase, onProgress: (step: string) => void): Promise<void> {
  if (await areRulesApplied(db)) return;
  await catchUpWithRules(db, { by: 'wijkinformatie', onProgress: ({ step }) => onProgress(step) });
}
