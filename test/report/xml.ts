/** An element of an XML text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const TOKEN = /<\?xml [^?]*\?>|<\/([\w.-]+)\s*>|<([\w.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** Reads an XML text strictly; throws where it is not well formed, also for a character that XML does not take. */
export function parseXml(text: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be found
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new Error("a character that XML does not take");
  const top: Element[] = [];
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [];
  const add = (element: Element): void => void (open.at(-1)?.children ?? top).push(element);
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) throw new Error(`not well formed at ${JSON.stringify(text.slice(at, at + 40))}`);
    at = TOKEN.lastIndex;
    const [, closing, opening, attributes = "", empty, plain] = token;
    if (plain !== undefined) {
      const inside = open.at(-1);
      if (inside) inside.text += unescaped(plain);
      else if (plain.trim() !== "") throw new Error("text outside of the root");
    } else if (closing !== undefined) {
      const done = open.pop();
      if (done?.name !== closing) throw new Error(`</${closing}> closes <${done?.name}>`);
      add(done);
    } else if (opening !== undefined) {
      const element = { name: opening, attributes: attributesOf(attributes), children: [], text: "" };
      if (empty === "/") add(element);
      else open.push(element);
    }
  }
  const [root, ...more] = top;
  if (!root || more.length > 0 || open.length > 0) throw new Error("not one root");
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#?)([^;&]*);?/g, (whole, number, name) => {
    const known = number === "#" ? String.fromCodePoint(Number(name)) : NAMED[name];
    if (known === undefined || !whole.endsWith(";")) throw new Error(`a bare & in ${JSON.stringify(whole)}`);
    return known;
  });
}
