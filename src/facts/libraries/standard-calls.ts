import { readLibraryLines } from "../../checkout/library-files.ts";
import type { SyntaxNode } from "../../parse/tree.ts";
import { addTo } from "../../text/multimap.ts";
import { type RefusedBuiltinCall, refusedBuiltinCalls } from "../calls/builtin-calls.ts";
import { accepts, fitCall, type Passing } from "../calls/call-fit.ts";
import { calledBy } from "../calls/handed-on.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstPart } from "../module/module-names.ts";
import { isTried } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { readLibraryModule, type Signature } from "./library-module.ts";

/** The calls of a module that no version of Python takes: of what needs no import, and of its standard library's modules. */
export function refusedPythonCalls(
  project: ProjectFacts,
  module: ModuleFacts,
): readonly RefusedBuiltinCall[] {
  return project.latest(module, "refused calls of Python's own", () => [
    ...refusedBuiltinCalls(project, module),
    ...module.calls.flatMap((call) => {
      const [refused] = calledBy(call).flatMap(
        ({ callee, passing }) => refusedCallee(project, module, callee, passing) ?? [],
      );
      return refused && !isTried(call.node, /except[^:]*TypeError/) ? { call: call.node, ...refused } : [];
    }),
  ]);
}

function refusedCallee(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  passing: Passing,
): Omit<RefusedBuiltinCall, "call"> | undefined {
  const name = lastName(callee);
  // most calls are of other names, or taken by all that bear the name, and need no look at the imports
  const refusing = (standardFunctions().get(name) ?? []).filter(
    ({ signatures }) => !signatures.some((one) => accepts(one, passing)),
  );
  if (refusing.length === 0) return undefined;
  const meaning = project.meaning(module, callee);
  const dotted = meaning.kind === "external" ? meaning.name.replace(/^six\.moves\./, "") : undefined;
  const refused = refusing.find((one) => `${one.module}.${name}` === dotted);
  if (!refused || isOfTree(project, module, refused.module) || isPutThere(module, callee)) return undefined;
  const all = refused.signatures.map((one) => fitCall(one, passing).misfits);
  const least = Math.min(...all.map(({ length }) => length));
  return { shown: callee.text, misfits: all.find(({ length }) => length === least) ?? [] };
}

function lastName(callee: SyntaxNode): string {
  return callee.field("attribute")?.text ?? (callee.type === "identifier" ? callee.text : "");
}

/** Whether a module beside this one has the name: Python 2 imports that one. */
function isOfTree(project: ProjectFacts, { packageName }: ModuleFacts, name: string): boolean {
  return project.pathOf(`${packageName}.${firstPart(name)}`) !== undefined;
}

/** Whether the module puts a function of its own there: `os.link = …`. */
function isPutThere({ text }: ModuleFacts, callee: SyntaxNode): boolean {
  return text.includes(`${callee.text} = `);
}

interface StandardFunction {
  readonly module: string;
  /** What it takes in some version of Python. */
  readonly signatures: readonly Signature[];
}

let held: ReadonlyMap<string, readonly StandardFunction[]> | undefined;

/** Functions and classes of the standard library by their names; each has a signature at the least. */
function standardFunctions(): ReadonlyMap<string, readonly StandardFunction[]> {
  if (held) return held;
  const found = new Map<string, StandardFunction[]>();
  for (const line of readLibraryLines("standard.txt")) {
    const { name: module, names } = readLibraryModule("Python", line);
    for (const [name, signatures] of names) addTo(found, name, { module, signatures });
  }
  held = found;
  return found;
}
