import { expect, test } from 'vitest';
import { writeCell } from '../../../api/figures/figure-text.ts';
import { describeAbsence, describeStanding } from '../../../geodata/status-words.ts';
import { isRemarked, nameAbsence, nameStatus } from '../../../viewer/parts/status-text.ts';

const share = {
  kind: 'share',
  unit: '%',
  aggregate: 'none',
  derive: null,
  smallestDenominator: null,
} as const;
const asked = { ...share, survey: 'veiligheid' };

test('what is hidden for few answers, or protects such a figure, is not called secret', () => {
  expect(nameStatus('suppressed', asked, 'few-answers')).toBe('verborgen: te weinig antwoorden');
  expect(nameStatus('suppressed', asked, 'secondary')).toBe('verborgen: beschermt een ander cijfer');
  expect(nameStatus('suppressed', share, 'secondary')).toBe('geheim: beschermt een ander cijfer');
  expect(nameStatus('suppressed', asked)).toBe('geheim');
  const hidden = new Map([['few-answers', 2] as const]);
  expect(nameAbsence('suppressed', asked, hidden)).toBe('verborgen');
  expect(nameAbsence('missing', asked, hidden)).toBe(nameStatus('missing', asked));
});

test('an indicative figure says so, beside its status where that is not final', () => {
  expect(nameStatus('final', asked, 'indicative')).toBe('indicatief');
  expect(nameStatus('provisional', asked, 'indicative')).toBe('voorlopig, indicatief');
  expect(isRemarked({ status: 'final', reason: 'indicative' })).toBe(true);
  expect(isRemarked({ status: 'final', reason: null })).toBe(false);
});

test('pages without scripts say the same', () => {
  expect(describeStanding({ status: 'suppressed', note: { suppressed: 'few-answers' } }, 'nl')).toBe(
    'verborgen: te weinig antwoorden',
  );
  expect(describeStanding({ status: 'suppressed', reason: 'secondary', isOfSurvey: true }, 'nl')).toBe(
    nameStatus('suppressed', asked, 'secondary'),
  );
  const protecting = { status: 'suppressed', note: { suppressed: 'secondary' } } as const;
  const written = { name: { nl: 'Onveilig', en: 'Unsafe' }, unit: '%', decimals: 1, survey: 'veiligheid' };
  expect(writeCell({ value: null, ...protecting }, written, 'en')).toBe('hidden: protects another figure');
  expect(writeCell({ value: null, ...protecting }, { ...written, survey: null }, 'en')).toBe('suppressed');
  expect(describeStanding({ status: 'final', note: { isIndicative: true } }, 'en')).toBe('indicative');
  expect(describeStanding({ status: 'estimated', reason: 'indicative' }, 'nl')).toBe('geschat, indicatief');
  expect(describeStanding({ status: 'final' }, 'nl')).toBeNull();
  const hidden = new Map([['few-answers', 2] as const]);
  for (const absence of ['suppressed', 'missing'] as const)
    for (const reasons of [hidden, new Map()])
      expect(describeAbsence(absence, new Set(reasons.keys()), 'nl')).toBe(
        nameAbsence(absence, asked, reasons),
      );
});
