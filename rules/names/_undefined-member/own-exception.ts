import {
  ancestorOf,
  anyWord,
  type ModuleFacts,
  type ProjectFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";

/**
 * The name under which the module imports one of the tree's own modules that has the exception which is raised, or waited
 * for, as one of a library.
 */
export function ownException(
  project: ProjectFacts,
  module: ModuleFacts,
  library: string,
  node: SyntaxNode,
): string | undefined {
  const name = node.field("attribute")?.text ?? "";
  if (!WITHOUT_OURS.test(library) || !/^[A-Z][a-z]+[A-Z]/.test(name) || THEIRS.test(name)) return undefined;
  if (!ancestorOf(node, "raise_statement", "except_clause", "block")?.type.match(/raise|except/))
    return undefined;
  return module.imports.find(({ target }) => {
    const held = project.moduleNamed(target);
    return held?.classes.some(
      (one) => one.name === name && !one.bases.some(({ text }) => text.endsWith(name)),
    );
  })?.local;
}

/** Libraries whose exceptions are named otherwise than those of services. */
const WITHOUT_OURS =
  /^(oslo_(utils|concurrency|log|serialization|config|db)|webob|six|stevedore|sqlalchemy)(\.|$)/;

/** Names that one of them and a service may both have. */
const THEIRS = anyWord(String.raw`
  InvalidSortKey DbMigrationError RetryRequest BackendNotAvailable ProcessExecutionError
  \w*ArgumentError HTTP\w+ Integrity\w+ Operational\w+ NoSuch\w+ NoMatch\w*
`);
