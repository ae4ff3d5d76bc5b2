import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { isAboutConfig } from "./certain-reads.ts";
import { isOfLibrary } from "./configuration-object.ts";
import { mayComeFromElsewhere } from "./foreign-options.ts";
import { type OptionRead, optionReadsIn, optionSettingsIn } from "./option-reads.ts";
import { type Objection, objectionTo } from "./option-verdict.ts";
import { suspectReads } from "./option-words.ts";
import { optionRegistry } from "./options.ts";

/**
 * The option reads of a module that cannot work for one reason, in text order, and then what it sets so.
 *
 * @param module asked for when the text alone shows a read that may be one of them
 */
export function* objectionsIn<K extends Objection["kind"]>(
  project: ProjectFacts,
  path: string,
  module: () => ModuleFacts,
  kind: K,
): Generator<{ readonly read: OptionRead; readonly objection: Extract<Objection, { readonly kind: K }> }> {
  const registry = optionRegistry(project);
  const judge = (first: string, second: string | undefined) => {
    const objection = objectionTo({ project, registry, path }, first, second);
    return objection && isOf(objection, kind) ? objection : undefined;
  };
  if (!suspectReads(project, path, (first, second) => judge(first, second) !== undefined)) return;
  for (const read of [...optionReadsIn(project, module()), ...optionSettingsIn(module())]) {
    const objection = judge(read.first, read.second);
    if (!objection || mayComeFromElsewhere(project, objection)) continue;
    if (!isAboutConfig(project, registry, read, objection)) continue;
    if (objection.kind === "unregistered" && isOfLibrary(project, module(), read.node)) continue;
    yield { read, objection };
  }
}

function isOf<K extends Objection["kind"]>(
  objection: Objection,
  kind: K,
): objection is Extract<Objection, { readonly kind: K }> {
  return objection.kind === kind;
}
