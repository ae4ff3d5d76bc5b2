import { literally } from "../../text/literally.ts";
import { messageText } from "../formats/message-text.ts";
import { readPercentFormat } from "../formats/percent-format.ts";
import type { FunctionFacts, Parameter } from "../module/definitions.ts";
import { codeOf } from "../module/syntax.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";

/** An exception class as its message is made: a format of the class, filled with the constructor's keywords. */
export interface MessageFormat {
  readonly placed: PlacedClass;
  /** Keys that the format needs. */
  readonly keys: readonly string[];
  /** Every key of the format, also those that the maker fills itself. */
  readonly asked: readonly string[];
  /** Words that the format or the maker know, the keys among them: what is passed under another is never shown. */
  readonly known: ReadonlySet<string>;
  /** The attribute that holds the format. */
  readonly attribute: string;
  /** The name under which a whole message can be given instead; `undefined` when the maker is not known. */
  readonly messageParameter: string | undefined;
  /** The constructor's first parameter, also where the format names it: `message`, `*args`, `**kwargs`. */
  readonly first: Parameter | undefined;
}

const ATTRIBUTES = ["msg_fmt", "_msg_fmt", "message", "message_format", "msg"];

/**
 * The format of an exception class of the OpenStack kind (`message = _("… %(key)s …")`, filled from `**kwargs`).
 *
 * `undefined` where the class, or one between it and the one that fills, has a constructor of its own kind.
 */
export function messageFormatOf(project: ProjectFacts, placed: PlacedClass): MessageFormat | undefined {
  return project.onceFor(placed.class, "message format", () => readMessageFormat(project, placed));
}

function readMessageFormat(project: ProjectFacts, placed: PlacedClass): MessageFormat | undefined {
  const { classes } = project.classOrder(placed);
  const maker = classes.flatMap(({ class: facts }) => facts.methods.get("__init__") ?? [])[0];
  if (maker && !fillsFromKeywords(maker)) return undefined;
  if (
    classes.some(({ class: facts }) => facts.methods.has("__new__") || facts.scope.bindings.has("__slots__"))
  )
    return undefined;
  // without a maker in the tree the class inherits the filling from outside: neutron-lib, ironic-lib
  if (!maker && project.classOrder(placed).complete) return undefined;
  const makers = classes.map(({ class: facts }) => facts.methods.get("__init__"));
  const own = new Set(makers.flatMap(wordsGiven));
  for (const { module, class: facts } of classes) {
    for (const attribute of ATTRIBUTES) {
      const bindings = facts.scope.bindings.get(attribute);
      if (!bindings) continue;
      const [only, ...more] = bindings;
      const value = only?.kind === "assignment" && more.length === 0 ? only.value : null;
      const text = value ? messageText(module, value) : undefined;
      if (text === undefined) return undefined;
      const asked = keysAsked(text, maker);
      const named = new Set(maker?.parameters.slice(1).map(({ name }) => name));
      const keys = asked.filter((key) => !own.has(key) && !named.has(key));
      const first = maker?.parameters[1];
      // a parameter that the format names is no whole message
      const messageParameter = first && asked.includes(first.name) ? undefined : first?.name;
      const known = new Set([...asked, ...makers.flatMap(wordsOf), ...named]);
      return { placed, keys, asked, known, attribute, messageParameter, first };
    }
  }
  return undefined;
}

/** The keys of a message, which its maker fills by `%` or by `format()`. */
function keysAsked(text: string, maker: FunctionFacts | undefined): readonly string[] {
  if (!maker || !/\.format\(\s*\*\*/.test(codeOf(maker.node))) return readPercentFormat(text).keys;
  const fields = text.matchAll(/(?<!\{)\{([A-Za-z_]\w*)[^{}]*\}(?!\})/g);
  return [...new Set(Array.from(fields, ([, key = ""]) => key))];
}

/** A maker that takes any keyword and fills the format with just them. */
function fillsFromKeywords(maker: FunctionFacts): boolean {
  const names = maker.parameters.find(({ kind }) => kind === "var-keyword")?.name;
  if (!names) return false;
  const text = codeOf(maker.node);
  if (
    !new RegExp(`%\\s*(self\\.)?${literally(names)}\\b|\\*\\*${literally(names)}\\b|%\\s*\\w*kwargs`).test(
      text,
    )
  )
    return false;
  const explicit = maker.parameters.filter(({ kind }) => kind.startsWith("positional")).slice(1);
  // more than a message and a code: the maker fills the format from its own parameters
  return explicit.length <= 2 && explicit.every(({ defaultValue }) => defaultValue !== null);
}

/** Strings in a maker: keys that it may set by itself. */
function wordsOf(maker: FunctionFacts | undefined): readonly string[] {
  if (!maker) return [];
  return [...codeOf(maker.node).matchAll(/['"](\w+)['"]|^[ \t]*(\w+) = /gm)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
}

/** The words of a maker but for those that it only asks its keywords for: `self.host = kwargs.get('host')`. */
function wordsGiven(maker: FunctionFacts | undefined): readonly string[] {
  const keywords = maker?.parameters.find(({ kind }) => kind === "var-keyword")?.name;
  if (!maker || !keywords) return wordsOf(maker);
  const asked = new RegExp(`\\b${literally(keywords)}\\.get\\(\\s*['"](\\w+)['"]\\s*\\)`, "g");
  const code = codeOf(maker.node);
  const only = new Set([...code.matchAll(asked)].map(([, word]) => word));
  const isGiven = (word: string) =>
    new RegExp(
      `[(,\\[{]\\s*['"]?${literally(word)}['"]?\\s*(?:[=:]|\\]\\s*=[^=])|\\.(?:setdefault|pop)\\(\\s*['"]${literally(word)}['"]`,
    ).test(code);
  return wordsOf(maker).filter((word) => !only.has(word) || isGiven(word));
}
