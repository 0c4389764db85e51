/** Rejects where the browser does not allow it, or has no clipboard for a page without TLS. */
export async function copyText(content: string): Promise<void> {
  await navigator.clipboard.writeText(content);
}
