import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSource, encodeSource } from "../../src/checkout/encoding.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))),
  );

describe("decoding a Python file", () => {
  it.each([
    ["no cookie is UTF-8", bytes("x = 'ü'\n"), "x = 'ü'\n", "utf-8"],
    ["a byte order mark is taken off", bytes([0xef, 0xbb, 0xbf], "x = 1\n"), "x = 1\n", "utf-8"],
    ["a UTF-8 cookie", bytes("# -*- coding: utf-8 -*-\nü\n"), "# -*- coding: utf-8 -*-\nü\n", "utf-8"],
    [
      "an Emacs cookie",
      bytes("# -*- coding: latin-1 -*-\n", [0xfc, 10]),
      "# -*- coding: latin-1 -*-\nü\n",
      "iso-8859-1",
    ],
    [
      "a vim cookie in line 2",
      bytes("#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\n", [0xa4]),
      "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\n€",
      "iso-8859-15",
    ],
    ["a Windows code page", bytes("# coding: cp1252\n", [0x80]), "# coding: cp1252\n€", "windows-1252"],
    [
      "a cookie below code is none",
      bytes("import os\n# coding: latin-1\n"),
      "import os\n# coding: latin-1\n",
      "utf-8",
    ],
    ["a cookie in line 3 is none", bytes("#\n#\n# coding: latin-1\n"), "#\n#\n# coding: latin-1\n", "utf-8"],
    ["an empty file", bytes(), "", "utf-8"],
    ["a form feed and CRLF", bytes("\f\r\nx = 1\r\n"), "\f\r\nx = 1\r\n", "utf-8"],
  ])("%s", (_, given, text, name) => {
    const decoded = decodeSource(given);
    expect(decoded).toMatchObject({ kind: "text", text, encoding: { name } });
    if (decoded.kind !== "text") return;
    const again = encodeSource(decoded.text, decoded.encoding);
    expect(again.kind === "bytes" && Buffer.from(again.bytes).equals(given)).toBe(true);
  });

  it.each([
    [
      "UTF-16",
      bytes([0xff, 0xfe, 0x78, 0]),
      "not-python",
      "it is UTF-16, which Python does not read; convert it to UTF-8",
    ],
    [
      "a NUL byte",
      bytes("x = ", [0], "\n"),
      "not-python",
      "it holds a NUL byte at offset 4; it is not Python source",
    ],
    [
      "Latin-1 without a cookie",
      bytes("ü = '", [0xfc], "'\n"),
      "undecodable",
      "the byte at offset 6 is not utf-8, and it declares no other encoding",
    ],
    [
      "a cut-off character after a byte order mark",
      bytes([0xef, 0xbb, 0xbf, 0x78, 0xe2, 0x82]),
      "undecodable",
      "the byte at offset 4 is not utf-8, and it declares no other encoding",
    ],
    [
      "non-ASCII under an ASCII cookie",
      bytes("# coding: ascii\nü"),
      "undecodable",
      "the byte at offset 16 is not ascii, and its coding cookie says `ascii`",
    ],
    [
      "an unknown encoding",
      bytes("# coding: rot13\n"),
      "undecodable",
      "its coding cookie names `rot13`, which osfix cannot write back",
    ],
    [
      "an encoding of several bytes a character",
      bytes("# coding: euc-jp\n"),
      "undecodable",
      "its coding cookie names `euc-jp`, which osfix cannot write back",
    ],
    [
      "a byte order mark against the cookie",
      bytes([0xef, 0xbb, 0xbf], "# coding: latin-1\n"),
      "undecodable",
      "it has a UTF-8 byte order mark and a coding cookie `latin-1`",
    ],
  ])("%s is no text", (_, given, cause, reason) => {
    expect(decodeSource(given)).toEqual({ kind: "failed", cause, reason });
  });
});

describe("encoding a changed text", () => {
  it.each([
    [
      "the euro in Latin-1",
      "# coding: latin-1\n",
      "x = '€'",
      "U+20AC cannot be written in iso-8859-1, the encoding of the file",
    ],
    [
      "an umlaut in ASCII",
      "# coding: ascii\n",
      "ü",
      "U+00FC cannot be written in ascii, the encoding of the file",
    ],
    [
      "an emoji in a code page",
      "# coding: cp1252\n",
      "ab😀",
      "U+1F600 cannot be written in windows-1252, the encoding of the file",
    ],
    [
      "half a character in UTF-8",
      "",
      "a\ud800b",
      "U+D800 cannot be written in utf-8, the encoding of the file",
    ],
  ])("%s is refused", (_, head, text, reason) => {
    const decoded = decodeSource(bytes(head));
    if (decoded.kind !== "text") throw new Error("the head must decode");
    expect(encodeSource(text, decoded.encoding)).toEqual({ kind: "unencodable", reason });
  });

  it("gives back the bytes of every text that decodes", () => {
    const cookie = fc.constantFrom("", "# coding: latin-1\n", "# coding: koi8-r\n", "# coding: utf8\n");
    const property = fc.property(
      cookie,
      fc.uint8Array({ maxLength: 60 }),
      fc.boolean(),
      (head, tail, bom) => {
        const given = bytes(bom ? [0xef, 0xbb, 0xbf] : [], head, [...tail]);
        const decoded = decodeSource(given);
        if (decoded.kind === "failed") return;
        const again = encodeSource(decoded.text, decoded.encoding);
        expect(again.kind === "bytes" && Buffer.compare(again.bytes, given)).toBe(0);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});
