// The page of a lesson in JupyterLab and Notebook 7. It hangs live parts into their mounts, makes
// the notebook a page with a step bar and a projector, and shows the saved words again when the
// kernel is gone. It outlives its own view, which it takes out of the notebook at once.

const VIEW = "application/vnd.jupyter.widget-view+json";
const MOUNT = ".byp-mount";
const GONE = ["restarting", "autorestarting", "terminating", "dead"];

// The widget's model as long as it lives: what a view is given goes with the view.
function lifetime() {
  let model;

  function initialize(widget) {
    model = widget.model;
  }

  function render({ el }) {
    // anywidget calls this before the element is in the page.
    let tries = 0;
    const waiting = setInterval(() => {
      if (!el.isConnected && ++tries < 500) return;
      clearInterval(waiting);
      const panel = el.closest(".jp-NotebookPanel");
      const context = model.widget_manager?.context;
      if (!panel || !context?.model?.cells) return;
      const id = model.get("key");
      if (panel.bypPage?.id !== id) {
        panel.bypPage?.close();
        panel.bypPage = page(model, id, panel, context);
      }
      panel.bypPage.strip();
    }, 20);
    return () => clearInterval(waiting);
  }

  return { initialize, render };
}

function page(model, id, panel, context) {
  const undo = [];
  const live = new Set();

  // No view of ours stays in the notebook: a new kernel could not bring it back to life.
  function strip() {
    for (const cell of context.model.cells) {
      const outputs = cell.outputs;
      for (let place = 0; outputs && place < outputs.length; place++) {
        const output = outputs.get(place);
        const { [VIEW]: view, ...data } = output.data;
        if (view?.model_id === id) output.setData({ data, metadata: output.metadata });
      }
    }
  }

  // The first line of a cell says what it holds: so that "Project" is told from "Project".
  function title(node) {
    const place = Number(node.closest(".jp-Cell")?.dataset.windowedListIndex ?? -1);
    const source = [...context.model.cells][place]?.sharedModel.getSource() ?? "";
    return source.split("\n")[0].replace(/^[#\s▶]+/, "");
  }

  async function mount(node) {
    const name = [...node.classList].find((one) => one.startsWith("byp-mount-")).slice(10);
    const reference = model.get("parts")[name];
    if (!reference || node.dataset.live) return;
    node.dataset.live = "soon";
    try {
      const part = await model.widget_manager.get_model(reference.slice("IPY_MODEL_".length));
      attend(part);
      const view = await model.widget_manager.create_view(part);
      if (!node.isConnected || !undo.length) return delete node.dataset.live;
      for (const old of live) if (old.name === name && !old.node.isConnected) drop(old);
      node.querySelector(":scope > .byp-asleep")?.remove();
      const host = document.createElement("div");
      host.className = "byp-live";
      host.setAttribute("role", "group");
      host.setAttribute("aria-label", title(node));
      node.append(host);
      view.luminoWidget.constructor.attach(view.luminoWidget, host);
      node.dataset.live = "yes";
      live.add({ name, node, host, view });
    } catch (error) {
      delete node.dataset.live; // the words stay
      console.warn(`Before You Post: the part “${name}” stays words`, error);
    }
  }

  function drop(entry) {
    live.delete(entry);
    if (!entry.host.isConnected) document.body.append(entry.host); // Lumino detaches only there
    entry.view.remove();
    entry.host.remove();
    delete entry.node.dataset.live;
  }

  function mountAll() {
    panel.querySelectorAll(`${MOUNT}:not([data-live])`).forEach(mount);
    nameGroups();
    nameCells();
    sayPressed();
    // The letter of the icon font is no word: it would be read aloud as part of the name.
    for (const icon of panel.querySelectorAll(".byp-live button > i:not([aria-hidden])")) {
      icon.setAttribute("aria-hidden", "true");
    }
  }

  // ipywidgets gives radio buttons no common name: then each is a tab stop of its own. What a
  // group of boxes is about stands beside it, and is not said with them.
  function nameGroups() {
    const named = (group, role, about) => {
      group.dataset.named = "";
      group.setAttribute("role", role);
      group.setAttribute("aria-label", about?.textContent.trim() ?? "");
    };
    for (const group of panel.querySelectorAll(".byp-live .byp-checks:not([data-named])")) {
      named(group, "group", group.previousElementSibling?.querySelector(".byp-caption"));
    }
    for (const group of panel.querySelectorAll(".byp-live .widget-radio-box:not([data-named])")) {
      named(group, "radiogroup", group.parentElement.querySelector(".widget-label"));
      const name = `byp-${Math.random().toString(36).slice(2)}`;
      for (const radio of group.querySelectorAll("input")) radio.name = name;
    }
  }

  // Of toggle buttons ipywidgets shows which one is on, and does not say it.
  function sayPressed() {
    for (const group of panel.querySelectorAll(".byp-live .widget-toggle-buttons:not([data-named])")) {
      group.dataset.named = "";
      const say = () => group.querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(one.classList.contains("mod-active"))));
      new MutationObserver(say).observe(group, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
      say();
    }
  }

  // A table of several columns can be read as a list where the window is narrow. A browser
  // forgets that it is a table then, unless it is said.
  function nameCells() {
    for (const table of panel.querySelectorAll(".jp-RenderedHTMLCommon table:not([data-named]):not(.byp-stage table)")) {
      table.dataset.named = "";
      const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
      if (heads.length < 3) continue;
      table.classList.add("byp-list-prose");
      table.setAttribute("role", "table");
      for (const row of table.rows) {
        row.setAttribute("role", "row");
        [...row.cells].forEach((cell, place) => {
          const head = row.closest("thead");
          cell.setAttribute("role", head ? "columnheader" : "cell");
          if (!head) cell.dataset.label = heads[place] ?? "";
        });
      }
    }
  }

  // A link to a file beside the notebook: only the application knows its address.
  async function openFile(event) {
    const link = event.target.closest?.("a.byp-file");
    if (!link) return;
    event.preventDefault();
    if (model.get("in_browser")) return model.send({ fetch: link.getAttribute("href") });
    const path = await context.urlResolver.resolveUrl(link.getAttribute("href"));
    window.open(await context.urlResolver.getDownloadUrl(path), "_blank");
  }

  // Python in the browser has the files: what it hands out becomes a download.
  function download(message, buffers) {
    if (!message.fetched) return;
    const asked = [...panel.querySelectorAll("a.byp-file")].filter((link) => link.getAttribute("href") === message.fetched);
    if (message.told) {
      for (const link of asked) {
        const sentence = document.createElement("p");
        sentence.className = "byp-asleep";
        sentence.setAttribute("role", "status");
        link.after(sentence);
        sentence.textContent = message.told;
      }
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([buffers[0]], { type: "application/octet-stream" }));
    link.download = message.name;
    document.body.append(link); // Firefox takes no click outside of the page
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  function close() {
    const said = model.get("asleep");
    for (const { node } of live) {
      const sentence = document.createElement("p");
      sentence.className = "byp-asleep";
      sentence.textContent = said;
      node.prepend(sentence);
    }
    undo.splice(0).forEach((act) => act()); // a part that is projected comes back first
    live.forEach(drop);
    if (panel.bypPage?.id === id) delete panel.bypPage;
  }

  function listen(signal, act) {
    signal?.connect(act);
    undo.push(() => signal?.disconnect(act));
  }

  const added = new MutationObserver(mountAll);
  added.observe(panel, { childList: true, subtree: true });
  undo.push(() => added.disconnect());
  panel.addEventListener("click", openFile);
  undo.push(() => panel.removeEventListener("click", openFile));
  panel.classList.add("byp-page");
  undo.push(() => panel.classList.remove("byp-page"));
  keepKeys(panel, undo);
  stepBar(model, panel, context, undo);
  projector(model, panel, undo);
  openForPrint(panel, undo);
  const session = context.sessionContext;
  listen(session?.statusChanged, (_session, status) => GONE.includes(status) && close());
  listen(session?.kernelChanged, close);
  listen(context.saveState, (_context, state) => state === "started" && strip());
  listen(context.disposed, close);
  model.on("msg:custom", download);
  undo.push(() => model.off("msg:custom", download));
  model.on("change:parts", mountAll);
  undo.push(() => model.off("change:parts", mountAll));
  model.widget_manager.get_model(id).then(attend);
  mountAll();
  return { id, strip, close };
}

// What is folded can be read on paper, and is folded again after it.
function openForPrint(panel, undo) {
  let opened = [];
  const before = () => {
    opened = [...panel.querySelectorAll("details:not([open])")];
    opened.forEach((fold) => (fold.open = true));
  };
  const after = () => opened.splice(0).forEach((fold) => (fold.open = false));
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  undo.push(() => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  });
}

export default lifetime;
