import { describe, expect, it } from "vitest";
import { addChangelogEntry, bumpRelease, isBumped } from "../../src/emit/spec-release.ts";

describe("the release", () => {
  it.each([
    ["1%{?dist}", "1.osfix1%{?dist}"],
    ["1.osfix1%{?dist}", "1.osfix2%{?dist}"],
    ["3", "3.osfix1"],
    ["0.1%{?milestone}%{?dist}", "0.1%{?milestone}.osfix1%{?dist}"],
    ["0.1%{?milestone}.osfix9%{?dist}", "0.1%{?milestone}.osfix10%{?dist}"],
    ["2.el9", "2.el9.osfix1"],
  ])("%s becomes %s", (given, wanted) => {
    const text = `Name: x\nRelease:   ${given}\nSource0: y\n`;
    expect(bumpRelease(text)).toEqual({ text: `Name: x\nRelease:   ${wanted}\nSource0: y\n`, notes: [] });
    expect(isBumped(text)).toBe(given.includes("osfix"));
  });

  it.each([
    ["XXX", "Release is XXX, not a number; nothing was bumped"],
    ["%{autorelease}", "Release is %{autorelease}, not a number; nothing was bumped"],
  ])("%s stays", (given, note) => {
    const text = `Release: ${given}\n`;
    expect(bumpRelease(text)).toEqual({ text, notes: [note] });
  });

  it("may be missing", () => {
    expect(bumpRelease("Name: x\n").notes).toEqual(["the spec file has no Release line; nothing was bumped"]);
  });
});

describe("the changelog", () => {
  const head = "Version: 1.0\nRelease: 0.1%{?milestone}.osfix1%{?dist}\n\n";
  const entry = {
    author: "Bo Example <bo@example.org>",
    day: Date.UTC(2020, 11, 2),
    lines: ["one", "50% of two"],
  };
  const written = "* Wed Dec 02 2020 Bo Example <bo@example.org> - 1.0-0.1.osfix1\n- one\n- 50%% of two\n";

  it.each([
    ["empty", `${head}%changelog\n`, `${head}%changelog\n${written}`],
    ["a blank line", `${head}%changelog\n\n`, `${head}%changelog\n${written}\n`],
    [
      "entries",
      `${head}%changelog\n* Mon Jan 06 2020 A <a@b>\n- x\n`,
      `${head}%changelog\n${written}\n* Mon Jan 06 2020 A <a@b>\n- x\n`,
    ],
  ])("%s", (_name, text, wanted) => {
    expect(addChangelogEntry(text, entry)).toEqual({ text: wanted, notes: [] });
    expect(addChangelogEntry(wanted, entry)).toEqual({ text: wanted, notes: [] });
  });

  it.each([
    ["%changelog\n%autochangelog\n", "%changelog is made by %autochangelog; no entry was added"],
    ["%build\n", "the spec file has no %changelog; no entry was added"],
  ])("stays as it is: %j", (end, note) => {
    expect(addChangelogEntry(head + end, entry)).toEqual({ text: head + end, notes: [note] });
  });
});
