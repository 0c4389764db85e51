import type { Questionnaire } from '../questionnaire.ts';
import { municipality, police } from './authorities.ts';
import { templateIndicators } from './indicators.ts';
import { liveability } from './liveability.ts';
import { troubles } from './nuisance.ts';
import { newYear, prevention } from './prevention.ts';
import { perception, respect } from './safety.ts';
import { online, victims } from './victims.ts';
import { say, templateLanguages } from './wording.ts';

/**
 * The questionnaire that every databank begins with: the themes of the national Veiligheidsmonitor in words of our own,
 * with a part of one municipality's own as an example.
 */
export const questionnaireTemplate: Questionnaire = {
  key: 'veiligheid-in-de-buurt',
  version: 1,
  name: say([
    'Veiligheid in uw buurt',
    'Safety in your neighbourhood',
    'Mahallenizde güvenlik',
    'Sicherheit in Ihrer Nachbarschaft',
    'الأمان في حيّك',
  ]),
  languages: templateLanguages,
  introduction: say([
    'Met deze vragen horen we hoe het is om in uw buurt te wonen. Het kost ongeveer 10 minuten. U mag elke vraag overslaan, behalve waar dat erbij staat. Uw antwoorden zijn anoniem: niemand kan zien wat u heeft gezegd.',
    'With these questions we learn what it is like to live in your neighbourhood. It takes about 10 minutes. You may skip any question unless it says otherwise. Your answers are anonymous: nobody can see what you said.',
    'Bu sorularla mahallenizde yaşamanın nasıl olduğunu öğreniyoruz. Yaklaşık 10 dakika sürer. Aksi belirtilmedikçe her soruyu atlayabilirsiniz. Yanıtlarınız anonimdir: ne söylediğinizi kimse göremez.',
    'Mit diesen Fragen erfahren wir, wie es ist, in Ihrer Nachbarschaft zu wohnen. Es dauert etwa 10 Minuten. Sie dürfen jede Frage überspringen, wenn nichts anderes dabeisteht. Ihre Antworten sind anonym: Niemand kann sehen, was Sie gesagt haben.',
    'نتعرف بهذه الأسئلة على الحياة في حيّك. تستغرق نحو 10 دقائق. يمكنك تخطي أي سؤال ما لم يُذكر غير ذلك. إجاباتك مجهولة الهوية: لا يستطيع أحد أن يرى ما قلته.',
  ]),
  thanks: say([
    'Dank u wel. Uw antwoorden tellen mee voor uw wijk. De uitkomsten komen op de kaart.',
    'Thank you. Your answers count for your district. The results will be on the map.',
    'Teşekkür ederiz. Yanıtlarınız semtiniz için sayılır. Sonuçlar haritada yer alacak.',
    'Vielen Dank. Ihre Antworten zählen für Ihr Viertel. Die Ergebnisse kommen auf die Karte.',
    'شكرًا لك. إجاباتك تُحتسب لمنطقتك. ستظهر النتائج على الخريطة.',
  ]),
  blocks: [
    liveability,
    troubles,
    perception,
    respect,
    victims,
    online,
    prevention,
    police,
    municipality,
    newYear,
  ],
  indicators: templateIndicators,
};
