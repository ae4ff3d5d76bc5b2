import {
  type Finding,
  importsOfLibraries,
  isTried,
  type Rule,
  type RuleContext,
  refusedCall,
  wantsOther,
} from "../../src/rule.ts";

/** `lockutils.synchronized('a', exernal=True)`: a call that no release of the library takes. */
export const librarySignature: Rule = {
  id: "calls/library-signature",
  title: "call that no release of the library takes",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const roots = new Set(importsOfLibraries(project, module).map(({ local }) => local));
  if (roots.size === 0) return;
  for (const call of module.calls) {
    const { name, callee } = call;
    if (name === undefined || !roots.has(name.split(".", 1)[0] ?? "")) continue;
    const meaning = project.meaning(module, callee);
    const refused = meaning.kind === "external" ? refusedCall(meaning.name, call) : undefined;
    if (!refused || isTried(call.node, /except[^:]*TypeError/) || wantsOther(project, refused.module))
      continue;
    const { module: home, called, why } = refused;
    yield {
      span: call.node,
      message: `no release up to ${home.library} takes this call of ${called}(): ${why}, TypeError when this line runs`,
    };
  }
}
