// diff: nothing for equals, and every changed field of every row named with before and after.
#include "core/document/diff.h"
#include "core/document/edit.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {
namespace {

template <class T, class Edit>
void editRow(Rows<T>& rows, std::size_t at, Edit edit) {
    T row = *rows[at];
    edit(row);
    rows[at] = Row<T>(std::move(row));
}

std::string line(const Change& change) {
    return change.kind + " " + change.what + " " + change.id + " " + change.field + ": " + change.before + " -> "
           + change.after;
}

using Edit = std::function<void(Document&)>;

} // namespace

class TestDiff : public Test {
    Q_OBJECT
private slots:
    void equalDocumentsHaveNoDifference() {
        QVERIFY(diff(fullDocument(), fullDocument()).empty());
        QVERIFY(diff(randomDocument(1, 20), randomDocument(1, 20)).empty());
    }
    void aChangeIsSaidInOneLine_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* why, Edit edit, const char* expected) {
            QTest::newRow(why) << std::move(edit) << QString::fromUtf8(expected);
        };
        row(
            "project title", [](Document& d) { d.project.title = "New"; },
            "changed project a1b2c3 title: Checks -> New");
        row(
            "claim's quantity",
            [](Document& d) {
                editRow(d.claims, 1, [](Claim& c) {
                    c.quantity->text = "2.8M hours";
                    c.quantity->value = 2.8e6;
                });
            },
            "changed claim c2 quantity: 2,788,000 H800 hours = 2788000 H800*h -> 2.8M hours = 2800000 H800*h");
        row(
            "claim's grade", [](Document& d) { editRow(d.claims, 0, [](Claim& c) { c.grade.credibility = '1'; }); },
            "changed claim c1 grade: reliability B, credibility 3, likelihood 55-80, confidence moderate -> reliability B, "
            "credibility 1, likelihood 55-80, confidence moderate");
        row(
            "claim's likelihood",
            [](Document& d) { editRow(d.claims, 0, [](Claim& c) {
                                  c.grade = {'B', '3', LikelihoodBand::first};
                              }); },
            "changed claim c1 grade: reliability B, credibility 3, likelihood 55-80, confidence moderate -> reliability B, "
            "credibility 3, likelihood 1-5");
        row(
            "the words of a scale",
            [](Document& d) { editRow(d.gradeScales, 0, [](GradeScale& s) { s.words[0] = "poor"; }); },
            "changed grade scale confidence words: weak, fair, strong -> poor, fair, strong");
        row(
            "a link of the analyst's own type", [](Document& d) { d.links.pop_back(); },
            "removed link l2 : c2 doubts c1 -> ");
        row(
            "claim's assessment",
            [](Document& d) { editRow(d.claims, 0, [](Claim& c) { c.assessment = Assessment::disputed; }); },
            "changed claim c1 assessment: partly-supported -> disputed");
        row(
            "a mention's hedge", [](Document& d) { editRow(d.claims, 0, [](Claim& c) { c.mentions[0].hedge = ""; }); },
            "changed claim c1 mention m1: ");
        row(
            "a mention more",
            [](Document& d) {
                editRow(d.claims, 1, [](Claim& c) {
                    c.mentions.push_back(Mention{.id = {"m9"}, .anchor = {.source = {"paper"}, .quote = "q"}});
                });
            },
            "changed claim c2 mention m9:  -> \"q\" in paper");
        row(
            "an input's text",
            [](Document& d) { editRow(d.scenarios, 0, [](Scenario& s) { s.inputs[1].text = "3"; }); },
            "changed scenario as-disclosed input price: 2 (kind catalogue, reference gpus/h800_sxm5, note list) -> 3 (kind catalogue");
        row(
            "an input reset", [](Document& d) { editRow(d.scenarios, 1, [](Scenario& s) { s.inputs.clear(); }); },
            "changed scenario second input price: 1 to 2 (kind scenario, reference as-disclosed/cost) -> ");
        row(
            "a formula", [](Document& d) { editRow(d.models, 0, [](Model& m) { m.formulas[0].formula = "price"; }); },
            "changed model m1 formula cost: gpu_hours * price * share [USD] -> price [USD]");
        row(
            "a cell of a catalogue row",
            [](Document& d) { editRow(d.catalogueRows, 0, [](CatalogueRow& r) { r.cells[4].text = "400"; }); },
            "changed catalogue row gpus/my_chip cell tdp_w: 350 -> 400");
        row(
            "a catalogue row removed", [](Document& d) { d.catalogueRows.pop_back(); },
            "removed catalogue row electricity/us_industrial.2023 : us_industrial, 2023, 0.09, own count, secondary -> ");
        row(
            "a link turned round", [](Document& d) { editRow(d.links, 0, [](Link& l) { std::swap(l.from, l.to); }); },
            "changed link l1 from: c1 -> c2");
        row(
            "a speaker's aliases",
            [](Document& d) { editRow(d.speakers, 0, [](Speaker& s) { s.aliases.pop_back(); }); },
            "changed speaker deepseek aliases: DeepSeek-AI, \u6df1\u5ea6\u6c42\u7d22 -> DeepSeek-AI");
        row(
            "claim removed", [](Document& d) { d.claims.pop_back(); },
            "removed claim c2 : DeepSeek-V3: 2,788,000 H800 hours -> ");
        row(
            "source added", [](Document& d) { d.sources.push_back(Row(Source{.id = {"n"}, .title = "New"})); },
            "added source n :  -> New");
        row(
            "rows in another order", [](Document& d) { std::swap(d.claims[0], d.claims[1]); },
            "changed claim  order: c1, c2 -> c2, c1");
        row(
            "inputs in another order",
            [](Document& d) { editRow(d.scenarios, 0, [](Scenario& s) { std::swap(s.inputs[0], s.inputs[1]); }); },
            "changed scenario as-disclosed inputs: gpu_hours, price -> price, gpu_hours");
        row(
            "a key of a newer version",
            [](Document& d) { editRow(d.claims, 0, [](Claim& c) { c.extra["mood"] = "1"; }); },
            "changed claim c1 mood:  -> 1");
        row(
            "a key of the newer document", [](Document& d) { d.extra["boards"] = "[]"; },
            "changed project a1b2c3 boards:  -> []");
    }
    void aChangeIsSaidInOneLine() {
        QFETCH(Edit, edit);
        QFETCH(QString, expected);
        const Document before = fullDocument();
        Document after = before;
        edit(after);
        const std::vector<Change> changes = diff(before, after);
        QVERIFY(!changes.empty());
        const QString first = QString::fromStdString(line(changes[0]));
        QVERIFY2(first.startsWith(expected), first.toUtf8().constData());
        QVERIFY(changes[0].before != changes[0].after);
        if (!expected.contains(QLatin1String("link")))
            QCOMPARE(changes.size(), std::size_t(1));
    }
    void documentsThatDifferHaveADifference() {
        for (std::uint32_t seed = 1; seed < 20; ++seed)
            QVERIFY(!diff(randomDocument(seed, 10), randomDocument(seed + 1, 10)).empty());
    }
    void longTextsAreCutForTheTable() {
        Document before = fullDocument();
        Document after = before;
        editRow(after.claims, 0, [](Claim& c) { c.note = std::string(1000, 'x'); });
        QCOMPARE(diff(before, after)[0].after.size(), std::size_t(203));
    }
};

const Registered<TestDiff> registered("diff");

} // namespace assay::test

#include "tst_diff.moc"
