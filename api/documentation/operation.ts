import { escapeText } from '../pages/escaped-text.ts';
import type { Answer, Operation, Parameter } from './document.ts';
import { writeText } from './html.ts';
import { nameType } from './schema.ts';

/** An address of the API and what it does. */
export interface Endpoint {
  readonly path: string;
  readonly method: 'get' | 'put' | 'post';
  readonly operation: Operation;
}

/** The anchor of an address in the page. */
export function anchorOf(path: string): string {
  return path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function writeParameter(parameter: Parameter): string {
  const schema = parameter.schema;
  const description =
    parameter.description ?? (schema && 'description' in schema ? schema.description : undefined);
  const example = schema && 'example' in schema && schema.example !== undefined ? schema.example : undefined;
  const cells = [
    `<code>${escapeText(parameter.name)}</code>`,
    parameter.in === 'path' ? 'in the path' : parameter.required ? 'required' : 'optional',
    nameType(schema),
    `${description ? writeText(description) : ''}${example === undefined ? '' : ` Such as <code>${escapeText(String(example))}</code>.`}`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function writeParameters(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const head = '<tr><th>Parameter</th><th></th><th>Type</th><th></th></tr>';
  return `<div class="wide"><table><thead>${head}</thead><tbody>${parameters.map(writeParameter).join('')}</tbody></table></div>`;
}

function writeBody({ requestBody }: Operation): string {
  const schema =
    requestBody && 'content' in requestBody ? requestBody.content['application/json']?.schema : null;
  return schema ? `<p>Sent as JSON: ${nameType(schema)}.</p>` : '';
}

function writeResponse([status, response]: [string, Answer]): string {
  const contents = Object.entries(response.content ?? {}).map(
    ([type, { schema }]) => `<code>${escapeText(type)}</code> ${nameType(schema)}`,
  );
  const content = contents.length > 0 ? `: ${contents.join('; ')}` : '';
  return `<dt>${escapeText(status)}</dt><dd>${writeText(response.description)}${content}</dd>`;
}

/** One address: what it is for, its parameters, its answers. */
export function writeEndpoint({ method, path, operation }: Endpoint): string {
  const parameters = (operation.parameters ?? []).filter((one): one is Parameter => 'name' in one);
  const responses = Object.entries(operation.responses ?? {}) as [string, Answer][];
  return [
    `<section id="${anchorOf(path)}">`,
    `<h3><span class="method">${method.toUpperCase()}</span> <code>${escapeText(path)}</code></h3>`,
    `<p>${writeText(operation.summary ?? '')}.</p>`,
    operation.description ? `<p>${writeText(operation.description)}</p>` : '',
    writeParameters(parameters),
    writeBody(operation),
    `<dl>${responses.map(writeResponse).join('')}</dl>`,
    '</section>',
  ].join('\n');
}
