import {
  type CodeColumn,
  fromDay,
  type IntColumn,
  NO_DAY,
  type SetColumn,
} from '../../../platform/register-index/index.ts';

/** One way to cut a population: each row falls into one bucket (0 = 未填) or, for sets, into any number of them. */
export interface Dimension {
  /** Bucket codes; index 0 is the bucket of rows without a value. */
  readonly codes: readonly string[];
  readonly overlapping: boolean;
  bucketsOf(row: number): ArrayLike<number>;
}

/** Codes of a column, mapped to coarser ones (`C1743` → `C17`) where asked. */
export function codeDimension(
  column: CodeColumn,
  coarser?: (code: string) => string,
  at: (row: number) => number = (row) => row,
): Dimension {
  const codes = [''];
  const numbers = new Map<string, number>([['', 0]]);
  const mapped = Int32Array.from(column.codes, (code) => {
    const target = code === '' ? '' : (coarser?.(code) ?? code);
    let number = numbers.get(target);
    if (number === undefined) {
      number = codes.length;
      codes.push(target);
      numbers.set(target, number);
    }
    return number;
  });
  const one = new Int32Array(1);
  return {
    codes,
    overlapping: false,
    bucketsOf(row) {
      const source = at(row);
      one[0] = source < 0 ? 0 : (mapped[column.at(source)] as number);
      return one;
    },
  };
}

const EMPTY_BUCKET = Int32Array.of(0);

/** Codes of a set column; rows without any fall into bucket 0. */
export function setDimension(column: SetColumn, size: number, at: (row: number) => number = (row) => row): Dimension {
  return {
    codes: column.codes.codes,
    overlapping: true,
    bucketsOf(row) {
      const source = at(row);
      if (source < 0) return EMPTY_BUCKET;
      const codes = column.at(source, size);
      return codes.length === 0 ? EMPTY_BUCKET : codes;
    },
  };
}

/** Calendar year of a day column. */
export function yearDimension(column: IntColumn, size: number): Dimension {
  const codes = [''];
  const numbers = new Map<number, number>();
  const buckets = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const day = column.at(row);
    if (day === NO_DAY) continue;
    const year = Number((fromDay(day) as string).slice(0, 4));
    let number = numbers.get(year);
    if (number === undefined) {
      number = codes.length;
      codes.push(String(year));
      numbers.set(year, number);
    }
    buckets[row] = number;
  }
  return { codes, overlapping: false, bucketsOf: (row) => buckets.subarray(row, row + 1) };
}

/** A dimension whose bucket is computed per row, such as a status on a day. */
export function computedDimension(codes: readonly string[], at: (row: number) => number): Dimension {
  const one = new Int32Array(1);
  return {
    codes,
    overlapping: false,
    bucketsOf(row) {
      one[0] = at(row);
      return one;
    },
  };
}
