import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { type ApiContext, createRoutes } from '../context.ts';
import { answerBlock, showBlock } from '../questionnaires/answering/answering-block.ts';
import { takesGzip } from '../questionnaires/answering/delivery.ts';
import { enterCode, showCode, showIntro } from '../questionnaires/answering/entering.ts';
import { beginByOpenLink, showOpenLink } from '../questionnaires/answering/open-link.ts';
import { sendAnswers, showCheck, showLater, showThanks } from '../questionnaires/answering/sending.ts';
import { answeringStyle, stylePath } from '../questionnaires/answering/style.ts';
import { showPerson, tellPerson } from '../questionnaires/answering/telling-person.ts';
import { type AnsweringHome, createAnsweringHome } from '../questionnaires/answering/visit.ts';

const packedStyle = new Uint8Array(gzipSync(answeringStyle, { level: 9 }));

/**
 * The pages for whoever answers a questionnaire: written here, without scripts, also where the site is closed and nobody may
 * sign in. Who answers is nobody's reader: what he sees depends on his code alone.
 */
export function answeringRoutes(context: ApiContext) {
  const home = createAnsweringHome(context);
  const by = (handle: (home: AnsweringHome, c: Context) => Promise<Response>) => (c: Context) =>
    handle(home, c);
  return createRoutes()
    .get(stylePath, (c) => {
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
      c.header('Content-Type', 'text/css; charset=utf-8');
      c.header('Vary', 'Accept-Encoding');
      if (!takesGzip(c)) return c.body(answeringStyle);
      c.header('Content-Encoding', 'gzip');
      return c.body(packedStyle);
    })
    .get('/vragenlijst', by(showCode))
    .post('/vragenlijst', by(enterCode))
    .get('/vragenlijst/open/:round', by(showOpenLink))
    .post('/vragenlijst/open/:round', by(beginByOpenLink))
    .get('/vragenlijst/begin', by(showIntro))
    .get('/vragenlijst/over-u', by(showPerson))
    .post('/vragenlijst/over-u', by(tellPerson))
    .get('/vragenlijst/blok/:block', by(showBlock))
    .post('/vragenlijst/blok/:block', by(answerBlock))
    .get('/vragenlijst/nakijken', by(showCheck))
    .post('/vragenlijst/versturen', by(sendAnswers))
    .get('/vragenlijst/bedankt', by(showThanks))
    .get('/vragenlijst/later', by(showLater));
}
