//! A drawing (SVG) is drawn small within bounds, or known by its digest alone.

use frontwatch_core::parts::Picture;

/// Reads bytes as what stands in a drawing.
pub fn holds(bytes: &[u8]) {
    crate::picture::holds(bytes);
    if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains("<svg")) {
        let text = String::from_utf8_lossy(bytes);
        let whole = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 64 32\">{text}</svg>"
        );
        assert!(Picture::read(whole.as_bytes()).is_some(), "a drawing is none");
        crate::picture::holds(whole.as_bytes());
    }
}
