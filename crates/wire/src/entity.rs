//! Entities of HTML: `&eacute;`, `&scaron;`.
//!
//! quick-xml has a table of them, of which a fifth is wrong: every character from U+0100 to U+0FFF, and those beyond
//! U+FFFF, lost the last digit of their number there (`&scaron;` gives U+0016). Those that letters of the wires need
//! stand here, from the HTML standard; mathematical alphabets are not unfolded.

use quick_xml::escape::resolve_html5_entity;

/// Endings of names of mathematical letters: `&Ascr;`, `&Afr;`, `&Aopf;`.
const MATHEMATICAL: &[&str] = &["scr", "fr", "opf"];

/// What an entity of HTML stands for.
pub(crate) fn of_html(name: &str) -> Option<&'static str> {
    // Nearly all are these.
    match name {
        "lt" => return Some("<"),
        "gt" => return Some(">"),
        "amp" => return Some("&"),
        "quot" => return Some("\""),
        "nbsp" => return Some("\u{a0}"),
        _ => {}
    }
    if let Ok(at) = LETTERS.binary_search_by_key(&name, |(known, _)| known) {
        return Some(LETTERS[at].1);
    }
    resolve_html5_entity(name).filter(|_| !MATHEMATICAL.iter().any(|ending| name.ends_with(ending)))
}

/// What an entity without its semicolon stands for, and the bytes of its name. The HTML standard knows these since before there
/// were semicolons (its list of 106). Letters with marks are told inside a word too; the others only where a word ends, or
/// `&notices` would be two.
pub(crate) fn without_end(words: &str) -> Option<(&'static str, usize)> {
    const MARKS: &[&str] = &["acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "lig"];
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "AMP", "COPY", "GT", "LT", "QUOT", "REG", "amp", "brvbar", "cent", "copy", "curren", "deg", "divide", "frac12", "frac14",
        "frac34", "gt", "iexcl", "iquest", "laquo", "lt", "macr", "micro", "middot", "nbsp", "not", "ordf", "ordm", "para", "plusmn",
        "pound", "quot", "raquo", "reg", "sect", "shy", "sup1", "sup2", "sup3", "times", "yen", "ETH", "THORN", "eth", "thorn",
    ];
    if let Some(name) = OTHERS.iter().find(|name| **name == words) {
        return Some((of_html(name)?, name.len()));
    }
    // `eacute`, `AElig`, `szlig`: one or two letters and a mark.
    let length = [1, 2].into_iter().find_map(|letters| {
        let rest = words.get(letters..)?;
        let mark = MARKS.iter().find(|mark| rest.starts_with(**mark))?;
        Some(letters + mark.len())
    })?;
    let letter = of_html(&words[..length])?;
    letter.chars().all(|c| ('\u{c0}'..='\u{ff}').contains(&c)).then_some((letter, length))
}

/// In the order of their names.
#[rustfmt::skip]
const LETTERS: &[(&str, &str)] = &[
    ("Abreve", "Ă"), ("Acy", "А"), ("Alpha", "Α"), ("Amacr", "Ā"), ("Aogon", "Ą"), ("Bcy", "Б"), ("Beta", "Β"),
    ("Breve", "˘"), ("CHcy", "Ч"), ("Cacute", "Ć"), ("Ccaron", "Č"), ("Ccirc", "Ĉ"), ("Cdot", "Ċ"), ("Chi", "Χ"),
    ("DJcy", "Ђ"), ("DScy", "Ѕ"), ("DZcy", "Џ"), ("Dcaron", "Ď"), ("Dcy", "Д"), ("Delta", "Δ"),
    ("DiacriticalDot", "˙"), ("DiacriticalDoubleAcute", "˝"), ("DiacriticalTilde", "˜"), ("DownBreve", "\u{311}"),
    ("Dstrok", "Đ"), ("ENG", "Ŋ"), ("Ecaron", "Ě"), ("Ecy", "Э"), ("Edot", "Ė"), ("Emacr", "Ē"), ("Eogon", "Ę"),
    ("Epsilon", "Ε"), ("Eta", "Η"), ("Fcy", "Ф"), ("GJcy", "Ѓ"), ("Gamma", "Γ"), ("Gammad", "Ϝ"), ("Gbreve", "Ğ"),
    ("Gcedil", "Ģ"), ("Gcirc", "Ĝ"), ("Gcy", "Г"), ("Gdot", "Ġ"), ("HARDcy", "Ъ"), ("Hacek", "ˇ"), ("Hcirc", "Ĥ"),
    ("Hstrok", "Ħ"), ("IEcy", "Е"), ("IJlig", "Ĳ"), ("IOcy", "Ё"), ("Icy", "И"), ("Idot", "İ"), ("Imacr", "Ī"),
    ("Iogon", "Į"), ("Iota", "Ι"), ("Itilde", "Ĩ"), ("Iukcy", "І"), ("Jcirc", "Ĵ"), ("Jcy", "Й"), ("Jsercy", "Ј"),
    ("Jukcy", "Є"), ("KHcy", "Х"), ("KJcy", "Ќ"), ("Kappa", "Κ"), ("Kcedil", "Ķ"), ("Kcy", "К"), ("LJcy", "Љ"),
    ("Lacute", "Ĺ"), ("Lambda", "Λ"), ("Lcaron", "Ľ"), ("Lcedil", "Ļ"), ("Lcy", "Л"), ("Lmidot", "Ŀ"),
    ("Lstrok", "Ł"), ("Mcy", "М"), ("Mu", "Μ"), ("NJcy", "Њ"), ("Nacute", "Ń"), ("Ncaron", "Ň"), ("Ncedil", "Ņ"),
    ("Ncy", "Н"), ("Nu", "Ν"), ("OElig", "Œ"), ("Ocy", "О"), ("Odblac", "Ő"), ("Omacr", "Ō"), ("Omega", "Ω"),
    ("Omicron", "Ο"), ("OverBar", "‾"), ("Pcy", "П"), ("Phi", "Φ"), ("Pi", "Π"), ("Psi", "Ψ"), ("Racute", "Ŕ"),
    ("Rcaron", "Ř"), ("Rcedil", "Ŗ"), ("Rcy", "Р"), ("Rho", "Ρ"), ("SHCHcy", "Щ"), ("SHcy", "Ш"), ("SOFTcy", "Ь"),
    ("Sacute", "Ś"), ("Scaron", "Š"), ("Scedil", "Ş"), ("Scirc", "Ŝ"), ("Scy", "С"), ("Sigma", "Σ"), ("TSHcy", "Ћ"),
    ("TScy", "Ц"), ("Tau", "Τ"), ("Tcaron", "Ť"), ("Tcedil", "Ţ"), ("Tcy", "Т"), ("Theta", "Θ"), ("Tstrok", "Ŧ"),
    ("Ubrcy", "Ў"), ("Ubreve", "Ŭ"), ("Ucy", "У"), ("Udblac", "Ű"), ("Umacr", "Ū"), ("UnderBar", "_"), ("Uogon", "Ų"),
    ("Upsi", "ϒ"), ("Upsilon", "Υ"), ("Uring", "Ů"), ("Utilde", "Ũ"), ("Vcy", "В"), ("Wcirc", "Ŵ"), ("Xi", "Ξ"),
    ("YAcy", "Я"), ("YIcy", "Ї"), ("YUcy", "Ю"), ("Ycirc", "Ŷ"), ("Ycy", "Ы"), ("Yuml", "Ÿ"), ("ZHcy", "Ж"),
    ("Zacute", "Ź"), ("Zcaron", "Ž"), ("Zcy", "З"), ("Zdot", "Ż"), ("Zeta", "Ζ"), ("abreve", "ă"), ("acy", "а"),
    ("alpha", "α"), ("amacr", "ā"), ("angst", "Å"), ("aogon", "ą"), ("backepsilon", "϶"), ("bcy", "б"),
    ("bepsi", "϶"), ("beta", "β"), ("breve", "˘"), ("cacute", "ć"), ("caron", "ˇ"), ("ccaron", "č"), ("ccirc", "ĉ"),
    ("cdot", "ċ"), ("chcy", "ч"), ("chi", "χ"), ("circ", "ˆ"), ("dblac", "˝"), ("dcaron", "ď"), ("dcy", "д"),
    ("delta", "δ"), ("digamma", "ϝ"), ("djcy", "ђ"), ("dot", "˙"), ("dscy", "ѕ"), ("dstrok", "đ"), ("dzcy", "џ"),
    ("ecaron", "ě"), ("ecy", "э"), ("edot", "ė"), ("emacr", "ē"), ("eng", "ŋ"), ("eogon", "ę"), ("epsi", "ε"),
    ("epsilon", "ε"), ("epsiv", "ϵ"), ("eta", "η"), ("fcy", "ф"), ("fnof", "ƒ"), ("gacute", "ǵ"), ("gamma", "γ"),
    ("gammad", "ϝ"), ("gbreve", "ğ"), ("gcirc", "ĝ"), ("gcy", "г"), ("gdot", "ġ"), ("gjcy", "ѓ"), ("hardcy", "ъ"),
    ("hcirc", "ĥ"), ("hstrok", "ħ"), ("icy", "и"), ("iecy", "е"), ("ijlig", "ĳ"), ("imacr", "ī"), ("imath", "ı"),
    ("imped", "Ƶ"), ("inodot", "ı"), ("iocy", "ё"), ("iogon", "į"), ("iota", "ι"), ("itilde", "ĩ"), ("iukcy", "і"),
    ("jcirc", "ĵ"), ("jcy", "й"), ("jmath", "ȷ"), ("jsercy", "ј"), ("jukcy", "є"), ("kappa", "κ"), ("kappav", "ϰ"),
    ("kcedil", "ķ"), ("kcy", "к"), ("kgreen", "ĸ"), ("khcy", "х"), ("kjcy", "ќ"), ("lacute", "ĺ"), ("lambda", "λ"),
    ("lcaron", "ľ"), ("lcedil", "ļ"), ("lcy", "л"), ("ljcy", "љ"), ("lmidot", "ŀ"), ("lstrok", "ł"), ("mcy", "м"),
    ("mu", "μ"), ("nacute", "ń"), ("napos", "ŉ"), ("ncaron", "ň"), ("ncedil", "ņ"), ("ncy", "н"), ("njcy", "њ"),
    ("nu", "ν"), ("ocy", "о"), ("odblac", "ő"), ("oelig", "œ"), ("ogon", "˛"), ("ohm", "Ω"), ("omacr", "ō"),
    ("omega", "ω"), ("omicron", "ο"), ("pcy", "п"), ("phi", "φ"), ("phiv", "ϕ"), ("pi", "π"), ("piv", "ϖ"),
    ("psi", "ψ"), ("race", "∽\u{331}"), ("racute", "ŕ"), ("rcaron", "ř"), ("rcedil", "ŗ"), ("rcy", "р"), ("rho", "ρ"),
    ("rhov", "ϱ"), ("ring", "˚"), ("sacute", "ś"), ("scaron", "š"), ("scedil", "ş"), ("scirc", "ŝ"), ("scy", "с"),
    ("shchcy", "щ"), ("shcy", "ш"), ("sigma", "σ"), ("sigmaf", "ς"), ("sigmav", "ς"), ("softcy", "ь"),
    ("straightepsilon", "ϵ"), ("straightphi", "ϕ"), ("tau", "τ"), ("tcaron", "ť"), ("tcedil", "ţ"), ("tcy", "т"),
    ("theta", "θ"), ("thetasym", "ϑ"), ("thetav", "ϑ"), ("tilde", "˜"), ("tscy", "ц"), ("tshcy", "ћ"),
    ("tstrok", "ŧ"), ("ubrcy", "ў"), ("ubreve", "ŭ"), ("ucy", "у"), ("udblac", "ű"), ("umacr", "ū"), ("uogon", "ų"),
    ("upsi", "υ"), ("upsih", "ϒ"), ("upsilon", "υ"), ("uring", "ů"), ("utilde", "ũ"), ("varepsilon", "ϵ"),
    ("varkappa", "ϰ"), ("varphi", "ϕ"), ("varpi", "ϖ"), ("varrho", "ϱ"), ("varsigma", "ς"), ("vartheta", "ϑ"),
    ("vcy", "в"), ("wcirc", "ŵ"), ("xi", "ξ"), ("yacy", "я"), ("ycirc", "ŷ"), ("ycy", "ы"), ("yicy", "ї"),
    ("yucy", "ю"), ("zacute", "ź"), ("zcaron", "ž"), ("zcy", "з"), ("zdot", "ż"), ("zeta", "ζ"), ("zhcy", "ж"),
];

#[cfg(test)]
mod tests {
    use super::{LETTERS, of_html};

    #[test]
    fn letters_of_the_wires_are_what_they_should_be() {
        assert!(LETTERS.is_sorted_by_key(|(name, _)| *name));
        for (name, letter) in LETTERS {
            assert_eq!(of_html(name), Some(*letter));
            assert!(letter.chars().all(|c| u32::from(c) > 0x5e), "{name}");
        }
        let words = ["eacute", "scaron", "Lstrok", "mdash", "pi", "YAcy", "nbsp", "euro", "OElig"];
        let letters: String = words.iter().filter_map(|name| of_html(name)).collect();
        assert_eq!(letters, "éšŁ—πЯ\u{a0}€Œ");
        assert_eq!((of_html("Ascr"), of_html("nosuch")), (None, None));
    }
}
