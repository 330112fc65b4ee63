//! Writes the seeds that are pages and pictures of our own tests, and lists and documents like them; see `seeds/make`.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use frontwatch_fuzz::pages;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

fn main() -> std::io::Result<()> {
    let write = |name: &str, bytes: &[u8]| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
        fs::create_dir_all(path.parent().expect("a folder"))?;
        fs::write(path, bytes)
    };
    let (front, login, article, feed) = (pages::front(4), pages::login(4), pages::article(4), pages::feed(4));
    write("page/front", front.as_bytes())?;
    write("page/login", login.as_bytes())?;
    write("page/article", article.as_bytes())?;
    for (kind, page) in [&front, &login, &article].into_iter().enumerate() {
        write(&format!("judged/ordinary-{kind}"), format!("{kind}{page}").as_bytes())?;
    }
    write("besides/front", format!("{front}\n---\n{}", pages::front(6)).as_bytes())?;
    write("besides/article", format!("{article}\n---\n{}", pages::article(5)).as_bytes())?;
    write("feed/rss", feed.as_bytes())?;
    write("snapshot/three", snapshots(&front).as_bytes())?;

    let map = "<urlset><url><loc>https://www.outlet.example/a</loc></url></urlset>";
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(map.as_bytes())?;
    let packed = gzip.finish()?;
    write("sitemap/packed", &packed)?;
    write("codings/gzip", &[b"gzip\n", packed.as_slice()].concat())?;
    write("codings/zstd", &[b"zstd\n", zstd::encode_all(map.as_bytes(), 9)?.as_slice()].concat())?;
    write("codings/nested", &[b"gzip, zstd\n", zstd::encode_all(packed.as_slice(), 9)?.as_slice()].concat())?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 5, 18).write_all(map.as_bytes())?;
    write("codings/br", &[b"br\n", brotli.as_slice()].concat())?;

    let drawn = RgbaImage::from_fn(40, 24, |x, y| {
        let light = u8::try_from((x * 6 + y * 3) % 256).expect("less");
        Rgba([light, 255 - light, u8::from(x > y) * 200, if x < 4 { 0 } else { 255 }])
    });
    let drawn = DynamicImage::ImageRgba8(drawn);
    for (name, format, picture) in [
        ("alpha.png", ImageFormat::Png, drawn.clone()),
        ("grey.png", ImageFormat::Png, drawn.to_luma16().into()),
        ("wide.jpg", ImageFormat::Jpeg, drawn.to_rgb8().into()),
        ("grey.jpg", ImageFormat::Jpeg, drawn.to_luma8().into()),
        ("drawn.gif", ImageFormat::Gif, drawn.clone()),
        ("lossless.webp", ImageFormat::WebP, drawn.clone()),
    ] {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).expect("memory");
        write(&format!("picture/{name}"), bytes.get_ref())?;
    }
    Ok(())
}

fn snapshots(page: &str) -> String {
    let meta = "{\"url\":\"https://outlet.example/\",\"status\":200,\"headers\":{\"content-type\":\"text/html; charset=utf-8\"},\
                \"fetched_at\":\"2025-02-20T10:00:00Z\"}";
    format!("20250220T100000Z.html\n{meta}\n{page}\n---\nb.html\n{{}}\n\n---\nc.html\n{{\"status\":503}}\n<p>gone")
}
