import type { SyntaxNode } from "../../parse/tree.ts";
import { anyWord } from "../../text/any-word.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { commonNames } from "../names/builtin-names.ts";
import { commandsOf } from "./commands.ts";
import { asksOnly, needsRoot } from "./root-tools.ts";

/** The names of what a function calls, in text order, without the calls that do not count. */
export function namesCalled(
  module: ModuleFacts,
  facts: FunctionFacts,
  but: ReadonlySet<SyntaxNode> = new Set(),
): readonly string[] {
  return module.calls.flatMap(({ node, within, name }) =>
    within === facts && name !== undefined && !but.has(node) ? [name] : [],
  );
}

/** The calls that run commands which only ask. */
export function questionsOf(module: ModuleFacts): ReadonlySet<SyntaxNode> {
  const asking = commandsOf(module).filter(({ words }) => asksOnly(words) && !needsRoot(words));
  return new Set(asking.map(({ call }) => call.node));
}

/** The first call that does more than compute, say or raise something; of private functions of the module, if they do. */
export function actOf(
  module: ModuleFacts,
  facts: FunctionFacts,
  questions: ReadonlySet<SyntaxNode>,
  depth = 2,
): string | undefined {
  return namesCalled(module, facts, questions).find((name) => {
    if (name === "open") return true;
    if (HARMLESS.test(name) || commonNames.has(name)) return false;
    const [own] = module.scope.bindings.get(name) ?? [];
    // `from oslo_utils.secretutils import md5`
    if (own?.kind === "import" && HARMLESS.test(own.target.split(".").slice(-2).join("."))) return false;
    return own?.kind !== "function" || depth === 0 || actOf(module, own, questions, depth - 1) !== undefined;
  });
}

const HARMLESS = anyWord(String.raw`
  _ LOG\.\w+ log\w*\.\w+ os\.path\.\w+ os\.(?:getenv|getpid|geteuid)
  (?:re|json|copy|math|time|functools|itertools|collections|hashlib|netaddr|ipaddress)\.\w+
  (?:(?:secret|encode|str|uuid|time|net|json)utils)\.\w+
  (?:\w+\.)*exceptions?\.\w+ (?:\w+\.)*[A-Z]\w*(?:Error|Exception|NotFound)?
  (?:\w+\.)+(?:get|append|extend|update|join|format|split|rsplit|splitlines|strip|startswith)
  (?:\w+\.)+(?:endswith|replace|lower|upper|keys|values|items|pop|add|encode|decode|match|search)
  (?:\w+\.)+(?:group|groups)
`);

/** A change that at least two entrypoints make by a function of the same name, and nobody else of the module. */
export function sharedChange(
  module: ModuleFacts,
  entrypoints: readonly FunctionFacts[],
  odd: FunctionFacts,
): string | undefined {
  return namesCalled(module, odd).find((name) => {
    const [, from, verb = ""] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
    if (from === undefined || !CHANGE.test(verb) || from === "self") return false;
    if (!module.scope.bindings.get(from)?.every((binding) => binding.kind === "import")) return false;
    const users = new Set(
      module.calls.flatMap(({ within, name: other }) => {
        const [, same, how = ""] = /^(\w+)\.(\w+)$/.exec(other ?? "") ?? [];
        const isOther = within && within !== odd && !within.name.startsWith("_");
        return isOther && same === from && CHANGE.test(how) ? [within] : [];
      }),
    );
    return users.size >= 2 && [...users].every((user) => entrypoints.includes(user));
  });
}

const CHANGE =
  /^(?:add|del|delete|remove|set|create|update|flush|write|replace|rename|chmod|chown|unlink|kill)(?:_\w+)?$/;
