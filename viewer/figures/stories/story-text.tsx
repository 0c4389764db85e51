import { formatDay } from '../../../geodata/day.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { ContributionBody, ContributionSummaryBody } from '../../data/contract.ts';
import { addressOfFile } from '../../data/contributions.ts';
import { indicatorOf } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { translate } from '../../state/screen/words.ts';
import { DocumentFile } from '../documents/document-file.tsx';
import { nameDocument } from '../documents/document-name.ts';
import { PracticeFacts } from '../practices/practice-facts.tsx';
import './stories.css';

/** `wijkagent, Politie`, with the name before it where the author wishes that. */
export function writeAuthor({
  name,
  role,
  organisation,
}: Pick<ContributionSummaryBody, 'name' | 'role' | 'organisation'>): string {
  return [name, role, organisation].filter(Boolean).join(', ');
}

/** `Geregistreerde misdrijven, Stadsveld, 2025`: what it is about; empty where it is about nothing in particular. */
export function writeSubject({
  indicator,
  place,
  period,
  document,
}: Pick<ContributionSummaryBody, 'indicator' | 'place' | 'period' | 'document'>): string {
  const meant = indicatorOf(indicator);
  const parts = [
    document && nameDocument(document),
    meant && translate(meant.name),
    place?.name,
    period && formatPeriod(period, language.value),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Who wrote it and when, for whom it is, and what became of its figure. */
export function StoryNotes({ story }: { readonly story: ContributionSummaryBody }) {
  const { read: text, visibilities } = contributionWords.value;
  const { publishedAt, endsOn, visibility, figure, isDemonstration, isPinned } = story;
  return (
    <>
      <p class="soft small story-by">
        {isPinned && <strong class="story-badge">{text.pinned}</strong>}
        {isDemonstration && <span class="story-badge">{text.made}</span>}
        {writeAuthor(story)}
        {publishedAt && <> · {formatDay(publishedAt, language.value)}</>}
        {endsOn && <> · {text.holdsUntil(formatDay(endsOn, language.value))}</>}
        {visibility !== 'public' && <> · {text.visibleTo(visibilities[visibility])}</>}
      </p>
      {figure === 'withdrawn' && <p class="story-warning small">{text.withdrawnFigure}</p>}
      {figure === 'redrawn' && <p class="story-warning small">{text.redrawn}</p>}
    </>
  );
}

interface StoryTextProps {
  readonly story: Pick<
    ContributionBody,
    'id' | 'title' | 'lang' | 'html' | 'sources' | 'files' | 'document' | 'practice' | 'indicator'
  >;
  /** Of a text that is not shown yet, files come from the desk. */
  readonly isOnDesk?: boolean;
}

/** The text of a story with its pictures and sources, in its own language. */
export function StoryText({ story, isOnDesk = false }: StoryTextProps) {
  const text = contributionWords.value.read;
  const { id, lang, html, sources, document } = story;
  const pictures = document ? [] : story.files;
  return (
    <div class="story-text" lang={lang}>
      <PracticeFacts story={story} />
      <Rendered html={html} />
      <DocumentFile story={story} isOnDesk={isOnDesk} />
      {pictures.map(({ sha256, alternative, width, height }) => (
        <img
          key={sha256}
          src={addressOfFile(id, sha256, isOnDesk)}
          alt={alternative}
          width={width ?? undefined}
          height={height ?? undefined}
          loading="lazy"
          decoding="async"
        />
      ))}
      {sources && (
        <div class="story-sources small">
          <strong lang={language.value}>{text.sources}</strong>
          <Rendered html={sources} />
        </div>
      )}
    </div>
  );
}

/** What the server made of Markdown: it lets no HTML of an author through. */
export function Rendered({ html }: { readonly html: string }) {
  return <div class="story-html" dangerouslySetInnerHTML={{ __html: html }} />;
}
