// A saved lesson's page brings the live one in: it says in words how far that is, and gives way
// to it. Whoever reads on already goes over by a button, to the same heading.
(() => {
  const said = JSON.parse(document.getElementById("byp-live-said").textContent);
  const { words } = said;
  const bar = document.querySelector(".byp-live");
  const status = bar.querySelector("[role=status]");
  const button = bar.querySelector("button");
  const main = document.querySelector("main");
  const PATIENCE = 90_000; // without a sign of life the reader is told
  const ATTENDANCE = 3_000;
  const pause = (ms) => new Promise((go) => window.setTimeout(go, ms));
  let frame = null;
  let python = null; // the kernel's worker, begun here so that it starts beside JupyterLab
  let timer = 0;
  let kept = true; // whether this window keeps answers, as far as the lesson has found out

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  function offer(text, act) {
    button.hidden = !text;
    button.textContent = text ?? "";
    button.onclick = act;
  }

  function leave() {
    frame?.remove();
    python?.terminate();
    frame = python = null;
  }

  function fail(text) {
    window.clearTimeout(timer);
    leave();
    say(text);
    offer(words.again, begin);
  }

  const lost = () => fail(navigator.onLine ? words.broken : words.offline);

  async function begin() {
    if (typeof WebAssembly !== "object" || !("BroadcastChannel" in window)) {
      say(words.old);
      offer(null);
      return;
    }
    if (frame) return;
    kept = true;
    offer(null);
    say(words.steps.start);
    const mine = document.createElement("iframe");
    frame = mine;
    frame.className = "byp-lesson";
    frame.title = document.title;
    frame.inert = true;
    frame.src = `notebooks/index.html?path=${encodeURIComponent(said.notebook)}`;
    frame.addEventListener("load", arrived);
    wait();
    const early = await Promise.race([attended().catch(() => false), pause(ATTENDANCE)]);
    if (frame !== mine) return; // the reader began anew
    if (early) {
      python = new Worker("static/pyodide/early.mjs", {
        type: "module",
        name: JSON.stringify(said.early),
      });
      python.addEventListener("error", () => {
        if (frame === mine && !mine.classList.contains("byp-alive")) lost();
      });
    }
    window.byp = { ...window.byp, python };
    document.body.append(frame);
  }

  // Files come to Python by the service worker. It has to be there before Python is, and before
  // the frame, which it would not attend to else. Without it the kernel begins by itself.
  async function attended() {
    const worker = navigator.serviceWorker;
    if (!worker || window.crossOriginIsolated) return false;
    const address = new URL("service-worker.js?enableCache=false", window.location).href;
    // Registered as JupyterLite does it: it would take one that it does not know for an old one.
    window.localStorage.setItem(`${address}-version`, said.lite);
    const attends = new Promise((go) => {
      worker.addEventListener("controllerchange", () => go(true), { once: true });
    });
    await worker.register(address);
    return worker.controller ? true : await attends;
  }

  // Without a network the browser shows a page of its own, which is none of ours to look into.
  function arrived() {
    let ours = false;
    try {
      ours = Boolean(frame?.contentDocument?.getElementById("jupyter-config-data"));
    } catch {
      ours = false;
    }
    if (frame && !ours) fail(words.offline);
  }

  function wait() {
    window.clearTimeout(timer);
    timer = window.setTimeout(late, PATIENCE);
  }

  // A slow line may still bring it; only the reader gives up.
  function late() {
    if (!navigator.onLine) return fail(words.offline);
    say(words.slow);
    offer(words.again, () => {
      leave();
      void begin();
    });
  }

  // The heading that the reader has in view, so that the live lesson opens there.
  function place() {
    const above = [...main.querySelectorAll("h2")].filter(
      (head) => head.getBoundingClientRect().top < window.innerHeight / 2,
    );
    return above.pop()?.textContent.trim();
  }

  function show() {
    window.clearTimeout(timer);
    const heading = place();
    window.scrollTo(0, 0);
    document.body.classList.add("byp-alive");
    frame.classList.add("byp-alive");
    frame.inert = false;
    frame.focus();
    if (heading) {
      const inside = frame.contentDocument.querySelectorAll(".jp-MarkdownCell h2");
      const found = [...inside].find((head) => head.textContent.replace("¶", "").trim() === heading);
      found?.scrollIntoView({ block: "start" });
    }
    window.byp = { ...window.byp, shown: performance.now() / 1000 };
    if (!kept) warn();
  }

  // The line stays above the live lesson: whoever leaves this page loses what was answered.
  function warn() {
    document.body.classList.add("byp-unkept");
    say(words.unkept);
    offer(null);
  }

  const reading = () => window.scrollY > 200 || main.contains(document.activeElement);

  window.addEventListener("message", (event) => {
    if (event.origin !== window.location.origin || event.data?.course !== "before-you-post") return;
    if (!frame) return;
    const { step } = event.data;
    const alive = frame.classList.contains("byp-alive");
    if (step === "unkept") {
      kept = false;
      if (alive) warn();
    } else if (alive) {
      return;
    } else if (step === "broken") {
      lost();
    } else if (step === "widget" || step === "lesson") {
      window.clearTimeout(timer);
      if (reading()) {
        say(words.ready);
        offer(words.over, show);
      } else show();
    } else if (words.steps[step]) {
      say(words.steps[step]);
      wait();
    }
  });

  // A new edition of the site takes over before anything of the old one starts.
  async function renewed() {
    const worker = navigator.serviceWorker;
    if (!worker) return;
    const waiting = (await worker.getRegistration())?.waiting;
    if (!waiting) return;
    await new Promise((go) => {
      worker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
      waiting.postMessage({ take: true });
      window.setTimeout(go, 2000);
    });
  }

  void renewed().catch(() => {}).then(() => {
    const thrifty = navigator.connection?.saveData;
    if (thrifty || new URLSearchParams(window.location.search).has("read")) {
      say(words.saved);
      offer(words.begin, begin);
    } else void begin();
  });
})();
