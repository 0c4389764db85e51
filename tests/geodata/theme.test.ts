import { describe, expect, test } from 'vitest';
import { findTheme, themes } from '../../geodata/theme.ts';

describe('themes', () => {
  test('are the five fields of the Kernbeleid Veiligheid in its order, then the background', () => {
    const fields = themes.filter(({ parent }) => parent === null).map(({ key }) => key);
    expect(fields).toEqual([
      'leefomgeving',
      'bedrijvigheid',
      'jeugd',
      'fysiek',
      'integriteit',
      'achtergrond',
    ]);
  });

  test('stand directly below their field, each key once', () => {
    expect(new Set(themes.map(({ key }) => key)).size).toBe(themes.length);
    let field = '';
    for (const { key, parent } of themes) {
      if (parent === null) field = key;
      else expect([parent, key.startsWith(`${field}.`)]).toEqual([field, true]);
    }
  });

  test('are found by key and have a name in both languages', () => {
    expect(findTheme('leefomgeving.objectief')?.name).toEqual({
      nl: 'Objectieve veiligheid',
      en: 'Objective safety',
    });
    expect(findTheme('leefomgeving.onbekend')).toBeUndefined();
    for (const { name } of themes) expect(name.nl.length * name.en.length).toBeGreaterThan(0);
  });
});
