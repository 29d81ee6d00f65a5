import type { Ctx } from '../context/context.ts';
import { registerVersion } from './register-version.ts';

export interface FollowedSpec<T> {
  /** The register whose lines carry the version they were written with. */
  readonly register: string;
  readonly empty: () => T;
  /** Puts all lines written after a version into the columns; a line may come again. */
  readonly follow: (ctx: Ctx, data: T, after: number) => Promise<void>;
}

interface Slot<T> {
  version: number;
  readonly data: T;
  running: Promise<void> | undefined;
}

/**
 * Columns of a register in memory that take in what changed instead of loading anew: after a write the next reader sees it.
 * Versions are given in the order of commit (see bumpRegisterVersion), so what is newer than the last one read is all that changed.
 */
export class FollowedIndex<T> {
  readonly #spec: FollowedSpec<T>;
  readonly #slots = new WeakMap<object, Map<string, Slot<T>>>();

  constructor(spec: FollowedSpec<T>) {
    this.#spec = spec;
  }

  /** The columns with everything that was committed when this was asked. */
  async get(ctx: Ctx): Promise<T> {
    const version = await registerVersion(ctx.db, ctx.district, this.#spec.register);
    const slot = this.#slotOf(ctx);
    while (slot.version < version) {
      slot.running ??= this.#catchUp(ctx, slot).finally(() => {
        slot.running = undefined;
      });
      await slot.running;
    }
    return slot.data;
  }

  #slotOf(ctx: Ctx): Slot<T> {
    const slots = this.#slots.get(ctx.services) ?? new Map<string, Slot<T>>();
    this.#slots.set(ctx.services, slots);
    const slot = slots.get(ctx.district) ?? { version: -1, data: this.#spec.empty(), running: undefined };
    slots.set(ctx.district, slot);
    return slot;
  }

  async #catchUp(ctx: Ctx, slot: Slot<T>): Promise<void> {
    const version = await registerVersion(ctx.db, ctx.district, this.#spec.register);
    await this.#spec.follow(ctx, slot.data, slot.version);
    slot.version = version;
  }
}
