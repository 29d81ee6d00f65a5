export type DemoKind =
  | 'market-register'
  | 'patents'
  | 'trademarks'
  | 'high-tech'
  | 'above-scale'
  | 'standard-certificates'
  | 'annuities'
  | 'madrid'
  | 'gi'
  | 'officers'
  | 'memberships'
  | 'patent-pledges'
  | 'patent-awards'
  | 'abnormal-filings'
  | 'trademark-use'
  | 'discipline-lists'
  | 'patent-agencies'
  | 'agency-people'
  | 'trademark-agencies'
  | 'agency-annual-reports'
  | 'agency-penalties'
  | 'agency-social-security';

export type DemoFile = {
  /** Path inside the output folder. */
  file: string;
  kind: DemoKind;
  /** Who would send it: keys the remembered column mapping. */
  sender: string;
  encoding: 'xlsx' | 'utf-8' | 'utf-8-bom' | 'gbk';
  /** Data rows over all sheets, duplicates included, titles and headers not. */
  rows: number;
  note: string;
};

/** Files in the order in which they should be imported. */
export type DemoManifest = {
  demo: true;
  seed: number;
  scale: number;
  asOf: string;
  parties: number;
  patents: number;
  trademarkClasses: number;
  files: DemoFile[];
  /** Mention → USCC, for tests only; never import it. */
  truthFile: string;
  /** Faults put in on purpose, for tests only. */
  faultFile: string;
};
