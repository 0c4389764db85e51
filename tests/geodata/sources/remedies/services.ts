import { describe } from 'vitest';
import { readRegion } from '../../../../geodata/sources/live/region.ts';
import type { Ask } from '../../../../geodata/sources/live/source.ts';
import { readRows } from '../../../../geodata/sources/protocols/odata.ts';
import { listCollections, readCollection } from '../../../../geodata/sources/protocols/ogc-features.ts';
import { readFeatures } from '../../../../geodata/sources/protocols/wfs.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

const base = 'https://service.test/x';
const feature = (id: string) => ({ type: 'Feature', id, properties: {}, geometry: null });
const page = (ids: readonly string[], own: object = {}) => ({ features: ids.map(feature), ...own });

/** What a service answers, a page a question; the last one again for any more. */
type Pages = readonly unknown[];

const answer = (pages: Pages): Ask => {
  let asked = 0;
  return {
    json: async () => pages[Math.min(asked++, pages.length - 1)],
    bytes: async () => new Uint8Array(),
    report: () => {},
  };
};

/** What is broken is answered well at another address, or once the service is well again. */
const at = (kind: string, broken: Pages, mended: Pages): Remedy<Pages> => ({
  kind,
  broken,
  remedy: 'look at the address in a browser: the service may have changed, or give another with "--base"',
  mended,
});
const next = { links: [{ rel: 'next', href: `${base}/items?c=1` }] };

describe('a service that answers otherwise', () => {
  tryRemedies<Pages>(
    [
      at('no rows', [{ error: 'sorry' }], [{ value: [{ a: 1 }] }]),
      at('pages in a circle', [{ value: [], 'odata.nextLink': `${base}?a` }], [{ value: [{ a: 1 }] }]),
    ],
    (pages) => readRows(`${base}?a`, answer(pages)),
  );
  tryRemedies<Pages>(
    [
      at('no features', [{ title: 'sorry' }], [page(['a'])]),
      at('a feature without properties', [{ features: [{ id: 'a' }] }], [page(['a'])]),
      at(
        'fewer than it says',
        [page(['a'], { numberReturned: 2 })],
        [page(['a', 'b'], { numberReturned: 2 })],
      ),
      at(
        'fewer than it counts',
        [page(['a'], { numberMatched: 2 })],
        [page(['a', 'b'], { numberMatched: 2 })],
      ),
      at('pages in a circle', [page(['a'], next)], [page(['a'], next), page(['b'])]),
    ],
    (pages) => readCollection(base, {}, answer(pages)),
  );
  tryRemedies<Pages>([at('no collections', [{}], [{ collections: [{ id: 'buurten' }] }])], (pages) =>
    listCollections(base, answer(pages)),
  );
  tryRemedies<Pages>(
    [
      at('the same page again', [page(['a'])], [page(['a']), page([])]),
      at(
        'pages that overlap',
        [page(['a', 'b'], { numberMatched: 3 }), page(['b'])],
        [page(['a', 'b'], { numberMatched: 3 }), page(['c'])],
      ),
    ],
    (pages) => readFeatures(base, { typeName: 'x', parameters: {} }, answer(pages)),
  );
});

describe('the region of a call', () => {
  const held = { key: 'twente', name: { nl: 'Twente', en: 'Twente' }, municipalities: ['GM0153'] };
  tryRemedies<readonly [string, typeof held | null]>(
    [
      {
        kind: 'beyond what is held',
        broken: ['GM0141', held],
        remedy: 'give this region a database of its own',
        mended: ['GM0141', null],
      },
      {
        kind: 'nothing',
        broken: [',', null],
        remedy: 'write twente, nederland, or codes such as GM0153,GM0141',
        mended: ['GM0153,GM0141', null],
      },
    ],
    ([text, own]) => readRegion(text, own),
  );
});
