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
    /// Indices into [`Lexicon::sectors`].
    pub(crate) sectors: Vec<usize>,
    pub(crate) weight: u8,
    with: Vec<u64>,
    not: Vec<u64>,
    /// "the expo" refers back to one that was named.
    pub(crate) is_thing: bool,
}

pub(crate) struct Lexicon {
    pub(crate) sectors: Vec<Sector>,
    pub(crate) cues: Vec<Cue>,
    /// The cues that begin with a word, by its key in every form it may have; the longest first.
    by_first: HashMap<u64, Vec<usize>, ByKey>,
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
        let cues: Vec<Cue> = rows(CUES)
            .map(|[words, names, weight, with, not, note]| Cue {
                words,
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
        let mut by_first: HashMap<u64, Vec<usize>, ByKey> =
            HashMap::with_capacity_and_hasher(cues.len() * 3, ByKey);
        for (index, cue) in cues.iter().enumerate() {
            let first = cue.words.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
            for form in if first == cue.words { plurals(first) } else { vec![first.to_owned()] } {
                vocabulary.add(key(&form), Lists::CUE);
                by_first.entry(key(&form)).or_default().push(index);
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|index| std::cmp::Reverse(cues[*index].words.len()));
        }
        Self { sectors, cues, by_first }
    }

    /// The longest cue that begins at a token, and the byte where it ends.
    pub(crate) fn cue_at(&self, story: &Story<'_>, index: usize) -> Option<(&Cue, usize)> {
        let token = story.tokens.get(index).filter(|token| token.kind == TokenKind::Word)?;
        let text = &story.text[token.start..];
        self.by_first.get(&token.key)?.iter().map(|cue| &self.cues[*cue]).find_map(|cue| {
            let length = cue.length_in(text)?;
            Some((cue, token.start + length))
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
    /// How many bytes of the text the cue takes, in the singular or plural, if the text begins with it.
    fn length_in(&self, text: &str) -> Option<usize> {
        let mut letters = text.char_indices().peekable();
        let mut stem = text.len();
        for letter in self.words.chars() {
            if matches!(letter, ' ' | '-') {
                letters.next_if(|(_, next)| next.is_whitespace() || matches!(next, '-' | '‑' | '–'))?;
                while letters.next_if(|(_, next)| next.is_whitespace()).is_some() {}
                continue;
            }
            let Some((at, _)) = letters.next_if(|(_, next)| next.to_lowercase().eq(letter.to_lowercase()))
            else {
                // "energies" for "energy"
                let (at, _) = letters.peek()?;
                let last =
                    letter == 'y' && self.words.ends_with('y') && text[..*at].len() + 1 == self.words.len();
                return (last && text[*at..].get(..3)?.eq_ignore_ascii_case("ies"))
                    .then_some(at + 3)
                    .filter(|end| ends_word(text, *end));
            };
            stem = at + letter.len_utf8();
        }
        let rest = &text[stem..];
        ["s", "es", ""]
            .into_iter()
            .filter(|ending| rest.get(..ending.len()).is_some_and(|start| start.eq_ignore_ascii_case(ending)))
            .map(|ending| stem + ending.len())
            .find(|end| ends_word(text, *end))
    }

    /// Whether the words around let it count: one of `with` in the sentence, none of `not` beside it.
    pub(crate) fn is_borne_out(&self, story: &Story<'_>, first: usize, after: usize) -> bool {
        let word = |token: Option<&Token>| token.map_or(0, |token| token.key);
        let is_hyphen =
            |index: usize| story.tokens.get(index).is_some_and(|token| story.words(token.range()) == "-");
        let before = first
            .checked_sub(1)
            .map(|before| if is_hyphen(before) { before.saturating_sub(1) } else { before });
        let before = word(before.and_then(|before| story.tokens.get(before)));
        let after = word(story.tokens.get(if is_hyphen(after) { after + 1 } else { after }));
        if self.not.contains(&before) || self.not.contains(&after) {
            return false;
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

fn ends_word(text: &str, end: usize) -> bool {
    text[end..].chars().next().is_none_or(|next| !next.is_alphanumeric())
}

fn plurals(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), format!("{word}s"), format!("{word}es")];
    if let Some(stem) = word.strip_suffix('y') {
        forms.push(format!("{stem}ies"));
    }
    forms
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
            lexicon.cue_at(&story, 0).map(|(cue, end)| (cue.words, text[..end].to_owned()))
        };
        assert_eq!(
            found("new energy vehicles rose"),
            Some(("new energy vehicle", "new energy vehicles".to_owned()))
        );
        assert_eq!(found("New\nenergy grew"), Some(("new energy", "New\nenergy".to_owned())));
        assert_eq!(found("fisheries and"), Some(("fishery", "fisheries".to_owned())));
        assert_eq!(found("carpet-bombing"), Some(("carpet", "carpet".to_owned())));
        assert_eq!(found("cars"), Some(("car", "cars".to_owned())));
        assert_eq!(found("carbon"), None);
    }
}
