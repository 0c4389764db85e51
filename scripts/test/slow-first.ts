import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The test files that take longest, slowest first, and what each waits for: they begin before all others. */
export const slowTests: Readonly<Record<string, string>> = {
  'tests/api/refresh/process.test.ts':
    'the clock, which makes a refresh due once a minute, and the minute or two before a second try',
  'tests/api/leak.test.ts':
    'every address of the product, asked by eight readers of both databases and of one that never held the rest',
  'tests/api/readers/reader.test.ts':
    'every address of the product, asked by readers at once and one after the other',
  'tests/scripts/account-commands.test.ts': 'some forty commands, each a process of its own',
  'tests/api/release/demonstration.test.ts': 'the demonstration region, made once on each database',
  'tests/api/release/killed.test.ts': '104 processes that each start, open a database and are killed',
  'tests/api/release/command.test.ts': '20 commands, each a process that opens the embedded database',
  'tests/api/release/template.test.ts': 'the demonstration region, made once',
  'tests/api/server.test.ts': 'servers that start and stop, one of them with the demonstration region',
  'tests/geodata/sources/live/faults.test.ts': 'services that stay silent or stall, until they are given up',
  'tests/api/download/asker.test.ts': 'services that stay silent or stall, until they are given up',
  'tests/e2e/compare.test.ts': 'maps to be drawn in software, two and four at a time',
  'tests/e2e/links.test.ts': 'maps to be drawn in software, each of them twice',
  'tests/e2e/ready-roles.test.ts': 'products that start, and sign-in by each of four roles',
  'tests/e2e/accounts.test.ts': 'one person after the other, each on pages that axe looks at',
  'tests/e2e/print.test.ts': 'maps to be drawn in software, on the screen and on paper',
  'tests/e2e/practices.test.ts': 'a product of its own, and what is compared in it',
  'tests/e2e/map.test.ts': 'maps to be drawn in software',
  'tests/e2e/opening.test.ts': 'pages that are held up while they open',
  'tests/e2e/zoom.test.ts': 'pages to be looked at on every size of screen',
};

const order = Object.keys(slowTests);

/** Begins with what takes longest, so that no worker waits for the last one at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ project, moduleId }: TestSpecification) => {
      const index = order.indexOf(relative(project.config.root, moduleId).replaceAll('\\', '/'));
      return index < 0 ? order.length : index;
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}
