import { levelOfCode } from '../../../geodata/area.ts';
import { formatDay } from '../../../geodata/day.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import type { ContributionBody } from '../../data/contract.ts';
import { StoryNotes, StoryText, writeSubject } from '../../figures/stories/story-text.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { shown } from '../../state/catalog.ts';
import { language, viewParts } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { AdoptionsSection } from './adoptions-section.tsx';
import { FiguresFrom } from './figures-from.tsx';
import { MeasuredOutcome } from './outcome/measured-outcome.tsx';
import { shownContribution } from './shown-contribution.ts';

/** One story or news item, with the way to its figure. */
export function ContributionPage() {
  const { read: text, kinds } = contributionWords.value;
  const found = shownContribution.current.value;
  if (viewParts.contribution.value === null || shownContribution.failure.value?.reason === 'not-found')
    return (
      <>
        <p class="page-note">{text.gone}</p>
        <p>
          <ViewLink change={{ page: 'stories', contribution: null }}>{text.all}</ViewLink>
        </p>
      </>
    );
  if (!found) return <Waiting />;
  const subject = writeSubject(found);
  return (
    <article class="story-whole" aria-labelledby="contribution-title">
      <h2 id="contribution-title" lang={found.lang}>
        {found.title}
      </h2>
      <p class="soft">
        {kinds[found.kind]}
        {subject && <> · {text.about(subject)}</>}
      </p>
      <StoryNotes story={found} />
      <StoryText story={found} />
      {found.adoption && <AdoptedPractice adoption={found.adoption} />}
      <MeasuredOutcome of={found.id} />
      {found.document && <FiguresFrom document={found.id} />}
      {found.kind === 'practice' && <AdoptionsSection practice={found.id} />}
      <p class="page-tools story-card-links">
        <FigureLink story={found} />
        <ViewLink change={{ page: 'stories', contribution: null }}>{text.all}</ViewLink>
      </p>
    </article>
  );
}

/** Since when something is done too, and the way to what it is. */
function AdoptedPractice({ adoption }: { readonly adoption: NonNullable<ContributionBody['adoption']> }) {
  const { read: text } = practiceWords.value;
  return (
    <p>
      {text.doToo}, {text.since(formatDay(adoption.beganOn, language.value))}.{' '}
      {adoption.practice !== null && (
        <ViewLink change={{ contribution: adoption.practice }}>{text.readPractice}</ViewLink>
      )}
    </p>
  );
}

/** The map with the figure that a story is about. */
function FigureLink({ story: { area, indicator, period } }: { readonly story: ContributionBody }) {
  const text = contributionWords.value.read;
  const [panel] = shown.value?.panels ?? [];
  const level = area === null ? null : levelOfCode(area);
  if (!panel || (area === null && indicator === null)) return null;
  const meant = {
    ...panel,
    ...(indicator && { indicator }),
    ...(period && { period, boundaryYear: null }),
    ...(level && isMapLevel(level) && { level }),
  };
  const place = level && isMapLevel(level) ? { area } : {};
  return (
    <ViewLink
      class="button"
      change={{
        page: 'map',
        panels: [meant],
        arrangement: '1',
        active: 0,
        tab: 'area',
        contribution: null,
        ...place,
      }}
    >
      {text.onMap}
    </ViewLink>
  );
}
