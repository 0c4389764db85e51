import { describe, expect, test } from 'vitest';
import { restoreAddress } from '../../../geodata/link/mending.ts';
import { parseView } from '../../../geodata/link/view.ts';

const link =
  '?indicator=misdrijven/1.1.1&period=2024-Q1&level=district&change=2021.absolute&area=WK015301&brush=1:10..';
const whole = parseView(link);

/** A query as programs leave it, by what they did. */
const mangled: Readonly<Record<string, string>> = {
  'written for HTML': link.replaceAll('&', '&amp;'),
  'written for HTML twice': link.replaceAll('&', '&amp;amp;'),
  'written for HTML by number': link.replaceAll('&', '&#38;'),
  'with names that begin with amp;': `${link.split('&')[0]}&${link
    .split('&')
    .slice(1)
    .map((each) => `amp;${each}`)
    .join('&')}`,
  'encoded as a whole': `?${encodeURIComponent(link.slice(1))}`,
  'encoded as a whole, twice': `?${encodeURIComponent(encodeURIComponent(link.slice(1)))}`,
  'with encoded signs of equality': link.replaceAll('=', '%3D'),
  'with one encoded sign of equality': link.replace('period=', 'period%3d'),
  'with values encoded twice': link.replace('/', '%252F').replace(':', '%253A'),
  'with a second question mark': `?${link}`,
  'in small letters': link.toLowerCase(),
  'in capitals': link.toUpperCase(),
  'with names in capitals': link.replace('indicator', 'Indicator').replace('period', 'PERIOD'),
  'with a bracket': `${link})`,
  'with an encoded bracket': `${link}%5D`,
  'with a point': `${link}.`,
  'with a comma': `${link},`,
  'with a bracket and a point': `${link}).`,
  'with a quotation mark': `${link}”`,
  'with a blank': `${link} `,
  'with an encoded blank': `${link}%20`,
  'with a plus for a blank': `${link}+`,
  'broken over two lines': link.replace('misdrijven', 'misdr%0D%0A%20ijven'),
  'with a soft hyphen and a joiner': link.replace('misdrijven', 'misdrij%C2%ADven%E2%80%8B'),
  'as quoted-printable mail': link.replaceAll('=', '=3D'),
  'with campaigns': `${link}&utm_source=nieuwsbrief&utm_medium=email&fbclid=abc&gclid=1&mc_cid=2&mc_eid=3&mtm_campaign=4&msclkid=5`,
  'with campaigns in capitals': `?UTM_SOURCE=x&${link.slice(1)}&FBCLID=y`,
  'with the remains of a safe link': `${link}&data=05%7C02&sdata=abc%3D&reserved=0`,
  'with doubled signs between': link.replaceAll('&', '&&'),
  'within what HTML writes for angle brackets': `${link}&gt;`,
  'with a blank of HTML': `${link}&nbsp;`,
  'with a bracket of HTML by number': `${link}&#62;`,
  'with the angle bracket that closed it': `${link}>`,
  'broken by quoted-printable mail': link.replace('misdrijven', 'misdr=%0D%0Aijven'),
  'as the address within a safe link': `?url=${encodeURIComponent(`https://wijk.example.nl/${link}`)}&data=05%7C02&sdata=abc%3D&reserved=0`,
  'as the address within a safe link whose data stand first': `?data=eyJhbGciOiJIUzI1NiJ9%7C02&url=${encodeURIComponent(`https://wijk.example.nl/${link}`)}&reserved=0`,
  'as the address within a safe link written for HTML': `?data=05%7C02&amp;url=${encodeURIComponent(`https://wijk.example.nl/${link}`)}&amp;reserved=0`,
  'as the address that a search engine leads to': `?q=${encodeURIComponent(`https://wijk.example.nl/${link}`)}&sa=D&source=editors&ust=1&usg=x`,
  'written for HTML, then encoded': link.replaceAll('&', '%26amp%3B'),
  'with encoded ampersands': link.replaceAll('&', '%26'),
  'with one encoded ampersand': link.replace('&level', '%26level'),
  'with signs of equality written for HTML': link.replaceAll('=', '&#61;').replace('&#61;', '&equals;'),
  'written for JSON': link.replaceAll('&', '\\u0026').replaceAll('=', '\\u003d'),
  'with a name broken by quoted-printable mail': link.replace('level', 'lev=%0D%0Ael'),
  'as quoted-printable mail that is broken too': link
    .replaceAll('=', '=3D')
    .replace('misdrijven', 'misdri=%0D%0Ajven'),
  'broken within a name by a chat program': link.replace('level', 'lev%0Ael'),
  'between quotation marks': `?%E2%80%9C${link.slice(1)}%E2%80%9D`,
  'between German quotation marks': `?„${link.slice(1)}“`,
  'with a guillemet': `${link}%C2%BB`,
  'in bold': `?**${link.slice(1)}**`,
  'with marks of another markup': link.replace('indicator=', 'indicator\\='),
  'with the words that a chat program hangs on it': `?<${link.slice(1)}|kaart>`,
  'with a place in the page': `${link}%23:~:text=Kaart`,
  'with a byte order mark': `?%EF%BB%BF${link.slice(1)}%EF%BB%BF`,
  'with the dashes of a word processor': link.replace('2024-Q1', '2024%E2%80%93Q1'),
  'with the ellipsis of a word processor': link.replace('10..', '10%E2%80%A6'),
  'with encoded ampersands in small letters': `?${encodeURIComponent(link.slice(1)).replace(/%../g, (code) => code.toLowerCase())}`,
  'with the marks of a social network': `${link}&igsh=x&trk=y&_ga=1&_gl=2`,
  'as the address within a safe link, encoded twice': `?url=${encodeURIComponent(encodeURIComponent(`https://wijk.example.nl/${link}`))}&reserved=0`,
};

describe('a link as mail and chat programs leave it opens to the same view without a word', () => {
  test.each(Object.entries(mangled))('%s', (_what, search) => {
    expect(parseView(search)).toEqual(whole);
  });

  test('the link itself says what it says', () => {
    expect(whole.problems).toEqual([]);
    expect(whole.view.panels?.[0]).toMatchObject({ indicator: 'misdrijven/1.1.1', period: '2024-Q1' });
    expect(whole.view.brush).toEqual({ panel: 0, of: { from: 10, to: null } });
  });

  test.each(['indicator', 'pair', 'area', 'period', 'level', 'lang', 'scale'])(
    'the last parameter loses what closed the sentence: %s',
    (name) => {
      const values = {
        indicator: 'inwoners',
        pair: 'inwoners',
        area: 'GM0153',
        period: '2024',
        level: 'district',
        lang: 'en',
        scale: 'period',
      };
      const value = values[name as keyof typeof values];
      for (const end of ['.', ',', ')', '].', '>', '!', '?', '…'])
        expect(parseView(`?${name}=${value}${end}`)).toEqual(parseView(`?${name}=${value}`));
    },
  );

  test('what truly cannot be restored is still said', () => {
    expect(parseView('?period=2024-13&amp;level=street&amp;nonsense=1').problems).toEqual([
      { parameter: 'period', value: '2024-13', reason: 'malformed' },
      { parameter: 'level', value: 'street', reason: 'malformed' },
      { parameter: 'nonsense', value: '1', reason: 'unknown' },
    ]);
    expect(parseView('?period=2023&amp;period=2024').problems).toEqual([
      { parameter: 'period', value: '2024', reason: 'repeated' },
    ]);
  });

  test('nothing that cannot be decoded stops it', () => {
    for (const search of ['?%', '?%E0%A4%A=1', '?=', '?&&&', '?%253D%25', '?a=%zz'])
      expect(() => parseView(search)).not.toThrow();
  });
});

test('a path that swallowed the query, or the end of a sentence, is the page', () => {
  expect(restoreAddress('/%3Fperiod=2024&level=district')).toBe('/?period=2024&level=district');
  expect(restoreAddress('/%253Fperiod%253D2024')).toBe('/?period=2024');
  for (const path of ['/.', '/%3C', '/(', '/)', '/).', '/%5D', '/%E2%80%9D', '/%20'])
    expect(restoreAddress(path)).toBe('/');
  // No sign of control may stand in an address.
  for (const sign of ['%0d%0a', '%00', '%7F', '%1B', '%250d%250a'])
    expect(restoreAddress(`/%3Fperiod=2024${sign}`)).toBe('/?period=2024');
  for (const path of ['/', '//', '/api/catalog', '/assets/page.js', '/nowhere', '/%ZZ'])
    expect(restoreAddress(path)).toBeNull();
});
