import data from '../data/cases.json' with { type: 'json' };
import { readFields, readList, readText, requireUnique } from './shape.ts';

type AdjudicationMaterial = { code: string; label: string; required: boolean };

export type CaseSettings = {
  note: string;
  /** Body that handles what no branch answers for. */
  defaultOrganisation: string;
  /** Body suspected crimes are handed to. */
  policeOrganisation: string;
  adjudication: {
    /** Whether the district itself decides disputes over infringement of patents. */
    ownCompetence: boolean;
    handTo: string;
    article: string;
    text: string;
    /** What a person at the office has still to confirm; empty when nothing. */
    verify: string;
    /** Word of the series in the number of each paper, by its template. */
    series: Record<string, string>;
    materials: AdjudicationMaterial[];
  };
};

/** Throws PackDataError with the place of the first fault. */
function readCases(value: unknown): CaseSettings {
  const root = readFields(value, 'cases');
  const own = readFields(root.adjudication, 'cases.adjudication');
  const materials = readList(own.materials, 'cases.adjudication.materials', (one, at): AdjudicationMaterial => {
    const fields = readFields(one, at);
    return {
      code: readText(fields.code, `${at}.code`),
      label: readText(fields.label, `${at}.label`),
      required: fields.required === true,
    };
  });
  const letters = readFields(own.series, 'cases.adjudication.series');
  const series = Object.fromEntries(
    Object.keys(letters).map((code) => [code, readText(letters[code], `cases.adjudication.series.${code}`)]),
  );
  requireUnique<AdjudicationMaterial>(materials, 'cases.adjudication.materials', (one) => one.code);
  return {
    note: readText(root.note, 'cases.note'),
    defaultOrganisation: readText(root.defaultOrganisation, 'cases.defaultOrganisation'),
    policeOrganisation: readText(root.policeOrganisation, 'cases.policeOrganisation'),
    adjudication: {
      ownCompetence: own.ownCompetence === true,
      handTo: readText(own.handTo, 'cases.adjudication.handTo'),
      article: readText(own.article, 'cases.adjudication.article'),
      text: readText(own.text, 'cases.adjudication.text'),
      verify: readText(own.verify, 'cases.adjudication.verify'),
      series,
      materials,
    },
  };
}

/** Who handles cases, and what the district may adjudicate. Assumed, to be confirmed. */
export const caseSettings: CaseSettings = readCases(data);
