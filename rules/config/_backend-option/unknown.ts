import {
  descendants,
  type Finding,
  type RuleContext,
  type SyntaxNode,
  safelyAsked,
} from "../../../src/rule.ts";
import { ASKED, readFrom } from "./reads.ts";

/** An option read, as an attribute or by `safe_get()`, that no back end may have. */
export function* unknownReads(
  context: RuleContext,
  isKnown: (option: string) => boolean,
): Generator<Finding> {
  const { module, text } = context;
  const isModule = /^[ \t]*(?:from [\w.]+ )?import [^\n]*\bconfiguration\b/m.test(text);
  const read = [...text.matchAll(READ)].flatMap(([, self, option = ""]) =>
    self || !isModule ? [option] : [],
  );
  const asked = [...text.matchAll(ASKED)].map(([, option = ""]) => option);
  const odd = new Set([...read, ...asked].filter((option) => !isKnown(option)));
  if (odd.size === 0) return;
  for (const node of descendants(module.tree.root)) {
    const option = safelyAsked(node) ?? readFrom(node, isModule);
    if (option === undefined || !odd.has(option) || isOfDriverFromOutside(context, node)) continue;
    yield {
      span: node,
      message: `${option} is read from the back end's configuration, to which no driver appends it`,
    };
  }
}

const READ = /\b(self\.)?configuration\s*\.\s*\\?\s*([a-z]\w*)/g;

/** Whether the class around has a base that is not in the tree: that may append what it reads. */
function isOfDriverFromOutside({ module, project }: RuleContext, node: SyntaxNode): boolean {
  const owner = module.classAround(node);
  return owner !== null && !project.classOrder({ module, class: owner }).complete;
}
