// Who says it and how surely, guessed from a sentence.
#include "core/claims/attribution.h"
#include "tests/test.h"

namespace assay::test {

class TestAttribution : public Test {
    Q_OBJECT
private slots:
    void theClaimantIsWhomTheVerbNames_data() {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* why, const char* sentence, const char* name) {
            QTest::newRow(why) << QString::fromUtf8(sentence) << QString::fromUtf8(name);
        };
        row("nobody", "The run cost $5 million.", "");
        row("a pronoun is nobody's name", "It said the run cost $5 million.", "");
        row("an article is no name", "The company said it cost $5 million.", "");
        row("name and verb", "Northlake Labs said the run cost $5 million.", "Northlake Labs");
        row("helping words between", "Northlake Labs has also claimed it cost $5 million.", "Northlake Labs");
        row("verb and name behind a quotation", "\"It cost $5 million,\" said Maria Ortega of Redfield.",
            "Maria Ortega");
        row("curly quotation marks", "\u201cIt cost $5 million,\u201d said Ortega.", "Ortega");
        row("according to", "According to Redfield Research, it cost $5 million.", "Redfield Research");
        row("according to, with an article", "It cost $5 million, according to the Example Times.", "Example Times");
        row("an apposition is no name", "Maria Ortega, who follows chips, estimated $5 million.", "");
        row("accents", "Jos\u00e9 Mu\u00f1oz estimates 5 million.", "Jos\u00e9 Mu\u00f1oz");
        row("Korean", "\uc0bc\uc131\uc804\uc790\ub294 600\ub9cc \ub2ec\ub7ec\ub77c\uace0 \ubc1d\ud614\ub2e4.",
            "\uc0bc\uc131\uc804\uc790");
        row("Chinese", "\u534e\u4e3a\u8868\u793a\uff0c\u6210\u672c\u4e3a600\u4e07\u7f8e\u5143\u3002", "\u534e\u4e3a");
        row("Japanese", "\u540c\u793e\u306f600\u4e07\u30c9\u30eb\u3068\u8ff0\u3079\u305f\u3002", "\u540c\u793e");
    }
    void theClaimantIsWhomTheVerbNames() {
        QFETCH(QString, sentence);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(claimantIn(sentence.toStdString())), name);
    }
    void hedgesGiveTheModality_data() {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("modality");
        QTest::addColumn<QString>("hedge");
        const auto row = [](const char* why, const char* sentence, Modality modality, const char* hedge) {
            QTest::newRow(why) << QString::fromUtf8(sentence) << int(modality) << QString::fromUtf8(hedge);
        };
        row("none", "It cost $5 million.", Modality::estimated, "");
        row("likely", "It likely cost $5 million.", Modality::speculated, "likely");
        row("inside another word", "It was unlikely to cost it.", Modality::estimated, "");
        row("reportedly", "It reportedly has 50,000.", Modality::speculated, "reportedly");
        row("disclosed", "The lab disclosed 41%.", Modality::disclosed, "");
        row("measured", "We measured 38 MW.", Modality::measured, "");
    }
    void hedgesGiveTheModality() {
        QFETCH(QString, sentence);
        QFETCH(int, modality);
        QFETCH(QString, hedge);
        const Certainty certainty = certaintyOf(sentence.toStdString());
        QCOMPARE(int(certainty.modality), modality);
        QCOMPARE(QString::fromStdString(certainty.hedge), hedge);
    }
    void aSentenceEndsAtItsPointAndNotInsideANumber_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* why, const char* text, const char* sentence) {
            QTest::newRow(why) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
        };
        row("points", "One. It cost X5.6 million. Two.", "It cost X5.6 million");
        row("line ends", "One\nIt cost X5.6 million\r\nTwo", "It cost X5.6 million\r");
        row("ideographic marks", "\u4e00\u3002\u6210\u672cX5\u4e07\u3002\u4e8c", "\u6210\u672cX5\u4e07");
        row("no marks", "X", "X");
    }
    void aSentenceEndsAtItsPointAndNotInsideANumber() {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const std::string utf8 = text.toStdString();
        const std::size_t at = utf8.find('X');
        QCOMPARE(QString::fromStdString(std::string(sentenceAround(utf8, at, at + 1))), sentence);
    }
};

const Registered<TestAttribution> registered("attribution");

} // namespace assay::test

#include "tst_attribution.moc"
