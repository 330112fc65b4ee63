//! A body on the wire is unpacked to at most 10 MiB or is an error; and what was packed comes back as it was.

use bytes::Bytes;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use crate::decode::{LARGEST_BODY, decode, may_be_packed, unpacked};

/// Reads a line as a `Content-Encoding` and the rest as a body.
pub fn holds(bytes: &[u8]) {
    let (labels, body) = crate::first_line(bytes);
    let wire = Bytes::copy_from_slice(body);
    let decoded = decode([labels.as_str()], wire.clone());
    assert_eq!(decoded, decode([labels.as_str()], wire.clone()));
    if let Ok(decoded) = &decoded {
        assert!(decoded.len() <= LARGEST_BODY);
    }
    if let Ok(plain) = unpacked(wire.clone()) {
        assert!(plain.len() <= LARGEST_BODY);
    }
    may_be_packed(&labels);
    for (label, packed) in [
        ("gzip", packed(GzEncoder::new(Vec::new(), Compression::fast()), body, GzEncoder::finish)),
        ("deflate", packed(ZlibEncoder::new(Vec::new(), Compression::fast()), body, ZlibEncoder::finish)),
        ("zstd", zstd::encode_all(body, 1).expect("memory")),
    ] {
        assert_eq!(decode([label], packed.into()).as_ref(), Ok(&wire), "{label}");
    }
    // A bare stream may by chance begin as a zlib one does; then it is not read as what it is.
    let bare = packed(DeflateEncoder::new(Vec::new(), Compression::fast()), body, DeflateEncoder::finish);
    if let Ok(back) = decode(["deflate"], bare.into()) {
        assert_eq!(back, wire);
    }
}

fn packed<W: std::io::Write>(mut packer: W, body: &[u8], finish: fn(W) -> std::io::Result<Vec<u8>>) -> Vec<u8> {
    packer.write_all(body).expect("memory");
    finish(packer).expect("memory")
}
