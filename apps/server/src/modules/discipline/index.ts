/** Public face of the discipline module. */
export { disciplineModule } from './discipline.module.ts';
