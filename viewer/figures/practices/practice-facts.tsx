import { formatDay } from '../../../geodata/day.ts';
import type { ContributionSummaryBody } from '../../data/contract.ts';
import { indicatorOf } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import { translate } from '../../state/screen/words.ts';
import './practices.css';

type Told = Pick<ContributionSummaryBody, 'indicator' | 'lang' | 'practice'>;

/** What only a practice says: of which problem, by whom, since when, at what cost; nothing for what is no practice. */
export function PracticeFacts({ story: { practice, indicator, lang } }: { readonly story: Told }) {
  const { read: text, directions } = practiceWords.value;
  if (!practice) return null;
  const { direction, doneBy, part, beganOn, endedOn, cost, links } = practice;
  const meant = indicatorOf(indicator);
  return (
    <section class="practice-facts" aria-label={text.facts} lang={language.value}>
      <dl>
        {meant && (
          <>
            <dt>{text.problem}</dt>
            <dd>{text.problemOf(directions[direction], translate(meant.name))}</dd>
          </>
        )}
        <dt>{text.doneBy}</dt>
        <dd lang={lang}>{[doneBy, part].filter(Boolean).join(', ')}</dd>
        <dt>{text.beganOn}</dt>
        <dd>{formatDay(beganOn, language.value)}</dd>
        {endedOn && (
          <>
            <dt>{text.endedOn}</dt>
            <dd>{formatDay(endedOn, language.value)}</dd>
          </>
        )}
        {cost && (
          <>
            <dt>{text.cost}</dt>
            <dd lang={lang}>{cost}</dd>
          </>
        )}
        {links.length > 0 && (
          <>
            <dt>{text.links}</dt>
            {links.map(({ title, url }) => (
              <dd key={url} lang={lang}>
                <a href={url} rel="nofollow noopener noreferrer ugc">
                  {title}
                </a>
              </dd>
            ))}
          </>
        )}
      </dl>
      <p class="soft small">{text.noCause}</p>
    </section>
  );
}
