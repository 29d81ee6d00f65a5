import type { Arithmetic, Comparison } from '../expression.ts';
import { checkFunction, checkMethod } from './check-calls.ts';
import { checkLiteral } from './check-literals.ts';
import { checkName } from './check-names.ts';
import {
  checkArithmetic,
  checkChoice,
  checkComparison,
  checkJunction,
  checkList,
  checkMember,
  checkNegation,
} from './check-operators.ts';
import { asValue, BOOL, type Checker, type Operand, placeOf } from './checker.ts';
import type { SyntaxNode } from './read-syntax.ts';

/** Every kind of node of the parser is named here; what is not named is refused. */
export function checkNode(checker: Checker, node: SyntaxNode): Operand | undefined {
  switch (node.op) {
    case 'value':
      return checkLiteral(checker, node, node.args);
    case 'id':
    case '.':
      return checkName(checker, node);
    case '&&':
    case '||':
      return checkJunction(checker, node, node.op);
    case '!_': {
      const item = checker.value(node.args, ['bool']);
      return item && asValue({ op: 'not', type: BOOL, item, ...placeOf(node) });
    }
    case '-_':
      return checkNegation(checker, node, node.args);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return checkComparison(checker, node, node.op satisfies Comparison);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return checkArithmetic(checker, node, node.op satisfies Arithmetic);
    case 'in':
      return checkMember(checker, node);
    case 'list':
      return checkList(checker, node);
    case '?:':
      return checkChoice(checker, node);
    case 'call':
      return checkFunction(checker, node, node.args[0], node.args[1]);
    case 'rcall':
      return checkMethod(checker, node, { name: node.args[0], receiver: node.args[1], args: node.args[2] });
    default:
      return checker.refuse(node, 'not-supported', ['规则里不能这样写', 'This cannot be written in a rule']);
  }
}
