import { answerAddress, answerPage, questionsPage } from './answer-page.ts';
import { choosePage } from './choose-page.ts';

export const calculatorPages = [choosePage, questionsPage, answerPage, answerAddress];
