import type { AnsweringWords } from './answering-words.ts';

export const de: AnsweringWords = {
  language: 'Deutsch',
  chooseLanguage: 'Sprache',
  skip: 'Zum Inhalt',
  errorTitle: (title) => `Fehler: ${title}`,
  errorHeading: 'Etwas ist noch nicht richtig ausgefüllt',
  help: (email) => `Klappt es nicht? Schreiben Sie an ${email}.`,
  code: {
    title: 'Fragebogen ausfüllen',
    lead: 'Geben Sie den Code aus Ihrem Brief ein.',
    label: 'Ihr Code',
    hint: 'Zwölf Buchstaben und Ziffern, zum Beispiel K7MD-R3XP-4WTC. Kleinbuchstaben gehen auch.',
    next: 'Weiter',
    faults: {
      empty: 'Geben Sie den Code aus Ihrem Brief ein',
      'too-short': 'Dieser Code ist zu kurz: ein Code hat zwölf Zeichen',
      'too-long': 'Dieser Code ist zu lang: ein Code hat zwölf Zeichen',
      'unknown-sign': 'Dieser Code enthält ein Zeichen, das in unseren Codes nicht vorkommt',
      'wrong-check': 'Dieser Code stimmt nicht: prüfen Sie jedes Zeichen',
    },
    unknown:
      'Diesen Code kennen wir nicht. Prüfen Sie jedes Zeichen. Stimmt der Code, dann ist der Fragebogen, zu dem er gehört, schon geschlossen.',
    ended: (name, day) => `Der Fragebogen „${name}“ ist seit dem ${day} geschlossen.`,
    keptHere:
      'Was Sie gerade ausgefüllt haben, steht noch auf dieser Seite und wird gespeichert, sobald Sie Ihren Code eingeben.',
    otherCode: {
      title: 'Diese Seite gehört zu einem anderen Code',
      text: 'In diesem Browser wurde inzwischen ein anderer Code eingegeben. Von dieser Seite ist noch nichts gespeichert. Geben Sie den Code ein, mit dem Sie diese Seite geöffnet haben.',
    },
  },
  otherCode: {
    title: 'In diesem Browser antworten Sie bereits mit einem anderen Code',
    text: 'Sie haben einen Link mit einem anderen Code geöffnet. Stand dieser Link nicht in Ihrem eigenen Brief? Dann machen Sie weiter, wo Sie waren. Was Sie gespeichert haben, bleibt erhalten.',
    given: 'Der Code des Links:',
    change: 'Weiter mit dem Code des Links',
    openText:
      'Sie haben einen Link geöffnet, mit dem alle neu beginnen. Wollten Sie den Fragebogen fortsetzen, an dem Sie waren? Dann machen Sie weiter, wo Sie waren. Was Sie gespeichert haben, bleibt erhalten.',
    begin: 'Neu beginnen',
  },
  intro: {
    begin: 'Beginnen',
    resume: 'Weiter, wo Sie waren',
    until: (day) => `Sie können den Fragebogen bis einschließlich ${day} ausfüllen.`,
    privacyTitle: 'Ihre Antworten sind anonym',
    privacy: [
      'Wir speichern nicht, wer welche Antworten gab: Ihr Code und Ihre Antworten werden getrennt aufbewahrt.',
      'Solange Sie nicht absenden, können Sie mit Ihrem Code weitermachen, wo Sie waren. Bis dahin sind Ihre Antworten mit Ihrem Code verschlüsselt.',
      'Nach dem Absenden kann niemand Ihre Antworten mehr einsehen oder ändern, auch Sie nicht.',
      'Diese Seiten verwenden ein einziges Cookie, das sich Ihren Code merkt, solange Ihr Browser offen ist, und speichern keine Adresse Ihres Geräts.',
    ],
    openPrivacy: [
      'Wir fragen nicht, wer Sie sind, und speichern keine Adresse Ihres Geräts.',
      'Sie können aufhören und später weitermachen, wo Sie waren. Solange Sie nicht absenden, sind Ihre Antworten verschlüsselt.',
      'Nach dem Absenden kann niemand Ihre Antworten mehr einsehen oder ändern, auch Sie nicht.',
      'Diese Seiten verwenden ein einziges Cookie, das weiß, wo Sie waren, solange Ihr Browser offen ist.',
    ],
    openLead: (ageFrom) => `Alle ab ${ageFrom} Jahren, die hier wohnen, können mitmachen.`,
    ownCode: 'Ihr eigener Code:',
    ownCodeHint: 'Schreiben Sie diesen Code auf, wenn Sie später weitermachen möchten.',
  },
  person: {
    title: 'Über Sie',
    about: 'Das fragen wir, um zu sehen, ob alle Gruppen von Einwohnern vertreten sind.',
    age: 'Wie alt sind Sie?',
    bands: {
      '15-17': '15 bis 17 Jahre',
      '18-24': '18 bis 24 Jahre',
      '25-44': '25 bis 44 Jahre',
      '45-64': '45 bis 64 Jahre',
      '65-74': '65 bis 74 Jahre',
      '75+': '75 Jahre oder älter',
    },
    below: (age) => `Jünger als ${age} Jahre`,
    sex: 'Sind Sie ein Mann oder eine Frau?',
    man: 'Mann',
    woman: 'Frau',
    unsaid: 'Das sage ich lieber nicht',
    otherSex: 'Anders, oder das sage ich lieber nicht',
    district: 'In welchem Stadtteil wohnen Sie?',
    districtHint: 'Die Stadtteile (wijken) stehen unter ihrer Gemeinde.',
    choose: 'Wählen Sie Ihren Stadtteil',
    missing: {
      age: 'Wählen Sie Ihr Alter, oder dass Sie es lieber nicht sagen',
      sex: 'Wählen Sie eine Antwort',
      district: 'Wählen Sie den Stadtteil, in dem Sie wohnen',
    },
  },
  block: {
    progress: (number, count) => `Teil ${number} von ${count}`,
    next: 'Speichern und weiter',
    back: 'Zurück',
    later: 'Später weitermachen',
    saved: 'Was Sie ausfüllen, wird gespeichert, wenn Sie einen dieser Knöpfe drücken.',
    required: '(müssen Sie beantworten)',
    severalHint: (most) =>
      most === null ? 'Sie dürfen mehrere Antworten wählen.' : `Wählen Sie höchstens ${most}.`,
    numberHint: (least, most) => `Eine Zahl von ${least} bis ${most}.`,
    textHint: (longest) => `Höchstens ${longest} Zeichen.`,
    textWarning: 'Nennen Sie keine Namen, Adressen oder Telefonnummern.',
    scaleHint: (from, lowest, to, highest) => `${from} bedeutet: ${lowest}. ${to} bedeutet: ${highest}.`,
    noOpinion: 'Keine Meinung',
    noAnswer: 'Keine Antwort',
    more: 'Durch Ihre Antwort ist auf dieser Seite eine Frage hinzugekommen.',
    conflictTitle: 'Sie haben diesen Teil auch in einem anderen Fenster ausgefüllt',
    conflict:
      'Unten steht, was Sie hier ausgefüllt haben. Wählen Sie „Speichern und weiter“, um das zu behalten.',
    conflictOther: 'Jetzt gespeichert, aus dem anderen Fenster:',
  },
  faults: {
    missing: () => 'Beantworten Sie diese Frage',
    'not-an-option': () => 'Wählen Sie eine der Antworten',
    'one-only': () => 'Wählen Sie eine einzige Antwort',
    'too-many': (bound) => `Wählen Sie höchstens ${bound} Antworten`,
    contradiction: () => '„Weiß nicht“ passt nicht zu einer anderen Antwort',
    'no-number': () => 'Geben Sie eine ganze Zahl ein',
    'too-low': (bound) => `Geben Sie eine Zahl ab ${bound} ein`,
    'too-high': (bound) => `Geben Sie eine Zahl bis ${bound} ein`,
    'too-long': (bound) => `Verwenden Sie höchstens ${bound} Zeichen`,
  },
  check: {
    title: 'Ihre Antworten prüfen',
    lead: 'Das haben Sie ausgefüllt. Sie können noch alles ändern.',
    change: 'Ändern',
    changeOf: (title) => `Ändern: ${title}`,
    nothing: 'Nicht ausgefüllt',
    send: 'Absenden',
    sendHint: 'Nach dem Absenden können Sie nichts mehr ändern.',
    unfinished: 'Einige Fragen sind noch nicht beantwortet',
  },
  thanks: {
    title: 'Vielen Dank, Ihre Antworten sind abgeschickt',
    sent: 'Ihr Code ist jetzt verwendet.',
    close: 'Sie können dieses Fenster schließen.',
  },
  later: {
    title: 'Ihre Antworten sind gespeichert',
    text: 'Machen Sie später mit diesem Code weiter, auf diesem oder einem anderen Gerät.',
    day: (day) => `Das geht bis einschließlich ${day}. Was dann nicht abgeschickt ist, wird gelöscht.`,
  },
  notices: {
    used: {
      title: 'Mit diesem Code wurde schon geantwortet',
      text: 'Die Antworten sind eingegangen; es ist nichts mehr zu tun. Haben Sie nicht selbst geantwortet? Wenden Sie sich dann an den Absender des Briefes.',
    },
    sentBefore: {
      title: 'Ihre Antworten waren schon abgeschickt',
      text: 'Sie sind einmal eingegangen und zählen einmal. Was Sie danach noch ausgefüllt haben, wurde nicht hinzugefügt.',
    },
    noCookie: {
      title: 'Ihr Browser speichert kein Cookie',
      text: 'Dieser Fragebogen braucht ein einziges Cookie, das sich Ihren Code merkt, solange Ihr Browser offen ist. Erlauben Sie Cookies für diese Seite und geben Sie Ihren Code neu ein. Was Sie vorher gespeichert haben, ist noch da.',
    },
    lostCookie: {
      title: 'Ihr Browser kennt Ihren Code nicht mehr',
      text: 'Geben Sie Ihren Code neu ein, um weiterzumachen, wo Sie waren.',
    },
    tooYoung: {
      title: 'Vielen Dank, aber dieser Fragebogen ist nicht für Sie',
      text: 'Dieser Fragebogen ist für Menschen, die älter sind. Von Ihnen wurde nichts gespeichert.',
    },
    noOpenLink: {
      title: 'Diesen Fragebogen gibt es nicht, oder nur mit einem Code',
      text: 'Haben Sie einen Brief bekommen? Geben Sie dann den Code daraus ein.',
    },
    tooMany: {
      title: 'Zu viele Versuche',
      text: 'Von Ihrem Anschluss aus wurde zu oft etwas versucht. Warten Sie eine Viertelstunde und versuchen Sie es erneut. Was Sie gespeichert haben, ist noch da.',
    },
    otherPage: {
      title: 'Das kam nicht von einer Seite dieses Fragebogens',
      text: 'Es wurde nichts geändert. Gehen Sie zurück zum Fragebogen und versuchen Sie es dort noch einmal.',
    },
    failed: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Was Sie vorher gespeichert haben, ist noch da. Gehen Sie zurück und versuchen Sie es in ein paar Minuten noch einmal: was Sie auf der letzten Seite ausgefüllt haben, steht dann meistens noch da.',
    },
    unavailable: {
      title: 'Der Fragebogen ist gerade nicht erreichbar',
      text: 'Was Sie vorher gespeichert haben, ist noch da. Versuchen Sie es in ein paar Minuten noch einmal.',
    },
    notFound: {
      title: 'Diese Seite gehört nicht zu Ihrem Fragebogen',
      text: 'Vielleicht hat eine Antwort geändert, was Sie gefragt werden. Was Sie gespeichert haben, ist noch da.',
    },
    notYet: {
      title: 'Der Fragebogen ist noch nicht offen',
      text: (day) => `Sie können ab ${day} antworten. Bewahren Sie Ihren Code bis dahin auf.`,
    },
    ended: {
      title: 'Der Fragebogen ist geschlossen',
      text: (day) =>
        `Sie konnten bis einschließlich ${day} antworten. Was nicht abgeschickt wurde, zählt nicht.`,
    },
  },
  toCode: 'Einen Code eingeben',
};
