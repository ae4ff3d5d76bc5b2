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
  const reads = () => [...optionReadsIn(project, module()), ...optionSettingsIn(module())];
  for (const { read, said: objection } of judged(project, path, reads, judge)) {
    if (!isAboutConfig(project, registry, read, objection)) continue;
    if (objection.kind === "unregistered" && isOfLibrary(project, module(), read.node)) continue;
    // last: it may read the tests
    if (mayComeFromElsewhere(project, objection)) continue;
    yield { read, objection };
  }
}

/**
 * What a judge says of the options that a module reads from what is certainly the configuration, in text order.
 *
 * @param judge of the first name after the configuration, and of the second one where there is one; `undefined` for
 * nothing to say
 * @param module asked for when the text alone shows a read of which something may be said
 */
export function* judgedReads<Said>(
  project: ProjectFacts,
  path: string,
  module: () => ModuleFacts,
  judge: (first: string, second: string | undefined) => Said | undefined,
): Generator<{ readonly read: OptionRead; readonly said: Said }> {
  for (const { read, said } of judged(project, path, () => optionReadsIn(project, module()), judge))
    if (read.receiver === "certain") yield { read, said };
}

/** The text is asked first: most modules read nothing of which there is something to say. */
function* judged<Said>(
  project: ProjectFacts,
  path: string,
  reads: () => readonly OptionRead[],
  judge: (first: string, second: string | undefined) => Said | undefined,
): Generator<{ readonly read: OptionRead; readonly said: Said }> {
  if (!suspectReads(project, path, (first, second) => judge(first, second) !== undefined)) return;
  for (const read of reads()) {
    const said = judge(read.first, read.second);
    if (said !== undefined) yield { read, said };
  }
}

function isOf<K extends Objection["kind"]>(
  objection: Objection,
  kind: K,
): objection is Extract<Objection, { readonly kind: K }> {
  return objection.kind === kind;
}
