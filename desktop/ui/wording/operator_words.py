"""Words of the card 可登录人员 on the settings screen."""

from __future__ import annotations

from desktop.ui.wording import Words

OPERATOR_WORDS: dict[str, Words] = {
    "operators.line": Words(
        "{name}（{operator}）　{role}　{origin}", "{name} ({operator}), {role}, {origin}"
    ),
    "operators.line_locked": Words(
        "{name}（{operator}）　{role}　{origin}　已停用",
        "{name} ({operator}), {role}, {origin}, locked",
    ),
    "operators.by_centre": Words("县级中心下发", "from the centre"),
    "operators.by_station": Words("本机添加", "added here"),
    "operators.hint": Words(
        "添加的人员只能在本机登录。复核不能由添加人自己担任。",
        "People added here sign in at this station only. Nobody approves their own work.",
    ),
    "operators.hint_centre": Words(
        "“县级中心下发”的人员、角色和停用由县局管理，交换后生效；本机只能添加经办员和村级代办员。",
        "People from the centre, their roles and locks are kept by the county and arrive with an"
        " exchange; here only clerks and collectors can be added.",
    ),
    "operators.added": Words(
        "已添加 {name}。初始口令：{password}　只显示这一次，请当面交给本人，登录后自行修改。",
        "{name} was added. First password: {password}. It is shown this once; hand it over in"
        " person, to be changed after signing in.",
    ),
    "operators.removed": Words("已移除，此人不能再在本机登录", "Removed; they sign in no more"),
    "operators.changed": Words("口令已修改，下次登录用新口令", "The password was changed"),
    "operators.not_the_same": Words("两次输入的新口令不一样", "The two new passwords differ"),
}
