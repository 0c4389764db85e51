import { AbsentError, type Ask } from '../../../../geodata/sources/live/source.ts';
import { readRows } from '../../../../geodata/sources/protocols/odata.ts';
import { readCollection } from '../../../../geodata/sources/protocols/ogc-features.ts';
import { readFeatures } from '../../../../geodata/sources/protocols/wfs.ts';
import type { Form, Kind, Outcome } from './form.ts';

const feature = (id: string | null) => ({
  type: 'Feature',
  id,
  properties: { naam: id ?? 'a' },
  geometry: null,
});
const page = (ids: readonly (string | null)[], own: object = {}) => ({
  type: 'FeatureCollection',
  features: ids.map(feature),
  ...own,
});

/** Answers of a service, one a question, in order; the last one again for any more. */
function answer(pages: readonly unknown[]): Ask {
  let asked = 0;
  return {
    json: async (address) => {
      const found = pages[Math.min(asked, pages.length - 1)];
      asked += 1;
      if (found === undefined)
        throw new AbsentError({ file: address, message: 'gone', remedy: 'ask another' });
      return found;
    },
    bytes: async () => new Uint8Array(),
    report: () => {},
  };
}

const listIds = (features: readonly { readonly id: string | number | null }[]) =>
  features.map(({ id }) => id).join(' ');
const base = 'https://service.test/x';

const form = (
  name: string,
  pages: readonly unknown[],
  outcome: Outcome,
  expected: string,
  read: (ask: Ask) => Promise<string>,
): Form => ({ form: name, reader: 'service', outcome, expected, run: () => read(answer(pages)) });
const asWfs = (name: string, pages: readonly unknown[], outcome: Outcome, expected: string) =>
  form(`WFS: ${name}`, pages, outcome, expected, async (ask) =>
    listIds(await readFeatures(base, { typeName: 'x', parameters: {} }, ask)),
  );
const asOgc = (name: string, pages: readonly unknown[], outcome: Outcome, expected: string) =>
  form(`OGC API: ${name}`, pages, outcome, expected, async (ask) =>
    listIds(await readCollection(base, {}, ask)),
  );
const asOData = (name: string, pages: readonly unknown[], outcome: Outcome, expected: string) =>
  form(`OData: ${name}`, pages, outcome, expected, async (ask) =>
    (await readRows(`${base}?a`, ask)).map(({ key }) => key).join(' '),
  );

const next = (href: string) => ({ links: [{ rel: 'next', href }] });
const look = 'look at the address in a browser';

export const serviceKinds: Kind[] = [
  {
    kind: 'Pages of services that overlap, go in a circle or end early',
    forms: [
      asWfs(
        'pages one after the other',
        [page(['a', 'b'], { numberMatched: 3 }), page(['c'])],
        'read',
        'a b c',
      ),
      asWfs(
        'pages that overlap',
        [page(['a', 'b'], { numberMatched: 4 }), page(['b', 'c'])],
        'refused',
        '3 different ones',
      ),
      asWfs('the same page again', [page(['a', 'b']), page(['a', 'b'])], 'refused', 'the same page again'),
      asWfs('fewer than it counts', [page(['a'], { numberMatched: 3 }), page([])], 'refused', look),
      asWfs(
        'features without an id',
        [page([null, null], { numberMatched: 2 })],
        'refused',
        '1 different ones',
      ),
      asOgc('pages one after the other', [page(['a'], next(`${base}?c=1`)), page(['b'])], 'read', 'a b'),
      asOgc(
        'pages in a circle',
        [page(['a'], next(`${base}?c=1`)), page(['b'], next(`${base}?c=1`))],
        'refused',
        'go in a circle',
      ),
      asOgc('no next page, and more are counted', [page(['a'], { numberMatched: 3 })], 'refused', look),
      asOgc('fewer than it says to send', [page(['a'], { numberReturned: 2 })], 'refused', look),
      asOgc('no list of features', [{ title: 'sorry' }], 'refused', look),
      asOData(
        'pages one after the other',
        [{ value: [{ key: 1 }], '@odata.nextLink': `${base}?b` }, { value: [{ key: 2 }] }],
        'read',
        '1 2',
      ),
      asOData(
        'pages in a circle',
        [
          { value: [{ key: 1 }], 'odata.nextLink': `${base}?b` },
          { value: [], 'odata.nextLink': `${base}?a` },
        ],
        'refused',
        'go in a circle',
      ),
      asOData(
        'a link to itself',
        [{ value: [{ key: 1 }], 'odata.nextLink': `${base}?a` }],
        'refused',
        'go in a circle',
      ),
      asOData('no list of rows', [{ error: 'sorry' }], 'refused', look),
    ],
  },
];
