/** The languages that a letter can have beside Dutch. */
export const letterLanguages = ['en', 'tr', 'de', 'ar'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** What a letter says in one language. */
export interface LetterWords {
  readonly greeting: string;
  readonly invitation: (name: string, age: number) => string;
  readonly reminder: (name: string, day: string) => string;
  readonly how: string;
  readonly scan: string;
  readonly orGo: string;
  readonly enter: string;
  readonly code: string;
  readonly until: (day: string) => string;
  readonly anonymous: string;
  readonly contact: (contact: string) => string;
}

export const letterWords: Readonly<Record<'nl' | LetterLanguage, LetterWords>> = {
  nl: {
    greeting: 'Beste inwoner,',
    invitation: (name, age) =>
      `U bent door loting gekozen om mee te doen aan het onderzoek ‘${name}’. Wilt u de vragenlijst invullen? Meedoen mag vanaf ${age} jaar en is vrijwillig.`,
    reminder: (name, day) =>
      `Eerder vroegen wij u om mee te doen aan het onderzoek ‘${name}’. De code in die brief is nog niet gebruikt. U kunt nog meedoen tot en met ${day}.`,
    how: 'Zo doet u mee',
    scan: 'Scan de QR-code met de camera van uw telefoon,',
    orGo: 'of ga naar',
    enter: 'en vul uw code in:',
    code: 'Uw code',
    until: (day) =>
      `Invullen kan tot en met ${day}. U kunt tussendoor stoppen en later met uw code verdergaan.`,
    anonymous:
      'Uw antwoorden zijn anoniem. Uw code en uw antwoorden worden los van elkaar bewaard; niemand kan zien wat u hebt geantwoord.',
    contact: (contact) => `Vragen? ${contact}`,
  },
  en: {
    greeting: 'Dear inhabitant,',
    invitation: (name, age) =>
      `You have been drawn by lot to take part in the survey ‘${name}’. Would you answer the questionnaire? It is for people of ${age} and older, and voluntary.`,
    reminder: (name, day) =>
      `We asked you before to take part in the survey ‘${name}’. The code in that letter has not been used yet. You can still take part until ${day}.`,
    how: 'How to take part',
    scan: 'Scan the QR code with the camera of your telephone,',
    orGo: 'or go to',
    enter: 'and enter your code.',
    code: 'Your code',
    until: (day) => `You can answer until ${day}, that day included.`,
    anonymous: 'Your answers are anonymous: your code and your answers are kept apart.',
    contact: (contact) => `Questions? ${contact}`,
  },
  tr: {
    greeting: 'Sayın sakin,',
    invitation: (name, age) =>
      `‘${name}’ araştırmasına katılmak üzere kura ile seçildiniz. Anketi doldurur musunuz? Anket ${age} yaş ve üstü içindir ve gönüllüdür.`,
    reminder: (name, day) =>
      `Daha önce sizden ‘${name}’ araştırmasına katılmanızı istemiştik. O mektuptaki kod henüz kullanılmadı. ${day} günü sonuna kadar katılabilirsiniz.`,
    how: 'Nasıl katılırsınız',
    scan: 'QR kodunu telefonunuzun kamerasıyla okutun',
    orGo: 'ya da şu adrese gidin:',
    enter: 've kodunuzu girin.',
    code: 'Kodunuz',
    until: (day) => `${day} günü sonuna kadar cevap verebilirsiniz.`,
    anonymous: 'Cevaplarınız anonimdir: kodunuz ile cevaplarınız ayrı ayrı saklanır.',
    contact: (contact) => `Sorularınız mı var? ${contact}`,
  },
  de: {
    greeting: 'Liebe Einwohnerin, lieber Einwohner,',
    invitation: (name, age) =>
      `Sie wurden durch das Los ausgewählt, an der Befragung „${name}“ teilzunehmen. Füllen Sie bitte den Fragebogen aus? Er ist für Menschen ab ${age} Jahren und freiwillig.`,
    reminder: (name, day) =>
      `Wir haben Sie schon einmal gebeten, an der Befragung „${name}“ teilzunehmen. Der Code in jenem Brief wurde noch nicht verwendet. Sie können noch bis einschließlich ${day} teilnehmen.`,
    how: 'So nehmen Sie teil',
    scan: 'Scannen Sie den QR-Code mit der Kamera Ihres Telefons,',
    orGo: 'oder gehen Sie zu',
    enter: 'und geben Sie Ihren Code ein.',
    code: 'Ihr Code',
    until: (day) => `Sie können bis einschließlich ${day} antworten.`,
    anonymous: 'Ihre Antworten sind anonym: Ihr Code und Ihre Antworten werden getrennt aufbewahrt.',
    contact: (contact) => `Fragen? ${contact}`,
  },
  ar: {
    greeting: 'عزيزي الساكن، عزيزتي الساكنة،',
    invitation: (name, age) =>
      `اختيرت مشاركتك بالقرعة في استبيان «${name}». هل تملأ الاستبيان؟ هو لمن بلغ ${age} سنة أو أكثر، والمشاركة طوعية.`,
    reminder: (name, day) =>
      `طلبنا منك من قبل أن تشارك في استبيان «${name}». لم يُستعمل الرمز الذي في تلك الرسالة بعد. ما زال بإمكانك المشاركة حتى نهاية يوم ${day}.`,
    how: 'كيف تشارك',
    scan: 'امسح رمز الاستجابة السريعة بكاميرا هاتفك،',
    orGo: 'أو اذهب إلى',
    enter: 'وأدخل رمزك.',
    code: 'رمزك',
    until: (day) => `يمكنك الإجابة حتى نهاية يوم ${day}.`,
    anonymous: 'إجاباتك مجهولة الهوية: رمزك وإجاباتك محفوظان كل على حدة.',
    contact: (contact) => `هل لديك أسئلة؟ ${contact}`,
  },
};
