//! Every number of a story of trade can be asked why it is a figure, or why not.

use article::Article;
use tagger::Tagger;

#[test]
fn a_figure_says_its_rule_and_what_was_carried_from_where() {
    let mut article = Article::of_text(
        "Japan's exports rose 3.1 percent in July 2023. Imports fell 2 percent. GDP grew 1.5 percent.",
    );
    article.published_at = "2023-08-30".parse().ok();
    let why = Tagger::new().why_figures(&article);
    assert_eq!(why.len(), 3);
    let (id, rule, _) = why[0].figure.clone().expect("a figure");
    assert_eq!((id.as_str(), rule), ("f1", "change/verb"));
    assert_eq!(why[0].said.as_ref().expect("a verb").exact, "rose");
    let carried: Vec<(&str, &str, &str)> = why[1]
        .carried
        .iter()
        .map(|it| {
            (it.field.as_str(), it.value.as_str(), it.from.as_ref().map_or("", |from| from.exact.as_str()))
        })
        .collect();
    assert_eq!(carried, [("period", "2023-07", "3.1 percent"), ("reporter", "JP", "3.1 percent")]);
    assert_eq!(why[2].figure, None);
    assert!(why[2].not.as_deref().is_some_and(|not| not.contains("`GDP`")), "{:?}", why[2].not);
}

#[test]
fn goods_that_the_sentence_does_not_say_are_carried_and_named_where_they_were_said() {
    let mut article = Article::of_text(
        "Japan's exports of Steel Pipes rose 3.1 percent in July 2023. Those to Korea fell 2 percent.",
    );
    article.published_at = "2023-08-30".parse().ok();
    let tagger = Tagger::new();
    let figures = tagger.tag(&article).tags.trade_figures;
    let goods =
        |at: usize| (figures[at].commodity.as_deref(), figures[at].inferred.contains(&"commodity".into()));
    assert_eq!(goods(0), (Some("steel pipes"), false), "{figures:?}");
    assert_eq!(goods(1), (Some("steel pipes"), true), "{figures:?}");
    let why = tagger.why_figures(&article);
    let carried = why[1].carried.iter().find(|it| it.field == "commodity").expect("carried goods");
    assert_eq!(carried.from.as_ref().map(|from| from.exact.as_str()), Some("3.1 percent"));
    // all goods, and goods with letters beyond ASCII that the sentence says
    let none =
        tagger.tag(&Article::of_text("Exports rose 3 percent. Imports fell 2 percent.")).tags.trade_figures;
    assert!(none.iter().all(|figure| !figure.inferred.contains(&"commodity".into())), "{none:?}");
    let said =
        tagger.tag(&Article::of_text("Exports of ÉCLAIRS from France rose 3 percent.")).tags.trade_figures;
    assert!(said.iter().all(|figure| !figure.inferred.contains(&"commodity".into())), "{said:?}");
}

#[test]
fn a_number_without_a_figure_names_what_it_is_of() {
    let article = Article::of_text(
        "Exports of Chile rose 3 percent in May. The average price was 12 dollars. A forecast of 5 percent more exports stands.",
    );
    let why = Tagger::new().why_figures(&article);
    let of = |words: &str| why.iter().find(|why| why.quantity.exact == words).expect("a number");
    assert!(of("12 dollars").not.as_deref().is_some_and(|not| not.contains("it is of `price`")), "{why:?}");
}
