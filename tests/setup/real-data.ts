import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder with the real data, as a data package: `../shared/data`, or where REAL_DATA says. It is never committed. */
export const realData = resolve(import.meta.dirname, '../..', process.env.REAL_DATA ?? '../shared/data');

if (!existsSync(resolve(realData, 'datapackage.json')))
  throw new Error(
    `These tests need real data, and there is no datapackage.json in ${realData}: set REAL_DATA to the folder that holds one. \`npm test\` needs none.`,
  );
