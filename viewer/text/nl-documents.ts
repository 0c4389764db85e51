import type { DocumentWords } from './document-words.ts';

export const nlDocuments: DocumentWords = {
  kinds: {
    'safety-plan': 'Integraal veiligheidsplan',
    'implementation-plan': 'Uitvoeringsplan',
    covenant: 'Convenant',
    'police-figures': 'Jaarcijfers van de politie',
    'district-scan': 'Wijkscan',
    minutes: 'Notulen',
  },
  read: {
    figures: 'Cijfers uit dit document',
    title: 'Documenten',
    intro: 'Plannen, convenanten, jaarcijfers, wijkscans en openbare notulen van gemeenten en partners.',
    kind: 'Soort document',
    anyKind: 'Alle soorten',
    search: 'Zoek in documenten',
    searchHint: 'Ook de tekst in de bestanden wordt doorzocht, in elke vorm van een woord.',
    none: 'Er zijn hier geen documenten die u kunt zien.',
    noneFound: 'Geen document gevonden. Kies een andere gemeente of soort, of zoek op een ander woord.',
    download: 'Download',
    partFound: 'Het begin van de tekst is doorzoekbaar; de rest staat alleen in het bestand.',
    nothingFound: 'Er staat geen doorzoekbare tekst in het bestand, zoals bij een scan van papier.',
    mark: 'Kwaliteit',
    isComplete: 'volledig',
    isNotComplete: 'niet volledig',
    namesSources: 'bronnen genoemd',
    namesNoSources: 'bronnen niet genoemd',
    isRecent: 'recent',
    isNotRecent: 'niet recent',
    noMark: 'De kwaliteit is nog niet beoordeeld.',
    years: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
    size: (type, size) => `${type}, ${size}`,
    checkedBy: (who) => `nagezien door ${who}`,
    heading: (count) => (count === 1 ? '1 document bij dit gebied' : `${count} documenten bij dit gebied`),
  },
  form: {
    begin: 'Nieuw document',
    document: 'Document',
    kind: 'Soort document',
    firstYear: 'Eerste jaar',
    lastYear: 'Laatste jaar',
    yearHint: 'De jaren waar het document over gaat.',
    summary: 'Korte samenvatting',
    choose: 'Kies een bestand',
    replace: 'Kies een ander bestand',
    hint: 'PDF, docx, xlsx, pptx, odt of ods, hooguit 25 MB, zonder macro’s of scripts.',
    reading: 'Het bestand wordt nagekeken…',
    mark: 'Beoordeel deze wijkscan',
    markHint: 'Geldt voor dit bestand. Komt er een ander bestand, dan vervalt het oordeel.',
    complete: 'De wijkscan is volledig',
    sources: 'De bronnen worden genoemd',
    recent: 'De gegevens zijn recent',
    checkedBy: 'Nagezien door (organisatie of functie)',
    saveMark: 'Bewaar oordeel',
    stop: 'Stop met versturen',
    stopped: 'Het versturen is gestopt. Er is niets bewaard.',
    sending: (share) => `Versturen: ${share}`,
    kept: (what) => `Ontvangen en in orde: ${what}`,
  },
  refusals: {
    empty: 'Het bestand is leeg. Kies een ander bestand.',
    'web-page':
      'Dit is een webpagina of een tekening waar scripts in kunnen. Bewaar het als PDF en stuur die.',
    program: 'Dit is een programma. Stuur een PDF of een Office-bestand.',
    'old-office': 'Dit is een Office-bestand van vóór 2007. Bewaar het als docx, xlsx of pptx en stuur dat.',
    'other-kind':
      'Dit is naar zijn inhoud geen PDF, docx, xlsx, pptx, odt of ods. Bewaar het als een daarvan en stuur dat.',
    'pdf-begin':
      'Voor of in het begin van de PDF staat iets anders. Bewaar het opnieuw als PDF en stuur die.',
    'pdf-end':
      'De PDF is afgebroken, of er hangt iets achter of tussen. Bewaar het opnieuw als PDF en stuur die.',
    'pdf-script': 'In de PDF zit JavaScript. Druk het opnieuw af naar PDF en stuur die.',
    'pdf-launch':
      'De PDF start een programma of een ander bestand. Druk het opnieuw af naar PDF en stuur die.',
    'pdf-files': 'In de PDF zitten andere bestanden. Stuur die apart en druk deze opnieuw af naar PDF.',
    'pdf-form': 'De PDF is een formulier dat iets verstuurt. Druk het opnieuw af naar PDF en stuur die.',
    'pdf-locked': 'De PDF is met een wachtwoord beveiligd. Bewaar die zonder wachtwoord en stuur die.',
    'pdf-unreadable':
      'De PDF is beschadigd of ongewoon geschreven, en kan niet worden nagekeken. Druk het opnieuw af naar PDF en stuur die.',
    'archive-damaged': 'Het Office-bestand is beschadigd. Open het, bewaar het opnieuw en stuur dat.',
    'archive-bomb': 'Uitgepakt is dit bestand veel te groot. Bewaar het met minder of kleinere onderdelen.',
    'archive-hidden':
      'Voor, achter of tussen de delen van dit bestand zit iets anders. Bewaar het opnieuw en stuur dat.',
    'office-other':
      'Dit is een zip-bestand, geen docx, xlsx, pptx, odt of ods. Stuur de documenten een voor een.',
    'office-macro':
      'Er zitten macro’s of scripts in. Bewaar het zonder macro’s (als docx, xlsx of pptx) en stuur dat.',
    'office-embedded':
      'Er zijn andere bestanden of knoppen in ingevoegd. Haal die eruit, of bewaar het als PDF.',
    'office-outside':
      'Dit bestand opent iets van elders. Verbreek de koppelingen met andere bestanden, of bewaar het als PDF.',
    'too-slow': 'Het nakijken duurt te lang. Maak het bestand kleiner of splits het.',
    virus: 'De virusscanner vond er iets in. Het is niet bewaard.',
    'scanner-silent': 'De virusscanner antwoordt niet, dus er is niets bewaard. Probeer het later opnieuw.',
    'too-large':
      'Het bestand is te groot: hooguit 25 MB. Maak het kleiner, bijvoorbeeld met kleinere foto’s.',
  },
};
