import industryData from '../data/industries.json' with { type: 'json' };
import chainData from '../data/industry-chains.json' with { type: 'json' };
import { readFields, readList, readOneOf, readOptionalText, readText, readTexts, requireUnique } from './shape.ts';

export type IpcPattern = {
  /** Subclass, main group (x/00: with all its subgroups) or subgroup prefix, without spaces. */
  symbol: string;
  /** Last subgroup of a range that starts at `symbol`. */
  through: string | undefined;
  /** True where the assignment to the link is doubtful. */
  uncertain: boolean;
  note: string | undefined;
};
export type ChainLink = { code: string; name: string; ipc: IpcPattern[] };
export type IndustryChain = {
  code: 'A' | 'B' | 'C' | 'D';
  name: string;
  planClause: string;
  locarno: { class: string; name: string }[];
  links: ChainLink[];
};
export type Industry = {
  /** Four-digit class and two-digit division of GB/T 4754-2017. */
  code: string;
  name: string;
  division: string;
  divisionName: string;
  chainLinks: string[];
  /** Words of a business scope that point to this class. */
  keywords: string[];
};

const IPC = /^[A-H]\d{2}[A-Z](\d{1,4}\/\d{2,6})?$/;

export function readChains(value: unknown): IndustryChain[] {
  const chains = readList(readFields(value, 'industry-chains').chains, 'chains', (one, at): IndustryChain => {
    const chain = readFields(one, at);
    return {
      code: readOneOf(chain.code, `${at}.code`, ['A', 'B', 'C', 'D']),
      name: readText(chain.name, `${at}.name`),
      planClause: readText(chain.planClause, `${at}.planClause`),
      locarno: readList(chain.locarno ?? [], `${at}.locarno`, (entry, entryAt) => {
        const locarno = readFields(entry, entryAt);
        return {
          class: readText(locarno.class, `${entryAt}.class`, /^\d{2}(-\d{2})?$/),
          name: readText(locarno.name, `${entryAt}.name`),
        };
      }),
      links: readList(chain.links, `${at}.links`, (entry, linkAt) => {
        const link = readFields(entry, linkAt);
        return {
          code: readText(link.code, `${linkAt}.code`, /^[A-D]\d{1,2}$/),
          name: readText(link.name, `${linkAt}.name`),
          ipc: readList(link.ipc, `${linkAt}.ipc`, (pattern, patternAt) => {
            const fields = readFields(pattern, patternAt);
            return {
              symbol: readText(fields.symbol, `${patternAt}.symbol`, IPC),
              through: readOptionalText(fields.through, `${patternAt}.through`, IPC),
              uncertain: fields.uncertain === true,
              note: readOptionalText(fields.note, `${patternAt}.note`),
            };
          }),
        };
      }),
    };
  });
  requireUnique(
    chains.flatMap((chain) => chain.links),
    'chains.links',
    (link) => link.code,
  );
  return chains;
}

export function readIndustries(value: unknown, linkCodes: readonly string[]): Industry[] {
  const industries = readList(readFields(value, 'industries').industries, 'industries', (one, at): Industry => {
    const industry = readFields(one, at);
    return {
      code: readText(industry.code, `${at}.code`, /^\d{4}$/),
      name: readText(industry.name, `${at}.name`),
      division: readText(industry.division, `${at}.division`, /^\d{2}$/),
      divisionName: readText(industry.divisionName, `${at}.divisionName`),
      chainLinks: readList(industry.chainLinks, `${at}.chainLinks`, (code, codeAt) =>
        readOneOf(code, codeAt, linkCodes),
      ),
      keywords: readTexts(industry.keywords, `${at}.keywords`),
    };
  });
  requireUnique(industries, 'industries', (industry) => industry.code);
  return industries;
}

/** The four clusters of the plan (光电缆、装备制造、丝绸纺织、电子通讯) with the IPC of each link. */
export const industryChains: readonly IndustryChain[] = readChains(chainData);

/** The GB/T 4754-2017 classes the pack uses. */
export const industries: readonly Industry[] = readIndustries(
  industryData,
  industryChains.flatMap((chain) => chain.links.map((link) => link.code)),
);

const industryByCode = new Map(industries.map((industry) => [industry.code, industry]));

export function findIndustry(code: string): Industry | undefined {
  return industryByCode.get(code);
}
