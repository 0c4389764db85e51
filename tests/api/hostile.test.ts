import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Document } from '../../api/documentation/document.ts';
import { defaultView, formatView, parseView } from '../../geodata/link/view.ts';
import { everything } from '../../sql/reader.ts';
import { publishClosedRegion } from '../setup/closed-region.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { judgeAnswer, openAsking, sendRaw } from '../setup/fuzz/asking.ts';
import { type House, openHouse } from '../setup/fuzz/house.ts';
import { drawLink } from '../setup/fuzz/link.ts';
import { type DrawnRequest, drawRequest, listRoutes } from '../setup/fuzz/request.ts';
import { fuzzSize } from '../setup/fuzz/size.ts';
import { checksumEveryTable } from '../setup/fuzz/tables.ts';
import { inTurns, openTally } from '../setup/fuzz/tally.ts';
import { encode, value } from '../setup/fuzz/value.ts';
import { planRound } from '../setup/survey.ts';

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 300_000 });

const { seed, requests, links } = fuzzSize;
const together = 4;
/**
 * Written by reading: that somebody was here, that his session is in use, and that he had figures that are not for everybody.
 */
const writtenByReading = ['accounts.session', 'accounts.visit', 'public.trail', 'public.trail_end'];

/** What fits there would end the visit of who asks, or hide the rest from everybody. */
const ending = ['/api/access/site', '/api/accounts/sign-out', '/api/accounts/me/sessions/end'];

const nameOf = ({ method, address }: DrawnRequest, index: number) => `${index}: ${method} ${address}`;

describeOnBothDatabases('whatever is asked, by whomever', (getDatabase) => {
  let house: House;
  let document: Document;
  const draw = (numRuns: number, faulty: boolean): DrawnRequest[] => {
    const asked = { origin: house.origin, askers: house.cookies.length, faulty };
    const routes = listRoutes(document).filter(({ path }) => faulty || !ending.includes(path));
    const drawn = drawRequest(routes, document.components?.schemas ?? {}, asked);
    return fc.sample(drawn, { seed: faulty ? seed : seed + 1, numRuns });
  };

  /** Asks all of it; gives what is wrong with the answers, each with what can be asked again. */
  const askAll = async (what: string, drawn: readonly DrawnRequest[]): Promise<string[]> => {
    const tally = openTally();
    const { ask, close } = openAsking(house);
    await inTurns(drawn, together, async (asked, index) => {
      const logged = house.errors.length;
      const name = nameOf(asked, index);
      try {
        const answered = await ask(asked);
        tally.note(String(answered.status), name, answered.milliseconds);
        const fault = judgeAnswer(asked, answered);
        if (fault)
          tally.wrong.push(
            [index, JSON.stringify(asked).slice(0, 1500), fault, ...house.errors.slice(logged)].join('\n'),
          );
      } catch (error) {
        tally.wrong.push([index, JSON.stringify(asked).slice(0, 1500), String(error)].join('\n'));
      }
    });
    // Asked again by itself, so that waiting for the others can be told from work.
    const byName = new Map(drawn.map((asked, index) => [nameOf(asked, index), asked]));
    for (const name of tally.listSlowest()) {
      const asked = byName.get(name);
      const again = asked && (await ask(asked).catch(() => null));
      if (again) tally.noteAlone(name, again.milliseconds);
    }
    close();
    console.log(tally.tell(what));
    return tally.wrong.slice(0, 10);
  };

  beforeAll(async () => {
    await publishClosedRegion(getDatabase(), [everything]);
    await planRound(getDatabase(), { hasOpenLink: true });
    house = await openHouse(getDatabase());
    document = (await (await fetch(`${house.origin}/api/openapi.json`)).json()) as Document;
    return house.close;
  });

  test('what is malformed is refused, and nothing is written', async () => {
    const before = await checksumEveryTable(getDatabase());
    const { number } = await getDatabase().selectFrom('trail_end').select('number').executeTakeFirstOrThrow();
    expect(await askAll('malformed', draw(Math.ceil(requests * 0.6), true))).toEqual([]);
    const after = await checksumEveryTable(getDatabase());
    const written = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(written.filter((table) => !writtenByReading.includes(table))).toEqual([]);
    const acts = await getDatabase()
      .selectFrom('trail')
      .select('act')
      .distinct()
      .where('number', '>', number)
      .execute();
    expect(acts.filter(({ act }) => act !== 'download')).toEqual([]);
  });

  test('any text may be searched for', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        const response = await fetch(`${house.origin}/api/search?q=${encode(text)}`);
        expect([200, 400], text).toContain(response.status);
        await response.arrayBuffer();
      }),
      { numRuns: 100 },
    );
  });

  test('what fits but for its values is answered as was foreseen', async () => {
    expect(await askAll('of the right form', draw(Math.ceil(requests * 0.4), false))).toEqual([]);
    expect(house.errors).toEqual([]);
  });

  test('a malformed link opens a page, and is written the same way once it was read', async () => {
    const drawn = fc.sample(drawLink, { seed, numRuns: links });
    for (const link of drawn) {
      const { view } = parseView(link);
      const written = formatView({ ...defaultView, ...view });
      expect(formatView({ ...defaultView, ...parseView(written).view }), link).toBe(written);
    }
    const addresses = ['/', '/', '/preview.png', '/embed', '/s/abcd2345', '/volg/abcd23'];
    const requests = drawn.map((link, index) => ({
      ...{
        method: 'GET',
        address: `${addresses[index % addresses.length]}?${link}`,
        headers: {},
        body: null,
      },
      ...{ asker: index % house.cookies.length, isFaulty: false },
    }));
    expect(await askAll('links', requests)).toEqual([]);
  });

  test('bytes that are no request are refused in one answer, or the connection is closed', async () => {
    const whole = Buffer.from(`POST /api/links HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}`, 'latin1');
    const broken = fc
      .tuple(
        fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat({ max: whole.length }),
      )
      .map(([changes, length]) => {
        const copy = Buffer.from(whole.subarray(0, length));
        for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
        return copy;
      });
    await inTurns(fc.sample(broken, { seed, numRuns: Math.ceil(requests / 10) }), together, async (bytes) => {
      const read = await sendRaw(house, bytes);
      expect(read, JSON.stringify(bytes.toString('latin1'))).toMatch(
        /^$|^HTTP\/1\.1 (100 Continue\r\n\r\nHTTP\/1\.1 )?[1-4]\d\d /,
      );
    });
    expect((await fetch(`${house.origin}/healthz`)).status).toBe(200);
  });
});
