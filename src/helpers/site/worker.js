// The site's service worker. `EDITION` stands above: every file by its path, with its fingerprint.
// It hands the kernel's requests for files to the page, as JupyterLite's own does, and keeps what
// a second visit needs without a network. Answers are kept elsewhere; nothing here touches them.
const KEPT = "before-you-post";
const channel = new BroadcastChannel("/sw-api.v1");
const scope = self.registration.scope;

const path = (url) => {
  const rest = url.origin + url.pathname;
  if (!rest.startsWith(scope)) return null;
  const inside = decodeURIComponent(rest.slice(scope.length));
  return inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
};
const key = (name) => new URL(`${encodeURI(name)}?edition=${EDITION.files[name]}`, scope).href;

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data?.take) void self.skipWaiting();
  if (event.data?.keep) event.waitUntil(keep(event.data.keep, event.source));
});

// Fetch what is not there yet in this edition, then forget what no edition needs any more.
async function keep(used, client) {
  const cache = await caches.open(KEPT);
  const names = used.map((href) => path(new URL(href))).filter((name) => name in EDITION.files);
  let lacking = 0;
  for (const name of new Set([...EDITION.always, ...names])) {
    if (await cache.match(key(name))) continue;
    try {
      const answer = await fetch(new URL(encodeURI(name), scope), { cache: "no-cache" });
      if (!answer.ok) throw new Error(String(answer.status));
      await cache.put(key(name), answer);
    } catch {
      lacking += 1; // storage full, or the network is gone: the next visit goes on
    }
  }
  if (!lacking) {
    const current = new Set(Object.keys(EDITION.files).map(key));
    for (const request of await cache.keys()) {
      if (!current.has(request.url)) await cache.delete(request);
    }
  }
  client?.postMessage({ kept: EDITION.name, lacking });
}

async function kept(request, name) {
  if (name in EDITION.files) {
    const found = await caches.match(key(name), { cacheName: KEPT });
    if (found) return found;
  }
  return fetch(request);
}

async function askPage(request, url) {
  const said = await request.json();
  const requestId = said.requestId ?? crypto.randomUUID();
  const answer = new Promise((give) => {
    const listen = ({ data }) => {
      if (data.browsingContextId !== said.browsingContextId || data.requestId !== requestId) return;
      if (data.pathname) return; // the question itself, heard again
      channel.removeEventListener("message", listen);
      give(new Response(JSON.stringify(data.response)));
    };
    channel.addEventListener("message", listen);
  });
  channel.postMessage({ ...said, requestId, pathname: url.pathname });
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.pathname.endsWith("/api/service-worker-heartbeat")) {
    event.respondWith(new Response("ok"));
    return;
  }
  if (url.origin !== self.location.origin) return;
  if (url.pathname.includes("/api/drive") || url.pathname.includes("/api/stdin/")) {
    event.respondWith(askPage(request, url));
    return;
  }
  const name = request.method === "GET" ? path(url) : null;
  if (name !== null) event.respondWith(kept(request, name));
});
