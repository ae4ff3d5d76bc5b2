// The kinds of defects that scripts/seed-defects.js puts into a tree. Each yields the places where it can be put: the edits
// of one file, the name it is about, and where a finding may tell of it.
import { cut, inFunction, insert, OTHER, placeOf, rename, replace } from "./edits.js";
import { OPTION_KINDS } from "./option-kinds.js";
import { below, lastPart } from "./tree.js";

export const KINDS = {
  *"argument-left-out"(tree) {
    for (const made of tree.calls()) {
      const given = made.call.arguments;
      const isPlain = given.length > 0 && given.every(({ kind }) => kind === "positional");
      if (isPlain && given.length <= made.required.length) yield inCall(made, [cut(given)]);
    }
  },

  *"argument-too-many"(tree) {
    for (const made of tree.calls()) {
      const given = made.call.arguments;
      const isFull = given.length > 0 && given.length === made.taken.length;
      const isPlain = given.every(({ kind }) => kind === "positional");
      const isOpen = made.taken.some(({ kind }) => kind.startsWith("var-"));
      if (isFull && isPlain && !isOpen) yield inCall(made, [insert(given.at(-1).node.end, ", None")]);
    }
  },

  *"keyword-renamed"(tree) {
    for (const made of tree.calls()) {
      const last = made.call.arguments.at(-1);
      const isOpen = made.taken.some(({ kind }) => kind === "var-keyword");
      if (last?.kind === "keyword" && !isOpen)
        yield inCall(made, [insert(last.node.start + last.name.length, OTHER)]);
    }
  },

  *"arguments-swapped"(tree) {
    for (const made of tree.calls()) {
      const given = made.call.arguments;
      const at = given.findIndex(
        ({ kind, value }, index) =>
          kind === "positional" &&
          value.text === made.taken[index]?.name &&
          given[index + 1]?.kind === "positional" &&
          given[index + 1].value.text === made.taken[index + 1]?.name,
      );
      const [one, other] = given.slice(at, at + 2);
      if (at >= 0 && given.length > 2)
        yield inCall(made, [replace(one.value, other.value.text), replace(other.value, one.value.text)]);
    }
  },

  *"parameter-added"(tree) {
    const told = new Set();
    for (const { module, call, name, callee, taken } of tree.calls()) {
      const last = taken.at(-1);
      if (!last || told.has(name) || taken.some((one) => one.kind.startsWith("var-") || one.defaultValue))
        continue;
      told.add(name);
      yield {
        path: callee.module.path,
        edits: [insert(last.node.end, `, ${name}${OTHER}`)],
        name,
        at: [placeOf(callee.module, callee.function), placeOf(module, call.within)],
      };
    }
  },

  *"own-method-renamed"(tree) {
    for (const made of tree.calls())
      if (made.call.callee.field("object")?.text === "self") yield inCall(made, [rename(made.call.callee)]);
  },

  *"method-renamed"(tree) {
    for (const made of tree.calls())
      if (made.callee.function.owner && !/^(self|cls)$/.test(made.call.callee.field("object")?.text ?? ""))
        yield inCall(made, [rename(made.call.callee)]);
  },

  *"function-renamed"(tree) {
    for (const made of tree.calls())
      if (!made.callee.function.owner && made.call.callee.type === "attribute")
        yield inCall(made, [rename(made.call.callee)]);
  },

  *"class-member-renamed"(tree) {
    const classes = new Set(tree.modules.flatMap((module) => module.classes.map(({ name }) => name)));
    for (const [module, node, around] of tree.nodes("attribute"))
      if (classes.has(lastPart(node.field("object")?.text)))
        yield inFunction(module, around, [rename(node)], node);
  },

  *"first-value-dropped"(tree) {
    for (const [module, node, around] of tree.nodes("assignment")) {
      const statement = node.parent;
      const name = node.field("left");
      const block = statement?.parent?.namedChildren ?? [];
      const next = block[block.findIndex(({ start }) => start === statement?.start) + 1];
      if (name?.type !== "identifier" || !/^(if|for|while|try)_statement$/.test(next?.type ?? "")) continue;
      const [first] = around.scope.bindings.get(name.text) ?? [];
      const sets = below(next, "assignment").some((one) => one.field("left")?.text === name.text);
      const reads = below(around.node, "identifier").some(
        (one) => one.text === name.text && one.start > next.end,
      );
      if (first?.node === node && sets && reads)
        yield inFunction(module, around, [replace(statement, "pass")], name);
    }
  },

  *"return-dropped"(tree) {
    const told = new Set();
    for (const { module, call, name, callee } of tree.calls()) {
      const returns = below(callee.function.node, "return_statement");
      const last = callee.function.node.field("body")?.namedChildren.at(-1);
      const [only] = returns;
      if (returns.length !== 1 || only.start !== last?.start || only.namedChildren.length === 0) continue;
      if (told.has(name) || call.node.parent?.type === "expression_statement") continue;
      told.add(name);
      yield {
        path: callee.module.path,
        edits: [{ start: only.start, end: only.namedChildren[0].start, text: "" }],
        name,
        at: [placeOf(callee.module, callee.function), placeOf(module, call.within)],
      };
    }
  },

  *"value-left-out"(tree) {
    const told = new Set();
    for (const { module, call, name, callee } of tree.calls()) {
      const [only, ...more] = below(callee.function.node, "return_statement");
      const values = only?.namedChildren[0];
      const isUnpacked = call.node.parent?.field("left")?.type === "pattern_list";
      if (told.has(name) || more.length > 0 || !isUnpacked || values?.type !== "expression_list") continue;
      told.add(name);
      const [last, before] = values.namedChildren.toReversed();
      yield {
        path: callee.module.path,
        edits: [{ start: before.end, end: last.end, text: values.namedChildren.length === 2 ? "," : "" }],
        name,
        at: [placeOf(callee.module, callee.function), placeOf(module, call.within)],
      };
    }
  },

  *"call-left-out"(tree) {
    for (const made of tree.calls()) {
      const { node, arguments: given } = made.call;
      if (given.length === 0 && node.parent?.type !== "expression_statement")
        yield inCall(made, [replace(node.field("arguments"), "")]);
    }
  },

  *"format-argument-left-out"(tree) {
    for (const module of tree.modules)
      for (const call of module.calls) {
        const given = call.arguments;
        const isNote = /^LOG\.\w+$/.test(call.name ?? "") && given[0]?.value.type === "string";
        const isPlain = given.length > 1 && given.every(({ kind }) => kind === "positional");
        if (call.within && isNote && isPlain && given[1].value.type !== "dictionary")
          yield inFunction(module, call.within, [cut(given)], call.callee);
      }
  },

  *"option-renamed"(tree) {
    const groups = new Set(
      [...tree.texts.values()].flatMap((text) =>
        [...text.matchAll(/(?:OptGroup\(\s*(?:name=)?|group=)['"](\w+)['"]/g)].map(([, group]) => group),
      ),
    );
    for (const [module, node, around] of tree.nodes("attribute")) {
      const [, group] = /^(?:cfg\.)?CONF\.(\w+)$/.exec(node.field("object")?.text ?? "") ?? [];
      const isCalled = node.parent?.type === "call" && node.fieldName === "function";
      if (groups.has(group) && !isCalled) yield inFunction(module, around, [rename(node)], node);
    }
  },

  ...OPTION_KINDS,

  *"lock-dropped"(tree) {
    yield* withoutDecorator(tree, /synchroniz|(^|\.)(?!(?:has|check)_)(?:\w+_)?lock(_|$|ed)/);
  },

  *"lock-block-dropped"(tree) {
    for (const [module, node, around] of tree.nodes("with_statement")) {
      const clause = node.namedChildren.find(({ type }) => type === "with_clause");
      if (clause?.namedChildren.length === 1 && TAKEN.test(clause.text))
        yield inFunction(
          module,
          around,
          [{ start: node.start, end: clause.end, text: "if True" }],
          around.node.field("name"),
        );
    }
  },

  *"external-dropped"(tree) {
    for (const module of tree.modules)
      for (const facts of module.functions)
        for (const { node } of facts.decorators) {
          const [said] = /,\s*external\s*=\s*True/.exec(node.text) ?? [];
          if (said !== undefined)
            yield inFunction(
              module,
              facts,
              [replace(node, node.text.replace(said, ""))],
              facts.node.field("name"),
            );
        }
  },

  *"privsep-setup-dropped"(tree) {
    for (const module of tree.modules)
      for (const call of module.calls)
        if (call.within && SETS_UP.test(call.name ?? "") && call.node.parent?.type === "expression_statement")
          yield inFunction(module, call.within, [replace(call.node, "pass")], call.callee);
  },

  *"entrypoint-dropped"(tree) {
    yield* withoutDecorator(tree, /(^|\.)entrypoint/);
  },

  *"root-dropped"(tree) {
    for (const module of tree.modules)
      for (const call of module.calls) {
        const at = call.arguments.findIndex((one) => one.kind === "keyword" && one.name === "run_as_root");
        const before = call.arguments[at - 1];
        if (call.within && before && call.arguments[at].value.text === "True")
          yield inFunction(
            module,
            call.within,
            [{ start: before.node.end, end: call.arguments[at].node.end, text: "" }],
            call.callee,
          );
      }
  },
};

/** What is taken by `with`: a lock by its name. */
const TAKEN = /(?<!b)lock|synchroni[sz]ed|mutex|semaphore/i;

/** What tells privsep how to become root. */
const SETS_UP = /(^|\.)(priv_context\.init|(setup|init)_privsep|privsep_init)$/;

function* withoutDecorator(tree, pattern) {
  for (const module of tree.modules)
    for (const facts of module.functions)
      for (const { node, name } of facts.decorators)
        if (pattern.test(name ?? ""))
          yield inFunction(module, facts, [replace(node, "")], facts.node.field("name"));
}

function inCall({ module, call, name }, edits) {
  return { path: module.path, edits, name, at: [placeOf(module, call.within)] };
}
