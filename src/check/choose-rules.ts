import type { RuleInfo } from "../report/check-report.ts";
import { type RuleSettings, settingOf } from "../report/rule-settings.ts";
import type { Rule } from "../rule.ts";
import type { Series } from "../smpl/series.ts";
import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";
import { UNUSED_IGNORE } from "./comment-book.ts";
import { pairingRule, type SeriesRule, seriesRules } from "./series-rules.ts";

/** Which rules a call asks for. */
export interface RuleRequest {
  /** Rules that osfix has, and the user's own. */
  readonly rules: readonly Rule[];
  /** Ids, `AREA/*` or names of rules that alone run; those that are on otherwise. */
  readonly select: readonly string[];
  /** Words as in `select` of rules that do not run, whatever else is said. */
  readonly ignore?: readonly string[] | undefined;
  /** Also those that are off by default. */
  readonly all: boolean;
  readonly settings: RuleSettings;
}

/** A check's rules, loaded and chosen. */
export interface ChosenRules {
  readonly series: Series;
  readonly rules: readonly Rule[];
  readonly seriesRules: readonly SeriesRule[];
  readonly pairing: Rule | undefined;
  /** Whether comments that ignore nothing are told. */
  readonly tellsUnused: boolean;
  /** The ids of all rules that there are, also of those that do not run. */
  readonly known: readonly string[];
}

/**
 * Rules by what the call and the configuration say of them.
 *
 * @throws UserError for a word that names no rule
 */
export function chooseRules(request: RuleRequest, series: Series): ChosenRules {
  const patches = seriesRules(series);
  const pairing = pairingRule(series);
  const all = [...request.rules, ...patches, pairing, UNUSED_IGNORE];
  refuseTwice(all.map(({ id }) => id));
  const words = [
    ...request.select,
    ...(request.ignore ?? []),
    ...request.settings.rules.keys(),
    ...request.settings.paths.flatMap(({ rules }) => [...rules.keys()]),
  ];
  for (const word of words) checkWord(word, all);
  const isIgnored = ({ id }: { readonly id: string }): boolean =>
    request.ignore?.some((word) => isNamed(word, id)) === true;
  const isOn = (rule: Rule): boolean => {
    if (isIgnored(rule)) return false;
    // What is named by its own name runs, also where it is off by default; a glob names what is on.
    if (request.select.length > 0)
      return request.select.some(
        (word) => isNamed(word, rule.id) && (request.all || rule.onByDefault || !word.includes("*")),
      );
    const settings = [request.settings.rules, ...request.settings.paths.map(({ rules }) => rules)];
    const said = settings.map((rules) => settingOf(rules, rule.id)).filter((one) => one !== undefined);
    if (settingOf(request.settings.rules, rule.id) === "off" && said.every((one) => one === "off"))
      return false;
    return request.all || rule.onByDefault || said.some((one) => one !== "off");
  };
  return {
    series,
    rules: request.rules.filter(isOn),
    seriesRules: patches.filter(isOn),
    pairing: isOn(pairing) ? pairing : undefined,
    tellsUnused: !isIgnored(UNUSED_IGNORE),
    known: all.map(({ id }) => id),
  };
}

function isNamed(word: string, id: string): boolean {
  return (
    word === "*" ||
    id === word ||
    (word.endsWith("/*") && id.startsWith(word.slice(0, -1))) ||
    id.endsWith(`/${word}`)
  );
}

/** Of two rules of one name nobody could tell whose finding is ignored or accepted. */
function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    throw new UserError(`rule ${twice} of your own has the name of one that osfix has`, {
      hint: "Choose another name; `osfix list rules` shows those that are taken.",
    });
}

function checkWord(word: string, rules: readonly { readonly id: string }[]): void {
  if (rules.some((rule) => isNamed(word, rule.id))) return;
  throw new UserError(`no rule "${word}"`, {
    hint:
      didYouMean(
        word,
        rules.map((rule) => rule.id),
      ) ?? "`osfix list rules` shows all.",
  });
}

/** The rules of a check as reports speak of them, ordered by id. */
export function infosOf({
  rules,
  seriesRules: patches,
  pairing,
  tellsUnused,
}: ChosenRules): readonly RuleInfo[] {
  const all = [...rules, ...patches, ...(pairing ? [pairing] : [])];
  const infos = all.map(({ id, title, severity, confidence, source }): RuleInfo => {
    return { id, title, severity, confidence, source, page: undefined };
  });
  return [...infos, ...(tellsUnused ? [UNUSED_IGNORE] : [])].sort((a, b) => (a.id < b.id ? -1 : 1));
}
