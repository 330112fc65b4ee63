//! A signer that is new at every host at once is this computer's own network.

use frontwatch_core::detect::Judged;
use frontwatch_core::detect::elsewhere::{Shown, beside_others};
use frontwatch_core::facts::Facts;
use frontwatch_core::facts::chain::{Protocol, Trust};
use frontwatch_core::verdict::Verdict;
use rcgen::KeyPair;

use crate::common::kinds;
use crate::make::{Leaf, seen_at};
use crate::{day, learned};

/// A look at a host, on the usual history of one.
fn look(host: &str, leaf: &Leaf<'_>, trust: Trust) -> Judged {
    let key = KeyPair::generate().unwrap();
    let watch = learned(&Leaf::new(&key), Trust::Trusted);
    watch.judge_at(&seen_at(host, leaf, Some(Protocol::Tls13), trust), day("2025-02-10"))
}

fn shown(judged: &Judged) -> Shown {
    let Facts::Chain(chain) = &judged.facts else { panic!("a chain") };
    Shown::of(chain, &judged.judgement).unwrap()
}

#[test]
fn a_signer_that_is_new_everywhere_at_once_is_ours_and_said() {
    let key = KeyPair::generate().unwrap();
    let leaf = || Leaf::new(&key).lasting((2025, 2, 1), (2025, 5, 1));
    let boxed = || leaf().signed_by("Gate Security", "Gate CA");
    let public = || leaf().signed_by("Let's Encrypt", "R11").logged();
    let usual = |host| look(host, &leaf(), Trust::Trusted);
    let opened = |host, trust| look(host, &boxed(), trust);
    let table: Vec<(&str, Judged, Vec<Judged>, bool)> = vec![
        ("trusted, at two", opened("a.example", Trust::Trusted), vec![opened("b.example", Trust::Trusted)], true),
        (
            "not trusted, at three",
            opened("a.example", Trust::UnknownIssuer),
            vec![opened("b.example", Trust::UnknownIssuer), opened("c.example", Trust::Trusted)],
            true,
        ),
        (
            "at hosts of one domain",
            opened("a.example", Trust::Trusted),
            vec![opened("www.a.example", Trust::Trusted)],
            false,
        ),
        ("nothing to compare with", opened("a.example", Trust::Trusted), vec![], false),
        (
            "one other is as it was",
            opened("a.example", Trust::Trusted),
            vec![opened("b.example", Trust::Trusted), usual("c.example")],
            false,
        ),
        (
            "another signer there",
            opened("a.example", Trust::Trusted),
            vec![look("b.example", &leaf().signed_by("Else", "CA"), Trust::Trusted)],
            false,
        ),
        (
            "a public authority at all of them",
            look("a.example", &public(), Trust::Trusted),
            vec![look("b.example", &public(), Trust::Trusted)],
            false,
        ),
        ("as it was, while others are opened", usual("a.example"), vec![opened("b.example", Trust::Trusted)], false),
    ];
    for (what, judged, others, ours) in table {
        let before = judged.judgement.clone();
        let others: Vec<Shown> = others.iter().map(shown).collect();
        let after = beside_others(judged.judgement.clone(), &shown(&judged), &others);
        if ours {
            assert_eq!(after.verdict, Verdict::Inconclusive, "{what}");
            assert_eq!(after.signals[0].kind, "certificate.opened", "{what}");
            // Seen beside again, it stays what it is.
            let judged = Judged { judgement: after.clone(), ..judged };
            assert_eq!(kinds(&judged), ["certificate.opened"]);
            assert_eq!(beside_others(after.clone(), &shown(&judged), &others), after, "{what}");
        } else {
            assert_eq!(after, before, "{what}");
        }
    }
}
