import { entitle, type SubjectCase } from '@jince/entitlements';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { importFile } from '../../../platform/imports/import-file.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readPaidKeys } from '../../funds/index.ts';
import { syncOrganisation } from '../../organisation/index.ts';
import { syncPolicies } from '../commands/sync-policies.ts';
import { listPolicies } from '../queries/list-policies.ts';
import { getPolicyVersion, requireCompiled } from '../queries/policy-versions.ts';
import { readSubjectCases } from '../queries/subject-cases.ts';

export interface WhatIfDesk {
  readonly test: TestDatabase;
  readonly officer: Ctx;
  /** Imports files and works out facts once. */
  take(files: readonly { readonly path: string; readonly kind: string }[]): Promise<void>;
  /** Id of a version of the pack's policies. */
  version(code: string, version: number): Promise<string>;
  /** What everybody gets when asked one by one: party, item, key and fen. */
  oneByOne(versionId: string, asOf: string): Promise<{ amounts: string[]; totalFen: number; cases: SubjectCase[] }>;
}

/** A database with all modules and the pack's policies. */
export async function openWhatIfDesk(): Promise<WhatIfDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const ctx = test.system();
  await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, test.services.jurisdiction));
  await syncPolicies(ctx);
  const officer = await test.as('ip-officer');
  const readTasks = new Map([...tasks].filter(([name]) => !/^(facts|plan|cultivation|alerts|subsidies)\./.test(name)));
  const factTasks = new Map([...tasks].filter(([name]) => !/^(plan|cultivation|alerts|subsidies)\./.test(name)));
  return {
    test,
    officer,
    async take(files) {
      for (const { path, kind } of files) await importFile(test.system(), readTasks, path, { kind, commit: true });
      await drainJobs(test.services, factTasks);
    },
    async version(code, version) {
      const { items } = await listPolicies(officer);
      const found = items.find((one) => one.code === code && one.version === version);
      if (found === undefined) throw new Error(`no version ${version} of ${code}`);
      return found.id;
    },
    async oneByOne(versionId, asOf) {
      const compiled = requireCompiled(await getPolicyVersion(officer, versionId));
      const cases = await readSubjectCases(officer, compiled, asOf);
      const paidKeys = new Set((await readPaidKeys(officer)).keys());
      const amounts: string[] = [];
      let totalFen = 0;
      for (const subject of cases)
        for (const answer of entitle(compiled, subject, { asOf, paidKeys }))
          for (const { key, fen } of answer.entitlements) {
            if (fen > 0) amounts.push(`${subject.id} ${answer.name} ${key} ${fen}`);
            totalFen += fen;
          }
      return { amounts: amounts.sort(), totalFen, cases };
    },
  };
}
