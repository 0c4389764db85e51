import { readConfig } from '../api/config.ts';
import { openPrepared } from '../api/content.ts';
import type { Database } from '../sql/database.ts';
import { explainFailure } from './failure.ts';

/** What a command has to say, and whether it is done. */
export interface Outcome {
  readonly text: string;
  /** Left out: it is. */
  readonly isDone?: boolean;
}

interface Telling {
  /** Ends what is shown of the progress, before anything is said. */
  readonly end?: () => void;
  readonly explain?: (error: unknown) => string;
}

/**
 * Performs a command on the database of the settings, and prints what it gives or why it failed. Gives the exit code: 0
 * when it is done, 1 when it is not.
 */
export async function runOnDatabase(
  perform: (db: Database) => Promise<Outcome>,
  { end = () => undefined, explain = explainFailure }: Telling = {},
): Promise<number> {
  try {
    const { db, close } = await openPrepared(readConfig().database);
    try {
      const { text, isDone = true } = await perform(db);
      end();
      console.log(text);
      return isDone ? 0 : 1;
    } finally {
      await close();
    }
  } catch (error) {
    end();
    console.error(explain(error));
    return 1;
  }
}
