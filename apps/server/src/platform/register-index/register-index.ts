import type { Ctx } from '../context/context.ts';
import { registerVersions } from './register-version.ts';

/** A built index over one register of one district. */
export interface IndexData {
  /** Number of rows. */
  readonly size: number;
}

export interface IndexSpec<T extends IndexData> {
  readonly name: string;
  /** Registers whose change makes the index stale. */
  readonly dependsOn: readonly string[];
  /** Reads everything through a cursor and builds the columns; must yield to the event loop between batches. */
  readonly build: (ctx: Ctx) => Promise<T>;
}

interface Slot<T> {
  version: string;
  day: string;
  data: T;
  loading: Promise<T> | undefined;
}

/** Above this many rows a reader is served the last state while the new one loads; below it, it waits. */
const WAIT_UP_TO_ROWS = 60_000;

/**
 * Columns of a register in memory, so that any filter, any order and any page of a long list costs about a
 * millisecond (docs/adr/0007). Truth stays in PostgreSQL: each use asks for the register's version first.
 */
export class RegisterIndex<T extends IndexData> {
  readonly #spec: IndexSpec<T>;
  readonly #slots = new WeakMap<object, Map<string, Slot<T>>>();
  readonly #firstLoads = new WeakMap<object, Map<string, Promise<T>>>();

  constructor(spec: IndexSpec<T>) {
    this.#spec = spec;
  }

  /** The index as of the last committed change (or, while a long one reloads, the state before it). */
  async get(ctx: Ctx): Promise<T> {
    const version = await registerVersions(ctx.db, ctx.district, this.#spec.dependsOn);
    const slots = this.#slots.get(ctx.services) ?? new Map<string, Slot<T>>();
    this.#slots.set(ctx.services, slots);
    const slot = slots.get(ctx.district);
    if (slot !== undefined && slot.version === version && slot.day === ctx.today) return slot.data;
    if (slot?.loading !== undefined) return slot.data.size > WAIT_UP_TO_ROWS ? slot.data : slot.loading;
    const first = this.#firstLoads.get(slots)?.get(ctx.district);
    if (first !== undefined) return first;
    const loading = this.#spec.build(ctx).then(
      (data) => {
        slots.set(ctx.district, { version, day: ctx.today, data, loading: undefined });
        return data;
      },
      (error: unknown) => {
        if (slot !== undefined) slot.loading = undefined;
        throw error;
      },
    );
    if (slot === undefined) return this.#shareFirst(slots, ctx.district, loading);
    slot.loading = loading;
    if (slot.data.size <= WAIT_UP_TO_ROWS) return loading;
    loading.catch((error: unknown) =>
      ctx.services.log.error({ err: error, index: this.#spec.name }, 'index not reloaded'),
    );
    return slot.data;
  }

  /** The first load is shared by everyone who asks meanwhile. */
  #shareFirst(slots: object, district: string, loading: Promise<T>): Promise<T> {
    const running = this.#firstLoads.get(slots) ?? new Map<string, Promise<T>>();
    this.#firstLoads.set(slots, running);
    running.set(district, loading);
    loading.finally(() => running.delete(district)).catch(() => undefined);
    return loading;
  }
}
