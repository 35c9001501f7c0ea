// main: hands over to the command line or the window.
#include "app/pdf_text.h"
#include "app/run_command.h"
#include "app/window.h"
#include "core/base/memory.h"

#include <QtWidgets/QApplication>

#include <string>
#include <vector>

int main(int argc, char** argv) {
    assay::keepFreedMemory();
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (words.size() == 1 && words[0] == assay::pdfChildWord)
        return assay::runPdfChild();
    if (assay::isCommandLine(words))
        return assay::print(assay::runCommandLine(words));
    if (!assay::hasDisplay())
        return assay::print(assay::withoutDisplay());
    QApplication application(argc, argv);
    return assay::runWindow(application, words.empty() ? std::nullopt : std::optional<std::filesystem::path>(words[0]));
}
