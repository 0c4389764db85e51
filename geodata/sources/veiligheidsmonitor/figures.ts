import type { Polarity } from '../../indicator.ts';
import type { IndicatorDefinition } from '../live/composition.ts';

/** A question or scale of the Veiligheidsmonitor and where it is found. */
export interface SurveyFigure {
  readonly definition: IndicatorDefinition;
  /** Matches the name of a column, see `nameOf`; a column that many topics share has the name of its group before it. */
  readonly column: RegExp;
}

type Names = readonly [nl: string, en: string];

const physical = 'leefomgeving.fysiek';
const social = 'leefomgeving.sociaal';
const perceived = 'leefomgeving.subjectief';
const objective = 'leefomgeving.objectief';
const youth = 'jeugd.overlast';
const drugs = 'jeugd.alcohol-drugs';
const better = 'higher-is-better';
const worse = 'higher-is-worse';

/**
 * What of the Veiligheidsmonitor is read, in the order of the questionnaire. Names of columns are those of CBS's table
 * 85146NED. Another question is another line.
 */
export const surveyFigures: readonly SurveyFigure[] = [
  scale('fysieke-voorzieningen', physical, /^fysiekevoorzieningenschaalscore$/, [
    'Fysieke voorzieningen (schaalscore 0-10)',
    'Physical amenities (scale score 0-10)',
  ]),
  share('straatverlichting', physical, better, /^straatverlichting$/, [
    'Tevreden met de straatverlichting',
    'Content with the street lighting',
  ]),
  share('speelplekken', physical, better, /^speelplekkenvoorkinderen$/, [
    'Tevreden met speelplekken voor kinderen',
    'Content with playgrounds for children',
  ]),
  share('voorzieningen-jongeren', 'jeugd', better, /^voorzieningenvoorjongeren$/, [
    'Tevreden met voorzieningen voor jongeren',
    'Content with amenities for young people',
  ]),
  scale('sociale-cohesie', social, /^socialecohesieschaalscore$/, [
    'Sociale cohesie (schaalscore 0-10)',
    'Social cohesion (scale score 0-10)',
  ]),
  share('mensen-kennen-elkaar-nauwelijks', social, worse, /^mensenkennenelkaarnauwelijks$/, [
    'Mensen in de buurt kennen elkaar nauwelijks',
    'People in the neighbourhood hardly know each other',
  ]),
  share('prettige-omgang', social, better, /^mensengaanprettigmetelkaarom$/, [
    'Mensen in de buurt gaan prettig met elkaar om',
    'People in the neighbourhood get on well',
  ]),
  share('elkaar-helpen', social, better, /^gezelligebuurtwaarmenelkaarhelpt$/, [
    'Gezellige buurt waar men elkaar helpt',
    'Friendly neighbourhood where people help each other',
  ]),
  share('thuis-in-de-buurt', social, better, /^voelmijthuisbijmensenindezebuurt$/, [
    'Voelt zich thuis bij de mensen in de buurt',
    'Feels at home with the people of the neighbourhood',
  ]),
  scale('leefbaarheid-rapportcijfer', social, /^rapportcijferleefbaarheidwoonbuurt$/, [
    'Leefbaarheid van de woonbuurt (rapportcijfer)',
    'Liveability of the neighbourhood (mark out of ten)',
  ]),
  share('buurt-vooruitgegaan', social, better, /^vooruitgegaan$/, [
    'Vindt de buurt vooruitgegaan',
    'Finds that the neighbourhood improved',
  ]),
  share('buurt-achteruitgegaan', social, worse, /^achteruitgegaan$/, [
    'Vindt de buurt achteruitgegaan',
    'Finds that the neighbourhood got worse',
  ]),
  share('overlast-ervaren', perceived, worse, /^ervaarteenofmeervormenvanoverlast$/, [
    'Ervaart veel overlast in de buurt',
    'Suffers much nuisance in the neighbourhood',
  ]),
  share('rommel-op-straat', physical, worse, /^rommelopstraat$/, [
    'Veel overlast van rommel op straat',
    'Much nuisance of litter',
  ]),
  share('vernield-straatmeubilair', physical, worse, /^straatmeubilairdatvernieldis$/, [
    'Veel overlast van vernield straatmeubilair',
    'Much nuisance of vandalised street furniture',
  ]),
  share('fysieke-verloedering', physical, worse, /^eenofmeervormen(van)?fysiekeverloedering$/, [
    'Veel overlast van fysieke verloedering',
    'Much nuisance of physical decay',
  ]),
  share('dronken-mensen', drugs, worse, /^dronkenmensenopstraat$/, [
    'Veel overlast van dronken mensen op straat',
    'Much nuisance of drunk people',
  ]),
  share('verwarde-personen', social, worse, /^verwardepersonen$/, [
    'Veel overlast van verwarde personen',
    'Much nuisance of confused people',
  ]),
  share('drugsgebruik', drugs, worse, /^drugsgebruik$/, [
    'Veel overlast van drugsgebruik',
    'Much nuisance of drug use',
  ]),
  share('drugshandel', drugs, worse, /^drugshandel$/, [
    'Veel overlast van drugshandel',
    'Much nuisance of drug dealing',
  ]),
  share('overlast-buurtbewoners', social, worse, /^overlastdoorbuurtbewoners$/, [
    'Veel overlast door buurtbewoners',
    'Much nuisance of neighbours',
  ]),
  share('lastiggevallen-op-straat', perceived, worse, /^mensenwordenopstraatlastiggevallen$/, [
    'Veel overlast van lastigvallen op straat',
    'Much nuisance of harassment in the street',
  ]),
  share('rondhangende-jongeren', youth, worse, /^rondhangendejongeren$/, [
    'Veel overlast van rondhangende jongeren',
    'Much nuisance of youths hanging around',
  ]),
  share('sociale-overlast', social, worse, /^eenofmeervormenvansocialeoverlast$/, [
    'Veel sociale overlast',
    'Much social nuisance',
  ]),
  share('te-hard-rijden', physical, worse, /^tehardrijden$/, [
    'Veel overlast van te hard rijden',
    'Much nuisance of speeding',
  ]),
  share('verkeersoverlast', physical, worse, /^eenofmeervormenvanverkeersoverlast$/, [
    'Veel verkeersoverlast',
    'Much traffic nuisance',
  ]),
  share('geluidsoverlast', physical, worse, /^geluidsoverlast$/, [
    'Veel geluidsoverlast',
    'Much noise nuisance',
  ]),
  share('milieuoverlast', physical, worse, /^eenofmeervormenvanmilieuoverlast$/, [
    'Veel milieuoverlast',
    'Much environmental nuisance',
  ]),
  share('onveiligheidsgevoelens-algemeen', perceived, worse, /^voeltzichweleensonveilig$/, [
    'Voelt zich weleens onveilig',
    'Feels unsafe at times',
  ]),
  share('onveiligheidsgevoelens', perceived, worse, /^voeltzichweleensonveiliginbuurt$/, [
    'Voelt zich weleens onveilig in de eigen buurt',
    'Feels unsafe at times in own neighbourhood',
  ]),
  share('vaak-onveilig-in-buurt', perceived, worse, /^voeltzichvaakonveiliginbuurt$/, [
    'Voelt zich vaak onveilig in de eigen buurt',
    'Often feels unsafe in own neighbourhood',
  ]),
  share('avond-op-straat-onveilig', perceived, worse, /^s?avondsopstraatinbuurtonveilig$/, [
    'Voelt zich ’s avonds op straat in de buurt onveilig',
    'Feels unsafe in the streets of the neighbourhood in the evening',
  ]),
  share('avond-thuis-onveilig', perceived, worse, /^s?avondsalleenthuisonveilig$/, [
    'Voelt zich ’s avonds alleen thuis onveilig',
    'Feels unsafe home alone in the evening',
  ]),
  share('avond-niet-opendoen', perceived, worse, /^doets?avondsnietopen$/, [
    'Doet ’s avonds niet open',
    'Does not open the door in the evening',
  ]),
  share('omlopen', perceived, worse, /^rijdtoflooptom$/, [
    'Rijdt of loopt om wegens onveilige plekken',
    'Makes a detour around unsafe places',
  ]),
  share('angst-slachtofferschap', perceived, worse, /^bangslachtoffercriminaliteitteworden$/, [
    'Is bang slachtoffer van criminaliteit te worden',
    'Fears to become a victim of crime',
  ]),
  share('veel-criminaliteit-in-buurt', perceived, worse, /^denktdaterveelcriminaliteitinbuurt$/, [
    'Denkt dat er veel criminaliteit in de buurt is',
    'Thinks there is much crime in the neighbourhood',
  ]),
  scale('veiligheid-rapportcijfer', perceived, /^rapportcijferveiligheidinbuurt$/, [
    'Veiligheid in de buurt (rapportcijfer)',
    'Safety in the neighbourhood (mark out of ten)',
  ]),
  share('discriminatie-ervaren', social, worse, /^gediscrimineerdgevoeld$/, [
    'Voelde zich gediscrimineerd',
    'Felt discriminated against',
  ]),
  share(
    'slachtoffers-traditioneel',
    objective,
    worse,
    /^(slachtoffers)?traditionelecriminaliteit(slachtoffers)?$/,
    ['Slachtoffer van traditionele criminaliteit', 'Victim of traditional crime'],
  ),
  share('slachtoffers-oplichting', objective, worse, /^slachtoffersoplichtingenfraude$/, [
    'Slachtoffer van online oplichting en fraude',
    'Victim of online fraud',
  ]),
  share('slachtoffers-bedreiging', objective, worse, /^slachtoffersbedreigingenintimidatie$/, [
    'Slachtoffer van online bedreiging en intimidatie',
    'Victim of online threats and intimidation',
  ]),
  share('contact-politie', objective, 'neutral', /^contactmetpolitie$/, [
    'Had contact met de politie',
    'Had contact with the police',
  ]),
  share('tevreden-politie-buurt', perceived, better, /^tevredenheidfunctionereninbuurt$/, [
    'Tevreden met het functioneren van de politie in de buurt',
    'Content with the police in the neighbourhood',
  ]),
  share('tevreden-zichtbaarheid-politie', perceived, better, /^tevredenheidzichtbaarheidinbuurt$/, [
    'Tevreden met de zichtbaarheid van de politie in de buurt',
    'Content with the visibility of the police in the neighbourhood',
  ]),
];

/** Per cent of the persons asked. */
function share(key: string, theme: string, polarity: Polarity, column: RegExp, names: Names): SurveyFigure {
  return define(key, theme, polarity, column, names, { unit: '%', kind: 'share' });
}

/** From 0 to 10, a mean of answers. */
function scale(key: string, theme: string, column: RegExp, names: Names): SurveyFigure {
  return define(key, theme, better, column, names, { unit: 'score', kind: 'score' });
}

/** Surveys are not aggregated: figures of a few municipalities are not those of the region. */
function define(
  key: string,
  theme: string,
  polarity: Polarity,
  column: RegExp,
  [nl, en]: Names,
  form: Pick<IndicatorDefinition, 'unit' | 'kind'>,
): SurveyFigure {
  const definition: IndicatorDefinition = {
    key,
    name: { nl, en },
    theme,
    ...form,
    decimals: 1,
    polarity,
    aggregate: 'none',
  };
  return { definition, column };
}
