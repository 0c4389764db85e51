/** One parameter of a link: how its text becomes part of a state (null: malformed), and the text of a state. */
export interface Parameter<State> {
  readonly read: (text: string) => Partial<State> | null;
  /** The empty text: says nothing. */
  readonly write: (state: State) => string;
}

/** A parameter that is one of a few words. */
export function choose<State, Key extends keyof State & string>(
  key: Key,
  options: readonly (State[Key] & string)[],
): Parameter<State> {
  return {
    read: (text) => {
      const option = options.find((each) => each === text);
      return option === undefined ? null : pick(key, option);
    },
    write: (state) => String(state[key]),
  };
}

function pick<State, Key extends keyof State>(key: Key, value: State[Key]): Partial<State> {
  const part: Partial<State> = {};
  part[key] = value;
  return part;
}

/** The address of an indicator or of one category of it, see dimension.ts; null for what is none. */
export function readAddressText(text: string): string | null {
  return /^[a-z0-9][a-z0-9._-]{0,99}(\/[a-z0-9][a-z0-9.-]{0,39})?$/.test(text) && !text.endsWith('.')
    ? text
    : null;
}
