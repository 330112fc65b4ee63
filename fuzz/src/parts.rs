//! A style sheet and a script file are read to their end, and what is kept of them is bounded.

use frontwatch_core::parts::{Facts, PartKind};

use crate::cut;

/// Reads bytes as a style sheet and as a script.
pub fn holds(bytes: &[u8]) {
    for kind in [PartKind::Sheet, PartKind::Script] {
        let read = Facts::read(kind, bytes);
        assert_eq!(read, Facts::read(kind, bytes), "a part is not read the same twice");
        match read {
            Some(Facts::Sheet(sheet)) => {
                assert!(sheet.rules().len() <= 1200, "{} rules", sheet.rules().len());
                assert!(sheet.imports.len() <= 10 && sheet.backgrounds.len() <= 4);
                sheet.imports.iter().for_each(|host| cut(host, 300));
                sheet.backgrounds.iter().for_each(|address| cut(address, 500));
            }
            Some(Facts::Script(script)) => {
                assert!(script.pieces.len() <= script.len as usize / 512 + 1, "{} pieces", script.pieces.len());
                assert!(script.hosts.len() <= 40 && script.aims.len() <= 40);
                script.hosts.iter().chain(&script.aims).for_each(|host| cut(host, 300));
            }
            Some(Facts::Picture(_)) => panic!("a picture where there is none"),
            None => {}
        }
    }
}
