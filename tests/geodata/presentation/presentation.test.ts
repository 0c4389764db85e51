import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notShown } from '../../../geodata/link/named.ts';
import { formatFor, listNamed } from '../../../geodata/link/short-link.ts';
import { defaultPanel, defaultView, parseView } from '../../../geodata/link/view.ts';
import { packPresentation, unpackPresentation } from '../../../geodata/presentation/packing.ts';
import {
  longestPacked,
  moveSlide,
  presentationLimits,
  readSlideView,
  type Slide,
  writeSlideAddress,
} from '../../../geodata/presentation/presentation.ts';
import { isRestricted, listShownBy, restrictSlide } from '../../../geodata/presentation/restriction.ts';

const slideOf = (address: string, title = 'Titel'): Slide => ({
  address,
  title,
  sentence: 'Een zin.',
  notes: 'Zeg dit.',
});

const text = (longest: number) =>
  fc.string({ unit: 'grapheme', maxLength: longest }).filter((each) => !/\p{Cc}|\p{Cs}/u.test(each));
const slide = fc.record({
  address: fc.constantFrom('', '?period=2024', '?indicator=misdrijven&level=district&map=9.5/52.22/6.89'),
  title: text(30),
  sentence: text(60),
  notes: text(60),
});

test('what a link holds is what was put in it', () => {
  fc.assert(
    fc.property(text(40), fc.array(slide, { minLength: 1, maxLength: 12 }), (title, slides) => {
      const packed = packPresentation({ title, slides });
      expect(packed).toMatch(/^[\w-]+$/);
      expect(unpackPresentation(packed)).toEqual({ title, slides });
    }),
  );
});

test('six views with a sentence each fit in a link', () => {
  const slides = Array.from({ length: 6 }, (_, index) => ({
    address: `?indicator=misdrijven-per-1000&period=${2019 + index}&level=neighbourhood&area=BU0153000${index}&map=11.2/52.22${index}/6.89`,
    title: `Geregistreerde misdrijven per 1.000 inwoners, ${2019 + index}, buurten`,
    sentence: `In deze buurt waren er ${100 - index * 7} misdrijven, minder dan het jaar ervoor; de politie vraagt wat er anders ging.`,
    notes: '',
  }));
  expect(packPresentation({ title: 'Gebiedsoverleg Enschede', slides }).length).toBeLessThan(
    longestPacked / 2,
  );
});

test.each([
  '',
  'abc',
  'a'.repeat(3000),
  packPresentation({ title: 'Zonder', slides: [] }),
  packPresentation({ title: 'Elders', slides: [slideOf('?nonsense=1')] }),
  packPresentation({ title: 'Elders', slides: [slideOf('https://elders.example.nl/')] }),
  packPresentation({ title: 'x'.repeat(presentationLimits.title + 1), slides: [slideOf('')] }),
  packPresentation({ title: 'regel\neinde', slides: [slideOf('')] }),
  packPresentation({ title: 'veel', slides: Array.from({ length: 61 }, () => slideOf('')) }),
  packPresentation({ title: 'lang', slides: [{ ...slideOf(''), notes: 'x'.repeat(2001) }] }),
])('what is no presentation is none (%#)', (packed) => {
  expect(unpackPresentation(packed)).toBeNull();
});

test('text that unpacks to a thousand times its length is none', () => {
  const bomb = packPresentation({ title: 't', slides: [{ ...slideOf(''), notes: ' '.repeat(1_000_000) }] });
  expect(bomb.length).toBeLessThan(longestPacked);
  expect(unpackPresentation(bomb)).toBeNull();
});

test('a slide shows a view by itself, in whatever language and as whomever it was kept', () => {
  const view = {
    ...defaultView,
    panels: [{ ...defaultPanel, indicator: 'misdrijven' }],
    language: 'en' as const,
    seeAs: 'police' as const,
    slides: 'abc',
    slide: 2,
    follow: 'abcdef',
  };
  expect(writeSlideAddress(view)).toBe('?indicator=misdrijven');
  expect(readSlideView('?indicator=misdrijven&slide=3&follow=abcdef')).toMatchObject({
    slide: null,
    follow: null,
  });
  expect(readSlideView('?level=street')).toBeNull();
});

test('slides move by one place, and not beyond the ends', () => {
  const slides = ['a', 'b', 'c'].map((title) => slideOf('', title));
  const order = (all: readonly Slide[]) => all.map(({ title }) => title).join('');
  expect(order(moveSlide(slides, 0, 1))).toBe('bac');
  expect(order(moveSlide(slides, 2, -1))).toBe('acb');
  expect(moveSlide(slides, 0, -1)).toBe(slides);
  expect(moveSlide(slides, 2, 1)).toBe(slides);
});

const meldingen = { address: 'meldingen', level: defaultView.panels[0]?.level ?? 'neighbourhood' } as const;

test('of a slide whose figures are not for who is told, nothing is said but that it is there', () => {
  const slides = [
    slideOf('?indicator=misdrijven'),
    slideOf('?indicator=misdrijven&pair=meldingen', 'Meldingen'),
  ];
  const addresses = listShownBy(slides).map(({ address }) => address);
  expect(new Set(addresses)).toEqual(new Set(['misdrijven', 'meldingen']));
  const told = slides.map((each) => restrictSlide(each, [meldingen]));
  expect(told).toEqual([
    slides[0],
    { address: `?indicator=misdrijven&pair=${notShown}`, title: '', sentence: '', notes: '' },
  ]);
  expect(told.map(isRestricted)).toEqual([false, true]);
});

test('a short link to a presentation that it holds counts what is not shown and does not name it', () => {
  const slides = packPresentation({
    title: 'Overleg',
    slides: [slideOf('?indicator=misdrijven'), slideOf('?indicator=meldingen', 'Meldingen')],
  });
  const view = { ...defaultView, page: 'presentation' as const, slides };
  expect(listNamed(view).map(({ address }) => address)).toEqual(
    expect.arrayContaining(['misdrijven', 'meldingen']),
  );
  const { view: told } = parseView(formatFor(view, [meldingen]));
  expect(unpackPresentation(told.slides ?? '')?.slides.map(({ address, title }) => [address, title])).toEqual(
    [
      ['?indicator=misdrijven', 'Titel'],
      [`?indicator=${notShown}`, ''],
    ],
  );
  expect(formatFor(view, [])).toContain(slides);
});
