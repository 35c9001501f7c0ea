// A type's name means one thing in the whole program: two types of one name in one namespace break the one-definition
// rule as soon as both are used in templates, and the linker silently takes either.
#include "tests/core/lint/source_tree.h"
#include "tests/test.h"

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>

namespace assay::test {

class TestOneName : public Test {
    Q_OBJECT
private slots:
    void noTwoHeadersDeclareATypeOfTheSameName() {
        static const QRegularExpression declared(
            QStringLiteral("^(?:struct|class|enum class) ([A-Z]\\w*)(?: (?:final )?:.*)? \\{"));
        QMap<QString, QStringList> places;
        for (const SourceFile& file :
             sourceFiles({QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")}, {QStringLiteral("h")}))
            for (const QString& line : file.lines)
                if (const auto match = declared.match(line); match.hasMatch())
                    places[match.captured(1)] += file.path;
        QVERIFY(places.size() > 200);
        QStringList twice;
        for (auto name = places.cbegin(); name != places.cend(); ++name)
            if (name.value().size() > 1)
                twice += name.key() + QStringLiteral(": ") + name.value().join(QStringLiteral(", "));
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }
};

const Registered<TestOneName> registered("one_name");

} // namespace assay::test

#include "tst_one_name.moc"
