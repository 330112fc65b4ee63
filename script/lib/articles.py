"""How well does `frontwatch replay --kind article` tell a rewritten story from a corrected one?

  articles.py DATA --bin "PATH/frontwatch replay --json" [--pages N] [--show missed|false]

DATA is an unpacked corpus; of it singles/ is used. Each page is one story that is known from one look. What is changed is
always a paragraph (<p>) that a reader sees, chosen by a seed made of the page's name: the same in every run.
"""
import argparse, collections, json, os, random, re, shlex, subprocess, sys, tempfile, time

LONG = 40  # words of a paragraph whose replacement must be seen
UPDATE = "UPDATE: This story was changed after its publication to add what was said by those who were asked on the next day."
SENTENCE = " Those who were asked did not answer by the evening."


def read(path):
    return open(path, encoding="utf-8", errors="surrogateescape").read()


def write(path, text):
    open(path, "w", encoding="utf-8", errors="surrogateescape").write(text)


def seen(html):
    """The same text, as long, with what no reader sees blanked."""
    hidden = r"<!--.*?-->|<(script|style|template|noscript|textarea|select)\b.*?</\1\s*>"
    return re.sub(hidden, lambda m: " " * len(m.group(0)), html, flags=re.I | re.S)


def plain(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def paragraphs(html):
    """(start, end, words) of the inside of each paragraph that is closed and holds no other block."""
    found = []
    for m in re.finditer(r"<p(?:\s[^>]*)?>((?:(?!<p[\s>]|</?div).)*?)</p\s*>", seen(html), re.I | re.S):
        found.append((m.start(1), m.end(1), len(plain(m.group(1)).split())))
    return found


def words_in(html, start, end):
    """(start, end) of each word of a paragraph outside of its tags and references."""
    inside = re.sub(r"<[^>]*>|&#?\w+;", lambda m: " " * len(m.group(0)), html[start:end])
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", inside)]


def swap(html, span, text):
    return html[: span[0]] + text + html[span[1] :]


def word(html, at, rng, least=4):
    spans = [s for s in words_in(html, at[0], at[1]) if s[1] - s[0] >= least]
    return rng.choice(spans) if spans else None


def changed_word(change, least=4):
    def by(html, at, rng):
        span = word(html, at, rng, least)
        return swap(html, span, change(html[span[0] : span[1]], rng)) if span else None

    return by


def letters_swapped(text, rng):
    i = rng.randrange(len(text) - 1)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def name_corrected(html, at, rng):
    """A word that is written with a capital, in all of the paragraph."""
    names = [html[a:b] for a, b in words_in(html, at[0], at[1]) if html[a].isupper() and b - a >= 4]
    if not names:
        return None
    name = rng.choice(names)
    return html[: at[0]] + html[at[0] : at[1]].replace(name, name[:-1] + "ova") + html[at[1] :]


CORRECTED = {
    "typo": changed_word(letters_swapped),
    "number": changed_word(lambda _, rng: str(rng.randrange(2, 900)), 1),
    "another word": changed_word(lambda text, _: text[::-1]),
    "a word less": changed_word(lambda *_: ""),
    "name": name_corrected,
    "sentence more": lambda html, at, _: html[: at[1]] + SENTENCE + html[at[1] :],
    "sentence before": lambda html, at, _: html[: at[0]] + SENTENCE.strip() + " " + html[at[0] :],
    "appended": lambda html, at, _: html[: at[1]] + f"</p><p>{UPDATE}" + html[at[1] :],
    "byline": lambda html, at, rng: html[: at[0]] + f"By a reporter, updated {rng.randrange(10, 24)}:40</p><p>" + html[at[0] :],
    "emphasis": lambda html, at, rng: (lambda s: s and swap(html, s, f"<b>{html[s[0]:s[1]]}</b>"))(word(html, at, rng)),
}


def run(command, dirs):
    rows = {}
    began = time.time()
    for at in range(0, len(dirs), 200):
        done = subprocess.run(
            shlex.split(command) + ["--kind", "article", "--learn", "1", *dirs[at : at + 200]],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
        )
        for line in done.stdout.decode("utf-8", "replace").splitlines():
            row = json.loads(line)
            rows[row["dir"]] = row
    return rows, time.time() - began


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--bin", required=True)
    parser.add_argument("--pages", type=int, default=10**6)
    parser.add_argument("--show", choices=["missed", "false"])
    args = parser.parse_args()
    folder = os.path.join(args.data, "singles")
    pages = {name: read(os.path.join(folder, name, "index.html")) for name in sorted(os.listdir(folder))[: args.pages]}
    long = {name: [p for p in paragraphs(html) if p[2] >= LONG] for name, html in pages.items()}
    texts = [(name, plain(seen(pages[name])[a:b])) for name, all_of in long.items() for a, b, _ in all_of]

    with tempfile.TemporaryDirectory(prefix="frontwatch-articles-") as work:
        jobs = {}

        def job(name, what, text):
            at = os.path.join(work, f"{len(jobs):05}")
            os.mkdir(at)
            os.symlink(os.path.abspath(os.path.join(folder, name, "index.html")), os.path.join(at, "0.html"))
            write(os.path.join(at, "1.html"), text)
            jobs[at] = (name, what)

        for name, html in pages.items():
            rng = random.Random(name)
            places = [p for p in paragraphs(html) if p[2] >= 10]
            for what, change in CORRECTED.items() if places else ():
                text = change(html, rng.choice(places), rng)
                if text and text != html:
                    job(name, "corrected: " + what, text)
            for a, b, count in long[name]:
                others = [text for other, text in texts if other != name]
                job(name, "replaced: by another page's", html[:a] + rng.choice(others) + html[b:])
                own = plain(seen(html)).split()
                job(name, "replaced: by words of its own", html[:a] + " ".join(rng.choices(own, k=count)) + html[b:])
        rows, took = run(args.bin, list(jobs))

    tally = collections.defaultdict(collections.Counter)
    for at, (name, what) in jobs.items():
        row = rows.get(at, {"verdict": "none", "signals": []})
        tally[what][row["verdict"]] += 1
        wrong = row["verdict"] != ("normal" if what.startswith("corrected") else "alarm")
        if wrong and args.show == ("false" if what.startswith("corrected") else "missed"):
            print(f"{name}: {what}: {row['verdict']} {[s['kind'] for s in row['signals']]}", file=sys.stderr)
    for sort, good in (("corrected", "normal"), ("replaced", "alarm")):
        kinds = {what: counts for what, counts in tally.items() if what.startswith(sort)}
        all_of = sum(sum(counts.values()) for counts in kinds.values())
        right = sum(counts[good] for counts in kinds.values())
        told = sum(counts["suspect"] for counts in kinds.values())
        print(f"{sort}: {right} of {all_of} {good}, {told} suspect   rate {right / max(all_of, 1):.4f}")
        for what, counts in sorted(kinds.items()):
            print(f"    {what.split(': ')[1]:24} {counts[good]:5} / {sum(counts.values()):5}   {dict(counts)}")
    print(f"{len(pages)} pages, {sum(map(bool, long.values()))} with a paragraph of {LONG} words or more; "
          f"{1000 * took / max(len(jobs), 1):.1f} ms wall for each pair of looks")


if __name__ == "__main__":
    main()
