import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoContext } from './context.ts';
import { openCsv } from './csv-writer.ts';
import { dayOf } from './days.ts';
import { writeAgencyPeople, writePatentAgencies, writeTrademarkAgencies } from './files/agencies.ts';
import { writeAgencyPenalties, writeAgencyReports, writeSocialSecurity } from './files/agency-matters.ts';
import { writeAnnuities } from './files/annuities.ts';
import { writeDiscipline } from './files/discipline.ts';
import { writeAboveScale, writeHighTech, writeStandardCertificates } from './files/enterprise-lists.ts';
import { writeGeographicalIndications } from './files/gi.ts';
import { writeMadrid } from './files/madrid.ts';
import { writeBureauRegister, writeCooperatives, writeVendorRegister } from './files/market-register.ts';
import { writeMemberships } from './files/memberships.ts';
import { writeOfficers } from './files/officers.ts';
import { writeAbnormalFilings, writeAwards, writePledges } from './files/patent-notes.ts';
import { writeGenericPatents } from './files/patents-generic.ts';
import { writeIncopat } from './files/patents-incopat.ts';
import { writePatsnap } from './files/patents-patsnap.ts';
import { writePss } from './files/patents-pss.ts';
import { writeTrademarkUse } from './files/trademark-use.ts';
import { writeTrademarkCsv, writeTrademarkWorkbook } from './files/trademarks.ts';
import { Holders } from './holders.ts';
import type { DemoFile, DemoManifest } from './manifest.ts';
import { PatentRegister } from './patent.ts';
import { Population } from './population.ts';
import { TrademarkRegister } from './trademark.ts';

export type DemoOptions = {
  /** 1 = 5,000 parties, 12,000 patents, 9,000 trademark classes; 0.02 to 60. */
  scale?: number;
  seed?: number;
  /** The demo's today, `YYYY-MM-DD`. */
  asOf?: string;
  onFile?: (file: DemoFile) => void;
};

const WRITERS = [
  writeBureauRegister,
  writeCooperatives,
  writeVendorRegister,
  writeIncopat,
  writePatsnap,
  writePss,
  writeGenericPatents,
  writeTrademarkWorkbook,
  writeTrademarkCsv,
  writeHighTech,
  writeAboveScale,
  writeStandardCertificates,
  writeMemberships,
  writeAnnuities,
  writeMadrid,
  writeGeographicalIndications,
  writeOfficers,
  writePledges,
  writeAwards,
  writeAbnormalFilings,
  writeTrademarkUse,
  writeDiscipline,
  writePatentAgencies,
  writeAgencyPeople,
  writeTrademarkAgencies,
  writeAgencyReports,
  writeAgencyPenalties,
  writeSocialSecurity,
];

/**
 * Writes an invented district as files in the senders' formats, with their usual mess, plus `manifest.json` (import order),
 * `truth.csv` (file,key,role,position,mention,uscc,how) and `faults.csv` (file,key,fault) for tests. The same options give the same
 * bytes. Streams: memory grows with the number of parties by 32 bytes each.
 * @throws RangeError for a scale outside 0.02–60
 */
export async function writeDemoFiles(outDir: string, options: DemoOptions = {}): Promise<DemoManifest> {
  const { scale = 1, seed = 20210520, asOf = '2026-11-20', onFile } = options;
  if (!(scale >= 0.02 && scale <= 60)) throw new RangeError(`演示规模应在 0.02 与 60 之间，收到 ${scale}`);
  await mkdir(outDir, { recursive: true });
  const population = new Population(seed, Math.round(5000 * scale), dayOf(asOf));
  const holders = new Holders(population);
  const patents = new PatentRegister(holders, Math.round(12_000 * scale), seed);
  const marks = new TrademarkRegister(holders, Math.round(9000 * scale), seed);
  const truth = await openCsv(join(outDir, 'truth.csv'), 'utf-8');
  const faults = await openCsv(join(outDir, 'faults.csv'), 'utf-8');
  await truth.row(['file', 'key', 'role', 'position', 'mention', 'uscc', 'how']);
  await faults.row(['file', 'key', 'fault']);
  const ctx: DemoContext = { outDir, scale, asOf: dayOf(asOf), population, holders, patents, marks, truth, faults };
  const files: DemoFile[] = [];
  for (const write of WRITERS) {
    const file = await write(ctx);
    files.push(file);
    onFile?.(file);
  }
  await truth.close();
  await faults.close();
  const manifest: DemoManifest = {
    demo: true,
    seed,
    scale,
    asOf,
    parties: population.size,
    patents: patents.count,
    trademarkClasses: marks.rows,
    files,
    truthFile: 'truth.csv',
    faultFile: 'faults.csv',
  };
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
