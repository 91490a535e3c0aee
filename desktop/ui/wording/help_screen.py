"""What the help panel says of itself, and the keys that fields and screens answer."""

from __future__ import annotations

from desktop.ui.wording import Words

HELP_SCREEN: dict[str, Words] = {
    "help.outside": Words(
        "帮助不打开外部地址；本程序在离线时使用",
        "The help opens no outside address; it works offline",
    ),
    "help.whole_picture": Words("看大图", "Whole picture"),
    "help.found": Words("找到 {count} 处", "{count} found"),
    "help.not_found": Words(
        "没有找到，换一个词试试；标题也可用拼音首字母查", "Nothing found; try another word"
    ),
    "help.keys.title": Words("键盘一览", "Keyboard"),
    "help.keys.intro": Words(
        "下面列出的是本程序现在实际响应的键，按菜单和栏目分组。菜单可用 Alt 加括号中的字母打开。",
        "These are the keys the program answers now, by menu and by screen. Alt with an "
        "underlined letter opens a menu.",
    ),
    "help.keys.key": Words("键", "Key"),
    "help.keys.does": Words("作用", "Does"),
    "help.keys.fields": Words("填写各类栏目时", "In fields"),
    "keys.next": Words("到下一项；到上一项", "Next field; previous field"),
    "keys.digit": Words("直接选取该数字的选项", "Picks the option with this digit"),
    "keys.open": Words(
        "展开选项，再输入文字、代码或拼音首字母筛选", "Opens the options; typing narrows them"
    ),
    "keys.clear": Words("清空可以不填的选项", "Clears an option that may be empty"),
    "keys.drop_tag": Words("去掉最后一个身份", "Takes the last identity away"),
    "keys.shut": Words("收起选项，保持原值", "Shuts the options, changing nothing"),
    "keys.day": Words("填写日期：如 20190312", "A day, like 20190312"),
    "keys.button": Words("按下有焦点的按钮", "Presses the focused button"),
    "keys.back": Words("返回，不收款", "Back, without taking money"),
    "keys.enrol_back": Words(
        "回到成员表；在成员表中清空本户（Ctrl+B 可恢复）",
        "Back to the members; there, clears the household (Ctrl+B brings it back)",
    ),
    "keys.search_move": Words("在结果中移动", "Moves in what was found"),
    "keys.search_open": Words("打开选中的户", "Opens the household"),
    "keys.search_shut": Words("关闭查找，回到原处", "Shuts the search"),
    "keys.law_propose": Words("提出或替换本地参数", "Proposes or replaces a local value"),
    "keys.law_act": Words("提交，或批准选中的本地参数", "Submits, or approves the value chosen"),
    "keys.law_pane": Words("在政策和试算之间切换", "Between the law and the bench"),
    "keys.law_recount": Words("多退少补与财政补助", "Repricing and the fiscal claim"),
    "keys.law_back": Words("取消填写，回到政策", "Cancels, back to the law"),
    "keys.recount_run": Words("重新核算或测算", "Works it out anew"),
    "keys.recount_approve": Words("批准列出的多退少补", "Approves the list"),
    "keys.recount_task": Words("在多退少补和财政补助之间切换", "Between the two tables"),
    "keys.recount_back": Words("返回政策", "Back to the law"),
    "keys.help_follow": Words("帮助里：在链接间移动；打开链接", "In the help: to a link; opens it"),
    "keys.help_search": Words("帮助里：查找", "In the help: search"),
    "keys.help_shut": Words("关闭帮助，回到原来的栏目", "Shuts the help, back to the field"),
}
