import { levelOfCode } from '../area.ts';
import { InputError } from '../problem.ts';
import { type AgeBand, ageBands, type RegisterCount, type Sex } from '../questionnaire/round.ts';
import { readAreaCode } from './area-code.ts';
import { suggest } from './suggestion.ts';
import { nameCell, type Sheet, type SheetCell } from './table/sheet.ts';
import { readSheetFile } from './table/sheet-file.ts';

/** What the counts are held against. */
export interface RegisterForm {
  /** Codes of the districts of the round's boundary year. */
  readonly districts: ReadonlySet<string>;
  /** Years; younger people are not asked, and left out. */
  readonly ageFrom: number;
}

export interface ReadRegister {
  readonly counts: readonly RegisterCount[];
  /** What was left out or read otherwise than it stood there, in words. */
  readonly notes: readonly string[];
}

const columnNames = {
  district: ['wijk', 'wijkcode', 'district', 'gebied', 'code'],
  age: ['leeftijd', 'leeftijdsklasse', 'leeftijdsgroep', 'age', 'age_band'],
  sex: ['geslacht', 'sex'],
  count: ['aantal', 'inwoners', 'personen', 'count'],
} as const;
type Column = keyof typeof columnNames;

const sexWords: Readonly<Record<string, Sex>> = {
  m: 'man',
  man: 'man',
  mannen: 'man',
  male: 'man',
  men: 'man',
  v: 'woman',
  vrouw: 'woman',
  vrouwen: 'woman',
  w: 'woman',
  woman: 'woman',
  women: 'woman',
  f: 'woman',
  female: 'woman',
};

/**
 * Reads the population register's counts from a CSV or a workbook with a row for each district, age and sex: the code of
 * the district (`WK015300`), an age in years or one of the bands of `ageBands`, `man` or `vrouw`, and how many. Ages in years
 * are added up to bands; who is too young is left out and told. Throws InputError where a row cannot be read, a district is
 * not one of the round's boundaries or has more than 10 million people, or a district, age and sex come twice.
 */
export async function readRegister(
  bytes: Uint8Array,
  file: string,
  form: RegisterForm,
): Promise<ReadRegister> {
  const { sheets, notes: fileNotes } = await readSheetFile(bytes, file);
  const [sheet] = sheets;
  const start = sheet?.rows.findIndex((row) => row.some((cell) => writeCell(cell) !== '')) ?? -1;
  if (!sheet || start < 0)
    throw new InputError({ file, message: 'it holds no rows', remedy: 'export it again with its rows' });
  const columns = findColumns(sheet.rows[start] ?? [], file);
  const tally = new Tally(file, form);
  for (const [row, cells] of sheet.rows.entries())
    if (row > start && cells.some((cell) => writeCell(cell) !== ''))
      tally.add(readRow(sheet, row, columns), row);
  if (tally.counts.size === 0)
    throw new InputError({
      file,
      message: 'no row below the header counts people of the ages that are asked',
      remedy: `add rows of people of ${form.ageFrom} years and older`,
    });
  const unread = sheets
    .slice(1)
    .map(({ name }) => `Sheet "${name}" was not read: the counts are those of "${sheet.name}".`);
  return { counts: [...tally.counts.values()], notes: [...fileNotes, ...unread, ...tally.describe()] };
}

function writeCell(cell: SheetCell | undefined): string {
  return String(cell ?? '').trim();
}

/** Where each column stands. Throws InputError where one is absent or there twice. */
function findColumns(header: readonly SheetCell[], file: string): Record<Column, number> {
  const names = header.map((cell) => writeCell(cell).toLowerCase());
  const find = (column: Column): number => {
    const known: readonly string[] = columnNames[column];
    const places = names.flatMap((name, place) => (known.includes(name) ? [place] : []));
    const [place, second] = places;
    if (place === undefined)
      throw new InputError({
        file,
        place: 'header',
        message: `there is no column "${known[0]}"`,
        remedy: `call one of the columns "${known[0]}"; there are ${names.map((name) => `"${name}"`).join(', ')}`,
      });
    if (second !== undefined)
      throw new InputError({
        file,
        place: 'header',
        message: `"${names[place]}" and "${names[second]}" both say the ${column}`,
        remedy: 'remove one of the two columns',
      });
    return place;
  };
  return { district: find('district'), age: find('age'), sex: find('sex'), count: find('count') };
}

type Row = Record<Column, { readonly text: string; readonly place: string }>;

function readRow(sheet: Sheet, row: number, columns: Record<Column, number>): Row {
  const read = (column: Column) => ({
    text: writeCell(sheet.rows[row]?.[columns[column]]),
    place: nameCell(row, columns[column]),
  });
  return { district: read('district'), age: read('age'), sex: read('sex'), count: read('count') };
}

/** More people than live in any district: what adds up to more was written wrongly. */
const mostPeople = 10_000_000;

/** Adds up rows by district, band and sex. */
class Tally {
  readonly counts = new Map<string, RegisterCount>();
  private readonly rows = new Map<string, number>();
  /** Whether the ages of a district and a sex are years, with the row that said so first. */
  private readonly forms = new Map<string, { readonly isYears: boolean; readonly row: number }>();
  private readonly people = new Map<string, number>();
  private tooYoung = 0;
  private completed = 0;

  constructor(
    private readonly file: string,
    private readonly form: RegisterForm,
  ) {}

  /** Throws InputError where the row cannot be read, or came before. */
  add({ district, age, sex, count }: Row, row: number): void {
    const code = this.readDistrict(district);
    const [band, exact] = this.readAge(age);
    const own = this.readSex(sex);
    const people = this.readCount(count);
    this.requirePossible(code, people, count.place);
    const key = `${code} ${exact} ${own}`;
    const before = this.rows.get(key);
    if (before !== undefined)
      throw new InputError({
        file: this.file,
        place: `row ${row + 1}`,
        message: `${code}, ${exact}, ${own} stood in row ${before + 1} already`,
        remedy: 'keep one row of each district, age and sex',
      });
    this.rows.set(key, row);
    this.requireOneForm(/^\d+$/.test(exact), `${code} ${own}`, row);
    if (band === null) {
      this.tooYoung += people;
      return;
    }
    const cell = `${code} ${band} ${own}`;
    const sum = people + (this.counts.get(cell)?.count ?? 0);
    this.counts.set(cell, { district: code, ageBand: band, sex: own, count: sum });
  }

  describe(): string[] {
    return [
      ...(this.tooYoung > 0
        ? [`${this.tooYoung} people younger than ${this.form.ageFrom} were left out: they are not asked.`]
        : []),
      ...(this.completed > 0
        ? [`${this.completed} codes of districts were written without their letters or zeros, and completed.`]
        : []),
    ];
  }

  private requirePossible(district: string, count: number, place: string): void {
    const people = count + (this.people.get(district) ?? 0);
    this.people.set(district, people);
    if (people <= mostPeople) return;
    throw new InputError({
      file: this.file,
      place,
      message: `with it ${district} has ${people} people, more than ${mostPeople}`,
      remedy: `write how many people of that age and sex live in ${district}: together at most ${mostPeople}`,
    });
  }

  /** Years and bands beside each other would count people twice. */
  private requireOneForm(isYears: boolean, key: string, row: number): void {
    const form = this.forms.get(key) ?? { isYears, row };
    this.forms.set(key, form);
    if (form.isYears === isYears) return;
    throw new InputError({
      file: this.file,
      place: `row ${row + 1}`,
      message: `its age is ${isYears ? 'in years' : 'a band'}, that of row ${form.row + 1} is ${isYears ? 'a band' : 'in years'}`,
      remedy: 'count the people of a district either by year of age or by band',
    });
  }

  private readDistrict({ text, place }: Row['district']): string {
    const code = readAreaCode(text, 'district', this.file, place, () => {
      this.completed += 1;
    });
    if (levelOfCode(code) === 'district' && this.form.districts.has(code)) return code;
    throw new InputError({
      file: this.file,
      place,
      message: `${code} is no district of the round's boundaries`,
      remedy: suggest(code, [...this.form.districts]),
    });
  }

  /** The band, null where that is too young, and the age as it is told apart from others. */
  private readAge({ text, place }: Row['age']): readonly [AgeBand | null, string] {
    const plain = text
      .toLowerCase()
      .replaceAll(/\s|jaar|years/g, '')
      .replaceAll(/[–—]|tot?enmet|t\/m/g, '-');
    const years = /^\d{1,3}$/.test(plain) ? Number(plain) : null;
    if (years !== null && years <= 130) return [this.bandOfYears(years), plain];
    const band = ageBands.find((one) => one === plain.replace(/(enouder|eno|ofouder|plus)$/, '+'));
    if (band) return [Number.parseInt(band, 10) < this.form.ageFrom ? null : band, band];
    throw new InputError({
      file: this.file,
      place,
      message: `"${text}" is no age`,
      remedy: `write years such as 34, or one of ${ageBands.join(', ')}`,
    });
  }

  private bandOfYears(years: number): AgeBand | null {
    if (years < this.form.ageFrom) return null;
    return ageBands.findLast((band) => years >= Number.parseInt(band, 10)) ?? null;
  }

  private readSex({ text, place }: Row['sex']): Sex {
    const sex = sexWords[text.toLowerCase()];
    if (sex) return sex;
    throw new InputError({
      file: this.file,
      place,
      message: `"${text}" is no sex that the answers are weighted by`,
      remedy:
        'write man or vrouw; count whoever is registered as neither with one of the two, or leave them out',
    });
  }

  private readCount({ text, place }: Row['count']): number {
    const plain = text.replaceAll(/[\s\u00a0]/g, '');
    if (/^\d{1,7}$/.test(plain)) return Number(plain);
    throw new InputError({
      file: this.file,
      place,
      message: `"${text}" is no number of people`,
      remedy: 'write a whole number without signs between the digits, such as 1234',
    });
  }
}
