import { planDistrict as district, type MunicipalityPlan } from './place.ts';

/** The towns along the railway: places and sizes from general geography, rounded; the division into districts is made up. */
export const cityPlans: readonly MunicipalityPlan[] = [
  {
    number: '0153',
    name: 'Enschede',
    districts: [
      district('Binnenstad', [['Binnenstad', 6.894, 52.221, 0.8, 4, 13_000]]),
      district('Enschede Noord', [['Noord', 6.89, 52.237, 1.2, 5, 25_000]]),
      district('Enschede Oost', [['Oost', 6.919, 52.224, 1.3, 5, 26_000]]),
      district('Enschede Zuid', [['Zuid', 6.889, 52.199, 1.5, 6, 37_000]]),
      district('Enschede West', [['West', 6.862, 52.216, 1.4, 5, 29_000]]),
      district('Driene', [['Driene', 6.853, 52.24, 0.9, 2, 3_400]], [['Broeierd', 6.85, 52.262]]),
      district('Glanerbrug', [['Glanerbrug', 6.96, 52.216, 1.0, 4, 17_500]], [['Eekmaat', 6.948, 52.238]]),
      district(
        'Lonneker',
        [['Lonneker', 6.914, 52.252, 0.55, 1, 2_100]],
        [
          ['Lonnekerberg', 6.89, 52.27],
          ['Zuid-Esmarke', 6.945, 52.262],
        ],
      ),
      district(
        'Boekelo en Usselo',
        [
          ['Boekelo', 6.802, 52.203, 0.6, 1, 2_600],
          ['Usselo', 6.848, 52.196, 0.25, 1, 500],
        ],
        [
          ['Twekkelo', 6.813, 52.224],
          ['Boekelerveld', 6.787, 52.195],
          ['Rutbeek', 6.832, 52.181],
        ],
      ),
      district(
        'Broekheurne',
        [],
        [
          ['Broekheurne', 6.884, 52.174],
          ['Aamsveen', 6.942, 52.194],
        ],
      ),
    ],
  },
  {
    number: '0164',
    name: 'Hengelo',
    districts: [
      district('Binnenstad', [['Binnenstad', 6.793, 52.266, 0.7, 3, 8_000]]),
      district('Hasseler Es', [['Hasseler Es', 6.783, 52.286, 0.9, 3, 11_000]]),
      district('Slangenbeek', [['Slangenbeek', 6.812, 52.295, 0.8, 2, 8_500]]),
      district(
        'Groot Driene',
        [['Groot Driene', 6.823, 52.277, 1.0, 4, 17_000]],
        [['Dalmeden', 6.831, 52.25]],
      ),
      district('Hengelo Zuid', [['Zuid', 6.8, 52.252, 0.9, 4, 15_000]]),
      district('Woolde', [['Woolde', 6.77, 52.266, 1.0, 4, 17_000]]),
      district('Twentekanaal', [['Twentekanaal', 6.776, 52.248, 0.7, 1, 70]]),
      district(
        'Beckum en Oele',
        [['Beckum', 6.747, 52.209, 0.4, 1, 900]],
        [
          ['Oele', 6.742, 52.238],
          ['Beckum Buiten', 6.729, 52.21],
        ],
      ),
    ],
  },
  {
    number: '0141',
    name: 'Almelo',
    districts: [
      district('Binnenstad', [['Binnenstad', 6.666, 52.356, 0.7, 3, 7_500]]),
      district('Schelfhorst', [['Schelfhorst', 6.679, 52.377, 1.0, 4, 15_500]]),
      district('Almelo Oost', [['Oost', 6.69, 52.36, 0.8, 3, 9_500]]),
      district('Almelo Zuid', [['Zuid', 6.672, 52.341, 0.9, 4, 13_500]]),
      district('Windmolenbroek', [['Windmolenbroek', 6.641, 52.343, 1.1, 4, 14_000]]),
      district('Sluitersveld', [['Sluitersveld', 6.652, 52.369, 0.9, 3, 11_000]]),
      district('Dollegoor', [['Dollegoor', 6.633, 52.359, 0.65, 1, 90]]),
      district(
        'Aadorp',
        [['Aadorp', 6.624, 52.378, 0.45, 1, 1_500]],
        [['Bedrijvenpark Twente', 6.645, 52.391]],
      ),
      district(
        'Bornerbroek',
        [['Bornerbroek', 6.655, 52.31, 0.45, 1, 2_000]],
        [
          ['Bornerbroek Buiten', 6.637, 52.315],
          ['Het Nijrees', 6.69, 52.33],
        ],
      ),
    ],
  },
  {
    number: '0173',
    name: 'Oldenzaal',
    districts: [
      district('Binnenstad', [['Binnenstad', 6.929, 52.313, 0.6, 3, 5_000]]),
      district('Oldenzaal Noord', [['Noord', 6.925, 52.324, 0.7, 2, 7_500]]),
      district('De Thij', [['De Thij', 6.922, 52.301, 0.8, 4, 12_500]]),
      district(
        'Zuid-Berghuizen',
        [['Zuid-Berghuizen', 6.907, 52.311, 0.7, 2, 6_500]],
        [['Het Hulsbeek', 6.878, 52.301]],
      ),
    ],
  },
  {
    number: '0147',
    name: 'Borne',
    districts: [
      district('Borne Centrum', [['Centrum', 6.752, 52.301, 0.6, 2, 6_500]]),
      district('Bornsche Maten', [
        ['Stroom Esch', 6.744, 52.31, 0.6, 1, 5_500],
        ['Bornsche Maten', 6.736, 52.3155, 0.6, 1, 1_400],
      ]),
      district('Borne Zuid', [['Wensinkhoek', 6.76, 52.292, 0.6, 2, 6_800]]),
      district(
        'Zenderen en Hertme',
        [
          ['Zenderen', 6.72, 52.327, 0.4, 1, 1_400],
          ['Hertme', 6.762, 52.322, 0.3, 1, 500],
        ],
        [
          ['Zenderen Buiten', 6.712, 52.309],
          ['Hertme Buiten', 6.765, 52.316],
        ],
      ),
    ],
  },
];
