import { mapLevels } from '../../../geodata/level.ts';
import { readClasses, writeClasses } from '../../../geodata/link/classes.ts';
import type { PanelView } from '../../../geodata/link/view.ts';
import { readPreference, writePreference } from '../screen/preference.ts';

type Choice = Pick<PanelView, 'classes' | 'indicator' | 'level'>;

/** Remembers in this browser how a level was last divided into classes; limits of one's own hold for their indicator. */
export function rememberClasses({ classes, indicator, level }: Choice): void {
  const subject = classes.method === 'own' ? indicator : '';
  writePreference(`classes-${level}`, [writeClasses(classes), subject ?? ''].join(' '));
}

/** How the level was last divided; null where that is not known, or was by limits for another indicator. */
export function recallClasses(
  level: Choice['level'],
  indicator: Choice['indicator'],
): Choice['classes'] | null {
  if (!mapLevels.includes(level)) return null;
  const [text = '', subject = ''] = (readPreference(`classes-${level}`) ?? '').split(' ');
  const classes = readClasses(text);
  return classes && (subject === '' || subject === indicator) ? classes : null;
}
