//! What an intruder does to an outlet, by name.
//!
//! Whose words, pictures and hosts they are is the [`Intruder`]'s. An attack changes the [`Face`] that the templates draw;
//! it never edits finished HTML, so attacks combine and taking one back leaves no trace.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::intruder::Intruder;

/// Where the uploaded cover lies on the outlet's own host.
pub(crate) const COVER_PATH: &str = "/uploads/banner-full.png";
/// Where the uploaded logo lies on the outlet's own host.
pub(crate) const LOGO_PATH: &str = "/uploads/mark.png";

/// Something that an intruder does to an outlet. Several can hold at once; taking them back restores the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attack {
    /// The whole front page is another page: black, one picture, one sentence.
    Defacement,
    /// A picture that the outlet never had, served from its own host, covers the front page, which stays beneath.
    Cover,
    /// A frame of a foreign host covers the front page.
    ForeignFrame,
    /// One script of a foreign host is added in a story card.
    ForeignScript,
    /// The front page has another title.
    Title,
    /// Every headline of the front page is one message.
    Headlines,
    /// The logo in the masthead is a picture at a new address.
    Logo,
    /// The logo in the masthead is another picture at its old address.
    LogoRepainted,
    /// The outlet's own style sheet lays a picture over the whole page, whose HTML is what it was.
    StylePainted,
    /// A loader of a foreign host is appended to the outlet's own script file.
    ScriptPlanted,
    /// Every story's picture is one picture, under the addresses that they had.
    PicturesSame,
    /// The front page sends its readers to a foreign host (`<meta http-equiv="refresh">`).
    Refresh,
    /// Every story link of the front page leads to a foreign host.
    Links,
    /// The front page has its masthead and footer and nothing between.
    Wiped,
    /// The login form of the admin page sends what is typed to a foreign host.
    LoginForm,
    /// The admin page opens without a login.
    OpenAdmin,
    /// The newer half of the published stories answers 404 and is out of the feed; the front page, which a cache
    /// holds, still names them.
    DeletedStories,
    /// The list of users has an administrator more.
    NewAdministrator,
}

impl Attack {
    /// Every attack.
    pub const ALL: [Self; 18] = [
        Self::Defacement,
        Self::Cover,
        Self::ForeignFrame,
        Self::ForeignScript,
        Self::Title,
        Self::Headlines,
        Self::Logo,
        Self::LogoRepainted,
        Self::StylePainted,
        Self::ScriptPlanted,
        Self::PicturesSame,
        Self::Refresh,
        Self::Links,
        Self::Wiped,
        Self::LoginForm,
        Self::OpenAdmin,
        Self::DeletedStories,
        Self::NewAdministrator,
    ];

    /// Its name on the command line, in addresses and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Defacement => "defacement",
            Self::Cover => "cover",
            Self::ForeignFrame => "foreign-frame",
            Self::ForeignScript => "foreign-script",
            Self::Title => "title",
            Self::Headlines => "headlines",
            Self::Logo => "logo",
            Self::LogoRepainted => "logo-repainted",
            Self::StylePainted => "style-painted",
            Self::ScriptPlanted => "script-planted",
            Self::PicturesSame => "pictures-same",
            Self::Refresh => "refresh",
            Self::Links => "links",
            Self::Wiped => "wiped",
            Self::LoginForm => "login-form",
            Self::OpenAdmin => "open-admin",
            Self::DeletedStories => "deleted-stories",
            Self::NewAdministrator => "new-administrator",
        }
    }
}

impl fmt::Display for Attack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No attack has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no attack is called {0:?}; there are: {names}", names = Attack::ALL.map(Attack::name).join(", "))]
pub struct NotAnAttack(pub String);

impl FromStr for Attack {
    type Err = NotAnAttack;

    fn from_str(name: &str) -> Result<Self, NotAnAttack> {
        Self::ALL.into_iter().find(|attack| attack.name() == name).ok_or_else(|| NotAnAttack(name.to_owned()))
    }
}

/// How a front page looks apart from its stories: the outlet's own way, or what attacks made of it.
#[derive(Debug, Clone)]
pub(crate) struct Face {
    /// The document's title.
    pub(crate) title: String,
    /// The address of the masthead's logo.
    pub(crate) logo: &'static str,
    /// HTML at the end of the head.
    pub(crate) head: String,
    /// HTML at the beginning of the body.
    pub(crate) body: String,
    /// HTML inside the third story card.
    pub(crate) card: String,
    /// In the place of every headline.
    pub(crate) headline: Option<String>,
    /// In front of every story's path: empty, or a foreign origin.
    pub(crate) origin: String,
    /// Whether there is anything between masthead and footer.
    pub(crate) wiped: bool,
    /// In the place of the whole document.
    pub(crate) document: Option<String>,
}

impl Face {
    /// The face of a page with this title as the outlet wants it.
    pub(crate) fn own(title: String) -> Self {
        Self {
            title,
            logo: "/img/logo.png",
            head: String::new(),
            body: String::new(),
            card: String::new(),
            headline: None,
            origin: String::new(),
            wiped: false,
            document: None,
        }
    }

    /// The same page under these attacks.
    pub(crate) fn under(mut self, attacks: &BTreeSet<Attack>, intruder: &Intruder) -> Self {
        for attack in attacks {
            self.suffer(*attack, intruder);
        }
        self
    }

    fn suffer(&mut self, attack: Attack, intruder: &Intruder) {
        let host = &intruder.host;
        match attack {
            Attack::Defacement => self.document = Some(defacement(intruder)),
            Attack::Cover => {
                self.body = format!(
                    "{}<div style=\"position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999;background:#000\">\
                     <img src=\"{COVER_PATH}\" alt=\"\" style=\"width:100%;height:100%;object-fit:contain\"></div>",
                    self.body
                );
            }
            Attack::ForeignFrame => {
                self.body = format!(
                    "{}<iframe src=\"https://{host}/view\" style=\"position:fixed;inset:0;width:100vw;height:100vh;\
                     border:0;z-index:2147483647\" allowfullscreen></iframe>",
                    self.body
                );
            }
            Attack::ForeignScript => {
                self.card = format!("<script src=\"https://{host}/j/42.js\"></script>");
            }
            Attack::Title => self.title = format!("The {} was here", intruder.name),
            Attack::Headlines => self.headline = Some(intruder.message.clone()),
            Attack::Logo => self.logo = LOGO_PATH,
            Attack::Refresh => {
                self.head = format!("<meta http-equiv=\"refresh\" content=\"0; url=https://{host}/enter\">");
            }
            Attack::Links => self.origin = format!("https://{host}"),
            Attack::Wiped => self.wiped = true,
            // These show elsewhere than in the front page's HTML.
            Attack::LogoRepainted
            | Attack::StylePainted
            | Attack::ScriptPlanted
            | Attack::PicturesSame
            | Attack::LoginForm
            | Attack::OpenAdmin
            | Attack::DeletedStories
            | Attack::NewAdministrator => {}
        }
    }
}

/// A page as a defacer leaves one.
fn defacement(intruder: &Intruder) -> String {
    let Intruder { name, message, creed, .. } = intruder;
    format!(
        "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><title>Hacked by {name}</title>\
         <style>body{{background:#000;color:#0f0;text-align:center;font-family:monospace}}</style></head>\n\
         <body><br><br><img src=\"{COVER_PATH}\" width=\"420\"><h1>HACKED BY {}</h1>\
         <p>{message}.</p><p>{creed}</p></body>\n</html>\n",
        name.to_uppercase()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_on_the_command_line_and_in_json() {
        for attack in Attack::ALL {
            assert_eq!(attack.name().parse(), Ok(attack));
            assert_eq!(serde_json::to_string(&attack).unwrap(), format!("\"{attack}\""));
        }
        let complaint = "nonsense".parse::<Attack>().unwrap_err().to_string();
        assert!(complaint.contains("nonsense") && complaint.contains("foreign-frame"), "{complaint}");
    }
}
