// The picture in README.md, made anew:
//
//     cargo run --release -- report seeds --force --html target/report.html
//     tests/browser/run target/report.html && node tests/browser/screenshot.mjs target/report.html docs/report.png

import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const [, , report, picture] = process.argv;
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1120, height: 860 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await page.goto(pathToFileURL(report).href);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
}
