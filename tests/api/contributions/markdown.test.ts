import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../api/contributions/markdown.ts';

test('paragraphs, emphasis, lists, tables and headings below those of the page', () => {
  expect(renderMarkdown('# Kop\n\nEen **sterk** *woord*.\n\n- a\n- b')).toBe(
    '<h3>Kop</h3>\n<p>Een <strong>sterk</strong> <em>woord</em>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n',
  );
  expect(renderMarkdown('###### klein')).toBe('<h6>klein</h6>\n');
  expect(renderMarkdown('| a |\n|---|\n| 1 |')).toContain('<td>1</td>');
});

test('HTML is shown as it was typed', () => {
  expect(renderMarkdown('<script>alert(1)</script>')).not.toContain('<script');
  expect(renderMarkdown('a <img src=x onerror=alert(1)> b')).toContain('&lt;img');
  expect(renderMarkdown('![plaatje](https://example.nl/a.png)')).not.toContain('<img');
});

test('links lead to the web, to e-mail or to a view, and say that somebody wrote them', () => {
  const rel = 'rel="nofollow ugc noopener noreferrer"';
  expect(renderMarkdown('[a](https://example.nl)')).toBe(
    `<p><a href="https://example.nl" ${rel}>a</a></p>\n`,
  );
  expect(renderMarkdown('https://example.nl/pad')).toContain(`<a href="https://example.nl/pad" ${rel}>`);
  expect(renderMarkdown('[a](?area=BU01530000)')).toContain('href="?area=BU01530000"');
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//kwaad.nl',
    'file:///etc',
  ])
    expect(renderMarkdown(`[a](${address}) <${address}>`), address).not.toContain('<a ');
});

test('whatever is written, no element comes out that is not of Markdown', () => {
  const known = /^(p|em|strong|s|h[3-6]|ul|ol|li|blockquote|code|pre|hr|br|a|table|thead|tbody|tr|th|td)$/;
  const piece = fc.constantFrom(
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '`',
    '*',
    '#',
    '&lt;',
    'javascript:',
    'https://a.nl',
    'onclick=',
    'script',
    '\n',
    ' ',
    '|',
    '-',
    '&#x3c;',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      (text) => {
        const html = renderMarkdown(text);
        for (const [, name = '', rest = ''] of html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)) {
          expect(name).toMatch(known);
          expect(rest.replace(/"[^"]*"/g, '')).not.toMatch(/\bon/);
        }
      },
    ),
  );
});
