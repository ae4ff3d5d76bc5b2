import {
  type Finding,
  type FunctionFacts,
  firstName,
  functionMeant,
  type ImportFacts,
  instead,
  isLogger,
  isShadowed,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  pathsDefining,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";
import { type HeldFunction, heldAt, heldFunctions } from "./_function-as-value/held.ts";
import { furtherUses, uses, usesInside } from "./_function-as-value/uses.ts";

/** `for ware in self.wares:` and `timer.now.isoformat()` where `wares` and `now` are methods: the call is missing. */
export const functionAsValue: Rule = {
  id: "names/function-as-value",
  title: "function used in the place of its result",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["def ", "import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* functionsAsLevels(project, module);
  const known = new Set([...module.functions, ...module.imports].map(nameIn));
  // most values are neither: the rest is for those that may be
  const mayBe = (value: SyntaxNode) =>
    known.has(value.field("attribute")?.text ?? "") ||
    known.has(firstName(value) ?? "") ||
    pathsDefining(project, value.field("attribute")?.text ?? "").length > 0;
  const held = heldFunctions(project, module, mayBe);
  const told = new Set<HeldFunction>();
  const isWanted = (value: SyntaxNode) => held.has(value.text) || mayBe(value);
  const asked = [...uses(module), ...usesInside(project, module, isWanted), ...furtherUses(module, held)];
  for (const { value, verb, error = "TypeError" } of asked) {
    const local = heldAt(held, value);
    if (local && !told.has(local)) {
      told.add(local);
      yield {
        span: local.value,
        message: `'${local.value.text}' is the function ${local.name}() itself: '${value.text}', which it is given to, ${verb} below: ${error}; it is not called`,
      };
    }
    const first = firstName(value);
    if (local || !mayBe(value)) continue;
    if (first !== undefined && isShadowed(value, first)) continue;
    const meant = functionMeant(project, module, value);
    if (meant && !hasAttributes(module, meant.name))
      yield {
        span: value,
        message: `'${value.text}' is the function ${meant.name}() itself, which ${verb}: ${error}; it is not called`,
      };
  }
}

/** `before_log(LOG, logging.debug)`, `level=logging.debug`: `logging.DEBUG` is meant. */
function* functionsAsLevels(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  if (!/\blogging\.[a-z]+\s*[,)]/.test(module.text)) return;
  for (const { arguments: given } of module.calls)
    for (const [at, argument] of given.entries()) {
      const { value } = argument;
      const name = value.type === "attribute" ? (value.field("attribute")?.text ?? "") : "";
      if (!/^(debug|info|warning|error|critical)$/.test(name)) continue;
      const isLevel =
        argument.kind === "keyword"
          ? /level$/.test(argument.name)
          : isLogger(given[at - 1]?.value.text ?? "");
      const meaning = isLevel ? project.meaning(module, value) : undefined;
      if (meaning?.kind !== "external" || meaning.name !== `logging.${name}`) continue;
      yield {
        span: value,
        message: `'${value.text}' is the function ${name}() itself, which is no level: '${name.toUpperCase()}' is meant`,
        fix: instead(value.field("attribute") ?? value, name.toUpperCase()),
      };
    }
}

function nameIn(binding: FunctionFacts | ImportFacts): string {
  return binding.kind === "import" ? binding.local : binding.name;
}

/** Whether the name is given something of its own here: then it may be more than a function. */
function hasAttributes({ text }: ModuleFacts, name: string): boolean {
  return new RegExp(`\\b${literally(name)}\\s*=[^=]|\\bdel [\\w.]*\\b${literally(name)}\\b`).test(text);
}
