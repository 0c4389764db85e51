import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** What a run of tests came to; `assertions` are calls of `expect`. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly assertions: number;
}

/**
 * Says at the end of a run how many tests and assertions there were, and adds a line to the file that TEST_COUNTS
 * names: passed, failed, assertions. A file of tests that could not be read counts as one that failed.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = count(modules);
    console.log(` Assertions  ${counts.assertions} in ${counts.passed + counts.failed} tests\n`);
    const file = process.env.TEST_COUNTS;
    if (file) appendFileSync(file, `${counts.passed} ${counts.failed} ${counts.assertions}\n`);
  }
}

function count(modules: readonly TestModule[]): Counts {
  let [passed, failed, assertions] = [0, 0, 0];
  for (const module of modules) {
    failed += module.errors().length > 0 ? 1 : 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      passed += state === 'passed' ? 1 : 0;
      failed += state === 'failed' ? 1 : 0;
      assertions += test.meta().assertions ?? 0;
    }
  }
  return { passed, failed, assertions };
}
