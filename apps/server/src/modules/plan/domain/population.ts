import type { RowTest } from '../../../platform/register-index/index.ts';
import type { Dimension } from './dimension.ts';

/** What is counted: rows of an index that pass tests, with the ways they can be cut. */
export interface Population {
  readonly size: number;
  readonly tests: readonly RowTest[];
  readonly dimensions: Readonly<Record<string, () => Dimension>>;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly notes: readonly string[];
  idOf(row: number): string;
  /** Records of the rows with what a list shows of them. */
  describe(rows: readonly number[]): Promise<RowItem[]>;
}

export interface RowItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
  readonly status: string | null;
}

/** Filter of the explorer, as in the contract. */
export interface InventoryFilter {
  readonly town?: readonly string[] | undefined;
  readonly zone?: readonly string[] | undefined;
  readonly industry?: readonly string[] | undefined;
  readonly partyKind?: readonly string[] | undefined;
  readonly partyStatus?: readonly string[] | undefined;
  readonly membership?: readonly string[] | undefined;
  readonly patentKind?: readonly string[] | undefined;
  readonly patentStatus?: readonly string[] | undefined;
  readonly niceClass?: readonly string[] | undefined;
  readonly trademarkStatus?: readonly string[] | undefined;
}
