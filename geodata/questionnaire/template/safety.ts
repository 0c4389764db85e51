import type { Block } from '../questionnaire.ts';
import { frequency, preferNotToSay } from './options.ts';
import { like, option, question, row, say } from './wording.ts';

export const perception: Block = {
  key: 'beleving',
  title: say([
    'Hoe veilig u zich voelt',
    'How safe you feel',
    'Kendinizi ne kadar güvende hissediyorsunuz',
    'Wie sicher Sie sich fühlen',
    'مدى شعورك بالأمان',
  ]),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'onveilig',
      [
        'Voelt u zich weleens onveilig?',
        'Do you ever feel unsafe?',
        'Kendinizi güvensiz hissettiğiniz olur mu?',
        'Fühlen Sie sich manchmal unsicher?',
        'هل تشعر أحيانًا بعدم الأمان؟',
      ],
      { kind: 'choice', options: frequency },
      { isRequired: true, ...like('onveiligheidsgevoelens-algemeen') },
    ),
    question(
      'onveilig-buurt',
      [
        'Voelt u zich weleens onveilig in uw eigen buurt?',
        'Do you ever feel unsafe in your own neighbourhood?',
        'Kendi mahallenizde güvensiz hissettiğiniz olur mu?',
        'Fühlen Sie sich in Ihrer eigenen Nachbarschaft manchmal unsicher?',
        'هل تشعر أحيانًا بعدم الأمان في حيّك؟',
      ],
      { kind: 'choice', options: frequency },
      {
        ...like('onveiligheidsgevoelens'),
        askedIf: { match: 'all', tests: [{ question: 'onveilig', operator: 'none-of', values: ['nooit'] }] },
      },
    ),
    question(
      'mijden',
      [
        'Hoe vaak doet u dit omdat u zich anders niet veilig voelt?',
        'How often do you do this because you would not feel safe otherwise?',
        'Kendinizi güvende hissetmek için bunları ne sıklıkla yaparsınız?',
        'Wie oft tun Sie dies, um sich sicher zu fühlen?',
        'كم مرة تفعل هذا لكي تشعر بالأمان؟',
      ],
      {
        kind: 'grid',
        rows: [
          row(
            'omlopen',
            'Een andere weg nemen',
            'Take another way',
            'Başka bir yoldan gitmek',
            'Einen anderen Weg nehmen',
            'أسلك طريقًا آخر',
          ),
          row(
            'deur',
            "'s Avonds de deur niet opendoen",
            'Not open the door in the evening',
            'Akşamları kapıyı açmamak',
            'Abends die Tür nicht öffnen',
            'لا أفتح الباب مساءً',
          ),
          row(
            'thuisblijven',
            "'s Avonds thuis blijven",
            'Stay at home in the evening',
            'Akşamları evde kalmak',
            'Abends zu Hause bleiben',
            'أبقى في البيت مساءً',
          ),
        ],
        options: frequency,
      },
      like('omlopen'),
    ),
    question(
      'cijfer-veiligheid',
      [
        'Welk cijfer geeft u voor de veiligheid in uw buurt?',
        'What mark do you give for safety in your neighbourhood?',
        'Mahallenizin güvenliğine kaç puan verirsiniz?',
        'Welche Note geben Sie der Sicherheit in Ihrer Nachbarschaft?',
        'ما الدرجة التي تعطيها للأمان في حيّك؟',
      ],
      {
        kind: 'scale',
        from: 1,
        to: 10,
        lowest: say(['Heel onveilig', 'Very unsafe', 'Hiç güvenli değil', 'Sehr unsicher', 'غير آمن إطلاقًا']),
        highest: say(['Heel veilig', 'Very safe', 'Çok güvenli', 'Sehr sicher', 'آمن جدًا']),
        offersNone: true,
      },
      { isRequired: true, ...like('veiligheid-rapportcijfer') },
    ),
  ],
};

export const respect: Block = {
  key: 'respect',
  title: say(['Respect', 'Respect', 'Saygı', 'Respekt', 'الاحترام']),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'zonder-respect',
      [
        'Hoe vaak behandelen deze mensen u zonder respect?',
        'How often do these people treat you without respect?',
        'Bu kişiler size ne sıklıkla saygısız davranıyor?',
        'Wie oft behandeln diese Menschen Sie respektlos?',
        'كم مرة يعاملك هؤلاء دون احترام؟',
      ],
      {
        kind: 'grid',
        rows: [
          row(
            'onbekenden',
            'Mensen op straat die u niet kent',
            'People in the street whom you do not know',
            'Sokakta tanımadığınız kişiler',
            'Unbekannte auf der Straße',
            'أشخاص في الشارع لا تعرفهم',
          ),
          row(
            'bekenden',
            'Mensen die u wel kent',
            'People whom you know',
            'Tanıdığınız kişiler',
            'Menschen, die Sie kennen',
            'أشخاص تعرفهم',
          ),
          row(
            'winkels',
            'Mensen die in winkels werken',
            'People who work in shops',
            'Dükkânlarda çalışanlar',
            'Menschen, die in Geschäften arbeiten',
            'العاملون في المتاجر',
          ),
          row(
            'overheid',
            'Mensen die bij de gemeente werken',
            'People who work for the municipality',
            'Belediyede çalışanlar',
            'Menschen, die bei der Gemeinde arbeiten',
            'العاملون في البلدية',
          ),
        ],
        options: frequency,
      },
    ),
    question(
      'discriminatie',
      [
        'Bent u het afgelopen jaar gediscrimineerd?',
        'Were you discriminated against in the past year?',
        'Geçen yıl ayrımcılığa uğradınız mı?',
        'Wurden Sie im letzten Jahr diskriminiert?',
        'هل تعرضت للتمييز خلال السنة الماضية؟',
      ],
      {
        kind: 'choice',
        options: [
          option('ja', 'Ja', 'Yes', 'Evet', 'Ja', 'نعم'),
          option('nee', 'Nee', 'No', 'Hayır', 'Nein', 'لا'),
          preferNotToSay,
        ],
      },
      like('discriminatie-ervaren'),
    ),
  ],
};
