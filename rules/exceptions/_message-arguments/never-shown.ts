import {
  type Argument,
  descendsFrom,
  isText,
  type MessageFormat,
  type ModuleFacts,
  messageFormatOf,
  type ProjectFacts,
  spokenName,
} from "../../../src/rule.ts";

/**
 * The format of the one class below, in the same module, that shows just the keywords that are given to an exception whose own
 * message shows none.
 */
export function shownBelow(
  project: ProjectFacts,
  { placed, asked, known }: MessageFormat,
  given: readonly Argument[],
): MessageFormat | undefined {
  const names = given.flatMap((one) => (one.kind === "keyword" && !known.has(one.name) ? one.name : []));
  if (asked.length > 0 || names.length === 0 || names.length < given.length) return undefined;
  const formats = placed.module.classes.flatMap((facts) => {
    if (facts === placed.class) return [];
    const below = { module: placed.module, class: facts };
    return (descendsFrom(project, below, placed.class) ? messageFormatOf(project, below) : undefined) ?? [];
  });
  const [only, ...more] = formats.filter(
    ({ keys }) => keys.length === names.length && keys.every((key) => names.includes(key)),
  );
  return more.length === 0 ? only : undefined;
}

/** `TaskNotFound(task_id)` where the message has a place for `task_id`, and the class takes a whole message by place. */
export function partAsMessage(
  module: ModuleFacts,
  { keys, first, messageParameter }: MessageFormat,
  [only, ...more]: readonly Argument[],
): string | undefined {
  if (only?.kind !== "positional" || more.length > 0 || messageParameter !== first?.name) return undefined;
  const said = spokenName(only.value);
  if (said === undefined || OF_TEXTS.test(said) || isText(module, only.value)) return undefined;
  // `InvalidUUID(door_uuid)` where `uuid` is all that the message asks for
  const [key, ...others] = keys;
  return keys.includes(said) ||
    (others.length === 0 && /^(?:uuid|id)$/.test(key ?? "") && said.endsWith(`_${key}`))
    ? said
    : undefined;
}

/** What goes by these names may well be a whole message. */
const OF_TEXTS =
  /(^|_)(msg|message|reason|err|error|errors|details?|exc|ex|exception|explanation|text|info|data|output|stderr)$/;

/** A text that is passed as `msg` where the constructor takes it as `message`: neither it nor the format knows the word. */
export function lostText(
  module: ModuleFacts,
  { known, first }: MessageFormat,
  given: readonly Argument[],
): Extract<Argument, { kind: "keyword" }> | undefined {
  const [only, ...more] = given;
  if (only?.kind !== "keyword" || more.length > 0 || first === undefined) return undefined;
  if (!/^(msg|message|reason|error|err|detail|details|explanation)$/.test(only.name)) return undefined;
  return known.has(only.name) || !isText(module, only.value) ? undefined : only;
}
