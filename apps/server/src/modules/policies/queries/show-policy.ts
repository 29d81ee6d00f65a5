import type { RouteOutput, routes } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { blocks, type PolicyVersion } from '../domain/policy-version.ts';
import { listEditors, selectVersions } from '../repositories/policy-repository.ts';
import { getPolicyVersion, withAnalysis } from './policy-versions.ts';
import { toSummary, viewAnalysis } from './view-policy.ts';

type Detail = RouteOutput<typeof routes.getPolicy>;
type Permitted = Detail['may']['edit'];

const yes: Permitted = { possible: true, reason: null };

/** The sentence the command would refuse with, so that a button says the same. */
function no(ctx: Ctx, code: string, params: Record<string, string | number> = {}): Permitted {
  return { possible: false, reason: ctx.services.sentence(new AppError(code, params), ctx.language).text };
}

function lacks(ctx: Ctx, permission: string): Permitted | undefined {
  if (may(ctx, permission)) return undefined;
  return no(ctx, 'platform.not-permitted', { permission: ctx.services.permissionLabel(permission)[ctx.language] });
}

interface Known {
  readonly version: PolicyVersion;
  readonly versions: readonly PolicyVersion[];
  readonly editors: readonly { readonly id: string; readonly name: string }[];
}

function mayDo(ctx: Ctx, { version, versions, editors }: Known): Detail['may'] {
  const isDraft = version.state === 'draft';
  const draft = versions.find((one) => one.state === 'draft');
  const notDraft = no(ctx, 'policies.policy.not-draft', { version: version.version });
  const publish = (): Permitted => {
    if (!isDraft) return notDraft;
    if (version.policy.example && !ctx.services.district.demo) return no(ctx, 'policies.policy.example');
    const [block] = blocks(version.findings);
    if (block !== undefined) return no(ctx, 'policies.policy.blocked', { problem: block.text });
    return editors.some(({ id }) => id === ctx.actor.userId) ? no(ctx, 'policies.policy.apart') : yes;
  };
  const retire =
    version.state === 'published' ? yes : no(ctx, 'policies.policy.not-published', { version: version.version });
  const revise = draft === undefined ? yes : no(ctx, 'policies.policy.draft-exists', { version: draft.version });
  const edits = lacks(ctx, 'policies.policy.edit');
  const publishes = lacks(ctx, 'policies.policy.publish');
  return {
    edit: edits ?? (isDraft ? yes : notDraft),
    publish: publishes ?? publish(),
    retire: publishes ?? retire,
    revise: edits ?? revise,
  };
}

/** @throws AppError platform.not-found */
export async function getPolicy(ctx: Ctx, id: string): Promise<Detail> {
  const version = await getPolicyVersion(ctx, id);
  const versions = (await selectVersions(ctx.db, ctx.district, version.code)).map((one) => withAnalysis(ctx, one));
  const editors = await listEditors(ctx.db, ctx.district, id);
  return {
    ...toSummary(ctx, version),
    document: version.policy,
    revision: version.revision,
    note: version.note,
    editors: editors.map(({ name }) => name),
    versions: versions.map((one) => toSummary(ctx, one)),
    may: mayDo(ctx, { version, versions, editors }),
    ...viewAnalysis(ctx, version.policy, version),
  };
}
