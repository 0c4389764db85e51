import type { Phrase } from './translating.ts';

/** What is wrong with a file before anything in it is understood, and what can be done. */
export const filePhrases: readonly Phrase[] = [
  ['the file is empty', 'het bestand is leeg'],
  ['copy or export it again', 'exporteer of kopieer het opnieuw, en kijk of er regels in staan'],
  ['it holds no rows', 'er staan geen rijen in'],
  ['export it again with its rows', 'exporteer het opnieuw, met de rijen'],
  ['the file has a header but no rows', 'het bestand heeft een kopregel, maar geen rijen'],
  [
    'it is HTML or XML, as some programs write for Excel',
    'het is HTML of XML, zoals sommige programma’s voor Excel schrijven',
  ],
  ['it is JSON', 'het is JSON'],
  [
    'open it in a spreadsheet program and save it there as .xlsx or CSV',
    'open het in een rekenprogramma en bewaar het daar als .xlsx of CSV',
  ],
  ['it is neither CSV nor a workbook', 'het is geen CSV en geen werkmap'],
  ['save the table as .xlsx or CSV', 'bewaar de tabel als .xlsx of CSV'],
  [
    'a quote that is opened in it closes {0} line further on, with whole rows between',
    'een aanhalingsteken dat daar begint eindigt {0} regel verder, met hele rijen ertussen',
  ],
  [
    'a quote that is opened in it closes {0} lines further on, with whole rows between',
    'een aanhalingsteken dat daar begint eindigt {0} regels verder, met hele rijen ertussen',
  ],
  [
    'close the quote where the cell ends, double it where it is part of the text, or write the text of the cell on one line',
    'sluit het aanhalingsteken waar de cel eindigt, verdubbel het waar het bij de tekst hoort, of schrijf de tekst van de cel op één regel',
  ],
  ['a quote is opened and never closed', 'een aanhalingsteken wordt geopend en nergens gesloten'],
  ['a quote stands in the middle of a cell', 'er staat een aanhalingsteken midden in een cel'],
  [
    'put quotes around the whole cell and double those inside it',
    'zet aanhalingstekens om de hele cel en verdubbel die erin',
  ],
  ['the header has it twice', 'de kopregel heeft het twee keer'],
  ['rename or remove one of the two', 'hernoem of verwijder een van de twee'],
  ['remove or rename one of the two', 'hernoem of verwijder een van de twee'],
  ['the descriptor names this field, but the header has no such name', 'dit veld staat niet in de kopregel'],
  ['it has {0} cell, the header has {1}', 'deze rij heeft {0} cel, de kopregel heeft er {1}'],
  ['it has {0} cells, the header has {1}', 'deze rij heeft {0} cellen, de kopregel heeft er {1}'],
  [
    'put quotes around a cell that holds "{0}", or remove what stands behind the last column',
    'zet aanhalingstekens om een cel waar "{0}" in staat, of haal weg wat achter de laatste kolom staat',
  ],
  ['add the "{0}" of the cells that are missing', 'voeg de "{0}" toe van de cellen die ontbreken'],
  ['add the tabs of the cells that are missing', 'voeg de tabs toe van de cellen die ontbreken'],
  ['nothing divides its lines into cells', 'niets verdeelt de regels in cellen'],
  [
    'save it as CSV with semicolons, commas, tabs or bars between the cells, or as .xlsx',
    'bewaar het als CSV met puntkomma’s, komma’s, tabs of streepjes (|) tussen de cellen, of als .xlsx',
  ],
  [
    'it is a workbook of the old form (.xls), or one with a password',
    'het is een werkmap van de oude soort (.xls), of een met een wachtwoord',
  ],
  [
    'open it and save it as .xlsx without a password, or as CSV',
    'open het en bewaar het als .xlsx zonder wachtwoord, of als CSV',
  ],
  [
    'open it and save it again as .xlsx without a password, or as CSV',
    'open het en bewaar het opnieuw als .xlsx zonder wachtwoord, of als CSV',
  ],
  [
    'it cannot be read as a workbook ({0})',
    'het is niet te lezen als werkmap: het bestand is beschadigd of van een andere soort',
  ],
  ['the workbook is empty', 'de werkmap is leeg'],
  ['save it again with its rows', 'bewaar het opnieuw, met de rijen'],
  [
    'it merges more cells than a worksheet has, or than can be read at once',
    'er zijn meer cellen samengevoegd dan een werkblad heeft, of dan in één keer te lezen zijn',
  ],
  [
    'take the merged cells apart, or save the sheet as CSV',
    'haal de samengevoegde cellen uit elkaar, of bewaar het blad als CSV',
  ],
  [
    'it holds {0} files, more than can be read at once',
    'er zitten {0} bestanden in, meer dan in één keer te lezen zijn',
  ],
  [
    'its files take {0} bytes unpacked, more than can be read at once',
    'uitgepakt is het {0} bytes, meer dan in één keer te lezen is',
  ],
  [
    '"{0}" takes {1} times as much unpacked, more than can be read at once',
    '"{0}" is uitgepakt {1} keer zo groot, meer dan in één keer te lezen is',
  ],
  [
    'give a file with fewer layers or a smaller region, or of a table with fewer sheets',
    'geef een bestand met minder bladen',
  ],
  ['the files "{0}" and "{1}" lie in each other', 'de onderdelen "{0}" en "{1}" liggen in elkaar'],
  ['unpack it and pack its files anew', 'open het en bewaar het opnieuw'],
  ['as a questionnaire it takes {0} kB, more than {1}', 'als vragenlijst is het {0} kB, meer dan {1}'],
  [
    'shorten its texts, or leave out blocks that are not asked',
    'maak teksten korter, of laat blokken weg die niet gevraagd worden',
  ],
  ['it is text in UTF-32', 'het is tekst in UTF-32'],
  ['export the file as UTF-8', 'exporteer het bestand als UTF-8'],
  [
    'its letters are in no set that it names: {0} in windows-1252 is {1} in CP850',
    'het is niet duidelijk in welke tekenset het staat: {0} in windows-1252 is {1} in CP850',
  ],
  [
    'say in the descriptor which "encoding" it has, such as "cp850" or "windows-1252", or export it as UTF-8',
    'exporteer het als UTF-8',
  ],
  ['the bytes are no valid {0}', 'de tekens zijn geen geldig {0}'],
  ['the JSON breaks off', 'de JSON breekt af'],
  ['copy or export the whole file again', 'kopieer of exporteer het hele bestand opnieuw'],
  ['this is no JSON: {0}', 'dit is geen JSON: {0}'],
  [
    'look there for a comma too many, a missing quote or a missing bracket',
    'kijk daar of er een komma te veel staat, of een aanhalingsteken of haakje ontbreekt',
  ],
  [
    'the key {0} stands twice in one object, at line {1}, column {2} too',
    'de sleutel {0} staat twee keer in één object, ook op regel {1}, kolom {2}',
  ],
  [
    'leave out the one that is not meant, or give it another name',
    'laat weg wat niet bedoeld is, of geef het een andere naam',
  ],
  ['write "{0}" if that is what you meant', 'schrijf "{0}" als dat bedoeld is'],
  ['write "{0}" if that is meant', 'schrijf "{0}" als dat bedoeld is'],
  ['use one of {0}', 'gebruik een van {0}'],
  ['leave it out: there is none to choose from', 'laat het weg: er valt niets te kiezen'],
  ['"{0}" is no code of a {1:noun}', '"{0}" is geen code van een {1:noun}'],
  ['the code of the {0:noun} is missing', 'de code van de {0:noun} ontbreekt'],
  [
    'the prefix or leading zeros were lost: write "{0}" if that is meant',
    'het voorvoegsel of de voorloopnullen zijn weg: schrijf "{0}" als dat bedoeld is',
  ],
  ['write "{0}" or "{1}", whichever is meant', 'schrijf "{0}" of "{1}", wat bedoeld is'],
  ['write "{0}" or "{1}" or "{2}", whichever is meant', 'schrijf "{0}", "{1}" of "{2}", wat bedoeld is'],
  [
    'its last digits were rounded off: give the column the form of text, and export it again',
    'de laatste cijfers zijn afgerond: maak van de kolom tekst, en exporteer opnieuw',
  ],
  [
    'it is one of a {0:noun}: correct the code or the resource\'s "level"',
    'het is die van een {0:noun}: schrijf de code die hier hoort',
  ],
  ['write a code such as "{0}", {1} and {2} signs', 'schrijf een code zoals "{0}": {1} en {2} tekens'],
];

/** How a file was read, where that is not how it stood there. */
export const fileNotes: readonly Phrase[] = [
  ['read as {0}, by its byte-order mark', 'Gelezen als {0}, zoals het begin van het bestand zegt.'],
  ['read as {0}, as its bytes show', 'Gelezen als {0}, zoals aan de tekens te zien is.'],
  [
    'not UTF-8; read as windows-1252 (Latin-1)',
    'Het bestand is geen UTF-8 en is gelezen als windows-1252 (Latin-1).',
  ],
  [
    'The file was not UTF-8 and was read as windows-1252 (Latin-1).',
    'Het bestand is geen UTF-8 en is gelezen als windows-1252 (Latin-1).',
  ],
  [
    'The file was read as {0}, by its byte-order mark.',
    'Het bestand is gelezen als {0}, zoals het begin ervan zegt.',
  ],
  [
    'The file was read as {0}, as its bytes show.',
    'Het bestand is gelezen als {0}, zoals aan de tekens te zien is.',
  ],
  [
    '{0} of its texts are UTF-8 and {1} are {2}: each was read as what it is',
    '{0} regels zijn UTF-8 en {1} zijn {2}: elk is gelezen als wat het is.',
  ],
  [
    'The file was {0} of its texts are UTF-8 and {1} are {2}: each was read as what it is.',
    '{0} regels zijn UTF-8 en {1} zijn {2}: elk is gelezen als wat het is.',
  ],
  [
    'Lines end in more than one way ({0}); all were read as ends of lines.',
    'Regels eindigen op meer dan één manier ({0}); alle zijn als regeleinde gelezen.',
  ],
  [
    'Sheet "{0}": {1} formulas gave an empty text (first {2}); read as empty.',
    'Blad "{0}": {1} formules geven een lege tekst (de eerste in {2}); gelezen als leeg.',
  ],
  [
    'Sheet "{0}": {1} numbers stand in cells whose format shows nothing (first {2}); read as the numbers that they are.',
    'Blad "{0}": {1} getallen staan in cellen die niets tonen (de eerste in {2}); gelezen als de getallen die er staan.',
  ],
];
