import { literally } from "../../text/literally.ts";
import { placesOf } from "../../text/places.ts";
import type { PlacedClass, ProjectFacts } from "./project.ts";
import { pathsDefining, pathsWithWord } from "./word-index.ts";

/**
 * Whether something outside of a class gives its objects a member: `x.name = …`, `setattr(x, 'name', …)`.
 *
 * Who does so has an object: the text names the class, or the module that it comes from. The class' own module may give the class
 * itself any: `setattr(Door, name, …)`.
 */
export function isGivenFromOutside(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  if (givesItselfAny(placed) || isPutByItsOwnName(project, name)) return true;
  return isSaidAround(project, placed, `texts that give ${name}`, name, (text) => isGivenIn(text, name));
}

/** Whether something that knows the class gives its objects the name, or asks for it by a text. */
export function mayComeLater(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return isGivenFromOutside(project, placed, name) || isAskedFor(project, placed, name);
}

/** `x.name = …`, or the name as a text beside what makes names of texts. */
function isGivenIn(text: string, name: string): boolean {
  if (isAssigned(text, name)) return true;
  return (text.includes(`'${name}'`) || text.includes(`"${name}"`)) && MAKES_NAMES.test(text);
}

/** Whether a class' own module gives it names that are worked out, which may be any. */
function givesItselfAny({ module: { text }, class: { name } }: PlacedClass): boolean {
  return (
    text.includes("setattr(") && new RegExp(`\\bsetattr\\(\\s*${literally(name)}\\s*,\\s*(?!['"])`).test(text)
  );
}

/** Whether a module has a function of the name and puts functions into objects by theirs: `setattr(driver, func.__name__, func)`. */
function isPutByItsOwnName(project: ProjectFacts, name: string): boolean {
  return pathsDefining(project, name).some((path) => {
    const text = project.text(path) ?? "";
    return (
      new RegExp(`^def ${literally(name)}\\(`, "m").test(text) &&
      /\bsetattr\(\s*\w+,\s*\w+\.(?:__name__|func_name)\b/.test(text)
    );
  });
}

/** `x.name = …`, of anything but `self`. */
function isAssigned(text: string, name: string): boolean {
  for (const at of placesOf(text, `.${name}`)) {
    ASSIGNS.lastIndex = at + 1 + name.length;
    if (ASSIGNS.test(text) && !/\bself$/.test(text.slice(Math.max(0, at - 5), at))) return true;
  }
  return false;
}

const ASSIGNS = /\s*=[^=]/y;

/** Whether something asks objects of a class for a member by a text, as it may not be there: `hasattr(x, 'name')`. */
export function isAskedFor(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  const asked = new RegExp(`attr\\([^()]*,\\s*['"]${literally(name)}['"]`);
  return isSaidAround(project, placed, `texts that ask for ${name}`, name, (text) => asked.test(text));
}

/**
 * Whether a text that says something of a word also has the name of the class, or of its module.
 *
 * @param key names what is said: which texts say it is worked out once, for all classes
 */
function isSaidAround(
  project: ProjectFacts,
  { module, class: { name } }: PlacedClass,
  key: string,
  word: string,
  isSaid: (text: string) => boolean,
): boolean {
  const short = new RegExp(`\\b${literally(module.name.split(".").at(-1) ?? "")}\\b`);
  const saying = project.onceOfTexts(key, () =>
    pathsWithWord(project, word).filter((path) => isSaid(project.text(path) ?? "")),
  );
  return saying.some((path) => {
    const text = project.text(path) ?? "";
    return text.includes(name) || short.test(text);
  });
}

/** What makes attributes of texts. */
const MAKES_NAMES = /\bsetattr\b|__dict__|\bvars\(|\btype\(\s*['"\w]+,|\bnamedtuple\b/;
