import type { ParsedInput, RouteName, RouteOutput, routes } from '@jince/contract';

type Routes = typeof routes;
export type Input<K extends RouteName> = ParsedInput<Routes[K]>;
export type Output<K extends RouteName> = RouteOutput<Routes[K]>;
