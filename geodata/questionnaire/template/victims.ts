import type { Block, Condition, Option } from '../questionnaire.ts';
import { yesOrNo } from './options.ts';
import { like, option, question, say, unanswered } from './wording.ts';

const nothing = option(
  'geen',
  'Nee, niets van dit alles',
  'No, none of these',
  'Hayır, hiçbiri',
  'Nein, nichts davon',
  'لا، لم يحدث شيء مما سبق',
);
const unsaid = unanswered(
  'zeg-niet',
  'Wil ik niet zeggen',
  "I'd rather not say",
  'Söylemek istemiyorum',
  'Möchte ich nicht sagen',
  'أفضّل عدم الإجابة',
);

const crimes: readonly Option[] = [
  option(
    'inbraak',
    'Er is bij mij ingebroken',
    'Somebody broke into my home',
    'Evime hırsız girdi',
    'Bei mir wurde eingebrochen',
    'اقتُحم بيتي بقصد السرقة',
  ),
  option(
    'fiets',
    'Mijn fiets is gestolen',
    'My bicycle was stolen',
    'Bisikletim çalındı',
    'Mein Fahrrad wurde gestohlen',
    'سُرقت دراجتي',
  ),
  option(
    'auto',
    'Mijn auto is gestolen, of iets eruit',
    'My car was stolen, or something out of it',
    'Arabam veya içinden bir şey çalındı',
    'Mein Auto oder etwas daraus wurde gestohlen',
    'سُرقت سيارتي أو شيء منها',
  ),
  option(
    'diefstal',
    'Er is iets anders van mij gestolen',
    'Something else of mine was stolen',
    'Başka bir eşyam çalındı',
    'Mir wurde etwas anderes gestohlen',
    'سُرق مني شيء آخر',
  ),
  option(
    'vernieling',
    'Iets van mij is kapot gemaakt',
    'Something of mine was broken on purpose',
    'Bir eşyam kasıtlı olarak kırıldı',
    'Etwas von mir wurde mutwillig zerstört',
    'أُتلف شيء أملكه عمدًا',
  ),
  option(
    'bedreiging',
    'Iemand heeft mij bedreigd',
    'Somebody threatened me',
    'Biri beni tehdit etti',
    'Jemand hat mich bedroht',
    'هددني شخص',
  ),
  option(
    'geweld',
    'Iemand heeft mij pijn gedaan',
    'Somebody hurt me',
    'Biri bana fiziksel zarar verdi',
    'Jemand hat mich verletzt',
    'آذاني شخص جسديًا',
  ),
  nothing,
  unsaid,
];

const onlineCrimes: readonly Option[] = [
  option(
    'koop',
    'Ik kocht iets online en kreeg het niet',
    'I bought something online and did not get it',
    'İnternetten bir şey aldım ama gelmedi',
    'Ich kaufte online etwas und bekam es nicht',
    'اشتريت شيئًا عبر الإنترنت ولم يصلني',
  ),
  option(
    'bankfraude',
    'Iemand haalde met een smoes geld van mijn rekening',
    'Somebody tricked me out of money on my account',
    'Biri beni kandırıp hesabımdan para aldı',
    'Jemand holte durch Betrug Geld von meinem Konto',
    'احتال عليّ شخص وسحب مالًا من حسابي',
  ),
  option(
    'inbreken',
    'Iemand kwam in mijn account of computer',
    'Somebody got into my account or computer',
    'Biri hesabıma veya bilgisayarıma girdi',
    'Jemand drang in mein Konto oder meinen Computer ein',
    'اخترق شخص حسابي أو حاسوبي',
  ),
  option(
    'online-bedreiging',
    'Iemand bedreigde mij online',
    'Somebody threatened me online',
    'Biri beni internette tehdit etti',
    'Jemand bedrohte mich online',
    'هددني شخص عبر الإنترنت',
  ),
  nothing,
  unsaid,
];

function isVictim(question: string): Condition {
  const values = ['geen', 'zeg-niet'];
  return { match: 'all', tests: [{ question, operator: 'none-of', values }] };
}

export const victims: Block = {
  key: 'slachtoffer',
  title: say(['Misdrijven', 'Crimes', 'Suçlar', 'Straftaten', 'الجرائم']),
  about: say([
    'Het gaat om de afgelopen 12 maanden. U hoeft niets te vertellen dat u niet kwijt wilt.',
    'This is about the past 12 months. You need not tell us anything that you would rather not.',
    'Son 12 ay hakkındadır. İstemediğiniz bir şeyi anlatmak zorunda değilsiniz.',
    'Es geht um die letzten 12 Monate. Sie müssen nichts sagen, was Sie nicht möchten.',
    'يتعلق هذا بالأشهر الاثني عشر الماضية. لست مضطرًا إلى ذكر ما لا تريد.',
  ]),
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'misdrijf',
      [
        'Is u een van deze dingen overkomen?',
        'Did any of these things happen to you?',
        'Bunlardan biri başınıza geldi mi?',
        'Ist Ihnen etwas davon passiert?',
        'هل حدث لك شيء من هذا؟',
      ],
      { kind: 'several', options: crimes, most: null },
    ),
    question(
      'misdrijf-aantal',
      [
        'Hoe vaak is u in die tijd zoiets overkomen?',
        'How many times did such a thing happen to you in that time?',
        'Bu sürede böyle bir şey kaç kez başınıza geldi?',
        'Wie oft ist Ihnen so etwas in dieser Zeit passiert?',
        'كم مرة حدث لك ذلك في هذه المدة؟',
      ],
      { kind: 'number', least: 1, most: 99 },
      { askedIf: isVictim('misdrijf') },
    ),
    question(
      'aangifte',
      [
        'Heeft u de laatste keer aangifte gedaan bij de politie?',
        'Did you report the last one to the police?',
        'Sonuncusunu polise bildirdiniz mi?',
        'Haben Sie das letzte Mal Anzeige bei der Polizei erstattet?',
        'هل أبلغت الشرطة في المرة الأخيرة؟',
      ],
      { kind: 'choice', options: yesOrNo },
      { askedIf: isVictim('misdrijf') },
    ),
  ],
};

export const online: Block = {
  key: 'online',
  title: say(['Online', 'Online', 'İnternette', 'Online', 'على الإنترنت']),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'online-misdrijf',
      [
        'Is u in de afgelopen 12 maanden online iets overkomen?',
        'Did anything happen to you online in the past 12 months?',
        'Son 12 ayda internette başınıza bir şey geldi mi?',
        'Ist Ihnen in den letzten 12 Monaten online etwas passiert?',
        'هل حدث لك شيء عبر الإنترنت خلال الأشهر الاثني عشر الماضية؟',
      ],
      { kind: 'several', options: onlineCrimes, most: null },
      like('slachtoffers-oplichting'),
    ),
    question(
      'online-gemeld',
      [
        'Heeft u dat ergens gemeld?',
        'Did you report it anywhere?',
        'Bunu bir yere bildirdiniz mi?',
        'Haben Sie das irgendwo gemeldet?',
        'هل أبلغت عن ذلك في أي مكان؟',
      ],
      { kind: 'choice', options: yesOrNo },
      { askedIf: isVictim('online-misdrijf') },
    ),
  ],
};
