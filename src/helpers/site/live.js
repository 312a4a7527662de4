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
  let frame = null;
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

  function fail(text) {
    window.clearTimeout(timer);
    frame?.remove();
    frame = null;
    say(text);
    offer(words.again, begin);
  }

  function begin() {
    if (typeof WebAssembly !== "object" || !("BroadcastChannel" in window)) {
      say(words.old);
      offer(null);
      return;
    }
    if (frame) return;
    kept = true;
    offer(null);
    say(words.steps.start);
    frame = document.createElement("iframe");
    frame.className = "byp-lesson";
    frame.title = document.title;
    frame.inert = true;
    frame.src = `notebooks/index.html?path=${encodeURIComponent(said.notebook)}`;
    frame.addEventListener("load", arrived);
    wait();
    document.body.append(frame);
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
      frame?.remove();
      frame = null;
      begin();
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
      fail(navigator.onLine ? words.broken : words.offline);
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
    } else begin();
  });
})();
