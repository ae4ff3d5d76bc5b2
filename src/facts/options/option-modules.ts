import { literally } from "../../text/literally.ts";
import { addTo } from "../../text/multimap.ts";
import { lastModule } from "../module/module-names.ts";
import { argumentsAt, withoutStrings } from "../module/statement-text.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { constantIn } from "./group-constant.ts";
import { joinedDots, optionsIn } from "./option-lists.ts";
import { GROUP_NAME, type OptionText, OWN_MODULE, readOptionText } from "./option-text.ts";
import type { EnclosingFunction } from "./written-functions.ts";

/** A list of options under its name; `options` are those written out in it. */
export interface PlacedOptionList {
  readonly path: string;
  readonly name: string;
  readonly options: readonly string[];
}

/** Tells lists apart. */
export function listKey({ path, name }: PlacedOptionList): string {
  return `${path}:${name}`;
}

/** A call that hands options or groups to a function. */
interface HandingCall {
  /** The file it stands in. */
  readonly caller: string;
  /** Its arguments, as written. */
  readonly given: readonly string[];
}

/** Literals without any of which a file neither defines nor registers options. */
const LITERALS = ["Opt(", "register_opt", "register_cli_opt", "_opts(", "OptGroup(", "conf_options("];

const CONSTRUCTED = new RegExp(GROUP_NAME);

/** What the modules of a tree say of options, each read once from its text, and what their expressions stand for. */
export class OptionModules {
  private readonly project: ProjectFacts;
  private readonly texts = new Map<string, OptionText>();
  /** Modules by the names of the lists they hold. */
  private readonly holders = new Map<string, string[]>();
  /** Answers of `isLocal`: a module may register hundreds of lists of one name. */
  private readonly locals = new Map<string, boolean>();

  constructor(project: ProjectFacts) {
    this.project = project;
    for (const path of project.pathsMentioning(...LITERALS))
      for (const name of this.at(path).lists.keys()) addTo(this.holders, name, path);
  }

  /** The files read so far: all that define or register options, and those that were asked for. */
  get paths(): Iterable<string> {
    return this.texts.keys();
  }

  at(path: string): OptionText {
    const held = this.texts.get(path);
    if (held) return held;
    const text = readOptionText(this.source(path));
    this.texts.set(path, text);
    return text;
  }

  source(path: string): string {
    return this.project.text(path) ?? "";
  }

  /** The file of a module of that last name with a function of the name. */
  defining(name: string, module: string): string | undefined {
    return this.project.pathsMentioning(`def ${name}(`).find((path) => lastModule(path) === module);
  }

  /** The options that an expression holds: written out, in lists of this module, in lists of others. */
  optionsIn(path: string, expression: string): readonly string[] {
    const { options, rest } = optionsIn(expression);
    return [
      ...options,
      ...namesIn(rest).flatMap((name) =>
        this.listsNamed(path, name, 0, "any").flatMap((list) => list.options),
      ),
    ];
  }

  listsIn(path: string, expression: string, which: "certain" | "any"): readonly PlacedOptionList[] {
    const names = namesIn(withoutStrings(optionsIn(expression).rest));
    return [...new Set(names)].flatMap((name) => this.listsNamed(path, name, 0, which));
  }

  /** The lists that a name stands for; `certain` leaves out what several modules could mean by it. */
  private listsNamed(
    path: string,
    dotted: string,
    hops: number,
    which: "certain" | "any",
  ): readonly PlacedOptionList[] {
    const name = dotted.split(".").at(-1) ?? "";
    if (hops > 4 || name.length < 2) return [];
    const own = dotted.includes(".") ? undefined : this.texts.get(path)?.lists.get(name);
    const found = own ? [path] : this.isLocal(path, dotted) ? [] : this.holdersFor(dotted, name);
    if (which === "certain" && found.length > 1) return [];
    return found.flatMap((holder) => {
      const list = this.texts.get(holder)?.lists.get(name);
      if (!list) return [];
      const itself = list.options.length > 0 ? [{ path: holder, name, options: list.options }] : [];
      return [...itself, ...list.parts.flatMap((part) => this.listsNamed(holder, part, hops + 1, which))];
    });
  }

  /** `for group, opts in list_opts()`: a bare name that no import brings in is no other module's list. */
  private isLocal(path: string, dotted: string): boolean {
    if (dotted.includes(".")) return false;
    const key = `${dotted} ${path}`;
    const held = this.locals.get(key);
    if (held !== undefined) return held;
    const imported = new RegExp(
      `\\bimport\\b[^\\n]*(\\b${literally(dotted)}\\b|\\*)|^[ \\t]+${literally(dotted)},?\\)?$`,
      "m",
    );
    const isLocal = !imported.test(this.source(path));
    this.locals.set(key, isLocal);
    return isLocal;
  }

  /** Modules with a list of that name; those whose path fits the name's prefix come alone when there are any. */
  private holdersFor(dotted: string, name: string): readonly string[] {
    const holders = this.holders.get(name) ?? [];
    const module = dotted.split(".").at(-2);
    const named = this.project.pathOf(dotted.split(".").slice(0, -1).join("."));
    if (named !== undefined && holders.includes(named)) return [named];
    const fitting = holders.filter((path) => lastModule(path) === module);
    return fitting.length > 0 ? fitting : holders;
  }

  /** The group that an expression names; `undefined` when that cannot be made out. */
  groupName(path: string, expression: string, within?: EnclosingFunction): string | undefined {
    const literal = /^['"]([^'"]+)['"]$/.exec(expression)?.[1] ?? CONSTRUCTED.exec(expression)?.[1];
    if (literal !== undefined) return literal;
    const defaulted = within?.parameters.find((held) => held.name === expression)?.defaultValue;
    if (defaulted !== undefined) return defaulted === "None" ? "DEFAULT" : this.groupName(path, defaulted);
    const written =
      expression
        .replace(/\.name$/, "")
        .split(".")
        .at(-1) ?? "";
    const name = this.texts.get(path)?.aliases.get(written) ?? written;
    const here = this.namedIn(path, name);
    if (here !== undefined) return here;
    const imported = this.importedConstant(path, expression);
    if (imported !== undefined) return imported;
    const elsewhere = new Set([...this.texts.keys()].flatMap((other) => this.namedIn(other, name) ?? []));
    return elsewhere.size === 1 ? [...elsewhere][0] : undefined;
  }

  /** What a name of a module stands for: `GROUP = 'x'`, `group = cfg.OptGroup(GROUP)`. */
  private namedIn(path: string, name: string): string | undefined {
    const value = this.texts.get(path)?.names.get(name);
    return value === OWN_MODULE ? lastModule(path) : value;
  }

  /** The text that `doors.KIND` stands for, behind `from shop.plugins import doors`, by its own name or another. */
  private importedConstant(path: string, expression: string): string | undefined {
    const [, holder, name = ""] = /^(\w+)\.([A-Z]\w*)$/.exec(expression) ?? [];
    if (holder === undefined) return undefined;
    const imported = new RegExp(
      `^from ([\\w.]+) import (\\w+ as ${literally(holder)}|${literally(holder)})$`,
      "m",
    );
    const [, parent = "", named = ""] = imported.exec(this.source(path)) ?? [];
    const module = this.project.pathOf(`${parent}.${named.split(" ")[0] ?? ""}`);
    return module === undefined ? undefined : constantIn(this.source(module), name);
  }

  /** Calls of a function of a module: bare in modules that define or import it, elsewhere behind the module's name. */
  *callsOf(path: string, name: string): Generator<HandingCall> {
    const module = lastModule(path);
    const calls = new RegExp(`(?<!def )(?<![\\w.])([\\w.]*\\.)?${literally(name)}\\s*\\(`, "g");
    for (const caller of this.project.pathsMentioning(`${name}(`)) {
      this.at(caller); // what it hands over are lists of its own
      const text = this.source(caller);
      const bare =
        caller === path ||
        new RegExp(`import[^\\n]*\\b${literally(name)}\\b|^[ \\t]+${literally(name)},?$`, "m").test(text);
      for (const match of text.matchAll(calls)) {
        const before = match[1]?.slice(0, -1);
        const isIt = before === undefined ? bare : isModuleName(text, before, module);
        const open = match.index + match[0].length - 1;
        if (isIt) yield { caller, given: argumentsAt(text, open) };
      }
    }
  }
}

function namesIn(text: string): readonly string[] {
  return joinedDots(text).match(/[A-Za-z_][\w.]*/g) ?? [];
}

/** `config` of `from pkg import config`, `c_conf` of `from pkg import config as c_conf`. */
function isModuleName(text: string, written: string, module: string): boolean {
  const last = written.split(".").at(-1) ?? "";
  return last === module || new RegExp(`\\b${literally(module)}\\s+as\\s+${literally(last)}\\b`).test(text);
}
