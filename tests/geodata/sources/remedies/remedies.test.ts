import { expect, test } from 'vitest';
import './boundaries.ts';
import './descriptor.ts';
import './live.ts';
import './own-tables.ts';
import './packages.ts';
import './postcodes.ts';
import './register.ts';
import './questionnaires.ts';
import './services.ts';
import './tables.ts';
import './xlsforms.ts';
import { listFollowed } from './remedy.ts';

test('every refusal has a remedy that was followed', () => {
  const { followed, open } = listFollowed();
  console.log(`${followed.length + open.length} refusals, ${followed.length} with a followed remedy`);
  expect(open).toEqual([]);
});
