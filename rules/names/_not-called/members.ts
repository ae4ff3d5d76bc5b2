import { literally, type ModuleFacts, type ProjectFacts, pathsWithWord } from "../../../src/rule.ts";

/** Whether the tree gives anything an attribute of the name. */
export function isSetSomewhere(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`set somewhere ${name}`, () => {
    const set = new RegExp(`\\.${literally(name)}\\s*=[^=]|@\\w*property\\s+def ${literally(name)}\\b`);
    return isInTextWith(project, name, set);
  });
}

/** Whether the tree has a method or a field of the name in any class or named tuple, which is then no method of texts. */
export function isFieldSomewhere(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`field ${name}`, () => {
    const inClass = `^(?: {4}|\\t)${literally(name)}\\s*[=:](?!.*\\.${literally(name)}\\b)`;
    const field = new RegExp(
      `${inClass}|namedtuple\\([^)]*\\b${literally(name)}\\b|def ${literally(name)}\\b`,
      "m",
    );
    return isInTextWith(project, name, field);
  });
}

/** Whether one use of the name as a member at most is no call, of many, and no class has it as a value. */
export function isAlwaysCalled(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`always called ${name}`, () => {
    const uncalled = new RegExp(`\\.${literally(name)}\\b(?!\\s*\\()`, "g");
    const asValue = `\\.${literally(name)}\\s*=[^=]|^(    |\t)${literally(name)}\\s*=[^=]|property\\s+def ${literally(name)}\\b`;
    const value = new RegExp(asValue, "m");
    let others = 0;
    for (const text of textsWith(project, name)) {
      others += text.match(uncalled)?.length ?? 0;
      if (others > 1 || value.test(text)) return false;
    }
    return true;
  });
}

/** Whether the tree calls members of the name at so many places that what they are is no question. */
export function isCalledOften(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`called often ${name}`, () => {
    const called = new RegExp(`\\.${literally(name)}\\(`, "g");
    let count = 0;
    for (const text of textsWith(project, name)) {
      count += text.match(called)?.length ?? 0;
      if (count >= OFTEN) return true;
    }
    return false;
  });
}

const OFTEN = 4;

/** Whether all that the tree does with a name of an object elsewhere is to call it, or to hand it on to be called. */
export function isOnlyMethod(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  if (name.length < 4 || !module.text.includes(name)) return false;
  return project.onceOfTexts(`only a method ${name}`, () => {
    const texts = [...textsWith(project, name)];
    const asOther = `(?:^|[^.\\w])${literally(name)}[ \\t]*(?:=[^=]|:)|['"]${literally(name)}['"]|@[^\\n]*\\n\\s*def ${literally(name)}\\b`;
    const other = new RegExp(asOther);
    return isCalledButOnce(texts, name) && !texts.some((text) => other.test(text));
  });
}

/** Whether the name is a member that is called or handed on at all of its places but one. */
function isCalledButOnce(texts: readonly string[], name: string): boolean {
  const member = new RegExp(`(?<=\\w)\\.${literally(name)}\\b[ \\t]*([(,)\\n]?)`, "g");
  let [used, other] = [0, 0];
  for (const text of texts)
    for (const { index, 1: after } of text.matchAll(member)) {
      if (isUse(text.slice(Math.max(0, index - LONGEST_OBJECT), index), after)) used += 1;
      else other += 1;
      // fields end here, and soon
      if (other > 1) return false;
    }
  return used > 0 && other === 1;
}

/** So many characters of an object's name are looked at. */
const LONGEST_OBJECT = 100;

/** `x.name(` and `f(x.name)`, by what comes before and after the name. */
function isUse(before: string, after: string | undefined): boolean {
  return after === "(" || (/[(,][ \t]*[\w.]*$/.test(before) && (after === ")" || after === ","));
}

function isInTextWith(project: ProjectFacts, name: string, pattern: RegExp): boolean {
  for (const text of textsWith(project, name)) if (pattern.test(text)) return true;
  return false;
}

/** One by one: most that is asked of them is answered by the first. */
function* textsWith(project: ProjectFacts, name: string): Generator<string> {
  for (const path of pathsWithWord(project, name)) yield project.text(path) ?? "";
}
