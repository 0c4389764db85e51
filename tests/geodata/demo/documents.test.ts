import { expect, test } from 'vitest';
import { judgeDocument } from '../../../api/contributions/documents/judging.ts';
import { demonstrationDocuments } from '../../../geodata/demo/documents.ts';
import { writePdf } from '../../../geodata/demo/pdf.ts';

const joinWords = (text: string) => text.replace(/\s+/g, ' ');

test.each(demonstrationDocuments.map((one) => [one.title, one] as const))(
  '“%s” is a PDF that is taken, says what it says, and that it is made up',
  async (_, document) => {
    const { type, text } = await judgeDocument(Buffer.from(writePdf(document)), 100_000);
    expect(type).toBe('application/pdf');
    for (const words of [document.title, ...document.paragraphs, 'Dit document is verzonnen.'])
      expect(joinWords(text)).toContain(words);
  },
);

test('one that is longer than a page has several, each with its own lines', async () => {
  const paragraphs = Array.from({ length: 120 }, (_, index) => `Regel ${index} (met haakjes) \\ en “tekens”`);
  const file = writePdf({ title: 'Lang', lang: 'nl', paragraphs });
  expect(Buffer.from(file).toString('latin1')).toContain('/Count 6');
  const { text } = await judgeDocument(Buffer.from(file), 100_000);
  for (const words of paragraphs) expect(joinWords(text)).toContain(words);
  expect(() => writePdf({ title: 'Ł', lang: 'pl', paragraphs: [] })).toThrow('cannot hold “Ł”');
});
