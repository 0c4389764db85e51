import type { Caveat } from '../../geodata/comparing/comparability.ts';
import { formatPeriod } from '../../geodata/period.ts';
import type { Language } from '../../geodata/text.ts';
import type { Words } from '../text/words.ts';

/** Why two figures do not compare as they stand, in one sentence. */
export function writeCaveat(caveat: Caveat, { caveats }: Pick<Words, 'caveats'>, language: Language): string {
  switch (caveat.kind) {
    case 'break':
      return caveats.break(formatPeriod(caveat.period, language), caveat.reason[language]);
    case 'age':
      return caveats.age(...caveat.ages);
    case 'mode':
      return caveats.mode(caveats.modes[caveat.modes[0]], caveats.modes[caveat.modes[1]]);
    case 'sampling':
      return caveats.sampling(caveats.samplings[caveat.samplings[0]], caveats.samplings[caveat.samplings[1]]);
    case 'questionnaire':
      return caveats.questionnaire(...caveat.versions);
    case 'format': {
      const rounds = caveat.rounds.map(({ period, remark }) =>
        [formatPeriod(period, language), remark?.[language]].filter(Boolean).join(', '),
      );
      return caveats.format(rounds.join('; '));
    }
  }
}
