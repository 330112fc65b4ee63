//! A front page on loopback whose words can be set to anything: what a page that was taken over says.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};

/// A front page on loopback.
pub(crate) struct Site {
    pub(crate) address: String,
    /// What stands in its title and in its main heading, as HTML.
    words: Arc<Mutex<String>>,
}

impl Site {
    /// One with these words in its title and its main heading.
    pub(crate) fn open(words: &str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port on 127.0.0.1")?;
        let address = format!("http://{}/", listener.local_addr()?);
        let words = Arc::new(Mutex::new(words.to_owned()));
        let known = Arc::clone(&words);
        // It ends with the test's process.
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let page = page(&known.lock().unwrap_or_else(PoisonError::into_inner));
                let mut lines = BufReader::new(&connection).lines();
                while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n";
                // A reader that has gone does not matter.
                let _ = write!(&connection, "{head}Content-Length: {}\r\n\r\n{page}", page.len());
            }
        });
        Ok(Self { address, words })
    }

    /// From now on it says this.
    pub(crate) fn say(&self, words: &str) {
        words.clone_into(&mut self.words.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

fn page(words: &str) -> String {
    let story = |n: usize| {
        format!(
            "<article><h3><a href=\"/story/{n}\">The council weighs plan number {n} for the old harbour</a></h3>\
             <p>Residents of the quarter were heard on Tuesday about the {n}th proposal.</p></article>"
        )
    };
    let stories: Vec<String> = (0..30).map(story).collect();
    let stories = stories.concat();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{words}</title></head><body><header><a href=\"/\"><img \
         src=\"/logo.png\" alt=\"The Harbour Gazette\"></a><nav><a href=\"/news\">News</a><a href=\"/sport\">Sport</a>\
         <a href=\"/culture\">Culture</a></nav></header><main><h1>{words}</h1>{stories}</main>\
         <footer><a href=\"/about\">About us</a></footer></body></html>"
    )
}
