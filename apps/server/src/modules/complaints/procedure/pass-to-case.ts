import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { findCases, registerClue } from '../../cases/index.ts';
import { sortLabels } from '../domain/letter.ts';
import type { MatterRow } from '../repositories/matter-repository.ts';

/** Makes a report the clue of a case, or joins it with one under way; who reported is not passed on. */
export function passToCase(
  tx: Tx,
  ctx: Ctx,
  matter: MatterRow,
  given: { readonly behaviourRow?: string | undefined; readonly reason?: string | undefined },
) {
  const row = given.behaviourRow === undefined ? matter.behaviourRow : Number(given.behaviourRow);
  return registerClue(tx, ctx, {
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
}

/** Whether a case has been opened, as far as the actor may see it. */
export async function isFiled(ctx: Ctx, caseId: string): Promise<boolean> {
  const card = (await findCases(ctx, [caseId])).get(caseId);
  return card !== undefined && card.filedOn !== null;
}
