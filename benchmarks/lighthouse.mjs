// Lighthouse's accessibility category on the given addresses, in one Chromium: node lighthouse.mjs MODULES CHROMIUM URL…
// Prints `ready` when the browser stands, `done N` after the last page, and waits until its input ends.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromePath, ...urls] = process.argv.slice(2);
const require = createRequire(`${modules}/package.json`);
const { default: lighthouse } = await import(pathToFileURL(require.resolve("lighthouse")));
const { launch } = await import(pathToFileURL(require.resolve("chrome-launcher")));
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
});
console.log("ready");
let count = 0;
for (const url of urls) {
  const result = await lighthouse(url, { port: chrome.port, onlyCategories: ["accessibility"], logLevel: "silent" });
  if (result.lhr.categories.accessibility.score !== null) count += 1;
}
console.log(`done ${count}`);
process.stdin.resume();
process.stdin.on("end", async () => { await chrome.kill(); process.exit(0); });
