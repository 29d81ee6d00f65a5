import type { MeasureView } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { EVIDENCE_READ, evidenceForFile, listMeasures } from '../../evidence/index.ts';
import type { PaperMeasure, PaperSources } from '../domain/paper-sources.ts';

/** What the file of a case holds of evidence, as papers name it. */
export async function readEvidence(ctx: Ctx, caseId: string): Promise<PaperSources['evidence']> {
  if (!may(ctx, EVIDENCE_READ)) return [];
  return (await evidenceForFile(ctx, caseId)).map(({ title, kindLabel, source }) => ({
    title,
    kind: kindLabel,
    note: source,
  }));
}

const toMeasure = (view: MeasureView): PaperMeasure => ({
  kind: view.kind === 'preservation' ? 'preservation' : 'seizure',
  number: view.documentNo ?? view.number,
  from: view.startedOn,
  until: view.dueOn,
  place: view.things[0]?.storage ?? view.place,
  basis: view.ground,
  ended: view.endedOn !== null,
  things: view.things.map(({ name, spec, quantity, unit, mark }) => ({
    name,
    spec: spec ?? '',
    quantity: String(quantity),
    unit,
    mark: mark ?? '',
  })),
});

/** Measures of a case with the things held under them, in order. */
export async function readMeasures(ctx: Ctx, caseId: string): Promise<readonly PaperMeasure[]> {
  if (!may(ctx, EVIDENCE_READ)) return [];
  return (await listMeasures(ctx, caseId)).map(toMeasure);
}
