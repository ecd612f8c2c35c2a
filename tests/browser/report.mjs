// Opens an HTML report in headless Chromium: no request leaves it, the keys and filters work, axe finds nothing,
// and without JavaScript all content is there.
//
//     npm install && node report.mjs /path/to/report.html
//
// Says so and ends well where no browser is installed.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

let chromium, puppeteer, axe;
try {
  chromium = (await import("@sparticuz/chromium")).default;
  puppeteer = (await import("puppeteer-core")).default;
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
} catch (error) {
  console.log(`skipped: no browser is installed here (${error.code})`);
  process.exit(0);
}

const url = pathToFileURL(process.argv[2]).href;
const browser = await puppeteer.launch({
  args: chromium.args,
  executablePath: await chromium.executablePath(),
  headless: "shell",
});
const complaints = [];
const open = async (scripts) => {
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
const pause = () => new Promise((done) => setTimeout(done, 300));
const active = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);

try {
  const page = await open(true);
  const findings = await page.$$eval(".finding", (all) => all.map((one) => one.id));
  assert.ok(findings.length > 0, "there are findings");

  // One action from the first screen leads to both quotes of a finding.
  for (const link of await page.$$("table tbody td a")) {
    const id = (await link.evaluate((a) => a.getAttribute("href"))).slice(1);
    if (!findings.includes(id)) continue;
    assert.ok((await page.$$eval(`#${id} .pair blockquote`, (all) => all.length)) >= 2, `both quotes of ${id}`);
  }

  await page.keyboard.press("j");
  assert.equal(await active(page), findings[0]);
  await page.keyboard.press("j");
  assert.equal(await active(page), findings[1 % findings.length]);
  await page.keyboard.press("k");
  assert.equal(await active(page), findings[0]);
  await page.keyboard.press("Enter");
  assert.ok(await page.$eval(`#${findings[0]} details`, (details) => details.open));
  await page.keyboard.press("n");
  assert.equal(await active(page), "pair");
  await page.keyboard.press("?");
  assert.ok(await page.$eval("#help", (help) => help.open));
  await page.keyboard.press("Escape");

  const shown = () => page.$$eval(".finding:not([hidden])", (all) => all.length);
  await page.type("#search", "no finding holds these words");
  await pause();
  assert.equal(await shown(), 0);
  await page.$eval("#search", (field) => (field.value = ""));
  await page.select("#source", await page.$eval("#source option:nth-child(2)", (option) => option.value));
  await pause();
  assert.ok((await shown()) <= findings.length);
  await page.select("#source", "");
  await pause();
  assert.equal(await shown(), findings.length);

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

  assert.deepEqual(complaints, []);
  console.log(`the report works in ${await browser.version()}`);
} finally {
  await browser.close();
}
