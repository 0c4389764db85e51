/** The two divisions into neighbourhoods, by the year they took effect. */
export const boundaryYears = [2023, 2025] as const;
export type BoundaryYear = (typeof boundaryYears)[number];

/** What was redrawn between the two, so that every kind of change is there to be seen. Keys are those of parcels. */
interface Reform {
  /** Parcels that belong to the neighbourhood of another parcel. */
  readonly heldBy: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly codes: Readonly<Record<string, string>>;
}

export const reforms: Readonly<Record<BoundaryYear, Reform>> = {
  2023: {
    heldBy: {
      // Split in 2025.
      '1742/Holten/1': '1742/Holten/0',
      '0163/Noord/1': '0163/Noord/0',
      '0153/Zuid/1': '0153/Zuid/0',
      // A border moved in 2025: fields that a new estate was built on.
      '0147/Bornsche Maten/0': '0147/Zenderen Buiten/0',
    },
    names: { '0168/Glane/0': 'Glanerveld' },
    codes: { '0183/Harbrinkhoek/0': 'BU01830409' },
  },
  2025: {
    heldBy: {
      '1774/Oud Ootmarsum/0': '1774/Nutter/0',
      '1735/Elsenerbroek/0': '1735/Elsen/0',
      '0147/Bornsche Maten/0': '0147/Stroom Esch/0',
    },
    names: { '1774/Nutter/0': 'Nutter en Oud Ootmarsum', '1735/Elsen/0': 'Elsen en Elsenerbroek' },
    codes: {},
  },
};
