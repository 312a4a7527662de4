#!/usr/bin/env bash
# Puts the course on a server where The Littlest JupyterHub is installed, or renews it there.
# On that server, as root, from the course's folder:
#   sudo bash deploy/hub/tljh/install.sh
set -euo pipefail
tljh="${TLJH:-/opt/tljh}"
shared="${SHARED:-/srv/before-you-post}"
lecturers="${LECTURERS:-jupyterhub-admins}"
here="$(cd "$(dirname "$0")/../../.." && pwd)"

python="$tljh/user/bin/python"
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "The course needs Python 3.11 or newer; $python is older. A newer TLJH has one." >&2
  exit 1
fi

# What learners need, in the Python that all of them share; its jupyterhub is TLJH's own.
"$python" -m pip install --only-binary :all: -c "$here/constraints.txt" "$here" nbgitpuller

# What their servers do.
mkdir -p "$tljh/user/etc/jupyter" "$tljh/user/share/jupyter/lab/settings"
cp -r "$here/deploy/hub/learner/." "$tljh/user/etc/jupyter/"
cp "$here/launcher/settings/overrides.json" "$tljh/user/share/jupyter/lab/settings/"

# The shared pack, which lecturers change, and the letter box for hand-ins: everybody may put
# something in, only lecturers can look.
mkdir -p "$shared/pack" "$shared/hand_in"
chgrp "$lecturers" "$shared/pack" "$shared/hand_in"
chmod 2775 "$shared/pack"
chmod 1773 "$shared/hand_in"

# What the Hub does.
mkdir -p "$tljh/config/jupyterhub_config.d"
cp "$here/deploy/hub/tljh/before_you_post.py" "$tljh/config/jupyterhub_config.d/"
tljh-config set services.cull.timeout 3600
tljh-config set services.cull.every 300
tljh-config reload hub
