import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";
import type { SemanticPatch } from "./semantic-patch.ts";
import type { Series } from "./series.ts";

/**
 * The patches that `--only` names: ids (`os-vif/0002-name`), names (`0002-name`, `name`), numbers (`2`, `os-vif/2`) or globs
 * over any of these; a number or name stands for the patches of all projects that have it. All patches when none is named.
 *
 * @throws UserError for a word that names no patch of the profile
 */
export function selectPatches(
  series: Series,
  profile: string,
  only: readonly string[],
): ReadonlySet<SemanticPatch> {
  const offered = series.patches.filter((patch) => patch.header.profiles?.includes(profile) ?? true);
  if (only.length === 0) return new Set(offered);
  return new Set(
    only.flatMap((word) => {
      const found = offered.filter((patch) => isNamedBy(patch, word));
      if (found.length === 0) throw unknownPatch(series, profile, word, offered);
      return found;
    }),
  );
}

/** Whether a word (id, name, number or glob) stands for the patch. */
export function isNamedBy(patch: SemanticPatch, word: string): boolean {
  const [number, ...names] = namesOf(patch);
  const [, folder, digits] = /^(.*\/)?(\d+)$/.exec(word) ?? [];
  if (digits !== undefined)
    return Number(number) === Number(digits) && (folder === undefined || patch.id.startsWith(folder));
  const glob = globOf(word);
  return names.some((name) => glob.test(name));
}

/** `0002`, `os-vif/0002-name`, `0002-name`, `name`. */
function namesOf(patch: SemanticPatch): readonly string[] {
  const file = patch.id.slice(patch.id.lastIndexOf("/") + 1);
  const found = /^(\d+)-(.*)$/.exec(file);
  return found ? [found[1] ?? "", patch.id, file, found[2] ?? ""] : ["", patch.id, file];
}

/** `*` is any run of characters, `?` one of them. */
function globOf(word: string): RegExp {
  const pattern = word
    .replace(/\.spatch$/, "")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`);
}

function unknownPatch(
  series: Series,
  profile: string,
  word: string,
  offered: readonly SemanticPatch[],
): UserError {
  const elsewhere = series.patches.find((patch) => !offered.includes(patch) && isNamedBy(patch, word));
  if (elsewhere)
    return new UserError(`${elsewhere.id} is not in profile "${profile}"`, {
      hint: `It is in ${elsewhere.header.profiles?.join(", ")}.`,
    });
  const near = didYouMean(
    word,
    offered.flatMap(namesOf).filter((name) => name.length > 4),
  );
  return new UserError(`no patch "${word}" in profile "${profile}" of series ${series.name}`, {
    hint: near ?? "`osfix list` shows all of them.",
  });
}
