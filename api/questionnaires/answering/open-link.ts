import type { Context } from 'hono';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { makeCode } from '../../../geodata/sampling/code.ts';
import { type AnsweredRound, findAnsweredRound } from '../../../sql/questionnaires/answered-round.ts';
import { saveDraft } from '../../../sql/questionnaires/drafts.ts';
import { sendPage, sendTo } from './delivery.ts';
import { fieldOf, readFields } from './form.ts';
import { writeIntroPage } from './intro-page.ts';
import { chooseLanguage, languagesOf } from './languages.ts';
import { writeOtherCodePage } from './other-code-page.ts';
import { isOwnForm } from './own-form.ts';
import { whenIs } from './standing.ts';
import {
  type AnsweringHome,
  isTooMany,
  openVisit,
  remember,
  sendNotice,
  standOf,
  type Visit,
} from './visit.ts';
import { answeringLanguages } from './words.ts';

/** GET /vragenlijst/open/{round}: the questionnaire for who has no letter, where the round is open to everybody. */
export async function showOpenLink(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const round = await requireOpenRound(visit);
  if (round instanceof Response) return round;
  const next = { address: addressOpen(round.key), isPost: true, isResumed: false };
  const language = chooseLanguage(visit.language, languagesOf(round.questionnaire));
  return sendPage(c, writeIntroPage({ language, email: visit.email, round, next, ownCode: null }));
}

/** POST /vragenlijst/open/{round}: begins, with a code of his own. */
export async function beginByOpenLink(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const round = await requireOpenRound(visit);
  if (round instanceof Response) return round;
  const fields = await readFields(c);
  if (!isOwnForm(c, home.context.publicUrl, { key: visit.key, code: null, fields }))
    return sendNotice(visit, { kind: 'otherPage' }, 403);
  const purpose = fieldOf(fields, 'doel');
  if (purpose === 'blijven') return sendTo(c, '/vragenlijst/begin');
  // Whoever is answering in this browser keeps the place until he says otherwise.
  if (purpose !== 'verder' && (await standOf(visit))?.kind === 'here')
    return sendPage(
      c,
      writeOtherCodePage({
        language: chooseLanguage(fieldOf(fields, 'taal') || visit.language, answeringLanguages),
        email: visit.email,
        code: null,
        action: addressOpen(round.key),
      }),
    );
  if (isTooMany(visit, 'begin')) return sendNotice(visit, { kind: 'tooMany' }, 429);
  const language = chooseLanguage(
    fieldOf(fields, 'taal') || visit.language,
    languagesOf(round.questionnaire),
  );
  const holder = { round: round.key, code: makeCode() };
  const empty = { language, person: null, answers: {}, seen: [] };
  await saveDraft(visit.db, visit.key, holder, measureRoom(round.questionnaire), () => empty);
  remember(visit, { language, code: holder.code, done: null });
  return sendTo(c, '/vragenlijst/begin?k=1');
}

async function requireOpenRound(visit: Visit): Promise<AnsweredRound | Response> {
  const round = await findAnsweredRound(visit.db, visit.c.req.param('round') ?? '');
  if (!round?.hasOpenLink) return sendNotice(visit, { kind: 'noOpenLink' }, 404);
  if (round.keyPrint !== null && round.keyPrint !== visit.key.print)
    return sendNotice(visit, { kind: 'unavailable' });
  const when = whenIs(round, visit.today, false);
  if (when === 'now') return round;
  return sendNotice(visit, { kind: when, day: when === 'notYet' ? round.opensOn : round.closesOn });
}

function addressOpen(round: string): string {
  return `/vragenlijst/open/${encodeURIComponent(round)}`;
}
