// Every error code has one sentence that uses what the code carries. The list of codes is read from the header itself.
#include "tests/paths.h"
#include "tests/test.h"
#include "ui/text/error_text.h"

#include <QtCore/QFile>

namespace assay::test {

namespace {

struct CodeLine {
    QString name;
    QStringList details; ///< as the comment behind the code names them
};

/// The codes in order with the details their comments promise ("-" = none).
QList<CodeLine> codesInHeader() {
    QFile file(sourcePath(QStringLiteral("core/base/error_code.h")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression line(QStringLiteral("^    (\\w+),\\s*///< (.*)$"));
    QList<CodeLine> codes;
    for (const QString& text : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QRegularExpressionMatch match = line.match(text);
        if (match.hasMatch()) {
            const QString details = match.captured(2);
            codes.append({match.captured(1), details.startsWith(u'-') ? QStringList() : details.split(u',')});
        }
    }
    return codes;
}

std::vector<std::string> sampleDetails(qsizetype count) {
    std::vector<std::string> details;
    for (qsizetype i = 1; i <= count; ++i)
        details.push_back("detail" + std::to_string(i));
    return details;
}

} // namespace

class TestErrorText : public Test {
    Q_OBJECT
private slots:
    void headerListsEveryCode() { QCOMPARE(codesInHeader().size(), static_cast<int>(ErrorCode::count)); }

    void everyCodeHasOneSentenceThatUsesItsDetails_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("details");
        const QList<CodeLine> codes = codesInHeader();
        for (qsizetype i = 0; i < codes.size(); ++i)
            QTest::addRow("%s", qPrintable(codes[i].name)) << int(i) << int(codes[i].details.size());
    }
    void everyCodeHasOneSentenceThatUsesItsDetails() {
        QFETCH(int, code);
        QFETCH(int, details);
        const auto errorCode = static_cast<ErrorCode>(code);
        QVERIFY2(errorTemplate(errorCode), "no sentence: add it to ui/text/error_text.cpp");
        const QString sentence = errorText(Error(errorCode, "the-place", sampleDetails(details)));
        for (int i = 1; i <= details; ++i)
            QVERIFY2(sentence.contains(QStringLiteral("detail%1").arg(i)), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'?'),
                 qPrintable(sentence + QStringLiteral(" names a detail the code does not have")));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral(". ")),
                 qPrintable(sentence + QStringLiteral(" is more than one sentence")));
        QVERIFY2(!sentence.contains(u'{') && !sentence.contains(QStringLiteral("%p")), qPrintable(sentence));
    }

    void everySentenceSaysWhereAndStillReadsWithoutAPlace_data() { everyCodeHasOneSentenceThatUsesItsDetails_data(); }
    void everySentenceSaysWhereAndStillReadsWithoutAPlace() {
        QFETCH(int, code);
        QFETCH(int, details);
        const auto errorCode = static_cast<ErrorCode>(code);
        if (errorCode != ErrorCode::usageCommand) // the word itself is the place
            QVERIFY(
                errorText(Error(errorCode, "the-place", sampleDetails(details))).contains(QStringLiteral("the-place")));
        const QString text = QString::fromUtf8(errorTemplate(errorCode));
        if (text.contains(u'{')) {
            const QString bare = errorText(Error(errorCode, {}, sampleDetails(details)));
            QVERIFY2(!bare.contains(QStringLiteral("  ")) && !bare.contains(QStringLiteral("()")), qPrintable(bare));
        }
    }

    void noSentenceStandsForTwoCodes() {
        QSet<QByteArray> seen;
        for (int code = 0; code < static_cast<int>(ErrorCode::count); ++code)
            seen.insert(QByteArray(errorTemplate(static_cast<ErrorCode>(code))));
        QCOMPARE(seen.size(), static_cast<int>(ErrorCode::count));
    }

    void detailsThatLookLikePlaceholdersStay() {
        const QString sentence = errorText(Error(ErrorCode::quantityUnsure, "%2 {x}", {"%2", "%p", "{y}"}));
        QVERIFY2(sentence.contains(QStringLiteral("“%2” (%2 {x}) can be read as %p or as {y}")), qPrintable(sentence));
    }
    void hostileDetailsStayOnOneReadableLine() {
        const std::string escape = "\x1b[31mred\nline\t" + std::string(5000, 'x');
        const QString sentence = errorText(Error(ErrorCode::numberUnreadable, {}, {escape}));
        QVERIFY(!sentence.contains(QChar(0x1b)) && !sentence.contains(u'\n'));
        QVERIFY2(sentence.size() < 400, qPrintable(sentence));
    }
    void missingDetailsNeverCrash() { QVERIFY(errorText(Error(ErrorCode::quantityUnsure)).contains(u'?')); }
};

const Registered<TestErrorText> registered("error_text");

} // namespace assay::test

#include "tst_error_text.moc"
