#!/bin/bash
# debian-trees.sh DIR [SUITE...]
#
# Puts the trees of Debian's nova and os-vif packages below DIR: what the binary packages install, and every source
# package that the mirror serves in full, unpacked with its own patches. One line a tree on standard output:
#
#     installed|source SUITE PROJECT VERSION PATH
#
# Uses apt with a configuration, lists and a cache of its own below DIR, and of the machine's apt only the mirror's
# address and how to reach it: signatures and checksums are apt's and dpkg-source's to check, against Debian's keyring.
# A tree that is there is not fetched again.
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
dir=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- bullseye bookworm trixie

mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(COMPONENT) $(REPO_URI)' |
    sed -n 's/^Debian Debian main //p' | head -1)}
[ -n "$mirror" ] || { echo "debian-trees: apt has no index of Debian: apt-get update, or set DEBIAN_MIRROR" >&2; exit 1; }
reach=$(apt-config dump | grep -E '^Acquire::([a-z]+::|Check-)')

apt_of() {
    local suite=$1 state=$dir/apt-$1
    export APT_CONFIG=$state/apt.conf
    [ -e "$state/updated" ] && return
    mkdir -p "$state"/{lists/partial,cache/archives/partial}
    : > "$state/status"
    printf '%s [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] '"$mirror $suite"' main\n' deb deb-src > "$state/list"
    cat > "$state/apt.conf" <<CONF
Dir::Etc::Main "/dev/null";
Dir::Etc::Parts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::SourceList "$state/list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State "$state";
Dir::State::Lists "$state/lists";
Dir::State::status "$state/status";
Dir::Cache "$state/cache";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
$reach
CONF
    apt-get update -q -o APT::Update::Error-Mode=any >&2
    touch "$state/updated"
}

installed() { # SUITE PROJECT PACKAGE
    local place=$dir/$1-$2-installed version
    if [ ! -e "$place/.version" ]; then
        rm -rf "$place" "$place.new"
        mkdir -p "$place.new"
        (cd "$place.new" && apt-get download -q "$3" >&2 && dpkg-deb -x ./*.deb . && dpkg-deb -f ./*.deb Version > .version)
        mv "$place.new" "$place"
    fi
    version=$(cat "$place/.version")
    echo "installed $1 $2 $version $place/usr/lib/python3/dist-packages"
}

source_package() { # SUITE PROJECT PACKAGE; a mirror may list files that it does not serve
    local place=$dir/$1-$2-source tree
    if [ ! -e "$place/tree" ] && [ ! -e "$place/not-served" ]; then
        rm -rf "$place"
        mkdir -p "$place"
        if ! (cd "$place" && apt-get source -q --download-only "$3" && dpkg-source -x ./*.dsc tree) >"$place/log" 2>&1; then
            rm -rf "$place/tree"
            touch "$place/not-served"
        fi
    fi
    tree=$place/tree
    [ -e "$tree" ] || { echo "debian-trees: $1 $3: the source package is not served" >&2; return 0; }
    echo "source $1 $2 $(dpkg-parsechangelog -l "$tree/debian/changelog" -S Version) $tree"
}

for suite; do
    apt_of "$suite"
    installed "$suite" nova python3-nova
    installed "$suite" os-vif python3-os-vif
    source_package "$suite" nova nova
    source_package "$suite" os-vif python-os-vif
done
