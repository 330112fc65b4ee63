//! Whatever stands in the file, it is read to an end, and no secret gets out.

use frontwatch_core::config::parse;
use proptest::prelude::*;

use crate::EXAMPLE;

/// The example with a piece of it replaced by something else.
fn mutated_example() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[\\[\\]{}\"'=.,#\\\\\n\r\t 0-9a-z-]{0,8}",
        Just("[[outlet]]\n".to_owned()),
        Just("outlet.admin.url = 1\n".to_owned()),
    ];
    (0..EXAMPLE.len(), 0..40_usize, piece).prop_map(|(at, length, piece)| {
        let mut text = EXAMPLE.to_owned();
        text.replace_range(at..(at + length).min(EXAMPLE.len()), &piece);
        text
    })
}

/// Whatever the text, reading it ends, and each error has a place within it.
fn reads_to_an_end(text: &str) -> Result<(), TestCaseError> {
    if let Err(errors) = parse(text) {
        prop_assert!(!errors.is_empty());
        let lines = text.split('\n').count();
        for error in errors {
            prop_assert!((1..=lines).contains(&error.position.line), "{error}");
            prop_assert!(error.position.column >= 1);
            prop_assert!(!error.to_string().contains('\n'), "{error}");
        }
    }
    Ok(())
}

#[test]
fn an_address_is_as_long_as_it_is_sent() {
    let text = |letters: usize| {
        format!("[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/?{}\"\n", "ə".repeat(letters))
    };
    let table = [(300, true), (400, false), (900, false), (2000, false)];
    for (letters, taken) in table {
        assert_eq!(parse(&text(letters)).is_ok(), taken, "{letters}");
    }
    let errors = parse(&text(900)).unwrap_err();
    assert!(errors[0].to_string().contains("at most 2048 bytes"), "{errors:?}");
}

proptest! {
    #[test]
    fn any_text_is_read_to_an_end(text in any::<String>()) {
        reads_to_an_end(&text)?;
    }

    #[test]
    fn anything_like_toml_is_read_to_an_end(
        text in "([\\[\\]{}\"'=.,#\\\\\n\t 01az-]|outlet|watching|name|\\[\\[){0,40}",
    ) {
        reads_to_an_end(&text)?;
    }

    #[test]
    fn a_damaged_example_is_read_to_an_end(text in mutated_example()) {
        reads_to_an_end(&text)?;
    }

    #[test]
    fn no_error_repeats_a_password(
        scheme in "(https?:(//)?|//|ftp://|)",
        user in "[a-z]{0,3}",
        first in "[/:#?%]?",
        rest in "[a-z/:#?%]{0,9}",
    ) {
        let text = format!("[[outlet]]\nname = \"A\"\nhomepage = \"{scheme}{user}:{first}s3cretX9{rest}@a.example/\"");
        if let Err(errors) = parse(&text) {
            prop_assert!(!format!("{errors:?}").contains("s3cretX9"), "{errors:?}");
        }
    }
}
