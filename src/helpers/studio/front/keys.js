// Keys typed into a part are the reader's. JupyterLab listens on the document, Notebook 7 in
// its capturing phase: only the window comes before both. Nothing is stopped, so every control
// keeps its own keys; the application passes over a target with this attribute.
function keepKeys(panel, undo) {
  function keep(event) {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const inside = panel.contains(target) || target.closest(".byp-projector");
    if (!inside) return;
    // In reading mode a focused heading or cell counts too: "x" must not cut it.
    const ours = !target.closest(".cm-editor") && !panel.classList.contains("byp-code");
    const part = target.closest(".byp-mount, .byp-bar, .byp-projector, .jp-RenderedHTMLCommon");
    const letter = /^[a-z]$/i.test(event.key) && !/^[am]$/i.test(event.key);
    const shortcut = (event.ctrlKey || event.metaKey) && letter;
    const kept = (ours || (part && !target.closest(".cm-editor"))) && !shortcut;
    target.toggleAttribute("data-lm-suppress-shortcuts", Boolean(kept));
  }
  window.addEventListener("keydown", keep, true);
  undo.push(() => window.removeEventListener("keydown", keep, true));
}
