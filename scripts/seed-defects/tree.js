// What scripts/seed-defects.js knows of a tree: its modules, and calls of which the name alone says what they run.
import fs from "node:fs";
import path from "node:path";
import { bundleSources } from "../bundle-sources.js";

const { ProjectFacts, descendants, functionsNamed, loadParser, pathsDefining, sourcesFromTexts } =
  await import(
    await bundleSources(
      [
        "src/facts/module/named-in.ts",
        "src/facts/module/syntax.ts",
        "src/facts/tree/project.ts",
        "src/facts/tree/source-reader.ts",
        "src/facts/tree/word-index.ts",
        "src/parse/parser.ts",
      ],
      "seed-defects",
    )
  );
const parser = await loadParser();

/** Folders without a service's own code. */
const NOT_SEEDED = /(^|\/)(tests?|unit|functional|doc|tools|devstack|releasenotes|tempest|\.\w+)\//;

/** A tree in memory: the text of each file by its path, and the modules in which defects are put. */
export class SeededTree {
  constructor(folder) {
    this.texts = new Map(
      filesBelow(folder).map((file) => [file, fs.readFileSync(path.join(folder, file), "utf8")]),
    );
    this.project = new ProjectFacts(sourcesFromTexts(Object.fromEntries(this.texts)), parser);
    this.modules = [...this.texts.keys()]
      .filter((file) => !NOT_SEEDED.test(file) && !/(^|\/)(setup|conf)\.py$/.test(file))
      .map((file) => this.project.module(file))
      .filter((module) => module !== undefined && module.tree.errors.length === 0);
  }

  /** Nodes of a type in functions: [module, node, the function around]. */
  *nodes(type) {
    for (const module of this.modules)
      for (const node of module.tree.ofType(type)) {
        const around = module.functionAround(node);
        if (around) yield [module, node, around];
      }
  }

  /** The only definition of a name in the tree, where nothing changes how it is called. */
  onlyDefinition(name) {
    const [file, ...more] = pathsDefining(this.project, name);
    const module = file === undefined || more.length > 0 ? undefined : this.project.module(file);
    const [only, ...others] = module ? functionsNamed(module, name) : [];
    const isPlain = only?.decorators.every((one) => /^(static|class)method$/.test(one.name ?? ""));
    return only && others.length === 0 && isPlain && !only.enclosing ? { module, function: only } : undefined;
  }

  /** Calls that fit the only definition of their name, with what that takes besides `self`. */
  *calls() {
    for (const module of this.modules)
      for (const call of module.calls) {
        const name = lastPart(call.name);
        if (!call.within || !name || name.startsWith("__")) continue;
        const callee = this.onlyDefinition(name);
        if (!callee) continue;
        const { owner, decorators, parameters } = callee.function;
        if (owner && call.callee.type !== "attribute") continue;
        const isBound = owner && !decorators.some((one) => one.name === "staticmethod");
        const taken = parameters.slice(isBound ? 1 : 0);
        const made = { module, call, name, callee, taken, required: taken.filter(isRequired) };
        if (fits(made)) yield made;
      }
  }
}

function filesBelow(folder, below = "") {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return entry.name === ".git" ? [] : filesBelow(folder, file);
    return entry.isFile() && file.endsWith(".py") ? [file] : [];
  });
}

/** `open` of `self.door.open`. */
export function lastPart(name) {
  return name?.slice(name.lastIndexOf(".") + 1);
}

function isRequired({ kind, defaultValue }) {
  return defaultValue === null && !kind.startsWith("var-");
}

function fits({ call, taken, required }) {
  if (call.arguments.some(({ kind }) => kind.endsWith("splat"))) return false;
  const positional = call.arguments.filter(({ kind }) => kind === "positional").length;
  const named = call.arguments.flatMap((one) => (one.kind === "keyword" ? [one.name] : []));
  const given = new Set([...taken.slice(0, positional).map(({ name }) => name), ...named]);
  const isOpen = (kind) => taken.some((one) => one.kind === kind);
  if (positional > taken.length && !isOpen("var-positional")) return false;
  if (required.some(({ name }) => !given.has(name))) return false;
  return isOpen("var-keyword") || named.every((name) => taken.some((one) => one.name === name));
}

/** Every node below one, itself included. */
export function below(node, type) {
  return [...descendants(node)].filter((one) => one.type === type);
}
