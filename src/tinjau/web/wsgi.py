"""The application for a web server, ready: whoever asks first waits no longer than the others.

Imported by a server process and by nothing else. What pages need is loaded here (addresses with the modules behind
them, templates, instruments), and what is loaded by then is taken out of the garbage collector's sight: it stays for
the life of the process, and a full collection that walks through it again and again takes longer than most pages
(measured: benchmarks/league.py).
"""

import gc
import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from django.template.loader import get_template
from django.urls import reverse

from tinjau import packs

_TEMPLATES = Path(__file__).with_name("templates")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinjau.web.settings")
application = get_wsgi_application()
reverse("web:tasks")
packs.list_instruments()
for _each in _TEMPLATES.rglob("*.html"):
    get_template(_each.relative_to(_TEMPLATES).as_posix())
gc.collect()
gc.freeze()
