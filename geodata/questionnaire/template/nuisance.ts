import type { Block } from '../questionnaire.ts';
import { nuisance } from './options.ts';
import { like, question, row, say, unanswered } from './wording.ts';

const kinds = [
  row(
    'rommel',
    'Rommel op straat',
    'Litter in the street',
    'Sokakta çöp',
    'Müll auf der Straße',
    'النفايات في الشارع',
  ),
  row(
    'vernieling',
    'Dingen die kapot zijn gemaakt',
    'Things that were broken on purpose',
    'Kasıtlı olarak kırılmış eşyalar',
    'Mutwillig zerstörte Dinge',
    'أشياء تم تخريبها عمدًا',
  ),
  row(
    'hard-rijden',
    'Te hard rijden',
    'Driving too fast',
    'Aşırı hız yapılması',
    'Zu schnelles Fahren',
    'القيادة بسرعة زائدة',
  ),
  row('geluid', 'Lawaai', 'Noise', 'Gürültü', 'Lärm', 'الضوضاء'),
  row(
    'jongeren',
    'Groepen jongeren op straat',
    'Groups of young people in the street',
    'Sokakta genç grupları',
    'Gruppen von Jugendlichen auf der Straße',
    'مجموعات من الشباب في الشارع',
  ),
  row(
    'drank',
    'Dronken mensen op straat',
    'Drunk people in the street',
    'Sokakta sarhoş insanlar',
    'Betrunkene auf der Straße',
    'أشخاص سكارى في الشارع',
  ),
  row(
    'drugs',
    'Drugs gebruiken of verkopen',
    'Using or selling drugs',
    'Uyuşturucu kullanımı veya satışı',
    'Drogenkonsum oder -handel',
    'تعاطي المخدرات أو بيعها',
  ),
  row(
    'buren',
    'Buren die overlast geven',
    'Neighbours who cause trouble',
    'Rahatsızlık veren komşular',
    'Störende Nachbarn',
    'جيران يسببون الإزعاج',
  ),
] as const;

export const troubles: Block = {
  key: 'overlast',
  title: say(['Overlast', 'Nuisance', 'Rahatsızlıklar', 'Belästigungen', 'الإزعاج']),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'last',
      [
        'Heeft u in uw buurt last van deze dingen?',
        'Do these things bother you in your neighbourhood?',
        'Mahallenizde bunlardan rahatsız oluyor musunuz?',
        'Stören Sie diese Dinge in Ihrer Nachbarschaft?',
        'هل تزعجك هذه الأمور في حيّك؟',
      ],
      { kind: 'grid', rows: kinds, options: nuisance },
      like('overlast-ervaren'),
    ),
    question(
      'eerst-aanpakken',
      [
        'Wat moet als eerste beter? Kies er hoogstens drie.',
        'What should be improved first? Choose up to three.',
        'Önce ne düzelmeli? En fazla üç tane seçin.',
        'Was sollte zuerst besser werden? Wählen Sie höchstens drei.',
        'ما الذي يجب تحسينه أولًا؟ اختر ثلاثة على الأكثر.',
      ],
      {
        kind: 'several',
        most: 3,
        options: [
          ...kinds.map(({ key, text }) => ({ key, text, isMissing: false })),
          unanswered(
            'niets',
            'Niets van dit alles',
            'None of these',
            'Bunların hiçbiri',
            'Nichts davon',
            'لا شيء مما سبق',
          ),
        ],
      },
    ),
    question(
      'last-toelichting',
      [
        'Waar en wanneer heeft u daar last van?',
        'Where and when does it bother you?',
        'Bundan nerede ve ne zaman rahatsız oluyorsunuz?',
        'Wo und wann stört Sie das?',
        'أين ومتى يزعجك ذلك؟',
      ],
      { kind: 'text', longest: 500 },
      {
        help: say([
          'Noem geen namen en geen huisnummers.',
          'Do not give names or house numbers.',
          'İsim ve kapı numarası yazmayın.',
          'Nennen Sie keine Namen und keine Hausnummern.',
          'لا تذكر أسماء ولا أرقام بيوت.',
        ]),
        askedIf: {
          match: 'any',
          tests: kinds.map(({ key }) => ({ question: `last/${key}`, operator: 'any-of', values: ['veel'] })),
        },
      },
    ),
  ],
};
