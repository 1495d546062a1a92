//! What is written where: files, environment and command line, one over the other.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use flow::{Fault, FaultKind};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Sources, Surroundings};

/// The files of `config/`, as they were when the program was compiled.
const BUILT_IN: [(&str, &str); 4] = [
    ("default", include_str!("../../../../config/default.toml")),
    ("ingester", include_str!("../../../../config/ingester.toml")),
    ("enricher", include_str!("../../../../config/enricher.toml")),
    ("sink", include_str!("../../../../config/sink.toml")),
];

/// Sections whose keys are not ours: they take any, with dots in them.
pub(super) const OPEN: [&str; 2] = ["kafka.librdkafka", "kafka.librdkafka_files"];

const PREFIX: &str = "DATELINE__";

/// A value as it was written.
#[derive(Clone, Debug)]
pub(super) enum Raw {
    Text(String),
    /// No value where it does not even fit 64 bits.
    Integer {
        value: Option<i64>,
        text: String,
    },
    Bool(bool),
    /// From the environment or the command line, where everything is text: it is what its key wants.
    Loose(String),
    /// Of a type that no setting has.
    Other(&'static str),
}

/// Where it was written.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    File { name: String, line: usize },
    Variable(String),
    CommandLine,
    Host,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { name, line } => write!(f, "{name}:{line}"),
            Self::Variable(name) => f.write_str(name),
            Self::CommandLine => f.write_str("command line"),
            Self::Host => f.write_str("name of this host"),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) raw: Raw,
    pub(super) origin: Origin,
}

/// All keys with what counts for each, and what stands where nothing should.
pub(super) struct Layers {
    pub(super) entries: BTreeMap<String, Entry>,
    pub(super) unknown: Vec<(String, Origin)>,
    pub(super) shape: Shape,
}

/// The keys and sections that there are, with their lines in the built-in `default.toml`.
pub(super) struct Shape {
    pub(super) keys: BTreeMap<String, usize>,
    pub(super) sections: BTreeMap<String, usize>,
}

impl Shape {
    /// What the built-in `default.toml` says there is.
    fn built_in() -> Result<Self, Fault> {
        let mut shape = Self { keys: BTreeMap::new(), sections: BTreeMap::new() };
        let (name, text) = BUILT_IN[0];
        let document = parse(name, text)?;
        shape.learn(text, "", document.get_ref());
        Ok(shape)
    }

    fn learn(&mut self, text: &str, section: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let (path, line) = (join(section, key.get_ref()), line_of(text, key.span().start));
            if let DeValue::Table(table) = value.get_ref() {
                self.learn(text, &path, table);
                self.sections.insert(path, line);
            } else {
                self.keys.insert(path, line);
            }
        }
    }

    pub(super) fn knows(&self, key: &str) -> bool {
        self.keys.contains_key(key) || open(key).is_some()
    }

    fn has_section(&self, path: &str) -> bool {
        self.sections.contains_key(path) || open(path).is_some()
    }
}

/// The open section that a key stands in.
pub(super) fn open(key: &str) -> Option<(&'static str, &str)> {
    OPEN.into_iter().find_map(|section| {
        let name = key.strip_prefix(section)?.strip_prefix('.')?;
        (!name.is_empty()).then_some((section, name))
    })
}

pub(super) fn collect(
    world: &Surroundings,
    service: Option<&str>,
    sources: &Sources,
) -> Result<Layers, Fault> {
    let mut layers = Layers::built_in()?;
    let folder = folder(world)?;
    for name in ["default"].into_iter().chain(service) {
        let file = folder.as_ref().map(|folder| folder.join(format!("{name}.toml")));
        match file.filter(|file| world.folder.join(file).exists()) {
            Some(file) => layers.add_file(world, &file)?,
            None => layers.add_built_in(name)?,
        }
    }
    if let Some(file) = &sources.config {
        layers.add_file(world, file)?;
    }
    layers.add_environment(world)?;
    for (key, value) in &sources.set {
        layers.put(key.clone(), Raw::Loose(value.clone()), Origin::CommandLine);
    }
    Ok(layers)
}

/// Where the files are, if not built in.
fn folder(world: &Surroundings) -> Result<Option<&Path>, Fault> {
    let near = Path::new("config");
    match world.variable("DATELINE_CONFIG_DIR") {
        Some(folder) if world.folder.join(folder).join("default.toml").exists() => Ok(Some(folder)),
        Some(folder) => {
            let cause = format!("{} holds no default.toml", folder.display());
            Err(Fault::new(FaultKind::Usage, "read the settings: DATELINE_CONFIG_DIR", cause))
        }
        None => Ok(world.folder.join(near).join("default.toml").exists().then_some(near)),
    }
}

impl Layers {
    /// What is compiled in lies under everything: a folder of older files lacks nothing.
    fn built_in() -> Result<Self, Fault> {
        let mut layers = Self { entries: BTreeMap::new(), unknown: Vec::new(), shape: Shape::built_in()? };
        layers.add_built_in("default")?;
        Ok(layers)
    }

    fn add_built_in(&mut self, name: &str) -> Result<(), Fault> {
        let Some((_, text)) = BUILT_IN.iter().find(|(known, _)| *known == name) else { return Ok(()) };
        self.add_text(&format!("built-in {name}.toml"), text)
    }

    fn add_file(&mut self, world: &Surroundings, file: &Path) -> Result<(), Fault> {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(world.folder.join(file))
            .map_err(|err| Fault::new(FaultKind::Usage, format!("read {name}"), err))?;
        self.add_text(&name, &text)
    }

    fn add_text(&mut self, name: &str, text: &str) -> Result<(), Fault> {
        let document = parse(name, text)?;
        self.add_table(name, text, "", document.get_ref());
        Ok(())
    }

    fn add_table(&mut self, name: &str, text: &str, section: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let (path, line) = (join(section, key.get_ref()), line_of(text, key.span().start));
            match value.get_ref() {
                DeValue::Table(table) if self.shape.has_section(&path) => {
                    self.add_table(name, text, &path, table);
                }
                _ => self.put(path, raw(value), Origin::File { name: name.to_owned(), line }),
            }
        }
    }

    fn put(&mut self, key: String, raw: Raw, origin: Origin) {
        if self.shape.knows(&key) {
            self.entries.insert(key, Entry { raw, origin });
        } else {
            self.unknown.push((key, origin));
        }
    }

    fn add_environment(&mut self, world: &Surroundings) -> Result<(), Fault> {
        for (name, value) in &world.environment {
            let Some(name) = name.to_str().filter(|name| name.starts_with(PREFIX)) else { continue };
            let Some(value) = value.to_str() else {
                return Err(Fault::new(FaultKind::Usage, format!("read the settings: {name}"), "not UTF-8"));
            };
            let key = key_of(name);
            self.put(key, Raw::Loose(value.to_owned()), Origin::Variable(name.to_owned()));
        }
        Ok(())
    }
}

fn parse<'t>(name: &str, text: &'t str) -> Result<Spanned<DeTable<'t>>, Fault> {
    DeTable::parse(text).map_err(|err| {
        let line = line_of(text, err.span().map_or(0, |span| span.start));
        // The message only: the error's own text quotes the line, and a secret may stand in it.
        Fault::new(FaultKind::Usage, format!("read {name}:{line}"), err.message().to_owned())
    })
}

fn join(section: &str, key: &str) -> String {
    if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") }
}

/// `DATELINE__KAFKA__CLIENT_ID` → `kafka.client_id`; in open sections, where names have dots, underscores are dots.
fn key_of(variable: &str) -> String {
    let key = variable[PREFIX.len()..].to_lowercase().replace("__", ".");
    match open(&key) {
        Some((section, name)) => format!("{section}.{}", name.replace('_', ".")),
        None => key,
    }
}

/// `kafka.client_id` → `DATELINE__KAFKA__CLIENT_ID`.
pub(super) fn variable_of(key: &str) -> String {
    format!("{PREFIX}{}", key.to_uppercase().replace('.', "__"))
}

fn raw(value: &Spanned<DeValue<'_>>) -> Raw {
    match value.get_ref() {
        DeValue::String(text) => Raw::Text(text.to_string()),
        DeValue::Integer(number) => Raw::Integer {
            value: i64::from_str_radix(number.as_str(), number.radix()).ok(),
            text: number.to_string(),
        },
        DeValue::Boolean(value) => Raw::Bool(*value),
        DeValue::Float(_) => Raw::Other("a number with a fraction"),
        DeValue::Datetime(_) => Raw::Other("a date"),
        DeValue::Array(_) => Raw::Other("a list"),
        DeValue::Table(_) => Raw::Other("a section"),
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}
