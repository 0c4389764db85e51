import { createNamedRandom } from '../../../geodata/demo/random.ts';
import { drawNormal, type Random } from '../../../geodata/statistics/random.ts';
import type { Neighbourhood } from './neighbourhoods.ts';

export const years = Array.from({ length: 12 }, (_, index) => 2013 + index);
/** The survey is held every fourth year. */
const surveyYears = years.filter((year) => year % 4 === 0);
/** Below this many inhabitants a source shows nothing that could be traced to a person. */
const fewest = 50;

/** Yearly figures as CSV: inhabitants and property values that drift, crimes that come by chance. */
export function writeYearly(neighbourhoods: readonly Neighbourhood[], seed: number): string {
  const random = createNamedRandom(seed, 'yearly');
  const lines = ['buurtcode,jaar,inwoners,misdrijven,woz'];
  for (const { code } of neighbourhoods) {
    const perPerson = 0.045 * Math.exp(0.5 * drawNormal(random));
    let inhabitants = 1100 * Math.exp(0.9 * drawNormal(random));
    let value = 240 * Math.exp(0.25 * drawNormal(random));
    for (const year of years) {
      inhabitants *= 1.004 + 0.015 * drawNormal(random);
      value *= 1.04 + 0.02 * drawNormal(random);
      const people = Math.round(inhabitants / 5) * 5;
      const crimes = drawPoisson(inhabitants * perPerson, random);
      lines.push(`${code},${year},${people},${crimes},${people < fewest ? 'x' : Math.round(value)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Survey figures as CSV: a score with its 95% interval, wider where fewer answered; asked of three in four. */
export function writeSurvey(neighbourhoods: readonly Neighbourhood[], seed: number): string {
  const random = createNamedRandom(seed, 'survey');
  const lines = ['buurtcode,jaar,score,onder,boven,antwoorden'];
  for (const { code } of neighbourhoods) {
    const level = 7 + 0.5 * drawNormal(random);
    const isAsked = random() < 0.75;
    for (const year of surveyYears) {
      if (!isAsked) {
        lines.push(`${code},${year},-99991,,,`);
        continue;
      }
      const answers = 40 + Math.floor(160 * random());
      const score = level + 0.2 * drawNormal(random);
      const margin = (1.96 * 1.5) / Math.sqrt(answers);
      const numbers = [score, score - margin, score + margin].map((number) => number.toFixed(1));
      lines.push(`${code},${year},${numbers.join()},${answers}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Registered crime by kind of offence as CSV, a column each: rarer and commoner kinds, in quiet and busy places. */
export function writeOffences(
  neighbourhoods: readonly Neighbourhood[],
  offences: readonly string[],
  seed: number,
): string {
  const random = createNamedRandom(seed, `offences ${offences.join()}`);
  const means = offences.map((_, index) => 0.5 * 1.35 ** index);
  const lines = [`buurtcode,jaar,${offences.join()}`];
  for (const { code } of neighbourhoods) {
    const busy = Math.exp(0.7 * drawNormal(random));
    for (const year of years)
      lines.push(`${code},${year},${means.map((mean) => drawPoisson(mean * busy, random)).join()}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A draw from the Poisson distribution: by multiplication (Knuth, 1969), for large means by the normal one. */
function drawPoisson(mean: number, random: Random): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
