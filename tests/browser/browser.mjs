// A headless Chromium: Debian's, one that CHROMIUM names, or the one npm brings. Says so and ends well where there is none.

import { access } from "node:fs/promises";

const installed = async () => {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(":");
  for (const path of [process.env.CHROMIUM, ...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`))]) {
    if (path && (await access(path).then(() => true, () => false))) return path;
  }
};

export const skip = (why) => {
  console.log(`skipped: the report was not opened in a browser: ${why}`);
  process.exit(0);
};

export const launch = async () => {
  const { default: puppeteer } = await import("puppeteer-core").catch(() => skip("puppeteer-core is not installed"));
  // The sandbox needs rights that containers do not give; only our own file is opened.
  const args = ["--no-sandbox"];
  const executablePath = await installed();
  if (executablePath) return puppeteer.launch({ args, executablePath, headless: "shell" });
  const { default: chromium } = await import("@sparticuz/chromium").catch(() => skip("no browser is installed"));
  return puppeteer.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: "shell",
  });
};
