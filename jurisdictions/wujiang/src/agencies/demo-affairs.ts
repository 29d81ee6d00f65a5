import data from '../../data/demo/agency-affairs.json' with { type: 'json' };

type Answer = { code: string; ok: boolean | null; value: string | null };
type Service = { name: string; basis: string; fromFen: number; toFen: number; note: string };
export type DemoInquiry = {
  on: string;
  title: string;
  question: string;
  basis: string | null;
  answeredOn?: string;
  answer?: string;
  closedOn?: string;
  conclusion?: string;
};
export type DemoReport = {
  filedOn?: string;
  acceptedOn?: string;
  returnedOn?: string;
  returned?: string;
  staff: number;
  /** Reported above what the register says, by field. */
  over?: Record<string, number>;
  explanation?: string;
};
export type DemoChange = { on: string; effectiveOn: string; values: Record<string, string>; reason: string };
/** Invented matters of agencies: of the one with the demo account, and of others after it. */
export type DemoAgencyAffairs = {
  note: string;
  own: {
    inquiry: DemoInquiry;
    change: DemoChange;
    report: { on: string; staff: number };
    disclosure: { on: string; statement: string; services: Service[] };
  };
  others: { report?: DemoReport; inquiry?: DemoInquiry; change?: DemoChange }[];
  census: {
    title: string;
    fromOn: string;
    toOn: string;
    checks: {
      on: string;
      result: 'found' | 'moved' | 'not-found' | 'closed';
      answers: Answer[];
      note: string;
    }[];
  };
};

export const demoAgencyAffairs = data as DemoAgencyAffairs;
