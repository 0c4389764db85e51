import { describeInline } from '../pages/security.ts';
import { readText, type ViewerFiles } from '../pages/viewer-files.ts';
import { lateScript } from './late-script.ts';

/** The built page, with its style sheets in itself: nothing stands between it and its first frame on the screen. */
export interface Page {
  readonly html: string;
  /** Of the texts that stand in it, as a policy names them. */
  readonly styles: readonly string[];
}

const styleLink = /<link rel="stylesheet"[^>]*? href="([^"]+)">/g;

/** Writes into the built page the style sheets that it names. */
export async function readPage(html: string, files: ViewerFiles): Promise<Page> {
  const styles: string[] = [];
  const sheets = new Map<string, string>();
  for (const [, path = ''] of html.matchAll(styleLink)) {
    const file = files.get(path);
    if (file) sheets.set(path, await readText(file));
  }
  const written = html.replace(styleLink, (link, path: string) => {
    const sheet = sheets.get(path);
    if (sheet === undefined || sheet.includes('</style')) return link;
    styles.push(describeInline(sheet));
    return `<style data-sheet-of="${path}">${sheet}</style>`;
  });
  return { html: written, styles };
}

const root = '<div id="viewer">';

/** Puts a frame in the place of the words that stand there until there is a page. */
export function putFrame(html: string, frame: string): string {
  const start = html.indexOf(root) + root.length;
  const end = html.lastIndexOf('</div>', html.indexOf('</body>'));
  if (start < root.length || end < start) return html;
  return html.slice(0, start) + frame + html.slice(end);
}

const moduleScript = /<script type="module"[^>]*? src="([^"]+)"><\/script>/g;

/**
 * Lets the scripts of a page that shows its maps already come after its first frame, which reading and running them would
 * keep waiting. They are fetched meanwhile.
 */
export function holdScripts(html: string): string {
  const paths = [...html.matchAll(moduleScript)].map(([, path = '']) => path);
  if (paths.length === 0) return html;
  const fetched = html.replace(
    moduleScript,
    '<link rel="preload" as="script" crossorigin fetchpriority="low" href="$1" />',
  );
  return fetched.replace(
    '</body>',
    `<script data-scripts="${paths.join(' ')}">${lateScript}</script></body>`,
  );
}
