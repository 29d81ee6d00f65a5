import { startTestCluster } from './cluster.ts';

/** Vitest global set-up of the database project: one cluster, one template, told to the workers by environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  process.env.JINCE_TEST_ADMIN_URL = cluster.adminUrl;
  process.env.JINCE_TEST_TEMPLATE = cluster.template;
  return () => cluster.stop();
}
