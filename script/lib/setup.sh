# shellcheck shell=bash
# What every script needs before it starts. Sourced, never run: it changes into the project's root, and gives
#
#   setup_options "$@"   takes --yes out of the words; the others are in WORDS
#   setup_rust           Rust, new enough
#   setup_packages K…    system packages for the kinds named: build, desktop, browser, journeys, bench, alerting, scripts, icons
#   setup_ui             Node, new enough, the window's own packages, and the window itself, built anew where it is stale
#   setup_corpus         the program, built for release, and the corpus beside the project: PROGRAM, CORPUS and DATA
#   setup_tool NAME VER  a cargo subcommand, of this version or later
#
# It installs nothing without asking, unless CI is set or --yes was given; and nothing that is there already.

SCRIPT="script/$(basename "$0")"
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit

# The least Rust that builds this, as Cargo.toml has it.
RUST_WANTED=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
# The least Node that builds the window, as ui/package.json has it.
NODE_WANTED=$(sed -n 's/^ *"node": ">=\([0-9.]*\)".*$/\1/p' ui/package.json)

YES=${CI:+yes}
WORDS=()

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$SCRIPT: $*"
    exit 1
}

setup_options() {
    local word
    for word in "$@"; do
        if [ "$word" = --yes ]; then YES=yes; else WORDS+=("$word"); fi
    done
}

# Whether the version $1 is at least $2.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

setup_rust() {
    local have
    # rustup installs cargo where a shell that was open before does not look.
    command -v cargo > /dev/null || PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
    # Not piped: a rustup without a toolchain has a cargo that fails.
    have=$(cargo --version 2> /dev/null || true)
    have=$(printf '%s' "$have" | sed -n 's/^cargo \([0-9.]*\).*/\1/p')
    if [ -z "$have" ] || ! at_least "$have" "$RUST_WANTED"; then
        fail "Rust $RUST_WANTED or later is needed (${have:-none} found): install it from https://rustup.rs, then run this again."
    fi
}

# Installs after a yes. $1: what is missing; $2: how a person would install it; the rest: the command.
install_after_yes() {
    local what=$1 shown=$2 answer=
    shift 2
    say "$SCRIPT: missing: $what"
    say "    $shown"
    if [ -z "$YES" ]; then
        [ -t 0 ] || fail "run the line above, or this again with --yes."
        read -r -p "Run this now? [y/N] " answer
        case $answer in
            [yY]*) ;;
            *) fail "nothing was installed." ;;
        esac
    fi
    "$@" || fail "could not install: $what"
}

# Each line: what shows that it is there, the kind that needs it, then the package's name for apt and for dnf.
packages() {
    cat << 'END'
compiler         build     gcc                         gcc
headers          build     libc6-dev                   glibc-devel
make             build     make                        make
pkg-config       desktop   pkg-config                  pkgconf-pkg-config
WebKitGTK        desktop   libwebkit2gtk-4.1-dev       webkit2gtk4.1-devel
tray             desktop   libayatana-appindicator3-1  libayatana-appindicator-gtk3
chromium         browser   chromium                    chromium
dbus-daemon      journeys  dbus                        dbus-daemon
dbus-daemon      alerting  dbus                        dbus-daemon
Xvfb             journeys  xvfb                        xorg-x11-server-Xvfb
dunst            journeys  dunst                       dunst
import           journeys  imagemagick                 ImageMagick
gnome-keyring-daemon  journeys  gnome-keyring          gnome-keyring
xfce4-panel      journeys  xfce4-panel                 xfce4-panel
xfce4-notifyd    journeys  xfce4-notifyd               xfce4-notifyd
WebKitWebDriver  journeys  webkit2gtk-driver           webkit2gtk-driver
nginx            journeys  nginx-light                 nginx
dnsmasq          journeys  dnsmasq-base                dnsmasq
ip               journeys  iproute2                    iproute
unshare          journeys  util-linux                  util-linux
nft              journeys  nftables                    nftables
curl             bench     curl                        curl
shellcheck       scripts   shellcheck                  ShellCheck
rsvg-convert     icons     librsvg2-bin                librsvg2-tools
convert          icons     imagemagick                 ImageMagick
png2icns         icons     icnsutils                   libicns-utils
END
}

# Packages by apt, as $root.
install_by_apt() {
    # A fresh machine has no lists; what is in them may be had even when some of them can't be fetched.
    ${root[@]+"${root[@]}"} apt-get update -qq || say "$SCRIPT: not all package lists could be fetched."
    ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

is_there() {
    case $1 in
        compiler) command -v cc > /dev/null ;;
        # A C compiler without the C library's headers builds none of SQLite, zstd and the cryptography.
        headers) command -v cc > /dev/null && echo '#include <stdlib.h>' | cc -E -x c - > /dev/null 2>&1 ;;
        # Fedora's has another name.
        chromium) command -v chromium > /dev/null || command -v chromium-browser > /dev/null ;;
        WebKitGTK) pkg-config --exists webkit2gtk-4.1 2> /dev/null ;;
        # Loaded by its name when the program runs: the linker's cache knows it.
        tray) { ldconfig -p || /sbin/ldconfig -p; } 2> /dev/null | grep -q 'lib\(ayatana-\)\?appindicator3\.so\.1' ;;
        # Not on the search path: the bus starts it.
        xfce4-notifyd) compgen -G '/usr/lib*/xfce4/notifyd/xfce4-notifyd' > /dev/null ||
            compgen -G '/usr/lib/*/xfce4/notifyd/xfce4-notifyd' > /dev/null ;;
        *) command -v "$1" > /dev/null ;;
    esac
}

setup_packages() {
    local sign kind apt dnf
    local missing=() for_apt=() for_dnf=()
    while read -r sign kind apt dnf; do
        case " $* " in
            *" $kind "*) ;;
            *) continue ;;
        esac
        if ! is_there "$sign"; then
            missing+=("$sign")
            for_apt+=("$apt")
            for_dnf+=("$dnf")
        fi
    done < <(packages)
    [ ${#missing[@]} -gt 0 ] || return 0

    local system='' root=()
    # shellcheck source=/dev/null
    [ ! -r /etc/os-release ] || system=$(. /etc/os-release && printf ' %s %s ' "${ID:-}" "${ID_LIKE:-}")
    if [ "$(id -u)" != 0 ]; then
        command -v sudo > /dev/null || fail "missing: ${missing[*]}. Run this as root once, or install sudo."
        root=(sudo)
    fi
    case $system in
        # Tested on Debian 12. Ubuntu is like it, and has not been tested.
        *' debian '* | *' ubuntu '*)
            install_after_yes "${missing[*]}" "${root[*]:+${root[*]} }apt-get install ${for_apt[*]}" install_by_apt "${for_apt[@]}"
            ;;
        # Not tested.
        *' fedora '*)
            install_after_yes "${missing[*]}" "${root[*]:+${root[*]} }dnf install ${for_dnf[*]}" \
                ${root[@]+"${root[@]}"} dnf install -y "${for_dnf[@]}"
            ;;
        *) fail "missing: ${missing[*]}. Install what holds them (on Debian: ${for_apt[*]}), then run this again." ;;
    esac
    for sign in "${missing[@]}"; do
        is_there "$sign" || fail "$sign is still missing after installing."
    done
}

setup_tool() {
    local name=$1 version=$2 have
    have=$(cargo "${name#cargo-}" --version 2> /dev/null | tail -n 1 || true)
    at_least "${have##* }" "$version" ||
        install_after_yes "$name $version" "cargo install --locked $name@$version" \
            cargo install --locked --quiet "$name@$version"
}

setup_node() {
    local have
    have=$(node --version 2> /dev/null || true)
    if [ -z "$have" ] || ! at_least "${have#v}" "$NODE_WANTED"; then
        fail "Node $NODE_WANTED or later is needed to build the window (${have:-none} found; Debian 12's own is too old): install it from https://nodejs.org, then run this again."
    fi
    command -v npm > /dev/null || fail "npm is missing: it comes with Node from https://nodejs.org."
}

setup_ui() {
    setup_node
    if [ ! -e ui/node_modules/.package-lock.json ] || [ ui/package-lock.json -nt ui/node_modules/.package-lock.json ]; then
        # The window is tried in the system's Chromium: no browser is fetched.
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix ui ci --no-audit --no-fund --loglevel=error >&2 || fail "the window's packages could not be installed: npm says why above."
        # npm keeps the time of an unchanged file.
        touch ui/node_modules/.package-lock.json
    fi
    if [ ! -e ui/dist/index.html ] || [ -n "$(find ui/src ui/*.* icons crates/core/src/text/*/window.ftl -newer ui/dist/index.html -print -quit)" ]; then
        npm --prefix ui run --silent build >&2 || fail "the window could not be built: see above."
    fi
}

# Builds the program, unpacks the corpus beside the project, and leaves their paths in PROGRAM, CORPUS and DATA.
# shellcheck disable=SC2034 # they are for the script that sources this
setup_corpus() {
    CORPUS=../shared/corpus
    [ -x "$CORPUS/unpack" ] || fail "the corpus is not here: $CORPUS has no unpack. Nothing was measured."
    command -v python3 > /dev/null || fail "Python 3 is needed to measure: install the package python3."
    setup_rust
    setup_packages build
    cargo build --locked --release --quiet -p frontwatch
    PROGRAM=$(realpath "${CARGO_TARGET_DIR:-target}/release/frontwatch")
    say "Unpacking the corpus (about 620 MB)."
    DATA=$("$CORPUS/unpack")
}
