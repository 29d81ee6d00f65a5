import { permissions as p } from './permissions.ts';

/** One entry of the navigation. Its words are `shell:item.<key>`; the page registered under `path` makes it real. */
export interface NavItem {
  readonly key: string;
  readonly path: string;
  /** Clause of the plan it serves (`shell:clause.<id>`); shown while the page is not built. */
  readonly clause?: string;
  readonly permission?: string;
  /** Other addresses that belong to the entry. */
  readonly also?: readonly string[];
}
export interface Chapter {
  /** Words: `shell:chapter.<key>`. */
  readonly key: string;
  readonly items: readonly NavItem[];
}

/** The console by the chapters of the plan (design: map of the console). */
export const chapters: readonly Chapter[] = [
  {
    key: 'plan',
    items: [
      { key: 'home', path: '/', permission: p.readHome },
      { key: 'clauses', path: '/plan/clauses', permission: p.readPlan, clause: 'I' },
      { key: 'indicators', path: '/plan/indicators', permission: p.readIndicators, clause: 'I' },
      { key: 'alerts', path: '/alerts', permission: p.readAlerts, clause: 'I' },
      { key: 'annual-report', path: '/plan/reports', permission: p.readReports, clause: 'I' },
      { key: 'facts', path: '/facts', permission: p.readFacts },
      { key: 'rules', path: '/rules', permission: p.tryRules },
    ],
  },
  {
    key: 'inventory',
    items: [
      { key: 'inventory', path: '/inventory', permission: p.readInventory, clause: 'VI.1' },
      { key: 'parties', path: '/enterprises', permission: p.readParties, clause: 'VI.1' },
      { key: 'patents', path: '/patents', permission: p.readPatents, clause: 'VI.1' },
      { key: 'trademarks', path: '/trademarks', permission: p.readTrademarks, clause: 'VI.1' },
      {
        key: 'mark-portfolio',
        path: '/trademarks/portfolio',
        permission: p.readMarkLives,
        clause: 'III.1',
        also: ['/trademarks/brand', '/trademarks/material'],
      },
      { key: 'gis', path: '/gis', permission: p.readGis, clause: 'III.3' },
      { key: 'imports', path: '/imports', permission: p.readImports, clause: 'VI.1' },
      { key: 'matching', path: '/matching', permission: p.reviewMatches, clause: 'VI.1' },
      { key: 'data-quality', path: '/data-quality', permission: p.readDataQuality, clause: 'VI.1' },
    ],
  },
  {
    key: 'cultivation',
    items: [
      {
        key: 'campaigns',
        path: '/cultivation/campaigns',
        permission: p.readCampaigns,
        clause: 'III.1',
        also: ['/cultivation/targets', '/cultivation/briefs'],
      },
      { key: 'my-work', path: '/cultivation/work', permission: p.logVisits, clause: 'III.1' },
      { key: 'visits', path: '/cultivation/visits', permission: p.readVisits, clause: 'III.2' },
      { key: 'pools', path: '/cultivation/pools', permission: p.readPool, clause: 'III.1' },
      { key: 'class-gaps', path: '/cultivation/class-gaps', permission: p.readAdvice, clause: 'III.1' },
      { key: 'projects', path: '/cultivation/projects', permission: p.readProjects, clause: 'IV.1' },
    ],
  },
  {
    key: 'incentives',
    items: [
      { key: 'policies', path: '/incentives/policies', permission: p.readPolicies, clause: 'IV.1' },
      { key: 'what-if', path: '/incentives/what-if', permission: p.runWhatIf, clause: 'III.2' },
      { key: 'entitlements', path: '/incentives/entitlements', permission: p.readEntitlements, clause: 'IV.2' },
      { key: 'applications', path: '/incentives/applications', permission: p.readClaims, clause: 'IV.2' },
      { key: 'publicity', path: '/incentives/publicity', permission: p.readPublicity, clause: 'IV.2' },
      { key: 'budget', path: '/incentives/budget', permission: p.readBudgets, clause: 'IV.2' },
      { key: 'payments', path: '/incentives/payments', permission: p.readPayments, clause: 'IV.4' },
    ],
  },
  {
    key: 'utilization',
    items: [
      { key: 'madrid', path: '/madrid', permission: p.readMadrid, clause: 'IV.2' },
      { key: 'navigation-projects', path: '/utilization/navigation', clause: 'IV.3' },
      { key: 'core-patents', path: '/utilization/core-patents', clause: 'IV.3' },
      { key: 'high-value', path: '/utilization/high-value', clause: 'III.3' },
      { key: 'finance', path: '/utilization/finance', clause: 'IV.4' },
      { key: 'insurance', path: '/utilization/insurance', clause: 'IV.4' },
    ],
  },
  {
    key: 'protection',
    items: [
      { key: 'desk', path: '/protection/desk', permission: p.readFiles, clause: 'V.1' },
      { key: 'complaints', path: '/protection/complaints', permission: p.readComplaints, clause: 'V.1' },
      { key: 'cases', path: '/protection/cases', permission: p.readCases, clause: 'V.1' },
      {
        key: 'case-statistics',
        path: '/protection/case-statistics',
        permission: p.readCaseStatistics,
        clause: 'V.1',
      },
      {
        key: 'measures',
        path: '/protection/measures',
        permission: p.readEvidence,
        clause: 'V.1',
        also: ['/protection/things'],
      },
      { key: 'adjudications', path: '/protection/adjudications', permission: p.readAdjudications, clause: 'V.1' },
      { key: 'case-publicity', path: '/protection/publicity', permission: p.readCasePublicity, clause: 'V.1' },
      { key: 'inspections', path: '/protection/inspections', permission: p.readInspections, clause: 'V.2' },
      { key: 'printers', path: '/protection/printers', permission: p.readPrinters, clause: 'V.2' },
      { key: 'markets', path: '/protection/markets', permission: p.readPledges, clause: 'V.2' },
      {
        key: 'protected-marks',
        path: '/protection/protected-marks',
        permission: p.readProtectedMarks,
        clause: 'V.2',
      },
      { key: 'similarity', path: '/trademark-search', permission: p.searchMarks, clause: 'V.2' },
      {
        key: 'e-commerce',
        path: '/protection/watch',
        permission: p.readWatchHits,
        clause: 'V.3',
        also: ['/protection/platform-notices'],
      },
      { key: 'rights-aid', path: '/protection/rights-aid', permission: p.readAid, clause: 'V.2' },
      { key: 'cross-region', path: '/protection/cross-region', permission: p.readCrossRegion, clause: 'V.2' },
    ],
  },
  {
    key: 'agencies',
    items: [
      {
        key: 'agency-register',
        path: '/agencies/register',
        permission: p.readAgencies,
        clause: 'VI.2',
        also: ['/agencies/people', '/agencies/names'],
      },
      { key: 'agency-figures', path: '/agencies/figures', permission: p.readAgencyFigures, clause: 'VI.2' },
      { key: 'agency-affairs', path: '/agencies/affairs', permission: p.readAgencyRequests, clause: 'VI.2' },
      { key: 'agency-census', path: '/agencies/census', permission: p.readCensuses, clause: 'VI.2' },
      { key: 'credit', path: '/agencies/credit', permission: p.readCredit, clause: 'VI.2' },
      { key: 'signals', path: '/agencies/signals', permission: p.readSignals, clause: 'VI.2' },
      { key: 'discipline', path: '/agencies/discipline', permission: p.readDisciplineLists, clause: 'VI.2' },
      { key: 'association', path: '/agencies/association', permission: p.readAssociation, clause: 'VI.2' },
      { key: 'public-reports', path: '/agencies/reports', permission: p.readPublicReports, clause: 'VI.2' },
    ],
  },
  {
    key: 'outreach',
    items: [
      { key: 'training', path: '/outreach/training', clause: 'II.1' },
      { key: 'contests', path: '/outreach/contests', clause: 'VI.3' },
      { key: 'selections', path: '/outreach/selections', clause: 'VI.3' },
      { key: 'schools', path: '/outreach/schools', clause: 'VI.3' },
      { key: 'media', path: '/outreach/media', clause: 'VI.3' },
    ],
  },
  {
    key: 'coordination',
    items: [
      { key: 'inbox', path: '/coordination/inbox', permission: p.readFiles, clause: 'II.3' },
      { key: 'hand-overs', path: '/coordination/hand-overs', permission: p.readHandOvers, clause: 'II.3' },
      { key: 'matters', path: '/coordination/matters', permission: p.readMatters, clause: 'II.3' },
      { key: 'joint-tasks', path: '/coordination/joint-tasks', permission: p.readJointTasks, clause: 'II.3' },
      { key: 'meetings', path: '/coordination/meetings', permission: p.readMeetings, clause: 'II.3' },
      { key: 'partners', path: '/coordination/partners', permission: p.readPartnerBodies, clause: 'II.3' },
    ],
  },
  {
    key: 'system',
    items: [
      { key: 'organisation', path: '/organisation', permission: p.readOrganisation, clause: 'II.1' },
      { key: 'users', path: '/users', permission: p.readAccounts },
      { key: 'audit', path: '/audit', permission: p.readAudit },
      { key: 'jobs', path: '/jobs', permission: p.readJobs },
      { key: 'document-templates', path: '/document-templates', permission: p.readDocumentTemplates },
      { key: 'law', path: '/system/law', permission: p.readLaw, clause: 'V.1' },
      { key: 'open-data', path: '/system/open-data', permission: p.readOpenData, clause: 'VI.2' },
      { key: 'jurisdiction', path: '/system/jurisdiction', permission: p.readLaw },
    ],
  },
];

/** The chapter and the entry an address belongs to: the longest matching path wins. */
export function findPlace(pathname: string): { chapter: Chapter; item: NavItem } | undefined {
  let best: { chapter: Chapter; item: NavItem } | undefined;
  let length = 0;
  for (const chapter of chapters) {
    for (const item of chapter.items) {
      for (const path of [item.path, ...(item.also ?? [])]) {
        const inside = path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
        if (!inside || path.length <= length) continue;
        best = { chapter, item };
        length = path.length;
      }
    }
  }
  return best;
}
