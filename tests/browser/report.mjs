// Opens an HTML report in headless Chromium: no request leaves it, the keys and filters work, axe finds nothing,
// and without JavaScript all content is there.
//
//     tests/browser/run REPORT [MANY]
//
// MANY is a report of thousands of findings, which must answer to keys and filters without a wait.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";
import { launch, skip } from "./browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8").catch(() =>
  skip("axe-core is not installed"),
);
const report = pathToFileURL(process.argv[2]).href;
const browser = await launch();
const complaints = [];
const open = async (scripts, url = report) => {
  const page = await browser.newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => request.url().startsWith(url) || complaints.push(`request: ${request.url()}`));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(url);
  return page;
};
const active = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);

try {
  const page = await open(true);
  const findings = await page.$$eval(".finding", (all) => all.map((one) => one.id));
  assert.ok(findings.length > 0, "there are findings");

  // One action from the first screen leads to both quotes of a finding.
  for (const link of await page.$$(".overview a")) {
    const id = (await link.evaluate((a) => a.getAttribute("href"))).slice(1);
    await link.evaluate((a) => a.click());
    // A click takes the reader there; both quotes are then on the screen, the words that differ lit.
    const seen = await page.$eval(`#${id}`, (target) => {
      const pair = target.querySelector(".pair") ?? target.closest(".pair");
      const marks = [pair.querySelector("mark"), (target.matches(".finding") ? pair : target).querySelector("figure:last-of-type mark")];
      return marks.map((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    });
    assert.deepEqual(seen, [true, true], `both quotes of ${id}`);
  }
  // Whatever claims a finding sets against each other: from the first screen one click, or one key, shows all their quotes.
  for (const [width, height] of [[1280, 800], [1440, 900]]) {
    await page.setViewport({ width, height });
    const reached = await page.$$eval(".overview > li", (lines) =>
      lines.map((line) => {
        scrollTo(0, 0);
        const link = line.querySelector("a");
        if (link.getBoundingClientRect().bottom > innerHeight) return [];
        link.click();
        const finding = document.getElementById(line.dataset.finding);
        const said = finding.querySelectorAll(".said mark");
        const unseen = Array.from(said.length ? said : finding.querySelectorAll(".pair mark")).filter((mark) => {
          // Words that break over two lines have a box for each; the box around both may begin where neither does.
          const { left, top } = mark.getClientRects()[0];
          const { bottom } = mark.getBoundingClientRect();
          const lies = document.elementFromPoint(left + 4, top + 4);
          return top < 0 || bottom > innerHeight || !(lies && mark.contains(lies));
        });
        return unseen.map((mark) => `${finding.id} at ${innerWidth}: ${mark.textContent}`);
      }),
    );
    assert.deepEqual(reached.flat(), [], "quotes that one action does not show");
  }
  await page.setViewport({ width: 1200, height: 900 });
  // The reader goes on from there by keys; here, from the top.
  await page.evaluate(() => document.activeElement.blur());

  await page.keyboard.press("j");
  assert.equal(await active(page), findings[0]);
  await page.keyboard.press("j");
  assert.equal(await active(page), findings[1 % findings.length]);
  await page.keyboard.press("k");
  assert.equal(await active(page), findings[0]);
  await page.keyboard.press("Enter");
  assert.ok(await page.$eval(`#${findings[0]} details`, (details) => details.open));
  const pairs = await page.$$eval("[data-pair]", (all) => all.map((one) => one.id));
  for (const [key, index] of [["n", 0], ["n", 1], ["p", 0]]) {
    await page.keyboard.press(key);
    assert.equal(await active(page), pairs[index % pairs.length]);
  }
  await page.keyboard.press("?");
  assert.ok(await page.$eval("#help", (help) => help.open));
  await page.keyboard.press("Escape");
  await page.click("#keys");
  await page.click("#close");
  assert.ok(!(await page.$eval("#help", (help) => help.open)));

  // The page says when it has filtered; a busy machine takes its time.
  const shown = async (count) => {
    await page.waitForFunction(
      (text) => document.getElementById("shown").textContent.startsWith(text),
      { timeout: 20_000 },
      `${count} of `,
    );
    assert.equal((await page.$$(".finding:not([hidden])")).length, count);
  };
  await page.type("#search", "no finding holds these words");
  await shown(0);
  await page.$eval("#search", (field) => {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await shown(findings.length);
  for (const [field, list] of [["relation", "relations"], ["source", "sources"], ["measure", "measure"]]) {
    const value = await page.$eval(`#${field} option:nth-child(2)`, (option) => option.value);
    await page.select(`#${field}`, value);
    await shown(
      await page.$$eval(
        ".finding",
        (all, list, value) => {
          const fits = (said) => said === value || (list !== "measure" && said.split(" ").includes(value));
          return all.filter((one) => fits(one.dataset[list])).length;
        },
        list,
        value,
      ),
    );
    await page.select(`#${field}`, "");
    await shown(findings.length);
  }

  await page.click("input[name=level]");
  await shown(findings.length - (await page.$$eval(".finding", (all) => all.filter((one) => one.dataset.severity === all[0].dataset.severity).length)));
  await page.click("input[name=level]");
  await shown(findings.length);

  // On a telephone the page is no wider than the screen.
  await page.setViewport({ width: 400, height: 800 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 400);
  await page.setViewport({ width: 1200, height: 900 });

  for (const value of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations);
    const told = violations.map((one) => `${one.id}: ${one.help}: ${one.nodes[0].html.slice(0, 120)}`);
    assert.deepEqual(told, [], value);
  }

  const bare = await open(false);
  const visible = await bare.evaluate(() => document.body.innerText.length);
  assert.ok(visible > 0 && (await bare.$$(".finding")).length === findings.length);
  assert.equal(await bare.$eval("#tools", (tools) => getComputedStyle(tools).display), "none");

  if (process.argv[3]) {
    const many = await open(true, pathToFileURL(process.argv[3]).href);
    const count = (await many.$$(".finding")).length;
    const timed = async (name, act, expect) => {
      const start = performance.now();
      await act();
      await many.waitForFunction(expect, { timeout: 60_000, polling: 20 }, count);
      const took = Math.round(performance.now() - start);
      console.log(`${count} findings, ${name}: ${took} ms`);
      // A second on a quiet machine; a busy one gets ten.
      assert.ok(took < 10_000, name);
    };
    const all = (count) => document.getElementById("shown").textContent.startsWith(`${count} of`);
    const fewer = (count) => !document.getElementById("shown").textContent.startsWith(`${count} of`);
    await timed("a level less", () => many.click("input[name=level]"), fewer);
    await timed("all levels", () => many.click("input[name=level]"), all);
    await timed("a search", () => many.type("#search", "no such words"), fewer);
    const clear = (field) => {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    await timed("no search", () => many.$eval("#search", clear), all);
    await many.evaluate(() => document.activeElement.blur());
    await timed("the next finding", () => many.keyboard.press("j"), () => document.activeElement.matches(".finding"));
  }

  assert.deepEqual(complaints, []);
  console.log(`the report works in ${await browser.version()}`);
} finally {
  await browser.close();
}
