-- The first templates: what the region walks, and what the association of municipalities offers. As they stand here they are
-- version 1; `npm run policy -- add` puts another version beside them.
insert into policy_template values ('twens', 1, $template${
 "name": { "nl": "TWENS, twaalf stappen", "en": "TWENS, twelve steps" },
 "about": { "nl": "De twaalf stappen waarlangs de Twentse gemeenten hun veiligheidsbeleid maken, uitvoeren en bijstellen. De bewoording is een voorstel.", "en": "The twelve steps by which the municipalities of Twente make, carry out and adjust their safety policy. The wording is a proposal." },
 "steps": [
  {
   "key": "opdracht",
   "name": { "nl": "Opdracht geven", "en": "Commissioning" },
   "about": { "nl": "Vastleggen wat het plan moet opleveren, wanneer, en wie bestuurlijk de kar trekt.", "en": "Settling what the plan is to bring, by when, and who leads it politically." },
   "documents": [
    { "nl": "startnotitie", "en": "starting note" }
   ],
   "decidedBy": { "nl": "college van burgemeester en wethouders", "en": "municipal executive" },
   "dueMonth": -18,
   "usesSurvey": false
  },
  {
   "key": "partners",
   "name": { "nl": "Partners erbij halen", "en": "Bringing in partners" },
   "about": { "nl": "Werkgroep samenstellen met politie, OM, zorg, corporaties en buurgemeenten.", "en": "Forming a working group with police, prosecution, care, housing associations and neighbouring municipalities." },
   "documents": [
    { "nl": "samenstelling van de werkgroep", "en": "members of the working group" }
   ],
   "decidedBy": null,
   "dueMonth": -16,
   "usesSurvey": false
  },
  {
   "key": "peiling",
   "name": { "nl": "Inwoners bevragen", "en": "Asking inhabitants" },
   "about": { "nl": "Een ronde van de enquête houden: in een even jaar, onder inwoners van 18 jaar en ouder, met de afgesproken vragen.", "en": "Holding a round of the survey: in an even year, among inhabitants of 18 and older, with the questions agreed on." },
   "documents": [
    { "nl": "verantwoording van de enquête", "en": "account of the survey" }
   ],
   "decidedBy": null,
   "dueMonth": -13,
   "usesSurvey": true
  },
  {
   "key": "cijfers",
   "name": { "nl": "Cijfers bij elkaar zetten", "en": "Gathering figures" },
   "about": { "nl": "Politiecijfers, enquête en gemeentelijke cijfers per wijk en buurt naast elkaar leggen.", "en": "Putting police, survey and municipal figures beside each other by district and neighbourhood." },
   "documents": [
    { "nl": "cijferbijlage", "en": "annex of figures" }
   ],
   "decidedBy": null,
   "dueMonth": -11,
   "usesSurvey": true
  },
  {
   "key": "verhaal",
   "name": { "nl": "Verhaal ophalen", "en": "Hearing the story" },
   "about": { "nl": "Wijkagenten en partners vertellen wat er achter de cijfers zit.", "en": "Neighbourhood officers and partners tell what lies behind the figures." },
   "documents": [
    { "nl": "wijkscans", "en": "neighbourhood scans" }
   ],
   "decidedBy": null,
   "dueMonth": -10,
   "usesSurvey": false
  },
  {
   "key": "analyse",
   "name": { "nl": "Veiligheidsanalyse maken", "en": "Analysing safety" },
   "about": { "nl": "Cijfers en verhaal samenbrengen: wat verschilt echt, wat verandert, en waar.", "en": "Bringing figures and story together: what differs for real, what changes, and where." },
   "documents": [
    { "nl": "veiligheidsanalyse", "en": "safety analysis" }
   ],
   "decidedBy": { "nl": "stuurgroep", "en": "steering group" },
   "dueMonth": -8,
   "usesSurvey": false
  },
  {
   "key": "prioriteiten",
   "name": { "nl": "Prioriteiten kiezen", "en": "Choosing priorities" },
   "about": { "nl": "De raad bespreekt de analyse en kiest wat voorgaat.", "en": "The council discusses the analysis and chooses what comes first." },
   "documents": [
    { "nl": "raadsvoorstel prioriteiten", "en": "proposal on priorities" }
   ],
   "decidedBy": { "nl": "gemeenteraad", "en": "municipal council" },
   "dueMonth": -6,
   "usesSurvey": false
  },
  {
   "key": "doelen",
   "name": { "nl": "Doelen stellen", "en": "Setting targets" },
   "about": { "nl": "Bij elke prioriteit een cijfer kiezen, met een streefwaarde en een jaar.", "en": "Choosing a figure for each priority, with a target and a year." },
   "documents": [
    { "nl": "lijst van doelen", "en": "list of targets" }
   ],
   "decidedBy": { "nl": "stuurgroep", "en": "steering group" },
   "dueMonth": -5,
   "usesSurvey": false
  },
  {
   "key": "aanpak",
   "name": { "nl": "Aanpak afspreken", "en": "Agreeing on action" },
   "about": { "nl": "Met elke partner afspreken wat die doet, en wanneer het klaar is.", "en": "Agreeing with each partner on what they do, and by when." },
   "documents": [
    { "nl": "afspraken met partners", "en": "agreements with partners" }
   ],
   "decidedBy": { "nl": "stuurgroep", "en": "steering group" },
   "dueMonth": -3,
   "usesSurvey": false
  },
  {
   "key": "vaststelling",
   "name": { "nl": "Plan vaststellen", "en": "Adopting the plan" },
   "about": { "nl": "De raad stelt het integraal veiligheidsplan vast.", "en": "The council adopts the integral safety plan." },
   "documents": [
    { "nl": "integraal veiligheidsplan", "en": "integral safety plan" }
   ],
   "decidedBy": { "nl": "gemeenteraad", "en": "municipal council" },
   "dueMonth": -1,
   "usesSurvey": false
  },
  {
   "key": "uitvoering",
   "name": { "nl": "Uitvoeren en volgen", "en": "Carrying out" },
   "about": { "nl": "Elk jaar een uitvoeringsplan, en elk half jaar kijken of het werkt.", "en": "An implementation plan each year, and a look every half year at whether it works." },
   "documents": [
    { "nl": "uitvoeringsplan", "en": "implementation plan" },
    { "nl": "voortgangsbericht", "en": "progress report" }
   ],
   "decidedBy": { "nl": "college van burgemeester en wethouders", "en": "municipal executive" },
   "dueMonth": 2,
   "usesSurvey": false
  },
  {
   "key": "evaluatie",
   "name": { "nl": "Evalueren", "en": "Evaluating" },
   "about": { "nl": "Op dezelfde cijfers als aan het begin zien wat er is veranderd, en wat dat voor het volgende plan betekent.", "en": "Seeing on the same figures as at the beginning what changed, and what that means for the next plan." },
   "documents": [
    { "nl": "evaluatie", "en": "evaluation" }
   ],
   "decidedBy": { "nl": "gemeenteraad", "en": "municipal council" },
   "dueMonth": 41,
   "usesSurvey": true
  }
 ]
}$template$);
insert into policy_template values ('kernbeleid-veiligheid', 1, $template${
 "name": { "nl": "Kernbeleid Veiligheid", "en": "Kernbeleid Veiligheid (core safety policy)" },
 "about": { "nl": "De weg van het Kernbeleid Veiligheid van de VNG, van voorbereiding tot evaluatie, in acht stappen.", "en": "The way of the core safety policy of the association of municipalities, from preparation to evaluation, in eight steps." },
 "steps": [
  {
   "key": "voorbereiding",
   "name": { "nl": "Voorbereiden", "en": "Preparing" },
   "about": { "nl": "Opdracht, planning en werkgroep.", "en": "Commission, schedule and working group." },
   "documents": [
    { "nl": "startnotitie", "en": "starting note" }
   ],
   "decidedBy": { "nl": "college van burgemeester en wethouders", "en": "municipal executive" },
   "dueMonth": -15,
   "usesSurvey": false
  },
  {
   "key": "veiligheidsanalyse",
   "name": { "nl": "Veiligheidsanalyse", "en": "Safety analysis" },
   "about": { "nl": "De vijf veiligheidsvelden langs: feiten, beleving en beleid.", "en": "Along the five fields of safety: facts, perception and policy." },
   "documents": [
    { "nl": "veiligheidsanalyse", "en": "safety analysis" }
   ],
   "decidedBy": null,
   "dueMonth": -9,
   "usesSurvey": true
  },
  {
   "key": "kader",
   "name": { "nl": "Strategisch kader", "en": "Strategic frame" },
   "about": { "nl": "Visie, uitgangspunten en prioriteiten.", "en": "Vision, principles and priorities." },
   "documents": [
    { "nl": "kadernota", "en": "framework note" }
   ],
   "decidedBy": { "nl": "gemeenteraad", "en": "municipal council" },
   "dueMonth": -6,
   "usesSurvey": false
  },
  {
   "key": "velden",
   "name": { "nl": "Aanpak per veiligheidsveld", "en": "Action by field" },
   "about": { "nl": "Voor elk van de vijf velden: wat er al gebeurt, wat erbij komt en wie het doet.", "en": "For each of the five fields: what is done already, what is added and who does it." },
   "documents": [
    { "nl": "uitwerking per veld", "en": "elaboration by field" }
   ],
   "decidedBy": null,
   "dueMonth": -4,
   "usesSurvey": false
  },
  {
   "key": "borging",
   "name": { "nl": "Organisatie en regie", "en": "Organisation and direction" },
   "about": { "nl": "Hoe de samenwerking, het geld en de informatie zijn geregeld.", "en": "How cooperation, money and information are arranged." },
   "documents": [
    { "nl": "afspraken over regie", "en": "agreements on direction" }
   ],
   "decidedBy": { "nl": "college van burgemeester en wethouders", "en": "municipal executive" },
   "dueMonth": -3,
   "usesSurvey": false
  },
  {
   "key": "plan",
   "name": { "nl": "Plan vaststellen", "en": "Adopting the plan" },
   "about": { "nl": "De raad stelt het integraal veiligheidsplan vast.", "en": "The council adopts the integral safety plan." },
   "documents": [
    { "nl": "integraal veiligheidsplan", "en": "integral safety plan" }
   ],
   "decidedBy": { "nl": "gemeenteraad", "en": "municipal council" },
   "dueMonth": -1,
   "usesSurvey": false
  },
  {
   "key": "uitvoeringsplan",
   "name": { "nl": "Uitvoeringsplan", "en": "Implementation plan" },
   "about": { "nl": "Elk jaar: acties, trekkers, geld en termijnen.", "en": "Each year: actions, owners, money and terms." },
   "documents": [
    { "nl": "jaarlijks uitvoeringsplan", "en": "yearly implementation plan" }
   ],
   "decidedBy": { "nl": "college van burgemeester en wethouders", "en": "municipal executive" },
   "dueMonth": 2,
   "usesSurvey": false
  },
  {
   "key": "evaluatie",
   "name": { "nl": "Evaluatie", "en": "Evaluation" },
   "about": { "nl": "Terugkijken op resultaat en samenwerking, op dezelfde cijfers.", "en": "Looking back on results and cooperation, on the same figures." },
   "documents": [
    { "nl": "evaluatie", "en": "evaluation" }
   ],
   "decidedBy": { "nl": "gemeenteraad", "en": "municipal council" },
   "dueMonth": 41,
   "usesSurvey": true
  }
 ]
}$template$);
