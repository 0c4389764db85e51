import type { Block } from '../questionnaire.ts';
import { agreement, contentment, yesOrNo } from './options.ts';
import { like, question, row, say } from './wording.ts';

export const police: Block = {
  key: 'politie',
  title: say(['De politie', 'The police', 'Polis', 'Die Polizei', 'الشرطة']),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'contact-politie',
      [
        'Heeft u in de afgelopen 12 maanden contact met de politie gehad?',
        'Were you in contact with the police in the past 12 months?',
        'Son 12 ayda polisle temasınız oldu mu?',
        'Hatten Sie in den letzten 12 Monaten Kontakt mit der Polizei?',
        'هل تواصلت مع الشرطة خلال الأشهر الاثني عشر الماضية؟',
      ],
      { kind: 'choice', options: yesOrNo },
      like('contact-politie'),
    ),
    question(
      'tevreden-contact',
      [
        'Hoe tevreden was u over dat contact?',
        'How satisfied were you with that contact?',
        'Bu temastan ne kadar memnun kaldınız?',
        'Wie zufrieden waren Sie mit diesem Kontakt?',
        'ما مدى رضاك عن هذا التواصل؟',
      ],
      { kind: 'choice', options: contentment },
      {
        askedIf: {
          match: 'all',
          tests: [{ question: 'contact-politie', operator: 'any-of', values: ['ja'] }],
        },
      },
    ),
    question(
      'politie-buurt',
      [
        'Wat vindt u van de politie in uw buurt?',
        'What do you think of the police in your neighbourhood?',
        'Mahallenizdeki polis hakkında ne düşünüyorsunuz?',
        'Was halten Sie von der Polizei in Ihrer Nachbarschaft?',
        'ما رأيك في الشرطة في حيّك؟',
      ],
      {
        kind: 'grid',
        rows: [
          row(
            'zichtbaar',
            'Ik zie de politie vaak genoeg',
            'I see the police often enough',
            'Polisi yeterince sık görüyorum',
            'Ich sehe die Polizei oft genug',
            'أرى الشرطة بما يكفي',
          ),
          row(
            'bereikbaar',
            'Ik kan de wijkagent goed bereiken',
            'I can easily reach the neighbourhood officer',
            'Mahalle polisine kolayca ulaşabilirim',
            'Ich kann den Kontaktbeamten gut erreichen',
            'يمكنني التواصل بسهولة مع شرطي الحي',
          ),
          row(
            'helpt',
            'De politie helpt als het nodig is',
            'The police help when it is needed',
            'Gerektiğinde polis yardım eder',
            'Die Polizei hilft, wenn es nötig ist',
            'الشرطة تساعد عند الحاجة',
          ),
        ],
        options: agreement,
      },
      like('tevreden-politie-buurt'),
    ),
    question(
      'vertrouwen-politie',
      [
        'Hoeveel vertrouwen heeft u in de politie?',
        'How much do you trust the police?',
        'Polise ne kadar güveniyorsunuz?',
        'Wie sehr vertrauen Sie der Polizei?',
        'ما مدى ثقتك بالشرطة؟',
      ],
      {
        kind: 'scale',
        from: 0,
        to: 10,
        lowest: say(['Geen vertrouwen', 'No trust', 'Hiç güvenmiyorum', 'Kein Vertrauen', 'لا ثقة']),
        highest: say([
          'Veel vertrouwen',
          'A lot of trust',
          'Çok güveniyorum',
          'Großes Vertrauen',
          'ثقة كبيرة',
        ]),
        offersNone: true,
      },
    ),
  ],
};

export const municipality: Block = {
  key: 'gemeente',
  title: say(['De gemeente', 'The municipality', 'Belediye', 'Die Gemeinde', 'البلدية']),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'gemeente-veiligheid',
      [
        'Wat vindt u van wat de gemeente voor de veiligheid doet?',
        'What do you think of what the municipality does for safety?',
        'Belediyenin güvenlik için yaptıkları hakkında ne düşünüyorsunuz?',
        'Was halten Sie davon, was die Gemeinde für die Sicherheit tut?',
        'ما رأيك فيما تفعله البلدية من أجل الأمان؟',
      ],
      {
        kind: 'grid',
        rows: [
          row(
            'vertelt',
            'De gemeente vertelt wat zij doet',
            'The municipality tells what it does',
            'Belediye ne yaptığını anlatır',
            'Die Gemeinde erzählt, was sie tut',
            'البلدية تخبر بما تفعله',
          ),
          row(
            'luistert',
            'De gemeente luistert naar bewoners',
            'The municipality listens to residents',
            'Belediye sakinleri dinler',
            'Die Gemeinde hört den Bewohnern zu',
            'البلدية تستمع إلى السكان',
          ),
          row(
            'lost-op',
            'De gemeente doet iets aan problemen',
            'The municipality deals with problems',
            'Belediye sorunları çözer',
            'Die Gemeinde kümmert sich um Probleme',
            'البلدية تعالج المشكلات',
          ),
        ],
        options: agreement,
      },
    ),
    question(
      'wens',
      [
        'Wat kan de gemeente als eerste doen voor uw buurt?',
        'What could the municipality do first for your neighbourhood?',
        'Belediye mahalleniz için önce ne yapabilir?',
        'Was könnte die Gemeinde zuerst für Ihre Nachbarschaft tun?',
        'ما أول ما يمكن أن تفعله البلدية لحيّك؟',
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
      },
    ),
  ],
};
