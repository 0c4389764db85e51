import type { OwnReadingWords } from './reading-words.ts';

export const nlReading: OwnReadingWords = {
  profile: {
    outstanding: 'Wat valt op',
    changes: 'Wat veranderde',
    figures: 'Alle cijfers',
    figure: 'Cijfer',
    value: 'Waarde',
    difference: 'Verschil',
    verdict: 'Oordeel',
    before: 'Eerst',
    after: 'Nu',
    notCompared: 'aantal: groeit met het gebied mee',
    noReference: 'geen cijfer om mee te vergelijken',
    noMethod: 'geen marges of aantallen bekend',
    elsewhere: 'Waar speelt dit nog meer?',
    verdicts: {
      'not-testable': 'niet te toetsen',
      'not-different': 'kan toeval zijn',
      higher: 'hoger',
      lower: 'lager',
    },
    sinces: { before: 'Sinds de vorige meting', first: 'Sinds de eerste vergelijkbare meting' },
    found: (count, tested, reference) =>
      tested === 1
        ? `Het enige cijfer dat te toetsen is, verschilt meer dan toeval van ${reference}.`
        : `${count} van ${tested} getoetste cijfers ${count === 1 ? 'verschilt' : 'verschillen'} meer dan toeval van ${reference}.`,
    nothingFound: (tested, reference) =>
      tested === 1
        ? `Het enige cijfer dat te toetsen is, verschilt niet meer dan toeval van ${reference}.`
        : tested > 0
          ? `Geen van ${tested} getoetste cijfers verschilt meer dan toeval van ${reference}.`
          : `Geen cijfer is tegen ${reference} te toetsen.`,
    ranked: (areas) => `Het grootste verschil staat eerst, gemeten in de spreiding tussen ${areas}.`,
    carried: (year) =>
      `Alle cijfers staan op de grenzen van ${year}: die van andere grenzen zijn omgerekend, en geschat waar een gebied hertekend is.`,
    changed: (count, tested) =>
      tested === 1
        ? 'Het enige cijfer dat te toetsen is, veranderde meer dan toeval.'
        : `${count} van ${tested} getoetste cijfers ${count === 1 ? 'veranderde' : 'veranderden'} meer dan toeval.`,
    nothingChanged: (tested) =>
      tested === 1
        ? 'Het enige cijfer dat te toetsen is, veranderde niet meer dan toeval.'
        : tested > 0
          ? `Geen van ${tested} getoetste cijfers veranderde meer dan toeval.`
          : 'Er is geen eerdere meting die ermee te vergelijken is.',
    versus: (value, other, where, unit) => `${value} tegenover ${other} ${where} (${unit}).`,
  },
  municipality: {
    intro: (name, reference) =>
      `De nieuwste cijfers van ${name} naast die van ${reference}, met wat toeval kan zijn en wat niet.`,
    choose: 'Gemeente',
    onMap: 'Toon op de kaart',
    districts: 'De wijken vergeleken',
    figure: 'Cijfer',
    none: 'Van deze gemeente zijn er geen cijfers.',
    districtReports: 'Rapport van alle wijken',
    beside: 'De gemeenten naast elkaar',
    besideNearest: (count, name) => `De ${count} gemeenten die in inwoners het dichtst bij ${name} liggen.`,
    multiples: (indicator) => `${indicator} in elke gemeente door de tijd`,
    heat: (reference) => `Hoever elke gemeente van ${reference} af ligt`,
  },
  report: {
    noPlace:
      'De grenzen van dit jaar zijn er niet (meer): er zijn intussen andere gepubliceerd. Het rapport klopt ook zonder de kaart.',
    title: 'Rapport',
    about: 'Rapport over',
    drawn: 'Cijfer in kaart en grafieken',
    print: 'Printen of als PDF bewaren',
    xlsx: 'Excel downloaden',
    unit: 'Eenheid',
    day: 'Datum',
    against: 'Vergeleken met',
    method: 'Methode',
    methods:
      'Van enquêtecijfers gelden de marges van de bron. Aantallen en cijfers per inwoner krijgen een exact Poisson-interval, aandelen een Wilson-interval, alle 95%. Een verschil heet meer dan toeval als het dat ook nog is na correctie voor alle toetsen tegelijk (Benjamini-Hochberg, 5%). Een ontbrekend cijfer is geen nul.',
    figuresSheet: 'Cijfers',
    aboutSheet: 'Toelichting',
    none: 'Dit gebied is er niet. Zoek hierboven een ander.',
    noSelection: 'De selectie is leeg. Kies op de kaart gebieden om een rapport van te maken.',
    noFigures: 'Van dit gebied zijn er geen cijfers.',
    noPeers: 'Er is te weinig bekend van dit gebied om het met andere te vergelijken.',
    distance: 'Afstand',
    alike: 'Lijkt het meest in',
    unlike: 'Verschilt het meest in',
    history: 'Grenzen door de jaren',
    definitions: 'Bronnen en definities',
    made: 'Hoe gemaakt en gelezen',
    summed: 'Opgeteld uit delen waar de bron geen cijfer geeft.',
    asPublished: 'Zoals de bron het geeft.',
    kinds: { area: 'dit gebied', selection: 'de selectie', districts: 'alle wijken van de gemeente' },
    polarities: {
      'higher-is-better': 'Hoger is gunstiger.',
      'higher-is-worse': 'Hoger is ongunstiger.',
      neutral: 'Hoog is niet gunstig of ongunstig.',
    },
    intro: (day, reference) => `Stand van ${day}, vergeleken met ${reference}.`,
    madeOn: (day) => `Gemaakt op ${day}. Dit rapport is te openen op`,
    rank: (rank, tied, first, last, of, areas) =>
      `Plaats ${rank === tied ? rank : `${rank} tot ${tied} (gedeeld)`} van ${of} ${areas}, van hoog naar laag; ${first === last ? 'dat blijft zo als de onzekerheid van de cijfers meetelt' : `door de onzekerheid van de cijfers kan dat plaats ${first} tot ${last} zijn`}.`,
    mapTitle: (area, indicator) => `${area} en omgeving: ${indicator}`,
    beside: 'Zet ze naast elkaar',
    alikeIn: (figures) => `lijkt het meest in ${figures}`,
    peersNote: (count) =>
      `Het dichtst bij elkaar in ${count} achtergrondcijfers, waar ook in de regio; afstand in standaardafwijkingen over alle cijfers samen.`,
    type: (name, size, of, areas) => `Type: ${name} (${size} van ${of} ${areas}).`,
    sameBorders: (years) => `De grenzen zijn niet gewijzigd in de indelingen van ${years}.`,
    derived: (numerator, denominator, factor) =>
      `Berekend: ${numerator} ÷ ${denominator}${factor === '1' ? '' : ` × ${factor}`}.`,
    weighted: (weight) => `Van grotere gebieden gewogen naar ${weight}.`,
    pictureSource: (source) => `Bron: ${source}. Wijkinformatie Twente`,
    saveAs: (title, format) => `${title}: bewaar als ${format}`,
  },
  access: {
    intro:
      'Hier staat wie wat te zien krijgt. Een wijziging geldt meteen, overal: op de kaart, in tabellen, rapporten en downloads.',
    site: 'De hele site',
    siteOpen: 'De site is open: wie zich niet heeft aangemeld, ziet wat voor iedereen is.',
    siteClosed: 'De site is gesloten: wie zich niet heeft aangemeld, ziet niets.',
    openSite: 'Site openen',
    closeSite: 'Site sluiten',
    seeAs: 'Bekijk als',
    seeAsHint: 'De kaart zoals een ander die ziet. Een balk zegt dat u dat doet, en stopt het.',
    rules: 'Wie ziet welke cijfers',
    ladder:
      'Van open naar gesloten: iedereen, partners, politie en veiligheidscoördinatoren, beheerders. Wie meer mag zien, ziet ook wat ervoor staat.',
    rulesHint:
      'Van alles wat voor een cijfer geldt, telt het meest geslotene. Een regel geldt voor het niveau en alles wat kleiner is. Wat uit gesloten cijfers is berekend, is even gesloten.',
    subject: 'Waarover',
    allLevels: 'Alle niveaus',
    visibilities: {
      public: 'Iedereen',
      partner: 'Partners',
      police: 'Politie en coördinatoren',
      administrator: 'Beheerders',
    },
    kinds: {
      source: 'Bronnen',
      indicator: 'Onderwerpen',
      release: 'Uitgaven',
      municipality: 'Gemeenten, voor hun eigen gebieden',
    },
    outcomes: {
      saving: 'Bezig met toepassen…',
      saved: 'Toegepast.',
      failed: 'Dit is niet gelukt; er is niets gewijzigd.',
    },
    fromLevel: (level) => `Vanaf ${level}`,
    items: (count) => `${count} onderdelen`,
  },
  charts: {
    deviationHead: 'Afwijking',
    swarm: (unit, further) =>
      `Elke stip is een gebied. Eenheid: ${unit}.${further > 0 ? ` Buiten de schaal, aan de rand: ${further}.` : ''}`,
    deviation: (reference, among) =>
      `Afstand tot ${reference}, gemeten in de spreiding tussen ${among} (robuuste standaardafwijking). Oranje is ongunstig, blauw gunstig, paars geen van beide; een open rondje kan toeval zijn of is niet te toetsen. Verder dan 4 staat aan de rand.`,
    multiples: (unit, reference) =>
      `Eenheid: ${unit}. Alle op één schaal${reference ? `; de streeplijn is ${reference}` : ''}.`,
    heatNote: (reference) =>
      `De kleur zegt hoeveel spreidingen (robuuste standaardafwijkingen tussen gemeenten) een cijfer van ${reference} af ligt, niet of dat meer is dan toeval.`,
    heat: {
      'heat-warm-2': 'ongunstig, 2 of meer',
      'heat-warm-1': 'ongunstig, 1 tot 2',
      'heat-cool-1': 'gunstig, 1 tot 2',
      'heat-cool-2': 'gunstig, 2 of meer',
      'heat-plain-1': 'anders, 1 tot 2',
      'heat-plain-2': 'anders, 2 of meer',
    },
    profile: (area, reference, theme) => `${area} naast ${reference}: ${theme}`,
    distribution: (indicator, period, areas) => `${indicator}, ${period}: hoe alle ${areas} verspreid liggen`,
  },
};
