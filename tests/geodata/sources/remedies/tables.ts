import { describe } from 'vitest';
import { readObservations } from '../../../../geodata/sources/observations/observations.ts';
import { describeMapping, readMapping } from '../../../../geodata/sources/table/mapping.ts';
import { readTargetSheet } from '../../../../geodata/sources/table/target-sheet.ts';
import { type Json, observationResource } from '../../../setup/descriptor.ts';
import { indicator, mapping, readText } from '../table/sample.ts';
import { type Changes, change, type Remedy, tryRemedies } from './remedy.ts';

function at<Input>(kind: string, broken: Input, remedy: string, mended: Input): Remedy<Input> {
  return { kind, broken, remedy, mended };
}

describe('a table of a package', () => {
  const field = (name: string, as: string, own: { [key: string]: Json } = {}): Json => ({
    name,
    type: as === 'area' ? 'string' : 'number',
    wijkinformatie: { as, ...own },
  });
  const fields = [field('code', 'area'), field('aantal', 'value', { indicator: 'inwoners' })];
  const resource = observationResource(fields);
  const cp850 = Uint8Array.from(
    [...'code,aantal,naam\nBU01530001,12,Caf\u0082-wijk\n'].map((sign) => sign.charCodeAt(0)),
  );
  const read = (text: string | Uint8Array) =>
    readObservations(resource, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const sound = 'code,aantal\nBU01530001,12\n';
  tryRemedies<string>(
    [
      at('an empty file', ' \n', 'copy or export it again', sound),
      at(
        'a field twice',
        'code,aantal,aantal\nBU01530001,1,1\n',
        'rename or remove one of the two',
        'code,aantal,ander\nBU01530001,1,1\n',
      ),
      at('another field', 'code,antal\nBU01530001,1\n', 'write "antal" if that is what you meant', sound),
      at(
        'an open quote',
        'code,aantal\nBU01530001,"1\n',
        'put quotes around the whole cell',
        'code,aantal\nBU01530001,"1"\n',
      ),
      at(
        'a quote within a cell',
        'code,aantal\nBU01530001,1"2"\n',
        'put quotes around the whole cell',
        'code,aantal\nBU01530001,"12"\n',
      ),
      at(
        'a word',
        'code,aantal\nBU01530001,veel\n',
        'leave the cell empty where there is no figure',
        'code,aantal\nBU01530001,\n',
      ),
      at(
        'a count below zero',
        'code,aantal\nBU01530001,-3\n',
        'correct it, or leave the cell empty',
        'code,aantal\nBU01530001,\n',
      ),
      at('a row twice', 'code,aantal\nBU01530001,1\nBU01530001,2\n', 'remove one of the two rows', sound),
      at('the code of a municipality', 'code,aantal\nGM0153,1\n', 'correct the code', sound),
      at('no code', 'code,aantal\n,1\n', 'write a code such as "BU01530001"', sound),
      at(
        'a rounded code',
        'code,aantal\n1.53E+06,1\n',
        'give the column the form of text, and export it again',
        'code,aantal\n01530000,1\n',
      ),
    ],
    read,
  );
  const withSet = { ...resource, encoding: 'cp850' };
  tryRemedies<typeof resource>(
    [
      at(
        'CP850 without a word',
        resource,
        'say in the descriptor which "encoding" it has, such as "cp850"',
        withSet,
      ),
      at(
        'an encoding that nobody knows',
        { ...resource, encoding: 'utf-9' },
        'declare "utf-8" or "windows-1252"',
        { ...resource, encoding: 'windows-1252' },
      ),
    ],
    (own) => readObservations(own, cp850),
  );
});

describe('targets', () => {
  const knowledge = {
    municipalities: [
      { code: 'GM0153', name: 'Enschede' },
      { code: 'GM0373', name: 'Bergen (NH.)' },
      { code: 'GM0893', name: 'Bergen (L.)' },
    ],
    indicators: [
      indicator('misdrijven', { name: { nl: 'Misdrijven', en: 'Crimes' } }),
      indicator('cohesie', { name: { nl: 'Cohesie', en: 'Cohesion' }, kind: 'score', decimals: 1 }),
      indicator('samenhang', { name: { nl: 'Samenhang', en: 'Cohesion' }, kind: 'score', decimals: 1 }),
    ],
  };
  const head = 'gemeente;indicator;jaar;streefwaarde;bron;adres\n';
  const row = (...cells: string[]) => `${head}${cells.join(';')}\n`;
  const sound = row('Enschede', 'misdrijven', '2026', '5', 'Plan', '');
  tryRemedies<string>(
    [
      at(
        'no column of targets',
        'gemeente;indicator\nEnschede;x\n',
        'give it the headings "gemeente", "indicator", "jaar", "streefwaarde", "bron"',
        sound,
      ),
      at(
        'a column twice',
        sound.replace('bron', 'bron;source').replace('Plan', 'Plan;Plan'),
        'rename or remove one of the two columns',
        sound,
      ),
      at('no row', head, 'write one a row', sound),
      at('no municipality', row('', 'misdrijven', '2026', '5', 'Plan', ''), 'write its name or code', sound),
      at(
        'a name that several have',
        row('Bergen', 'misdrijven', '2026', '5', 'Plan', ''),
        'write "GM0373" (Bergen (NH.)) or "GM0893" (Bergen (L.))',
        row('GM0893', 'misdrijven', '2026', '5', 'Plan', ''),
      ),
      at(
        'a mistyped municipality',
        row('Enschedde', 'misdrijven', '2026', '5', 'Plan', ''),
        'write "Enschede" if that is what you meant',
        sound,
      ),
      at(
        'a mistyped indicator',
        row('Enschede', 'misdrijve', '2026', '5', 'Plan', ''),
        'write "misdrijven" if that is what you meant',
        sound,
      ),
      at(
        'a name of two indicators',
        row('Enschede', 'Cohesion', '2026', '5', 'Plan', ''),
        'write the key of one: cohesie, samenhang',
        row('Enschede', 'samenhang', '2026', '5', 'Plan', ''),
      ),
      at('no year', row('Enschede', 'misdrijven', '26', '5', 'Plan', ''), 'in four digits', sound),
      at(
        'no number',
        row('Enschede', 'misdrijven', '2026', 'laag', 'Plan', ''),
        'write the figure to reach',
        sound,
      ),
      at(
        'no source',
        row('Enschede', 'misdrijven', '2026', '5', '', ''),
        'write the plan or decision that sets it',
        sound,
      ),
      at(
        'no address',
        row('Enschede', 'misdrijven', '2026', '5', 'Plan', 'plan.pdf'),
        'write it with https://, or leave it out',
        row('Enschede', 'misdrijven', '2026', '5', 'Plan', 'https://www.example.nl/plan.pdf'),
      ),
      at('a target twice', `${sound}${sound.slice(head.length)}`, 'remove one of the two', sound),
    ],
    async (text) => readTargetSheet(await readText(text, 'doelen.csv'), knowledge),
  );
});

describe('a mapping', () => {
  const key = (path: string, wrong: Json | undefined, remedy: string, right: Json | undefined) =>
    at<Changes>(`${path} ${JSON.stringify(wrong)}`, [[path, wrong]], remedy, [[path, right]]);
  tryRemedies<Changes>(
    [
      key('area.municipality', '153', 'write "GM0153" if that is meant', 'GM0153'),
      key('area.level', 'wijk', 'use one of', 'district'),
      key('area.municipalityColumn', 'Gemeente', 'remove one of the two', undefined),
      key('period.fixed', '2024', 'remove one of the two', undefined),
      key(
        'period',
        { fixed: '24' },
        'write "2024", "2024-Q1", "2024-03", "2024-W12", or "2021..2023" for an average over these years',
        { fixed: '2024' },
      ),
      key('period', { title: 'Meldingen' }, 'write {period} once, in its place', {
        title: 'Meldingen {period}',
      }),
      key('figures', [{ column: '{period} {period}', indicator: 'meldingen' }], 'write it once', [
        { column: 'Aantal', indicator: 'meldingen' },
      ]),
      key('figures.0.times', 0, 'write 100 or 1000, without quotes', 100),
      key('source.url', 'enschede.nl', 'write https://…, or leave it out', 'https://www.enschede.nl'),
      key(
        'areas',
        { x: '? BU01530001 (Centrum)' },
        'write the code of the area, or null to leave its rows out',
        { x: null },
      ),
      key('areas', { x: 'Centrum' }, 'write a code such as "BU01530001", or null', { x: 'BU01530000' }),
      key('words', { veel: 'onbekend' }, 'use one of', { veel: 'missing' }),
    ],
    (changes) => {
      const own = JSON.parse(JSON.stringify(describeMapping(mapping)));
      return readMapping(new TextEncoder().encode(JSON.stringify(change(own, changes))), 'm.json');
    },
  );
});
