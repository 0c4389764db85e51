import { noOpinion } from '../questionnaire/answer.ts';
import type { AnswerForm, Answers, Option, Questionnaire } from '../questionnaire/questionnaire.ts';
import { isAsked, keepAsked, listAnswerKeys, listAskedBlocks } from '../questionnaire/routing.ts';
import { drawNormal, type Random } from '../statistics/random.ts';

/** How likely an answer is, and how much more so for whoever has more trouble around him. */
type Tendency = readonly [weight: number, slope: number];

/** Of whoever has average trouble, by key of the option. */
const tendencies: Readonly<Record<string, Tendency>> = {
  // agreement and contentment
  '5': [1.6, -0.7],
  '4': [4, -0.3],
  '3': [2, 0.1],
  '2': [1.1, 0.6],
  '1': [0.5, 0.9],
  // nuisance
  veel: [1.1, 0.9],
  beetje: [3, 0.3],
  geen: [3, -0.2],
  'komt-niet-voor': [2.2, -0.6],
  // frequency
  vaak: [0.25, 1.1],
  soms: [1.6, 0.6],
  zelden: [3, 0],
  nooit: [4, -0.5],
  // a year ago
  beter: [1, -0.3],
  gelijk: [5, 0],
  slechter: [1.4, 0.6],
  ja: [1.3, 0.4],
  nee: [5, -0.1],
};
const usualTendency: Tendency = [1, 0];

/** What bothers or befalls people more, or less, than the rest, by the key that is answered. */
const shifts: Readonly<Record<string, number>> = {
  'last/rommel': 0.3,
  'last/hard-rijden': 0.55,
  'last/geluid': 0.1,
  'last/vernieling': -0.5,
  'last/jongeren': -0.2,
  'last/drank': -0.9,
  'last/drugs': -0.6,
  'last/buren': -0.8,
  'zonder-respect/bekenden': -0.6,
  'zonder-respect/winkels': -0.5,
  'zonder-respect/overheid': -0.4,
  discriminatie: -2.2,
  'mijden/thuisblijven': -0.5,
  'mijden/deur': 0.2,
  'samenleven/thuis': -0.4,
  'politie-buurt/zichtbaar': 0.6,
  'gemeente-veiligheid/luistert': 0.4,
};

/** Of a list to choose several from: the chance to choose each, and its slope. */
const several: Readonly<Record<string, Tendency>> = {
  inbraak: [0.015, 0.6],
  fiets: [0.05, 0.5],
  auto: [0.02, 0.4],
  diefstal: [0.025, 0.4],
  vernieling: [0.05, 0.6],
  bedreiging: [0.025, 0.6],
  geweld: [0.01, 0.7],
  koop: [0.06, 0],
  bankfraude: [0.02, 0],
  inbreken: [0.04, 0],
  'online-bedreiging': [0.015, 0.2],
};
const usualSeveral: Tendency = [0.25, 0.1];

/** Who passes over a question that need not be answered, and who says that he does not know. */
const silence = 0.03;
const ignorance = 0.03;

/** Answers that somebody might give, with so much trouble around him (standard deviations from what is usual), who goes the way that his answers lead. */
export function giveAnswers(
  questionnaire: Questionnaire,
  municipality: string,
  trouble: number,
  random: Random,
): Answers {
  const answers: Record<string, readonly string[]> = {};
  for (const { key } of questionnaire.blocks) {
    const block = listAskedBlocks(questionnaire, municipality, answers).find((asked) => asked.key === key);
    for (const question of block?.questions ?? []) {
      if (!isAsked(question.askedIf, answers)) continue;
      for (const answered of listAnswerKeys(question)) {
        if (!question.isRequired && random() < silence) continue;
        const given = answerForm(
          question.form,
          trouble + (shifts[answered] ?? 0) + 0.5 * drawNormal(random),
          random,
        );
        if (given.length) answers[answered] = given;
      }
    }
  }
  return keepAsked(questionnaire, municipality, answers);
}

function answerForm(form: AnswerForm, trouble: number, random: Random): string[] {
  switch (form.kind) {
    case 'choice':
    case 'grid':
      return [chooseOne(form.options, trouble, random)];
    case 'several':
      return chooseSeveral(form.options, form.most, trouble, random);
    case 'scale': {
      if (form.offersNone && random() < ignorance) return [noOpinion];
      const middle = form.from + 0.7 * (form.to - form.from) - 0.7 * trouble;
      const mark = Math.round(middle + 1.1 * drawNormal(random));
      return [String(Math.min(form.to, Math.max(form.from, mark)))];
    }
    case 'number':
      return [String(Math.min(form.most, form.least + Math.floor(-Math.log(1 - random()) * 1.2)))];
    case 'text':
      // Made-up words of made-up people would say nothing.
      return [];
  }
}

function chooseOne(options: readonly Option[], trouble: number, random: Random): string {
  const missing = options.find(({ isMissing }) => isMissing);
  if (missing && random() < ignorance) return missing.key;
  const weights = options
    .filter(({ isMissing }) => !isMissing)
    .map(({ key }) => {
      const [weight, slope] = tendencies[key] ?? usualTendency;
      return [key, weight * Math.exp(slope * trouble)] as const;
    });
  let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of weights) {
    left -= weight;
    if (left <= 0) return key;
  }
  return weights.at(-1)?.[0] ?? '';
}

/** `geen` stands for nothing of it, where it is among the options. */
function chooseSeveral(
  options: readonly Option[],
  most: number | null,
  trouble: number,
  random: Random,
): string[] {
  const chosen = options
    .filter(({ key, isMissing }) => !isMissing && key !== 'geen')
    .filter(({ key }) => {
      const [chance, slope] = several[key] ?? usualSeveral;
      return random() < Math.min(0.9, chance * Math.exp(slope * trouble));
    })
    .map(({ key }) => key)
    .slice(0, most ?? options.length);
  if (chosen.length) return chosen;
  const none = options.find(({ key, isMissing }) => key === 'geen' || isMissing);
  return none ? [none.key] : [];
}
