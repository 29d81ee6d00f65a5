import type { Ctx } from '../../../platform/context/context.ts';
import {
  CodeColumn,
  FollowedIndex,
  IntColumn,
  KeptOrder,
  NO_DAY,
  streamRows,
  toDay,
} from '../../../platform/register-index/index.ts';
import { REGISTER } from '../repositories/row-repository.ts';

interface Line {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly stage: number;
  readonly open: boolean;
  readonly track: string;
  readonly source_kind: string;
  readonly organisation_code: string;
  readonly town_code: string | null;
  readonly behaviour_row: number | null;
  readonly words: string;
  readonly electronic: boolean;
  readonly received_on: string;
  readonly filed_on: string | null;
  readonly decided_on: string | null;
  readonly due_on: string | null;
  readonly hit: boolean;
  readonly transfer_open: boolean;
  readonly business_fen: number | null;
  readonly decision_kind: string | null;
}

const LINES = `select r.id, r.number, r.state, r.stage, r.open, r.track, r.source_kind, r.organisation_code, r.town_code, r.behaviour_row, r.words,
    r.electronic, r.received_on, r.filed_on, r.decided_on, r.due_on, r.hit, r.transfer_open, r.business_fen, r.decision_kind
  from cases.row r where r.district = $1 and r.version > $2 order by r.id`;

export const FLAGS = { open: 1, hit: 2, transferOpen: 4, electronic: 8 } as const;

/** What each case is sorted by; none comes last in both directions. */
type SortKey = (data: CaseIndexData, row: number) => number | string | null;
const day = (value: number) => (value === NO_DAY ? null : value);
const SORTS: Readonly<Record<string, SortKey>> = {
  receivedOn: (data, row) => data.received.at(row),
  filedOn: (data, row) => day(data.filed.at(row)),
  decidedOn: (data, row) => day(data.decided.at(row)),
  dueOn: (data, row) => day(data.due.at(row)),
  number: (data, row) => data.numbers[row] as string,
  businessFen: (data, row) => data.fen[row] ?? null,
  stage: (data, row) => data.stage.at(row),
};
const LATEST_FIRST = '-receivedOn';

/** The lines of all cases of a district as columns. Rows are never taken out: a case is never deleted. */
export class CaseIndexData {
  readonly ids: string[] = [];
  readonly rowOf = new Map<string, number>();
  readonly numbers: string[] = [];
  /** What a search looks in, in small letters. */
  readonly words: string[] = [];
  /** Illegal business amount. */
  readonly fen: (number | null)[] = [];
  readonly state = new CodeColumn();
  readonly track = new CodeColumn();
  readonly source = new CodeColumn();
  readonly organisation = new CodeColumn();
  readonly town = new CodeColumn();
  readonly decision = new CodeColumn();
  /** Row of the statistics form, as text. */
  readonly behaviour = new CodeColumn();
  readonly stage = new IntColumn();
  readonly flags = new IntColumn();
  readonly received = new IntColumn();
  readonly filed = new IntColumn();
  readonly decided = new IntColumn();
  readonly due = new IntColumn();
  /** Another object after each change: selections are kept with it. */
  epoch: object = {};
  readonly #orders = new Map<string, KeptOrder>();

  get size(): number {
    return this.ids.length;
  }

  put(line: Line): void {
    const row = this.rowOf.get(line.id) ?? this.ids.length;
    this.ids[row] = line.id;
    this.rowOf.set(line.id, row);
    this.numbers[row] = line.number;
    this.words[row] = line.words;
    this.fen[row] = line.business_fen;
    this.state.set(row, line.state);
    this.track.set(row, line.track);
    this.source.set(row, line.source_kind);
    this.organisation.set(row, line.organisation_code);
    this.town.set(row, line.town_code);
    this.decision.set(row, line.decision_kind);
    this.behaviour.set(row, line.behaviour_row === null ? null : String(line.behaviour_row));
    this.stage.set(row, line.stage);
    this.flags.set(
      row,
      (line.open ? FLAGS.open : 0) |
        (line.hit ? FLAGS.hit : 0) |
        (line.transfer_open ? FLAGS.transferOpen : 0) |
        (line.electronic ? FLAGS.electronic : 0),
    );
    this.received.set(row, toDay(line.received_on));
    this.filed.set(row, toDay(line.filed_on));
    this.decided.set(row, toDay(line.decided_on));
    this.due.set(row, toDay(line.due_on));
    for (const order of this.#orders.values()) order.touch(row);
  }

  /** All rows in the order a reader asked for: `key` or `-key`. Made on first use, then kept up. */
  order(sort: string | undefined): Uint32Array {
    const wanted = SORTS[sort?.replace(/^-/, '') ?? ''] === undefined ? LATEST_FIRST : (sort as string);
    const order = this.#orders.get(wanted) ?? new KeptOrder(this.#comparison(wanted));
    this.#orders.set(wanted, order);
    return order.rows(this.size);
  }

  #comparison(sort: string): (a: number, b: number) => number {
    const key = SORTS[sort.replace(/^-/, '')] as SortKey;
    const sign = sort.startsWith('-') ? -1 : 1;
    return (a, b) => {
      const x = key(this, a);
      const y = key(this, b);
      if (x === y) return a - b;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -sign : sign;
    };
  }
}

export const caseIndex = new FollowedIndex<CaseIndexData>({
  register: REGISTER,
  empty: () => new CaseIndexData(),
  async follow(ctx: Ctx, data, after) {
    for await (const lines of streamRows<Line>(ctx.services.pool, LINES, [ctx.district, after])) {
      for (const line of lines) data.put(line);
      data.epoch = {};
    }
  },
});
