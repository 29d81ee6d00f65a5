import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { RoleGrant } from '../access/access.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { type Ctx, inTransaction, type Services, systemContext } from '../context/context.ts';
import { hashPassword } from './domain/hash-password.ts';
import { findPlaceLabel } from './place-labels.ts';
import { replaceGrants } from './repositories/account-repository.ts';

/** The same for every demo account and printed at start; production never has these accounts. */
export const DEMO_PASSWORD = 'Demo-2026-jince';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  /** Role and place, as the sign-in page offers it. */
  readonly label: string;
  readonly organisationId: string | null;
  readonly grants: readonly RoleGrant[];
}

export class DemoAccountError extends Error {
  override name = 'DemoAccountError';
}

interface Line {
  readonly username: string;
  readonly displayName: string;
  readonly label: string;
  readonly role: string;
  readonly place?: Pick<RoleGrant, 'placeKind' | 'placeCode'>;
  readonly organisationId?: string;
}

const LINES: readonly Line[] = [
  {
    username: 'officer',
    displayName: '演示·科员',
    label: '知识产权科员',
    role: 'ip-officer',
    organisationId: 'WJ-MSB-IPP',
  },
  {
    username: 'checker',
    displayName: '演示·初审',
    label: '知识产权科员（初审）',
    role: 'ip-officer',
    organisationId: 'WJ-MSB-IPP',
  },
  { username: 'director', displayName: '演示·科长', label: '负责人', role: 'director', organisationId: 'WJ-MSB-IPP' },
  { username: 'reviewer', displayName: '演示·审核', label: '审核人员', role: 'reviewer', organisationId: 'WJ-MSB-IPR' },
  {
    username: 'finance',
    displayName: '演示·财务',
    label: '财务人员',
    role: 'finance-officer',
    organisationId: 'WJ-MSB-FIN',
  },
  {
    username: 'enforcement',
    displayName: '演示·执法',
    label: '执法人员',
    role: 'enforcement-officer',
    organisationId: 'WJ-MSB-ENF',
  },
  {
    username: 'enforcement2',
    displayName: '演示·协办',
    label: '执法人员（协办）',
    role: 'enforcement-officer',
    organisationId: 'WJ-MSB-ENF',
  },
  {
    username: 'branch',
    displayName: '演示·盛泽分局执法',
    label: '执法人员（盛泽分局）',
    role: 'enforcement-officer',
    place: { placeKind: 'organisation', placeCode: 'WJ-MSB-B105' },
  },
  {
    username: 'head',
    displayName: '演示·大队长',
    label: '办案机构负责人',
    role: 'section-head',
    organisationId: 'WJ-MSB-ENF',
  },
  {
    username: 'legal',
    displayName: '演示·法制审核',
    label: '法制审核人员',
    role: 'legal-reviewer',
    organisationId: 'WJ-MSB-LAW',
  },
  {
    username: 'shengze',
    displayName: '演示·盛泽联络员',
    label: '镇联络员（盛泽镇）',
    role: 'liaison',
    place: { placeKind: 'town', placeCode: '320509105' },
  },
  {
    username: 'devzone',
    displayName: '演示·开发区联络员',
    label: '区镇联络员（开发区）',
    role: 'liaison',
    place: { placeKind: 'zone', placeCode: 'development-zone' },
  },
  {
    username: 'department',
    displayName: '演示·协同部门',
    label: '协同部门（工信局）',
    role: 'department',
    place: { placeKind: 'organisation', placeCode: 'WJ-P-MIIT' },
  },
  {
    username: 'police',
    displayName: '演示·公安',
    label: '协同部门（公安）',
    role: 'department',
    place: { placeKind: 'organisation', placeCode: 'WJ-P-PSB' },
  },
  {
    username: 'procuratorate',
    displayName: '演示·检察院',
    label: '协同部门（检察院）',
    role: 'department',
    place: { placeKind: 'organisation', placeCode: 'WJ-P-PROC' },
  },
  {
    username: 'court',
    displayName: '演示·法院',
    label: '协同部门（法院）',
    role: 'department',
    place: { placeKind: 'organisation', placeCode: 'WJ-P-COURT' },
  },
  {
    username: 'association',
    displayName: '演示·行业协会',
    label: '行业协会（示例）',
    role: 'association',
    place: { placeKind: 'organisation', placeCode: 'WJ-A-IPS' },
  },
  {
    username: 'sysadmin',
    displayName: '演示·系统管理员',
    label: '系统管理员',
    role: 'system-admin',
    organisationId: 'WJ-MSB-INF',
  },
  {
    username: 'secadmin',
    displayName: '演示·安全管理员',
    label: '安全管理员',
    role: 'security-admin',
    organisationId: 'WJ-MSB-INF',
  },
  {
    username: 'auditor',
    displayName: '演示·审计管理员',
    label: '审计管理员',
    role: 'audit-admin',
    organisationId: 'WJ-MSB-INF',
  },
];

/** One account per role, and a second officer, because who accepts may not check; those whose place this jurisdiction does not have are left out. */
export function demoAccounts(services: Services): DemoAccount[] {
  const district = { placeKind: 'district', placeCode: services.district.code } as const;
  return LINES.flatMap((line): DemoAccount[] => {
    const grant: RoleGrant = { role: line.role, ...(line.place ?? district) };
    if (findPlaceLabel(services, grant) === undefined) return [];
    const own = line.organisationId ?? (grant.placeKind === 'organisation' ? grant.placeCode : null);
    return [
      {
        username: line.username,
        password: DEMO_PASSWORD,
        displayName: line.displayName,
        label: line.label,
        organisationId: services.places.organisationName(own) === null ? null : own,
        grants: [grant],
      },
    ];
  });
}

type OwnRole = 'enterprise' | 'agency';
const OWN_LABELS: Readonly<Record<OwnRole, string>> = { enterprise: '企业', agency: '服务机构' };

const demoOf = (role: OwnRole, party: { readonly id: string; readonly name: string }): DemoAccount => ({
  username: role,
  password: DEMO_PASSWORD,
  displayName: party.name,
  label: `${OWN_LABELS[role]}（${party.name}）`,
  organisationId: null,
  grants: [{ role, placeKind: 'party', placeCode: party.id }],
});

/** The account that stands for one enterprise of the demo: who that is shows only once the demo has been read in. */
export const demoEnterprise = (party: { readonly id: string; readonly name: string }): DemoAccount =>
  demoOf('enterprise', party);

/** The account that stands for one service agency of the demo. */
export const demoAgency = (party: { readonly id: string; readonly name: string }): DemoAccount =>
  demoOf('agency', party);

async function findDemoOf(ctx: Pick<Ctx, 'db' | 'district'>, role: OwnRole): Promise<DemoAccount | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`select g.place_code as id, u.display_name as name
    from platform.user_account u join platform.user_role g on g.district = u.district and g.user_id = u.id
    where u.district = ${ctx.district} and u.username = ${role} and g.role = ${role}`.execute(ctx.db);
  return rows[0] === undefined ? undefined : demoOf(role, rows[0]);
}

/** The enterprise and the agency the demo's accounts stand for, once they were chosen. */
export async function findDemoParties(ctx: Pick<Ctx, 'db' | 'district'>): Promise<DemoAccount[]> {
  const found = [await findDemoOf(ctx, 'enterprise'), await findDemoOf(ctx, 'agency')];
  return found.filter((one) => one !== undefined);
}

/**
 * Makes the demo accounts, or makes them usable again: password, roles, status, lock. Idempotent.
 * @throws {DemoAccountError} in production mode or on a district that is not marked as demo
 */
export async function ensureDemoAccounts(services: Services, accounts: readonly DemoAccount[]): Promise<void> {
  if (services.config.mode !== 'demo' || !services.district.demo) {
    throw new DemoAccountError('演示账号只在演示模式下建立。 / Demo accounts exist in demo mode only.');
  }
  const ctx = systemContext(services, 'demo-accounts');
  // One hash for all: its password is public anyway, and start-up stays fast.
  const hash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(ctx, async (tx) => {
    let made = 0;
    for (const account of accounts) {
      const { rows } = await sql<{ id: string; created: boolean }>`
        insert into platform.user_account as u (district, id, username, display_name, organisation_id, password_hash,
          password_changed_at, must_change_password, created_at)
        values (${ctx.district}, ${uuidv7()}, ${account.username}, ${account.displayName}, ${account.organisationId}, ${hash},
          ${ctx.now}, false, ${ctx.now})
        on conflict (district, username) do update set password_hash = excluded.password_hash,
          password_changed_at = excluded.password_changed_at, must_change_password = false, status = 'active',
          totp_enabled = false, totp_secret = null, totp_last_step = null
        returning u.id, (xmax = 0) as created`.execute(tx);
      const row = rows[0] as { id: string; created: boolean };
      if (row.created) made++;
      await replaceGrants(tx, ctx, row.id, account.grants);
    }
    const names = accounts.map((account) => account.username);
    await sql`delete from platform.sign_in_guard where district = ${ctx.district} and username = any(${names})`.execute(
      tx,
    );
    if (made > 0) await writeAudit(tx, ctx, { action: 'platform.account.seed-demo', details: { accounts: names } });
  });
}
