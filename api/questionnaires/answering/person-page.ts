import type { AnsweredRound, AskedDistrict } from '../../../sql/questionnaires/answered-round.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writeChoices, writeGroup, writeLabelled } from './fields.ts';
import { formId, writeActions, writeForm } from './form-page.ts';
import { languagesOf } from './languages.ts';
import { writePage } from './page.ts';
import { below, listBands, type PersonFault, unsaid } from './person.ts';
import { tellWording } from './texts.ts';
import { wordsOf } from './words.ts';

interface PersonPage {
  readonly language: string;
  readonly email: string | null;
  readonly round: Pick<AnsweredRound, 'name' | 'ageFrom' | 'questionnaire'>;
  readonly districts: readonly AskedDistrict[] | null;
  /** As they were chosen; empty: nothing yet. */
  readonly chosen: { readonly age: string; readonly sex: string; readonly district: string };
  readonly faults: readonly PersonFault[];
  readonly proof: string;
}

/** Age, sex and, where nobody else knows it, the district: what answers are weighted by. */
export function writePersonPage(page: PersonPage): string {
  const { language, email, round, districts, chosen, faults, proof } = page;
  const words = wordsOf(language);
  const { person } = words;
  const faultOf = (name: PersonFault) => (faults.includes(name) ? person.missing[name] : null);
  const bands = listBands(round.ageFrom).map((value) => ({ value, label: person.bands[value] }));
  const ages = [
    { value: below, label: person.below(round.ageFrom) },
    ...bands,
    { value: unsaid, label: person.unsaid },
  ];
  const sexes = [
    { value: 'woman', label: person.woman },
    { value: 'man', label: person.man },
    { value: unsaid, label: person.otherSex },
  ];
  const radios = (name: 'age' | 'sex', legend: string, choices: typeof ages) =>
    writeGroup({
      id: name,
      legend,
      hints: [],
      fault: faultOf(name),
      body: writeChoices({ kind: 'radio', name, id: name, choices, chosen: [chosen[name]] }),
    });
  const parts = [
    radios('age', person.age, ages),
    radios('sex', person.sex, sexes),
    ...(districts ? [writeDistricts(districts, chosen.district, faultOf('district'), language)] : []),
  ];
  return writePage({
    language,
    email,
    title: person.title,
    name: tellWording(round.name, language),
    languages: languagesOf(round.questionnaire),
    savedBy: formId,
    faults: faults.map((name) => ({ id: `${name}-0`, message: person.missing[name] })),
    body: writeForm(
      { action: '/vragenlijst/over-u', proof },
      `<p>${person.about}</p>\n${parts.join('\n')}${writeActions(language, { hasBack: false })}`,
    ),
  });
}

function writeDistricts(
  districts: readonly AskedDistrict[],
  chosen: string,
  fault: string | null,
  language: string,
): string {
  const { person } = wordsOf(language);
  const groups = new Map<string, string[]>();
  for (const { code, name, municipality } of districts) {
    const selected = code === chosen ? ' selected' : '';
    const option = `<option value="${escapeText(code)}"${selected}>${escapeText(name)}</option>`;
    groups.set(municipality, [...(groups.get(municipality) ?? []), option]);
  }
  const lists = [...groups].map(
    ([name, options]) => `<optgroup label="${escapeText(name)}">${options.join('')}</optgroup>`,
  );
  const hints = groups.size > 1 ? [person.districtHint] : [];
  return writeLabelled(
    { id: 'district', legend: person.district, hints, fault },
    (attributes) =>
      `<select id="district-0" name="district"${attributes}><option value="">${person.choose}</option>${lists.join('\n')}</select>`,
  );
}
