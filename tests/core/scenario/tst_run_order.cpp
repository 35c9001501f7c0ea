// The order in which scenarios run when one takes its samples from another.
#include "core/scenario/run_order.h"
#include "tests/test.h"

namespace assay::test {

namespace {

/// "a<b" is a scenario a that takes an output of b; several after one another with '<'.
Row<Scenario> scenario(const char* text) {
    const QStringList words = QString::fromLatin1(text).split(u'<');
    Scenario made;
    made.id = ScenarioId{words[0].toStdString()};
    for (const QString& need : words.mid(1)) {
        ScenarioInput input;
        input.input = VariableId{"x"};
        input.basis.kind = BasisKind::scenario;
        input.basis.reference = need.toStdString() + "/out";
        made.inputs.push_back(input);
    }
    return Row<Scenario>(made);
}

Rows<Scenario> scenarios(const char* text) {
    Rows<Scenario> rows;
    for (const QByteArray& word : QByteArray(text).split(' '))
        rows.push_back(scenario(word.constData()));
    return rows;
}

std::vector<ScenarioId> ids(const QString& text) {
    std::vector<ScenarioId> list;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        list.push_back(ScenarioId{word.toStdString()});
    return list;
}

} // namespace

class TestRunOrder : public Test {
    Q_OBJECT
private slots:
    void circleIsNamed_data() {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QString>("circle");
        QTest::newRow("itself") << QByteArray("a<a") << QStringLiteral("a");
        QTest::newRow("two") << QByteArray("a<b b<a c") << QStringLiteral("a, b");
        QTest::newRow("three and one that hangs on it")
            << QByteArray("a<b b<c c<a d<a") << QStringLiteral("a, b, c, d");
    }
    void circleIsNamed() {
        QFETCH(QByteArray, all);
        QFETCH(QString, circle);
        const Result<std::vector<ScenarioId>> order =
            runOrder(scenarios(all.constData()), ids(QStringLiteral("a b c d")));
        QVERIFY(!order);
        QVERIFY(order.error() == Error(ErrorCode::formulaCycle, {}, {circle.toStdString()}));
    }
    void eachComesAfterWhatItNeeds_data() {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("order");
        QTest::newRow("independent ones keep their order")
            << QByteArray("c a b") << QStringLiteral("a b c") << QStringLiteral("c a b");
        QTest::newRow("a needed one is added and goes first")
            << QByteArray("a<b b") << QStringLiteral("a") << QStringLiteral("b a");
        QTest::newRow("a chain") << QByteArray("a<b b<c c") << QStringLiteral("a") << QStringLiteral("c b a");
        QTest::newRow("a diamond runs its root once")
            << QByteArray("a<b<c b<d c<d d") << QStringLiteral("a") << QStringLiteral("d b c a");
        QTest::newRow("what nobody needs stays out")
            << QByteArray("a b<a") << QStringLiteral("a") << QStringLiteral("a");
        QTest::newRow("a missing one is left to the run")
            << QByteArray("a<gone") << QStringLiteral("a") << QStringLiteral("a");
        QTest::newRow("nothing") << QByteArray("a") << QString() << QString();
    }
    void eachComesAfterWhatItNeeds() {
        QFETCH(QByteArray, all);
        QFETCH(QString, wanted);
        QFETCH(QString, order);
        QVERIFY(runOrder(scenarios(all.constData()), ids(wanted)).value() == ids(order));
    }
    void longChainNeedsNoStack() {
        Rows<Scenario> rows;
        for (int i = 0; i < 20000; ++i)
            rows.push_back(scenario(qPrintable(QStringLiteral("s%1<s%2").arg(i).arg(i + 1))));
        QCOMPARE(runOrder(rows, ids(QStringLiteral("s0"))).value().size(), std::size_t{20000});
    }
};

const Registered<TestRunOrder> registered("run_order");

} // namespace assay::test

#include "tst_run_order.moc"
