// An application object without a display, for sub-commands that draw. Exists only while it is needed.
#pragma once

#include <QtWidgets/QApplication>

#include <memory>

namespace assay {

/// Qt draws text only with an application object. Its pictures must not depend on the user's screen, style or locale.
class HeadlessApplication {
public:
    HeadlessApplication();
    ~HeadlessApplication();

private:
    char m_name[6] = "assay";
    char* m_words[2] = {m_name, nullptr};
    int m_count = 1;
    std::unique_ptr<QApplication> m_application;
};

} // namespace assay
