import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadFile } from '../../../platform/procedures/index.ts';
import { listEvidence } from '../../evidence/index.ts';
import { MATTER_EDIT } from '../coordination.catalogue.ts';
import { describeCase } from '../queries/case-bridge.ts';
import { reachHandOver } from '../queries/reach-hand-over.ts';
import { reachMatter } from '../queries/show-matter.ts';
import {
  type ChainKind,
  insertItem,
  insertMatter,
  type Lane,
  type NewMatter,
  type RefKind,
  withdrawItem,
} from '../repositories/matter-repository.ts';

const SUBJECT = 'coordination.matter';

/** Begins the chain of a matter; its case, where it has one, is the first step. @throws AppError 404 for the case */
export async function createMatter(
  ctx: Ctx,
  input: Omit<NewMatter, 'organisations'> & { readonly caseId: string | null },
): Promise<{ readonly id: string }> {
  const known = input.caseId === null ? undefined : await describeCase(ctx, input.caseId);
  const scope = scopeFor(ctx, MATTER_EDIT);
  const own = scope.kind === 'places' ? scope.organisations : [ctx.services.jurisdiction.coordinationSettings.bureau];
  const organisations = [...new Set([...own, ...(known === undefined ? [] : [known.card.organisationCode])])];
  return inTransaction(ctx, async (tx) => {
    const id = await insertMatter(tx, ctx, { ...input, organisations });
    if (known !== undefined)
      await insertItem(tx, ctx, id, {
        lane: 'administrative',
        kind: 'case',
        happened_on: known.card.receivedOn,
        title: `${known.card.number} ${known.card.title}`,
        text: null,
        document_no: null,
        ref_kind: 'case',
        ref_id: known.card.id,
        ref_file_id: null,
      });
    await writeAudit(tx, ctx, {
      action: 'coordination.matter.create',
      subject: { kind: SUBJECT, id, label: input.title },
    });
    return { id };
  });
}

export interface ItemInput {
  readonly lane: Lane;
  readonly kind: ChainKind;
  readonly happenedOn: string;
  readonly title: string;
  readonly text: string | null;
  readonly documentNo: string | null;
  readonly ref: { readonly kind: RefKind; readonly id: string; readonly fileId?: string | null | undefined } | null;
}

/** Procedures of the neighbours whose files a step may point at, by their names alone. */
const PROCEDURES: Readonly<Record<'complaint' | 'aid' | 'cross-region', readonly string[]>> = {
  complaint: ['complaints.complaint', 'complaints.report'],
  aid: ['assistance.request'],
  'cross-region': ['assistance.cross-region'],
};

/** A record of the system can be named by who may read it. @throws AppError 404 otherwise */
async function requireRef(ctx: Ctx, ref: ItemInput['ref']): Promise<void> {
  if (ref === null) return;
  if (ref.kind === 'case') await describeCase(ctx, ref.id);
  else if (ref.kind === 'hand-over') await reachHandOver(ctx, ref.id);
  else if (ref.kind === 'evidence') {
    const { card } = await describeCase(ctx, ref.fileId ?? '');
    const known = (await listEvidence(ctx, card.id)).some((one) => one.id === ref.id && one.setAside === null);
    if (!known) throw new AppError('platform.not-found');
  } else {
    const file = await loadFile(ctx, ref.id);
    if (!PROCEDURES[ref.kind].includes(file.procedure)) throw new AppError('platform.not-found');
  }
}

/** Adds a step to the chain. @throws AppError 404; coordination.matter.item-twice */
export async function addMatterItem(ctx: Ctx, matterId: string, input: ItemInput): Promise<{ readonly id: string }> {
  const matter = await reachMatter(ctx, matterId, MATTER_EDIT);
  await requireRef(ctx, input.ref);
  return inTransaction(ctx, async (tx) => {
    const id = await insertItem(tx, ctx, matterId, {
      lane: input.lane,
      kind: input.kind,
      happened_on: input.happenedOn,
      title: input.title,
      text: input.text,
      document_no: input.documentNo,
      ref_kind: input.ref?.kind ?? null,
      ref_id: input.ref?.id ?? null,
      ref_file_id: input.ref?.fileId ?? null,
    });
    if (id === undefined) throw new AppError('coordination.matter.item-twice');
    await writeAudit(tx, ctx, {
      action: 'coordination.matter.add',
      subject: { kind: SUBJECT, id: matterId, label: matter.title },
      details: { title: input.title, lane: input.lane },
    });
    return { id };
  });
}

/** Takes a step back; it stays on record with the reason. @throws AppError 404 */
export async function withdrawMatterItem(ctx: Ctx, matterId: string, itemId: string, reason: string): Promise<void> {
  const matter = await reachMatter(ctx, matterId, MATTER_EDIT);
  await inTransaction(ctx, async (tx) => {
    if (!(await withdrawItem(tx, ctx, matterId, itemId, reason))) throw new AppError('platform.not-found');
    await writeAudit(tx, ctx, {
      action: 'coordination.matter.withdraw',
      subject: { kind: SUBJECT, id: matterId, label: matter.title },
      details: { itemId, reason },
    });
  });
}
