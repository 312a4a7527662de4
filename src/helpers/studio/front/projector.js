// The projector: a part over the whole window, drawn anew for it. Only a dialog of the
// browser's own covers the application, makes the rest inert, ends by Esc and gives the focus
// back. The part itself moves, so that its controls stay alive.
function projector(model, panel, undo) {
  const words = model.get("words");
  let shown = null; // ends what is projected

  function offer() {
    for (const part of panel.querySelectorAll(".byp-projectable:not([data-project])")) {
      part.dataset.project = "";
      const button = make("button", "byp-project", part);
      button.textContent = words.project;
      button.addEventListener("click", () => (shown ? shown() : project(part, button)));
    }
  }

  function project(part, button) {
    const dialog = document.createElement("dialog");
    dialog.className = "byp-projector";
    const name = part.closest(".byp-live")?.getAttribute("aria-label");
    dialog.setAttribute("aria-label", [words.projector, name].filter(Boolean).join(": "));
    dialog.tabIndex = -1;
    const place = document.createComment("projected");
    part.before(place);
    dialog.append(part);
    document.body.append(dialog);
    shown = end;
    dialog.addEventListener("close", end);
    dialog.showModal();
    dialog.focus();
    button.textContent = words.unproject;
    window.dispatchEvent(new Event("resize"));

    function end() {
      if (shown !== end) return;
      shown = null;
      place.replaceWith(part);
      dialog.remove();
      button.textContent = words.project;
      window.dispatchEvent(new Event("resize"));
      button.focus();
    }
  }

  const added = new MutationObserver(offer);
  added.observe(panel, { childList: true, subtree: true });
  offer();
  undo.push(() => {
    added.disconnect();
    shown?.();
  });
}
