import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { slowTests } from './slow-first.ts';

/** What a run of tests came to; `assertions` are calls of `expect`. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly assertions: number;
}

/**
 * Says at the end of a run which files took longest and what they wait for, and how many tests and assertions there
 * were, and adds a line to the file that TEST_COUNTS
 * names: passed, failed, assertions. A file of tests that could not be read counts as one that failed.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    tellLongest(modules);
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

/** The files that took longest, in a run of more than a few. */
function tellLongest(modules: readonly TestModule[]): void {
  if (modules.length < 2 * mostTold) return;
  const sorted = [...modules].sort((one, other) => secondsOf(other) - secondsOf(one));
  console.log(' Longest');
  for (const module of sorted.slice(0, mostTold)) {
    const path = module.relativeModuleId;
    const reason = slowTests[path];
    console.log(`${secondsOf(module).toFixed(0).padStart(7)} s  ${path}${reason ? `: ${reason}` : ''}`);
  }
}

const mostTold = 10;

function secondsOf(module: TestModule): number {
  return module.diagnostic().duration / 1000;
}
