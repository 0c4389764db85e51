import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../../geodata/statistics/random.ts';
import type { Outcome, Tally } from './tally.ts';
import { type Asked, type Places, visit } from './visits.ts';

/** More than this at once is no longer what visitors do, and would measure this program. */
const mostAtOnce = 4000;

/** Who visits a product, each from an address of his own, as a proxy that it trusts would tell. */
export interface Visitors {
  /** Asks as quickly as so many can who each wait for their answer; gives requests a second. */
  press(atOnce: number, seconds: number, tally: Tally): Promise<number>;
  /** Begins so many requests a second, whether the others are answered or not, and waits for their answers. */
  come(perSecond: number, seconds: number, tally: Tally): Promise<void>;
  leave(): void;
}

export function createVisitors(address: string, places: Places, seed: number): Visitors {
  const agent = new Agent({ keepAlive: true });
  const random = createRandom(seed);
  let number = 0;
  const arrive = () => {
    number += 1;
    return { client: writeClient(number), asked: visit(places, random) };
  };
  const askOne = async (client: string, asked: Asked, due: number, tally: Tally) => {
    const outcome = await ask(agent, address, asked, client, tally);
    tally.add({ kind: asked.kind, outcome, milliseconds: performance.now() - due });
  };
  return {
    async press(atOnce, seconds, tally) {
      const start = performance.now();
      const end = start + seconds * 1000;
      let asked = 0;
      const one = async () => {
        while (performance.now() < end) {
          const visitor = arrive();
          for (const next of visitor.asked) {
            if (performance.now() >= end) return;
            await askOne(visitor.client, next, performance.now(), tally);
            asked += 1;
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      return asked / ((performance.now() - start) / 1000);
    },
    async come(perSecond, seconds, tally) {
      const start = performance.now();
      const running = new Set<Promise<void>>();
      let visitor = arrive();
      for (let begun = 0; begun < perSecond * seconds; ) {
        // All that is due by now, also what was due while this program was held up.
        const due = Math.min(perSecond * seconds, ((performance.now() - start) / 1000) * perSecond);
        for (; begun < due; begun++) {
          let next = visitor.asked.next();
          if (next.done) {
            visitor = arrive();
            next = visitor.asked.next();
          }
          if (next.done || running.size >= mostAtOnce) {
            tally.fail('not asked, as too many were waiting');
            continue;
          }
          const at = start + (begun / perSecond) * 1000;
          const asking: Promise<void> = askOne(visitor.client, next.value, at, tally).finally(() =>
            running.delete(asking),
          );
          running.add(asking);
        }
        await wait(2);
      }
      await Promise.all(running);
    },
    leave: () => agent.destroy(),
  };
}

/** An address of the range that is kept for measuring networks (RFC 2544). */
function writeClient(number: number): string {
  return `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`;
}

function ask(agent: Agent, address: string, asked: Asked, client: string, tally: Tally): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { 'Accept-Encoding': 'gzip, br', 'X-Forwarded-For': client };
    const asking = request(address + asked.path, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(judge(answer.statusCode ?? 0, answer.headers['retry-after'])));
      answer.on('error', fail);
    });
    const fail = (error: NodeJS.ErrnoException) => {
      // The server ended a connection that was not used, just then: browsers ask again too.
      if (error.code === 'ECONNRESET' && asking.reusedSocket)
        return resolve(ask(agent, address, asked, client, tally));
      tally.fail(`${asked.kind}: ${error.code ?? error.message}`);
      resolve('failed');
    };
    const judge = (status: number, retryAfter: string | undefined): Outcome => {
      if (status === 200) return 'answered';
      if (status === 429 || status === 503) return retryAfter ? 'refused' : 'refused without a time';
      tally.fail(`${asked.kind}: ${status} for ${asked.path}`);
      return 'failed';
    };
    asking.on('error', fail).end();
  });
}
