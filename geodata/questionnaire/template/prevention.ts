import type { Block } from '../questionnaire.ts';
import { nuisance } from './options.ts';
import { option, question, say } from './wording.ts';

export const prevention: Block = {
  key: 'preventie',
  title: say([
    'Wat u zelf doet',
    'What you do yourself',
    'Sizin yaptıklarınız',
    'Was Sie selbst tun',
    'ما تفعله بنفسك',
  ]),
  about: null,
  askedIf: null,
  municipality: null,
  questions: [
    question(
      'maatregelen',
      [
        'Wat doet of heeft u om veilig te zijn?',
        'What do you do or have to be safe?',
        'Güvende olmak için ne yapıyorsunuz veya neyiniz var?',
        'Was tun oder haben Sie, um sicher zu sein?',
        'ماذا تفعل أو تملك لتكون آمنًا؟',
      ],
      {
        kind: 'several',
        most: null,
        options: [
          option(
            'sloten',
            'Extra sloten op de deur',
            'Extra locks on the door',
            'Kapıda ek kilitler',
            'Zusätzliche Türschlösser',
            'أقفال إضافية على الباب',
          ),
          option(
            'licht',
            'Licht buiten',
            'Light outside',
            'Dışarıda ışık',
            'Licht draußen',
            'إنارة خارج البيت',
          ),
          option(
            'camera',
            'Een camera of alarm',
            'A camera or an alarm',
            'Kamera veya alarm',
            'Eine Kamera oder ein Alarm',
            'كاميرا أو جهاز إنذار',
          ),
          option(
            'wachtwoorden',
            'Voor elk account een ander wachtwoord',
            'Another password for each account',
            'Her hesap için farklı parola',
            'Für jedes Konto ein anderes Passwort',
            'كلمة مرور مختلفة لكل حساب',
          ),
          option(
            'buurtapp',
            'Lid van een buurtapp',
            'Member of a neighbourhood watch chat',
            'Mahalle güvenlik grubuna üyelik',
            'Mitglied einer Nachbarschafts-Chatgruppe',
            'عضوية في مجموعة محادثة لأمن الحي',
          ),
          option(
            'geen',
            'Niets van dit alles',
            'None of these',
            'Bunların hiçbiri',
            'Nichts davon',
            'لا شيء مما سبق',
          ),
        ],
      },
    ),
  ],
};

/** The part of one municipality, as an example of a block of its own. */
export const newYear: Block = {
  key: 'enschede',
  title: say([
    'Vuurwerk in Enschede',
    'Fireworks in Enschede',
    "Enschede'de havai fişekler",
    'Feuerwerk in Enschede',
    'الألعاب النارية في إنسخده',
  ]),
  about: null,
  askedIf: null,
  municipality: 'GM0153',
  questions: [
    question(
      'vuurwerk',
      [
        'Heeft u in uw buurt last van vuurwerk?',
        'Do fireworks bother you in your neighbourhood?',
        'Mahallenizde havai fişeklerden rahatsız oluyor musunuz?',
        'Stört Sie Feuerwerk in Ihrer Nachbarschaft?',
        'هل تزعجك الألعاب النارية في حيّك؟',
      ],
      { kind: 'choice', options: nuisance },
    ),
  ],
};
