/** Public face of the trademark-portfolio module. */
export { seedDemoPortfolio } from './demo/seed-demo-portfolio.ts';
export { trademarkPortfolioModule } from './trademark-portfolio.module.ts';
