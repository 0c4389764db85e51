import type { z } from 'zod';
import type { Contribution, ContributionSummary } from '../../sql/contributions/contribution.ts';
import type { DeskContribution, DeskEntry } from '../../sql/contributions/desk.ts';
import { mayChange, mayPublish, type Writer } from '../../sql/contributions/permission.ts';
import type { ContributionHit } from '../../sql/contributions/shown.ts';
import type {
  contributionHitSchema,
  contributionSchema,
  contributionSummarySchema,
  DeskContributionBody,
} from '../schemas/contribution.ts';
import { listWarnings } from './acts.ts';
import { renderMarkdown } from './markdown.ts';

/** A contribution in a list, as it is told to its readers. */
export function tellSummary(shown: ContributionSummary): z.input<typeof contributionSummarySchema> {
  const { state: _state, version: _version, ...told } = shown;
  return { ...told, publishedAt: shown.publishedAt?.toISOString() ?? null };
}

/** The whole of it. */
export function tellContribution(shown: Contribution): z.input<typeof contributionSchema> {
  const { body, revision: _revision, files, ...rest } = shown;
  return {
    ...tellSummary(rest),
    html: renderMarkdown(body),
    sources: renderMarkdown(shown.sources),
    files: [...files],
  };
}

/** A hit of the search, with what was found apart from what stands between. */
export function tellHit({ excerpt, ...shown }: ContributionHit): z.input<typeof contributionHitSchema> {
  const parts = excerpt
    .split(/(\uE000[^\uE001]*\uE001)/u)
    .map((part) => ({ text: part.replace(/[\uE000\uE001]/gu, ''), isFound: part.startsWith('\uE000') }));
  return { ...tellSummary(shown), excerpt: parts.filter(({ text }) => text !== '') };
}

/** What a writer sees of a contribution on his desk, in a list. */
export function tellDeskEntry(entry: DeskEntry, writer: Writer) {
  const { author, writtenBy: _writtenBy, ...told } = entry;
  return {
    ...told,
    publishedAt: entry.publishedAt?.toISOString() ?? null,
    writtenAt: entry.writtenAt.toISOString(),
    isOwn: author === writer.id,
    mayChange: mayChange(writer, entry),
    mayPublish: mayPublish(writer, entry),
  };
}

/** The whole of it, with all revisions. */
export function tellDeskContribution(entry: DeskContribution, writer: Writer): DeskContributionBody {
  const { revision: _revision, ...whole } = entry;
  return {
    ...whole,
    ...tellDeskEntry(entry, writer),
    html: renderMarkdown(entry.body),
    warnings: listWarnings(entry),
    files: [...entry.files],
    revisions: entry.revisions.map((one) => ({ ...one, writtenAt: one.writtenAt.toISOString() })),
  };
}
