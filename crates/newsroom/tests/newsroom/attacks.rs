//! Every attack changes what it names, and taking it back leaves no trace.

use crate::visitor::{ask, at, between, get, headlines, open, text};
use frontwatch_newsroom::{ALL, Attack, Intruders, Newsroom, Outlet};

const STRANGER: &str = "https://static.pixel-orchard.example";

/// Everything of an outlet that an attack can change, without what changes on every load.
#[derive(Debug, Clone, PartialEq)]
struct Look {
    front: String,
    admin: String,
    users: String,
    feed: String,
    logo: Vec<u8>,
    style: String,
    script: String,
    pictures: Vec<Vec<u8>>,
}

async fn look(outlet: &Outlet) -> Look {
    let admin = text(&outlet.admin).await;
    let token = between(&admin, "_token\" value=\"", "\"").first().copied().unwrap_or("none").to_owned();
    let front = text(&outlet.homepage).await;
    let mut pictures = Vec::new();
    for number in between(&front, "src=\"/img/", ".png").into_iter().filter(|name| *name != "logo").take(4) {
        pictures.push(get(&at(outlet, &format!("/img/{number}.png"))).await.raw);
    }
    Look {
        front,
        admin: admin.replace(&token, "TOKEN"),
        users: text(&at(outlet, "/api/users")).await,
        logo: get(&at(outlet, "/img/logo.png")).await.raw,
        feed: text(&outlet.feed).await,
        style: text(&at(outlet, "/style.css")).await,
        script: text(&at(outlet, "/app.js")).await,
        pictures,
    }
}

/// A newsroom whose front pages are the same until something happens.
async fn cached() -> (Newsroom, Outlet) {
    let newsroom = open(|options| options.validators = true).await;
    let outlet = newsroom.outlets()[0].clone();
    (newsroom, outlet)
}

#[tokio::test]
async fn every_attack_shows_where_it_says_and_is_taken_back_without_a_trace() {
    let (newsroom, outlet) = cached().await;
    let well = look(&outlet).await;
    let story = between(&well.front, "href=\"/story/", "\"")[0].to_owned();
    for attack in Attack::ALL {
        newsroom.attack(&outlet.slug, attack).await.unwrap();
        let hit = look(&outlet).await;
        let (page, titles) = (&hit.front, headlines(&hit.front));
        let status = get(&at(&outlet, &format!("/story/{story}"))).await.status;
        let shows = match attack {
            Attack::Defacement => page.contains("HACKED BY") && !page.contains("nw-masthead") && page.len() < 2000,
            Attack::Cover => {
                page.contains("position:fixed")
                    && page.contains("/uploads/banner-full.png")
                    && titles == headlines(&well.front)
            }
            Attack::ForeignFrame => {
                page.contains(&format!("<iframe src=\"{STRANGER}")) && titles == headlines(&well.front)
            }
            Attack::ForeignScript => page.contains(&format!("<script src=\"{STRANGER}/j/42.js\"></script></article>")),
            Attack::Title => between(page, "<title>", "</title>") == ["The Quiet Orchard was here"],
            Attack::Headlines => titles.len() > 10 && titles.iter().all(|title| *title == titles[0]),
            Attack::Logo => page.contains("<img src=\"/uploads/mark.png\"") && hit.logo == well.logo,
            Attack::LogoRepainted => hit.front == well.front && hit.logo != well.logo,
            Attack::StylePainted => {
                hit.front == well.front
                    && hit.style.starts_with(&well.style)
                    && hit.style.contains("body::before{content:\"\";position:fixed")
            }
            Attack::ScriptPlanted => {
                hit.front == well.front
                    && hit.script.starts_with(&well.script)
                    && hit.script.contains(&format!("s.src='{STRANGER}"))
            }
            Attack::PicturesSame => {
                hit.front == well.front
                    && hit.pictures.len() == 4
                    && hit.pictures.iter().all(|picture| *picture == hit.pictures[0])
                    && well.pictures[0] != well.pictures[1]
            }
            Attack::Refresh => page.contains("http-equiv=\"refresh\""),
            Attack::Links => page.contains(&format!("href=\"{STRANGER}/story/")) && !page.contains("href=\"/story/"),
            Attack::Wiped => titles.is_empty() && page.contains("nw-masthead") && page.contains("nw-footer"),
            Attack::LoginForm => {
                hit.admin.contains(&format!("action=\"{STRANGER}/collect\"")) && hit.front == well.front
            }
            Attack::OpenAdmin => !hit.admin.contains("type=\"password\"") && hit.admin.contains("Dashboard"),
            Attack::DeletedStories => status == 404 && !hit.feed.contains(&story) && hit.feed.contains("<item>"),
            Attack::NewAdministrator => hit.users.contains("x_admin") && !well.users.contains("x_admin"),
        };
        assert!(shows, "{attack} does not show:\n{hit:#?}");
        assert_eq!(status == 404, attack == Attack::DeletedStories, "{attack}");

        newsroom.restore(&outlet.slug).await.unwrap();
        assert_eq!(look(&outlet).await, well, "{attack} left a trace");
    }
    newsroom.stop().await;
}

#[tokio::test]
async fn deleted_stories_stay_deleted_while_the_newsroom_publishes() {
    let (newsroom, outlet) = cached().await;
    let story = between(&text(&outlet.homepage).await, "href=\"/story/", "\"")[0].to_owned();
    let status = async || get(&at(&outlet, &format!("/story/{story}"))).await.status;
    newsroom.attack(&outlet.slug, Attack::DeletedStories).await.unwrap();
    for _ in 0..40 {
        newsroom.publish().await;
        assert_eq!(status().await, 404);
    }
    newsroom.restore(&outlet.slug).await.unwrap();
    assert_eq!(status().await, 200, "it is in the archive by now");
    newsroom.stop().await;
}

#[tokio::test]
async fn uploaded_pictures_exist_only_while_the_attack_holds_and_are_the_same_everywhere() {
    let newsroom = open(|_| ()).await;
    let outlets = newsroom.outlets();
    let covers = || outlets.iter().take(2).map(|outlet| at(outlet, "/uploads/banner-full.png")).collect::<Vec<_>>();
    for url in covers() {
        assert_eq!(get(&url).await.status, 404);
    }
    newsroom.attack(ALL, Attack::Cover).await.unwrap();
    let mut seen = Vec::new();
    for url in covers() {
        let picture = get(&url).await;
        assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"));
        seen.push(picture.raw);
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn intruders_of_their_own_leave_nothing_in_common() {
    let newsroom = open(|options| options.intruders = Intruders::EachItsOwn).await;
    newsroom.attack(ALL, Attack::Defacement).await.unwrap();
    newsroom.attack(ALL, Attack::LoginForm).await.unwrap();
    let mut seen: Vec<[String; 3]> = Vec::new();
    for outlet in newsroom.outlets() {
        let (page, admin) = (text(&outlet.homepage).await, text(&outlet.admin).await);
        let picture = get(&at(&outlet, "/uploads/banner-full.png")).await.raw;
        let words = between(&page, "<h1>", "</body>").concat();
        let form = between(&admin, "action=\"https://", "/collect").concat();
        assert!(!words.is_empty() && !form.is_empty() && !picture.is_empty(), "{}", outlet.slug);
        seen.push([words, form, format!("{picture:?}")]);
    }
    for (i, one) in seen.iter().enumerate() {
        for other in &seen[..i] {
            assert!(one.iter().zip(other).all(|(one, other)| one != other), "{one:?} {other:?}");
        }
    }
    newsroom.stop().await;
}

#[tokio::test]
async fn attacks_add_up_and_touch_only_the_outlet_they_are_for() {
    let newsroom = open(|options| options.validators = true).await;
    let outlets = newsroom.outlets();
    let neighbour = text(&outlets[1].homepage).await;
    newsroom.attack(&outlets[0].name, Attack::Title).await.unwrap();
    newsroom.attack(&outlets[0].slug, Attack::Cover).await.unwrap();
    let page = text(&outlets[0].homepage).await;
    assert!(page.contains("The Quiet Orchard was here") && page.contains("banner-full.png"));
    assert_eq!(text(&outlets[1].homepage).await, neighbour);
    let complaint = newsroom.attack("nobody", Attack::Title).await.unwrap_err().to_string();
    assert!(complaint.contains("nobody") && complaint.contains(&outlets[0].slug), "{complaint}");
}

#[tokio::test]
async fn an_outlet_can_be_attacked_before_the_first_look() {
    let newsroom = open(|options| options.attacked = vec![("narbag".to_owned(), Attack::Cover)]).await;
    for outlet in newsroom.outlets() {
        let covered = text(&outlet.homepage).await.contains("banner-full.png");
        assert_eq!(covered, outlet.slug == "narbag", "{}", outlet.slug);
    }
}

#[tokio::test]
async fn a_password_never_opens_the_admin_page() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    let reply = ask("POST", &at(outlet, "/admin/login"), &[("Content-Length", "0")]).await.unwrap();
    assert!(reply.text().contains("type=\"password\""));
}
