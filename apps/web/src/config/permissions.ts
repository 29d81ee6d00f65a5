/** The server's permission names that the console asks about, in one place. */
export const permissions = {
  readParties: 'parties.party.read',
  reviewMatches: 'parties.match.review',
  readPatents: 'ip-rights.patent.read',
  readTrademarks: 'ip-rights.trademark.read',
  readGis: 'ip-rights.gi.read',
  readMadrid: 'ip-rights.madrid.read',
  readHome: 'plan.home.read',
  readInventory: 'plan.inventory.read',
  readDataQuality: 'plan.data-quality.read',
  readImports: 'imports.import.read',
  readJobs: 'jobs.job.read',
  readOrganisation: 'organisation.organisation.read',
  readAccounts: 'identity.account.read',
  readAudit: 'audit.entry.read',
} as const;
