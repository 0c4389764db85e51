import { type Finding, find } from '../finding.ts';
import type { Block, Question, Questionnaire, Wording } from '../questionnaire.ts';
import { measureReadingLevel } from '../reading-level.ts';

/** A text of a questionnaire and where it stands. */
export interface PlacedWording {
  readonly block: string | null;
  readonly question: string | null;
  /** `text`, `help`, `options/01`, `rows/a`, `lowest`, `highest`, `title`, `about`, `name`, `introduction`, `thanks`. */
  readonly place: string;
  readonly wording: Wording;
}

/** Every text that respondents read, in order. */
export function listWordings(questionnaire: Questionnaire): PlacedWording[] {
  const whole = { block: null, question: null };
  return [
    { ...whole, place: 'name', wording: questionnaire.name },
    { ...whole, place: 'introduction', wording: questionnaire.introduction },
    ...questionnaire.blocks.flatMap(listOfBlock),
    { ...whole, place: 'thanks', wording: questionnaire.thanks },
  ];
}

function listOfBlock({ key, title, about, questions }: Block): PlacedWording[] {
  const own = { block: key, question: null };
  return [
    { ...own, place: 'title', wording: title },
    ...(about ? [{ ...own, place: 'about', wording: about }] : []),
    ...questions.flatMap((question) => listOfQuestion(question).map((one) => ({ block: key, ...one }))),
  ];
}

/** The texts of a question, its options and rows among them. */
export function listOfQuestion({ key, text, help, form }: Question): Omit<PlacedWording, 'block'>[] {
  const place = (name: string, wording: Wording) => ({ question: key, place: name, wording });
  return [
    place('text', text),
    ...(help ? [place('help', help)] : []),
    ...('rows' in form ? form.rows.map((row) => place(`rows/${row.key}`, row.text)) : []),
    ...('options' in form ? form.options.map((option) => place(`options/${option.key}`, option.text)) : []),
    ...(form.kind === 'scale' ? [place('lowest', form.lowest), place('highest', form.highest)] : []),
  ];
}

/** Texts that are missing: in Dutch, or in another of the questionnaire's languages. */
export function checkTexts(questionnaire: Questionnaire): Finding[] {
  const wordings = listWordings(questionnaire);
  return [
    ...wordings
      .filter(({ wording }) => !wording.nl)
      .map(({ block, question, place }) => find('missing-text', { block, question, what: place })),
    ...checkTranslations(wordings, questionnaire.languages.slice(1)),
    ...questionnaire.indicators.flatMap(({ key: indicator, name }) =>
      (['nl', 'en'] as const)
        .filter((language) => !name[language])
        .map((language) => find('missing-text', { indicator, what: `name ${language}` })),
    ),
  ];
}

/** One finding for all texts of a part that lack the same languages: `tr,de text,options/1`. */
function checkTranslations(wordings: readonly PlacedWording[], languages: readonly string[]): Finding[] {
  const found = new Map<string, { readonly part: PlacedWording; lacking: string; places: string[] }>();
  for (const part of wordings) {
    const lacking = languages.filter((language) => !part.wording[language]).join();
    if (!part.wording.nl || lacking === '') continue;
    const name = JSON.stringify([part.block, part.question, lacking]);
    const together = found.get(name) ?? { part, lacking, places: [] };
    together.places.push(part.place);
    found.set(name, together);
  }
  return [...found.values()].map(({ part: { block, question }, lacking, places }) =>
    find('missing-translation', { block, question, what: `${lacking} ${places.join()}` }),
  );
}

/** Below plain Dutch ("standaard"): about what people with language level B1 manage. */
const plain = 50;
/** Fewer words say little of how a text reads. */
const fewestWords = 8;

export function checkReadingLevel(questionnaire: Questionnaire): Finding[] {
  return listWordings(questionnaire).flatMap(({ block, question, place, wording }) => {
    const level = measureReadingLevel(wording.nl ?? '');
    if (!level || level.words < fewestWords || level.score >= plain) return [];
    return [find('hard-to-read', { block, question, what: `${place} ${Math.round(level.score)}` })];
  });
}
