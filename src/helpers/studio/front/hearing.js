// anywidget gives the module of a widget two seconds to load. On a page that is busy for longer
// (a slow machine, a class on one server) it refuses every later message to that widget: the
// picture would stand still while the controls move. Whoever does not hear is taken up again,
// with the state that it missed.
const attended = new WeakSet();

function attend(part) {
  if (attended.has(part)) return;
  attended.add(part);
  const children = () => (part.get("children") ?? []).forEach(attend);
  part.on("change:children", children);
  children();
  if (part.get("_esm") !== undefined) hear(part);
}

async function hear(widget) {
  try {
    await widget._handle_comm_msg({ content: { data: {} } }); // says nothing, and waits as all do
  } catch {
    // What ipywidgets itself does with a message, without anywidget's wait.
    const take = Object.getPrototypeOf(Object.getPrototypeOf(widget))._handle_comm_msg;
    widget.comm.on_msg((message) => take.call(widget, message));
    widget.comm.send({ method: "request_state" }, {});
  }
}

