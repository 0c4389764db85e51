import { createNamedRandom } from '../../../geodata/demo/random.ts';
import type { Random } from '../../../geodata/statistics/random.ts';

const beginnings =
  `Alm Ank Baar Bel Ber Bik Blan Bol Bren Bru Daal Del Die Dron Echt Eem Els Erm Flie Gar Gel Gor Gron
  Haar Hel Hoog Hul IJs Kamp Kel Kot Kruis Laar Leem Lin Loo Maar Mel Mid Mun Naar Nij Oel Ootm Pan Pol Raal Ren Roe
  Saas Schal Slo Staap Ter Til Uit Vaar Vel Vli Wan Wees Wil Zand Zel Zuid`.split(/\s+/);
const middles = ['', 'de', 'el', 'en', 'er', 'ing', 'ker', 'man', 'ster', 'ten'];
const ends =
  `berg bergen broek buren dam dijk donk dorp drecht gaarde geest hagen ham hoek horn horst hout hoven huizen
  kerk kerke laar land lo loo meer mond moer oord rade rijk schoten stade steeg stein veen veld vliet voorde waard wijk
  wolde woude zijl zele`.split(/\s+/);
/** What neighbourhoods have before a name of their own; most have nothing. */
const kinds = ['Bedrijventerrein ', 'Buitengebied ', 'Verspreide huizen ', 'Oud-', 'Nieuw-'];
const shareOfKinds = 0.3;

/** Gives made-up names of places, as unlike each other as those of a country, so that a search finds as few of them. */
export function createNames(seed: number): { drawPlace(): string; drawNeighbourhood(): string } {
  const random = createNamedRandom(seed, 'names');
  const drawPlace = () => pick(beginnings, random) + pick(middles, random) + pick(ends, random);
  return {
    drawPlace,
    drawNeighbourhood: () => (random() < shareOfKinds ? pick(kinds, random) : '') + drawPlace(),
  };
}

function pick(words: readonly string[], random: Random): string {
  return words[Math.floor(random() * words.length)] ?? '';
}
