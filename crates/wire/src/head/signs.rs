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
    ("oikaisu", SignalType::Correction), ("korjattu", SignalType::Correction),
    ("päivitetty", SignalType::Update),
    ("herhaling", SignalType::Repeat), ("gentagelse", SignalType::Repeat), ("gjentakelse", SignalType::Repeat),
    // Russian, Polish, Czech, Hungarian, Turkish, Greek, Romanian, Croatian and Serbian, Ukrainian, Indonesian and Malay, Arabic,
    // Korean, Japanese, Chinese
    ("поправка", SignalType::Correction), ("уточнение", SignalType::Correction), ("исправлено", SignalType::Correction), ("исправление", SignalType::Correction),
    ("уточнено", SignalType::Correction), ("sprostowanie", SignalType::Correction), ("korekta", SignalType::Correction), ("poprawka", SignalType::Correction),
    ("oprava", SignalType::Correction), ("opraveno", SignalType::Correction), ("upřesnění", SignalType::Correction), ("helyesbítés", SignalType::Correction),
    ("pontosítás", SignalType::Correction), ("düzeltme", SignalType::Correction), ("διόρθωση", SignalType::Correction), ("διορθωση", SignalType::Correction),
    ("rectificare", SignalType::Correction), ("erată", SignalType::Correction), ("ispravak", SignalType::Correction), ("ispravka", SignalType::Correction),
    ("исправка", SignalType::Correction), ("виправлення", SignalType::Correction), ("уточнення", SignalType::Correction), ("виправлено", SignalType::Correction),
    ("koreksi", SignalType::Correction), ("ralat", SignalType::Correction), ("تصحيح", SignalType::Correction), ("تصويب", SignalType::Correction),
    ("정정", SignalType::Correction), ("訂正", SignalType::Correction), ("訂補", SignalType::Correction), ("更正", SignalType::Correction),
    ("勘误", SignalType::Correction),
    ("обновление", SignalType::Update), ("обновлено", SignalType::Update), ("дополнено", SignalType::Update), ("aktualizacja", SignalType::Update),
    ("uzupełnienie", SignalType::Update), ("aktualizace", SignalType::Update), ("aktualizováno", SignalType::Update), ("frissítés", SignalType::Update),
    ("frissítve", SignalType::Update), ("güncelleme", SignalType::Update), ("güncellendi", SignalType::Update), ("actualizare", SignalType::Update),
    ("ažurirano", SignalType::Update), ("оновлено", SignalType::Update), ("تحديث", SignalType::Update), ("更新", SignalType::Update),
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

/// Labels of several words that stand before a headline in capitals, or with a colon behind them.
pub(super) const PHRASES: &[(&str, SignalType)] = &[
    ("correcting and replacing", SignalType::Correction),
    ("correction and replacement", SignalType::Correction),
    ("replacing and correcting", SignalType::Correction),
    ("annule et remplace", SignalType::Correction),
    ("annulla e sostituisce", SignalType::Correction),
    ("anula y sustituye", SignalType::Correction),
    ("anula y reemplaza", SignalType::Correction),
    ("anula e substitui", SignalType::Correction),
    ("korrigierte fassung", SignalType::Correction),
    ("korrigierte version", SignalType::Correction),
];

/// `C O R R E C T I O N -- Acme`: the word that single capitals make, and what stands behind it.
pub(super) fn spaced(line: &str) -> Option<(String, &str)> {
    /// So many letters make one.
    const LETTERS: usize = 4;
    // Nearly all lines end here.
    let start = line.bytes().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())?;
    let line = line.get(start..).filter(|line| line.as_bytes().get(1) == Some(&b' '))?;
    let bytes = line.as_bytes();
    let letter = |at: usize| {
        bytes.get(at).is_some_and(u8::is_ascii_uppercase)
            && bytes.get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric())
    };
    let mut at = 0;
    let mut word = String::new();
    while letter(at) {
        word.push(char::from(bytes[at]));
        at += 1 + usize::from(bytes.get(at + 1) == Some(&b' ') && letter(at + 2));
        if bytes.get(at.wrapping_sub(1)) != Some(&b' ') {
            break;
        }
    }
    (word.len() >= LETTERS).then(|| (word.to_lowercase(), line.get(at..).unwrap_or("")))
}

/// `2보`, `종합2보`, `종합`: the number of a Korean version; 0 where it has none.
pub(super) fn korean(word: &str) -> Option<u64> {
    let rest = word.strip_prefix("종합").unwrap_or(word);
    if rest.is_empty() && !word.is_empty() {
        return Some(0);
    }
    rest.strip_suffix('보').and_then(|number| number.parse().ok())
}

/// The words of a label, and the number of one by itself where nothing stands between: `Update2`.
pub(super) fn words(label: &str) -> impl DoubleEndedIterator<Item = &str> {
    let apart = |word| {
        let letters = str::trim_end_matches(word, |c: char| c.is_ascii_digit());
        let (word, number) = word.split_at(letters.len());
        [word, number]
    };
    label.split(|c: char| !c.is_alphanumeric()).flat_map(apart).filter(|word| !word.is_empty())
}
