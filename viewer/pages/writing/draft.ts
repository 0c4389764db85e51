import { dayAfter } from '../../../geodata/day.ts';
import type { DeskBody, DeskContributionBody } from '../../data/contract.ts';
import type { Draft } from '../../data/contributions.ts';
import { shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';

/** How long something new holds unless its author says otherwise, days. */
const termOf = { story: 730, practice: 1095, news: 30, document: null, adoption: 1095 } as const;

/** A new text: about what the map shows, for everybody. */
export function beginDraft(kind: Draft['kind'], desk: DeskBody): Draft {
  const view = shown.peek();
  const term = termOf[kind];
  const isTied = kind !== 'news' && view !== null;
  return {
    kind,
    title: '',
    body: '',
    sources: '',
    lang: language.peek(),
    visibility: 'public',
    area: isTied ? view.area : null,
    indicator: isTied && view.area !== null ? view.indicator : null,
    period: isTied && view.area !== null ? view.period : null,
    municipality: desk.municipalities[0] ?? null,
    organisation: desk.organisations[0] ?? '',
    role: '',
    showsName: false,
    endsOn: term === null ? null : dayAfter(new Date(), term),
    files: [],
  };
}

/** The text of a contribution, to be changed. */
export function draftOf(contribution: DeskContributionBody): Draft {
  const { kind, title, body, sources, lang, visibility, area, indicator, period, municipality } =
    contribution;
  const { organisation, role, showsName, endsOn, files } = contribution;
  return {
    kind,
    title,
    body,
    sources,
    lang,
    visibility,
    area,
    indicator,
    period,
    municipality,
    organisation,
    role,
    showsName,
    endsOn,
    files: files.map(({ sha256, name, alternative }) => ({ sha256, name, alternative })),
  };
}
