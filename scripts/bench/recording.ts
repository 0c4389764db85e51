import pg from 'pg';

/** A query as it went to the database. */
export interface RecordedQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs `work` and gives the readings that went to PostgreSQL meanwhile, from whatever pool of this process. */
export async function recordQueries(work: () => Promise<unknown>): Promise<RecordedQuery[]> {
  const recorded: RecordedQuery[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...words: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function record(this: unknown, ...words: unknown[]) {
    const [first, values] = words;
    if (typeof first === 'string' && /^\s*(select|with)\b/i.test(first))
      recorded.push({ text: first, values: Array.isArray(values) ? values : [] });
    return query.apply(this, words);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return recorded;
}

/** How PostgreSQL ran queries: the time of all together, and the plan of the slowest with times and pages read. */
export interface Explained {
  readonly milliseconds: number;
  readonly plan: string;
}

/** So often a query runs again once it was run: the quickest counts, as a busy machine makes others wait. */
const repetitions = 5;

/** Runs each query with its plan, until it finds in memory what the first time fetched, and keeps the quickest. */
export async function explainQueries(url: string, queries: readonly RecordedQuery[]): Promise<Explained> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let [total, slowest, plan] = [0, -1, 'no reading went to the database'];
    for (const { text, values } of queries) {
      let found = await explain(client, text, values);
      for (let time = 0; time < repetitions; time++) {
        const again = await explain(client, text, values);
        if (time === 0 || again.milliseconds < found.milliseconds) found = again;
      }
      total += found.milliseconds;
      if (found.milliseconds <= slowest) continue;
      slowest = found.milliseconds;
      plan = `${text.trim()}\n${found.plan}`;
    }
    return { milliseconds: total, plan };
  } finally {
    await client.end();
  }
}

async function explain(client: pg.Client, text: string, values: readonly unknown[]): Promise<Explained> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, [
    ...values,
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return { milliseconds: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1] ?? 0), plan };
}
