import type { PriceBasis } from '@jince/offences';
import type { SourceKind } from '../domain/case-types.ts';

export type DemoStage =
  | 'clue'
  | 'verifying'
  | 'not-filed'
  | 'filed'
  | 'investigating'
  | 'suspended'
  | 'report'
  | 'review'
  | 'notified'
  | 'hearing'
  | 'deciding'
  | 'decided'
  | 'served'
  | 'executing'
  | 'published'
  | 'closed'
  | 'archived'
  | 'summary'
  | 'transferred'
  | 'terminated';

export interface DemoCase {
  readonly title: string;
  readonly text: string;
  readonly suspect: string;
  readonly natural?: boolean;
  readonly town: string;
  readonly row: number;
  readonly source: SourceKind;
  readonly right?: readonly ['trademark' | 'patent', string, string];
  /** Name, quantity, price in yuan, basis, sold. */
  readonly goods?: readonly (readonly [string, number, number, PriceBasis, boolean])[];
  readonly gainYuan?: number;
  readonly fineYuan?: number;
  readonly stage: DemoStage;
  /** Days before today on which the clue came in. */
  readonly daysAgo: number;
  readonly electronic?: boolean;
  readonly foreign?: boolean;
  /** An officer whose certificate ran out during the case is one of its officers. */
  readonly lapsed?: boolean;
}
