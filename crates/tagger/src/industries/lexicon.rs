//! The lexicon: sectors (`data/sectors.tsv`) and the words that name them (`data/industry-cues.tsv`), read once.

use std::collections::HashMap;

use crate::text::{Story, Token, TokenKind, key};
use crate::vocabulary::{ByKey, Lists, Vocabulary};

const SECTORS: &str = include_str!("../../data/sectors.tsv");
const CUES: &str = include_str!("../../data/industry-cues.tsv");

#[derive(Debug)]
pub(crate) struct Sector {
    pub(crate) name: &'static str,
    pub(crate) isic: &'static str,
    pub(crate) medtop: Option<&'static str>,
}

#[derive(Debug)]
pub(crate) struct Cue {
    words: &'static str,
    pieces: Vec<Piece>,
    /// The forms of the last word beside its own: plurals, 0 for none.
    plurals: [u64; 3],
    /// Indices into [`Lexicon::sectors`].
    pub(crate) sectors: Vec<usize>,
    pub(crate) weight: u8,
    with: Vec<u64>,
    not: Vec<u64>,
    /// "the expo" refers back to one that was named.
    pub(crate) is_thing: bool,
}

/// A token of a cue.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// White space or a hyphen stands before it.
    apart: bool,
    /// A word's key; 0 for a sign.
    key: u64,
    sign: char,
}

pub(crate) struct Lexicon {
    pub(crate) sectors: Vec<Sector>,
    /// Those that begin with the same word stand together, the longest first.
    pub(crate) cues: Vec<Cue>,
    /// Places in `cues` of those that begin with a word, by its key in every form that it may have.
    by_first: HashMap<u64, Vec<u32>, ByKey>,
}

impl Lexicon {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let sectors: Vec<Sector> = rows(SECTORS)
            .map(|[name, isic, medtop]| Sector {
                name,
                isic,
                medtop: Some(medtop).filter(|code| !code.is_empty()),
            })
            .collect();
        let keys = |list: &str| list.split('|').filter(|word| !word.is_empty()).map(key).collect::<Vec<_>>();
        let mut cues: Vec<Cue> = rows(CUES)
            .map(|[words, names, weight, with, not, note]| Cue {
                words,
                pieces: pieces(words),
                plurals: plurals(last_word(words)),
                sectors: names
                    .split('+')
                    .filter_map(|name| sectors.iter().position(|sector| sector.name == name))
                    .collect(),
                weight: weight.parse().unwrap_or(1),
                with: keys(with),
                not: keys(not),
                is_thing: note == "thing",
            })
            .collect();
        cues.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
        let mut by_first: HashMap<u64, Vec<u32>, ByKey> =
            HashMap::with_capacity_and_hasher(cues.len() * 3, ByKey);
        for (index, cue) in (0..).zip(&cues) {
            let Some(first) = cue.pieces.first() else { continue };
            let plurals = if cue.pieces.len() == 1 { &cue.plurals[..] } else { &[] };
            for form in plurals.iter().copied().chain([first.key]).filter(|form| *form != 0) {
                vocabulary.add(form, Lists::CUE);
                by_first.entry(form).or_default().push(index);
            }
        }
        Self { sectors, cues, by_first }
    }

    /// The longest cue that begins at a token, and the token behind it.
    pub(crate) fn cue_at(&self, story: &Story<'_>, index: usize) -> Option<(&Cue, usize)> {
        let token = story.tokens.get(index)?;
        self.by_first.get(&token.key)?.iter().find_map(|cue| {
            let cue = self.cues.get(*cue as usize)?;
            Some((cue, cue.end(story, index)?))
        })
    }

    /// The sector of a code as such, or the nearest above it.
    pub(crate) fn sector_of(&self, isic: &str) -> Option<usize> {
        (2..=isic.len())
            .rev()
            .find_map(|length| self.sectors.iter().position(|sector| sector.isic == &isic[..length]))
    }
}

impl Cue {
    /// The token behind the cue, in the singular or plural, if it stands at a token.
    fn end(&self, story: &Story<'_>, mut at: usize) -> Option<usize> {
        let last = self.pieces.len().checked_sub(1)?;
        for (number, piece) in self.pieces.iter().enumerate() {
            let mut token = story.tokens.get(at)?;
            if number > 0 {
                let mut apart = token.start > story.tokens[at - 1].end;
                if piece.apart && is_hyphen(story, at) && !apart {
                    at += 1;
                    token = story.tokens.get(at)?;
                    apart = true;
                }
                if apart != piece.apart {
                    return None;
                }
            }
            let fits = if piece.key == 0 {
                story.text[token.range()].starts_with(piece.sign)
            } else {
                token.key == piece.key
                    || number == last && token.key != 0 && self.plurals.contains(&token.key)
            };
            if !fits {
                return None;
            }
            at += 1;
        }
        // "cars2"
        let end = story.tokens[at - 1].end;
        let goes_on =
            story.tokens.get(at).is_some_and(|next| next.start == end && next.kind == TokenKind::Digits);
        (!goes_on).then_some(at)
    }

    /// Whether the words around let it count: one of `with` in the sentence, none of `not` beside it.
    pub(crate) fn is_borne_out(&self, story: &Story<'_>, first: usize, after: usize) -> bool {
        let word = |token: Option<&Token>| token.map_or(0, |token| token.key);
        if !self.not.is_empty() {
            let before = first
                .checked_sub(1)
                .map(|before| if is_hyphen(story, before) { before.saturating_sub(1) } else { before });
            let before = word(before.and_then(|before| story.tokens.get(before)));
            let after = word(story.tokens.get(if is_hyphen(story, after) { after + 1 } else { after }));
            if self.not.contains(&before) || self.not.contains(&after) {
                return false;
            }
        }
        if self.with.is_empty() {
            return true;
        }
        let sentence = story.tokens.get(first).and_then(|token| story.sentence_at(token.start));
        let tokens =
            sentence.and_then(|index| story.sentences.get(index)).map(|sentence| sentence.tokens.clone());
        let near = first.saturating_sub(40)..first + 40;
        let tokens = tokens.unwrap_or(near.clone());
        let range = tokens.start.max(near.start)..tokens.end.min(near.end).min(story.tokens.len());
        story.tokens.get(range.clone()).is_some_and(|tokens| {
            tokens
                .iter()
                .enumerate()
                .any(|(at, token)| range.start + at != first && self.with.contains(&token.key))
        })
    }
}

fn is_hyphen(story: &Story<'_>, index: usize) -> bool {
    story.tokens.get(index).is_some_and(|token| matches!(story.words(token.range()), "-" | "‑" | "–"))
}

fn pieces(words: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut apart = false;
    let mut rest = words;
    while let Some(letter) = rest.chars().next() {
        if matches!(letter, ' ' | '-') {
            apart = true;
            rest = &rest[1..];
            continue;
        }
        let word = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        let length = if word == 0 { letter.len_utf8() } else { word };
        let key = if word == 0 { 0 } else { key(&rest[..word]) };
        pieces.push(Piece { apart, key, sign: letter });
        apart = false;
        rest = &rest[length..];
    }
    pieces
}

fn last_word(words: &str) -> &str {
    words.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default()
}

/// The keys of a word's plurals, 0 for none.
fn plurals(word: &str) -> [u64; 3] {
    let stem = word.strip_suffix('y');
    let with_y = stem.map_or(0, |stem| key(&format!("{stem}ies")));
    if word.is_empty() { [0; 3] } else { [key(&format!("{word}s")), key(&format!("{word}es")), with_y] }
}

fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_names_sectors_that_are_there() {
        let lexicon = Lexicon::new(&mut Vocabulary::default());
        for [words, names, weight, ..] in rows::<6>(CUES) {
            for name in names.split('+') {
                assert!(lexicon.sectors.iter().any(|sector| sector.name == name), "{words}: {name}");
            }
            assert!(matches!(weight.parse(), Ok(1..=4)), "{words}: {weight}");
            assert_eq!(words, words.to_lowercase());
        }
    }

    #[test]
    fn every_sector_has_an_isic_code_and_a_whole_media_topic() {
        for sector in &Lexicon::new(&mut Vocabulary::default()).sectors {
            assert!((2..=4).contains(&sector.isic.len()), "{}", sector.name);
            assert!(sector.medtop.is_none_or(|code| code.len() == 8), "{}", sector.name);
        }
    }

    #[test]
    fn the_longest_cue_wins_in_the_singular_and_the_plural() {
        let lexicon = Lexicon::new(&mut Vocabulary::default());
        let found = |text: &str| {
            let article = article::Article::of_text(text);
            let story = Story::of(&article, &Vocabulary::default());
            let end = |after: usize| story.tokens[after - 1].end;
            lexicon.cue_at(&story, 0).map(|(cue, after)| (cue.words, text[..end(after)].to_owned()))
        };
        assert_eq!(
            found("new energy vehicles rose"),
            Some(("new energy vehicle", "new energy vehicles".to_owned()))
        );
        assert_eq!(found("New\nenergy grew"), Some(("new energy", "New\nenergy".to_owned())));
        assert_eq!(found("fisheries and"), Some(("fishery", "fisheries".to_owned())));
        assert_eq!(found("carpet-bombing"), Some(("carpet", "carpet".to_owned())));
        assert_eq!(found("cars"), Some(("car", "cars".to_owned())));
        assert_eq!(found("E&E products"), Some(("e&e product", "E&E products".to_owned())));
        assert_eq!(found("carbon"), None);
    }
}
