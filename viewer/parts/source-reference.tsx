/** A name that leads to its page elsewhere, where it has one that is an address of the web. */
export function Reference({ title, url }: { readonly title: string; readonly url: string | null }) {
  return url && /^https?:/.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer">
      {title}
    </a>
  ) : (
    <span>{title}</span>
  );
}
