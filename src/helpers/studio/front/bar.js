// The step bar: where the reader is, what is done, a jump by click or key, the neighbours.
// What is done is told by the kernel (from the company file), where one is by the scroller.
function stepBar(model, panel, context, undo) {
  const scroller = panel.querySelector(".jp-WindowedPanel-outer");
  const words = model.get("words");
  const cells = [...context.model.cells];
  const course = context.model.getMetadata?.("course");
  // A step stands where the cell that opens it stands.
  const steps = Object.entries(model.get("steps"))
    .map(([key, name]) => ({ key, name, at: cells.findIndex((cell) => [key, `${key}-title`].includes(cell.id)) }))
    .filter((step) => step.at >= 0)
    .sort((one, other) => one.at - other.at);
  if (!scroller || !course || !steps.length) return;

  const bar = document.createElement("nav");
  bar.className = "byp-bar";
  bar.setAttribute("aria-label", words.steps);
  const inner = make("div", "byp-bar-in", bar);
  const name = make("span", "byp-bar-name", inner);
  make("b", "", name).textContent = String(course.number).padStart(2, "0");
  name.append(` ${course.title}`);
  const now = make("button", "byp-now", inner);
  now.setAttribute("aria-expanded", "false");
  const list = make("ol", "", inner);
  list.id = `byp-steps-${model.get("key")}`;
  now.setAttribute("aria-controls", list.id);
  now.addEventListener("click", () => open(now.getAttribute("aria-expanded") !== "true"));
  const open = (wanted) => {
    list.classList.toggle("byp-open", wanted);
    now.setAttribute("aria-expanded", String(wanted));
  };
  for (const step of steps) {
    step.item = make("li", "", list);
    step.button = make("button", "", step.item);
    step.mark = make("i", "", step.button);
    step.mark.setAttribute("aria-hidden", "true");
    make("span", "", step.button).textContent = step.name;
    step.button.addEventListener("click", () => {
      open(false);
      goTo(step);
    });
  }
  const end = make("span", "byp-bar-end", inner);
  for (const [sign, label, path] of neighbours()) {
    const link = make("a", "", end);
    link.href = path;
    link.textContent = sign;
    link.title = label;
    link.setAttribute("aria-label", label);
    if (model.get("around")) openByCommand(link);
    link.addEventListener("click", (event) => {
      if (link.dataset.commandlinkerCommand) return;
      event.preventDefault();
      follow(panel, path);
    });
  }
  toggle("▤", words.figures, "byp-figures", (on) => {
    panel.querySelectorAll(".byp-fold").forEach((fold) => (fold.open = on));
  });
  toggle("‹›", words.code, "byp-code", () => {});

  function toggle(sign, label, name, act) {
    const button = make("button", "", end);
    button.textContent = sign;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const on = panel.classList.toggle(name);
      button.setAttribute("aria-pressed", String(on));
      act(on);
    });
    undo.push(() => panel.classList.remove(name));
  }

  // No cell of this notebook holds a link to a neighbour that only a pack gives it.
  async function openByCommand(link) {
    const path = await context.urlResolver.resolveUrl(link.getAttribute("href"));
    link.dataset.commandlinkerCommand = "docmanager:open";
    link.dataset.commandlinkerArgs = JSON.stringify({ path });
  }

  // The navigation cells name them already, in the language of the notebook. Where a pack says
  // which lessons there are, the kernel names those around this one.
  function neighbours() {
    const cell = cells.find((one) => one.getMetadata("tags")?.includes("navigation"));
    const links = [...(cell?.sharedModel.getSource() ?? "").matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)];
    const named = links.map(([, label, path]) => {
      if (label.startsWith("◀")) return ["←", `${words.before}: ${label.slice(1).trim()}`, path];
      if (label.endsWith("▶")) return ["→", `${words.after}: ${label.slice(0, -1).trim()}`, path];
      return ["⌂", label, path];
    });
    const around = model.get("around");
    if (!around) return named;
    const beside = (sign, side) =>
      around[side] ? [[sign, `${words[side]}: ${around[side].title}`, around[side].path]] : [];
    const home = named.filter(([sign]) => sign === "⌂");
    return [...beside("←", "before"), ...home, ...beside("→", "after")];
  }

  const cellNode = (step) => panel.querySelector(`.jp-Cell[data-windowed-list-index="${step.at}"]`);

  function goTo(step) {
    const cell = cellNode(step);
    if (!cell) return;
    const head = cell.querySelector("h2, h3") ?? cell;
    const hold = () => head.scrollIntoView({ block: "start" });
    hold();
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    // Pictures above may arrive only now: hold the place until the page is quiet, or the reader acts.
    const grown = new ResizeObserver(hold);
    grown.observe(scroller.querySelector(".jp-WindowedPanel-viewport"));
    const free = () => grown.disconnect();
    setTimeout(free, 1500);
    for (const act of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      scroller.addEventListener(act, free, { once: true, passive: true });
    }
  }

  function show() {
    const line = scroller.getBoundingClientRect().top + 150;
    const above = steps.filter((step) => (cellNode(step)?.getBoundingClientRect().top ?? Infinity) < line);
    const here = above[above.length - 1] ?? steps[0];
    const done = new Set(model.get("done"));
    for (const step of steps) {
      const is = done.has(step.key);
      if (step === here) step.button.setAttribute("aria-current", "step");
      else step.button.removeAttribute("aria-current");
      step.item.classList.toggle("byp-done", is);
      step.mark.textContent = is ? "✓" : step === here ? "●" : "○";
      step.button.setAttribute("aria-label", is ? words.done.replace("{step}", step.name) : step.name);
    }
    now.textContent = "";
    make("b", "", now).textContent = steps.indexOf(here) + 1;
    now.append(` / ${steps.length} · ${here.name} ▾`);
    now.setAttribute("aria-label", `${words.steps}: ${here.name}`);
  }

  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(show);
  };
  // The notebook takes the focus back to its active cell on a key or a focus outside of it.
  for (const kind of ["keydown", "focusin", "focusout"]) {
    bar.addEventListener(kind, (event) => event.stopPropagation());
  }
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list.classList.contains("byp-open")) return;
    open(false);
    now.focus();
  });
  scroller.addEventListener("scroll", soon, { passive: true });
  model.on("change:done", soon);
  scroller.prepend(bar);
  show();
  undo.push(() => {
    cancelAnimationFrame(asked);
    scroller.removeEventListener("scroll", soon);
    model.off("change:done", soon);
    bar.remove();
  });
}

function make(tag, name, parent) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (tag === "button") node.type = "button";
  parent.append(node);
  return node;
}

// Another file of the course: only the application knows how it is opened, and it trusts no
// link but those of a cell. The navigation cells hold them, out of sight.
function follow(panel, path) {
  const links = [...panel.querySelectorAll(".jp-MarkdownCell a[href]")];
  links.find((link) => new URL(link.href).pathname.endsWith(`/${path}`))?.click();
}
