import { describe, expect, it } from "vitest";
import { examplesOf } from "../../src/check/page-examples.ts";

const fence = "```";
const page = `# title

Text.

## one

${fence}python shop/door.py
# a comment in the first column
## and another
door = 1
${fence}

${fence}python shop/wall.py
wall = 2
${fence}

### two

${fence}python
x = 1
${fence}
`;

describe("examplesOf", () => {
  it("takes comments in the first column of a block for no headings", () => {
    expect(examplesOf(page)).toEqual([
      {
        title: "one",
        files: {
          "shop/door.py": "# a comment in the first column\n## and another\ndoor = 1\n",
          "shop/wall.py": "wall = 2\n",
        },
      },
      { title: "two", files: { "example.py": "x = 1\n" } },
    ]);
  });
});
