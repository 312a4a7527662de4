"""The proxy in Python, mended where a class of JupyterLabs needs it.

As it comes it takes ten requests at a time, sends what browsers send as text, and forgets which
protocol of websockets was chosen; JupyterLab sends bytes.
"""

from configurable_http_proxy.cli import main
from configurable_http_proxy.handlers import ProxyHandler
from tornado.httpclient import AsyncHTTPClient


class WholeProxy:
    """What replaces the parts of the proxy's handler."""

    def select_subprotocol(self, offered: list[str]) -> str | None:
        return offered[0] if offered else None

    def on_message(self, message: str | bytes) -> None:
        if self.ws_client:
            if self.target:
                self.proxy.update_last_activity(self.target["prefix"])
            self.ws_client.write_message(message, binary=isinstance(message, bytes))


ProxyHandler.select_subprotocol = WholeProxy.select_subprotocol
ProxyHandler.on_message = WholeProxy.on_message
AsyncHTTPClient.configure(None, max_clients=1000)

if __name__ == "__main__":
    main()
