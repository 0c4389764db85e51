import type { Polarity } from '../../indicator.ts';
import type { Measure, MeasuredIndicator, ScalePart } from '../questionnaire.ts';

const agreed = ['5', '4'];

/** What the template measures; keys begin with `enquete-`, as none of it is word for word what others ask. */
export const templateIndicators: readonly MeasuredIndicator[] = [
  scale(
    'voorzieningen',
    'Oordeel over straten en pleinen (schaalscore 0-10)',
    'Judgement of streets and squares (scale score 0-10)',
    'leefomgeving.fysiek',
    agree('voorzieningen', ['wegen', 'licht', 'groen', 'spelen']),
  ),
  scale(
    'samenleven',
    'Samenleven in de buurt (schaalscore 0-10)',
    'Living together in the neighbourhood (scale score 0-10)',
    'leefomgeving.sociaal',
    agree('samenleven', ['kennen', 'omgang', 'helpen', 'thuis']),
  ),
  mean(
    'cijfer-buurt',
    'Cijfer voor wonen in de buurt',
    'Mark for living in the neighbourhood',
    'leefomgeving.sociaal',
  ),
  share(
    'buurt-slechter',
    'Vindt de buurt slechter geworden',
    'Finds that the neighbourhood got worse',
    'leefomgeving.sociaal',
    'higher-is-worse',
    'verandering',
    ['slechter'],
  ),
  share(
    'last-rommel',
    'Veel last van rommel op straat',
    'Bothered a lot by litter',
    'leefomgeving.fysiek',
    'higher-is-worse',
    'last/rommel',
    ['veel'],
  ),
  share(
    'last-vernieling',
    'Veel last van vernielingen',
    'Bothered a lot by vandalism',
    'leefomgeving.fysiek',
    'higher-is-worse',
    'last/vernieling',
    ['veel'],
  ),
  share(
    'last-hard-rijden',
    'Veel last van te hard rijden',
    'Bothered a lot by speeding',
    'leefomgeving.fysiek',
    'higher-is-worse',
    'last/hard-rijden',
    ['veel'],
  ),
  share(
    'last-geluid',
    'Veel last van lawaai',
    'Bothered a lot by noise',
    'leefomgeving.fysiek',
    'higher-is-worse',
    'last/geluid',
    ['veel'],
  ),
  share(
    'last-jongeren',
    'Veel last van groepen jongeren',
    'Bothered a lot by groups of young people',
    'jeugd.overlast',
    'higher-is-worse',
    'last/jongeren',
    ['veel'],
  ),
  share(
    'last-drank',
    'Veel last van dronken mensen',
    'Bothered a lot by drunk people',
    'jeugd.alcohol-drugs',
    'higher-is-worse',
    'last/drank',
    ['veel'],
  ),
  share(
    'last-drugs',
    'Veel last van drugs',
    'Bothered a lot by drugs',
    'jeugd.alcohol-drugs',
    'higher-is-worse',
    'last/drugs',
    ['veel'],
  ),
  share(
    'last-buren',
    'Veel last van buren',
    'Bothered a lot by neighbours',
    'leefomgeving.sociaal',
    'higher-is-worse',
    'last/buren',
    ['veel'],
  ),
  share(
    'onveilig',
    'Voelt zich vaak of soms onveilig',
    'Feels unsafe often or sometimes',
    'leefomgeving.subjectief',
    'higher-is-worse',
    'onveilig',
    ['vaak', 'soms'],
  ),
  scale(
    'mijden',
    'Mijden uit onveiligheid (schaalscore 0-10)',
    'Avoiding for safety (scale score 0-10)',
    'leefomgeving.subjectief',
    {
      kind: 'scale',
      parts: ['omlopen', 'deur', 'thuisblijven'].map((row) => ({
        question: `mijden/${row}`,
        points: { vaak: 3, soms: 2, zelden: 1, nooit: 0 },
      })),
      lowest: 0,
      highest: 3,
      least: 2,
    },
    'higher-is-worse',
  ),
  mean(
    'cijfer-veiligheid',
    'Cijfer voor veiligheid in de buurt',
    'Mark for safety in the neighbourhood',
    'leefomgeving.subjectief',
  ),
  share(
    'respectloos-onbekenden',
    'Weleens zonder respect behandeld door onbekenden',
    'Treated without respect by strangers at times',
    'leefomgeving.sociaal',
    'higher-is-worse',
    'zonder-respect/onbekenden',
    ['vaak', 'soms'],
  ),
  share(
    'discriminatie',
    'Is het afgelopen jaar gediscrimineerd',
    'Was discriminated against in the past year',
    'leefomgeving.sociaal',
    'higher-is-worse',
    'discriminatie',
    ['ja'],
  ),
  share(
    'slachtoffer',
    'Slachtoffer van een misdrijf (12 maanden)',
    'Victim of a crime (12 months)',
    'leefomgeving.objectief',
    'higher-is-worse',
    'misdrijf',
    ['inbraak', 'fiets', 'auto', 'diefstal', 'vernieling', 'bedreiging', 'geweld'],
  ),
  share(
    'slachtoffer-online',
    'Slachtoffer van een online misdrijf (12 maanden)',
    'Victim of an online crime (12 months)',
    'leefomgeving.objectief',
    'higher-is-worse',
    'online-misdrijf',
    ['koop', 'bankfraude', 'inbreken', 'online-bedreiging'],
  ),
  share(
    'buurtapp',
    'Lid van een buurtapp',
    'Member of a neighbourhood watch chat',
    'leefomgeving.sociaal',
    'neutral',
    'maatregelen',
    ['buurtapp'],
  ),
  scale(
    'politie-buurt',
    'Oordeel over de politie in de buurt (schaalscore 0-10)',
    'Judgement of the police in the neighbourhood (scale score 0-10)',
    'leefomgeving.subjectief',
    agree('politie-buurt', ['zichtbaar', 'bereikbaar', 'helpt']),
  ),
  mean('vertrouwen-politie', 'Vertrouwen in de politie (0-10)', 'Trust in the police (0-10)', 'integriteit'),
  scale(
    'gemeente-veiligheid',
    'Oordeel over wat de gemeente voor veiligheid doet (schaalscore 0-10)',
    'Judgement of what the municipality does for safety (scale score 0-10)',
    'integriteit',
    agree('gemeente-veiligheid', ['vertelt', 'luistert', 'lost-op']),
  ),
  share(
    'vuurwerk',
    'Veel last van vuurwerk',
    'Bothered a lot by fireworks',
    'leefomgeving.sociaal',
    'higher-is-worse',
    'vuurwerk',
    ['veel'],
  ),
];

function share(
  key: string,
  nl: string,
  en: string,
  theme: string,
  polarity: Polarity,
  question: string,
  keys: readonly string[],
): MeasuredIndicator {
  return define(key, nl, en, theme, polarity, { kind: 'share', question, keys });
}

function mean(question: string, nl: string, en: string, theme: string): MeasuredIndicator {
  return define(question, nl, en, theme, 'higher-is-better', { kind: 'mean', question });
}

function scale(
  key: string,
  nl: string,
  en: string,
  theme: string,
  measure: Measure,
  polarity: Polarity = 'higher-is-better',
): MeasuredIndicator {
  return define(key, nl, en, theme, polarity, measure);
}

/** A scale of rows that people agree with, from 1 to 5; who answered most of them counts. */
function agree(question: string, rows: readonly string[]): Measure {
  const points = Object.fromEntries([...agreed, '3', '2', '1'].map((key) => [key, Number(key)]));
  const parts: ScalePart[] = rows.map((row) => ({ question: `${question}/${row}`, points }));
  return { kind: 'scale', parts, lowest: 1, highest: 5, least: rows.length - 1 };
}

function define(
  key: string,
  nl: string,
  en: string,
  theme: string,
  polarity: Polarity,
  measure: Measure,
): MeasuredIndicator {
  return { key: `enquete-${key}`, name: { nl, en }, theme, polarity, decimals: 1, measure };
}
