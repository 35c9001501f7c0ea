// A walk along names, without recursion: a model of one's own may chain any number of formulas.
#include "core/scenario/behind.h"

#include <algorithm>

namespace assay {
namespace {

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

template <class T>
bool addOnce(std::vector<const T*>& list, const T* item) {
    if (item == nullptr || std::find(list.begin(), list.end(), item) != list.end())
        return false;
    list.push_back(item);
    return true;
}

} // namespace

std::vector<VariableId> namesIn(const std::string& formula) {
    std::vector<VariableId> names;
    std::string word;
    for (const char c : formula + ' ') {
        if (isNameCharacter(c)) {
            word += c;
            continue;
        }
        const VariableId name{word};
        const bool number = word.empty() || (word[0] >= '0' && word[0] <= '9');
        if (!number && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
        word.clear();
    }
    return names;
}

Behind behind(const Model& model, const VariableId& output) {
    Behind all;
    std::vector<VariableId> open{output};
    while (!open.empty()) {
        const VariableId id = open.back();
        open.pop_back();
        addOnce(all.inputs, findInput(model, id));
        const Formula* formula = findFormula(model, id);
        if (!addOnce(all.formulas, formula))
            continue;
        const std::vector<VariableId> names = namesIn(formula->formula);
        open.insert(open.end(), names.rbegin(), names.rend());
    }
    return all;
}

} // namespace assay
