import { describe, expect, test } from 'vitest';
import { notShown } from '../../../geodata/link/named.ts';
import { formatFor, isLinkId, listNamed, restoreLinkId } from '../../../geodata/link/short-link.ts';
import { defaultView, parseView } from '../../../geodata/link/view.ts';

const id = 'k7m2xw9p';

/** The path of a short link as programs leave it, by what they did. */
const mangled: Readonly<Record<string, string>> = {
  'as it is': `/s/${id}`,
  'in capitals': `/S/${id.toUpperCase()}`,
  'with a slash behind it': `/s/${id}/`,
  'with two slashes': `//s//${id}`,
  'with a point': `/s/${id}.`,
  'with a bracket and a point': `/s/${id}).`,
  'with a comma': `/s/${id},`,
  'with a question mark that is encoded': `/s/${id}%3Futm_source=mail`,
  'with a quotation mark': `/s/${id}”`,
  'with an encoded quotation mark': `/s/${id}%E2%80%9D`,
  'within angle brackets': `/s/%3C${id}%3E`,
  'within square brackets': `/s/[${id}]`,
  'with what HTML writes for a bracket': `/s/${id}&gt;`,
  'with an encoded blank': `/s/${id}%20`,
  'with a blank before it': `/s/%20${id}`,
  'with a blank that does not break': `/s/${id}%C2%A0`,
  'broken over two lines': `/s/${id.slice(0, 4)}%0D%0A${id.slice(4)}`,
  'broken by quoted-printable mail': `/s/${id.slice(0, 5)}=%0D%0A${id.slice(5)}`,
  'with the rest of a sign of equality': `/s/3D${id}`,
  'with that and the sign': `/s/3D=${id}`,
  'with a hundred slashes': `${'/'.repeat(100)}s${'/'.repeat(100)}${id}`,
  'with a soft hyphen and a joiner': `/s/${id.slice(0, 3)}%C2%AD${id.slice(3)}%E2%80%8B`,
  'encoded as a whole': `/s%2F${id}`,
  'encoded twice': `/s%252F${id}%252E`,
  'with campaigns': `/s/${id}&utm_source=mail&fbclid=abc`,
  'with campaigns for HTML': `/s/${id}&amp;utm_source=mail`,
  'with the remains of a safe link': `/s/${id}&data=05%7C02&sdata=abc%3D&reserved=0`,
  'with the address in front once more': `/https://wijk.example.nl/s/${id}`,
  'with stars for bold letters': `/s/**${id}**`,
};

describe('the name of a short link as mail and chat programs leave it', () => {
  test.each(Object.entries(mangled))('%s', (_what, path) => {
    expect(restoreLinkId(path)).toBe(id);
  });

  test('what is no name is none', () => {
    for (const path of [
      `/api/s/${id}`,
      `/ogc/s/${id}`,
      `/areas/s/${id}`,
      '/s/',
      '/s/short',
      `/s/${id}a`,
      '/s/k7m2xw9O0',
      '/assets/page.js',
      '/s/%ZZ',
      '/',
    ])
      expect(restoreLinkId(path)).toBeNull();
    expect(isLinkId('k7m2xwl1')).toBe(false);
  });
});

test('what whoever opens a link may not know of is counted, and not named', () => {
  const { view } = parseView('?panels=2&indicator=inwoners&indicator2=meldingen&pair=zeden&area=GM0153');
  const whole = { ...defaultView, ...view };
  const level = 'municipality';
  const [inwoners, meldingen, zeden] = ['inwoners', 'meldingen', 'zeden'].map(
    (address) => ({ address, level: whole.panels[0]?.level ?? level }) as const,
  );
  const named = listNamed(whole);
  expect(new Set(named.map(({ address }) => address))).toEqual(new Set(['inwoners', 'zeden', 'meldingen']));
  if (!inwoners || !meldingen || !zeden) throw new Error('three are named');
  const told = formatFor(whole, [meldingen, zeden]);
  expect(told).not.toMatch(/meldingen|zeden/);
  expect(parseView(told).view.panels?.map(({ indicator }) => indicator)).toEqual(['inwoners', notShown]);
  expect(listNamed({ ...defaultView, ...parseView(told).view })).toEqual([inwoners]);
  // Another level of the same is another matter.
  expect(formatFor(whole, [{ ...meldingen, level: 'country' as never }])).toContain('meldingen');
});
