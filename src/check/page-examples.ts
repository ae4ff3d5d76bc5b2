/** One example of a rule's page: the files it consists of and, when the page shows it, the text after the fix. */
export interface Example {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** The fixed text of a file. */
  readonly after?: { readonly path: string; readonly text: string };
}

/** A finding that an example asks for by `# want: RULE part of the message`. */
export interface Wanted {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

interface Block {
  readonly info: string;
  readonly text: string;
}

const WANT = /[ \t]*# want: (\S+) ?(.*)$/gm;

/**
 * The examples of a page: python blocks, named by their heading.
 *
 * A block with a path in its info string (```` ```python pkg/a.py ````) belongs to one tree with the other
 * such blocks of its section; any other block is a tree of its own, `example.py`. A block `python after` is
 * the text that the fix makes of the block before it.
 */
export function examplesOf(page: string): readonly Example[] {
  const examples: Example[] = [];
  for (const section of sectionsOf(page)) {
    const title = /^#+ (.*)/.exec(section)?.[1] ?? "";
    const tree: Record<string, string> = {};
    let last = "";
    for (const block of blocksOf(section)) {
      if (block.info === "after") {
        const open = Object.keys(tree).length > 0 ? undefined : examples.pop();
        const files = open?.files ?? tree;
        examples.push({ title, files, after: { path: last, text: block.text } });
      } else if (block.info === "") {
        last = "example.py";
        examples.push({ title, files: { [last]: block.text } });
      } else {
        last = block.info;
        tree[last] = block.text;
      }
    }
    const isTold = examples.some((example) => example.files === tree);
    if (Object.keys(tree).length > 0 && !isTold) examples.push({ title, files: tree });
  }
  return examples;
}

/** The page cut before each heading; what looks like one within a block is a comment of its code. */
function sectionsOf(page: string): readonly string[] {
  const blocksAndHeadings = page.matchAll(/^```[^\n]*\n[\s\S]*?^```$|^#{1,4} /gm);
  const headings = [...blocksAndHeadings]
    .filter(([found]) => found.startsWith("#"))
    .map(({ index }) => index);
  return [0, ...headings].map((from, place) => page.slice(from, headings[place]));
}

function blocksOf(section: string): readonly Block[] {
  return [...section.matchAll(/^```(\w+)[ \t]*(\S*)[^\n]*\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === "python" || match[2] !== "")
    .map((match) => ({ info: match[2] ?? "", text: match[3] ?? "" }));
}

/** What an example wants, in text order. */
export function wantedOf(files: Example["files"]): readonly Wanted[] {
  return Object.entries(files).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, row) =>
      [...line.matchAll(WANT)].map((match) => ({
        path,
        line: row + 1,
        rule: match[1] ?? "",
        message: match[2] ?? "",
      })),
    ),
  );
}

/** The files without their comments `# want: …`. */
export function withoutWantsIn(files: Example["files"]): Example["files"] {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(WANT, "")]));
}
