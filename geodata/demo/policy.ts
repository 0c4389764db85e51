import type { StepState } from '../policy/cycle.ts';
import { dueDateOf, type PolicyStep, type PolicyTemplate } from '../policy/template.ts';

/** A cycle of the demonstration: made up, and marked so in its texts. */
export interface DemonstrationCycle {
  readonly municipality: string;
  readonly template: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly steps: readonly {
    readonly step: string;
    readonly state: StepState;
    readonly owner: string;
    readonly due: string | null;
    readonly documentTitle: string;
    readonly decision: string;
    readonly decidedOn: string | null;
  }[];
  readonly priorities: readonly DemonstrationPriority[];
}

interface DemonstrationPriority {
  readonly title: string;
  readonly about: string;
  readonly indicators: readonly string[];
  readonly actions: readonly {
    readonly what: string;
    readonly organisation: string;
    readonly until: string;
    readonly state: StepState;
  }[];
}

/** How far a municipality is with a plan: steps that are done, and months that it runs behind the others. */
interface Pace {
  readonly done: number;
  readonly behind: number;
  /** Keys of steps that it leaves out. */
  readonly leftOut?: readonly string[];
}

/** The plans that are being made for 2027; two municipalities are still busy with the one before. */
const coming: Readonly<Record<string, Pace>> = {
  GM0141: { done: 9, behind: 0 },
  GM0147: { done: 8, behind: 0 },
  GM1774: { done: 6, behind: 6 },
  GM0153: { done: 9, behind: 0 },
  GM0158: { done: 4, behind: 12, leftOut: ['peiling'] },
  GM0163: { done: 5, behind: 6 },
  GM0164: { done: 8, behind: 0 },
  GM1735: { done: 7, behind: 0 },
  GM0168: { done: 2, behind: 12 },
  GM0173: { done: 7, behind: 0 },
  GM1742: { done: 6, behind: 6, leftOut: ['verhaal'] },
  GM1700: { done: 1, behind: 12 },
};

/** The plans of 2023 to 2026, which are at their end. */
const running: Readonly<Record<string, Pace>> = {
  GM0141: { done: 7, behind: 0 },
  GM0153: { done: 8, behind: -6 },
  GM0158: { done: 7, behind: 6 },
  GM0163: { done: 7, behind: 0 },
  GM0164: { done: 7, behind: 0 },
  GM0168: { done: 6, behind: 6, leftOut: ['kader'] },
  GM1700: { done: 7, behind: 12 },
  GM0183: { done: 5, behind: 6 },
  GM0189: { done: 7, behind: 0 },
};

const plans = [
  { template: 'twens', fromYear: 2027, toYear: 2030, paces: coming },
  { template: 'kernbeleid-veiligheid', fromYear: 2023, toYear: 2026, paces: running },
] as const;

const owners = [
  'coördinator integrale veiligheid',
  'beleidsadviseur veiligheid',
  'projectgroep veiligheidsplan',
  'team onderzoek en statistiek',
] as const;

const burglary: DemonstrationPriority = {
  title: 'Minder woninginbraken (verzonnen)',
  about: 'In enkele wijken wordt vaker ingebroken dan elders. Daar komt de meeste inzet.',
  indicators: ['woninginbraken-per-1000'],
  actions: [
    {
      what: 'Preventieadvies aan huis in straten met veel inbraken',
      organisation: 'Woningcorporatie (verzonnen)',
      until: '2026-06-30',
      state: 'in-progress',
    },
    {
      what: 'Gerichte surveillance in de donkere maanden',
      organisation: 'Politie, basisteam (verzonnen)',
      until: '2026-03-31',
      state: 'done',
    },
  ],
};

const fear: DemonstrationPriority = {
  title: 'Zich veilig voelen in de eigen buurt (verzonnen)',
  about: 'Inwoners vertellen in wijkgesprekken waar en wanneer zij zich onveilig voelen.',
  indicators: ['onveiligheidsgevoelens', 'misdrijven-per-1000'],
  actions: [
    {
      what: 'Wijkgesprekken met bewoners en wijkagent',
      organisation: 'Gemeente en politie (verzonnen)',
      until: '2026-12-31',
      state: 'in-progress',
    },
    {
      what: 'Verlichting van fietspaden en stationsomgeving',
      organisation: 'Gemeente, openbare ruimte (verzonnen)',
      until: '2027-06-30',
      state: 'not-begun',
    },
  ],
};

/** The cycles of the demonstration, by the steps of the templates that there are. */
export function planDemonstrationPolicy(templates: readonly PolicyTemplate[]): DemonstrationCycle[] {
  return plans.flatMap(({ paces, ...plan }) => {
    const template = templates.find(({ key }) => key === plan.template);
    if (!template) return [];
    return Object.entries(paces).map(([municipality, pace]) => ({
      ...plan,
      municipality,
      steps: template.steps.map((step, place) => describeStep(step, place, pace, plan.fromYear)),
      priorities: pace.done < 5 ? [] : plan.fromYear === 2023 ? [burglary, fear] : [burglary],
    }));
  });
}

function describeStep(step: PolicyStep, place: number, pace: Pace, fromYear: number) {
  const { done, behind, leftOut = [] } = pace;
  const state = leftOut.includes(step.key)
    ? 'not-applicable'
    : place < done
      ? 'done'
      : place === done
        ? 'in-progress'
        : 'not-begun';
  const dueMonth = step.dueMonth === null ? null : step.dueMonth + behind;
  const due = dueDateOf({ dueMonth }, fromYear);
  const isDecided = state === 'done' && step.decidedBy !== null;
  return {
    step: step.key,
    state,
    owner: owners[place % owners.length] ?? owners[0],
    due,
    documentTitle: state === 'done' && step.documents[0] ? `${step.documents[0].nl} (verzonnen)` : '',
    decision: isDecided ? `Akkoord: ${step.decidedBy?.nl} (verzonnen)` : '',
    decidedOn: isDecided ? due : null,
  } as const;
}

/** The one shared list of the demonstration. */
export const demonstrationList = {
  title: 'Woninginbraken langs de uitvalswegen (verzonnen)',
  about:
    'Buurten in zes gemeenten waar in 2023 vaker is ingebroken dan elders. De trekkers spreken elkaar elk kwartaal en vertellen wat werkt. Alles op deze pagina is verzonnen.',
  indicator: 'woninginbraken-per-1000',
  direction: 'higher',
  period: '2023',
  visibility: 'public',
  areas: [
    [
      'BU01410700',
      'wijkregisseur Almelo',
      'buurtpreventie met WhatsApp',
      'Begonnen in het voorjaar, drie straten doen mee.',
    ],
    ['BU01470001', 'coördinator veiligheid Borne', 'preventieadvies aan huis', ''],
    [
      'BU01530305',
      'wijkagent Enschede',
      'buurtpreventie met WhatsApp',
      'Samen met de school en de winkeliers.',
    ],
    [
      'BU01640101',
      'wijkregisseur Hengelo',
      'verlichting achterpaden',
      'Corporatie plaatst lampen voor de winter.',
    ],
    ['BU17350400', 'coördinator veiligheid Hof van Twente', '', ''],
    ['BU17420202', 'dorpsraad Rijssen', 'preventieadvies aan huis', ''],
  ],
  members: [
    ['Gemeente Almelo (verzonnen)', '2026-02-10'],
    ['Gemeente Enschede (verzonnen)', '2026-02-10'],
    ['Politie, basisteam Twente-Midden (verzonnen)', '2026-03-02'],
    ['Woningcorporatie (verzonnen)', '2026-04-20'],
  ],
  createdOn: '2026-02-10',
} as const;
