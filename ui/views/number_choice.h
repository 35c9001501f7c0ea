// How numbers in charts are written, as the user chose it: by the language of the system, or one way always. Between
// settings, menu and NumberScript; knows no chart.
#pragma once

#include "core/chart/number_script.h"

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QString>

class QSettings;

namespace assay {

enum class NumberChoice { automatic, letters, korean, chinese, traditional, japanese };

struct NumberChoiceEntry {
    NumberChoice choice;
    const char* name; ///< object name of its action
    QString text;     ///< in a menu
};
QList<NumberChoiceEntry> numberChoices();

/// Automatic: Korean, Chinese (of either script) and Japanese locales count in ten thousands, all others in thousands.
NumberScript scriptOf(NumberChoice choice, const QLocale& locale);

NumberChoice rememberedNumbers(const QSettings& settings); ///< automatic when nothing was chosen
void rememberNumbers(QSettings& settings, NumberChoice choice);

} // namespace assay
