/** Public face of the trademark-portfolio module. */
export { trademarkPortfolioModule } from './trademark-portfolio.module.ts';
