import type { OwnReadingWords } from './reading-words.ts';

export const enReading: OwnReadingWords = {
  profile: {
    outstanding: 'What stands out',
    changes: 'What changed',
    figures: 'All figures',
    figure: 'Figure',
    value: 'Value',
    difference: 'Difference',
    verdict: 'Verdict',
    before: 'Before',
    after: 'Now',
    notCompared: 'count: grows with its area',
    noReference: 'no figure to compare with',
    noMethod: 'no margins or counts known',
    elsewhere: 'Where else does this occur?',
    verdicts: {
      'not-testable': 'cannot be tested',
      'not-different': 'may be chance',
      higher: 'higher',
      lower: 'lower',
    },
    sinces: { before: 'Since the measurement before', first: 'Since the first comparable measurement' },
    found: (count, tested, reference) =>
      tested === 1
        ? `The only figure that can be tested differs from ${reference} by more than chance.`
        : `${count} of ${tested} figures tested ${count === 1 ? 'differs' : 'differ'} from ${reference} by more than chance.`,
    nothingFound: (tested, reference) =>
      tested === 1
        ? `The only figure that can be tested differs from ${reference} by no more than chance.`
        : tested > 0
          ? `None of ${tested} figures tested differs from ${reference} by more than chance.`
          : `No figure can be tested against ${reference}.`,
    ranked: (areas) => `The largest difference comes first, measured in the spread between ${areas}.`,
    carried: (year) =>
      `All figures stand on the boundaries of ${year}: those of other boundaries are converted, and estimated where an area was redrawn.`,
    changed: (count, tested) =>
      tested === 1
        ? 'The only figure that can be tested changed by more than chance.'
        : `${count} of ${tested} figures tested changed by more than chance.`,
    nothingChanged: (tested) =>
      tested === 1
        ? 'The only figure that can be tested changed by no more than chance.'
        : tested > 0
          ? `None of ${tested} figures tested changed by more than chance.`
          : 'There is no earlier measurement that compares with it.',
    versus: (value, other, where, unit) => `${value} against ${other} ${where} (${unit}).`,
  },
  municipality: {
    intro: (name, reference) =>
      `The newest figures of ${name} beside those of ${reference}, and which differences may be chance.`,
    choose: 'Municipality',
    onMap: 'Show on the map',
    districts: 'The districts compared',
    figure: 'Figure',
    none: 'There are no figures of this municipality.',
    districtReports: 'Report of all districts',
    beside: 'The municipalities beside each other',
    besideNearest: (count, name) => `The ${count} municipalities with about as many inhabitants as ${name}.`,
    multiples: (indicator) => `${indicator} in each municipality through time`,
    heat: (reference) => `How far each municipality lies from ${reference}`,
  },
  report: {
    noPlace:
      'The boundaries of this year are not there (any more): others were published meanwhile. The report holds without the map too.',
    title: 'Report',
    about: 'Report on',
    drawn: 'Figure in map and charts',
    print: 'Print or save as PDF',
    xlsx: 'Download Excel',
    unit: 'Unit',
    day: 'Day',
    against: 'Compared with',
    method: 'Method',
    methods:
      'Survey figures have the margins of their source. Counts and figures per inhabitant get an exact Poisson interval, shares a Wilson interval, all 95%. A difference is called more than chance where it still is after correcting for all tests at once (Benjamini-Hochberg, 5%). A missing figure is not a zero.',
    figuresSheet: 'Figures',
    aboutSheet: 'About',
    none: 'There is no such area. Find another above.',
    noSelection: 'The selection is empty. Choose areas on the map to report on.',
    noFigures: 'There are no figures of this area.',
    noPeers: 'Too little is known of this area to liken it to others.',
    distance: 'Distance',
    alike: 'Most alike in',
    unlike: 'Least alike in',
    history: 'Borders through the years',
    definitions: 'Sources and definitions',
    made: 'How it is made and reads',
    summed: 'Added up from parts where the source gives no figure.',
    asPublished: 'As the source gives it.',
    kinds: { area: 'this area', selection: 'the selection', districts: 'all districts of the municipality' },
    polarities: {
      'higher-is-better': 'Higher is better.',
      'higher-is-worse': 'Higher is worse.',
      neutral: 'High is neither better nor worse.',
    },
    intro: (day, reference) => `As of ${day}, compared with ${reference}.`,
    madeOn: (day) => `Made on ${day}. This report opens at`,
    rank: (rank, tied, first, last, of, areas) =>
      `Place ${rank === tied ? rank : `${rank} to ${tied} (shared)`} of ${of} ${areas}, from high to low; ${first === last ? 'which stands when the uncertainty of figures is counted in' : `as figures are uncertain it may be place ${first} to ${last}`}.`,
    mapTitle: (area, indicator) => `${area} and surroundings: ${indicator}`,
    beside: 'Put them beside each other',
    alikeIn: (figures) => `most alike in ${figures}`,
    peersNote: (count) =>
      `Nearest to each other in ${count} background figures, anywhere in the region; distance in standard deviations over all figures together.`,
    type: (name, size, of, areas) => `Type: ${name} (${size} of ${of} ${areas}).`,
    sameBorders: (years) => `The borders did not change in the divisions of ${years}.`,
    derived: (numerator, denominator, factor) =>
      `Computed: ${numerator} ÷ ${denominator}${factor === '1' ? '' : ` × ${factor}`}.`,
    weighted: (weight) => `Of larger areas weighted by ${weight}.`,
    pictureSource: (source) => `Source: ${source}. Wijkinformatie Twente`,
    saveAs: (title, format) => `${title}: save as ${format}`,
  },
  access: {
    intro:
      'This is who sees what. A change holds at once, everywhere: on the map, in tables, reports and downloads.',
    site: 'The whole site',
    siteOpen: 'The site is open: who has not signed in sees what is for everyone.',
    siteClosed: 'The site is closed: who has not signed in sees nothing.',
    openSite: 'Open the site',
    closeSite: 'Close the site',
    seeAs: 'See as',
    seeAsHint: 'The map as another sees it. A bar says that you do, and ends it.',
    rules: 'Who sees which figures',
    ladder:
      'From open to closed: everyone, partners, police and safety coordinators, administrators. Who may see more sees what comes before it too.',
    rulesHint:
      'Of all that applies to a figure, the most closed counts. A rule holds for its level and all that is smaller. What is computed of closed figures is as closed.',
    subject: 'About',
    allLevels: 'All levels',
    visibilities: {
      public: 'Everyone',
      partner: 'Partners',
      police: 'Police and coordinators',
      administrator: 'Administrators',
    },
    kinds: {
      source: 'Sources',
      indicator: 'Subjects',
      release: 'Releases',
      municipality: 'Municipalities, for their own areas',
    },
    outcomes: {
      saving: 'Applying…',
      saved: 'Applied.',
      failed: 'That did not work; nothing was changed.',
    },
    fromLevel: (level) => `From ${level} down`,
    items: (count) => `${count} items`,
  },
  charts: {
    deviationHead: 'Deviation',
    swarm: (unit, further) =>
      `Each dot is an area. Unit: ${unit}.${further > 0 ? ` Beyond the scale, at its edge: ${further}.` : ''}`,
    deviation: (reference, among) =>
      `Distance to ${reference}, measured in the spread between ${among} (robust standard deviation). Orange is worse, blue better, purple neither; an open circle may be chance or cannot be tested. What lies beyond 4 is at the edge.`,
    multiples: (unit, reference) =>
      `Unit: ${unit}. All on one scale${reference ? `; the dashed line is ${reference}` : ''}.`,
    heatNote: (reference) =>
      `The colour says how many spreads (robust standard deviations between municipalities) a figure lies from ${reference}, not whether that is more than chance.`,
    heat: {
      'heat-warm-2': 'worse, 2 or more',
      'heat-warm-1': 'worse, 1 to 2',
      'heat-cool-1': 'better, 1 to 2',
      'heat-cool-2': 'better, 2 or more',
      'heat-plain-1': 'different, 1 to 2',
      'heat-plain-2': 'different, 2 or more',
    },
    profile: (area, reference, theme) => `${area} beside ${reference}: ${theme}`,
    distribution: (indicator, period, areas) => `${indicator}, ${period}: how all ${areas} are spread`,
  },
};
