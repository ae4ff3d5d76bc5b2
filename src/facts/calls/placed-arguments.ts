import type { SyntaxNode } from "../../parse/tree.ts";
import type { Argument } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";
import type { CallFit } from "./call-fit.ts";
import { spokenName } from "./spoken-names.ts";

/** A call beside the parameters that its arguments fill. */
export interface FittedCall {
  /** What is called, as the caller wrote it. */
  readonly shown: string;
  readonly given: readonly Argument[];
  readonly fit: CallFit;
  /** The parameters that a caller fills: `self` is none of them. */
  readonly open: readonly Parameter[];
}

/** A positional argument that goes by a name, and the parameter that it fills. */
export interface PlacedArgument {
  readonly said: string;
  readonly argument: Argument;
  readonly parameter: Parameter;
}

/** Why arguments seem to stand in each other's places. */
export interface Misplaced {
  readonly message: string;
  /** Names that nobody turns around on purpose: they have no word in common. */
  readonly isPlain?: boolean;
  /** Two arguments that stand in each other's place, and in nobody else's. */
  readonly exchanged?: readonly [SyntaxNode, SyntaxNode];
  /** Nothing changed places: one argument fell into an optional parameter before its own. */
  readonly isShifted?: boolean;
}

/** The positional arguments of a call that go by names, in their order. */
export function placedArguments({ fit }: FittedCall): readonly PlacedArgument[] {
  return [...fit.filled].flatMap(([argument, parameter]) => {
    const said = argument.kind === "positional" ? spokenName(argument.value) : undefined;
    return said === undefined ? [] : [{ said, argument, parameter }];
  });
}

/** Names, as a sentence lists them. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

/** `x` and `self.x`: a name that whoever wrote the call gave the value. */
export function isOwnName(value: SyntaxNode): boolean {
  return value.type === "identifier" || /^self\.\w+$/.test(value.text);
}
