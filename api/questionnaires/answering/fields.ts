import { escapeText } from '../../pages/escaped-text.ts';

/** One of several answers to a question. `label` is HTML. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Choices {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Beside each other as far as there is room: words below each other on a phone, numbers not. */
  readonly beside?: 'words' | 'numbers';
}

/** Radio buttons or boxes, the first of which has the id that ends in `-0`. */
export function writeChoices({ kind, name, id, choices, chosen, beside }: Choices): string {
  const lines = choices.map(({ value, label }, place) => {
    const own = `${escapeText(id)}-${place}`;
    const checked = chosen.includes(value) ? ' checked' : '';
    return `<div class="choice"><input type="${kind}" id="${own}" name="${escapeText(name)}" value="${escapeText(value)}"${checked}><label for="${own}">${label}</label></div>`;
  });
  return beside ? `<div class="side ${beside}">${lines.join('\n')}</div>` : lines.join('\n');
}

interface Group {
  readonly id: string;
  /** HTML. */
  readonly legend: string;
  /** Paragraphs of HTML that are read with the legend. */
  readonly hints: readonly string[];
  /** Text; null: nothing is wrong. */
  readonly fault: string | null;
  readonly body: string;
  readonly isRow?: boolean;
}

/** Fields that belong together, with what is said of them. */
export function writeGroup({ id, legend, hints, fault, body, isRow = false }: Group): string {
  const { said, attribute } = describeField(id, hints, fault);
  const kind = [isRow ? 'row' : 'question', ...(fault ? ['has-fault'] : [])].join(' ');
  return `<fieldset class="${kind}" id="${escapeText(id)}"${attribute}><legend>${legend}</legend>${said}
${body}</fieldset>`;
}

/** One field with its label. `field` is given the attributes that lead to its hints and its fault. */
export function writeLabelled(
  { id, legend, hints, fault }: Omit<Group, 'body'>,
  field: (attributes: string) => string,
): string {
  const { said, attribute } = describeField(id, hints, fault);
  const invalid = fault ? ' aria-invalid="true"' : '';
  return `<div class="question${fault ? ' has-fault' : ''}" id="${escapeText(id)}"><label class="asked" for="${escapeText(id)}-0">${legend}</label>${said}
${field(`${attribute}${invalid}`)}</div>`;
}

function describeField(id: string, hints: readonly string[], fault: string | null) {
  const own = escapeText(id);
  const paragraphs = hints.map((hint, place) => `<p class="hint" id="${own}-h${place}">${hint}</p>`);
  const names = hints.map((_, place) => `${own}-h${place}`);
  if (fault) {
    paragraphs.push(`<p class="fault" id="${own}-f">${escapeText(fault)}</p>`);
    names.push(`${own}-f`);
  }
  const attribute = names.length > 0 ? ` aria-describedby="${names.join(' ')}"` : '';
  return { said: paragraphs.join(''), attribute };
}
