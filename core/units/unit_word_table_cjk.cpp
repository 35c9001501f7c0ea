// The Korean, Chinese and Japanese words of unit_word_table.h. (evidence: "Quantity grammar", units and currencies)
#include "core/units/unit_word_table.h"

#include <array>

namespace assay {

namespace {

// Korean, Chinese, Japanese: no spaces around words, so the longest match counts; a row without a unit is a longer word
// that only begins like one. 元 is yuan unless 美, 港, 新 or 台 stands before it.
constexpr std::array cjkWordRows{
    UnitWords{U"달러|미국 달러|美元|美金|ドル|米ドル", "USD"},
    UnitWords{U"원|韩元|韓元|ウォン", "KRW"},
    UnitWords{U"위안|元|人民币|元人民币|人民幣|人民元", "CNY"},
    UnitWords{U"엔|日元|円|日圆", "JPY"},
    UnitWords{U"퍼센트|프로|パーセント", "%"},
    UnitWords{U"시간|小时|小時|時間", "h"},
    UnitWords{U"일|天|日間", "d"},
    UnitWords{U"개월|个月|か月|달|달간|カ月|ヶ月|ヵ月|ケ月|か月間|カ月間|ヶ月間", "month"},
    UnitWords{U"년|年|年間|세|살|년간|개년|岁|歲|歳", "y"},
    UnitWords{U"주|周|週間|주간|주일", "week"},
    UnitWords{U"명|名|名员工|人|员工|員工|工程师|名工程师", "person"},
    UnitWords{U"토큰|词元|トークン", "token"},
    UnitWords{U"파라미터|パラメータ|パラメーター|매개변수|个参数|参数", "parameter"},
    UnitWords{U"유로|欧元|ユーロ", "EUR"},
    UnitWords{U"칩|芯片|晶片|显卡|顯卡|チップ|가속기|그래픽카드|그래픽 카드", "GPU"},
    UnitWords{U"그래픽처리장치|加速卡|算力卡|计算卡|图形处理器|卡|アクセラレーター", "GPU"},
    UnitWords{U"アクセラレータ", "GPU"},
    UnitWords{U"서버|服务器|サーバー|노드|节点|節點|ノード", "node"},
    UnitWords{U"港元|港币|홍콩달러|홍콩 달러|香港ドル", "HKD"},
    UnitWords{U"新元|新加坡元|싱가포르달러|싱가포르 달러|シンガポールドル", "SGD"},
    UnitWords{U"台币|新台币|新台幣|대만달러|대만 달러|台湾ドル", "TWD"},
    UnitWords{U"兆瓦|메가와트|メガワット", "MW"},
    UnitWords{U"千瓦|킬로와트|キロワット", "kW"},
    UnitWords{U"瓦|와트|ワット", "W"},
    UnitWords{U"千瓦时|킬로와트시|킬로와트시간|千瓦時|度电|度電|キロワット時", "kWh"},
    UnitWords{U"キロワットアワー", "kWh"},
    UnitWords{U"호주달러|호주 달러|澳元|豪ドル", "AUD"},
    UnitWords{U"캐나다달러|캐나다 달러|加元|カナダドル", "CAD"},
    UnitWords{U"파운드|英镑|英鎊|ポンド", "GBP"},
    UnitWords{U"루피|卢比|ルピー", "INR"},
    UnitWords{U"센트|美分|セント|¢", "USD", -2},
    UnitWords{U"기가와트|吉瓦|ギガワット", "GW"},
    UnitWords{U"메가와트시|메가와트시간|兆瓦时|兆瓦時|メガワット時", "MWh"},
    UnitWords{U"기가와트시|吉瓦时|吉瓦時|ギガワット時", "GWh"},
    UnitWords{U"테라와트시|太瓦时|テラワット時", "TWh"},
    UnitWords{U"기가바이트|ギガバイト", "GB"},
    UnitWords{U"테라바이트|テラバイト", "TB"},
    UnitWords{U"페타바이트|ペタバイト", "PB"},
    UnitWords{U"분|분간|分钟|分鐘|分間", "min"},
    UnitWords{U"초|초간|秒|秒钟|秒間", "s"},
    UnitWords{U"%포인트|퍼센트포인트|个百分点|個百分點|百分点|%ポイント|％ポイント", "pp"},
    UnitWords{U"パーセントポイント", "pp"},
    UnitWords{U"毫秒", "ms"},
    UnitWords{U"太瓦", "TW"},
    UnitWords{U"瑞士法郎|瑞郎|スイスフラン", "CHF"},
    UnitWords{U"分钱", "CNY", -2},
    UnitWords{U"毛钱|角钱", "CNY", -1},
    UnitWords{U"成|割", "%", 1},
    UnitWords{U"銭", "JPY", -2},
    UnitWords{U"분기|분의|분야|분량|분류|분할|분위|세기|세대|세트|세종|초기|초반|달성", ""},
    UnitWords{U"달하|원칙|원자|엔비디아|엔진|일부|일정|주요|주식|주주|프로젝트|프로그램", ""},
    UnitWords{U"프로세서|년대|年代|年度|周年|元素|元年|元宇宙|卡路里|卡车|卡片|秒杀|成员", ""},
    UnitWords{U"成員|成分|成为|成功|成立|成本|成果|成交|成长|成就|成绩|成型|成年|成熟", ""},
    UnitWords{U"成品|成不|成半|割合|天津|天才|天然|人工|人均|名单", ""},
};

} // namespace

std::span<const UnitWords> cjkUnitWords() { return cjkWordRows; }

} // namespace assay
