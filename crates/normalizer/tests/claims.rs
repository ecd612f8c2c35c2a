//! Sentences with the figure in question between `<` and `>`, and the measure of its claim.

use crosscheck_model::{Claim, Moment, Published, PublishedBasis};

fn claims(text: &str) -> Vec<Claim> {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 16).expect("a day");
    let published = Published { date: Some(Moment::day(day)), basis: PublishedBasis::Manifest };
    let parsed = crosscheck_parser::parse(text, crosscheck_parser::Options { frames: true });
    let mentions =
        crosscheck_normalizer::mentions(text, &parsed, &published, crosscheck_normalizer::Options::default());
    crosscheck_normalizer::claims(text, &parsed, &mentions, &published)
}

fn marked(sentence: &str) -> Option<Claim> {
    let at = u32::try_from(sentence.find('<')?).ok()?;
    let text = sentence.replace(['<', '>'], "");
    claims(&text).into_iter().find(|claim| claim.start <= at && at < claim.end)
}

#[test]
fn the_same_measure_in_other_words() {
    let rows = [
        // States after the count.
        ("In the port <17> are missing after the storm.", "person:missing"),
        ("Rescuers looked for <40> people still missing.", "person:missing"),
        ("<Six> people remain unaccounted for in the valley.", "person:missing"),
        ("At least 12 people died and <20> others were missing.", "person:missing"),
        ("The list drawn up by the mayors stood at <53> dead.", "person:kill"),
        // The change is not the measure.
        ("Divers found a body, bringing the number of people killed to <28>.", "person:kill"),
        ("The province put the number of dead at <41>.", "person:kill"),
        ("The clinic put the number of injured at <163>.", "person:injure"),
        ("The number of people arrested has risen to <161>.", "person:arrest"),
        ("The number of patients in hospital has fallen to <41>.", "person:hospitalise"),
        ("The death toll rose to <77> overnight.", "person:kill"),
        ("Doctors cut the number of measles cases to <398>.", "person:infect"),
        // Parts of a group.
        ("<Five> children were among the dead.", "person:kill"),
        ("She said that <three> of the dead were children.", "person:kill"),
        ("The ship sank with the loss of <63> lives.", "person:kill"),
        // Other words for a state.
        ("<7,500> people had been forced from their homes.", "person:displace"),
        ("Some <900> people lost their homes in the fire.", "person:displace"),
        ("<Thirty> people are in hospital with burns.", "person:hospitalise"),
        ("<104> men were taken to police stations.", "person:arrest"),
        // Aboard.
        ("The ferry was carrying <186> people to the mainland.", "person:aboard"),
        ("A bus with <40> passengers on board left the road.", "person:aboard"),
        ("The freighter had a crew of <28>.", "person:aboard"),
        // Shares of a vote.
        ("Anna Brandt won re-election with <52.3%> of the vote.", "share:vote-share/brandt"),
        ("Results of the election gave Anna Brandt <52.3> per cent.", "share:vote-share/brandt"),
        (
            "The challenger got 44 percent of the vote against <52.3> percent for Anna Brandt.",
            "share:vote-share/brandt",
        ),
        ("Turnout was <61%> in the capital.", "share:turnout"),
        ("Some <61.4%> of registered voters took part.", "share:turnout"),
        ("Turnout was 61%, down from <68%> in 2019.", "share:turnout"),
        // Sums.
        ("The brewery made a net profit of <€1.27 billion>.", "profit:profit"),
        ("Net profit fell to <€1.1 billion> last year.", "profit:profit"),
        ("Sales grew to <€18.9 billion> in the year.", "revenue:revenue"),
        ("Revenue was <€18.9 billion> in the year.", "revenue:revenue"),
        ("The couple earned <$12 million> over five years.", "earnings:earn"),
        ("The couple reported earnings of <$12 million>.", "earnings:earn"),
        ("They gave <$2 million> to charity.", "gift:donate"),
        ("They made <$2 million> in charitable contributions.", "gift:donate"),
        ("The union is demanding a pay rise of <7.5%>.", "wage:pay-rise"),
        ("Management has offered <3.5%> to the drivers.", "wage:pay-rise"),
        ("The operating margin widened to <7.1%> from 6.5%.", "margin:margin"),
        ("The family paid an effective tax rate of <31> percent.", "rate:tax"),
        // Goods.
        ("The ministry has delivered <36> ambulances to the town.", "vehicle:deliver"),
        ("The town was handed <36> ambulances by the ministry.", "vehicle:deliver"),
        ("The neighbours have given the town <36> ambulances.", "vehicle:deliver"),
        ("<36> ambulances had been transferred to the town.", "vehicle:deliver"),
        ("<58> trucks arrived in the town.", "vehicle:deliver"),
        // Levels, rises, distances.
        ("The water peaked at <9.1> metres in the town.", "water:water-level"),
        ("The river reached <9.1> metres at the bridge.", "water:water-level"),
        ("The river rose by <4.2> metres in six hours.", "water:water-rise"),
        ("The boat sank <26> kilometres north of the islands.", "distance:distance/islands"),
        ("The wreck lies at a depth of <80> metres.", "depth:depth"),
        ("Waves up to <6> metres high hit the pier.", "wave:wave-height"),
        ("The wind reached <90> kilometres per hour.", "wind:wind-speed"),
        ("The fire had scorched <7,500> hectares.", "fire:burnt-area"),
        ("The <2,650-hectare> wildfire crossed a road.", "fire:burnt-area"),
        ("The fire covered 2,650 hectares (<6,540> acres) by noon.", "fire:burnt-area"),
        ("A <7.8-magnitude> earthquake shook the coast.", "magnitude:quake"),
        ("The <7.8> quake shook the coast.", "magnitude:quake"),
        ("More than <700> aftershocks have shaken the country.", "earthquake:aftershock"),
        // Whom a place houses.
        ("The valley is home to more than <100,000> people.", "person:live"),
        ("The valley, where up to <120,000> people live, is closed.", "person:live"),
        // Figures that say less than a clause.
        ("Police said 8,000 people gathered in the square. The mayor spoke of <9,000>.", "person:gather"),
        ("Organisers counted 30,000 people at the rally; <200> were arrested.", "person:arrest"),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(sentence, expect)| (sentence, marked(sentence).and_then(|claim| claim.measure), expect))
        .filter(|(_, got, expect)| got.as_deref() != Some(**expect))
        .collect();
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), rows.len());
}

#[test]
fn a_part_is_counted_by_its_own_noun() {
    let claim = marked("She said that <three> of the dead were children.").expect("a claim");
    assert_eq!(claim.object.expect("an object").head, "child");
}

#[test]
fn places_are_where_it_happened() {
    let rows = [
        ("<Nine> people were killed in Kabul.", Some("kabul")),
        ("Russia's Defence Ministry said <nine> people were killed.", None),
        ("Alberta Premier Ann Poe said <nine> people were hurt.", None),
        ("<Nine> people were hurt near Rome, France's embassy said.", Some("rome")),
    ];
    for (sentence, expect) in rows {
        let place = marked(sentence).and_then(|claim| claim.place);
        assert_eq!(place.as_deref(), expect, "{sentence}");
    }
}

#[test]
fn a_date_of_another_figure_or_of_a_comparison_is_not_the_claims() {
    let rows = [
        ("Turnout was <61%>, down from 68% in 2019.", 2024),
        ("Turnout was 61%, down from <68%> in 2019.", 2019),
        ("Turnout was <61%>, the lowest since 1992.", 2024),
        ("In 2019 turnout was <68%>.", 2019),
    ];
    for (sentence, year) in rows {
        let when = marked(sentence).expect("a claim").when;
        let from = when.from.expect("a day").date;
        assert_eq!(chrono::Datelike::year(&from), year, "{sentence}");
    }
}

#[test]
fn a_day_of_speaking_is_told_where_it_dates_a_deed() {
    let rows = [
        ("The bank announced <today> that it would close.", true),
        ("The convoy was attacked <this morning> near the pass.", true),
        ("<Today> the town is a port of 3,000 people.", false),
        ("Five people were killed at <the weekend> in the flood.", true),
        ("The valley has been cut off for <a week> by the flood.", true),
        ("The crew had left Turkey <a few days earlier> in two boats.", true),
    ];
    for (sentence, told) in rows {
        assert_eq!(marked(sentence).is_some(), told, "{sentence}");
    }
}
