//! Sound that plays by itself on a page that was always silent.

use crate::common::{Watch, front, swap, tail, told};
use crate::front_page;
use crate::table::Say::{Alarm, Normal};
use crate::table::hold;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;

#[test]
fn sound_by_itself_alarms_and_a_silent_video_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("sound by itself", tail("<audio src=/uploads/a.mp3 autoplay loop></audio>"), Alarm("sound.plays")),
            (
                "a video with sound by itself",
                tail("<video autoplay><source src=/uploads/a.mp4></video>"),
                Alarm("sound.plays"),
            ),
            ("a muted video", tail("<video src=/v/1.mp4 autoplay muted></video>"), Normal),
            ("a podcast to listen to", swap("</article>", "<audio src=/pod/1.mp3 controls></audio></article>"), Normal),
            (
                "a video to watch",
                swap("</article>", "<video src=/v/1.mp4 controls poster=/img/20.jpg></video></article>"),
                Normal,
            ),
        ],
    );
}

#[test]
fn a_television_stations_page_that_always_played_stays_what_it_is() {
    let playing = |n: usize| front(n).replace("<main", "<video src=/live.m3u8 autoplay></video><main");
    let watch = Watch::learned(WatchKind::Homepage, playing, 6);
    let judged = watch.judge(&playing(6));
    assert_eq!(judged.judgement.verdict, Verdict::Normal, "{}", told(&judged));
}
