import data from '../codes/gbt4754-2017.json' with { type: 'json' };

export interface IndustryCode {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

const sectionOf = (division: number) => data.sections.find((s) => s.from <= division && division <= s.to)?.code ?? null;

/** Sections (`C`) and divisions (`C17`) of GB/T 4754-2017, in order of the standard. */
export const industryCodes: readonly IndustryCode[] = [
  ...data.sections.map((section) => ({ code: section.code, name: section.name, parent: null })),
  ...data.divisions.map((division) => {
    const parent = sectionOf(Number(division.code));
    return { code: `${parent}${division.code}`, name: division.name, parent };
  }),
];

const names = new Map(industryCodes.map((industry) => [industry.code, industry.name]));

/** Name of the section or division a code belongs to (`C` → 制造业, `C1743` → 纺织业); undefined for an unknown one. */
export function industryName(code: string): string | undefined {
  return names.get(code.length >= 3 ? code.slice(0, 3) : code.slice(0, 1));
}
