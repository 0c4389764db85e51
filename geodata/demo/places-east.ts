import { planDistrict as district, type MunicipalityPlan } from './place.ts';

/** The municipalities of the north and the east: places and sizes from general geography, rounded; the division into districts is made up. */
export const easternPlans: readonly MunicipalityPlan[] = [
  {
    number: '0183',
    name: 'Tubbergen',
    districts: [
      district(
        'Tubbergen',
        [['Tubbergen', 6.785, 52.407, 0.65, 2, 4_400]],
        [['Tubbergen Buiten', 6.78, 52.392]],
      ),
      district(
        'Geesteren',
        [['Geesteren', 6.73, 52.421, 0.55, 2, 3_900]],
        [['Geesteren Buiten', 6.712, 52.437]],
      ),
      district(
        'Langeveen',
        [['Langeveen', 6.717, 52.464, 0.3, 1, 900]],
        [
          ['Langeveen Buiten', 6.735, 52.457],
          ['Manderveen', 6.782, 52.445],
        ],
      ),
      district(
        'Albergen',
        [['Albergen', 6.761, 52.372, 0.45, 1, 3_500]],
        [['Albergen Buiten', 6.745, 52.355]],
      ),
      district(
        'Harbrinkhoek',
        [['Harbrinkhoek', 6.717, 52.385, 0.45, 1, 2_300]],
        [['Hardenbergerweg', 6.725, 52.395]],
      ),
      district(
        'Fleringen en Reutum',
        [
          ['Fleringen', 6.808, 52.384, 0.3, 1, 900],
          ['Reutum', 6.843, 52.392, 0.3, 1, 800],
        ],
        [
          ['Fleringen Buiten', 6.806, 52.37],
          ['Haarle-Reutum', 6.84, 52.38],
        ],
      ),
      district(
        'Vasse',
        [['Vasse', 6.833, 52.431, 0.3, 1, 900]],
        [
          ['Hezingen', 6.84, 52.447],
          ['Vasse Buiten', 6.835, 52.416],
        ],
      ),
    ],
  },
  {
    number: '1774',
    name: 'Dinkelland',
    districts: [
      district(
        'Denekamp',
        [['Denekamp', 7.006, 52.377, 0.85, 4, 8_900]],
        [
          ['Noord Deurningen', 7.036, 52.393],
          ['Berghum', 6.975, 52.386],
        ],
      ),
      district(
        'Ootmarsum',
        [['Ootmarsum', 6.901, 52.408, 0.65, 2, 4_600]],
        [
          ['Nutter', 6.886, 52.424],
          ['Oud Ootmarsum', 6.925, 52.422],
          ['Agelo', 6.896, 52.391],
        ],
      ),
      district(
        'Lattrop en Tilligte',
        [
          ['Lattrop', 6.977, 52.428, 0.3, 1, 900],
          ['Tilligte', 6.952, 52.406, 0.3, 1, 700],
        ],
        [
          ['Breklenkamp', 6.984, 52.446],
          ['Tilligte Buiten', 6.96, 52.415],
        ],
      ),
      district(
        'Rossum',
        [['Rossum', 6.921, 52.352, 0.4, 1, 2_200]],
        [
          ['Volthe', 6.938, 52.362],
          ['Lemselo', 6.892, 52.339],
          ['Rossumerveld', 6.905, 52.369],
        ],
      ),
      district(
        'Weerselo en Saasveld',
        [
          ['Weerselo', 6.857, 52.351, 0.45, 1, 3_100],
          ['Saasveld', 6.808, 52.334, 0.35, 1, 1_600],
        ],
        [
          ['Dulder', 6.805, 52.348],
          ['Het Stift', 6.845, 52.34],
        ],
      ),
      district(
        'Deurningen',
        [['Deurningen', 6.838, 52.301, 0.45, 1, 2_300]],
        [
          ['Gammelke', 6.842, 52.318],
          ['Hasseler Veld', 6.86, 52.283],
        ],
      ),
    ],
  },
  {
    number: '0168',
    name: 'Losser',
    districts: [
      district(
        'Losser',
        [['Losser', 7.005, 52.262, 0.95, 5, 12_700]],
        [
          ['Oelemars', 7.02, 52.278],
          ['Zoekerveld', 6.983, 52.274],
        ],
      ),
      district(
        'Overdinkel en Glane',
        [
          ['Overdinkel', 7.034, 52.236, 0.55, 2, 3_900],
          ['Glane', 6.985, 52.232, 0.4, 1, 1_300],
        ],
        [['Glane Buiten', 6.998, 52.243]],
      ),
      district(
        'De Lutte',
        [['De Lutte', 6.992, 52.314, 0.45, 1, 3_700]],
        [
          ['Lutterveld', 6.965, 52.31],
          ['Lutterzand', 7.03, 52.318],
        ],
      ),
      district(
        'Beuningen',
        [['Beuningen', 7.0, 52.357, 0.3, 1, 1_000]],
        [
          ['Beuningerveld', 7.03, 52.356],
          ['Volther Es', 6.978, 52.343],
        ],
      ),
    ],
  },
  {
    number: '0158',
    name: 'Haaksbergen',
    districts: [
      district('Haaksbergen Centrum', [['Centrum', 6.741, 52.157, 0.6, 3, 6_500]]),
      district('Haaksbergen Noord', [['Noord', 6.735, 52.167, 0.65, 3, 7_000]], [['Stepelo', 6.745, 52.188]]),
      district('Haaksbergen Oost', [['Oost', 6.757, 52.159, 0.55, 2, 5_500]], [['Holthuizen', 6.787, 52.17]]),
      district(
        'Sint Isidorushoeve',
        [['Sint Isidorushoeve', 6.7, 52.176, 0.35, 1, 900]],
        [
          ['Brammelo', 6.682, 52.186],
          ['Eppenzolder', 6.69, 52.16],
        ],
      ),
      district(
        'Buurse',
        [['Buurse', 6.831, 52.146, 0.35, 1, 800]],
        [
          ['Buurserzand', 6.806, 52.152],
          ['Buurse Buiten', 6.856, 52.143],
        ],
      ),
      district(
        'Langelo',
        [],
        [
          ['Langelo', 6.7, 52.132],
          ['Honesch', 6.762, 52.134],
        ],
      ),
    ],
  },
];
