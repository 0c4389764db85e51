/** A zip whose last entry begins where its first one does, so that both hold the same bytes. */
export function overlap(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const entries = listCentral(bytes);
  const view = new DataView(bytes.buffer);
  view.setUint32((entries.at(-1) ?? 0) + 42, view.getUint32((entries[0] ?? 0) + 42, true), true);
  return bytes;
}

/** A zip that says of its first entry that it is so large. */
export function claim(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice();
  new DataView(bytes.buffer).setUint32((listCentral(bytes)[0] ?? 0) + 24, size, true);
  return bytes;
}

/** Where the records of its list of files begin. */
function listCentral(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) found.push(at);
  return found;
}
