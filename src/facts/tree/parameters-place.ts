import type { Span } from "../../text/span.ts";
import type { PlacedFunction } from "./project.ts";

/** The parameters of a function as a place that a finding speaks of; all of the definition where they are broken. */
export function parametersPlace(
  { module, function: { node } }: PlacedFunction,
  message: string,
): { readonly path: string; readonly span: Span; readonly message: string } {
  return { path: module.path, span: node.field("parameters") ?? node, message };
}
