import { words } from '../state/screen/reading-words.ts';

/** The head of a table of figures: the figure, the two numbers that are compared, their difference, and what is said of it. */
export function FigureHead({ numbers }: { readonly numbers: readonly [string, string] }) {
  const { figure, difference, verdict } = words.value.profile;
  return (
    <thead>
      <tr>
        <th scope="col">{figure}</th>
        {[...numbers, difference].map((name) => (
          <th key={name} scope="col" class="number">
            {name}
          </th>
        ))}
        <th scope="col">{verdict}</th>
      </tr>
    </thead>
  );
}
