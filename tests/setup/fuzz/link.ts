import fc from 'fast-check';
import { encode, part, value } from './value.ts';

/** Links as the product writes them, of every kind of view. */
const links = [
  'indicator=misdrijven&level=neighbourhood&period=2024&boundaries=2024',
  'indicator=misdrijven&change=2023:absolute&colours=blue-orange&classes=jenks:5',
  'indicator=misdrijven/inbraak&deviation=relative&reference=GM9001&area=BU90010000&selection=BU90010000,BU90020001',
  'panels=2&indicator=misdrijven&period2=2023&shows2=clusters&active=1&scale=period',
  'panels=4&indicator=misdrijven&level4=municipality&divider=0.4&pair=meldingen&brush=1:3..9',
  'panels=swipe&indicator=overlast&indicator2=tevredenheid&map=9.5/52.1/6.4',
  'page=connections&indicator=misdrijven&other=meldingen&correlation=spearman&weighting=inhabitants',
  'page=report&report=area&area=GM9001&lang=en',
  'page=policy&see-as=police',
  'carry=2021&indicator=inwoners&base=on&fill=0.70&tab=table',
  'frozen=abcd2345&indicator=misdrijven',
  'follow=abcd23',
  'slides=1.eJyrVkrLz1eyUkpKLFKqBQAhcgQp&slide=2',
  'page=questionnaires&round=proef-2026',
  'classes=own:1,2,3,4&scheme=viridis&q=buurt&contribution=6',
];

/** What programs that pass a link on, and hands, do to it. */
const mangle: readonly ((link: string) => string)[] = [
  (link) => link,
  (link) => encodeURIComponent(link),
  (link) => encodeURIComponent(encodeURIComponent(link)),
  (link) => link.replaceAll('&', '&amp;'),
  (link) => `url=https%3A%2F%2Fa.nl%2F%3F${encodeURIComponent(link)}`,
  (link) => link.toUpperCase(),
  (link) => link.split('').reverse().join(''),
  (link) => link.slice(0, Math.floor(link.length / 2)),
  (link) => `${link}&${link}`,
  (link) => Array.from({ length: 60 }, () => link).join('&'),
  (link) => link.replaceAll('=', '=='),
];

/** The query of a link of which some values are others, put through what may happen to it on its way. */
export const drawLink: fc.Arbitrary<string> = fc
  .record({
    link: fc.constantFrom(...links),
    changed: fc.array(fc.tuple(fc.nat(), part), { maxLength: 3 }),
    way: fc.constantFrom(...mangle),
    added: fc.array(fc.tuple(value.map(encode), part), { maxLength: 2 }),
  })
  .map(({ link, changed, way, added }) => {
    const pairs = link.split('&').map((pair) => pair.split('='));
    for (const [place, text] of changed) {
      const pair = pairs[place % pairs.length];
      if (pair) pair[1] = text;
    }
    return way([...pairs, ...added].map((pair) => pair.join('=')).join('&')).replaceAll(/[\s#]/g, '');
  });
