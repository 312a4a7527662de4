// The page of a lesson in JupyterLab and Notebook 7. It hangs live parts into their mounts,
// keeps typed keys from the application's commands, and shows the saved words again when
// the kernel is gone. It outlives its own view, which it takes out of the notebook at once.

const VIEW = "application/vnd.jupyter.widget-view+json";
const MOUNT = ".byp-mount";
const OURS = ".byp-mount, .jp-RenderedHTMLCommon";
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

  async function mount(node) {
    const name = [...node.classList].find((one) => one.startsWith("byp-mount-")).slice(10);
    const reference = model.get("parts")[name];
    if (!reference || node.dataset.live) return;
    node.dataset.live = "soon";
    try {
      const part = await model.widget_manager.get_model(reference.slice("IPY_MODEL_".length));
      const view = await model.widget_manager.create_view(part);
      if (!node.isConnected || !undo.length) return delete node.dataset.live;
      for (const old of live) if (old.name === name && !old.node.isConnected) drop(old);
      node.querySelector(":scope > .byp-asleep")?.remove();
      const host = document.createElement("div");
      host.className = "byp-live";
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
    nameRadios();
  }

  // ipywidgets gives radio buttons no common name: then each is a tab stop of its own.
  function nameRadios() {
    for (const group of panel.querySelectorAll(".byp-live .widget-radio-box:not([data-named])")) {
      group.dataset.named = "";
      const name = `byp-${Math.random().toString(36).slice(2)}`;
      for (const radio of group.querySelectorAll("input")) radio.name = name;
    }
  }

  // Keys typed into a part are the reader's. JupyterLab listens on the document, Notebook 7
  // in its capturing phase: only the window comes before both. Nothing is stopped, so every
  // control keeps its own keys; the application passes over a target with this attribute.
  function keep(event) {
    const target = event.target;
    if (!(target instanceof Element) || !panel.contains(target)) return;
    const ours = target.closest(OURS) && !target.closest(".cm-editor");
    const letter = /^[a-z]$/i.test(event.key) && !/^[am]$/i.test(event.key);
    const shortcut = (event.ctrlKey || event.metaKey) && letter;
    target.toggleAttribute("data-lm-suppress-shortcuts", Boolean(ours && !shortcut));
  }

  // A link to a file beside the notebook: only the application knows its address.
  async function openFile(event) {
    const link = event.target.closest?.("a.byp-file");
    if (!link) return;
    event.preventDefault();
    const path = await context.urlResolver.resolveUrl(link.getAttribute("href"));
    window.open(await context.urlResolver.getDownloadUrl(path), "_blank");
  }

  function close() {
    const said = model.get("asleep");
    for (const { node } of live) {
      const sentence = document.createElement("p");
      sentence.className = "byp-asleep";
      sentence.textContent = said;
      node.prepend(sentence);
    }
    live.forEach(drop);
    undo.splice(0).forEach((act) => act());
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
  window.addEventListener("keydown", keep, true);
  undo.push(() => window.removeEventListener("keydown", keep, true));
  panel.classList.add("byp-page");
  undo.push(() => panel.classList.remove("byp-page"));
  const session = context.sessionContext;
  listen(session?.statusChanged, (_session, status) => GONE.includes(status) && close());
  listen(session?.kernelChanged, close);
  listen(context.saveState, (_context, state) => state === "started" && strip());
  listen(context.disposed, close);
  model.on("change:parts", mountAll);
  undo.push(() => model.off("change:parts", mountAll));
  mountAll();
  return { id, strip, close };
}

export default lifetime;
