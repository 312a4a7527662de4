// JupyterLab's part of the web edition: it opens a lesson in reading mode, runs it, and tells the
// page around it how far it is. "?write" in the address shows the notebook with its menus instead.
(() => {
  const NAME = "before-you-post";
  const TRIAL = 100_000; // bytes: more than the answers of a whole course take
  const HIDDEN = `
    #top-panel-wrapper, #menu-panel-wrapper, #jupyterlite-loading-indicator,
    .jp-NotebookPanel-toolbar, .jp-cell-toolbar, .jp-InputPrompt, .jp-OutputPrompt,
    .jp-CodeCell .jp-Cell-inputWrapper, .jp-Collapser, .jp-Notebook-footer, .Toastify,
    [data-commandlinker-command="notebook:run-all-cells"] { display: none !important; }
    .jp-Notebook { max-width: 60rem; margin: 0 auto; }
    .jp-Notebook .jp-Cell { padding-inline: 0; }
    #main-panel, #spacer-widget-top { margin: 0 !important; padding: 0 !important; box-shadow: none; }
    #spacer-widget-top { display: none; }
    #main, #main-panel, .jp-NotebookPanel, .jp-WindowedPanel-outer { background: var(--jp-layout-color0) !important; }`;
  function tell(step, more = {}) {
    (window.byp ??= {})[step] ??= performance.now() / 1000;
    if (window.parent !== window) {
      window.parent.postMessage({ course: NAME, step, ...more }, window.location.origin);
    }
  }

  // A link to another notebook leads to that lesson's page.
  function follow(event) {
    const link = event.target.closest?.("a");
    if (!link) return;
    const said = link.dataset.commandlinkerArgs ?? link.getAttribute("href") ?? "";
    const found = decodeURIComponent(said).match(/([\w-]+)\.ipynb/);
    if (!found) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const page = found[1] === "contents" ? "index" : found[1];
    window.top.location.href = new URL(`../${page}.html`, window.location.href).href;
  }

  // Answers are kept by the lesson; the lesson itself comes anew from the site each time.
  function keepFromSaving(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  let touched = false;
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    window.addEventListener(act, () => (touched = true), { capture: true, passive: true });
  }

  const shown = (image) => !image.hidden && image.naturalWidth > 0;

  function watch(panel) {
    const look = () => {
      const stages = panel.node.querySelectorAll(".byp-stage");
      if (stages.length) tell("widget");
      if ([...panel.node.querySelectorAll(".byp-stage img")].some(shown)) tell("picture");
      else window.setTimeout(look, 50);
    };
    look();
  }

  async function notebook(app) {
    for (;;) {
      const panel = app.shell.currentWidget;
      if (panel?.context && panel.content) {
        await panel.context.ready;
        return panel;
      }
      await new Promise((go) => window.setTimeout(go, 30));
    }
  }

  // Whether this window keeps what a lesson writes: by the service worker, into the database.
  async function keeps() {
    if (!navigator.serviceWorker?.controller) return false;
    const name = `${NAME} trial`;
    try {
      const base = await new Promise((give, fail) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => opening.result.createObjectStore(NAME);
        opening.onsuccess = () => give(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      await new Promise((give, fail) => {
        const writing = base.transaction(NAME, "readwrite");
        writing.objectStore(NAME).put(new Uint8Array(TRIAL), 0);
        writing.oncomplete = give;
        writing.onerror = writing.onabort = () => fail(writing.error);
      }).finally(() => {
        base.close();
        indexedDB.deleteDatabase(name);
      });
      return true;
    } catch {
      return false;
    }
  }

  // The page around has begun the kernel's worker: it is taken up, once.
  function takeUp() {
    const Plain = window.Worker;
    window.Worker = function Worker(address, options) {
      if (!String(address).includes("/comlink.worker.")) return new Plain(address, options);
      window.Worker = Plain;
      return window.parent.byp?.python ?? new Plain(address, options);
    };
  }

  async function run(app) {
    const panel = await notebook(app);
    tell("page");
    await panel.sessionContext.ready;
    panel.sessionContext.statusChanged.connect((_context, status) => {
      if (status === "dead") tell("broken");
    });
    tell("python");
    watch(panel);
    // What a lesson says is not offered to be saved with it: it runs each time that it opens.
    panel.context.model.stateChanged.connect((model) => {
      if (model.dirty) model.dirty = false;
    });
    await app.commands.execute("notebook:run-all-cells");
    // Where nobody has moved yet, the lesson stays at its head.
    if (!touched) panel.node.querySelector(".jp-WindowedPanel-outer")?.scrollTo(0, 0);
    // Where a package did not arrive, the cells only say that the course is not there.
    tell(panel.node.querySelector(".jupyter-widgets") ? "lesson" : "broken");
    if (!(await keeps())) tell("unkept");
    const used = performance.getEntriesByType("resource").map((entry) => entry.name);
    navigator.serviceWorker?.controller?.postMessage({ keep: used });
  }

  const plugin = {
    id: `${NAME}:reader`,
    description: "Opens a lesson in reading mode and runs it",
    autoStart: true,
    activate(app) {
      window.jupyterapp = app;
      document.addEventListener("click", follow, true);
      if (new URLSearchParams(window.location.search).has("write")) return;
      if (window.parent !== window) takeUp();
      navigator.serviceWorker?.addEventListener("message", ({ data }) => {
        if (data?.kept) tell("kept", { lacking: data.lacking });
      });
      document.head.append(Object.assign(document.createElement("style"), { textContent: HIDDEN }));
      document.addEventListener("keydown", keepFromSaving, true);
      void app.restored.then(() => run(app));
    },
  };

  (window._JUPYTERLAB ??= {})[NAME] = {
    init() {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
