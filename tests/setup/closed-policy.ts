import type { Visibility } from '../../geodata/visibility.ts';
import type { Database } from '../../sql/database.ts';
import { beginSession, endSession } from '../../sql/follow/sessions.ts';
import { keepLink } from '../../sql/links/links.ts';
import { writePresentation } from '../../sql/presentations/presentations.ts';

/** A number that is told apart by its end. */
const numberOf = (end: number) => `00000000-0000-4000-8000-${String(end).padStart(12, '0')}`;

interface ClosedCycle {
  readonly municipality: string;
  readonly visibility: Visibility;
  /** What its priority is judged by. */
  readonly indicators: readonly string[];
}

/** A cycle for everybody, those that are not, and what its figures are, which are not all for everybody either. */
const cycles: readonly ClosedCycle[] = [
  {
    municipality: 'GM9001',
    visibility: 'public',
    indicators: ['misdrijven', 'misdrijven/zeden', 'meldingen', 'intern'],
  },
  { municipality: 'GM9002', visibility: 'partner', indicators: ['overlast'] },
  { municipality: 'GM9003', visibility: 'administrator', indicators: ['tevredenheid'] },
];

const lists = [
  { title: 'Voor iedereen', indicator: 'misdrijven', visibility: 'public' },
  { title: 'Van een besloten cijfer', indicator: 'meldingen', visibility: 'public' },
  { title: 'Voor partners', indicator: 'misdrijven', visibility: 'partner' },
  { title: 'Van de politie', indicator: 'misdrijven/zeden', visibility: 'partner' },
] as const;

const person = {
  id: 'trekker',
  name: 'Noor Trekker',
  email: 'noor@example.nl',
  email_verified: true,
  ended_at: null,
};

/** What of the policy somebody is shown: which cycles and lists, which figures, and whether names of persons. */
export interface ShownPolicy {
  isShown(visibility: Visibility, municipality: string | null): boolean;
  isKnown(address: string): boolean;
  readonly hasNames: boolean;
}

/** All of it, for the database that closes what is closed. */
export const wholePolicy: ShownPolicy = { isShown: () => true, isKnown: () => true, hasNames: true };

/** Links to what is for everybody, to what is not, and to both; one is frozen. */
const links = [
  { id: 'abcd2345', address: '?indicator=misdrijven&pair=meldingen', frozen: ['misdrijven', 'meldingen'] },
  { id: 'abcd2346', address: '?indicator=overlast&level=district', frozen: null },
  { id: 'abcd2347', address: '?page=connections&indicator=misdrijven&other=misdrijven/zeden', frozen: null },
] as const;

/** Whoever makes a link may pass it on to who knows less: each is there, whatever is shown. */
export async function publishLinks(db: Database): Promise<void> {
  for (const { frozen, ...link } of links)
    await keepLink(db, {
      ...link,
      frozen: frozen?.map((indicator) => ({ indicator, level: 'neighbourhood' })) ?? null,
    });
}

/** Whoever made the presentation: his name is told to nobody. */
const speaker = { id: 'spreker', email: 'spreker@example.nl', email_verified: true, name: 'Sam Spreker' };

/** The slides of a presentation that is for everybody, one of which shows what is not. */
export const presentedSlides = ['?indicator=misdrijven', '?indicator=meldingen'].map((address) => ({
  address,
  title: address,
  sentence: `Over ${address}`,
  notes: 'Zeg niets van overlast.',
}));

/** It is there, whatever is shown, as links are. */
export async function publishPresentation(db: Database): Promise<void> {
  await db.insertInto('accounts.person').values(speaker).execute();
  await writePresentation(db, {
    id: numberOf(0),
    owner: speaker.id,
    title: 'Overleg',
    sharedWith: 'public',
    organisation: null,
    slides: presentedSlides,
    version: 0,
  });
}

/** A session that goes on, which shows what is not for everybody, and one that is over. */
export async function publishSessions(db: Database): Promise<void> {
  const slide = { number: 1, count: 2, title: 'Meldingen', sentence: 'Over meldingen' };
  const state = { address: '?indicator=misdrijven&pair=meldingen', slide, pointer: null };
  for (const code of ['abcd23', 'abcd24']) await beginSession(db, { code, keyHash: 'sleutel', state });
  await endSession(db, 'abcd24', 'sleutel');
}

/** Writes the policy of the region as far as it is shown; what is not shown was never there. */
export async function publishPolicy(db: Database, shown: ShownPolicy): Promise<void> {
  if (shown.hasNames) await db.insertInto('accounts.person').values(person).execute();
  const who = shown.hasNames ? person.id : null;
  for (const [place, { municipality, visibility, indicators }] of cycles.entries()) {
    if (!shown.isShown(visibility, municipality)) continue;
    const cycle = numberOf(place);
    await db
      .insertInto('policy_cycle')
      .values({
        id: cycle,
        municipality,
        template: 'twens',
        template_version: 1,
        from_year: 2027,
        to_year: 2030,
        visibility,
      })
      .execute();
    await db
      .insertInto('policy_step')
      .values({
        cycle,
        step: 'analyse',
        state: 'in-progress',
        owner: 'coördinator',
        owner_person: who,
        due: '2026-06-30',
      })
      .execute();
    await db
      .insertInto('policy_priority')
      .values({
        id: numberOf(100 + place),
        cycle,
        place: 1,
        title: 'Wat voorgaat',
        indicators: indicators.filter((address) => shown.isKnown(address)),
      })
      .execute();
    await db
      .insertInto('policy_action')
      .values({
        id: numberOf(200 + place),
        priority: numberOf(100 + place),
        place: 1,
        what: 'Samen kijken',
        organisation: 'Werkplein',
        state: 'not-begun',
      })
      .execute();
  }
  for (const [place, { title, indicator, visibility }] of lists.entries()) {
    if (!shown.isShown(visibility, null) || !shown.isKnown(indicator)) continue;
    const list = numberOf(300 + place);
    await db
      .insertInto('shared_list')
      .values({
        id: list,
        title,
        indicator,
        direction: 'higher',
        period: '2024',
        visibility,
        created_on: '2026-11-01',
      })
      .execute();
    await db
      .insertInto('shared_list_area')
      .values(
        ['BU90010000', 'BU90020001'].map((area) => ({ list, area, owner: 'wijkagent', owner_person: who })),
      )
      .execute();
    await db
      .insertInto('shared_list_member')
      .values({ list, organisation: 'Werkplein', joined_on: '2026-11-02', person: who })
      .execute();
  }
}
