import type { Text } from './text.ts';

/** A place in the tree that indicators hang from. `parent` is null for a field; the order of `themes` is the order on screen. */
export interface Theme {
  /** `field` or `field.subtheme`, the key used in data packages. */
  readonly key: string;
  readonly parent: string | null;
  readonly name: Text;
}

/**
 * The five fields of the Kernbeleid Veiligheid (VNG) with their subthemes, in its order, and after them the background
 * figures that explain the others and belong to none of the fields.
 */
export const themes: readonly Theme[] = [
  field('leefomgeving', 'Veilige woon- en leefomgeving', 'Safe living environment'),
  subtheme('leefomgeving.sociaal', 'Sociale kwaliteit', 'Social quality'),
  subtheme('leefomgeving.fysiek', 'Fysieke kwaliteit', 'Physical quality'),
  subtheme('leefomgeving.objectief', 'Objectieve veiligheid', 'Objective safety'),
  subtheme('leefomgeving.subjectief', 'Subjectieve veiligheid', 'Perceived safety'),
  field('bedrijvigheid', 'Bedrijvigheid en veiligheid', 'Business and safety'),
  field('jeugd', 'Jeugd en veiligheid', 'Youth and safety'),
  subtheme('jeugd.overlast', 'Jeugdoverlast', 'Youth nuisance'),
  subtheme('jeugd.groepen', 'Jeugdgroepen', 'Youth groups'),
  subtheme('jeugd.alcohol-drugs', 'Alcohol en drugs', 'Alcohol and drugs'),
  subtheme('jeugd.school', 'Veilig in en om de school', 'Safe in and around school'),
  field('fysiek', 'Fysieke veiligheid', 'Physical safety'),
  field('integriteit', 'Integriteit en veiligheid', 'Integrity and safety'),
  field('achtergrond', 'Achtergrond', 'Background'),
  subtheme('achtergrond.bevolking', 'Bevolking', 'Population'),
  subtheme('achtergrond.wonen', 'Wonen', 'Housing'),
  subtheme('achtergrond.welvaart', 'Welvaart', 'Prosperity'),
  subtheme('achtergrond.gezondheid', 'Gezondheid', 'Health'),
];

const themeOfKey = new Map(themes.map((theme) => [theme.key, theme]));

/** The theme of a key; undefined where the tree has none. */
export function findTheme(key: string): Theme | undefined {
  return themeOfKey.get(key);
}

function field(key: string, nl: string, en: string): Theme {
  return { key, parent: null, name: { nl, en } };
}

function subtheme(key: string, nl: string, en: string): Theme {
  return { key, parent: key.slice(0, key.indexOf('.')), name: { nl, en } };
}
