import { levelOfCode } from '../../geodata/area.ts';
import {
  addRevision,
  type ContributionHead,
  createContribution,
  type RevisionText,
  showContribution,
} from '../../sql/contributions/writing.ts';
import type { Database } from '../../sql/database.ts';

export type NewContribution = Partial<Omit<ContributionHead & RevisionText, 'level'>> & {
  readonly id?: number;
  readonly title: string;
};

const published = new Date('2026-11-20T09:00:00Z');

/** Writes a contribution, and shows it as somebody else has read it unless it stays a draft; gives its number. */
export async function writeContribution(
  db: Database,
  given: NewContribution,
  isDraft = false,
): Promise<number> {
  const contribution = {
    kind: 'story',
    municipality: null,
    author: null,
    organisation: 'Politie',
    showsName: false,
    endsOn: null,
    isPinned: false,
    body: 'Een **verhaal** over de buurt.',
    sources: '',
    lang: 'nl',
    visibility: 'public',
    area: null,
    indicator: null,
    period: null,
    role: 'wijkagent',
    files: [],
    ...given,
  } as const;
  const level = contribution.area === null ? null : levelOfCode(contribution.area);
  const id = await createContribution(db, contribution);
  await addRevision(db, id, { ...contribution, level }, contribution.author);
  if (!isDraft) await showContribution(db, id, null, published);
  return id;
}
