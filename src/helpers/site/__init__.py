"""The course as a web site: Python runs in the browser, nothing has to be installed."""
