import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { LetterText } from '../../../api/questionnaires/letters/letter.ts';
import { writeLetters } from '../../../api/questionnaires/letters/letters.ts';
import { letterLanguages } from '../../../api/questionnaires/letters/words.ts';
import { formatCode, makeCode } from '../../../geodata/sampling/code.ts';

const text: LetterText = {
  name: { nl: 'Veiligheid in uw buurt', tr: 'Mahallenizde güvenlik', ar: 'الأمان في حيّك' },
  closesOn: '2026-12-20',
  ageFrom: 15,
  address: 'https://wijk.example.nl',
  language: null,
  sender: 'Gemeente Enschede',
  contact: 'Bel 053 000 00 00',
  isReminder: false,
};

async function readPages(bytes: Uint8Array): Promise<string[]> {
  const { text: pages } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return pages.map((page) => page.replace(/\s+/g, ' '));
}

describe('letters', () => {
  test('one A4 for each code, in their order, with what whoever gets it has to know', async () => {
    const codes = [makeCode(), makeCode(), makeCode()];
    const bytes = await writeLetters(codes, text);
    const pages = await readPages(bytes.slice());
    expect(pages).toHaveLength(3);
    for (const [place, page] of pages.entries()) {
      for (const [other, code] of codes.entries())
        expect(page.includes(formatCode(code))).toBe(place === other);
      for (const part of [
        'Gemeente Enschede',
        'Veiligheid in uw buurt',
        'vanaf 15 jaar',
        'wijk.example.nl/vragenlijst',
      ])
        expect(page).toContain(part);
      expect(page).toContain('tot en met 20 december 2026');
      expect(page).toContain('Bel 053 000 00 00');
    }
    const first = await (await getDocumentProxy(bytes.slice())).getPage(1);
    expect(first.getViewport({ scale: 1 }).width).toBeCloseTo(595.28);
  });

  test('the second language stands on the same page, with its own letters', async () => {
    const [turkish = ''] = await readPages(await writeLetters([makeCode()], { ...text, language: 'tr' }));
    expect(turkish).toContain('araştırmasına katılmak üzere kura ile seçildiniz');
    expect(turkish).toContain('Mahallenizde güvenlik');
    for (const language of letterLanguages)
      expect(await readPages(await writeLetters([makeCode()], { ...text, language }))).toHaveLength(1);
  });

  test('a reminder says that it is one', async () => {
    const [page = ''] = await readPages(await writeLetters([makeCode()], { ...text, isReminder: true }));
    expect(page).toContain('is nog niet gebruikt');
    expect(page).not.toContain('door loting');
  });
});
