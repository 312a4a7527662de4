// Lessons of the web edition in Firefox, as one learner has them: started, predicted, moved by
// typing and by key, kept; then taken out as one file, and a desktop's file in. What the page then
// says goes to standard output, a line a lesson.
import { createRequire } from "node:module";

const [modules, executablePath, userDataDir, address, wanted, stored, brought] =
  process.argv.slice(2);
const puppeteer = createRequire(`${modules}/`)("puppeteer-core");
const PATIENCE = 600_000;

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  userDataDir,
  headless: true,
  protocolTimeout: PATIENCE,
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
await page.setViewport({ width: 1200, height: 900 });
const asked = new Set();
page.on("request", (request) => {
  const { protocol, origin } = new URL(request.url());
  if (protocol.startsWith("http")) asked.add(origin);
});

async function alive(url) {
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(
    () => document.querySelector("iframe.byp-alive")?.contentWindow.byp?.lesson,
  );
  return await (await page.$("iframe.byp-alive")).contentFrame();
}

// The answer that a person would give: the third option, or the number 6.
async function predict(frame) {
  await frame.evaluate(() => {
    const asking = document.querySelector(".byp-mount-predict");
    const answer = asking.querySelector("select, input[type=text]");
    if (answer.tagName === "SELECT") answer.selectedIndex = 2;
    else answer.value = "6";
    answer.dispatchEvent(new Event("input", { bubbles: true }));
    answer.dispatchEvent(new Event("change", { bubbles: true }));
    const buttons = [...asking.querySelectorAll("button")];
    buttons.find((one) => one.textContent.includes("Commit my prediction")).click();
  });
  await frame.waitForFunction(() =>
    document.querySelector(".byp-mount-predict").textContent.includes("On record:"),
  );
}

// The dial of this label is given a name to be found by; its stage draws when it is in view.
async function dial(frame, label) {
  await frame.waitForFunction((text) => {
    const dials = [...document.querySelectorAll(".byp-dial")];
    const found = dials.find((one) => one.textContent.includes(text));
    found?.setAttribute("data-tried", "");
    return Boolean(found);
  }, {}, label);
  await frame.waitForFunction(() => {
    let part = document.querySelector("[data-tried]");
    while (part && !part.querySelector(".byp-stage img")) part = part.parentElement;
    const stage = part?.querySelector(".byp-stage:has(img)");
    (stage ?? document.querySelector("[data-tried]")).scrollIntoView({ block: "center" });
    stage?.setAttribute("data-shown", "");
    return stage?.querySelector("img")?.naturalWidth > 0;
  }, { polling: 500 });
}

const picture = (frame) => frame.$eval("[data-shown] img", (image) => image.src);

async function changed(frame, before) {
  await frame.waitForFunction(
    (src) => document.querySelector("[data-shown] img").src !== src, {}, before,
  );
}

async function lesson({ name, label, typed }) {
  const frame = await alive(`${address}/${name}.html`);
  await predict(frame);
  await dial(frame, label);
  let before = await picture(frame);
  const slider = await frame.$("[data-tried] input[type=range]");
  if (slider) {
    const top = await slider.evaluate((node) => node.value === node.max);
    await slider.focus();
    await page.keyboard.press(top ? "ArrowLeft" : "ArrowRight");
    await changed(frame, before);
    before = await picture(frame);
  }
  const box = await frame.$("[data-tried] input[type=text]");
  await box.evaluate((node) => node.select());
  await box.focus();
  await page.keyboard.type(String(typed));
  await page.keyboard.press("Enter");
  await changed(frame, before);
  const said = await frame.evaluate(() => {
    const stage = document.querySelector("[data-shown]");
    const cells = [...stage.querySelectorAll(".byp-table tbody td")];
    const unwanted = ["error", "stderr"].map((kind) => `.jp-RenderedText[data-mime-type*=${kind}]`);
    return {
      headline: stage.querySelector(".byp-headline").textContent,
      alt: stage.querySelector("img").alt,
      cells: cells.map((cell) => cell.textContent),
      moved: Boolean(document.querySelector("[data-tried] input[type=range]")),
      unwanted: document.querySelectorAll(unwanted.join()).length,
      traceback: document.body.textContent.includes("Traceback"),
    };
  });
  await page.goto(`${address}/${name}.html?read`, { waitUntil: "domcontentloaded" });
  const kept = await page.evaluate(`(${stored})()`);
  const back = await alive(`${address}/${name}.html`);
  await back.waitForFunction(() => document.body.textContent.includes("On record:"));
  return { ...said, name, kept };
}

// Click the button of these words, wherever on the page it is.
async function press(frame, kind, words) {
  const found = await frame.waitForFunction((tag, text) =>
    [...document.querySelectorAll(tag)].find((one) => one.textContent.includes(text)),
  {}, kind, words);
  await found.evaluate((node) => node.click());
}

// The answers leave by a download, as anybody's who goes on elsewhere; then a desktop's come in.
// Without a window Firefox puts no download on the disk: what the page hands to it is read.
async function answers() {
  const frame = await alive(`${address}/index.html`);
  await press(frame, "button", "Take my answers out");
  await frame.evaluate(() => {
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.handed = blob.text();
      return made.call(URL, blob);
    };
  });
  await press(frame, "a", "Download company.json");
  const out = await frame.evaluate(async () => {
    while (!window.handed) await new Promise((go) => setTimeout(go, 50));
    return await window.handed;
  });
  // No dialog of the system can be driven here: the button is given the file that one would give.
  await frame.evaluate((content) => {
    HTMLInputElement.prototype.click = function click() {
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], "bakery.json"));
      this.files = chosen.files;
      this.dispatchEvent(new Event("change"));
    };
  }, brought);
  await press(frame, "button", "Take answers in");
  await frame.waitForFunction(() => document.body.textContent.includes("Taken in: "));
  const told = await frame.evaluate(() => document.body.textContent.match(/works with ([^.]+) now/)[1]);
  await page.goto(`${address}/index.html?read`, { waitUntil: "domcontentloaded" });
  return { name: "answers", out, told, kept: await page.evaluate(`(${stored})()`) };
}

try {
  for (const one of JSON.parse(wanted)) console.log(JSON.stringify(await lesson(one)));
  console.log(JSON.stringify(await answers()));
  console.log(JSON.stringify({ asked: [...asked] }));
} finally {
  await browser.close();
}
