// Changes inputs at random: characters, tokens, lines, pieces of other inputs. All randomness comes from one seed.

/** Words of docs/language.md and of Python, and what stands between them. */
export const TOKENS = (
  "@@¦@@ all @@¦@@ x group g @@¦@@ obsolete @@¦@@ elsewhere x @@¦@@ disable quotes @@¦implicit-concatenation¦" +
  "expression e¦identifier i¦string s¦statement S¦parameter list ps¦expression list es¦setting name¦=~ /^a+$/¦" +
  "!= None¦...¦\\...¦<...¦...>¦<+...¦...+>¦--- a.py¦--- a.py | b.py¦--- /dev/null¦+++ new.py¦Subject: x¦" +
  "Project: sample¦Needs: a.py - why¦Removed-In: 2.0 - why¦Profiles: one two¦Applies-To: >=1 <2¦?¦|¦" +
  "def f(a, *b, **c):¦class A(B):¦return x¦if x:¦else:¦elif y:¦for i in x:¦while x:¦try:¦except E as e:¦" +
  "finally:¦with a as b:¦async ¦await x¦yield x¦lambda x: y¦import a.b as c¦from .a import (b, c)¦@d¦pass¦" +
  "\"\"\"¦'''¦'¦\"¦f\"{x!r:>{y}}\"¦b''¦r'\\'¦u''¦%s¦% (x,)¦()¦[]¦{}¦(¦)¦[¦]¦{¦}¦,¦:¦;¦=¦==¦:=¦->¦**¦*¦\\\n¦#¦" +
  '# coding: latin-1¦\t¦    ¦\r\n¦\r¦\f¦\v¦\u2028¦\ufeff¦\0¦é¦\u{1d538}¦print x¦exec "x"¦0xff¦1_000¦1e-9¦None¦' +
  "self.a.b(c=d)¦not in¦is not¦match x:¦case [a, *_]:¦type X = int¦global x¦del x¦assert x, y¦raise E from e¦" +
  "x if y else z¦[x for x in y]¦{x: y}¦{*x}¦(yield)¦*a, b = c"
).split("¦");

/** One input made of another: a few changes, more seldom many. */
export function mutate(text, random, corpus, target) {
  let now = text;
  for (let rounds = 1 + (random.below(4) === 0 ? random.below(12) : random.below(3)); rounds > 0; rounds--)
    now = random.pick(random.below(3) === 0 ? target.mutators : COMMON)(now, random, corpus);
  return now.length > target.most ? now.slice(0, target.most) : now;
}

const cut = (text, from, to, put = "") => text.slice(0, from) + put + text.slice(to);

/** Lines with their endings. */
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function onLines(change) {
  return (text, random, corpus) => {
    const lines = linesOf(text);
    if (lines.length > 0) change(lines, random, corpus);
    return lines.join("");
  };
}

const insertToken = (text, random) => {
  const at = random.below(text.length + 1);
  const gap = random.below(3) === 0 ? " " : "";
  return cut(text, at, at, gap + random.pick(TOKENS) + gap);
};

const insertTokenLine = onLines((lines, random) => {
  const beside = /^[ +*?#-]?[ \t]*/.exec(random.pick(lines))[0];
  lines.splice(random.below(lines.length + 1), 0, `${beside}${random.pick(TOKENS)}\n`);
});

const replaceWord = (text, random) => {
  const words = [...text.matchAll(/\w+|[^\w\s]+/g)];
  if (words.length === 0) return text;
  const word = random.pick(words);
  const put = random.below(2) === 0 ? random.pick(TOKENS) : random.pick(words)[0];
  return cut(text, word.index, word.index + word[0].length, put);
};

const deleteRange = (text, random) => {
  const at = random.below(text.length + 1);
  return cut(text, at, at + 1 + random.below(random.below(4) === 0 ? 60 : 6));
};

const copyRange = (text, random) => {
  const from = random.below(text.length + 1);
  const at = random.below(text.length + 1);
  return cut(text, at, at, text.slice(from, from + 1 + random.below(40)));
};

const changeCharacter = (text, random) => {
  const at = random.below(text.length);
  const code = random.below(3) === 0 ? random.below(256) : 32 + random.below(95);
  return cut(text, at, at + 1, String.fromCharCode(code));
};

const deleteLines = onLines((lines, random) => {
  lines.splice(random.below(lines.length), 1 + random.below(3));
});

const doubleLines = onLines((lines, random) => {
  const from = random.below(lines.length);
  const some = lines.slice(from, from + 1 + random.below(6));
  const times = random.below(8) === 0 ? 1 + random.below(30) : 1;
  for (let time = 0; time < times; time++) lines.splice(random.below(lines.length + 1), 0, ...some);
});

const swapLines = onLines((lines, random) => {
  const [one, other] = [random.below(lines.length), random.below(lines.length)];
  [lines[one], lines[other]] = [lines[other], lines[one]];
});

const indentLines = onLines((lines, random) => {
  const from = random.below(lines.length);
  const more = random.below(2) === 0;
  for (let at = from; at < from + 1 + random.below(5) && at < lines.length; at++)
    lines[at] = more
      ? lines[at].replace(/^([ +*?-]?)/, "$1    ")
      : lines[at].replace(/^([+*?-]?)( {4}|\t)/, "$1");
});

const mergeLines = onLines((lines, random) => {
  const at = random.below(lines.length);
  lines[at] = lines[at].replace(/\r?\n$/, random.below(2) === 0 ? " " : "");
});

const spliceOther = onLines((lines, random, corpus) => {
  const other = linesOf(random.pick(corpus));
  const from = random.below(other.length + 1);
  lines.splice(
    random.below(lines.length + 1),
    random.below(4),
    ...other.slice(from, from + 1 + random.below(12)),
  );
});

const crossOver = (text, random, corpus) => {
  const other = random.pick(corpus);
  return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
};

/** A construct within itself, many times: what recursion cannot stand. */
const nest = (text, random) => {
  const at = random.below(text.length + 1);
  const [open, close] = random.pick([
    ["(", ")"],
    ["[", "]"],
    ["f(", ")"],
    ["-", ""],
    ["not ", ""],
    ["a + ", ""],
    ["a.b", ""],
    ["'x' ", ""],
    ["lambda: ", ""],
    ["x if y else ", ""],
  ]);
  const depth = 1 + random.below(random.below(6) === 0 ? 400 : 12);
  return cut(text, at, at, open.repeat(depth) + (random.below(2) === 0 ? "x" : "") + close.repeat(depth));
};

const otherEndings = (text, random) =>
  random.below(2) === 0 ? text.replace(/\r?\n/g, "\r\n") : text.replace(/\n+$/, "");

const COMMON = [
  insertToken,
  insertTokenLine,
  replaceWord,
  replaceWord,
  deleteRange,
  copyRange,
  changeCharacter,
  deleteLines,
  doubleLines,
  swapLines,
  indentLines,
  mergeLines,
  spliceOther,
  crossOver,
  nest,
  otherEndings,
];

/** A line of the patch becomes one of the module, or the other way round: so that they meet. */
const carryOver = (text, random) => {
  const [patch, module] = text.split(/^(?=-- a\.py --\n)/m);
  if (module === undefined) return text;
  const inPatch = linesOf(patch);
  const inModule = linesOf(module);
  if (random.below(2) === 0) {
    const some = inPatch.filter((line) => /^[ +-]/.test(line));
    if (some.length === 0) return text;
    inModule.splice(1 + random.below(inModule.length), 0, random.pick(some).slice(1));
  } else {
    const mark = random.pick([" ", " ", "-", "+"]);
    inPatch.splice(random.below(inPatch.length + 1), 0, mark + random.pick(inModule));
  }
  return inPatch.join("") + inModule.join("");
};

const markLine = onLines((lines, random) => {
  const at = random.below(lines.length);
  lines[at] = lines[at].replace(/^[ +*?#-]?/, random.pick([" ", "-", "+", "*", "?", "#", "-"]));
});

/** The text after is the text before with some lines changed. */
const editAfter = (text, random, corpus) => {
  const [before] = text.split("-- after --\n");
  let after = before;
  for (let edits = random.below(5); edits >= 0; edits--)
    after = random.pick([
      deleteLines,
      doubleLines,
      swapLines,
      replaceWord,
      mergeLines,
      otherEndings,
      spliceOther,
    ])(after, random, corpus);
  return `${before}-- after --\n${after}`;
};

/** What each target's inputs may become beside the common changes, and their greatest length in UTF-16 units. */
export const SHAPES = {
  parser: { most: 6_000, mutators: [markLine, insertTokenLine, nest] },
  matcher: { most: 8_000, mutators: [carryOver, carryOver, markLine] },
  emitter: { most: 16_000, mutators: [editAfter] },
  rules: { most: 8_000, mutators: [insertTokenLine, nest] },
};
