import { zipSync } from 'fflate';
import { describe } from 'vitest';
import { readPostcodes } from '../../../../geodata/sources/cbs/postcodes.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

const header = 'PC6,Huisnummer,Buurt2024,Wijk2024,Gemeente2024';
const row = '7511AB,1,1530000,15300,153';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const whole = bytesOf(`${header}\n${row}\n`);
const zipped = zipSync({ 'pc6hnr20240801_gwb.csv': whole });
const anew = 'download the file anew: this one was changed or broke off';
const asDownloaded = 'give the zip of CBS as it was downloaded, such as 2024-cbs-pc6huisnr20240801_buurt.zip';

const remedies: readonly Remedy<Uint8Array>[] = [
  { kind: 'a row that breaks off', broken: bytesOf(`${header}\n7511AB,1,15`), remedy: anew, mended: whole },
  {
    kind: 'a postcode that is none',
    broken: bytesOf(`${header}\n7511A,1,1530000,15300,153`),
    remedy: anew,
    mended: whole,
  },
  {
    kind: 'a zip of something else',
    broken: zipSync({ 'a.csv': bytesOf('a,b\n1,2') }),
    remedy: asDownloaded,
    mended: zipped,
  },
  {
    kind: 'two tables of addresses',
    broken: zipSync({ 'a.csv': whole, 'b.csv': whole }),
    remedy: 'give one of the two itself',
    mended: whole,
  },
  { kind: 'a zip that is cut off', broken: zipped.subarray(0, 60), remedy: asDownloaded, mended: zipped },
  {
    kind: 'a table without neighbourhoods',
    broken: bytesOf('PC6,Huisnummer,Gemeente2024\n7511AB,1,153'),
    remedy: asDownloaded,
    mended: zipped,
  },
];

describe('a table of postcodes', () => {
  tryRemedies(remedies, (bytes) => readPostcodes(bytes, 'adressen', new Set(['GM0153'])));
});
