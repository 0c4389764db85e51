import type { Option } from '../questionnaire.ts';
import { option, unanswered } from './wording.ts';

const noIdea = unanswered(
  'weet-niet',
  'Weet ik niet',
  "I don't know",
  'Bilmiyorum',
  'Weiß ich nicht',
  'لا أعرف',
);
export const preferNotToSay = unanswered(
  'zeg-niet',
  'Wil ik niet zeggen',
  "I'd rather not say",
  'Söylemek istemiyorum',
  'Möchte ich nicht sagen',
  'أفضّل عدم الإجابة',
);

export const agreement: readonly Option[] = [
  option(
    '5',
    'Helemaal mee eens',
    'Strongly agree',
    'Kesinlikle katılıyorum',
    'Stimme voll zu',
    'أوافق بشدة',
  ),
  option('4', 'Mee eens', 'Agree', 'Katılıyorum', 'Stimme zu', 'أوافق'),
  option(
    '3',
    'Niet eens, niet oneens',
    'Neither agree nor disagree',
    'Ne katılıyorum ne katılmıyorum',
    'Teils, teils',
    'لا أوافق ولا أعارض',
  ),
  option('2', 'Mee oneens', 'Disagree', 'Katılmıyorum', 'Stimme nicht zu', 'لا أوافق'),
  option(
    '1',
    'Helemaal mee oneens',
    'Strongly disagree',
    'Kesinlikle katılmıyorum',
    'Stimme gar nicht zu',
    'لا أوافق بشدة',
  ),
  noIdea,
];

export const nuisance: readonly Option[] = [
  option('veel', 'Veel last', 'A lot', 'Çok rahatsız oluyorum', 'Stört mich sehr', 'انزعاج كبير'),
  option(
    'beetje',
    'Een beetje last',
    'A little',
    'Biraz rahatsız oluyorum',
    'Stört mich etwas',
    'انزعاج قليل',
  ),
  option('geen', 'Geen last', 'Not at all', 'Hiç rahatsız olmuyorum', 'Stört mich nicht', 'لا انزعاج'),
  option(
    'komt-niet-voor',
    'Komt hier niet voor',
    'Does not happen here',
    'Burada olmuyor',
    'Kommt hier nicht vor',
    'لا يحدث هنا',
  ),
  noIdea,
];

export const frequency: readonly Option[] = [
  option('vaak', 'Vaak', 'Often', 'Sık sık', 'Oft', 'غالبًا'),
  option('soms', 'Soms', 'Sometimes', 'Bazen', 'Manchmal', 'أحيانًا'),
  option('zelden', 'Zelden', 'Rarely', 'Nadiren', 'Selten', 'نادرًا'),
  option('nooit', 'Nooit', 'Never', 'Hiçbir zaman', 'Nie', 'أبدًا'),
  noIdea,
];

export const contentment: readonly Option[] = [
  option('5', 'Heel tevreden', 'Very satisfied', 'Çok memnunum', 'Sehr zufrieden', 'راضٍ جدًا'),
  option('4', 'Tevreden', 'Satisfied', 'Memnunum', 'Zufrieden', 'راضٍ'),
  option(
    '3',
    'Niet tevreden, niet ontevreden',
    'Neither',
    'Ne memnunum ne değilim',
    'Teils, teils',
    'لا راضٍ ولا غير راضٍ',
  ),
  option('2', 'Ontevreden', 'Dissatisfied', 'Memnun değilim', 'Unzufrieden', 'غير راضٍ'),
  option(
    '1',
    'Heel ontevreden',
    'Very dissatisfied',
    'Hiç memnun değilim',
    'Sehr unzufrieden',
    'غير راضٍ إطلاقًا',
  ),
  noIdea,
];

export const yesOrNo: readonly Option[] = [
  option('ja', 'Ja', 'Yes', 'Evet', 'Ja', 'نعم'),
  option('nee', 'Nee', 'No', 'Hayır', 'Nein', 'لا'),
  noIdea,
];
