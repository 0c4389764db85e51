import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { mayEdit } from '../../../geodata/grant.ts';
import type { PolicyCycle } from '../../../geodata/policy/cycle.ts';
import type { Session } from '../../../sql/accounts/sessions.ts';
import { findRegion } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import {
  beginCycle,
  changeCycle,
  removeCycle,
  removePart,
  writeAction,
  writePriority,
  writeStep,
} from '../../../sql/policy/changes.ts';
import { listCycles } from '../../../sql/policy/cycles.ts';
import { findTemplate } from '../../../sql/policy/templates.ts';
import type { TrailDetails } from '../../../sql/trail.ts';
import { changeTogether, requireChanger } from '../../changes/changing.ts';
import { requireKnownAddresses } from '../../changes/known-addresses.ts';
import { requireKnownContribution } from '../../changes/known-contribution.ts';
import { type ApiContext, createRoutes, requirePrimary } from '../../context.ts';
import { invalidParameter, notFound, RequestProblem } from '../../errors.ts';
import {
  cyclesSchema,
  newActionSchema,
  newCycleSchema,
  newPrioritySchema,
  newStepSchema,
} from '../../schemas/policy.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { bodyOf, numberParameters, numberSchema } from '../../schemas/written.ts';

const change = {
  method: 'put' as const,
  tags: ['Policy'],
  description:
    'For editors of the municipality and administrators. Answers the cycle as it is then; nothing where it was taken away.',
  responses: {
    200: { description: 'The cycle', content: { 'application/json': { schema: cyclesSchema } } },
    ...accountProblems,
  },
};

const cycleRoute = createRoute({
  ...change,
  path: '/api/policy/cycles/{id}',
  summary: 'Begins a cycle, or changes its years and who may see it, or takes it away',
  request: { params: numberParameters, body: bodyOf(newCycleSchema) },
});
const stepRoute = createRoute({
  ...change,
  path: '/api/policy/cycles/{id}/steps/{step}',
  summary: 'Says how far a step is, who has it, and what was decided',
  request: {
    params: numberParameters.extend({
      step: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'the key of a step' }),
    }),
    body: bodyOf(newStepSchema),
  },
});
const priorityRoute = createRoute({
  ...change,
  path: '/api/policy/cycles/{id}/priorities/{priority}',
  summary: 'Writes a priority with the figures it is judged by, or takes it away',
  request: { params: numberParameters.extend({ priority: numberSchema }), body: bodyOf(newPrioritySchema) },
});
const actionRoute = createRoute({
  ...change,
  path: '/api/policy/cycles/{id}/priorities/{priority}/actions/{action}',
  summary: 'Writes what a partner does for a priority, or takes it away',
  request: {
    params: numberParameters.extend({ priority: numberSchema, action: numberSchema }),
    body: bodyOf(newActionSchema),
  },
});

/** What changes the policy of a municipality. */
export function policyChanges(context: ApiContext) {
  return createRoutes()
    .openapi(cycleRoute, async (c) => {
      const { id: number } = c.req.valid('param');
      const { remove = false, ...body } = c.req.valid('json');
      const session = await requireChanger(c, context);
      requireEditor(session, body.municipality);
      const db = requirePrimary(context);
      if (body.version === 0) {
        const template = await findTemplate(db, body.template);
        if (!template) throw invalidParameter('template', `there is no template ${body.template}`);
        const region = await findRegion(db, session.reader);
        if (!region?.municipalities.includes(body.municipality))
          throw invalidParameter('municipality', `${body.municipality} is none of the region`);
        const act = { detail: { begins: template.key, years: [body.fromYear, body.toYear] } };
        await write(session, number, body.municipality, act, (inside) =>
          beginCycle(inside, { id: number, ...body }, template),
        );
      } else {
        const cycle = await requireCycle(db, session, number);
        const act = {
          detail: remove ? { removed: true } : { toYear: body.toYear, visibility: body.visibility },
        };
        await write(session, number, cycle.municipality, act, (inside) =>
          remove
            ? removeCycle(inside, { id: number, ...body })
            : changeCycle(inside, { ...body, id: number }),
        );
      }
      return answer(c, session, number);
    })
    .openapi(stepRoute, async (c) => {
      const { id: number, step } = c.req.valid('param');
      const { isMine, ...body } = c.req.valid('json');
      const session = await requireChanger(c, context);
      const db = requirePrimary(context);
      const cycle = await requireCycle(db, session, number);
      const template = await findTemplate(db, cycle.template, cycle.templateVersion);
      if (!template?.steps.some(({ key }) => key === step))
        throw notFound(`No step ${step} in ${cycle.template}`);
      await requireKnownContribution(db, session.reader, {
        field: 'document',
        kind: 'document',
        id: body.document.id,
      });
      const person = isMine === null ? undefined : isMine ? session.person.id : null;
      const { state, due, version } = body;
      await write(session, number, cycle.municipality, { detail: { step, state, due, version } }, (inside) =>
        writeStep(inside, number, { step, ...body }, person),
      );
      return answer(c, session, number);
    })
    .openapi(priorityRoute, async (c) => {
      const { id: number, priority } = c.req.valid('param');
      const { remove = false, ...body } = c.req.valid('json');
      const session = await requireChanger(c, context);
      const db = requirePrimary(context);
      const cycle = await requireCycle(db, session, number);
      await requireKnownAddresses(db, session.reader, 'indicators', body.indicators);
      const act = { detail: { priority, removed: remove, indicators: body.indicators } };
      await write(session, number, cycle.municipality, act, (inside) =>
        remove
          ? removePart(inside, 'policy_priority', { id: priority, version: body.version })
          : writePriority(inside, session.reader, number, { id: priority, ...body }),
      );
      return answer(c, session, number);
    })
    .openapi(actionRoute, async (c) => {
      const { id: number, priority, action } = c.req.valid('param');
      const { remove = false, ...body } = c.req.valid('json');
      const session = await requireChanger(c, context);
      const cycle = await requireCycle(requirePrimary(context), session, number);
      if (!cycle.priorities.some((own) => own.id === priority)) throw notFound(`No priority ${priority}`);
      const act = { detail: { action, removed: remove, state: body.state } };
      await write(session, number, cycle.municipality, act, (inside) =>
        remove
          ? removePart(inside, 'policy_action', { id: action, version: body.version })
          : writeAction(inside, priority, { id: action, ...body }),
      );
      return answer(c, session, number);
    });

  function write(
    session: Session,
    cycle: string,
    municipality: string,
    act: { readonly detail: TrailDetails },
    work: (db: Database) => Promise<void>,
  ): Promise<void> {
    const detail = { municipality, ...act.detail };
    return changeTogether(
      context,
      session,
      { act: 'policy-change', subject: `cycle:${cycle}`, detail },
      work,
    );
  }

  async function answer(c: Context, { reader }: Session, number: string) {
    return c.json({ rows: await listCycles(requirePrimary(context), reader, { id: number }) }, 200);
  }
}

function requireEditor({ grants }: Session, municipality: string): void {
  if (mayEdit(grants, municipality)) return;
  throw new RequestProblem('forbidden', `Only editors of ${municipality} and administrators may change this`);
}

/** The cycle of a number, which whoever is signed in may change; throws a problem 404 or 403. */
async function requireCycle(db: Database, session: Session, number: string): Promise<PolicyCycle> {
  const [cycle] = await listCycles(db, session.reader, { id: number });
  if (!cycle) throw notFound(`No cycle ${number}`);
  requireEditor(session, cycle.municipality);
  return cycle;
}
