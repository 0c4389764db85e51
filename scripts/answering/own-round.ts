import { join } from 'node:path';
import { openWithContent } from '../../api/content.ts';
import { openDemonstrationRound } from '../../api/questionnaires/demonstration.ts';
import { createSurveyKeyHome } from '../../api/questionnaires/survey-key.ts';
import { findAnswerableDemonstration } from '../../sql/questionnaires/demonstration.ts';
import { makeCodes } from '../../sql/questionnaires/invitations.ts';
import { openPostgresql } from '../bench/postgresql.ts';
import { type Product, startProduct } from '../bench/product.ts';

export const ownDatabases = ['embedded', 'postgresql'] as const;
export type OwnDatabase = (typeof ownDatabases)[number];

/** A product of our own with an open round, and codes that nobody used. */
interface OwnRound extends Omit<Product, 'process'> {
  readonly codes: readonly string[];
}

/**
 * Fills a new database with the demonstration, makes codes for its open round, and starts the product on it. Throws an Error
 * where this machine has no PostgreSQL with PostGIS. `directory`: an empty folder.
 */
export async function startOwnRound(
  database: OwnDatabase,
  directory: string,
  count: number,
  progress: (step: string) => void,
): Promise<OwnRound> {
  const postgresql = database === 'postgresql' ? await openPostgresql() : null;
  if (database === 'postgresql' && !postgresql) throw new Error('there is no PostgreSQL with PostGIS here');
  try {
    const codes = await prepareCodes(
      postgresql ? { url: postgresql.url } : { directory },
      directory,
      count,
      progress,
    );
    const product = await startProduct(
      { dataDirectory: directory },
      postgresql ? { databaseUrl: postgresql.url } : {},
    );
    return {
      address: product.address,
      codes,
      async stop() {
        await product.stop();
        await postgresql?.stop();
      },
    };
  } catch (error) {
    await postgresql?.stop();
    throw error;
  }
}

async function prepareCodes(
  settings: Parameters<typeof openWithContent>[0],
  directory: string,
  count: number,
  progress: (step: string) => void,
): Promise<string[]> {
  const { db, close } = await openWithContent(settings, progress);
  try {
    const home = createSurveyKeyHome({ key: null, keyFile: join(directory, 'survey-key') });
    await openDemonstrationRound(db, home);
    const found = await findAnswerableDemonstration(db);
    if (!found) throw new Error('the demonstration has no round that can be answered');
    return await makeCodes(db, await home.make(), found.key, found.stratum, count);
  } finally {
    await close();
  }
}
