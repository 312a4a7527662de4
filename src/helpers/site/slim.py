"""What of a package does not travel to the browser: nothing there can use it."""

import io
import re
import zipfile

LANGUAGES = ("en", "el")
REGIONS = ("en_001", "en_150", "en_GB", "en_US", "el_GR")

NEVER = re.compile(
    r"/tests?/|\.(pyi|pxd|pyx|c|h|a|pot|po|so\.map)$|\.data/(data|headers)/|\.dist-info/(RECORD$|sboms/)"
)
UNUSED = {
    "babel": re.compile(
        rf"locale-data/(?!(root|{'|'.join((*LANGUAGES, *REGIONS))})\.dat)|/messages/"
    ),
    "before-you-post": re.compile(r"^helpers/(_notebooks|kit|site|export)/"),
    "markupsafe": re.compile(r"_speedups"),
    "matplotlib": re.compile(
        r"mpl-data/(sample_data|images|plot_directive|fonts/(afm|pdfcorefonts))/"
        r"|mpl-data/fonts/ttf/(?!DejaVuSans(-Bold|-Oblique|-BoldOblique|Mono|Display)?\.ttf|LICENSE)"
        r"|^mpl_toolkits/(axes_grid1|axisartist)/|^matplotlib/sphinxext/"
        r"|backends/(web_backend|qt_|_backend_tk"
        r"|backend_(gtk|qt|tk|wx|mac|nbagg|webagg|cairo|pdf|ps|pgf|svg))"
    ),
    "numpy": re.compile(r"^numpy/(f2py|distutils|_pyinstaller|typing/tests)/"),
    "pygments": re.compile(
        r"^pygments/lexers/(?!(__init__|_mapping|python|special|text|data|html|markup|diff"
        r"|javascript|css|jvm|ruby|console|web)\.py)"
    ),
}
"""By package: patterns of paths that are left out."""


def slim(name: str, content: bytes) -> bytes:
    """A wheel without what the browser cannot use."""
    unused = UNUSED.get(name)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            left = NEVER.search(entry.filename) or (unused and unused.search(entry.filename))
            if not entry.is_dir() and not left:
                new.writestr(entry.filename, old.read(entry))
    return made.getvalue()
