import type { Phrase } from './translating.ts';

/** What is wrong with a questionnaire that is read from JSON, and what can be done. */
export const definitionPhrases: readonly Phrase[] = [
  ['{0} is no questionnaire', '{0} is geen vragenlijst'],
  ['write it as { "key": …, "blocks": [ … ] }', 'schrijf het als { "key": …, "blocks": [ … ] }'],
  ['there are {0} blocks', 'er zijn {0} blokken'],
  ['keep to {0} of them', 'houd het bij {0}'],
  ['keep to {0}', 'houd het bij {0}'],
  ['there are {0} on one page', 'er zijn er {0} op één bladzijde'],
  ['divide them among blocks of at most {0}', 'verdeel ze over blokken van hoogstens {0}'],
  ['{0} is no tag of a language', '{0} is geen code van een taal'],
  [
    'write two or three small letters, such as "nl", "tr" or "ar"',
    'schrijf twee of drie kleine letters, zoals "nl", "tr" of "ar"',
  ],
  ['Dutch does not come first', 'het Nederlands staat niet vooraan'],
  ['begin the list with "nl"', 'begin de lijst met "nl"'],
  ['there are {0}', 'er zijn er {0}'],
  ['keep to {0} languages', 'houd het bij {0} talen'],
  ['{0} is no theme', '{0} is geen thema'],
  ['whether it was answered asks for no values', 'of er geantwoord is vraagt geen waarden'],
  ['take the values away', 'haal de waarden weg'],
  ['a bound is one whole number', 'een grens is één heel getal'],
  ['write it as ["3"]', 'schrijf het als ["3"]'],
  ['{0} is not above the lowest, {1}', '{0} ligt niet boven de laagste, {1}'],
  ['give the most points that a part can count', 'geef de meeste punten die een onderdeel kan tellen'],
  ['{0} is no number', '{0} is geen getal'],
  ['write a number, without quotes', 'schrijf een getal, zonder aanhalingstekens'],
  ['the questionnaire is not in that language', 'de vragenlijst is niet in die taal'],
  ['add "{0}" to "languages", or take it away here', 'voeg "{0}" toe aan "languages", of haal het hier weg'],
  ['{0} is a name that JavaScript has for itself', '{0} is een naam die JavaScript zelf gebruikt'],
  ['choose another one, such as "{0}"', 'kies een andere, zoals "{0}"'],
  ['it has {0} signs', 'het heeft {0} tekens'],
  ['it has {0} items', 'er staan {0} onderdelen in'],
  ['the {0:noun} "{1}" stands there twice', '"{1}" ({0:noun}) staat er twee keer'],
  ['{0} cannot be a key', '{0} kan geen sleutel zijn'],
  [
    'use letters without accents, digits, hyphens and underscores, at most 64',
    'gebruik letters zonder accenten, cijfers, streepjes en lage streepjes, hoogstens 64',
  ],
  ['{0} is no text', '{0} is geen tekst'],
  ['write a text between quotes', 'schrijf een tekst tussen aanhalingstekens'],
  ['write the key of a question between quotes', 'schrijf de sleutel van een vraag tussen aanhalingstekens'],
  ['{0} holds a sign that cannot be shown', 'in {0} staat een teken dat niet te tonen is'],
  ['write the text again', 'schrijf de tekst opnieuw'],
  ['{0} is neither true nor false', '{0} is geen true en geen false'],
  ['write true or false, without quotes', 'schrijf true of false, zonder aanhalingstekens'],
  ['the key is missing', 'de sleutel ontbreekt'],
  ['add it', 'voeg die toe'],
  ['rename "{0}" to it', 'geef "{0}" deze naam'],
  ['the key is unknown', 'de sleutel is onbekend'],
  ['"{0}" is unknown', '"{0}" is onbekend'],
  ['it is no object', 'het is geen object'],
  ['write it as { … }', 'schrijf het als { … }'],
  ['it is no list', 'het is geen lijst'],
  ['write it as [ … ]', 'schrijf het als [ … ]'],
  ['the list is empty', 'de lijst is leeg'],
  ['add at least one', 'voeg er ten minste één toe'],
  ['item {0} is no object', 'nummer {0} is geen object'],
  ['item {0} is no text', 'nummer {0} is geen tekst'],
  ['write it between quotes', 'schrijf het tussen aanhalingstekens'],
  ['{0} is no whole number from {1} to {2}', '{0} is geen heel getal van {1} tot en met {2}'],
  ['write one such as {0}, without quotes', 'schrijf er een zoals {0}, zonder aanhalingstekens'],
  ['{0} cannot be used in a link', '{0} kan niet in een link staan'],
  ['use small letters, digits and hyphens', 'gebruik kleine letters, cijfers en streepjes'],
];

/** What is wrong with a form in XLSForm, and what can be done. */
export const formPhrases: readonly Phrase[] = [
  ['there is no sheet "survey" (it has {0})', 'er is geen blad "survey" (er zijn {0})'],
  [
    'give a workbook after https://xlsform.org, with the sheets survey and choices',
    'geef een werkmap zoals op https://xlsform.org, met de bladen survey en choices',
  ],
  ['the group is never ended', 'de groep eindigt nergens'],
  ['add a row with the type "end_group"', 'voeg een rij toe met het type "end_group"'],
  ['there is no group to end', 'er is geen groep om te eindigen'],
  ['remove the row, or add its "begin_group"', 'verwijder de rij, of voeg de "begin_group" toe'],
  ['the relevant "{0}" cannot be read', 'de relevant "{0}" is niet te lezen'],
  [
    `compare earlier questions, as in \${a} = 'x', \${b} >= 3 or selected(\${c}, 'y'), joined by "and" alone or by "or" alone`,
    `vergelijk eerdere vragen, zoals \${a} = 'x', \${b} >= 3 of selected(\${c}, 'y'), met alleen "and" of alleen "or" ertussen`,
  ],
  ['the group lies in another one', 'de groep ligt in een andere'],
  [
    'end the other group in front of it: a group is a page',
    'laat de andere groep eerst eindigen: een groep is een bladzijde',
  ],
  [
    'a row of a table-list has a "relevant" of its own',
    'een rij van een table-list heeft een eigen "relevant"',
  ],
  ['put it on the group, or take the row out', 'zet die bij de groep, of haal de rij eruit'],
  ['"{0}" cannot be asked', '"{0}" is niet te vragen'],
  ['ask for a whole number, with the type "integer"', 'vraag een heel getal, met het type "integer"'],
  ['ask which come first with "select_multiple"', 'vraag met "select_multiple" welke vooropstaan'],
  [
    'ask it as "select_one" with one option, or remove the row',
    'vraag het als "select_one" met één antwoord, of verwijder de rij',
  ],
  [
    'ask it once, or as often as it takes in rows of their own',
    'vraag het één keer, of zo vaak als nodig in eigen rijen',
  ],
  ['remove it with its begin_repeat', 'verwijder het met de begin_repeat'],
  [
    'remove the row: what is made of answers is an indicator, which the editor makes',
    'verwijder de rij: wat van antwoorden gemaakt wordt is een cijfer, en dat maakt u in de bewerker',
  ],
  ['ask for it in options, or as a text', 'vraag het met antwoorden om uit te kiezen, of als tekst'],
  [
    'remove "or_other": add the option "Iets anders", and a text that is asked after it',
    'verwijder "or_other": voeg het antwoord "Iets anders" toe, en een tekst die daarna gevraagd wordt',
  ],
  [
    'use select_one, select_multiple, integer, range or text, or remove the row',
    'gebruik select_one, select_multiple, integer, range of text, of verwijder de rij',
  ],
  [
    'the rows of a table-list are not all "select_one" of one list',
    'de rijen van een table-list zijn niet alle "select_one" van één lijst',
  ],
  ['take it out of the group, or give it the same list', 'haal die uit de groep, of geef dezelfde lijst'],
  ['there is no list "{0}" in the sheet "choices"', 'er is geen lijst "{0}" in het blad "choices"'],
  [
    'correct the name of the list, or add its options there',
    'verbeter de naam van de lijst, of voeg de antwoorden daar toe',
  ],
  ['the option has no list or no name', 'het antwoord heeft geen lijst of geen naam'],
  ['fill "list_name" and "name", or empty the row', 'vul "list_name" en "name" in, of maak de rij leeg'],
  ['the list "{0}" has "{1}" twice', 'de lijst "{0}" heeft "{1}" twee keer'],
  [
    'give one of the two another name, or remove it',
    'geef een van de twee een andere naam, of verwijder die',
  ],
  ['{0} cannot be a name', '{0} kan geen naam zijn'],
  [
    'use letters without accents, digits, hyphens and underscores, at most 64, the first a letter or a digit',
    'gebruik letters zonder accenten, cijfers, streepjes en lage streepjes, hoogstens 64, vooraan een letter of cijfer',
  ],
  ['the constraint "{0}" cannot be read', 'de constraint "{0}" is niet te lezen'],
  [
    'write it as in ". >= 0 and . <= 20", or take it away',
    'schrijf die zoals ". >= 0 and . <= 20", of haal die weg',
  ],
  [
    'write it as in "string-length(.) <= 200", or take it away',
    'schrijf die zoals "string-length(.) <= 200", of haal die weg',
  ],
  ['no number meets the constraint', 'geen getal voldoet aan de constraint'],
  ['give the least first and the most second', 'geef eerst het kleinste en dan het grootste'],
  ['a range of "{0}" cannot be shown', 'een bereik van "{0}" is niet te tonen'],
  [
    'give whole steps of one, at most eleven of them: "start=1 end=10 step=1"',
    'geef hele stappen van één, hoogstens elf: "start=1 end=10 step=1"',
  ],
  ['there is no column with the Dutch labels', 'er is geen kolom met de Nederlandse teksten'],
  ['add a column "label::Nederlands (nl)"', 'voeg een kolom "label::Nederlands (nl)" toe'],
  ['the language "{0}" has no tag', 'de taal "{0}" heeft geen code'],
  [
    'write it behind the name, as in "label::Türkçe (tr)"',
    'schrijf die achter de naam, zoals "label::Türkçe (tr)"',
  ],
  ['the {0} has {1} signs', 'de {0} heeft {1} tekens'],
  [
    'keep to {0}: ask it on rows or groups of their own, or take it away',
    'houd het bij {0}: vraag het in eigen rijen of groepen, of haal het weg',
  ],
];

/** What of a form was left out or is still to be written. */
export const formNotes: readonly Phrase[] = [
  ['The sheet "{0}" was not read.', 'Het blad "{0}" is niet gelezen.'],
  ['The column "{0}" of the sheet "{1}" was not read.', 'De kolom "{0}" van het blad "{1}" is niet gelezen.'],
  [
    'XLSForm has no introduction, no thanks and no indicators: write them in the editor.',
    'XLSForm heeft geen inleiding, geen dankwoord en geen cijfers: schrijf die in de bewerker.',
  ],
  [
    'XLSForm does not say which options are no answer ("does not know"): mark them in the editor.',
    'XLSForm zegt niet welke antwoorden geen antwoord zijn (“weet niet”): geef die aan in de bewerker.',
  ],
  [
    'XLSForm has no words for the ends of a scale: write them in the editor.',
    'XLSForm heeft geen woorden bij de uiteinden van een schaal: schrijf die in de bewerker.',
  ],
  [
    'Row {0} of the sheet "{1}" has no type and was left out.',
    'Rij {0} van het blad "{1}" heeft geen type en is weggelaten.',
  ],
  [
    'Row {0} ("{1}") was left out: where and on what somebody answers is not kept.',
    'Rij {0} ("{1}") is weggelaten: waar en waarop iemand antwoordt wordt niet bewaard.',
  ],
  [
    "The note in row {0} was left out: only one in front of a group's questions is shown.",
    'De toelichting in rij {0} is weggelaten: alleen één vóór de vragen van een groep wordt getoond.',
  ],
  [
    'Row {0} is asked of who answered otherwise; of who passed the question over it is not, as it is in XLSForm.',
    'Rij {0} wordt gevraagd aan wie iets anders antwoordde; aan wie de vraag oversloeg niet, zoals in XLSForm wel.',
  ],
  [
    'Row {0} takes numbers from {1} to {2}, as the form does not say.',
    'Rij {0} neemt getallen van {1} tot en met {2}, want het formulier zegt het niet.',
  ],
  [
    'Row {0} takes texts of up to {1} signs, as the form does not say.',
    'Rij {0} neemt teksten tot {1} tekens, want het formulier zegt het niet.',
  ],
];
