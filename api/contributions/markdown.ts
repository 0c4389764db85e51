import MarkdownIt from 'markdown-it';

/** Addresses that a link may lead to: the web, e-mail, or a view of this site. */
const allowed = /^(https?:|mailto:|\?)/i;

const markdown = new MarkdownIt('commonmark', { html: false, linkify: true })
  .enable(['table', 'linkify', 'strikethrough'])
  .disable(['image', 'html_block', 'html_inline']);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
markdown.validateLink = (address) => allowed.test(address.trim());
markdown.renderer.rules.link_open = (tokens, index, options, _, renderer) => {
  // Written by somebody: no search engine need follow it, and no page it leads to is told where it was.
  tokens[index]?.attrSet('rel', 'nofollow ugc noopener noreferrer');
  return renderer.renderToken(tokens, index, options);
};
// The page has a title and sections of its own above: the first heading of a text is of the level below.
for (const rule of ['heading_open', 'heading_close'] as const)
  markdown.renderer.rules[rule] = (tokens, index, options, _, renderer) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return renderer.renderToken(tokens, index, options);
  };

/**
 * HTML of a text in Markdown: paragraphs, headings (from h3 on), lists, quotations, tables, emphasis and links to the web,
 * to e-mail or to a view of this site. HTML in the text is shown as it was typed; pictures are files of their own.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
