/** Public face of the assistance module. */
export { assistanceModule } from './assistance.module.ts';
export { seedDemoAssistance } from './demo/seed-demo-assistance.ts';
