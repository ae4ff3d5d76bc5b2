import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { osfix } from "../cli/osfix.ts";
import { repositoryOf } from "../helpers/git-repository.ts";
import { filesIn, scratch } from "../helpers/scratch.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OS_VIF = filesIn(path.join(ROOT, "fixtures/sample/os-vif"));
const NOVA = filesIn(path.join(ROOT, "fixtures/sample/nova"));
const MODULE = "vif_plug_linux_bridge/linux_net.py";
const ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

let browser: Browser;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-pages-"));

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ARGS,
  });
});

afterAll(async () => {
  await browser.close();
  fs.rmSync(folder, { recursive: true });
});

/** An open page, and all that went wrong or left the machine in it. */
interface Opened {
  readonly page: Page;
  readonly trouble: string[];
}

async function open(html: string, scheme: "light" | "dark" = "light"): Promise<Opened> {
  const file = path.join(folder, `${Math.random()}.html`);
  fs.writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, colorScheme: scheme });
  const trouble: string[] = [];
  page.on("console", (message) => trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => trouble.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, trouble };
}

async function matrixPage(...repositories: readonly string[]): Promise<string> {
  const { out } = await osfix([
    "matrix",
    ...repositories,
    "--all-profiles",
    "--no-cache",
    "--format",
    "html",
  ]);
  return out;
}

const twoProjects = (): Promise<string> =>
  matrixPage(
    repositoryOf([
      { files: { "os_vif/__init__.py": "" }, tags: ["1.8.0"] },
      { files: OS_VIF, tags: ["2.0.0", "2.3.0"] },
      { files: { [MODULE]: OS_VIF[MODULE]?.replaceAll("vlan_interface", "renamed") ?? "" }, tags: ["2.3.1"] },
    ]),
    repositoryOf([{ files: NOVA, tags: ["23.0.0"] }]),
  );

const focused = (page: Page): Promise<string | null> =>
  page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");

describe("the matrix of a project that no patch is for", () => {
  it("shows its findings, and no empty map of patches", async () => {
    const shop = repositoryOf([
      {
        files: { "shop/__init__.py": "", "shop/late.py": "def late(a, b):\n    return a\n\n\nlate(1)\n" },
        tags: ["1.0.0"],
      },
      { files: { "shop/more.py": "" }, tags: ["1.1.0"] },
    ]);
    const asked = ["--select", "calls/missing-argument", "--no-cache", "--format", "html"];
    const { page, trouble } = await open((await osfix(["matrix", shop, ...asked])).out);
    expect(await page.textContent("#said")).toBe("1 rule with findings");
    expect(await page.locator("[role=grid]").count()).toBe(1);
    expect(await page.locator("th[scope=row]").allTextContents()).toEqual(["calls/missing-argument"]);
    expect(await page.locator("#states").count()).toBe(0);
    expect(trouble).toEqual([]);
  });
});

describe("the page of a matrix", () => {
  it("filters by words, states, releases and profile", async () => {
    const { page, trouble } = await open(await twoProjects());
    const said = page.locator("#said");
    expect(await said.textContent()).toBe("15 rows, 4 columns, 6 rules with findings");
    await page.fill("input[name=search]", "LONG-names");
    expect(await said.textContent()).toBe("1 row, 4 columns");
    await page.fill("input[name=search]", "lock");
    expect(await said.textContent()).toBe("2 rows, 4 columns, 1 rule with findings");
    await page.fill("input[name=search]", "");
    await page.fill("input[name=revisions]", "wallaby");
    expect(await said.textContent()).toMatch(/^15 rows, 1 column, /);
    await page.fill("input[name=revisions]", "");
    await page.uncheck("#states input[value=applicable]");
    expect(await page.locator("td.s-applicable:not(.off)").count()).toBe(0);
    await page.check("#states input[value=applicable]");
    await page.selectOption("select[name=profile]", "published");
    expect(await said.textContent()).toMatch(/^6 rows, 4 columns, /);
    await page.selectOption("select[name=rows]", "hunks");
    await page.selectOption("select[name=columns]", "revisions");
    // For each project the states, and the findings.
    expect(await page.locator("table.map").count()).toBe(4);
    expect(trouble).toEqual([]);
  });

  it("opens a cell: state, places, diff side by side and unified", async () => {
    const { page, trouble } = await open(await twoProjects());
    await page.click('td[aria-label^="os-vif/0001-lock-outside-privsep, ussuri"]');
    const dialog = page.locator("dialog");
    expect(await dialog.locator("h2").first().textContent()).toBe("os-vif/0001-lock-outside-privsep, ussuri");
    expect(await dialog.locator("table.split td.p").count()).toBeGreaterThan(2);
    await page.click("text=Show unified diff");
    expect(await dialog.locator("table.unified td.p").first().textContent()).toMatch(/^\+/);
    await page.click("text=Close");
    expect(await page.evaluate("document.querySelector('dialog').open")).toBe(false);
    expect(trouble).toEqual([]);
  });

  it("opens the findings of a rule: places, code frames, and where they are the same", async () => {
    const { page, trouble } = await open(await twoProjects());
    await page.click('td[aria-label^="vlan-live-migration/bridge-step-arguments, ussuri: 1 finding"]');
    const dialog = page.locator("dialog");
    expect(await dialog.locator("h2").textContent()).toBe(
      "vlan-live-migration/bridge-step-arguments, ussuri",
    );
    expect(await dialog.locator("code.place").textContent()).toMatch(/^vif_plug_linux_bridge\/.*:\d+:\d+$/);
    expect(await dialog.locator("td.hit").count()).toBe(1);
    await page.keyboard.press("Escape");
    // on a busy machine the dialog gives the focus back later than the next key comes
    await expect.poll(() => focused(page)).toMatch(/^vlan-live-migration\/bridge-step-arguments, ussuri: /);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => focused(page)).not.toMatch(/, ussuri: /);
    await page.keyboard.press("Enter");
    expect(await dialog.locator("div > p:last-child").textContent()).toBe("Nothing found.");
    await page.keyboard.press("Escape");
    await page.selectOption("select[name=columns]", "revisions");
    expect(await page.locator("table.map").count()).toBe(4);
    expect(trouble).toEqual([]);
  });

  it("can be used with the keyboard alone, and says what it shows", async () => {
    const { page } = await open(await twoProjects());
    await page.keyboard.press("/");
    await page.keyboard.type("0002-name");
    expect(await page.inputValue("input[name=search]")).toBe("0002-name");
    for (let step = 0; step < 20 && !(await focused(page))?.startsWith("os-vif/"); step++)
      await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("os-vif/0002-name-after-parent, queens: obsolete, 1 revision");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("os-vif/0002-name-after-parent, ussuri: applicable, 1 revision");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("os-vif/0002-name-after-parent, ussuri");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toMatch(/^os-vif\/0002-name-after-parent, ussuri: /);
    const count = (selector: string): Promise<number> => page.locator(selector).count();
    const roles = await Promise.all(
      ["table[role=grid]", "table.map thead th[scope=col]", 'table.map td[tabindex="0"]'].map(count),
    );
    expect(roles).toEqual([1, 5, 1]);
  });

  it("is dark where the system is, and where it is asked to be", async () => {
    const back = (page: Page): Promise<string> =>
      page.evaluate("getComputedStyle(document.body).backgroundColor");
    const dark = await open(await twoProjects(), "dark");
    expect(await back(dark.page)).toBe("rgb(21, 24, 29)");
    await dark.page.selectOption("#theme", "light");
    expect(await back(dark.page)).toBe("rgb(255, 255, 255)");
    expect(dark.trouble).toEqual([]);
  });
});

const EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

describe("a hostile tree", () => {
  it("gets nothing run, drawn as markup, or sent", async () => {
    const code = `# ${EVIL} <!-- \u202e \u2028 ]]>\n${OS_VIF[MODULE]}`.replace(
      "import os\n",
      `import os\nEVIL = "${EVIL}"\n`,
    );
    const repository = repositoryOf([
      { files: { ...OS_VIF, [MODULE]: code }, tags: ["2.0.0", "<b>&lt;", "a'\"onload=alert(3)"] },
    ]);
    const evil = path.join(scratch(), "<img src=x onerror=alert(4)>");
    fs.renameSync(repository, evil);
    const { page, trouble } = await open(await matrixPage(evil));
    await page.selectOption("select[name=columns]", "revisions");
    for (const at of [0, 1, 2]) {
      await page.locator("table.map td").nth(at).click();
      await page.keyboard.press("Escape");
    }
    expect(
      await page.locator("img, b, iframe, main script, dialog script, [onerror], [onload]").count(),
    ).toBe(0);
    expect(await page.locator("thead th").allTextContents()).toContain("<b>&lt;");
    expect(trouble).toEqual([]);
  });

  it("has no way out through the page's policy", async () => {
    const { page } = await open(await twoProjects());
    const ran = await page.evaluate(`(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      document.body.setAttribute("onclick", "window.ran = true");
      document.body.click();
      const image = new Image();
      image.src = "http://127.0.0.1:9/x";
      return fetch("http://127.0.0.1:9/").then(() => "sent", () => window.ran === undefined ? "refused" : "ran");
    })()`);
    expect(ran).toBe("refused");
  });
});

describe("the page of a status", () => {
  it("shows all details below the map", async () => {
    const trees = path.join(ROOT, "fixtures/sample");
    const { out, status } = await osfix(["status", "--format", "html", `${trees}/os-vif`, `${trees}/nova`]);
    expect(status).toBe(0);
    const { page, trouble } = await open(out);
    expect(await page.locator("#inline details").count()).toBe(15);
    expect(await page.locator("#inline details[open] table.diff").count()).toBeGreaterThan(15);
    expect(trouble).toEqual([]);
  });
});

describe("the page of a check", () => {
  const checked = async (tree: string): Promise<string> => {
    const { out, status } = await osfix(["check", "--no-cache", "--format", "html", tree], {
      cwd: path.dirname(tree),
    });
    expect(status).toBe(1);
    return out;
  };

  it("filters findings by words, rule and severity, and says why a rule is there", async () => {
    const { page, trouble } = await open(await checked(scratch(OS_VIF)));
    const shown = page.locator("ul.findings > li");
    const all = await shown.count();
    expect(all).toBeGreaterThan(5);
    expect(await page.locator("#said").textContent()).toBe(`${all} findings`);
    await page.selectOption("select[name=rule]", "calls/missing-argument");
    expect(await shown.count()).toBe(1);
    expect(await shown.locator("td.hit").count()).toBe(1);
    await shown.locator("summary").click();
    expect(await shown.locator("pre").textContent()).toMatch(/^# /);
    await page.selectOption("select[name=rule]", "");
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("/");
    await page.keyboard.type("missing-ARGUMENT");
    expect(await shown.count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  it("takes names and code of a hostile tree for text", async () => {
    const evil = scratch({
      "pkg/__init__.py": "",
      "pkg/<img src=x onerror=alert(5)>.py": `def f(a, b):\n    return a\n\n\nf("${EVIL}")  # \u202e ${EVIL}\n`,
    });
    const { page, trouble } = await open(await checked(evil));
    expect(await page.locator("ul.findings > li").count()).toBe(1);
    expect(await page.locator("main table.diff").textContent()).toContain(EVIL);
    expect(await page.locator("img, iframe, main script, [onerror], [onload]").count()).toBe(0);
    expect(trouble).toEqual([]);
  });
});
