// The sample project: canonical, every reference and anchor sound, digests in our own words, every input with its
// basis.
#include "core/base/hash.h"
#include "core/base/utf8.h"
#include "core/catalog/cell.h"
#include "core/document/edit.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"
#include "core/source/anchor.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"
#include "tests/test.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

namespace assay::test {

namespace {

constexpr std::size_t longestQuote = 8;     // words
constexpr std::size_t longestSharedRun = 8; // words in a row that a digest may have in common with its article

const Document& sample() {
    static const Document document = readProject(sampleProject(), "deepseek.assay").value();
    return document;
}

/// Words in lower case: letters and digits with what joins them ("50,000", "nvidia's"); other bytes part words.
std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : std::string(text) + " ") {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0)
            word += static_cast<char>(std::tolower(byte));
        else if (!word.empty() && c != ',' && c != '.' && c != '\'')
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

std::vector<std::string> quotedPassages(const std::string& text) {
    static const std::string open = "\xE2\x80\x9C", close = "\xE2\x80\x9D"; // “ ”
    std::vector<std::string> passages;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        const std::size_t start = at + open.size(), end = text.find(close, start);
        passages.push_back(text.substr(start, end - start));
        at = end;
    }
    return passages;
}

std::size_t longestRun(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::size_t longest = 0;
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1);
    for (const std::string& word : a) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            row[j + 1] = word == b[j] ? before[j] + 1 : 0;
            longest = std::max(longest, row[j + 1]);
        }
        std::swap(before, row);
    }
    return longest;
}

/// The five articles by the id of their digest: third-party, present on some machines only.
const std::vector<std::pair<std::string, std::string>> articles{{"asiae", "000_1111194dad8e5ee0.txt"},
                                                                {"officechai", "001_b5274897a459204e.txt"},
                                                                {"tslaaftermarket", "002_8138c95f97f9fb26.txt"},
                                                                {"aggregator", "003_1b34ce1a44533e4f.txt"},
                                                                {"wapo", "004_eb85022896dcf067.txt"}};

std::string readWhole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// With the runs of the scenarios before it at hand: one may take its samples from them.
Run runOf(const std::string& id) {
    RunOptions options;
    options.samples = 2048;
    std::vector<RunPtr> before;
    for (const Row<Scenario>& scenario : sample().scenarios) {
        Run run = simulate(*find(sample().models, scenario->model), *scenario, options, before).value();
        if (scenario->id.value == id)
            return run;
        before.push_back(std::make_shared<const Run>(std::move(run)));
    }
    return {};
}

/// What the scenario is about is no one kind of GPU: people, H100 and H800 together, hours of either.
const std::set<std::string> ofNoKind{"around-the-run", "fifty-thousand-in-a-year", "half-a-billion", "fleet-explained"};

const char* articleFolder() { return std::getenv("ASSAY_ARTICLES"); }

} // namespace

class TestSampleProject : public Test {
    Q_OBJECT
private slots:
    void theFileIsCanonical() { QVERIFY(writeProject(sample()) == sampleProject()); }
    void everyReferenceHolds() { QVERIFY(checkReferences(sample()).has_value()); }
    void everyMentionStandsWhereItsAnchorSays() {
        for (const Row<Claim>& claim : sample().claims)
            for (const Mention& mention : claim->mentions) {
                const Source* source = find(sample().sources, mention.anchor.source);
                QVERIFY2(source && isAnchored(*source, mention.anchor), claim->id.value.c_str());
                const Result<Anchor> made = makeAnchor(*source, mention.anchor.start, mention.anchor.end);
                QVERIFY2(made && *made == mention.anchor, claim->id.value.c_str()); // prefix and suffix too
            }
    }
    void everySourceIsADigestThatSaysOfWhat() {
        for (const Row<Source>& source : sample().sources) {
            QVERIFY2(!source->digestOf.empty() && !source->publisher.empty() && !source->published.empty(),
                     source->id.value.c_str());
            QCOMPARE(sha256Hex(source->text), source->sha256);
            const std::size_t words = wordsOf(source->text).size();
            QVERIFY2(words >= 75 && words <= 320, (source->id.value + " " + std::to_string(words)).c_str());
        }
    }
    void quotesAreShort() {
        for (const Row<Source>& source : sample().sources)
            for (const std::string& passage : quotedPassages(source->text))
                QVERIFY2(wordsOf(passage).size() <= longestQuote, passage.c_str());
        for (const Row<Claim>& claim : sample().claims)
            for (const Mention& mention : claim->mentions)
                QVERIFY2(wordsOf(mention.anchor.quote).size() <= longestQuote, mention.anchor.quote.c_str());
    }
    void digestsAreInOurOwnWords() {
        if (!articleFolder())
            QSKIP("ASSAY_ARTICLES does not name the folder of the five articles: shared words were not looked for");
        for (const auto& [id, file] : articles) {
            const std::string article = readWhole(std::string(articleFolder()) + "/" + file);
            QVERIFY2(!article.empty(), file.c_str());
            const Source* digest = find(sample().sources, SourceId{id});
            const std::size_t run = longestRun(wordsOf(digest->text), wordsOf(article));
            QVERIFY2(run <= longestSharedRun, (id + " shares " + std::to_string(run) + " words in a row").c_str());
        }
    }
    void quotesAreATenthOfAnArticleAtMost() {
        if (!articleFolder())
            QSKIP("ASSAY_ARTICLES does not name the folder of the five articles: quotes were not counted against them");
        for (const auto& [id, file] : articles) {
            std::size_t quoted = 0;
            for (const std::string& passage : quotedPassages(find(sample().sources, SourceId{id})->text))
                quoted += wordsOf(passage).size();
            const std::size_t whole = wordsOf(readWhole(std::string(articleFolder()) + "/" + file)).size();
            QVERIFY2(quoted * 10 <= whole,
                     (id + " quotes " + std::to_string(quoted) + " of " + std::to_string(whole)).c_str());
        }
    }
    void claimsAreInTheUnitOfTheirAttribute() {
        for (const Row<Claim>& claim : sample().claims) {
            const Attribute* attribute = find(sample().attributes, claim->attribute);
            QVERIFY2(attribute && !attribute->definition.empty(), claim->id.value.c_str());
            if (!claim->quantity || claim->quantity->unit == "KRW") // a conversion is in its own currency
                continue;
            const Unit wanted = parseUnit(attribute->unit).value(), given = parseUnit(claim->quantity->unit).value();
            QVERIFY2(sameDimension(bindChip(wanted, chipOf(given)), given), claim->id.value.c_str());
        }
    }
    void theReaderFindsEveryQuantityInItsPlace() {
        for (const Row<Source>& source : sample().sources) {
            const std::vector<FoundQuantity> found = findQuantities(source->text);
            for (const Row<Claim>& claim : sample().claims) {
                const Anchor& anchor = claim->mentions.front().anchor;
                if (!claim->quantity || anchor.source != source->id)
                    continue;
                const auto inside = std::find_if(found.begin(), found.end(), [&](const FoundQuantity& one) {
                    return one.start < anchor.end && one.end > anchor.start;
                });
                QVERIFY2(inside != found.end(), claim->id.value.c_str());
                QVERIFY2(inside->quantity == *claim->quantity,
                         (claim->id.value + " reads as " + inside->quantity.text).c_str());
            }
        }
    }
    void everyClaimSaysWhoSaidItFirstAndHowSureWeAre() {
        for (const Row<Claim>& claim : sample().claims) {
            QVERIFY2(!claim->subject.empty() && !claim->statement.empty() && !claim->asOf.empty(),
                     claim->id.value.c_str());
            QVERIFY2(claim->assessment != Assessment::open, claim->id.value.c_str());
            for (const Mention& mention : claim->mentions)
                QVERIFY2(!mention.chain.empty(), claim->id.value.c_str());
        }
        QCOMPARE(sample().claims.size(), std::size_t(148)); // 115 of the articles, 33 of reports and filings
    }
    void aScenarioIsThereForEachReading() {
        std::vector<std::string> ids;
        for (const Row<Scenario>& scenario : sample().scenarios)
            ids.push_back(scenario->id.value);
        QCOMPARE(ids, (std::vector<std::string>{"as-disclosed", "from-compute", "owned-cluster", "fifty-thousand-h100",
                                                "singapore-january-2025", "singapore-later-filings", "around-the-run",
                                                "hopper-fleet", "fifty-thousand-in-a-year", "half-a-billion",
                                                "singapore-by-quarter", "fleet-explained"}));
    }
    void theDisclosedScenarioComesOutAsDisclosed() { // DeepSeek-V3 report, table 1
        const Run run = runOf("as-disclosed");
        const OutputSummary& hours = *findOutput(run, VariableId{"gpu_hours"});
        const OutputSummary& cost = *findOutput(run, VariableId{"rental_cost"});
        QCOMPARE(hours.unit, std::string("H800*h"));
        QVERIFY(std::abs(hours.p50 / 2.788e6 - 1) < 1e-9 && std::abs(hours.p95 / hours.p5 - 1) < 1e-9);
        QVERIFY(std::abs(cost.p50 / 5.576e6 - 1) < 1e-9);
        QVERIFY(std::abs(findOutput(run, VariableId{"programme_cost"})->p50 / 5.576e6 - 1)
                < 1e-9); // nothing beyond the run
    }
    void everyScenarioRunsWithoutFlaggedSamples() {
        for (const Row<Scenario>& scenario : sample().scenarios) {
            const Run run = runOf(scenario->id.value);
            QVERIFY2(run.chip.empty() == (ofNoKind.count(scenario->id.value) > 0), scenario->id.value.c_str());
            for (const OutputSummary& output : run.outputs)
                QVERIFY2(output.flagged == 0, (scenario->id.value + "/" + output.id.value).c_str());
        }
    }
    void noScenarioIsTrapped() { // what a share above 100 % says is the point of some
        for (const Row<Scenario>& scenario : sample().scenarios)
            for (const Warning& warning : runOf(scenario->id.value).warnings)
                QVERIFY2(warning.code == "impossible", (scenario->id.value + ": " + warning.code).c_str());
    }
    void theDisclosedHoursLieInsideWhatTheComputeAsksFor() {
        const Run run = runOf("from-compute");
        const OutputSummary& hours = *findOutput(run, VariableId{"gpu_hours"});
        QVERIFY(hours.p5 < 2.788e6 && 2.788e6 < hours.p95);
    }
    void fiftyThousandGpusWouldHaveIdled() {
        const Run run = runOf("fifty-thousand-h100");
        QVERIFY(findOutput(run, VariableId{"implied_utilisation"})->p95 < 2); // per cent
    }
    void everyInputHasABasis() {
        for (const Row<Scenario>& scenario : sample().scenarios) {
            const Model* model = find(sample().models, scenario->model);
            QVERIFY2(model && *model == *shippedModel(scenario->model), scenario->model.value.c_str());
            std::set<std::string> given;
            for (const ScenarioInput& input : scenario->inputs) {
                const std::string name = scenario->id.value + "/" + input.input.value;
                QVERIFY2(findInput(*model, input.input) && given.insert(input.input.value).second, name.c_str());
                const Basis& basis = input.basis;
                QVERIFY2(basis.kind != BasisKind::claims || !basis.claims.empty(), name.c_str());
                QVERIFY2(basis.kind != BasisKind::catalogue || findEntry(basis.reference), name.c_str());
                QVERIFY2(basis.kind != BasisKind::assumption || !basis.note.empty(), name.c_str());
            }
        }
    }
};

const Registered<TestSampleProject> registered("sample_project");

} // namespace assay::test

#include "tst_sample_project.moc"
