//! Which open elements a start tag ends, and what stands elsewhere than it is written: as the HTML standard has it, as far as
//! it changes what is seen.

use super::{Open, Reader, most};
use crate::extract::element::{StartTag, Tag};
use crate::extract::name::Key;
use crate::extract::style::Unseen;

impl Reader {
    /// Ends what a start tag ends that does not stand in it.
    pub(super) fn make_way(&mut self, start: &StartTag, name: Key) {
        let tag = start.tag;
        if tag.leaves_drawings(&start.name)
            && let Some(at) = self.drawing()
        {
            self.pop_to(at);
        }
        if tag.ends_paragraph(&start.name) {
            self.end(|open| open.tag == Tag::Paragraph, |open| open.tag.bounds() || open.tag == Tag::Button);
        }
        match tag {
            Tag::Heading(_) if self.top().is_some_and(|top| matches!(top.tag, Tag::Heading(_))) => {
                self.pop_to(self.stack.len() - 1);
            }
            Tag::Cell | Tag::Row | Tag::Rows => {
                for inner in [Tag::Cell, Tag::Row, Tag::Rows] {
                    self.end(|open| open.tag == inner, |open| open.tag == Tag::Table);
                    if inner == tag {
                        break;
                    }
                }
            }
            // A table that stands in another's rows, not in a cell, ends that one.
            Tag::Table if self.between_cells().is_some() => self.end(|open| open.tag == Tag::Table, |_| false),
            Tag::Item => self.end(|open| open.name == name, |open| !open.tag.inline()),
            Tag::Button => self.end(|open| open.tag == Tag::Button, |open| open.tag.bounds()),
            Tag::A => self.end_other_link(),
            _ => {}
        }
    }

    /// Closes the nearest open element that is meant, unless one stands before it that keeps it from being closed.
    fn end(&mut self, meant: impl Fn(&Open) -> bool, kept: impl Fn(&Open) -> bool) {
        let near = self.stack.iter().enumerate().rev().take(most::LOOK_UP);
        let found = near.map(|(at, open)| (at, meant(open), kept(open))).find(|(_, meant, kept)| *meant || *kept);
        if let Some((at, true, _)) = found {
            self.pop_to(at);
        }
    }

    /// A link ends the link it stands in. What was opened in that one stays open, and is no part of it any more.
    fn end_other_link(&mut self) {
        let near = self.stack.iter().enumerate().rev().take(most::LOOK_UP);
        let bounds = |open: &Open| open.tag.bounds() && open.tag != Tag::Table;
        let Some((at, _)) = near.take_while(|(_, open)| !bounds(open)).find(|(_, open)| open.tag == Tag::A) else {
            return;
        };
        if self.stack[at + 1..].iter().all(|open| open.tag.inline()) {
            return self.pop_to(at);
        }
        self.flush_block();
        self.end_link();
        self.stack.remove(at);
        let mut around = at.checked_sub(1).map_or_else(Unseen::default, |at| self.stack[at].unseen);
        for open in &mut self.stack[at..] {
            around = around.within(open.seen, open.own);
            open.unseen = around;
        }
    }

    /// Where the drawing begins in which the next tag would stand.
    fn drawing(&self) -> Option<usize> {
        let near = self.stack.iter().enumerate().rev().take(most::LOOK_UP);
        let mut near = near.map(|(at, open)| (at, open.tag)).take_while(|(_, tag)| *tag != Tag::Inset);
        near.find(|(_, tag)| *tag == Tag::Svg).map(|(at, _)| at)
    }

    /// Where the table begins, if the next tag would stand in it and in none of its cells.
    fn between_cells(&self) -> Option<usize> {
        let top = self.stack.len().checked_sub(1)?;
        if !matches!(self.stack[top].tag, Tag::Table | Tag::Rows | Tag::Row) {
            return None;
        }
        let mut near = self.stack.iter().enumerate().rev().take(most::LOOK_UP);
        near.find(|(_, open)| open.tag == Tag::Table).map(|(at, _)| at)
    }

    /// Whether browsers take a tag for none where it stands, or for one that holds nothing: a form in a form, or between the
    /// cells of a table; a part of a table in none.
    pub(super) fn holds_nothing(&self, tag: Tag) -> bool {
        match tag {
            Tag::Form => self.forms > 0 || self.between_cells().is_some(),
            Tag::Cell | Tag::Row | Tag::Rows => {
                let mut near = self.stack.iter().rev().take(most::LOOK_UP);
                !near.any(|open| matches!(open.tag, Tag::Table | Tag::Template))
            }
            _ => false,
        }
    }

    /// What of the next text or tag is not seen, whatever its own style: what stands in a table and in none of its cells is shown
    /// before the table.
    pub(super) fn around(&self, tag: Option<Tag>) -> Unseen {
        let fits = matches!(
            tag,
            Some(Tag::Table | Tag::Rows | Tag::Row | Tag::Cell | Tag::Style | Tag::Script | Tag::Template | Tag::Void)
        );
        let holder = match self.between_cells().filter(|_| !fits) {
            Some(table) => table.checked_sub(1),
            None => self.stack.len().checked_sub(1),
        };
        holder.map_or_else(Unseen::default, |at| self.stack[at].unseen)
    }
}

impl Tag {
    /// Whether it ends a paragraph that it stands in.
    fn ends_paragraph(self, name: &[u8]) -> bool {
        matches!(self, Self::Paragraph | Self::Heading(_) | Self::Table | Self::Form)
            || matches!(
                name,
                b"address"
                    | b"article"
                    | b"aside"
                    | b"blockquote"
                    | b"center"
                    | b"details"
                    | b"dialog"
                    | b"dir"
                    | b"div"
                    | b"dl"
                    | b"dd"
                    | b"dt"
                    | b"fieldset"
                    | b"figcaption"
                    | b"figure"
                    | b"footer"
                    | b"header"
                    | b"hgroup"
                    | b"hr"
                    | b"li"
                    | b"listing"
                    | b"main"
                    | b"menu"
                    | b"nav"
                    | b"ol"
                    | b"plaintext"
                    | b"pre"
                    | b"search"
                    | b"section"
                    | b"summary"
                    | b"ul"
                    | b"xmp"
            )
    }

    /// Whether it cannot stand in a drawing or a formula, and ends one.
    fn leaves_drawings(self, name: &[u8]) -> bool {
        matches!(
            self,
            Self::Paragraph | Self::Heading(_) | Self::Table | Self::Img | Self::Meta | Self::Body | Self::Head
        ) && name != b"image"
            || matches!(
                name,
                b"b" | b"big"
                    | b"blockquote"
                    | b"br"
                    | b"center"
                    | b"code"
                    | b"dd"
                    | b"div"
                    | b"dl"
                    | b"dt"
                    | b"em"
                    | b"embed"
                    | b"hr"
                    | b"i"
                    | b"li"
                    | b"listing"
                    | b"menu"
                    | b"nobr"
                    | b"ol"
                    | b"pre"
                    | b"ruby"
                    | b"s"
                    | b"small"
                    | b"span"
                    | b"strong"
                    | b"strike"
                    | b"sub"
                    | b"sup"
                    | b"tt"
                    | b"u"
                    | b"ul"
                    | b"var"
            )
    }

    /// Whether nothing in it ends what stands around it.
    fn bounds(self) -> bool {
        matches!(self, Self::Table | Self::Cell | Self::Inset | Self::Template | Self::Object | Self::Html)
    }
}
