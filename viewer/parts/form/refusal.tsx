import './form.css';

/** Says what went wrong, also to who does not see it. */
export function Refusal({ text }: { readonly text: string | null }) {
  return (
    <p class="refusal" role="alert" hidden={text === null}>
      {text}
    </p>
  );
}
