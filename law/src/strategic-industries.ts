import data from '../codes/strategic-industry-ipc-2021.json' with { type: 'json' };

/** One condition of the table: IPC patterns it asks for, those it leaves out, and keywords it also asks for. */
export interface StrategicCondition {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly keywords: readonly string[];
}

export interface StrategicIndustry {
  /** `1.1` … `9.2`. */
  readonly code: string;
  readonly name: string;
  readonly conditions: readonly StrategicCondition[];
}

/** The table of strategic emerging industries and IPC as shipped, with where it is from and how far it may be trusted. */
export interface StrategicTable {
  readonly title: string;
  readonly document: string;
  readonly from: string;
  readonly provenance: string;
  readonly mark: string;
  /** Names of the nine sectors by their digit. */
  readonly sectors: Readonly<Record<string, string>>;
  /** Places of a newer IPC → the symbol of 2021 they came from; only as far as a main group. */
  readonly newer: Readonly<Record<string, string>>;
  readonly industries: readonly StrategicIndustry[];
}

interface Restated {
  ipc: string;
  not?: string;
  words?: string;
}

const words = (text: string | undefined, separator: RegExp) => (text === undefined ? [] : text.split(separator));

/** 战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）, to be checked against the official file. */
export const strategicTable: StrategicTable = {
  title: data.title,
  document: data.document,
  from: data.from,
  provenance: data.provenance,
  mark: data.mark,
  sectors: data.sectors,
  newer: data.newer,
  industries: data.industries.map(({ code, name, conditions }) => ({
    code,
    name,
    conditions: (conditions as Restated[]).map((one) => ({
      include: words(one.ipc, / /),
      exclude: words(one.not, / /),
      keywords: words(one.words, /；/),
    })),
  })),
};

const names = new Map(strategicTable.industries.map(({ code, name }) => [code, name]));

/** Name of an industry (`1.1`, `1.1.2` by its second level) or sector (`1`); undefined for an unknown code. */
export function strategicIndustryName(code: string): string | undefined {
  return names.get(code.split('.').slice(0, 2).join('.')) ?? strategicTable.sectors[code];
}
