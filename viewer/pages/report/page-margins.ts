import { useEffect } from 'preact/hooks';

/** What is printed in the margins of every page. */
interface Margins {
  readonly name: string;
  readonly day: string;
  readonly link: string;
}

/**
 * Prints name, day and link in the margins of every sheet of A4, with the number of the page. It takes a sheet of styles
 * of its own, as only that can hold words that follow from what is shown; it goes with the page.
 */
export function usePageMargins({ name, day, link }: Margins): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @page {
        size: A4 portrait;
        margin: 20mm 15mm 18mm;
        @top-left { content: ${quote(name)}; ${look} }
        @top-right { content: ${quote(day)}; ${look} }
        @bottom-left { content: ${quote(shorten(link))}; ${look} }
        @bottom-right { content: counter(page) " / " counter(pages); ${look} }
      }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [name, day, link]);
}

const look = 'font: 8pt "Inter Variable", sans-serif; color: #575c63; white-space: nowrap;';
const mostLetters = 100;

/** The whole link stands at the end of the report. */
function shorten(link: string): string {
  return link.length > mostLetters ? `${link.slice(0, mostLetters)}…` : link;
}

/** A text as a string of CSS. */
function quote(text: string): string {
  return `"${text.replaceAll(/["\\\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}
