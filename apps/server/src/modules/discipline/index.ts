/** Public face of the discipline module. */
export { seedDemoDiscipline } from './demo/seed-demo-discipline.ts';
export { disciplineModule } from './discipline.module.ts';
export { listPublicDisciplineLists, listPublicEntries, type PublicEntry } from './queries/public-entries.ts';
