/** Public face of the public-site module. */
export { publicSiteModule } from './public-site.module.ts';
