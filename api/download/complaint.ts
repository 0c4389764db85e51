/** What a service says beside, or instead of, an answer. */
export interface Complaint {
  readonly message: string;
  /** Whether it says that it does not have what was asked for. */
  readonly isAbsent: boolean;
}

/**
 * Reads an OWS exception report (WFS sends it as XML, also with status 200), a problem of an OGC API
 * (`{title, status, detail}`) or an error of OData; null where the text is something else.
 */
export function readComplaint(text: string): Complaint | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('<')) return readReport(trimmed);
  if (!trimmed.startsWith('{')) return null;
  try {
    const { title, detail, error, 'odata.error': older } = JSON.parse(trimmed) as Record<string, unknown>;
    const said = messageOf(error) ?? messageOf(older) ?? [title, detail].filter(isText).join(': ');
    return said ? { message: shorten(said), isAbsent: false } : null;
  } catch {
    return null;
  }
}

function readReport(xml: string): Complaint | null {
  if (!/<(\w+:)?(ExceptionReport|ServiceExceptionReport)\b/.test(xml)) return null;
  const said = /<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>([^<]*)</.exec(xml)?.[1] ?? '';
  const isAbsent = /locator="typeNames?"/i.test(xml) || /\bfeature ?type\b.*\bunknown\b/is.test(said);
  return { message: shorten(said) || 'an exception report without a text', isAbsent };
}

/** OData: `{error: {message}}`, or `{"odata.error": {message: {value}}}`. */
function messageOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  const { message } = error;
  if (isText(message)) return message;
  const isNested = typeof message === 'object' && message !== null && 'value' in message;
  return isNested && isText(message.value) ? message.value : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function shorten(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
