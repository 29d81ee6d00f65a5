import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { findCases, type RegisteredClue, registerClue } from '../../cases/index.ts';
import { linkEvidence, listEvidence } from '../../evidence/index.ts';
import { sortLabels } from '../domain/letter.ts';
import type { MatterRow } from '../repositories/matter-repository.ts';

/** Makes a report the clue of a case, or joins it with one under way. Its evidence goes along; who reported does not. */
export async function passToCase(
  tx: Tx,
  ctx: Ctx,
  matter: MatterRow,
  given: { readonly behaviourRow?: string | undefined; readonly reason?: string | undefined },
): Promise<RegisteredClue> {
  const row = given.behaviourRow === undefined ? matter.behaviourRow : Number(given.behaviourRow);
  const made = await registerClue(tx, ctx, {
    source: {
      kind: matter.sort,
      module: 'complaints',
      id: matter.id,
      label: `${sortLabels[matter.sort].zh} ${matter.number}`,
      href: `/protection/complaints/${matter.id}`,
    },
    receivedOn: matter.receivedOn,
    title: matter.title,
    text: [matter.statement, given.reason].filter(Boolean).join('\n\n核查情况：'),
    suspects: [
      {
        name: matter.subjectName,
        ...(matter.subjectUscc === null ? {} : { uscc: matter.subjectUscc }),
        ...(matter.partyId === null ? {} : { partyId: matter.partyId }),
        ...(matter.address === null ? {} : { address: matter.address }),
        ...(matter.townCode === null ? {} : { townCode: matter.townCode }),
        natural: matter.subjectNatural,
      },
    ],
    ...(row === null ? {} : { behaviourRow: row }),
    rights:
      matter.rightKind === null || matter.rightNumber === null
        ? []
        : [
            {
              kind: matter.rightKind,
              number: matter.rightNumber,
              ...(matter.rightHolder === null ? {} : { holder: matter.rightHolder }),
            },
          ],
    organisationCode: matter.organisationCode,
    electronic: matter.electronic,
  });
  const system: Ctx = { ...ctx, db: tx as Ctx['db'], actor: systemActor };
  for (const item of await listEvidence(system, matter.id))
    if (item.setAside === null) await linkEvidence(tx, ctx, item.id, made.caseId, `举报 ${matter.number} 转案件线索`);
  return made;
}

/** Whether a case has been opened, as far as the actor may see it. */
export async function isFiled(ctx: Ctx, caseId: string): Promise<boolean> {
  const card = (await findCases(ctx, [caseId])).get(caseId);
  return card !== undefined && card.filedOn !== null;
}
