import { InputError } from '../../problem.ts';
import { readAreaCode } from '../area-code.ts';
import type { LiveRegion } from './source.ts';

/** The fourteen municipalities of Twente, after CBS's municipal codes. */
const twente: LiveRegion = {
  key: 'twente',
  name: { nl: 'Twente', en: 'Twente' },
  municipalities: [
    'GM0141',
    'GM0147',
    'GM1774',
    'GM0153',
    'GM0158',
    'GM0163',
    'GM0164',
    'GM1735',
    'GM0168',
    'GM0173',
    'GM1742',
    'GM0183',
    'GM1700',
    'GM0189',
  ],
};
const country: LiveRegion = {
  key: 'nederland',
  name: { nl: 'Nederland', en: 'The Netherlands' },
  municipalities: null,
};

/**
 * Reads which areas are asked for: `twente`, `nederland` or a list of municipalities; without a word the region that is
 * held, or else Twente. Some of the held region's municipalities are still that region. Throws InputError.
 */
export function readRegion(text: string | null, held: LiveRegion | null): LiveRegion {
  if (text === null) return held ?? twente;
  const asked = [twente, country].find(({ key }) => key === text.toLowerCase()) ?? readList(text);
  if (!held || held.key === asked.key) return asked;
  const codes = held.municipalities ?? [];
  if (asked.municipalities?.every((code) => codes.includes(code)))
    return { ...held, municipalities: asked.municipalities };
  throw new InputError({
    file: '--region',
    message: `"${text}" reaches beyond the region "${held.key}" that the database holds`,
    remedy: 'give this region a database of its own (DATA_DIR or DATABASE_URL)',
  });
}

function readList(text: string): LiveRegion {
  const words = text.split(',').filter((word) => word.trim());
  const codes = [...new Set(words.map((word) => readAreaCode(word, 'municipality', '--region', text)))];
  if (!codes.length)
    throw new InputError({
      file: '--region',
      message: 'it names no municipality',
      remedy: 'write twente, nederland, or codes such as GM0153,GM0141',
    });
  const name = codes.join(', ');
  return { key: codes.join('-').toLowerCase(), name: { nl: name, en: name }, municipalities: codes };
}
