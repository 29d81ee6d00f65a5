import type { Readable } from 'node:stream';
import type { ParsedInput, RouteName, RouteOutput, routes } from '@jince/contract';
import type { Permission } from './access/access.ts';
import type { Ctx } from './context/context.ts';
import type { ErrorCatalogue } from './errors/errors.ts';
import type { FactContribution } from './facts/fact-definition.ts';
import type { Site } from './http/public-page.ts';
import type { Bilingual } from './i18n/language.ts';
import type { ImportKind } from './imports/import-kind.ts';
import type { JobTask } from './jobs/job-task.ts';
import type { ClockDefinition, ProcedureDefinition, ProcedureTemplate } from './procedures/definition.ts';

type Routes = typeof routes;

/** An answer that is bytes: a download. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Readable | Buffer;
}

export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  /** Must be consumed before `fields` is complete when fields follow the file. */
  readonly content: Readable;
  readonly fields: Readonly<Record<string, string>>;
}

/** Who may call: a permission code, any signed-in account, or anyone. */
export type Gate = string | { readonly open: 'signed-in' | 'anyone' };

export interface RouteBinding {
  readonly name: RouteName;
  readonly gate: Gate;
  readonly handle: (ctx: Ctx, input: never) => Promise<unknown>;
}

type Answer<K extends RouteName> = Routes[K] extends { transport: 'file' } ? FileAnswer : RouteOutput<Routes[K]>;
type Given<K extends RouteName> = ParsedInput<Routes[K]> &
  (Routes[K] extends { transport: 'multipart' } ? { file: UploadedFile } : unknown) &
  (Routes[K] extends { transport: 'octets' } ? { bytes: Readable } : unknown);

/** Binds a route of the contract to the permission it needs and the command or query it runs. */
export function bind<K extends RouteName>(
  name: K,
  gate: Gate,
  handle: (ctx: Ctx, input: Given<K>) => Promise<Answer<K>>,
): RouteBinding {
  return { name, gate, handle: handle as RouteBinding['handle'] };
}

/** What a module contributes to the platform; `modules.ts` is the only list of them. */
export interface ModuleDefinition {
  readonly name: string;
  readonly routes: readonly RouteBinding[];
  readonly permissions: readonly Permission[];
  readonly errors: ErrorCatalogue;
  /** Audit action → what it says in the log. */
  readonly actions: Readonly<Record<string, Bilingual>>;
  readonly importKinds?: readonly ImportKind[];
  readonly facts?: FactContribution;
  readonly jobs?: readonly JobTask[];
  readonly procedures?: readonly ProcedureDefinition[];
  /** Clocks that may run on a file of any procedure beside its own, kept there with `keepClock`. */
  readonly fileClocks?: readonly ClockDefinition[];
  /** Papers made from files of a lower module's procedures, by the procedure's name. */
  readonly templates?: Readonly<Record<string, readonly ProcedureTemplate[]>>;
  /** Pages everyone may read, drawn by the server; of one module alone. */
  readonly site?: Site;
  /** Loads what the first answer would otherwise wait for; called once after start. */
  readonly warmUp?: (ctx: Ctx) => Promise<unknown>;
  /** Event name → task names enqueued in the same transaction. */
  readonly subscribers?: Readonly<Record<string, readonly string[]>>;
}
