import type { PriceBasis } from '@jince/offences';

export type SourceKind = 'complaint' | 'report' | 'inspection' | 'watch' | 'hand-over' | 'own';
export type DecisionKind = 'penalty' | 'no-penalty' | 'transfer-judicial' | 'transfer-elsewhere' | 'cancelled';

export interface NewParty {
  readonly side: 'suspect' | 'holder' | 'third';
  readonly natural: boolean;
  readonly name: string;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly townCode: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
  readonly partyId: string | null;
}

export interface CasePartyRow extends NewParty {
  readonly id: string;
  readonly survivorPartyId: string | null;
  readonly survivorName: string | null;
  readonly mergedOn: string | null;
  readonly mergedReason: string | null;
}

export interface CaseRightRow {
  readonly kind: 'trademark' | 'patent' | 'gi';
  readonly number: string;
  readonly name: string | null;
  readonly class: string | null;
  readonly holder: string | null;
  readonly validOnAct: boolean | null;
}

export interface CaseGoodsLine {
  readonly name: string;
  readonly spec: string | null;
  readonly unit: string;
  readonly quantity: number;
  readonly sold: boolean;
  readonly priceFen: number | null;
  readonly basis: PriceBasis | null;
  readonly note: string | null;
}

export interface NewOfficer {
  readonly officerId: string;
  readonly userId: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly certificateNo: string | null;
  readonly certificateUntil: string | null;
}

export interface CaseOfficerRow extends NewOfficer {
  readonly id: string;
  readonly part: 'lead' | 'assist';
  readonly since: string;
  readonly until: string | null;
  readonly recusedReason: string | null;
}

export interface CaseClueRow {
  readonly id: string;
  readonly kind: SourceKind;
  readonly module: string;
  readonly sourceId: string;
  readonly label: string;
  readonly href: string | null;
  readonly receivedOn: string;
  readonly title: string;
  readonly text: string;
}

export interface CaseEntryRow {
  readonly seq: number;
  readonly kind: string;
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly by: string;
  readonly backDatedReason: string | null;
}

export interface DecisionRow {
  readonly seq: number;
  readonly kind: DecisionKind;
  readonly decidedOn: string;
  readonly warning: boolean;
  readonly fineFen: number;
  readonly confiscatedFen: number;
  readonly confiscatedGoods: string | null;
  readonly other: string | null;
  readonly ground: string | null;
  readonly reasons: string;
  readonly rangeMinFen: number | null;
  readonly rangeMaxFen: number | null;
  readonly toOrganisation: string | null;
  readonly decidedBy: string;
  readonly paperNo: string | null;
  readonly servedOn: string | null;
  readonly supersededReason: string | null;
}
