/** The server's permission names that the console asks about, in one place. */
export const permissions = {
  readParties: 'parties.party.read',
  reviewMatches: 'parties.review.read',
  readPatents: 'ip-rights.patent.read',
  readTrademarks: 'ip-rights.trademark.read',
  readGis: 'ip-rights.gi.read',
  readMadrid: 'ip-rights.madrid.read',
  readHome: 'plan.home.read',
  readInventory: 'plan.inventory.read',
  readDataQuality: 'plan.data-quality.read',
  readImports: 'imports.import.read',
  readJobs: 'platform.job.read',
  readOrganisation: 'organisation.body.read',
  readAccounts: 'platform.account.read',
  readAudit: 'platform.audit.read',
} as const;
