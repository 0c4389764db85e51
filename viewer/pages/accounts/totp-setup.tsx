import { encode } from 'uqr';
import { accountWords } from '../../state/screen/account-words.ts';

/** The secret of an authenticator app: as a drawing to scan and as a text to type. */
export function TotpSetup({ secret, uri }: { readonly secret: string; readonly uri: string }) {
  const text = accountWords.value.invitation;
  const { data, size } = encode(uri, { border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <div>
      <p>{text.scan}</p>
      <svg
        class="qr"
        viewBox={`0 0 ${size} ${size}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label={text.scan}
      >
        <path d={squares.join('')} />
      </svg>
      <p class="small">
        {text.type} <span class="key-text">{secret.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
    </div>
  );
}
