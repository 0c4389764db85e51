import { planDistrict as district, type MunicipalityPlan } from './place.ts';

/** The municipalities of the west: places and sizes from general geography, rounded; the division into districts is made up. */
export const westernPlans: readonly MunicipalityPlan[] = [
  {
    number: '1735',
    name: 'Hof van Twente',
    districts: [
      district(
        'Goor',
        [
          ['Goor', 6.587, 52.233, 0.7, 3, 7_000],
          ['Gijmink', 6.579, 52.243, 0.55, 2, 5_300],
        ],
        [
          ['Kerspel Goor', 6.618, 52.216],
          ['Wiene', 6.63, 52.243],
        ],
      ),
      district(
        'Delden',
        [['Delden', 6.711, 52.262, 0.85, 4, 7_300]],
        [
          ['Deldenerbroek', 6.662, 52.281],
          ['Zeldam', 6.655, 52.254],
          ['Azelo', 6.718, 52.284],
          ['Deldeneresch', 6.7, 52.243],
        ],
      ),
      district(
        'Hengevelde en Bentelo',
        [
          ['Hengevelde', 6.637, 52.201, 0.4, 1, 2_000],
          ['Bentelo', 6.684, 52.224, 0.4, 1, 1_900],
        ],
        [
          ['Hengevelde Buiten', 6.645, 52.208],
          ['Bentelo Buiten', 6.678, 52.213],
        ],
      ),
      district(
        'Diepenheim',
        [['Diepenheim', 6.555, 52.201, 0.5, 1, 2_700]],
        [
          ['Markvelde', 6.602, 52.187],
          ['Diepenheim Buiten', 6.548, 52.191],
        ],
      ),
      district(
        'Markelo',
        [['Markelo', 6.497, 52.235, 0.6, 2, 4_300]],
        [
          ['Elsen', 6.533, 52.265],
          ['Elsenerbroek', 6.578, 52.262],
          ['Herike', 6.537, 52.229],
          ['Markelosebroek', 6.498, 52.2],
          ['Achterhoek', 6.455, 52.237],
        ],
      ),
    ],
  },
  {
    number: '1742',
    name: 'Rijssen-Holten',
    districts: [
      district('Rijssen Centrum', [['Centrum', 6.519, 52.308, 0.6, 3, 6_500]]),
      district('Rijssen Noord', [['Noord', 6.514, 52.318, 0.6, 2, 5_500]], [['Ligtenberg', 6.485, 52.316]]),
      district('Rijssen Zuid', [['Zuid', 6.524, 52.298, 0.7, 3, 9_500]], [['Elsenerveld', 6.496, 52.287]]),
      district('Rijssen Oost', [['Oost', 6.538, 52.307, 0.55, 2, 6_500]]),
      district(
        'Holten',
        [['Holten', 6.422, 52.283, 0.9, 4, 7_000]],
        [
          ['Borkeld', 6.457, 52.277],
          ['Holterberg', 6.436, 52.309],
          ['Neerdorp', 6.4, 52.258],
        ],
      ),
      district(
        'Dijkerhoek',
        [['Dijkerhoek', 6.372, 52.277, 0.25, 1, 300]],
        [
          ['Espelo', 6.378, 52.306],
          ['Look', 6.35, 52.292],
        ],
      ),
    ],
  },
  {
    number: '0163',
    name: 'Hellendoorn',
    districts: [
      district('Nijverdal Centrum', [['Centrum', 6.467, 52.365, 0.7, 3, 8_000]]),
      district('Nijverdal Noord', [['Noord', 6.478, 52.377, 0.7, 3, 8_500]]),
      district(
        'Nijverdal Zuid',
        [
          ['Zuid', 6.472, 52.353, 0.6, 2, 6_500],
          ['Hulsen', 6.499, 52.356, 0.4, 1, 1_700],
        ],
        [['Sallandse Heuvelrug', 6.42, 52.347]],
      ),
      district(
        'Hellendoorn',
        [['Hellendoorn', 6.45, 52.391, 0.65, 2, 6_000]],
        [
          ['Egede', 6.42, 52.393],
          ['Eelen en Rhaan', 6.484, 52.414],
          ['Marle', 6.434, 52.428],
        ],
      ),
      district('Haarle', [['Haarle', 6.379, 52.36, 0.35, 1, 900]], [['Haarle Buiten', 6.372, 52.344]]),
      district(
        'Daarle en Daarlerveen',
        [
          ['Daarle', 6.536, 52.434, 0.35, 1, 900],
          ['Daarlerveen', 6.579, 52.438, 0.4, 1, 1_500],
        ],
        [['Daarle Buiten', 6.538, 52.42]],
      ),
    ],
  },
  {
    number: '1700',
    name: 'Twenterand',
    districts: [
      district(
        'Vriezenveen',
        [
          ['Vriezenveen West', 6.615, 52.406, 0.75, 2, 6_500],
          ['Vriezenveen Oost', 6.636, 52.414, 0.75, 3, 7_300],
        ],
        [
          ['Weitemanslanden', 6.602, 52.432],
          ['Bruinehaar', 6.672, 52.472],
          ['Westerhoeven', 6.652, 52.44],
          ['Paterswal', 6.661, 52.402],
        ],
      ),
      district('Westerhaar', [['Westerhaar', 6.616, 52.461, 0.65, 2, 4_900]]),
      district('Vroomshoop', [['Vroomshoop', 6.566, 52.46, 0.8, 3, 8_800]], [['Geerdijk', 6.578, 52.478]]),
      district(
        'Den Ham',
        [['Den Ham', 6.496, 52.466, 0.65, 2, 5_900]],
        [
          ['Magele', 6.473, 52.457],
          ['Linderveld', 6.53, 52.478],
          ['Den Ham Zuid', 6.516, 52.45],
        ],
      ),
    ],
  },
  {
    number: '0189',
    name: 'Wierden',
    districts: [
      district(
        'Wierden',
        [
          ['Wierden', 6.592, 52.36, 0.7, 3, 8_500],
          ['Wierden Zuid', 6.594, 52.35, 0.5, 2, 5_500],
        ],
        [
          ['Rectum', 6.573, 52.336],
          ['Zuna', 6.523, 52.34],
          ['Notter', 6.492, 52.333],
          ['Huurne', 6.553, 52.366],
        ],
      ),
      district(
        'Hoge Hexel',
        [['Hoge Hexel', 6.564, 52.393, 0.35, 1, 1_200]],
        [['Hexel Buiten', 6.54, 52.39]],
      ),
      district(
        'Enter',
        [['Enter', 6.578, 52.296, 0.7, 3, 6_900]],
        [
          ['Ypelo', 6.595, 52.318],
          ['Enterbroek', 6.597, 52.28],
        ],
      ),
    ],
  },
];
