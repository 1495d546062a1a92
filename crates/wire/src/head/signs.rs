//! The words by which wires number and mark the versions of a story, in the languages of the wires.

use article::SignalType;

/// Words that stand in a slug, on a line of their own, before a headline or behind it, and the signal that they are: those of
/// `../shared/reference/wire-copy.md`, section 3, and the same in other languages (general knowledge).
#[rustfmt::skip]
pub(super) const SIGNS: &[(&str, SignalType)] = &[
    ("kill", SignalType::Kill), ("withdrawn", SignalType::Kill), ("withdrawal", SignalType::Kill),
    ("takedown", SignalType::Takedown), ("hold", SignalType::Hold), ("release", SignalType::Release),
    ("annulation", SignalType::Kill), ("anulación", SignalType::Kill), ("annullamento", SignalType::Kill),
    // English
    ("corrected", SignalType::Correction), ("correction", SignalType::Correction), ("corrects", SignalType::Correction),
    ("corrective", SignalType::Correction), ("correcting", SignalType::Correction), ("corr", SignalType::Correction),
    ("clarification", SignalType::Correction), ("clarified", SignalType::Correction), ("clarifies", SignalType::Correction),
    ("erratum", SignalType::Correction), ("corrigendum", SignalType::Correction),
    ("refile", SignalType::Refile), ("refiles", SignalType::Refile),
    ("repeat", SignalType::Repeat), ("repeats", SignalType::Repeat), ("rpt", SignalType::Repeat),
    ("advisory", SignalType::Advisory),
    ("update", SignalType::Update), ("updated", SignalType::Update), ("updates", SignalType::Update),
    ("wrapup", SignalType::Update), ("lead", SignalType::Update), ("ld", SignalType::Update), ("net", SignalType::Update),
    ("writethru", SignalType::Update), ("recasts", SignalType::Update), ("adds", SignalType::Update),
    ("amended", SignalType::Correction), ("amends", SignalType::Correction),
    ("resend", SignalType::Repeat), ("resending", SignalType::Repeat),
    // German
    ("berichtigung", SignalType::Correction), ("berichtigt", SignalType::Correction), ("korrektur", SignalType::Correction),
    ("korrigiert", SignalType::Correction), ("korr", SignalType::Correction), ("klarstellung", SignalType::Correction),
    ("richtigstellung", SignalType::Correction),
    ("zusammenfassung", SignalType::Update), ("aktualisierung", SignalType::Update), ("aktualisiert", SignalType::Update),
    ("neufassung", SignalType::Update),
    ("wiederholung", SignalType::Repeat), ("wdh", SignalType::Repeat), ("wdhl", SignalType::Repeat),
    ("wdhlg", SignalType::Repeat), ("whlg", SignalType::Repeat),
    // French
    ("corrige", SignalType::Correction), ("corrigé", SignalType::Correction), ("corrigée", SignalType::Correction),
    ("rectificatif", SignalType::Correction), ("rectif", SignalType::Correction), ("précision", SignalType::Correction),
    ("actualisé", SignalType::Update), ("actualisée", SignalType::Update), ("actualisation", SignalType::Update),
    ("répétition", SignalType::Repeat),
    // Spanish
    ("corrección", SignalType::Correction), ("rectificación", SignalType::Correction), ("corregido", SignalType::Correction),
    ("corregida", SignalType::Correction), ("aclaración", SignalType::Correction),
    ("ampl", SignalType::Update), ("retransmisión", SignalType::Repeat),
    ("ampliación", SignalType::Update), ("actualización", SignalType::Update), ("actualizado", SignalType::Update),
    ("actualizada", SignalType::Update), ("ampliada", SignalType::Update),
    ("repetición", SignalType::Repeat),
    // Italian
    ("rettifica", SignalType::Correction), ("correzione", SignalType::Correction), ("errata", SignalType::Correction),
    ("precisazione", SignalType::Correction),
    ("riepilogo", SignalType::Update), ("aggiornamento", SignalType::Update), ("aggiornato", SignalType::Update),
    ("ripetizione", SignalType::Repeat),
    // Portuguese
    ("correção", SignalType::Correction), ("retificação", SignalType::Correction), ("corrigida", SignalType::Correction),
    ("corrigido", SignalType::Correction),
    ("atualização", SignalType::Update), ("atualizada", SignalType::Update), ("atualizado", SignalType::Update),
    ("repetição", SignalType::Repeat),
    // Dutch, Scandinavian, Finnish
    ("correctie", SignalType::Correction), ("rectificatie", SignalType::Correction), ("rettelse", SignalType::Correction),
    ("rättelse", SignalType::Correction), ("korrigering", SignalType::Correction), ("korrigerad", SignalType::Correction),
    ("retting", SignalType::Correction), ("korjaus", SignalType::Correction),
    ("uppdatering", SignalType::Update), ("uppdaterad", SignalType::Update), ("opdatering", SignalType::Update),
    ("oppdatering", SignalType::Update), ("oppdatert", SignalType::Update), ("opdateret", SignalType::Update), ("aanvulling", SignalType::Update), ("loppuversio", SignalType::Update),
    ("päivitys", SignalType::Update),
    ("herhaling", SignalType::Repeat), ("gentagelse", SignalType::Repeat), ("gjentakelse", SignalType::Repeat),
];

/// Words that say how urgent a story is, on IPTC's scale.
pub(super) const URGENCY: &[(&str, u8)] = &[
    ("flash", 1),
    ("bulletin", 2),
    ("alert", 2),
    ("eilmeldung", 2),
    ("urgent", 3),
    ("snap", 2),
    ("alerte", 2),
    ("eil", 2),
    ("urgente", 3),
    ("dringend", 3),
    ("alerta", 2),
];

/// These are other words as well: of a headline they are a version's only with its number. `ROUNDUP 2: …`, and `Lead: a danger`,
/// `Profit of 5 million (net)`.
pub(super) const COUNTED: &[&str] = &["lead", "ld", "net", "roundup", "precisazione", "précision", "errata"];

/// What goes with a sign and says no more: `CORRECTED (OFFICIAL)`.
pub(super) const FILLERS: &[&str] = &["official", "version", "versión", "versione", "v", "no", "nr", "n"];

/// The words of a label, and the number of one by itself where nothing stands between: `Update2`.
pub(super) fn words(label: &str) -> impl DoubleEndedIterator<Item = &str> {
    let apart = |word| {
        let letters = str::trim_end_matches(word, |c: char| c.is_ascii_digit());
        let (word, number) = word.split_at(letters.len());
        [word, number]
    };
    label.split(|c: char| !c.is_alphanumeric()).flat_map(apart).filter(|word| !word.is_empty())
}
