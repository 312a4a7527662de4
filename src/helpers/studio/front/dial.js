// A number as a slider and a number box, both named by the same visible label; or the box
// alone. Native inputs, so that the keyboard, screen readers and zoom work as they do
// everywhere. What is typed goes to the kernel as text: there it is read as people write.

function render({ model, el }) {
  // Each dial may be a module of its own, so that a counter would begin anew in each.
  const id = `byp-dial-${Math.random().toString(36).slice(2)}`;
  const slides = model.get("slider");
  const root = document.createElement("div");
  root.className = "byp-dial";

  const label = document.createElement("label");
  label.id = `${id}-label`;
  label.htmlFor = slides ? `${id}-range` : `${id}-box`;
  const hint = document.createElement("span");
  hint.className = "byp-hint";
  hint.id = `${id}-hint`;

  const row = document.createElement("div");
  row.className = "byp-dial-row";
  const range = document.createElement("input");
  range.type = "range";
  range.id = `${id}-range`;
  const box = document.createElement("input");
  box.type = "text";
  box.inputMode = "decimal";
  box.autocomplete = "off";
  box.id = `${id}-box`;
  box.setAttribute("aria-labelledby", `${id}-label ${id}-unit`);
  const unit = document.createElement("span");
  unit.id = `${id}-unit`;
  unit.className = "byp-unit";
  for (const input of [range, box]) input.setAttribute("aria-describedby", hint.id);

  const refusal = document.createElement("p");
  refusal.className = "byp-refusal";
  refusal.setAttribute("role", "status");
  row.append(...(slides ? [range, box, unit] : [box, unit]));
  root.append(label, hint, row, refusal);
  el.append(root);

  // Shown values are the model's times the scale (100 for shares written as percent).
  const shown = (value) => Number((value * model.get("scale")).toFixed(6));
  const kept = (text) => Number((Number(text) / model.get("scale")).toFixed(8));
  // Three places are enough to read; what is kept is exact until somebody changes it.
  const written = (number) => String(Number(number.toFixed(3))).replace(".", model.get("point"));

  function describe() {
    label.textContent = model.get("label");
    hint.textContent = model.get("hint");
    unit.textContent = model.get("unit");
    range.min = shown(model.get("min"));
    range.max = shown(model.get("max"));
    range.step = shown(model.get("step"));
    display();
  }

  function display() {
    const value = model.get("value");
    if (value === null) {
      box.value = "";
      return;
    }
    range.value = shown(value);
    range.setAttribute("aria-valuetext", `${written(shown(value))} ${model.get("unit")}`);
    box.value = written(shown(value));
  }

  function answer() {
    refusal.textContent = model.get("refusal");
    box.toggleAttribute("aria-invalid", Boolean(refusal.textContent));
  }

  range.addEventListener("input", () => {
    refusal.textContent = "";
    box.removeAttribute("aria-invalid");
    box.value = written(Number(range.value));
    model.set("value", kept(range.value));
    model.save_changes();
  });
  const type = () => model.send({ typed: box.value });
  box.addEventListener("change", type);
  box.addEventListener("keydown", (event) => event.key === "Enter" && type());

  model.on("change:value", display);
  model.on("change:refusal", answer);
  model.on("msg:custom", display);
  for (const name of ["label", "hint", "unit", "min", "max", "step", "scale", "point"]) {
    model.on(`change:${name}`, describe);
  }
  describe();
  answer();
}

export default { render };
