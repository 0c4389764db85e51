import type { PracticeDetails } from '../../../geodata/contribution/practice.ts';
import { dayAfter, dayOf } from '../../../geodata/day.ts';
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
  const isPlaced = kind !== 'news' && view !== null;
  const isTied = isPlaced && kind !== 'document';
  return {
    kind,
    title: '',
    body: '',
    sources: '',
    lang: language.peek(),
    visibility: 'public',
    area: isPlaced ? view.area : null,
    indicator: isTied && view.area !== null ? view.indicator : null,
    period: isTied && view.area !== null ? view.period : null,
    municipality: desk.municipalities[0] ?? null,
    organisation: desk.organisations[0] ?? '',
    role: '',
    showsName: false,
    endsOn: term === null ? null : dayAfter(new Date(), term),
    document: kind === 'document' ? beginDocument() : null,
    practice: kind === 'practice' ? beginPractice(desk) : null,
    adoption: null,
    files: [],
  };
}

function beginPractice({ organisations }: DeskBody): PracticeDetails {
  const [doneBy = ''] = organisations;
  return {
    direction: 'high',
    doneBy,
    part: '',
    beganOn: dayOf(new Date()),
    endedOn: null,
    cost: '',
    links: [],
  };
}

/** A new text about where a practice is done too. */
export function beginAdoption(practice: number, desk: DeskBody): Draft {
  const begun = beginDraft('adoption', desk);
  const adoption = { practice, beganOn: dayOf(new Date()), endedOn: null };
  return { ...begun, indicator: null, period: null, adoption };
}

function beginDocument() {
  const year = new Date().getFullYear();
  return { kind: 'safety-plan', firstYear: year, lastYear: year } as const;
}

/** The text of a contribution, to be changed. */
export function draftOf(contribution: DeskContributionBody): Draft {
  const { kind, title, body, sources, lang, visibility, area, indicator, period, municipality } =
    contribution;
  const { organisation, role, showsName, endsOn, files, document, practice, adoption } = contribution;
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
    document: document && { kind: document.kind, firstYear: document.firstYear, lastYear: document.lastYear },
    practice: practice && detailsOf(practice),
    adoption,
    files: files.map(({ sha256, name, alternative }) => ({ sha256, name, alternative })),
  };
}

/** What is written of a practice, without what is counted. */
function detailsOf({
  adoptions: _adoptions,
  ...written
}: NonNullable<DeskContributionBody['practice']>): PracticeDetails {
  return written;
}
