//! What editors are greeted with, or asked, before they are told of an embargo: `Dear editors, …`, `We kindly ask you to …`.

use super::super::words::Prefixes;

/// Who is greeted: a mark follows.
#[rustfmt::skip]
const GREETINGS: Prefixes = Prefixes::new(&[
    "dear editors", "dear editor", "dear all", "dear colleagues", "dear clients", "dear subscribers", "dear desks", "hi all", "hi", "hello all",
    "hello", "colleagues", "good morning", "good afternoon", "good evening", "sehr geehrte redaktionen", "sehr geehrte redaktion",
    "sehr geehrte damen und herren", "liebe redaktionen", "liebe redaktion", "liebe kolleginnen und kollegen", "liebe kollegen", "bonjour à tous",
    "bonjour", "chers collègues", "chers confrères", "estimados editores", "estimados colegas", "estimados clientes", "estimadas redacciones",
    "buenos días", "prezados editores", "caros colegas", "gentili redazioni", "cari colleghi", "geachte redactie", "beste redactie",
    "beste collega's",
]);

/// What they are asked: the words follow at once.
#[rustfmt::skip]
const REQUESTS: Prefixes = Prefixes::new(&[
    "we are sending you", "we are pleased to send you", "we send you", "please find attached", "please find enclosed", "attached please find", "attached is", "below is", "enclosed is",
    "find attached", "wir senden ihnen", "anbei senden wir ihnen", "anbei finden sie", "nachfolgend finden sie", "nous vous adressons", "nous vous envoyons", "veuillez trouver ci-dessous",
    "veuillez trouver ci-joint", "adjuntamos", "les enviamos", "in allegato", "vi inviamo", "bijgaand ontvangt u",
    "we kindly ask you to respect", "we kindly ask you to observe", "we ask you to respect", "we ask you to observe", "thanks for respecting", "thank you for respecting",
    "we kindly ask you to", "we ask you to", "we would ask you to", "you are kindly asked to", "you are asked to", "please find below", "please find here", "please find",
    "kindly find below", "find below", "kindly respect", "please respect", "kindly observe", "please observe", "please note that", "please note", "please be advised that", "merci de respecter",
    "veuillez respecter", "prière de respecter", "rogamos respeten", "se ruega respetar",
]);

/// What they are greeted or asked with.
pub(super) fn firsts() -> impl Iterator<Item = &'static str> {
    GREETINGS.all().chain(REQUESTS.all())
}

/// The words behind a request to keep to an embargo, below the story: `Please respect the embargo until …`.
pub(super) fn behind_request(line: &str) -> Option<&str> {
    const KEEPS: Prefixes = Prefixes::new(&[
        "the embargo",
        "the strict embargo",
        "our embargo",
        "l'embargo",
        "l’embargo",
        "el embargo",
    ]);
    REQUESTS.behind(line).filter(|rest| KEEPS.begin(rest))
}

/// The words behind those with which a line begins, if it begins so.
pub(super) fn behind(line: &str) -> Option<&str> {
    let marked = |rest: &&str| rest.starts_with([',', ':', ';', '!', '.', '-', '–', '—']);
    let greeted = GREETINGS.behind(line).filter(marked);
    let greeted = greeted.map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let rest = greeted.unwrap_or(line);
    let asked = REQUESTS
        .behind(rest)
        .filter(|words| !rest[..rest.len() - words.len()].ends_with(char::is_alphanumeric));
    asked.or(greeted).filter(|rest| !rest.is_empty())
}
