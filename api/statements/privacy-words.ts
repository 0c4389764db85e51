import type { Language } from '../../geodata/text.ts';

/** What is kept of somebody, why, and for how long. */
export interface Kept {
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly until: string;
}

interface PrivacyWords {
  readonly title: string;
  readonly intro: readonly string[];
  /** Where addresses are looked for by the service of somebody else. */
  readonly findsAddresses: string;
  readonly table: string;
  readonly head: readonly [who: string, what: string, why: string, until: string];
  /** By the number of days that the trail is kept. */
  readonly kept: (trailDays: number) => readonly Kept[];
  readonly rights: string;
  readonly rightsText: readonly string[];
  readonly contact: (email: string) => string;
  readonly noContact: string;
}

export const privacyWords: Readonly<Record<Language, PrivacyWords>> = {
  nl: {
    title: 'Gegevensbescherming',
    intro: [
      'Wijkinformatie laat cijfers over gebieden zien, nooit over personen. Cijfers die naar iemand zouden kunnen wijzen, zijn weggelaten.',
      'Wie kijkt, wordt niet gevolgd: er zijn geen advertenties, geen meetprogramma’s van anderen en geen cookies voor wie niet is aangemeld. Kaarten, letters en kaartondergrond komen van deze site zelf. Wie vraagt waar hij is, houdt zijn plaats op zijn eigen toestel.',
    ],
    findsAddresses:
      'Wat u in het zoekveld typt, gaat zonder uw netwerkadres naar de dienst die adressen zoekt; hier wordt het niet bewaard.',
    table: 'Wat van wie bewaard wordt',
    head: ['Van wie', 'Wat', 'Waarvoor', 'Hoe lang'],
    kept: (days) => [
      {
        who: 'wie kijkt',
        what: 'in het logboek van de server: welk soort pagina wanneer werd gevraagd, zonder adres en zonder waarnaar werd gekeken; het netwerkadres alleen in het geheugen',
        why: 'de site werkend houden, en verzoeken begrenzen die haar voor anderen zouden ophouden',
        until:
          'het netwerkadres zolang het verzoek duurt; het logboek zo lang als de beheerder van de server het bewaart',
      },
      {
        who: 'wie zich aanmeldt',
        what: 'naam, e-mailadres, rollen en manieren om aan te melden; van elke sessie de browser en het netwerkadres',
        why: 'weten wie iets mag zien of veranderen',
        until: 'een sessie twaalf uur; de rest tot het account wordt opgeheven',
      },
      {
        who: 'wie iets verandert of gesloten cijfers ophaalt',
        what: 'wat wanneer werd gedaan, met het nummer van het account',
        why: 'kunnen nagaan wie wat deed',
        until: `${days} dagen`,
      },
      {
        who: 'wie schrijft',
        what: 'verhaal, praktijk, nieuws of document; de naam van de schrijver alleen als die dat wil',
        why: 'het verhaal achter de cijfers vertellen',
        until: 'de naam tot het account wordt opgeheven; de tekst zolang de redactie hem toont',
      },
      {
        who: 'wie meekijkt met een presentatie',
        what: 'niets; geteld wordt alleen hoeveel mensen meekijken',
        why: 'de spreker laten zien of iedereen er is',
        until: 'zolang de presentatie duurt',
      },
      {
        who: 'wie een vragenlijst invult',
        what: 'de antwoorden met leeftijdsgroep, geslacht en wijk, zonder naam, adres, code of tijdstip; wat nog niet verstuurd is, versleuteld',
        why: 'cijfers over wijken en gemeenten maken',
        until:
          'codes tot het einde van de ronde; antwoorden tot ze tot cijfers zijn gemaakt, of langer als de ronde dat zegt',
      },
    ],
    rights: 'Wat u kunt vragen',
    rightsText: [
      'Wie een account heeft, ziet op de pagina “Mijn account” wat van hem bewaard wordt en kan dat daar laten verwijderen. In het logboek van handelingen blijft dan een nummer zonder naam staan.',
      'U kunt ook vragen om inzage, verbetering of verwijdering, en een klacht indienen bij de Autoriteit Persoonsgegevens.',
    ],
    contact: (email) => `Vragen over uw gegevens: ${email}.`,
    noContact: 'Vragen over uw gegevens: bij de organisatie die deze site aanbiedt.',
  },
  en: {
    title: 'Data protection',
    intro: [
      'Wijkinformatie shows figures about areas, never about persons. Figures that could point at somebody are left out.',
      'Whoever looks is not followed: there are no advertisements, no measuring by others, and no cookies for who has not signed in. Maps, letters and the base map come from this site itself. Whoever asks where he is keeps his position on his own device.',
    ],
    findsAddresses:
      'What you type in the search field goes, without your network address, to the service that finds addresses; it is not kept here.',
    table: 'What is kept of whom',
    head: ['Of whom', 'What', 'What for', 'How long'],
    kept: (days) => [
      {
        who: 'who looks',
        what: 'in the log of the server: what kind of page was asked for and when, without an address and without what was looked at; the network address in memory alone',
        why: 'to keep the site working, and to bound requests that would hold it up for others',
        until:
          'the network address as long as the request takes; the log as long as whoever runs the server keeps it',
      },
      {
        who: 'who signs in',
        what: 'name, e-mail address, roles and ways to sign in; of each session the browser and the network address',
        why: 'to know who may see or change something',
        until: 'a session for twelve hours; the rest until the account is removed',
      },
      {
        who: 'who changes something or fetches closed figures',
        what: 'what was done and when, with the number of the account',
        why: 'to be able to see who did what',
        until: `${days} days`,
      },
      {
        who: 'who writes',
        what: 'a story, practice, news or document; the name of its writer only if he wishes',
        why: 'to tell the story behind the figures',
        until: 'the name until the account is removed; the text as long as the editors show it',
      },
      {
        who: 'who follows a presentation',
        what: 'nothing; only how many follow is counted',
        why: 'to show the speaker whether everybody is there',
        until: 'as long as the presentation takes',
      },
      {
        who: 'who answers a questionnaire',
        what: 'the answers with band of age, sex and district, without name, address, code or time; what was not sent yet, encrypted',
        why: 'to make figures about districts and municipalities',
        until:
          'codes until the end of the round; answers until figures were made of them, or longer where the round says so',
      },
    ],
    rights: 'What you can ask for',
    rightsText: [
      'Whoever has an account sees on the page “My account” what is kept of him, and can have it removed there. In the log of acts a number without a name stays.',
      'You can also ask to see, correct or remove what is kept, and complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).',
    ],
    contact: (email) => `Questions about your data: ${email}.`,
    noContact: 'Questions about your data: to the organisation that offers this site.',
  },
};
