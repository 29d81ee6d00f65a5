import type { Dataset } from '../domain/dataset.ts';
import { agencies } from './agencies.ts';
import { agencyCredit } from './agency-credit.ts';
import { disciplineEntries } from './discipline.ts';
import { inspectionDraws } from './inspection-draws.ts';
import { planIndicators } from './plan-indicators.ts';
import { policyItems } from './policies.ts';
import { protectedMarks } from './protected-marks.ts';
import { publicListChanges, publicListRows } from './public-lists.ts';

/** Everything that is published as open data, in the order of the catalogue. */
export const DATASETS: readonly Dataset[] = [
  publicListRows,
  publicListChanges,
  policyItems,
  agencies,
  agencyCredit,
  disciplineEntries,
  inspectionDraws,
  planIndicators,
  protectedMarks,
];

export const findDataset = (code: string): Dataset | undefined => DATASETS.find((one) => one.code === code);
