//! Codes for the life of a story.

use article::SignalType;

/// What a code of IPTC's or an agency's own says of the life of a story: `sig:kill`, `HoldForRelease`, `editorial-withdrawal`.
pub(crate) fn of_code(code: &str) -> Option<SignalType> {
    // By the beginnings of its words; the gravest counts.
    const CODES: &[(&[&str], SignalType)] = &[
        (&["takedown"], SignalType::Takedown),
        (
            &[
                "kill",
                "cancel",
                "withdraw",
                "retract",
                "eliminat",
                "annul",
                "anul",
                "storn",
                "recall",
                "delet",
                "unpublish",
                "spike",
                "revoke",
                "disregard",
                "donotuse",
                "notforuse",
                "donotpublish",
                "zurückgezogen",
            ],
            SignalType::Kill,
        ),
        (
            &["embargo", "holdforrelease", "hfr", "sperrfrist", "gesperrt", "advance", "scheduled"],
            SignalType::Embargo,
        ),
        (&["withhold", "withheld", "hold", "held", "onhold", "block", "suspend", "draft"], SignalType::Hold),
        (&["release"], SignalType::Release),
        (
            &[
                "correct",
                "korrektur",
                "korrigier",
                "berichtig",
                "rectif",
                "rettific",
                "correcc",
                "correç",
                "korr",
            ],
            SignalType::Correction,
        ),
        (&["update", "lead", "writethru"], SignalType::Update),
        (&["refile"], SignalType::Refile),
        (&["repeat"], SignalType::Repeat),
        (&["advisory"], SignalType::Advisory),
        (&["new"], SignalType::New),
    ];
    let words = code_words(code);
    // `CancelPrevious`, `replace-earlier`: what comes instead of that is this one.
    if words.len() > 1 && words.iter().any(|word| ["previous", "earlier", "prior"].contains(&word.as_str())) {
        return Some(SignalType::Update);
    }
    // `do_not_use`
    if [["do", "not", "use"], ["do", "not", "publish"], ["not", "for", "use"]]
        .iter()
        .any(|no| words.windows(3).any(|window| window == no))
    {
        return Some(SignalType::Kill);
    }
    if words.windows(3).any(|window| window == ["hold", "for", "release"]) {
        return Some(SignalType::Embargo);
    }
    let says = |roots: &[&str]| {
        words.iter().any(|word| {
            roots.iter().any(|root| {
                if root.len() <= 4 && *root != "kill" { word == root } else { word.starts_with(root) }
            })
        })
    };
    CODES.iter().find(|(roots, _)| says(roots)).map(|(_, kind)| *kind)
}

/// `HoldForRelease`, `hold_for_release`, `TAKE DOWN`: the words of a code, in lower case.
fn code_words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut lower = false;
    for c in code.chars() {
        let hump = lower && c.is_uppercase();
        lower = c.is_lowercase();
        if hump || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
