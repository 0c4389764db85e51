import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Language } from '../../../geodata/text.ts';
import type { Database } from '../../../sql/database.ts';
import type { Reader } from '../../../sql/reader.ts';
import { type ApiContext, requireDatabase } from '../../context.ts';
import type { PublishedReading } from '../../memory/snapshot.ts';
import { addressesFrom, htmlType, type Kept, type WriteAddress } from '../../ogc/addresses.ts';
import { chooseForm, createSending, type Form, type SendText } from '../../ogc/answer.ts';
import { type FigureChoice, readFigureChoice } from '../../ogc/figure.ts';
import { type StandardWords, standardWords } from '../../ogc/words.ts';
import { readOrigin } from '../../pages/origin.ts';
import { readerOf } from '../../readers/reader.ts';
import type { Catalog } from '../../schemas/catalog.ts';
import { notFoundProblem, problems } from '../../schemas/problem.ts';

/** Of a request, what every address of the service looks at. */
export interface Asked {
  readonly db: Database;
  readonly reader: Reader;
  readonly catalog: Catalog;
  readonly figure: FigureChoice | null;
  readonly form: Form;
  readonly language: Language;
  readonly words: StandardWords;
  readonly write: WriteAddress;
}

/** What the routes of the service have in common. */
export interface Service {
  readonly context: ApiContext;
  readonly send: SendText;
  readonly ask: (c: Context, query: Kept & { readonly f?: Form | undefined }) => Promise<Asked>;
}

export function createService(context: ApiContext, readCatalog: PublishedReading<Catalog>): Service {
  return {
    context,
    send: createSending(),
    async ask(c, { f, indicator, period, lang }) {
      const db = requireDatabase(context);
      const reader = await readerOf(c);
      const catalog = await readCatalog(db, reader, context.watch?.readStamp);
      const language = lang ?? 'nl';
      return {
        db,
        reader,
        catalog,
        figure: readFigureChoice(catalog, { indicator, period }),
        form: chooseForm(c, f),
        language,
        words: standardWords[language],
        write: addressesFrom(readOrigin(c, context.publicUrl), { indicator, period, lang }),
      };
    },
  };
}

/** Of a page. */
export const pageType = `${htmlType}; charset=utf-8`;

/** Describes a route that is sent as JSON of a schema and as a page. */
export function describeResource<
  const Path extends string,
  Query extends z.ZodObject,
  Params extends z.ZodObject,
>(route: {
  readonly path: Path;
  readonly summary: string;
  readonly query: Query;
  readonly params?: Params;
  readonly type: string;
  readonly schema: z.ZodType;
}) {
  const { path, summary, query, params, type, schema } = route;
  return createRoute({
    method: 'get',
    path,
    tags: ['OGC API'],
    summary,
    request: { query, params: (params ?? z.object({})) as Params },
    responses: {
      200: {
        description: summary,
        content: { [type]: { schema }, 'text/html': { schema: z.string() } },
      },
      ...problems,
      ...notFoundProblem,
    },
  });
}
