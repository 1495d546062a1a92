//! What stands below a story and is none of it: marks of its end, notes to editors, contacts, what a firm says of itself; and
//! captions and bylines on lines of their own.
//!
//! Each goes to its field or to a warning. A word alone proves nothing: a contact has an address or a number, what follows
//! `About X` begins with X.

use super::{Draft, byline};
use crate::head::{self, Prefixes};
use crate::prose::fold;

/// What a paragraph below a story opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    /// `ENDS`, `-0-`
    End,
    Notes,
    About,
    Contact,
}

/// Words that close a copy, in small letters, where a mark stands with them or nothing else does.
const ENDS: &[&str] =
    &["0", "30", "end", "ends", "ende", "fin", "fim", "fine", "slut", "loppu", "einde", "koniec"];

/// How notes for editors are headed, in small letters (general knowledge).
const NOTES: Prefixes = Prefixes::new(&[
    "notes to editors",
    "note to editors",
    "notes for editors",
    "note for editors",
    "notes to the editor",
    "note to the editor",
    "editor's notes",
    "editors' notes",
    "editor’s notes",
    "editors’ notes",
    "notizblock",
    "dpa-notizblock",
    "dpa notizblock",
    "redaktionelle hinweise",
    "hinweis an die redaktion",
    "hinweis für die redaktion",
    "hinweise für redaktionen",
    "note aux rédactions",
    "note à la rédaction",
    "notas para los editores",
    "nota a los redactores",
]);

/// How contacts are headed.
const CONTACTS: Prefixes = Prefixes::new(&[
    "contact",
    "media contact",
    "press contact",
    "for more information",
    "for further information",
    "for media inquiries",
    "for media enquiries",
    "pressekontakt",
    "kontakt",
    "ansprechpartner",
    "rückfragen",
    "rückfragehinweis",
    "contact presse",
    "contacts presse",
    "contacto",
    "contatti",
    "contatto",
    "presskontakt",
    "pressekontakt",
]);

/// How captions are headed.
const CAPTIONS: Prefixes = Prefixes::new(&[
    "caption:",
    "photo caption:",
    "file photo:",
    "bildtext:",
    "bildunterschrift:",
    "légende:",
    "légende :",
    "pie de foto:",
    "didascalia:",
]);

/// What stands before a caption, and before a sentence of a story: `Bild: Das Blatt zitierte einen Lotsen.`
const PICTURES: Prefixes = Prefixes::new(&["photo:", "foto:", "picture:", "bild:"]);

/// Longer lines are no headings, and longer paragraphs no captions, in bytes.
const HEADING: usize = 80;
const CAPTION: usize = 400;

impl Draft {
    /// Takes off the body what stands below the story.
    pub(super) fn cut_back(&mut self) {
        /// A story has at least so much, in bytes; and what stands below it is so near its end.
        const STORY: usize = 50;
        const REACH: usize = 20_000;
        let from = self.body.floor_char_boundary(self.body.len().saturating_sub(REACH));
        let mut paragraphs = paragraphs(&self.body, from);
        // The first is the story's own, unless there is one before what was looked at.
        if from == 0 && !paragraphs.is_empty() {
            paragraphs.remove(0);
        }
        let words =
            |nth: usize| paragraphs.get(nth).map_or("", |(start, end)| self.body[*start..*end].trim());
        let sections: Vec<Option<Section>> =
            (0..paragraphs.len()).map(|nth| section(words(nth), words(nth + 1))).collect();
        let followed = followed(&sections, words);
        let opens = |nth: &usize| match sections[*nth] {
            // Between the parts of a summary such a mark parts them.
            Some(Section::End) => {
                let below = paragraphs.get(nth + 1).map_or(0, |(start, _)| self.body.len() - start);
                below * 2 < self.body.len()
                    && !followed[*nth]
                    && (sections.get(nth + 1).is_none_or(Option::is_some)
                        || !words(*nth).contains(['0', '#']))
            }
            section => section.is_some(),
        };
        let Some(first) = (0..sections.len()).find(opens) else { return self.cut_last_line() };
        let start = paragraphs[first].0;
        if self.body[..start].trim().len() < STORY {
            return;
        }
        let mut parts: Vec<(Section, String)> = Vec::new();
        for (nth, (from, to)) in paragraphs.iter().enumerate().skip(first) {
            let words = self.body[*from..*to].trim();
            match (sections[nth], parts.last_mut()) {
                (None, Some((_, part))) => {
                    part.push_str("\n\n");
                    part.push_str(words);
                }
                (section, _) => parts.push((section.unwrap_or(Section::End), words.to_owned())),
            }
        }
        self.body.truncate(self.body[..start].trim_end().len());
        for (section, words) in parts {
            match section {
                Section::Notes => match &mut self.tail {
                    Some(tail) => {
                        tail.push('\n');
                        tail.push_str(&words);
                    }
                    None => self.tail = Some(words),
                },
                Section::End => self.leave_out("end", &fold(&words)),
                Section::About => self.leave_out("about", &words),
                Section::Contact => self.leave_out("contact", &words),
            }
        }
        self.cut_last_line();
    }

    /// Takes off the body how the agency signs below the story: a mark, its name with the initials of who wrote, its rights.
    pub(super) fn cut_sign_offs(&mut self) {
        /// No more paragraphs are one.
        const MOST: usize = 5;
        for _ in 0..MOST {
            let Some((before, last)) = self.body.trim_end().rsplit_once("\n\n") else { return };
            let words = last.trim().to_owned();
            if before.trim().is_empty() || words.contains('\n') || !is_sign_off(&words) {
                return;
            }
            let length = before.trim_end().len();
            self.body.truncate(length);
            self.issued = self.issued.or_else(|| head::sent(&words));
            self.leave_out("sign-off", &words);
            self.sign_offs.push(words);
            self.cut_last_line();
        }
    }

    /// The mark of the end may stand on the last line of the last paragraph.
    fn cut_last_line(&mut self) {
        let Some((before, last)) = self.body.trim_end().rsplit_once('\n') else { return };
        if is_end(last.trim()) || is_initials(last.trim()) || ["end", "ends"].contains(&last.trim()) {
            let (length, mark) = (before.trim_end().len(), last.trim().to_owned());
            self.body.truncate(length);
            self.leave_out("end", &mark);
        }
    }

    /// Takes captions and bylines that are paragraphs of their own off the body. `top` paragraphs may be bylines.
    pub(super) fn cut_lines(&mut self) {
        /// No more captions and credits stand in a story.
        const MOST: usize = 20;
        for _ in 0..2 {
            let end = self.body.find("\n\n").unwrap_or(self.body.len());
            let first = self.body[..end].trim();
            // `By Jane Doe` / `Reuters Staff`: who she is may stand below.
            let (line, below) = first.split_once('\n').unwrap_or((first, ""));
            let is_byline = first.len() <= HEADING
                && end < self.body.len()
                && byline::may_say_by(line)
                && head::is_byline(line)
                && (below.is_empty() || head::is_bytitle(below) || head::is_sign(below));
            if !is_byline {
                break;
            }
            let words = head::byline_of(line).to_owned();
            let (words, sign) = match below {
                "" => (words, None),
                sign if head::is_sign(sign) => (words, Some(sign.to_owned())),
                title => (format!("{words}, {title}"), None),
            };
            self.makers.extend(sign);
            self.body.drain(..end + 2);
            self.second_byline(Some(words));
        }
        for _ in 0..MOST {
            let all = paragraphs(&self.body, 0);
            let caption = all.iter().find(|(start, end)| is_caption(self.body[*start..*end].trim())).copied();
            let Some((start, end)) = caption.filter(|_| all.len() > 1) else { return };
            let words = self.body[start..end].trim().to_owned();
            let next = all.iter().find(|(from, _)| *from > start).map_or(self.body.len(), |(from, _)| *from);
            self.body.replace_range(start..next, "");
            self.body.truncate(self.body.trim_end().len());
            self.leave_out("caption", &words);
        }
    }
}

/// Where the paragraphs of a body begin and end.
fn paragraphs(body: &str, from: usize) -> Vec<(usize, usize)> {
    let mut start = from;
    let ends = memchr::memmem::find_iter(&body.as_bytes()[from..], "\n\n").map(|at| from + at);
    let pieces = ends.chain([body.len()]).map(|end| (std::mem::replace(&mut start, end + 2), end));
    pieces.filter(|(start, end)| !body[*start..*end].trim().is_empty()).collect()
}

fn section(words: &str, next: &str) -> Option<Section> {
    if words.is_empty() {
        return None;
    }
    let end = memchr::memchr(b'\n', words.as_bytes()).unwrap_or(words.len());
    let line = words[..end].trim();
    if is_end(words) || is_initials(words) && (next.is_empty() || is_end(next)) {
        return Some(Section::End);
    }
    // `# dpa-Notizblock`
    let heading = line.trim_start_matches(['#', ' ']);
    let headed = |names: &Prefixes| {
        names.each(heading).any(|(name, rest)| {
            let rest = rest.trim_start_matches(['s', 'S', ' ']);
            rest.is_empty()
                || rest.starts_with([':', '-', '–', '(', ',']) && !(name.starts_with("for ") && is_told(line))
                || name.starts_with("for ") && !is_told(line)
        })
    };
    if headed(&NOTES) {
        return Some(Section::Notes);
    }
    let reachable = |words: &str| {
        words.contains('@') || words.contains("://") || words.chars().filter(char::is_ascii_digit).count() > 6
    };
    // `((name@agency.example; +33 1 2345; Messaging: …))`
    if words.starts_with("((") && words.ends_with("))") && words.len() <= CAPTION && words.contains('@') {
        return Some(Section::Contact);
    }
    if headed(&CONTACTS) && (reachable(words) || line.len() <= HEADING && reachable(next)) {
        return Some(Section::Contact);
    }
    // `About Acme`, and below it `Acme makes …`
    let name = line
        .strip_prefix("About ")
        .or_else(|| line.strip_prefix("ABOUT "))
        .or_else(|| line.strip_prefix("Über "));
    let name = name.filter(|name| line.len() <= HEADING && name.starts_with(char::is_uppercase));
    let first = |words: &str| {
        let words = words.strip_prefix("The ").or_else(|| words.strip_prefix("the ")).unwrap_or(words);
        words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase()
    };
    let about = name.is_some_and(|name| {
        let below = words.split_once('\n').map_or(next, |(_, below)| below.trim_start());
        !name.ends_with(['.', '?']) && !first(name).is_empty() && first(name) == first(below)
    });
    about.then_some(Section::About)
}

/// For each paragraph whether a story goes on below it, before anything that stands below stories.
fn followed<'w>(sections: &[Option<Section>], words: impl Fn(usize) -> &'w str) -> Vec<bool> {
    let mut followed = vec![false; sections.len()];
    if !sections.contains(&Some(Section::End)) {
        return followed;
    }
    for nth in (1..sections.len()).rev() {
        let goes_on = match sections[nth] {
            None => followed[nth] || is_story(words(nth)),
            Some(Section::End) => followed[nth],
            Some(_) => false,
        };
        followed[nth - 1] = goes_on;
    }
    followed
}

/// Whether a paragraph below a mark of the end is a story: it has a dateline, or is a sentence of some length that leads nowhere.
fn is_story(words: &str) -> bool {
    /// Shorter ones, in words, may be what a page or a firm has below its stories.
    const SENTENCE: usize = 9;
    if words.lines().take(2).any(head::begins_with_dateline) {
        return true;
    }
    let leads = words.contains('@') || words.contains("://") || words.contains("www.");
    !leads
        && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '„' | '«' | '\''))
        && words.trim_end_matches(['"', '”', '“', '»', '\'', '’', ')']).ends_with(['.', '!', '?'])
        && words.split_whitespace().nth(SENTENCE - 1).is_some()
        && !is_caption(words)
}

/// `For more information, victims were told to call`: a sentence of the story tells what was done, and asks nobody.
fn is_told(line: &str) -> bool {
    const TOLD: &[&str] = &[
        "was", "were", "had", "has", "said", "told", "asked", "went", "came", "called", "turned", "looked",
        "waited",
    ];
    line.split(|c: char| !c.is_alphabetic()).any(|word| TOLD.contains(&word))
}

/// `ENDS`, `(END)`, `-0-`, `/ends`, `###`, `- 30 -`
fn is_end(words: &str) -> bool {
    // `"Ends."` is what somebody said.
    if words.is_empty() || words.len() > 12 || words.starts_with(['"', '“', '”', '„', '«', '\'', '‘', '’'])
    {
        return false;
    }
    if words.chars().all(|c| matches!(c, '#' | ' ')) {
        return words.contains('#');
    }
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    // `End.` may be a sentence of one word.
    let marked = words.chars().any(|c| !c.is_alphanumeric() && c != '.' && c != ' ');
    let known = ENDS.contains(&bare.to_lowercase().as_str());
    let word = bare.chars().all(char::is_alphabetic);
    known && (marked || word && (bare.len() > 2 && !bare.contains(char::is_lowercase) || bare == "Ends"))
}

/// `==Kyodo`, `-- BERNAMA`, `(ANSA).`, `PTI MM YY MR`, `© Agence France-Presse`, `name@agency.example`: how an agency signs.
fn is_sign_off(words: &str) -> bool {
    /// Longer ones, in bytes, are sentences, and so are longer statements of rights.
    const LONG: usize = 80;
    const RIGHTS: usize = 400;
    const BEGINNINGS: &[&str] = &["==Kyodo", "Our Standards: "];
    const CANADIAN_PRESS: &str = "This report by The Canadian Press was first published ";
    let rights = words.starts_with('©')
        || words.starts_with("(c) ")
        || words.starts_with("Copyright ") && (words.contains("reserved") || head::of_copyright(words));
    if rights {
        return words.len() <= RIGHTS;
    }
    if words.len() > LONG && !words.starts_with(CANADIAN_PRESS) || words.is_empty() {
        return false;
    }
    // Where the desk's places are: `Orte: Ring 11`.
    let places = words.starts_with("Orte: ") && words.contains(|c: char| c.is_ascii_digit());
    let address = words.contains('@') && !words.contains(' ') && words.contains('.');
    let rule = words.len() >= 3 && words.chars().all(|c| c == '_');
    if places
        || address
        || rule
        || words == "Enditem"
        || BEGINNINGS.iter().any(|begins| words.starts_with(begins))
        || words.starts_with(CANADIAN_PRESS)
    {
        return true;
    }
    let bare = words.trim_end_matches('.');
    let dashed = bare.trim_start_matches(['-', '–', '—']);
    let inner = bare.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
    let sign = inner.unwrap_or(dashed).trim();
    if head::is_sign(sign) {
        return true;
    }
    let (sign, rest) = bare.split_once([' ', '/']).unwrap_or((bare, ""));
    // `TT won` is a sentence.
    let told = rest.contains('/') || !rest.contains(char::is_lowercase) || rest.split(' ').count() > 2;
    // `AP news: https://…`
    let leads = rest.contains("://") && rest.split_whitespace().count() <= 3;
    // `WAM/Nour Haddad/Esraa Selim`
    let named = words.get(sign.len()..).is_some_and(|rest| rest.starts_with('/'))
        && rest.split('/').all(head::are_names);
    head::is_sign(sign)
        && bare.len() == words.len()
        && (leads || named || rest == "Fim" || told && are_initials(rest))
        || words.contains("//") && are_initials(words)
        || words.matches('/').count() >= 2 && are_initials(words)
}

/// `mm yyzz n1 eb`, `MM // YY`, `mm-yy/zz/aa`: short words, in letters of one size.
fn are_initials(words: &str) -> bool {
    /// A line has no more.
    const MOST: usize = 5;
    let mut parts = words.split([' ', '/', '-']).filter(|part| !part.is_empty());
    let small = !words.contains(char::is_uppercase);
    let large = !words.contains(char::is_lowercase);
    (small || large)
        && (1..=MOST).contains(&parts.clone().count())
        && parts.all(|part| {
            (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// `chp/jmy/hd`, `(Schluss) abc/def`: who wrote and who edited, below the copy of AFP and APA.
fn is_initials(words: &str) -> bool {
    let words = words.strip_prefix("(Schluss)").unwrap_or(words).trim();
    let initials =
        |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    // Nearly no paragraph begins so, and none is looked through.
    words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'/')
        && words.contains('/')
        && words.split('/').all(initials)
}

fn is_caption(words: &str) -> bool {
    words.len() <= CAPTION
        && (CAPTIONS.each(words).next().is_some()
            || PICTURES.each(words).next().is_some_and(|(_, rest)| is_credited(rest)))
}

/// Whether the words behind `Photo:` are those of a caption: no sentence, or one with a credit.
fn is_credited(words: &str) -> bool {
    let words = words.trim();
    let stop = words.trim_end_matches(['"', '”', '“', '»', '’']).ends_with(['.', '!', '?', '…']);
    let inner = words.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|words| words.rsplit_once('('));
    let last = words.trim_end_matches('.').rsplit(['.', ' ', '\u{a0}']).next().unwrap_or("");
    let signed = |words: &str| {
        words.split_once('/').is_some_and(|(name, agency)| {
            name.ends_with(char::is_alphabetic) && agency.starts_with(char::is_uppercase)
        })
    };
    !stop
        || inner.is_some_and(|(_, inner)| inner.starts_with(char::is_uppercase))
        || signed(last)
        || words.contains('©')
        || head::are_names(words)
}
