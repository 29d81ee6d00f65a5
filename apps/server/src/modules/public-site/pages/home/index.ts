import { homePage } from './home-page.ts';

export const homePages = [homePage];
