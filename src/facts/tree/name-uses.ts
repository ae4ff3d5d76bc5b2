import { literally } from "../../text/literally.ts";
import type { ProjectFacts } from "./project.ts";
import { pathsWithWord } from "./word-index.ts";

/**
 * Whether all that the tree does with a name of an object is to call it, at two other places at least, and no definition
 * of it is decorated but as abstract: the name is a method's, whatever the object is.
 *
 * A place of the module that does not call it is the one that is asked about.
 */
export function onlyCalled(project: ProjectFacts, module: { readonly path: string }, name: string): boolean {
  const uses = project.onceOfTexts(`uses of ${name}`, () => usesOf(project, name));
  return !uses.isDecorated && !uses.isNamed && uses.calls.length > 1 && isAlone(uses.reads, module.path);
}

/**
 * The other way round: whether the tree only reads the name, at two other places at least, and calls it at the one of
 * the module.
 */
export function onlyRead(project: ProjectFacts, module: { readonly path: string }, name: string): boolean {
  const uses = project.onceOfTexts(`uses of ${name}`, () => usesOf(project, name));
  return uses.reads.length > 1 && isAlone(uses.calls, module.path);
}

function isAlone([only, ...more]: readonly string[], path: string): boolean {
  return only === path && more.length === 0;
}

/** What the tree does with a name of objects; places by the paths of their modules. */
interface Uses {
  readonly calls: readonly string[];
  readonly reads: readonly string[];
  /** A definition has a decorator, which may be that of a property. */
  readonly isDecorated: boolean;
  /** The name is also a variable's, a keyword's or a text's. */
  readonly isNamed: boolean;
}

function usesOf(project: ProjectFacts, name: string): Uses {
  const used = new RegExp(`\\.${literally(name)}\\b[ \\t]*(\\(?)`, "g");
  const named = new RegExp(`(?:^|[^.\\w])${literally(name)}[ \\t]*(?:=[^=]|:)|['"]${literally(name)}['"]`);
  // a promise is a method as it stands
  const decorated = new RegExp(
    `@(?!(?:abc\\.)?abstractmethod[ \\t]*\\r?\\n)[^\\n]*\\n(?:\\s*@[^\\n]*\\n)*\\s*def ${literally(name)}\\b`,
  );
  const texts = pathsWithWord(project, name).map((path) => ({ path, text: project.text(path) ?? "" }));
  const places = texts.flatMap(({ path, text }) =>
    [...text.matchAll(used)].map(([, bracket]) => ({ path, isCall: bracket === "(" })),
  );
  return {
    calls: places.flatMap(({ path, isCall }) => (isCall ? [path] : [])),
    reads: places.flatMap(({ path, isCall }) => (isCall ? [] : [path])),
    isDecorated: texts.some(({ text }) => decorated.test(text)),
    isNamed: texts.some(({ text }) => named.test(text)),
  };
}
