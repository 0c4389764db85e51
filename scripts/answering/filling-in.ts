import type { Random } from '../../geodata/statistics/random.ts';
import type { Browser, Page } from './browsing.ts';

/** More pages than any questionnaire has. */
const mostPages = 200;
const texts = [
  'Meer bankjes in het park, en graag wat meer licht.',
  'Te hard rijden op de doorgaande weg.',
  'Het is hier prettig wonen.',
  '',
];

/**
 * Answers a questionnaire through its pages as people do: from the code on the letter to the thanks, by what the forms
 * themselves offer. Gives the path of the page on which it ended.
 */
export async function answerAll(browser: Browser, code: string, random: Random): Promise<string> {
  let page = await browser.get(`/vragenlijst?c=${code}`);
  const begin = /<a class="button main" href="([^"]+)"/.exec(page.html)?.[1];
  if (begin === undefined) return page.at;
  page = await browser.get(begin);
  for (let pages = 0; pages < mostPages; pages += 1) {
    const action = /<form(?: id="[^"]*")? method="post" action="([^"]+)"/.exec(page.html)?.[1];
    if (action === undefined) return page.at.replace(/\?.*/, '');
    page = await browser.post(action, fillIn(page, random));
  }
  throw new Error(`the questionnaire goes round and round at ${page.at}`);
}

interface Field {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
}

/** Fills in the form of a page: one of each set of radio buttons, some boxes, a number within its bounds. */
export function fillIn({ html }: Page, random: Random): [string, string][] {
  const fields = listFields(html);
  const hidden = fields.filter(({ kind }) => kind === 'hidden');
  const filled = hidden.map(({ name, value }): [string, string] => [name, value]);
  const pick = <Each>(list: readonly Each[]) => list[Math.floor(random() * list.length)];
  for (const name of new Set(fields.map((field) => field.name))) {
    const own = fields.filter((field) => field.name === name && field.kind !== 'hidden');
    const [first] = own;
    if (first?.kind === 'checkbox') {
      const chosen = pick(own);
      if (chosen && random() < 0.7) filled.push([name, chosen.value]);
    } else if (first?.kind === 'text') filled.push([name, drawNumber(html, name, random)]);
    else if (first?.kind === 'textarea') filled.push([name, pick(texts) ?? '']);
    else {
      // Nobody of these is too young to take part.
      const chosen = pick(own.filter(({ value }) => value !== '' && value !== 'below'));
      if (chosen) filled.push([name, chosen.value]);
    }
  }
  return [...filled, ['doel', 'verder']];
}

/** The fields of a page in their order; an option of a list as a field of the list. */
function listFields(html: string): Field[] {
  const inputs = [...html.matchAll(/<(input|textarea)\b([^>]*)>/g)].map(([, tag = '', rest = '']) => ({
    kind: tag === 'textarea' ? tag : attributeOf(rest, 'type'),
    name: attributeOf(rest, 'name'),
    value: attributeOf(rest, 'value'),
  }));
  const lists = [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
    ([, rest = '', within = '']) =>
      [...within.matchAll(/<option value="([^"]*)"/g)].map(([, value = '']) => ({
        kind: 'option',
        name: attributeOf(rest, 'name'),
        value,
      })),
  );
  return [...inputs, ...lists].filter(({ name }) => name !== '');
}

function attributeOf(text: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** The hint of the field says between which numbers. */
function drawNumber(html: string, name: string, random: Random): string {
  const start = html.indexOf(`name="${name}"`);
  const hint = html
    .slice(0, start)
    .match(/class="hint"[^>]*>[^<]*?(\d+)\D+(\d+)[^<]*<\/p>(?!.*class="hint")/s);
  const [least, most] = [Number(hint?.[1] ?? 1), Number(hint?.[2] ?? 1)];
  return String(least + Math.floor(random() * (Math.min(most, least + 20) - least + 1)));
}
