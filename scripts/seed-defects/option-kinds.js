// The kinds of defects in options of oslo.config that scripts/seed-defects.js puts into a tree: what is registered, announced and
// named by a string.
import { inFunction, insert, OTHER, rename, replace } from "./edits.js";
import { below } from "./tree.js";

export const OPTION_KINDS = {
  *"option-not-registered"(tree) {
    for (const { module, statement, read } of registrations(tree))
      yield atStatement(module, statement, [replace(statement, "pass")], read);
  },

  *"option-in-other-group"(tree) {
    for (const { module, call, statement, read } of registrations(tree)) {
      const { group, last } = call;
      const edit = group ? replace(group, `"other${OTHER}"`) : insert(last.end, `, group="other${OTHER}"`);
      yield atStatement(module, statement, [edit], read);
    }
  },

  *"option-not-announced"(tree) {
    for (const { module, pair, around } of announcements(tree)) {
      const lists = pair.namedChildren[1].text.match(/\w+(?=\s*(?:[,)\]+]|$))/g) ?? [];
      const comma = /^\s*,/.exec(module.text.slice(pair.end))?.[0].length ?? 0;
      if (comma > 0)
        yield atStatement(module, around, [{ start: pair.start, end: pair.end + comma, text: "" }], lists);
    }
  },

  *"option-announced-elsewhere"(tree) {
    for (const { module, pair } of announcements(tree)) {
      const [group] = pair.namedChildren;
      if (group.type === "string")
        yield atStatement(module, pair, [replace(group, `"other${OTHER}"`)], [group.text]);
    }
  },

  *"option-named-otherwise"(tree) {
    for (const module of tree.modules)
      for (const call of module.calls) {
        const name = optionOf(call);
        if (name !== undefined && isRead(tree, name))
          yield atStatement(module, call.node, [insert(call.arguments[0].value.end - 1, OTHER)], [name]);
      }
  },

  *"option-not-imported"(tree) {
    for (const module of tree.modules)
      for (const call of module.calls) {
        const [option, from] = /\bimport_opt$/.test(call.name ?? "")
          ? call.arguments.slice(0, 2).map(({ value }) => textOf(value))
          : [];
        const reads = new RegExp(`\\bCONF\\.(?:\\w+\\.)?${option}\\b`);
        // what others load as well is there all the same
        if (from !== undefined && !call.within && reads.test(module.text) && namedIn(tree, from) === 1)
          yield atStatement(module, call.node, [replace(call.node, "pass")], [option]);
      }
  },

  *"setting-renamed"(tree) {
    for (const module of tree.modules)
      for (const call of module.calls) {
        const isOne = /\b(?:CONF|conf)\.(?:(?:set|clear)_(?:override|default)|import_opt)$/.test(
          call.name ?? "",
        );
        const named = isOne ? call.arguments[0]?.value : undefined;
        if (textOf(named) !== undefined)
          yield atStatement(module, call.node, [insert(named.end - 1, OTHER)], [textOf(named)]);
      }
  },

  *"backend-option-renamed"(tree) {
    for (const [module, node, around] of tree.nodes("attribute")) {
      const isOne = node.field("object")?.text === "self.configuration";
      const isCalled = node.parent?.type === "call" && node.fieldName === "function";
      const isWritten = node.fieldName === "left";
      if (isOne && !isCalled && !isWritten && made(tree).has(node.field("attribute")?.text))
        yield inFunction(module, around, [rename(node)], node);
    }
  },
};

/** Calls that register a list of the module as it is loaded, of which some option that is made once is read. */
function* registrations(tree) {
  for (const module of tree.modules)
    for (const { name, arguments: given, node } of module.calls) {
      if (!/\bregister_(?:cli_)?opts$/.test(name ?? "") || given.length === 0) continue;
      const list = module.tree
        .ofType("assignment")
        .find(
          (one) => one.field("left")?.text === given[0].value.text && one.field("right")?.type === "list",
        );
      const read = list ? optionsIn(list).filter((option) => isRead(tree, option)) : [];
      const group = given.find((one, at) =>
        one.kind === "keyword" ? one.name === "group" : at === 1,
      )?.value;
      if (read.length > 0 && node.parent?.type === "expression_statement")
        yield { module, statement: node.parent, read, call: { group, last: given.at(-1).node } };
    }
}

/** `(group, options)` in the functions that announce options, and in the tables beside them. */
function* announcements(tree) {
  for (const module of tree.modules) {
    const announcing = module.functions.filter(({ name }) => /^_?list_\w*opts$/.test(name));
    const tables = module.tree.root.namedChildren.filter(({ text }) => /^\w*opts\w* = [[(]/i.test(text));
    for (const around of announcing.length > 0 ? [...tables, ...announcing.map(({ node }) => node)] : [])
      for (const pair of below(around, "tuple"))
        if (pair.namedChildren.length === 2 && /opts/i.test(pair.namedChildren[1].text))
          yield { module, pair, around };
  }
}

function optionsIn(list) {
  return [...list.text.matchAll(/Opt\(\s*['"]([\w-]+)['"]/g)].map(([, name]) => name.replaceAll("-", "_"));
}

function optionOf({ name, arguments: given }) {
  return /Opt$/.test(name ?? "") && given[0]?.kind === "positional" ? textOf(given[0].value) : undefined;
}

/** The text of a plain string. */
function textOf(node) {
  return /^['"]([\w.-]+)['"]$/.exec(node?.text ?? "")?.[1];
}

/** Whether an option that is made in one place alone is read of the configuration by its name, and that is no short one. */
function isRead(tree, option) {
  const name = option.replaceAll("-", "_");
  return name.length > 6 && made(tree).get(name) === 1 && named(tree).has(name);
}

/** How many modules of the tree name another one, in imports and strings. */
function namedIn(tree, dotted) {
  const at = dotted.lastIndexOf(".");
  const parts = [dotted.slice(0, at), dotted.slice(at + 1)];
  const names = [`\\b${dotted}\\b`, `\\bfrom ${parts[0]} import [^\\n]*\\b${parts[1]}\\b`];
  const named = new RegExp(names.join("|").replaceAll(".", "\\."));
  return tree.modules.filter(({ text }) => named.test(text)).length;
}

const memory = new WeakMap();

/** How many places of the tree make an option of a name. */
function made(tree) {
  return ofTexts(tree).made;
}

/** What is read of `CONF`, by its name. */
function named(tree) {
  return ofTexts(tree).named;
}

function ofTexts(tree) {
  const held = memory.get(tree);
  if (held) return held;
  const found = { made: new Map(), named: new Set() };
  for (const text of tree.modules.map((module) => module.text)) {
    for (const [, name] of text.matchAll(/Opt\(\s*['"]([\w-]+)['"]/g)) {
      const option = name.replaceAll("-", "_");
      found.made.set(option, (found.made.get(option) ?? 0) + 1);
    }
    for (const [, name] of text.matchAll(/\bCONF\.(?:\w+\.)?(\w+)/g)) found.named.add(name);
  }
  memory.set(tree, found);
  return found;
}

function atStatement({ path }, { start, end }, edits, names) {
  return { path, edits, name: names[0] ?? "", names, at: [{ path, start, end }] };
}
