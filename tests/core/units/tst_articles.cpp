// The development set: 34 annotated quantities and 41 traps in five articles. The articles are not ours to ship, so the
// test runs where ASSAY_ARTICLES names their folder, with ../acceptance/quantities.json beside it, and says so
// elsewhere.
#include "core/units/read_quantity.h"
#include "tests/test.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>
#include <map>
#include <set>

namespace assay::test {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string canonicalUnit(const QString& annotated) {
    if (annotated == QLatin1String("year"))
        return "y";
    return annotated.chopped(annotated.endsWith(QLatin1String(" GPU")) ? 4 : 0).toStdString();
}

bool isClose(const QJsonValue& expected, const std::optional<double>& given) {
    return given && std::abs(*given - expected.toDouble()) <= 1e-9 * std::abs(expected.toDouble());
}

struct Score {
    int found = 0, values = 0, units = 0, bounds = 0, extras = 0, trapHits = 0, silentlyWrong = 0;
    QStringList faults;
};

bool overlaps(const FoundQuantity& q, std::size_t start, std::size_t end) { return q.start < end && start < q.end; }

void judge(Score& score, const QJsonObject& expected, const FoundQuantity& given) {
    const Quantity& q = given.quantity;
    const QString bound = expected[QLatin1String("bound")].toString();
    const bool set = bound == QLatin1String("range") || bound == QLatin1String("vague");
    const bool value =
        set ? isClose(expected[QLatin1String("low")], q.low) && isClose(expected[QLatin1String("high")], q.high)
            : isClose(expected[QLatin1String("value")], q.value);
    const bool unit = q.unit == canonicalUnit(expected[QLatin1String("unit")].toString());
    const std::string_view given_ = boundText(q.bound);
    const bool nearly = expected[QLatin1String("quote")].toString().startsWith(QLatin1String("nearly"));
    const bool boundRight = bound.toStdString() == given_ || (set && given_ == "range") || (nearly && given_ == "<=");
    score.values += value ? 1 : 0;
    score.units += unit ? 1 : 0;
    score.bounds += boundRight ? 1 : 0;
    const double ratio = q.value && !set ? *q.value / expected[QLatin1String("value")].toDouble() : 1;
    score.silentlyWrong += q.bound != Bound::unsure && (ratio >= 10 || ratio <= 0.1) ? 1 : 0;
    if (!value || !unit || !boundRight)
        score.faults << QStringLiteral("%1: %2 -> %3 %4 %5")
                            .arg(expected[QLatin1String("id")].toString(), expected[QLatin1String("quote")].toString())
                            .arg(q.value.value_or(-1))
                            .arg(QString::fromStdString(q.unit), QString::fromStdString(std::string(given_)));
}

} // namespace

class TestArticles : public Test {
    Q_OBJECT
private slots:
    void theDevelopmentSetIsReadRight() {
        const QString folder = qEnvironmentVariable("ASSAY_ARTICLES");
        if (folder.isEmpty()) {
            qInfo("ASSAY_ARTICLES is not set: the development set was not scored.");
            return;
        }
        const QJsonObject set =
            QJsonDocument::fromJson(contentOf(QDir(folder).filePath(QStringLiteral("../acceptance/quantities.json"))))
                .object();
        QVERIFY(!set.isEmpty());
        std::map<QString, std::vector<FoundQuantity>> results;
        std::map<QString, std::set<std::size_t>> used;
        const auto of = [&](const QString& file) -> const std::vector<FoundQuantity>& {
            auto place = results.find(file);
            if (place == results.end())
                place =
                    results.emplace(file, findQuantities(contentOf(QDir(folder).filePath(file)).toStdString())).first;
            return place->second;
        };
        Score score;
        const QJsonArray quantities = set[QLatin1String("quantities")].toArray();
        for (const QJsonValue& row : quantities) {
            const QString file = row[QLatin1String("source_file")].toString();
            const auto start = static_cast<std::size_t>(row[QLatin1String("number_start")].toInt());
            const auto end = static_cast<std::size_t>(row[QLatin1String("number_end")].toInt());
            const auto& found = of(file);
            bool met = false;
            for (std::size_t k = 0; k < found.size() && !met; ++k)
                if (overlaps(found[k], start, end) && used[file].insert(k).second) {
                    met = true;
                    ++score.found;
                    judge(score, row.toObject(), found[k]);
                }
            if (!met)
                score.faults << row[QLatin1String("id")].toString() + QStringLiteral(" not found: ")
                                    + row[QLatin1String("quote")].toString();
        }
        for (const auto& [file, found] : results)
            for (std::size_t k = 0; k < found.size(); ++k)
                if (!used[file].contains(k)) {
                    ++score.extras;
                    score.faults << QStringLiteral("extra: ") + file + u' '
                                        + QString::fromStdString(found[k].quantity.text);
                    for (const QJsonValue& trap : set[QLatin1String("traps")].toArray())
                        if (trap[QLatin1String("source_file")].toString() == file
                            && overlaps(found[k], static_cast<std::size_t>(trap[QLatin1String("start")].toInt()),
                                        static_cast<std::size_t>(trap[QLatin1String("end")].toInt())))
                            ++score.trapHits;
                }
        for (const QString& fault : score.faults)
            qInfo("%s", qPrintable(fault));
        qInfo("of %lld: found %d, value %d, unit %d, bound %d; extras %d, trap hits %d of %lld, silently wrong %d",
              static_cast<long long>(quantities.size()), score.found, score.values, score.units, score.bounds,
              score.extras, score.trapHits, static_cast<long long>(set[QLatin1String("traps")].toArray().size()),
              score.silentlyWrong);
        QCOMPARE(score.found, int(quantities.size()));
        QCOMPARE(score.values, int(quantities.size()));
        QCOMPARE(score.units, int(quantities.size()));
        QCOMPARE(score.bounds, int(quantities.size()));
        QVERIFY(score.extras <= 3);
        QCOMPARE(score.trapHits, 0);
        QCOMPARE(score.silentlyWrong, 0);
    }
};

const Registered<TestArticles> registered("articles");

} // namespace assay::test

#include "tst_articles.moc"
