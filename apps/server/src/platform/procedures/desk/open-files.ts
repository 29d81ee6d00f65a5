import { IntColumn, KeptOrder, NO_DAY, toDay, ValueColumn } from '../../register-index/index.ts';
import type { ProcedureFile } from '../definition.ts';
import type { Handler } from '../handlers.ts';

/** What decides whose turn a file is; far fewer are different than there are files. */
export interface FileSituation
  extends Pick<ProcedureFile, 'procedure' | 'state' | 'townCode' | 'partyId' | 'organisations'> {
  readonly handlers: readonly Handler[];
  /** `user action`, of the actions that bar from another (岗位分离). */
  readonly acted: ReadonlySet<string>;
}

/** What the desk needs to know of a file. */
export interface FileLine {
  readonly id: string;
  readonly closed: boolean;
  readonly situation: { readonly key: string; readonly make: () => FileSituation };
  /** Seconds since 1970. */
  readonly opened: number;
  /** Clocks that run, with their last days; `waits`: waited out, no limit to be kept. */
  readonly clocks: readonly { readonly dueOn: string | null; readonly waits: boolean }[];
}

function nearest(days: readonly (string | null)[]): number {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? NO_DAY : Math.min(...known.map(toDay));
}

/** The open files of a district as columns; the row of a closed one is free for the next. */
export class OpenFiles {
  readonly ids: (string | null)[] = [];
  readonly situation = new ValueColumn<FileSituation>();
  /** Nearest limit to be kept, and nearest last day of any clock. */
  readonly limit = new IntColumn();
  readonly nearest = new IntColumn();
  /** How many limits run. */
  readonly limits = new IntColumn();
  readonly #opened: number[] = [];
  readonly #rowOf = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #byLimit = new KeptOrder((a, b) => this.#compare(this.limit, 1, a, b));
  readonly #byNearest = new KeptOrder((a, b) => this.#compare(this.nearest, -1, a, b));

  put(line: FileLine): void {
    const known = this.#rowOf.get(line.id);
    if (line.closed) {
      if (known !== undefined) this.#take(line.id, known);
      return;
    }
    const row = known ?? this.#free.pop() ?? this.ids.length;
    this.ids[row] = line.id;
    this.#rowOf.set(line.id, row);
    this.situation.set(row, line.situation.key, line.situation.make);
    const limits = line.clocks.filter(({ waits }) => !waits);
    this.limit.set(row, nearest(limits.map(({ dueOn }) => dueOn)));
    this.nearest.set(row, nearest(line.clocks.map(({ dueOn }) => dueOn)));
    this.limits.set(row, limits.length);
    this.#opened[row] = line.opened;
    this.#touch(row);
  }

  /** Rows by their nearest limit, those without one last, the oldest first; those of no file (no id) among them. */
  byLimit(): Uint32Array {
    return this.#byLimit.rows(this.ids.length);
  }

  /** Rows by the nearest last day of any clock, those without one last, the newest first; those of no file among them. */
  byNearest(): Uint32Array {
    return this.#byNearest.rows(this.ids.length);
  }

  #take(id: string, row: number): void {
    this.#rowOf.delete(id);
    this.ids[row] = null;
    this.#free.push(row);
    this.#touch(row);
  }

  #touch(row: number): void {
    this.#byLimit.touch(row);
    this.#byNearest.touch(row);
  }

  #compare(days: IntColumn, age: 1 | -1, a: number, b: number): number {
    const [x, y] = [days.at(a), days.at(b)];
    if (x !== y) return x === NO_DAY ? 1 : y === NO_DAY ? -1 : x - y;
    const older = (this.#opened[a] as number) - (this.#opened[b] as number);
    if (older !== 0) return older * age;
    const [one, other] = [this.ids[a] ?? '', this.ids[b] ?? ''];
    return one < other ? -1 : one > other ? 1 : a - b;
  }
}
