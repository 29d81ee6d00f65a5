/** Public face of the association module. */
export { associationModule } from './association.module.ts';
export { seedDemoAssociation } from './demo/seed-demo-association.ts';
export { type PublicAssociation, readPublicAssociation } from './queries/public-association.ts';
