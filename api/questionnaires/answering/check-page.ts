import type { Answers, Block, Questionnaire, Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { listAsked } from '../../../geodata/questionnaire/routing.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writeForm } from './form-page.ts';
import { writeGiven } from './given.ts';
import { languagesOf } from './languages.ts';
import { writePage } from './page.ts';
import { tellWording, writeWording } from './texts.ts';
import { wordsOf } from './words.ts';

interface CheckPage {
  readonly language: string;
  readonly email: string | null;
  readonly name: Wording;
  readonly questionnaire: Pick<Questionnaire, 'languages'>;
  readonly blocks: readonly Block[];
  readonly answers: Answers;
  /** What he said of himself: each a name and a word. */
  readonly person: readonly (readonly [string, string])[];
  /** Keys of the blocks in which something has to be answered. */
  readonly unfinished: readonly string[];
  readonly proof: string;
}

/** Everything that was answered, before it is sent. */
export function writeCheckPage(page: CheckPage): string {
  const { language, email, name, blocks, answers, person, unfinished, proof } = page;
  const { check, person: aboutYou } = wordsOf(language);
  const change = (address: string, title: string) =>
    `<p><a href="${address}" aria-label="${escapeText(check.changeOf(title))}">${check.change}</a></p>`;
  const lines = person.map(([term, word]) => `<dt>${escapeText(term)}</dt><dd>${escapeText(word)}</dd>`);
  const sections = blocks.map((block) => {
    const title = tellWording(block.title, language);
    return `<section id="blok-${escapeText(block.key)}"><h2>${writeWording(block.title, language)}</h2>
${writeGiven(listAsked(block, answers), answers, language)}
${change(addressBlock(block.key), title)}</section>`;
  });
  const faulty = blocks.filter(({ key }) => unfinished.includes(key));
  const faults = faulty.map(({ key, title }) => ({
    id: `blok-${key}`,
    message: `${check.unfinished}: ${tellWording(title, language)}`,
  }));
  return writePage({
    language,
    email,
    title: check.title,
    name: tellWording(name, language),
    faults,
    languages: languagesOf(page.questionnaire),
    body: `<p>${check.lead}</p>
<section><h2>${aboutYou.title}</h2><dl class="given">${lines.join('\n')}</dl>${change('/vragenlijst/over-u', aboutYou.title)}</section>
${sections.join('\n')}
${writeForm(
  { action: '/vragenlijst/versturen', proof },
  `<p>${check.sendHint}</p><div class="actions"><button class="main">${check.send}</button></div>`,
)}`,
  });
}

export function addressBlock(key: string): string {
  return `/vragenlijst/blok/${encodeURIComponent(key)}`;
}
