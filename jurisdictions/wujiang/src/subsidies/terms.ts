import data from '../../data/subsidy-terms.json' with { type: 'json' };
import { readFields, readList, readNumber, readOneOf, readText, requireUnique } from '../shape.ts';

export type SubsidyTerm = {
  term: string;
  label: string;
  count: number;
  unit: 'day' | 'working-day' | 'month' | 'year';
  /** Where it stands; null where no text was found. */
  article: string | null;
};
export type SubsidyTerms = {
  note: string;
  /** Who publishes lists and decisions. */
  issuer: string;
  /** Where objections are received. */
  contact: string;
  /** Who answers questions, as official papers say. */
  office: { name: string; phone: string };
  /** How clawed-back money is paid in. */
  refund: string;
  /** What a notice says of a paper that is missing where the officer wrote no more than its name. */
  supplement: { problem: string; wanted: string };
  terms: SubsidyTerm[];
};

const CODE = /^[a-z][a-z-]*$/;

/** Throws PackDataError with the place of the first fault. */
export function readSubsidyTerms(value: unknown): SubsidyTerms {
  const root = readFields(value, 'subsidy-terms');
  const office = readFields(root.office, 'subsidy-terms.office');
  const supplement = readFields(root.supplement, 'subsidy-terms.supplement');
  const terms = readList(root.terms, 'subsidy-terms.terms', (one, at): SubsidyTerm => {
    const fields = readFields(one, at);
    return {
      term: readText(fields.term, `${at}.term`, CODE),
      label: readText(fields.label, `${at}.label`),
      count: readNumber(fields.count, `${at}.count`),
      unit: readOneOf(fields.unit, `${at}.unit`, ['day', 'working-day', 'month', 'year'] as const),
      article: fields.article === null ? null : readText(fields.article, `${at}.article`),
    };
  });
  requireUnique<SubsidyTerm>(terms, 'subsidy-terms.terms', (one) => one.term);
  return {
    note: readText(root.note, 'subsidy-terms.note'),
    issuer: readText(root.issuer, 'subsidy-terms.issuer'),
    contact: readText(root.contact, 'subsidy-terms.contact'),
    office: {
      name: readText(office.name, 'subsidy-terms.office.name'),
      phone: readText(office.phone, 'subsidy-terms.office.phone'),
    },
    refund: readText(root.refund, 'subsidy-terms.refund'),
    supplement: {
      problem: readText(supplement.problem, 'subsidy-terms.supplement.problem'),
      wanted: readText(supplement.wanted, 'subsidy-terms.supplement.wanted'),
    },
    terms,
  };
}

/** Terms of the procedure of claims, where the office has not changed them. */
export const subsidyTerms: SubsidyTerms = readSubsidyTerms(data);
