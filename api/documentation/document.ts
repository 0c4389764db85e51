import type { OpenAPIHono } from '@hono/zod-openapi';

/** The OpenAPI 3.1 document and what it is made of. */
export type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
export type Schemas = NonNullable<NonNullable<Document['components']>['schemas']>;
export type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;
export type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;

export interface Answer {
  readonly description: string;
  readonly content?: NonNullable<Parameter['content']>;
}
