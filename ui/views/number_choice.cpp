// Choices of the menu and what they mean in a locale.
#include "ui/views/number_choice.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NumberChoice)
};

const QString settingsKey = QStringLiteral("chart/numbers");

NumberScript scriptOf(const QLocale& locale) {
    switch (locale.language()) {
    case QLocale::Korean: return NumberScript::korean;
    case QLocale::Japanese: return NumberScript::japanese;
    case QLocale::Chinese:
        return locale.script() == QLocale::TraditionalHanScript ? NumberScript::traditional : NumberScript::chinese;
    default: return NumberScript::letters;
    }
}

} // namespace

QList<NumberChoiceEntry> numberChoices() {
    return {{NumberChoice::automatic, "numbersAutomatic", Words::tr("&As the language has them")},
            {NumberChoice::letters, "numbersLetters", Words::tr("&K M B (10K, 1M, 100M)")},
            {NumberChoice::korean, "numbersKorean", Words::tr("K&orean: \ub9cc \uc5b5 \uc870")},
            {NumberChoice::chinese, "numbersChinese", Words::tr("&Chinese: \u4e07 \u4ebf \u4e07\u4ebf")},
            {NumberChoice::traditional, "numbersTraditional", Words::tr("&Traditional Chinese: \u842c \u5104 \u5146")},
            {NumberChoice::japanese, "numbersJapanese", Words::tr("&Japanese: \u4e07 \u5104 \u5146")}};
}

NumberScript scriptOf(NumberChoice choice, const QLocale& locale) {
    switch (choice) {
    case NumberChoice::automatic: return scriptOf(locale);
    case NumberChoice::letters: return NumberScript::letters;
    case NumberChoice::korean: return NumberScript::korean;
    case NumberChoice::chinese: return NumberScript::chinese;
    case NumberChoice::traditional: return NumberScript::traditional;
    case NumberChoice::japanese: return NumberScript::japanese;
    }
    return NumberScript::letters;
}

NumberChoice rememberedNumbers(const QSettings& settings) {
    const int stored = settings.value(settingsKey).toInt();
    return stored >= 0 && stored <= static_cast<int>(NumberChoice::japanese) ? static_cast<NumberChoice>(stored)
                                                                             : NumberChoice::automatic;
}

void rememberNumbers(QSettings& settings, NumberChoice choice) {
    settings.setValue(settingsKey, static_cast<int>(choice));
}

} // namespace assay
