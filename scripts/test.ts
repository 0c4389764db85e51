/**
 * `npm test`: makes sure of a browser, GDAL and PostgreSQL with PostGIS, starts a PostgreSQL for the time of the tests,
 * and runs them. Words after `npm test --` go to vitest: a file, `--project real`, `-t name`. With `--project unit` alone
 * (`npm run test:quick`) it needs neither browser nor PostgreSQL.
 */
import { startCluster } from './test/cluster.ts';
import { buildViewer, isUnitsOnly, runTests } from './test/run.ts';
import { makeTemporaryFolder } from './test/temporary-folder.ts';
import { MissingToolsError, prepareTools } from './test/tools.ts';

async function main(words: readonly string[]): Promise<number> {
  const temporary = await makeTemporaryFolder();
  // Of this process too: what makes a folder finds its place by it.
  process.env.TMPDIR = temporary.path;
  return runAll(words).finally(() => temporary.close());
}

async function runAll(words: readonly string[]): Promise<number> {
  const { CHROME_PATH, TEST_DATABASE_URL } = process.env;
  if (isUnitsOnly(words)) {
    prepareTools({ chromium: CHROME_PATH, databaseUrl: TEST_DATABASE_URL }, ['gdal']);
    return runTests(words, {});
  }
  const tools = prepareTools({ chromium: CHROME_PATH, databaseUrl: TEST_DATABASE_URL });
  buildViewer();
  const cluster = tools.postgresql === null ? null : await startCluster(tools.postgresql);
  try {
    return await runTests(words, {
      CHROME_PATH: tools.chromium,
      TEST_DATABASE_URL: cluster?.url ?? TEST_DATABASE_URL ?? '',
    });
  } finally {
    await cluster?.stop();
  }
}

// The tests hear of Ctrl-C too and end; only then the server is stopped.
process.on('SIGINT', () => undefined);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof MissingToolsError ? error.message : error);
  process.exitCode = 1;
}
