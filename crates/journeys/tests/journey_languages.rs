//! An editor who reads no English: notification, its buttons and the tray's menu are in the language of the configuration, and in
//! another one as soon as the file says so. And the command line says in it what it could not do.

#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Display, Home, Paper, Program, Raised, Recorder, Tray, wait_until};
use frontwatch_newsroom::Attack;

/// Longer than any step takes at an interval of 2 s on a busy machine.
const SOON: Duration = Duration::from_secs(60);

/// What an editor reads in one language.
struct Words {
    language: &'static str,
    /// Lines of the tray's menu that stand there whatever happens.
    menu: [&'static str; 4],
    /// The status line once all six outlets are learned.
    well: &'static str,
    /// What is said of a covered front page.
    covered: &'static str,
    /// On the buttons of that notification.
    buttons: [&'static str; 3],
}

const AZ: Words = Words {
    language: "az",
    menu: [
        "İndi yenidən yoxla",
        "Frontwatch pəncərəsini aç",
        "Xəbərdarlıqlara bir saat fasilə ver",
        "Çıx: izləməni dayandır",
    ],
    well: "6 nəşrin hamısı qaydasındadır.",
    covered: "ana səhifəni əvvəllər orada heç vaxt görünməmiş şəkil örtür",
    buttons: ["Mən məşğul oluram", "Aç", "Yenidən yoxla"],
};

const TR: Words = Words {
    language: "tr",
    menu: [
        "Şimdi yeniden kontrol et",
        "Frontwatch penceresini aç",
        "Uyarıları bir saat duraklat",
        "Çık: izlemeyi durdur",
    ],
    well: "6 haber sitesinin hepsi olması gerektiği gibi.",
    covered: "daha önce orada hiç görülmemiş bir görsel ana sayfayı kaplıyor",
    buttons: ["Ben ilgileniyorum", "Aç", "Yeniden kontrol et"],
};

const RU: Words = Words {
    language: "ru",
    menu: [
        "Проверить сейчас",
        "Открыть Frontwatch",
        "Приостановить оповещения на час",
        "Выйти и прекратить наблюдение",
    ],
    well: "У всех 6 изданий всё в порядке.",
    covered: "главную страницу закрывает картинка, которой там никогда не было",
    buttons: ["Беру на себя", "Открыть", "Перепроверить"],
};

/// The configuration for a newsroom, in this language.
fn configuration(paper: &Paper, language: &str) -> String {
    let all = paper.config(Some("2s"));
    all.replacen("[watching]\n", &format!("[watching]\nlanguages = [\"{language}\"]\n"), 1)
}

fn labels(tray: &Tray) -> Result<Vec<String>> {
    Ok(tray.lines()?.into_iter().map(|line| line.label).collect())
}

/// Waits until the whole menu is in these words.
fn menu_says(tray: &Tray, words: &Words) -> Result<()> {
    let mut seen = Vec::new();
    wait_until(&format!("a menu in {}", words.language), SOON, || {
        seen = labels(tray)?;
        Ok(words.menu.iter().all(|line| seen.iter().any(|label| label == line)).then_some(()))
    })
    .with_context(|| format!("the menu says {seen:?}"))
}

/// Waits for the notification of a covered page, and sees that nothing of it is in another language.
fn told(server: &Recorder, outlet: &str, words: &Words) -> Result<()> {
    let about = |raised: &Raised| raised.summary.starts_with(outlet) && raised.body.contains(words.covered);
    let raised = server.wait_for(&format!("{outlet} in {}", words.language), SOON, about)?;
    let buttons: Vec<&str> = raised.actions.iter().map(|(_, label)| label.as_str()).collect();
    ensure!(words.buttons.iter().all(|button| buttons.contains(button)), "{buttons:?}");
    let text = format!("{} {}", raised.summary, raised.body).to_lowercase();
    for english in ["alarm on", "front page", "since", "seen", "connection"] {
        ensure!(!text.contains(english), "{english:?} in {text}");
    }
    Ok(())
}

#[test]
fn notification_and_tray_speak_the_editor_s_language_and_change_it_at_once() -> Result<()> {
    let (bus, display, home, paper) = (Bus::start()?, Display::start()?, Home::new()?, Paper::open()?);
    let server = Recorder::start(&bus)?;
    home.configure(&configuration(&paper, AZ.language))?;
    let mut command = Program::desktop(&home, Some(&bus), &display)?;
    let mut program = Program::run(command.arg("--hidden"))?;
    let tray = Tray::wait(&bus, SOON)?;
    menu_says(&tray, &AZ)?;

    let mut published = Instant::now();
    let mut seen = String::new();
    wait_until("all is well", SOON, || {
        if published.elapsed() > Duration::from_secs(1) {
            paper.publish();
            published = Instant::now();
        }
        seen = labels(&tray)?.into_iter().next().unwrap_or_default();
        Ok((seen == AZ.well).then_some(()))
    })
    .with_context(|| format!("the status line says {seen:?}"))?;

    // The file says another language: the menu changes without a restart, the status line with it.
    for (place, words) in [(0, &AZ), (1, &TR), (2, &RU)] {
        if place > 0 {
            home.configure(&configuration(&paper, words.language))?;
            menu_says(&tray, words)?;
        }
        wait_until("all is well again", SOON, || {
            Ok(labels(&tray)?.first().is_some_and(|it| it == words.well).then_some(()))
        })
        .with_context(|| format!("{:?}", labels(&tray)))?;
        paper.attack(place, Attack::Cover)?;
        told(&server, &paper.outlet(place)?.name, words)?;
        let covered = |line: &String| line.contains(words.covered);
        wait_until("the status line tells it", SOON, || Ok(labels(&tray)?.first().is_some_and(covered).then_some(())))
            .with_context(|| format!("{:?}", labels(&tray)))?;
        paper.restore(place)?;
    }
    program.terminate(SOON)?;
    Ok(())
}

/// What a command says on stderr, and its exit status.
fn run(home: &Home, locale: &str, words: &[&str]) -> Result<(String, Option<i32>)> {
    let mut command = Program::command(home, None)?;
    command.args(["--config"]).arg(home.config()).arg("--data").arg(home.data()).args(words);
    let mut program = Program::run(command.env("LC_ALL", locale).env("LANG", locale))?;
    let status = program.wait(SOON)?;
    Ok((program.errors().join("\n"), status.code()))
}

#[test]
fn the_command_line_says_what_it_could_not_do_in_the_reader_s_language() -> Result<()> {
    let home = Home::new()?;

    // Before there is a configuration, the desktop's language is all that is known.
    for (locale, said) in [
        ("az_AZ.UTF-8", "konfiqurasiya faylı yoxdur"),
        ("ru_RU.UTF-8", "впишите в неё для каждого издания три строки"),
        ("tr_TR.UTF-8", "yapılandırma dosyası yok"),
        ("en_US.UTF-8", "there is no configuration at"),
    ] {
        let (errors, status) = run(&home, locale, &["check"])?;
        ensure!(status == Some(2) && errors.contains(said), "{locale}: {status:?} {errors}");
        ensure!(errors.contains(&home.config().display().to_string()), "which file: {errors}");
    }

    // A mistake of the file.
    home.configure("[watching]\ninterval = \"1s\"\n")?;
    let (errors, status) = run(&home, "az_AZ.UTF-8", &["check"])?;
    ensure!(status == Some(2) && errors.contains("sətir 2, sütun 12: interval: tapılan"), "{status:?} {errors}");
    ensure!(!errors.contains("found") && !errors.contains("expected"), "{errors}");

    // From then on it is the configuration's, whatever the desktop's is.
    let paper = Paper::open()?;
    home.configure(&configuration(&paper, "ru"))?;
    let mut watch = Program::start(&home, None, &["watch"])?;
    watch.wait_for_error("Под наблюдением 6 адресов", SOON)?;
    let (errors, status) = run(&home, "en_US.UTF-8", &["watch"])?;
    ensure!(status == Some(2) && errors.contains("занимает «frontwatch» (процесс"), "{status:?} {errors}");
    ensure!(errors.contains(&watch.pid().to_string()), "who: {errors}");
    let (errors, status) = run(&home, "en_US.UTF-8", &["check", "Nobody"])?;
    ensure!(status == Some(2) && errors.contains("Nobody") && !errors.contains("outlet"), "{status:?} {errors}");
    watch.terminate(SOON)?;
    Ok(())
}
