//! Rich Text Format, as word processors leave it in a file that should hold plain words: its words, and nothing of its looks.

use encoding_rs::WINDOWS_1252;

/// Groups that hold no words of the text.
const ASIDE: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "footer",
    "headerl",
    "headerr",
    "footerl",
    "footerr",
    "listtable",
    "listoverridetable",
    "generator",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "datastore",
    "filetbl",
    "revtbl",
    "rsidtbl",
    "xmlnstbl",
    "fldinst",
    "bkmkstart",
    "bkmkend",
];

/// Words that end a paragraph, and words that are a character.
const ENDS: &[&str] = &["par", "sect", "page", "row"];
const CHARACTERS: &[(&str, char)] = &[
    ("line", '\n'),
    ("tab", '\t'),
    ("cell", '\t'),
    ("emdash", '—'),
    ("endash", '–'),
    ("lquote", '‘'),
    ("rquote", '’'),
    ("ldblquote", '“'),
    ("rdblquote", '”'),
    ("bullet", '•'),
];

pub(crate) fn is_rtf(words: &str) -> bool {
    words.trim_start().starts_with("{\\rtf")
}

/// The words of a document: paragraphs, joined by blank lines.
pub(crate) fn read(document: &str) -> String {
    let mut text = String::with_capacity(document.len() / 2);
    let mut rest = document.trim_start();
    // How deep the groups are, and from which depth on they hold no words.
    let (mut depth, mut aside) = (0_usize, usize::MAX);
    // So many characters behind a `\u` stand for it where it is not known.
    let mut skip = 0_usize;
    let is_aside = |depth: usize, aside: usize| depth >= aside;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = after;
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth < aside {
                    aside = usize::MAX;
                }
                if depth == 0 {
                    break;
                }
            }
            '\r' | '\n' => {}
            '\\' => {
                let Some(mark) = after.chars().next() else { break };
                if !mark.is_ascii_alphabetic() {
                    rest = &after[mark.len_utf8()..];
                    let letter = match mark {
                        '\'' => {
                            let code = rest.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
                            rest = rest.get(2..).unwrap_or("");
                            code.and_then(|code| WINDOWS_1252.decode(&[code]).0.chars().next())
                        }
                        '*' => {
                            aside = aside.min(depth);
                            None
                        }
                        '~' => Some(' '),
                        '_' => Some('-'),
                        '\\' | '{' | '}' => Some(mark),
                        _ => None,
                    };
                    if let Some(letter) = letter.filter(|_| !is_aside(depth, aside)) {
                        if skip > 0 {
                            skip -= 1;
                        } else {
                            text.push(letter);
                        }
                    }
                    continue;
                }
                let length = after.len() - after.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
                let (word, number) = after.split_at(length);
                let digits = number.strip_prefix('-').unwrap_or(number);
                let length = number.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                let (number, behind) = number.split_at(length);
                rest = behind.strip_prefix(' ').unwrap_or(behind);
                if ASIDE.contains(&word) {
                    aside = aside.min(depth);
                }
                if is_aside(depth, aside) {
                    continue;
                }
                if ENDS.contains(&word) {
                    text.push_str("\n\n");
                } else if let Some((_, letter)) = CHARACTERS.iter().find(|(known, _)| *known == word) {
                    text.push(*letter);
                } else if word == "u" {
                    // Of 16 bits, with a sign.
                    let code = number.parse::<i32>().ok().and_then(|code| u32::try_from(code & 0xffff).ok());
                    text.push(code.and_then(char::from_u32).unwrap_or('\u{fffd}'));
                    skip = 1;
                }
            }
            c if !is_aside(depth, aside) => {
                if skip > 0 {
                    skip -= 1;
                } else {
                    text.push(c);
                }
            }
            _ => {}
        }
    }
    let paragraphs = text.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
