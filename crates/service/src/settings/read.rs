//! From what was written to strict types: the only place where a value's type and range are checked.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use kafka::Misfit;

use super::Effective;
use super::layers::{Entry, Layers, Origin, Raw, Shape, open, variable_of};
use super::librdkafka::{Librdkafka, MASK, is_secret, refused};

/// Hands out values by key and remembers what was wrong with them.
pub(super) struct Reader {
    layers: Layers,
    problems: Vec<String>,
}

impl Reader {
    pub(super) fn new(layers: Layers) -> Self {
        let problems = layers.unknown.iter().map(|(key, origin)| unknown(&layers, key, origin)).collect();
        Self { layers, problems }
    }

    /// All that was wrong, on one line.
    pub(super) fn problems(&self) -> Option<String> {
        (!self.problems.is_empty()).then(|| self.problems.join("; "))
    }

    /// Names a key and where its value was written, and says what is wrong with it.
    pub(super) fn complain<T>(&mut self, key: &str, what: &str) -> Option<T> {
        self.problems.push(format!("{}: `{key}` {what}", self.origin(key)));
        None
    }

    /// Where a key's value was written.
    pub(super) fn origin(&self, key: &str) -> String {
        self.layers.entries.get(key).map(|entry| entry.origin.to_string()).unwrap_or_default()
    }

    fn must_be<T>(&mut self, key: &str, what: &str, raw: &Raw) -> Option<T> {
        let found = match raw {
            Raw::Text(text) | Raw::Loose(text) => format!("{:?}", shortened(text)),
            Raw::Integer { text, .. } => text.clone(),
            Raw::Bool(value) => value.to_string(),
            Raw::Other(kind) => (*kind).to_owned(),
        };
        self.complain(key, &format!("must be {what}, not {found}"))
    }

    fn raw(&self, key: &str) -> Option<Raw> {
        // Every key has a value in the built-in file; a test asks for each.
        self.layers.entries.get(key).map(|entry| entry.raw.clone())
    }

    pub(super) fn whole<T: TryFrom<i64>>(&mut self, key: &str, range: RangeInclusive<i64>) -> Option<T> {
        let raw = self.raw(key)?;
        let number = match &raw {
            Raw::Integer { value, .. } => *value,
            Raw::Loose(text) => text.replace('_', "").parse().ok(),
            Raw::Text(_) | Raw::Bool(_) | Raw::Other(_) => None,
        };
        let number = number.filter(|number| range.contains(number));
        number.and_then(|number| T::try_from(number).ok()).or_else(|| {
            let what = format!("a whole number from {} to {}", range.start(), range.end());
            self.must_be(key, &what, &raw)
        })
    }

    pub(super) fn millis(&mut self, key: &str, range: RangeInclusive<i64>) -> Option<Duration> {
        self.whole(key, range).map(Duration::from_millis)
    }

    pub(super) fn yes_or_no(&mut self, key: &str) -> Option<bool> {
        let raw = self.raw(key)?;
        match &raw {
            Raw::Bool(value) => Some(*value),
            Raw::Loose(text) if text == "true" => Some(true),
            Raw::Loose(text) if text == "false" => Some(false),
            _ => self.must_be(key, "true or false", &raw),
        }
    }

    /// A text that `parse` can make something of; `what` says in words what that is.
    pub(super) fn text<T>(
        &mut self,
        key: &str,
        what: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let raw = self.raw(key)?;
        let (Raw::Text(text) | Raw::Loose(text)) = &raw else { return self.must_be(key, what, &raw) };
        match parse(text) {
            Some(value) => Some(value),
            None => self.must_be(key, what, &raw),
        }
    }

    pub(super) fn path(&mut self, key: &str) -> Option<PathBuf> {
        let legal = |text: &str| !text.is_empty() && !text.contains('\0');
        self.text(key, "a path", |text| legal(text).then(|| PathBuf::from(text)))
    }

    /// Both open sections: what is written, and what is written in files.
    pub(super) fn librdkafka(&mut self) -> Option<Librdkafka> {
        let keys: Vec<String> =
            self.layers.entries.keys().filter(|key| open(key).is_some()).cloned().collect();
        let (mut settings, mut fine) = (Librdkafka::default(), true);
        for key in &keys {
            let Some((section, name)) = open(key) else { continue };
            let from_file = section == "kafka.librdkafka_files";
            let value = if let Some(instead) = refused(name) {
                self.complain(key, &format!("is not yours to set: {instead}"))
            } else if from_file {
                self.file(key)
            } else {
                self.any_text(key)
            };
            match value {
                Some(_) if settings.get(name).is_some() => {
                    fine = false;
                    self.complain::<()>(key, "is also set in kafka.librdkafka");
                }
                // What this build cannot do is for those who need a client: `tag` needs none.
                Some(value) => match Misfit::of(name, &value).filter(|misfit| *misfit != Misfit::NotBuilt) {
                    None => settings.insert(name, value, from_file),
                    Some(misfit) => {
                        fine = false;
                        self.complain::<()>(key, &misfit.to_string());
                    }
                },
                None => fine = false,
            }
        }
        fine.then_some(settings)
    }

    /// A text, or what has only one way to be written as one.
    fn any_text(&mut self, key: &str) -> Option<String> {
        let raw = self.raw(key)?;
        match &raw {
            Raw::Text(text) | Raw::Loose(text) | Raw::Integer { text, .. } => Some(text.clone()),
            Raw::Bool(value) => Some(value.to_string()),
            Raw::Other(_) => self.must_be(key, "text", &raw),
        }
    }

    fn file(&mut self, key: &str) -> Option<String> {
        let path = self.path(key)?;
        match std::fs::read_to_string(&path) {
            Ok(text) => Some(text.trim_end_matches(['\r', '\n']).to_owned()),
            Err(err) => self.complain(key, &format!("names a file that cannot be read: {err}")),
        }
    }

    /// Puts in the place of an empty value what it stands for.
    pub(super) fn found_on_host(&mut self, key: &str, value: &str) {
        let entry = Entry { raw: Raw::Text(value.to_owned()), origin: Origin::Host };
        self.layers.entries.insert(key.to_owned(), entry);
    }

    /// What is in force, in the order of the built-in file.
    pub(super) fn effective(&self) -> Vec<Effective> {
        let shape = &self.layers.shape;
        let line_of = |key: &str| match open(key) {
            Some((section, _)) => shape.sections.get(section),
            None => shape.keys.get(key),
        };
        let mut entries: Vec<_> = self.layers.entries.iter().collect();
        entries.sort_by_key(|(key, _)| line_of(key));
        let effective = |(key, entry): (&String, &Entry)| Effective {
            key: key.clone(),
            value: shown(key, &entry.raw),
            origin: entry.origin.to_string(),
        };
        entries.into_iter().map(effective).collect()
    }
}

fn shown(key: &str, raw: &Raw) -> String {
    // The value in `librdkafka_files` is a path; the secret is not in it.
    if matches!(open(key), Some(("kafka.librdkafka", name)) if is_secret(name)) {
        return MASK.to_owned();
    }
    match raw {
        Raw::Text(text) | Raw::Loose(text) | Raw::Integer { text, .. } => text.clone(),
        Raw::Bool(value) => value.to_string(),
        Raw::Other(kind) => (*kind).to_owned(),
    }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// What to say of a key that there is not.
fn unknown(layers: &Layers, key: &str, origin: &Origin) -> String {
    if layers.shape.sections.contains_key(key) {
        return format!("{origin}: `{key}` is a section and not a setting");
    }
    let near = nearest(&layers.shape, key);
    let hint = match (near, origin) {
        (Some(near), Origin::Variable(_)) => format!("; did you mean {}?", variable_of(near)),
        (Some(near), _) => format!("; did you mean `{near}`?"),
        (None, _) => String::new(),
    };
    format!("{origin}: `{key}` is not a setting{hint}")
}

/// The key that was probably meant: one that is spelt much alike, else one whose name is, in whatever section, else one of which
/// the wrong one is the beginning.
fn nearest<'k>(shape: &'k Shape, wrong: &str) -> Option<&'k str> {
    const ALIKE: f64 = 0.7;
    fn name(key: &str) -> &str {
        key.rsplit('.').next().unwrap_or(key)
    }
    let alike = |key: &str, wrong: &str| strsim::normalized_damerau_levenshtein(key, wrong);
    let best = |score: &dyn Fn(&str) -> f64, least: f64| {
        let keys = shape.keys.keys().map(String::as_str);
        let scored = keys.map(|key| (score(key), key)).filter(|(score, _)| *score >= least);
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, key)| key)
    };
    let begins = |key: &str| if key.starts_with(wrong) { alike(key, wrong) } else { -1.0 };
    best(&|key| alike(key, wrong), ALIKE)
        .or_else(|| best(&|key| alike(name(key), name(wrong)), ALIKE))
        .or_else(|| best(&begins, 0.0))
}
